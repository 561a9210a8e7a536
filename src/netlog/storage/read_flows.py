"""What flows between people: promises, help, introductions."""

from collections.abc import Collection, Sequence
from typing import Any

from netlog.rows import ExchangeRow, IntroductionRow, PromiseRow
from netlog.storage.queries import Queries, day
from netlog.storage.ties import marks

PROMISES = """
    SELECT promise.id, person_id, handle, name, side, promise.text, made_on, due_on, postponed, outcome, closed_on,
           interaction_id
    FROM promise JOIN person ON person.id = person_id
"""
EXCHANGES = """
    SELECT exchange.id, person_id, handle, name, flow, exchange.text, on_day, answered_on, interaction_id
    FROM exchange JOIN person ON person.id = person_id
"""
INTRODUCTIONS = """
    SELECT introduction.id, person_id, one.handle, one.name, other_id, other.handle, other.name,
           why, state, moved_on, made_on, outcome
    FROM introduction JOIN person AS one ON one.id = person_id JOIN person AS other ON other.id = other_id
"""


class FlowQueries(Queries):
    """Reads of the ledger; `person` narrows to one, `numbers` to those rows."""

    def promises(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[PromiseRow]:
        """Promises of both sides, the earliest made first."""
        where, values = chosen("promise", ("person_id",), person=person, numbers=numbers)
        rows = self.all(f"{PROMISES} {where} ORDER BY made_on, promise.id", values)
        return [PromiseRow._make(dated(row, (6, 7, 10))) for row in rows]

    def exchanges(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[ExchangeRow]:
        """Help given, got and asked for, the earliest first."""
        where, values = chosen("exchange", ("person_id",), person=person, numbers=numbers)
        rows = self.all(f"{EXCHANGES} {where} ORDER BY on_day, exchange.id", values)
        return [ExchangeRow._make(dated(row, (6, 7))) for row in rows]

    def introductions(
        self, *, person: int | None = None, numbers: Collection[int] | None = None
    ) -> list[IntroductionRow]:
        """Introductions of one person to another, on either side of them, the earliest first."""
        where, values = chosen("introduction", ("person_id", "other_id"), person=person, numbers=numbers)
        rows = self.all(f"{INTRODUCTIONS} {where} ORDER BY introduction.id", values)
        return [IntroductionRow._make(dated(row, (9, 10))) for row in rows]


def dated(row: Sequence[Any], days: Collection[int]) -> list[Any]:
    """The row with the cells in those places read as days."""
    return [day(cell) if place in days else cell for place, cell in enumerate(row)]


def chosen(
    table: str, owners: Collection[str], *, person: int | None, numbers: Collection[int] | None
) -> tuple[str, tuple[Any, ...]]:
    """The condition, begun with WHERE, that picks the rows of a person or of those numbers, with its values."""
    if numbers is not None:
        return f"WHERE {table}.id IN ({marks(numbers)})", tuple(numbers)
    if person is None:
        return "", ()
    return f"WHERE {' OR '.join(f'{owner} = ?' for owner in owners)}", (person,) * len(owners)
