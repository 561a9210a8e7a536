"""What flows between people: promises, help, introductions."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from netlog.rows import ExchangeRow, IntroductionRow, PromiseRow
from netlog.storage.queries import Queries, day
from netlog.storage.ties import batches, marks

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

ASKED_TWICE = """
    SELECT person_id FROM exchange WHERE flow = 'asked' AND person_id IN ({}) GROUP BY person_id HAVING count(*) > 1
"""
DAYS_LOOKED_AT = 12
LAST_DAYS = """
    SELECT on_day, (SELECT group_concat(DISTINCT flow) FROM exchange
                    WHERE person_id = :person AND exchange.on_day = days.on_day)
    FROM (
        SELECT on_day FROM exchange WHERE person_id = :person
        UNION SELECT on_day FROM contact_day WHERE person_id = :person AND worth > 0
    ) AS days
    WHERE on_day <= :today ORDER BY on_day DESC LIMIT :days
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

    def flows_by_day(self, people: Collection[int]) -> dict[int, list[set[str]]]:
        """Who of these was asked for something twice, with what flowed on each day with a contact, newest first.

        A mere contact is a day on which nothing flowed.
        """
        asked = [person for batch in batches(people) for (person,) in self.all(ASKED_TWICE.format(marks(batch)), batch)]
        return {person: self.days_with(person) for person in asked}

    def days_with(self, person: int) -> list[set[str]]:
        """What flowed on each of the last days with a contact or an exchange, newest first."""
        today = date.fromordinal(self.reckoning.today).isoformat()
        days = self.all(LAST_DAYS, {"person": person, "days": DAYS_LOOKED_AT, "today": today})
        return [set(flows.split(",")) if flows else set() for _, flows in days]

    def introductions(
        self, *, person: int | None = None, numbers: Collection[int] | None = None
    ) -> list[IntroductionRow]:
        """Introductions of one person to another, on either side of them, the earliest first."""
        where, values = chosen("introduction", ("person_id", "other_id"), person=person, numbers=numbers)
        rows = self.all(f"{INTRODUCTIONS} {where} ORDER BY introduction.id", values)
        return [IntroductionRow._make(dated(row, (9, 10))) for row in rows]

    def brought(self, person: int) -> tuple[str, ...]:
        """Names of the people whom this one introduced to me, by name."""
        return tuple(name for (name,) in self.all("SELECT name FROM person WHERE via_id = ? ORDER BY name", (person,)))


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
