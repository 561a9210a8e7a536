"""What passes between the journal and the files of other programs: people, contacts with them, and what a format is."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

HEAD_BYTES = 64 * 1024


class Mention(NamedTuple):
    """How a file refers to somebody: by a name, by an address (e-mail, phone or link), or by both."""

    name: str = ""
    address: str = ""


class Noted(NamedTuple):
    """Something a file says about a person; without a day it is noted on the day of the import."""

    text: str
    on: date | None = None


class Card(NamedTuple):
    """A person as a file tells of them.

    `key` names the record within its source for ever (empty: the source has no such name), `where` is its place in
    the file, as "line 12". `contacts` are (sort, value) with sort `email`, `phone` or `url`, `topics` are (side, words)
    with side `can` or `wants`; `birthday` is YYYY-MM-DD, or --MM-DD without a year. `known_since` is a day on which
    the two were connected, which is no contact. `extra` are vCard content lines that netlog has no field for, unfolded.
    """

    key: str
    where: str
    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None
    role: str | None = None
    place: str | None = None
    birthday: str | None = None
    contacts: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    facts: tuple[Noted, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    tier: str | None = None
    every_days: int | None = None
    is_kin: bool = False
    met: str | None = None
    met_on: date | None = None
    via: Mention | None = None
    known_since: date | None = None
    handle: str | None = None
    uuid: str | None = None
    extra: tuple[str, ...] = ()


class Talk(NamedTuple):
    """A dated contact as a file tells of it, or with kind `note` something noted about people.

    `on` is the local day, `at` the aware instant where the file has one; `direction` is out (I began it), in or
    mutual. `people` leaves me out.
    """

    key: str
    where: str
    on: date
    people: tuple[Mention, ...]
    kind: str
    text: str = ""
    direction: str = "mutual"
    at: datetime | None = None
    minutes: int | None = None
    place: str | None = None
    tags: tuple[str, ...] = ()


class Stored(NamedTuple):
    """A row of another netlog journal: its table and its columns, other rows named by their UUID."""

    where: str
    entity: str
    values: Mapping[str, object]


class Rejected(NamedTuple):
    """A record that cannot be read, and why."""

    where: str
    reason: str


class Skipped(NamedTuple):
    """A record left out on purpose: the reason is a phrase that many records share, as "cancelled"."""

    where: str
    reason: str


Record = Card | Talk | Stored | Rejected | Skipped


class Source(NamedTuple):
    """A file to read: its name, its beginning (at most 64 KiB), and how to open it, as often as needed.

    `path` is set for a folder that is one source, such as a Maildir, whose files the format opens itself.
    """

    name: str
    head: bytes
    open: Callable[[], BinaryIO]
    path: Path | None = None


class Reading(NamedTuple):
    """What the user said about a file to be read.

    `me` are my names and addresses as written; `mapping` gives, for any CSV, the field of a column;
    `since` and `until` bound the days of contacts.
    """

    today: date
    me: tuple[str, ...] = ()
    encoding: str | None = None
    day_first: bool | None = None
    mapping: Mapping[str, str] = {}
    since: date | None = None
    until: date | None = None
    person: str | None = None
    is_other_included: bool = False


class Dated(NamedTuple):
    """A day worth an entry in a calendar: `sort` is due, promise or birthday; `key` names it for ever."""

    key: str
    sort: str
    on: date
    name: str
    words: str


class Outgoing(Protocol):
    """What there is to write; each can be asked for once or more, and streams."""

    @property
    def today(self) -> date:
        """The user's day."""
        ...

    def cards(self) -> Iterator[Card]:
        """Everybody chosen, by handle; each with handle and UUID."""
        ...

    def talks(self) -> Iterator[Talk]:
        """Contacts and notes with those people, by day; people by handle (`address`) and name."""
        ...

    def dated(self) -> Iterator[Dated]:
        """Check-ins, promises and birthdays to come, by day."""
        ...

    def stored(self) -> Iterator[Stored]:
        """Every row of the truth about them, in an order that depends on nothing but the rows."""
        ...


class Writing(NamedTuple):
    """What the user said about a file to be written."""

    version: str | None = None
    is_raw: bool = False
    is_for_excel: bool = False


class Format(NamedTuple):
    """A format by name: how sure it is that a file is its own (0 to 100), how it reads, how it writes.

    `read` raises FormatProblem when the file as a whole cannot be read, and nothing else. A format that `needs_people`
    tells with whom I was in touch, not who they are: it is read after the others.
    """

    name: str
    title: str
    recognise: Callable[[Source], int] | None = None
    read: Callable[[Source, Reading], Iterator[Record]] | None = None
    write: Callable[[Outgoing, Writing], Iterator[str]] | None = None
    needs_people: bool = False
