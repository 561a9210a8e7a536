"""What every group of reads stands on: a connection, and filters turned into SQL."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from netlog.domain.calibration import pace_of, window_of
from netlog.domain.folding import fold
from netlog.domain.people import slug
from netlog.rows import Filters
from netlog.storage import calibrated
from netlog.storage.connect import storage_problem
from netlog.storage.ties import Reckoning


class Queries:
    """Reads on one connection, with the settings that clocks depend on."""

    def __init__(self, connection: sqlite3.Connection, reckoning: Reckoning) -> None:
        self.connection, self.reckoning = connection, reckoning
        connection.create_function("fold", 1, fold, deterministic=True)

    @cached_property
    def pace(self) -> float:
        """How readily this journal's ties come back; 1 until enough is known."""
        window = window_of(self.reckoning.today)
        return pace_of(calibrated.sums(self.connection, window), window)

    def all(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[Any]:
        """Every row; raises StorageProblem when the journal cannot be read."""
        try:
            return self.connection.execute(query, parameters).fetchall()
        except sqlite3.Error as problem:
            raise storage_problem(problem, "the journal") from problem

    def one(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Any:  # noqa: ANN401
        """The first column of the first row, or None."""
        rows = self.all(query, parameters)
        return rows[0][0] if rows else None


def day(text: str | None) -> date | None:
    """A stored day; None stays None."""
    return date.fromisoformat(text) if text else None


def ordinal(number: int | None) -> date | None:
    """A stored ordinal as a day; None stays None."""
    return date.fromordinal(number) if number else None


def person_conditions(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    """Conditions on `person.id` that hold for the people meant, with their parameters."""
    conditions: list[str] = []
    values: dict[str, Any] = {}
    for i, tag in enumerate(filters.tags):
        conditions += [f"person.id IN (SELECT person_id FROM tag WHERE slug = :tag{i})"]
        values[f"tag{i}"] = tag
    if filters.people:
        conditions += [f"person.id IN ({', '.join(str(int(number)) for number in filters.people)})"]
    if filters.tier:
        conditions += ["person.tier = :tier"]
        values["tier"] = filters.tier
    if filters.near:
        conditions += ["instr(fold(coalesce(person.place, '')), :near) > 0"]
        values["near"] = fold(filters.near)
    if filters.event:
        conditions += [PERSON_AT_EVENT]
        values["event"] = slug(filters.event)
    conditions += [condition for name, condition in PERSON_CLAIMS.items() if getattr(filters, name)]
    entry, more = entry_conditions(filters._replace(tags=(), people=(), event=None))
    if entry:
        conditions += [PERSON_HAS_ENTRY.format(conditions=" AND ".join(entry))]
    return conditions, values | more


PERSON_AT_EVENT = """(
    person.event_id = (SELECT id FROM event WHERE slug = :event)
    OR person.id IN (
        SELECT person_id FROM participant JOIN interaction ON interaction.id = interaction_id
        WHERE interaction.event_id = (SELECT id FROM event WHERE slug = :event)
    )
)"""
PERSON_CLAIMS = {
    "i_owe": """person.id IN (
        SELECT person_id FROM exchange WHERE flow = 'asked_by' AND answered_on IS NULL
        UNION SELECT person_id FROM promise WHERE side = 'mine' AND outcome IS NULL
    )""",
    "only_asked": """person.id IN (
        SELECT person_id FROM exchange GROUP BY person_id HAVING min(flow = 'asked') = 1
    )""",
}
PERSON_HAS_ENTRY = """person.id IN (
    SELECT person_id FROM participant JOIN interaction ON interaction.id = interaction_id WHERE {conditions}
)"""


def entry_conditions(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    """Conditions on `interaction` that hold for the entries meant, with their parameters."""
    conditions: list[str] = []
    values: dict[str, Any] = {}
    for number in filters.people:
        conditions += [f"interaction.id IN (SELECT interaction_id FROM participant WHERE person_id = {number:d})"]
    for i, tag in enumerate(filters.tags):
        conditions += [ENTRY_TAGGED.format(i=i)]
        values[f"tag{i}"] = tag
    for name, condition in ENTRY_FIELDS.items():
        if (value := getattr(filters, name)) is not None:
            conditions += [condition]
            values[name] = slug(value) if name == "event" else str(value)
    return conditions, values


ENTRY_TAGGED = """interaction.id IN (
    SELECT interaction_id FROM tag WHERE slug = :tag{i} AND interaction_id IS NOT NULL
    UNION
    SELECT participant.interaction_id FROM participant JOIN tag ON tag.person_id = participant.person_id
    WHERE tag.slug = :tag{i}
)"""
ENTRY_FIELDS = {
    "kind": "interaction.kind = :kind",
    "since": "interaction.on_day >= :since",
    "until": "interaction.on_day <= :until",
    "event": "interaction.event_id = (SELECT id FROM event WHERE slug = :event)",
}


def where(conditions: Sequence[str]) -> str:
    """The conditions as a WHERE clause, or nothing."""
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""
