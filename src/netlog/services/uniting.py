"""Uniting this journal with another one."""

from datetime import date
from typing import Protocol, TypeVar

from netlog.domain.uniting import Uniting
from netlog.domain.views_united import United

Other = TypeVar("Other")
Taken = TypeVar("Taken", contravariant=True)


class Uniter(Protocol[Taken]):
    """A transaction that takes another journal in."""

    def unite_with(self, other: Taken) -> Uniting:
        """Take in its rows, and remove what it removed."""
        ...

    def finish(self, command: str, words: str) -> int:
        """Name the operation and store it; its number."""
        ...


def unite(uniter: Uniter[Other], other: Other, source: str, *, today: date) -> United:
    """Take the journal called `source` in as one operation, or as none if it tells nothing new."""
    return receipt(uniter, uniter.unite_with(other), source, today=today, is_rehearsal=False)


def rehearse(uniter: Uniter[Other], other: Other, source: str, *, today: date) -> United:
    """What `unite` would do; the uniter is one that leaves no trace."""
    return receipt(uniter, uniter.unite_with(other), source, today=today, is_rehearsal=True)


def receipt(uniter: Uniter[Other], told: Uniting, source: str, *, today: date, is_rehearsal: bool) -> United:
    """The answer, once the operation is named if there is one."""
    is_done = told.is_news and not is_rehearsal
    operation = uniter.finish("merge", f"united with {source}") if is_done else None
    return United(today, operation, source, is_rehearsal, told.tallies, told.conflicts, told.rejected)


def is_anything(united: United) -> bool:
    """Whether there is something to take in."""
    return any(tally.new or tally.changed or tally.removed for tally in united.tallies)
