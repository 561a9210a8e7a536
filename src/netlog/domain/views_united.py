"""What came of uniting two journals."""

from datetime import date
from typing import NamedTuple


class Tally(NamedTuple):
    """How many rows of one table came, changed, went, or were the same already."""

    what: str
    new: int
    changed: int
    removed: int
    same: int


class Disagreement(NamedTuple):
    """Where the two said different things: whose it is, what it is about, what stays and what does not."""

    whose: str
    what: str
    kept: str
    dropped: str


class Unreadable(NamedTuple):
    """A record that could not be taken in, where it is, and why."""

    where: str
    reason: str


class United(NamedTuple):
    """Another journal's rows were taken in as one operation; without a number nothing was new, or it was a rehearsal.

    `source` is the name of the other journal.
    """

    today: date
    operation: int | None
    source: str
    is_rehearsal: bool
    tallies: tuple[Tally, ...]
    conflicts: tuple[Disagreement, ...] = ()
    rejected: tuple[Unreadable, ...] = ()
