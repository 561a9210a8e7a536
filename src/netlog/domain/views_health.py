"""The journal as a file: its copies, what was put back, and how it is."""

from datetime import date
from typing import NamedTuple


class Backup(NamedTuple):
    """A verified copy of the journal in `backups/`; `at` is an instant in UTC, `sha256` is of the file.

    `why` is `asked`, or what netlog was about to do, as `before import`.
    """

    name: str
    at: str
    on: date
    why: str
    layout: int
    bytes: int
    people: int
    entries: int
    sha256: str


class Backups(NamedTuple):
    """The copies there are, newest first, and the folder they are in."""

    today: date
    folder: str
    bytes: int
    backups: tuple[Backup, ...]


class BackedUp(NamedTuple):
    """A copy was made, or not, as the newest is the same; `dropped` are older ones that made room for it."""

    today: date
    path: str
    backup: Backup
    is_new: bool
    dropped: tuple[str, ...]


class Extent(NamedTuple):
    """How much a journal holds, and the days of its first and last contact."""

    people: int
    entries: int
    first_on: date | None
    last_on: date | None


class Restored(NamedTuple):
    """A copy stands in the journal's place; `replaced` is what the former journal is called now, `was` what it held.

    Without `was`, the former journal could not be read.
    """

    today: date
    source: str
    replaced: str | None
    was: Extent | None
    now: Extent
    notes: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One thing doctor looked at: how it is, in words without anything from the journal, and what to do."""

    what: str
    state: str
    words: str
    advice: str = ""


class Health(NamedTuple):
    """How the journal and all around it are; sound means that nothing is broken or waits to be fixed."""

    today: date
    is_sound: bool
    findings: tuple[Finding, ...]
