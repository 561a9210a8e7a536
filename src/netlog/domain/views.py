"""Frozen answers to reads: what is on the screen, before anybody decides how it looks.

Named tuples, because a frozen dataclass takes ten times as long to define and every command pays for it.
"""

from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """One interaction or fact of a timeline; `id` is the number that `edit` and `rm` take.

    `counts` is how much of a full contact it is, where the user has said so. Of a private one the words are left out
    unless they are asked for.
    """

    id: int
    on: date
    kind: str
    depth: str
    direction: str
    text: str
    people: tuple[str, ...]
    handles: tuple[str, ...]
    minutes: int | None = None
    place: str | None = None
    event: str | None = None
    tags: tuple[str, ...] = ()
    counts: float | None = None
    is_private: bool = False


class TieState(NamedTuple):
    """Where one tie stands today; ratios are relative to the cadence, warmth and p_30 lie in 0 to 1."""

    handle: str
    name: str
    tier: str | None
    due_on: date | None
    overdue_ratio: float | None
    warmth: float | None
    rhythm_days: float | None
    p_30: float
    state: str
    priority: float
    reason: str


class DueItem(NamedTuple):
    """A line of the morning: why this person, and what was last said."""

    section: str
    tie: TieState
    last_on: date | None
    last_kind: str | None
    topic: str


class Loop(NamedTuple):
    """Something open between two people: `on` is the day it is for, `how` the command that moves it on."""

    sort: str
    id: int
    handle: str
    name: str
    on: date | None
    words: str
    how: str


class Paused(NamedTuple):
    """A pause of everybody: until the day before `until_on`, or until resumed; `held` people would be due."""

    since_on: date
    until_on: date | None
    held: int


class Morning(NamedTuple):
    """The day's list: for today, as many again if there is time, one tie to wake, and a count of the rest.

    `loops` are promises and other things left open; they take up to half of the places. During a pause of
    everybody there are only these, birthdays and replies owed.
    """

    today: date
    per_day: float
    first: tuple[DueItem, ...]
    if_time: tuple[DueItem, ...]
    reconnect: DueItem | None
    rest: int
    people: int
    pause: Paused | None = None
    loops: tuple[Loop, ...] = ()


class Term(NamedTuple):
    """One step of the reckoning: a name, its value, and how it came about."""

    name: str
    value: str
    detail: str = ""


class Why(NamedTuple):
    """The whole account of one person's place in the morning, with what would change it."""

    today: date
    tie: TieState
    section: str | None
    rank: int | None
    rank_of: int | None
    terms: tuple[Term, ...]
    what_if: tuple[str, ...]


class Fact(NamedTuple):
    """Something worth remembering that is not a contact."""

    id: int
    on: date
    text: str
    is_private: bool = False


class Listed(NamedTuple):
    """A line of the list of people."""

    handle: str
    name: str
    tier: str | None
    company: str | None
    role: str | None
    place: str | None
    tags: tuple[str, ...]
    last_on: date | None
    due_on: date | None
    state: str
    strength: float


class PeopleList(NamedTuple):
    """People who pass the filters, in the order asked for."""

    today: date
    people: tuple[Listed, ...]
    total: int


class Hit(NamedTuple):
    """A place where the words were found; `source` is entry, fact, person or inbox."""

    source: str
    id: int
    on: date | None
    handles: tuple[str, ...]
    people: tuple[str, ...]
    kind: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """Spans of the snippet to emphasise, as character offsets."""


class Found(NamedTuple):
    """What a search found, best first."""

    today: date
    query: str
    hits: tuple[Hit, ...]
    total: int
    is_partial: bool


class InboxItem(NamedTuple):
    """A quick note that waits to be settled."""

    id: int
    on: date
    text: str
    reason: str
    is_private: bool = False


class Inbox(NamedTuple):
    """Quick notes whose people could not be settled."""

    today: date
    items: tuple[InboxItem, ...]


class Done(NamedTuple):
    """One operation of the history; `at` is an instant in UTC."""

    id: int
    at: str
    on: date
    command: str
    words: str
    is_undone: bool


class History(NamedTuple):
    """What was done, newest first."""

    today: date
    operations: tuple[Done, ...]
    total: int


class Option(NamedTuple):
    """One setting: its value now, where that comes from, and what it means."""

    name: str
    value: str
    default: str
    source: str
    help: str


class Options(NamedTuple):
    """The configuration and the file it lives in."""

    path: str
    options: tuple[Option, ...]


class Value(NamedTuple):
    """One thing that was asked for by name: a count, or the value of a setting."""

    name: str
    value: int | str


class Text(NamedTuple):
    """Text that is meant to be copied or evaluated as it is."""

    text: str
    notes: tuple[str, ...] = ()
