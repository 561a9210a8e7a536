"""Frozen answers to writes: what was stored, and what follows from it."""

from datetime import date
from typing import NamedTuple

from netlog.domain.views_promises import Promise


class Ref(NamedTuple):
    """A person as a receipt names one."""

    handle: str
    name: str


class Next(NamedTuple):
    """When a person's next check-in comes; None when the tie is never nudged."""

    handle: str
    name: str
    due_on: date | None


class Added(NamedTuple):
    """A new person is in the journal."""

    today: date
    person: Ref
    first_follow_up_on: date | None
    cadence: str
    resembles: tuple[str, ...] = ()
    event: str | None = None
    notes: tuple[str, ...] = ()


class Flowed(NamedTuple):
    """Help that came up in a contact: gave, got, asked or asked_by; `answer` takes the number of the last."""

    id: int
    flow: str
    person: Ref
    text: str


class Logged(NamedTuple):
    """A contact is in the journal; `worth` (0 to 1) is how much of a full contact it counts as."""

    today: date
    entry: int
    kind: str
    direction: str
    on: date
    text: str
    people: tuple[Ref, ...]
    tags: tuple[str, ...]
    worth: float
    next: tuple[Next, ...]
    added: tuple[Ref, ...] = ()
    exchanges: tuple[Flowed, ...] = ()
    promises: tuple[Promise, ...] = ()
    event: str | None = None
    notes: tuple[str, ...] = ()
    is_private: bool = False
    """The words are stored and not repeated."""


class Promised(NamedTuple):
    """A promise of one side is in the journal."""

    today: date
    promise: Promise


class Kept(NamedTuple):
    """A quick note went to the inbox; `reason` says what could not be settled."""

    today: date
    item: int
    text: str
    reason: str


class Changed(NamedTuple):
    """Something stored was changed or removed; `words` is the operation as the history tells it."""

    today: date
    operation: int
    command: str
    words: str
    next: tuple[Next, ...] = ()
    notes: tuple[str, ...] = ()


class Unchanged(NamedTuple):
    """There was nothing to do; `words` says why."""

    today: date
    words: str


class Reversed(NamedTuple):
    """An operation was undone or done again."""

    today: date
    operation: int
    is_undone: bool
    words: str


class Configured(NamedTuple):
    """An option has a new value."""

    name: str
    old: str
    new: str
    path: str
