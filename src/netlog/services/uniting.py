"""Uniting this journal with another one, or with an export of one."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from netlog.domain.uniting import Uniting
from netlog.domain.views_united import United, Unreadable
from netlog.interchange import Record, Rejected, Stored

Other = TypeVar("Other")
Taken = TypeVar("Taken", contravariant=True)


class Uniter(Protocol[Taken]):
    """A transaction that takes another journal in."""

    def unite_with(self, other: Taken) -> Uniting:
        """Take in its rows, and remove what it removed."""
        ...

    def unite(self, rows: Iterable[Stored]) -> Uniting:
        """Take in rows of it."""
        ...

    def finish(self, command: str, words: str) -> int:
        """Name the operation and store it; its number."""
        ...


def unite(uniter: Uniter[Other], other: Other, source: str, *, today: date, is_rehearsal: bool = False) -> United:
    """Take the journal called `source` in as one operation, or as none if it tells nothing new or only would."""
    told = uniter.unite_with(other)
    operation = None if is_rehearsal or not told.is_news else uniter.finish("merge", f"united with {source}")
    return receipt(told, source, operation, today=today, is_rehearsal=is_rehearsal)


def bring_back(
    uniter: Uniter[Other], records: Iterable[Record], source: str, *, today: date, is_rehearsal: bool = False
) -> United:
    """Take the rows of an export in, as `unite` does a journal."""
    refused: list[Unreadable] = []
    told = uniter.unite(rows(records, refused))
    operation = None if is_rehearsal or not told.is_news else uniter.finish("import", f"imported {source}")
    told = told._replace(rejected=(*refused, *told.rejected))
    return receipt(told, source, operation, today=today, is_rehearsal=is_rehearsal)


def rows(records: Iterable[Record], refused: list[Unreadable]) -> Iterator[Stored]:
    """The rows among the records; what cannot be read is noted."""
    for record in records:
        if isinstance(record, Stored):
            yield record
        elif isinstance(record, Rejected):
            refused.append(Unreadable(record.where, record.reason))


def receipt(told: Uniting, source: str, operation: int | None, *, today: date, is_rehearsal: bool) -> United:
    """The answer."""
    return United(today, operation, source, is_rehearsal, told.tallies, told.conflicts, told.rejected)


def is_anything(united: United) -> bool:
    """Whether there is something to take in."""
    return any(tally.new or tally.changed or tally.removed for tally in united.tallies)
