"""Rows of another journal as rows of this one: added under numbers of their own, changed, removed, all recorded."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from netlog.domain.contacts import contact_key
from netlog.domain.stored_rows import ENTITIES, FIELDS, REFERENCES
from netlog.storage.journal import Journal
from netlog.storage.removals import KEYS, Place, is_owner
from netlog.storage.statements import COLUMNS, INSERTS
from netlog.storage.stored import BATCH, FLAGS, Values, changed_at, column
from netlog.storage.ties import batches, marks

Numbers = Mapping[tuple[str, str], int]

HANGING: Mapping[str, tuple[tuple[str, str], ...]] = {
    target: tuple(
        (entity, column(field, entity))
        for entity in ENTITIES
        for field, named in REFERENCES[entity].items()
        if named == target and is_owner(entity, field)
    )
    for target in ENTITIES
}
"""What goes with a row: the tables and their columns that name it."""

NAMING: Mapping[str, tuple[tuple[str, str], ...]] = {
    target: tuple(
        (entity, column(field, entity))
        for entity in ENTITIES
        for field, named in REFERENCES[entity].items()
        if named == target and not is_owner(entity, field)
    )
    for target in ENTITIES
}
"""What merely names a row, and stays when that goes."""

AT_ONCE = frozenset({"event", "person", "mentorship"})
"""Few rows, of which the next may need to see the last."""


class UnitedRows:
    """The tables of this journal, as uniting writes them."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self.connection, self.journal = connection, journal
        self.waiting: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.last: dict[str, int] = {}
        self.before: dict[str, int] = {}
        self.reservations: dict[str, int] = {}
        self.keys: set[tuple[Any, ...]] = set()
        self.names: dict[str, tuple[tuple[str, str], ...]] = {
            entity: tuple((field, column(field, entity)) for field in FIELDS[entity]) for entity in ENTITIES
        }

    def numbers(self, entity: str, uuids: set[str]) -> Iterator[tuple[str, int]]:
        """The numbers of rows by UUID."""
        known = sorted(uuids)
        for start in range(0, len(known), BATCH):
            some = known[start : start + BATCH]
            yield from self.connection.execute(f"SELECT uuid, id FROM {entity} WHERE uuid IN ({marks(some)})", some)

    def columns(self, entity: str, values: Values, numbers: Numbers) -> dict[str, Any]:
        """The columns of a row whose references have these numbers."""
        targets = REFERENCES[entity]
        row: dict[str, Any] = {
            name: numbers[targets[field], values[field]] if field in targets and field in values else values.get(field)
            for field, name in self.names[entity]
        }
        for flag in FLAGS[entity]:
            row[flag] = int(row[flag])
        if entity == "contact":
            row["folded"] = contact_key(row["value"])
        if entity == "not_same":
            row["person_id"], row["other_id"] = sorted((row["person_id"], row["other_id"]))
        return row

    def add(self, entity: str, row: dict[str, Any], at: str | None) -> int:
        """Add a row, which is written with others after it; its number."""
        number = row["id"] = self.reservations.pop(row["uuid"], None) or self.next_number(entity)
        self.waiting[entity].append(row)
        self.journal.record(entity, number, owner=row, made_at=at)
        if entity in KEYS:
            self.keys.add(self.key(entity, row))
        if entity in AT_ONCE:
            self.flush()
        return number

    def reserved(self, person: str) -> int:
        """The number that a person who is still to be added will have."""
        if person not in self.reservations:
            self.reservations[person] = self.next_number("person")
        return self.reservations[person]

    def next_number(self, entity: str) -> int:
        """A number that no row of the table ever had."""
        if entity not in self.last:
            found = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (entity,)).fetchone()
            self.last[entity] = self.before[entity] = found[0] if found else 0
        self.last[entity] += 1
        return self.last[entity]

    def flush(self) -> None:
        """Write the rows that wait."""
        for entity, rows in self.waiting.items():
            self.connection.executemany(INSERTS[entity], rows)
        self.waiting.clear()
        self.keys.clear()

    def key(self, entity: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the row is known by besides its UUID, in columns."""
        return entity, *(row[column(field, entity)] for field in KEYS[entity])

    def with_key(self, entity: str, row: Mapping[str, Any]) -> int | None:
        """The number of the row that has the same key."""
        if self.key(entity, row) in self.keys:
            self.flush()
        names = [column(field, entity) for field in KEYS[entity]]
        condition = " AND ".join(
            f'"{name}" IS :{name}' if row[name] is None else f'"{name}" = :{name}' for name in names
        )
        found = self.connection.execute(f"SELECT id FROM {entity} WHERE {condition}", row).fetchone()
        return found[0] if found else None

    def row(self, entity: str, number: int) -> dict[str, Any]:
        """A row by column."""
        found = self.connection.execute(f"SELECT * FROM {entity} WHERE id = ?", (number,)).fetchone()
        return dict(zip(COLUMNS[entity], found, strict=True))

    def change(self, entity: str, number: int, changes: Mapping[str, Any], at: str | None) -> None:
        """Give a row other values, as of the instant at which it got them."""
        self.flush()
        row = self.row(entity, number)
        before = {name: row[name] for name in changes}
        columns = ", ".join(f'"{name}" = :{name}' for name in changes)
        self.connection.execute(f"UPDATE {entity} SET {columns} WHERE id = :id", {**changes, "id": number})
        self.journal.touched.add(entity, number, row)
        self.journal.record(entity, number, before=before, after=changes, owner={**row, **changes}, made_at=at)
        if entity == "event":
            entries = self.connection.execute("SELECT id FROM interaction WHERE event_id = ?", (number,))
            self.journal.touched.rows["interaction"].update(each[0] for each in entries)

    def changed_at(self, entity: str, number: int) -> str:
        """When the row was changed last; empty when nobody knows."""
        return changed_at(self.connection, entity, [number]).get(number, "")

    def active_at(self, entity: str, number: int) -> str:
        """When the row, or anything that hangs on it, was changed last."""
        return max(
            self.changed_at(entity, number),
            *(self.active_at(*place) for place in self.hanging(entity, number)),
            "",
        )

    def hanging(self, entity: str, number: int) -> list[Place]:
        """The rows that go when this one goes."""
        return [
            (hanging, row[0])
            for hanging, name in HANGING[entity]
            for row in self.connection.execute(f"SELECT id FROM {hanging} WHERE {name} = ?", (number,))
        ]

    def remove(self, entity: str, number: int, at: str) -> list[str]:
        """Remove a row as of that instant with what hangs on it, contacts with nobody else too; the tables of all."""
        self.flush()
        removed = [entity]
        entries = self.entries_of(number) if entity == "person" else []
        for place in self.hanging(entity, number):
            if self.is_there(*place):
                removed += self.remove(*place, at)
        for naming, name in NAMING[entity]:
            for (other,) in self.connection.execute(f"SELECT id FROM {naming} WHERE {name} = ?", (number,)).fetchall():
                self.change(naming, other, {name: None}, self.changed_at(naming, other))
        row = self.row(entity, number)
        self.connection.execute(f"DELETE FROM {entity} WHERE id = ?", (number,))
        self.journal.record(entity, number, before=row, owner=row, made_at=at)
        for entry in entries:
            if self.is_there("interaction", entry) and not self.has_people(entry):
                removed += self.remove("interaction", entry, at)
        return removed

    def is_new(self, entity: str, number: int) -> bool:
        """Whether the row was added in this very transaction."""
        return number > self.before.get(entity, number)

    def take_out(self, entity: str, number: int) -> list[str]:
        """Take a new row out again with what hangs on it, as if it had never come; the tables of all."""
        taken = [entity]
        for place in self.hanging(entity, number):
            taken += self.take_out(*place)
        for naming, name in NAMING[entity]:
            for (other,) in self.connection.execute(f"SELECT id FROM {naming} WHERE {name} = ?", (number,)).fetchall():
                if self.is_new(naming, other):
                    self.connection.execute(f"UPDATE {naming} SET {name} = NULL WHERE id = ?", (other,))
                else:
                    self.change(naming, other, {name: None}, self.changed_at(naming, other))
        self.connection.execute(f"DELETE FROM {entity} WHERE id = ?", (number,))
        changes = self.journal.changes
        changes[:] = [each for each in changes if (each["entity"], each["row_id"]) != (entity, number)]
        query = "DELETE FROM change WHERE operation_id = ? AND entity = ? AND row_id = ?"
        self.connection.execute(query, (self.journal.operation, entity, number))
        return taken

    def entries_of(self, person: int) -> list[int]:
        """The contacts a person took part in."""
        rows = self.connection.execute("SELECT interaction_id FROM participant WHERE person_id = ?", (person,))
        return [row[0] for row in rows]

    def is_there(self, entity: str, number: int) -> bool:
        """Whether there is such a row."""
        return self.connection.execute(f"SELECT 1 FROM {entity} WHERE id = ?", (number,)).fetchone() is not None

    def has_people(self, entry: int) -> bool:
        """Whether anybody takes part in the contact."""
        query = "SELECT 1 FROM participant WHERE interaction_id = ?"
        return self.connection.execute(query, (entry,)).fetchone() is not None

    def instants(self, entity: str, numbers: list[int]) -> dict[int, str]:
        """When each of these rows was changed last."""
        found: dict[int, str] = {}
        for batch in batches(numbers):
            found |= changed_at(self.connection, entity, batch)
        return found
