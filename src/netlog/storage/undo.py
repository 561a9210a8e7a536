"""Taking operations back and doing them again, row by row, from what the journal kept of them."""

import json
from typing import Any, NamedTuple

from netlog.errors import Conflict, NotFound
from netlog.storage.appends import SqlAppender
from netlog.storage.statements import COLUMNS

OWNERS: dict[str, tuple[tuple[str, str], ...]] = {
    "person": (
        ("alias", "person_id"),
        ("contact", "person_id"),
        ("topic", "person_id"),
        ("fact", "person_id"),
        ("tag", "person_id"),
        ("participant", "person_id"),
        ("person", "via_id"),
    ),
    "interaction": (("participant", "interaction_id"), ("tag", "interaction_id")),
    "event": (("interaction", "event_id"), ("person", "event_id")),
}
"""Rows that stand on a row: a test compares this with the foreign keys of tables.py."""


class Change(NamedTuple):
    """What an operation did to one row."""

    id: int
    entity: str
    row_id: int
    is_insertion: bool
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Operation(NamedTuple):
    """One operation as the history has it."""

    id: int
    words: str


class SqlHistory(SqlAppender):
    """A transaction that reverses operations or does them again."""

    def undo(self, number: int | None) -> Operation:
        """Reverse that operation, or the latest that stands; raises NotFound or Conflict."""
        operation = self.find(number, "undone IS NULL", "id", nothing="nothing to undo")
        changes = self.changes_of(operation.id)
        self.refuse_if_built_on(operation, changes)
        for change in reversed(changes):
            self.take_back(change)
        latest = self.connection.execute("SELECT coalesce(max(undone), 0) FROM operation").fetchone()[0]
        self.mark(operation.id, latest + 1)
        self.derive()
        return operation

    def redo(self, number: int | None) -> Operation:
        """Do that operation again, or the one undone last; raises NotFound or Conflict."""
        operation = self.find(number, "undone IS NOT NULL", "undone", nothing="nothing to redo")
        changes = self.changes_of(operation.id)
        self.refuse_if_overtaken(operation, changes)
        for change in changes:
            self.do_again(change)
        self.mark(operation.id, None)
        self.derive()
        return operation

    def find(self, number: int | None, state: str, order: str, *, nothing: str) -> Operation:
        """The operation of that number, or the last one in that state."""
        if number is None:
            query = f"SELECT id, words FROM operation WHERE {state} ORDER BY {order} DESC LIMIT 1"
            row = self.connection.execute(query).fetchone()
            if row is None:
                raise Conflict(nothing, hint="netlog history lists what was done")
            return Operation(*row)
        row = self.connection.execute(f"SELECT id, words, {state} FROM operation WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise NotFound("operation", str(number), hint="netlog history lists them")
        if not row[2]:
            is_undone = state.endswith("IS NULL")
            raise Conflict(
                f"operation {number} is {'undone already' if is_undone else 'not undone'}: {row[1]}",
                hint="netlog history shows what is undone",
            )
        return Operation(row[0], row[1])

    def changes_of(self, operation: int) -> list[Change]:
        """What the operation did, in order."""
        rows = self.connection.execute(
            """
            SELECT id, entity, row_id, is_insertion, before, after FROM change
            WHERE operation_id = ? ORDER BY id
            """,
            (operation,),
        )
        return [
            Change(number, entity, row_id, bool(is_insertion), decoded(before), decoded(after))
            for number, entity, row_id, is_insertion, before, after in rows.fetchall()
        ]

    def refuse_if_built_on(self, operation: Operation, changes: list[Change]) -> None:
        """Raise Conflict when a later operation that stands touched the same rows, or rows that stand on them."""
        own = {(change.entity, change.row_id) for change in changes}
        rows = own | {dependent for change in changes for dependent in self.dependents(change)}
        self.refuse(operation, rows, "undo", "undone IS NULL AND operation.id > :id")

    def refuse_if_overtaken(self, operation: Operation, changes: list[Change]) -> None:
        """Raise Conflict when the rows have changed since, or no longer have what they stand on."""
        for change in changes:
            if change.is_insertion == self.is_there(change.entity, change.row_id):
                self.refuse(operation, {(change.entity, change.row_id)}, "redo", "operation.id <> :id")
                raise Conflict(f"cannot redo “{operation.words}”: what it changed is not there any more")
        rows = {(change.entity, change.row_id) for change in changes}
        self.refuse(operation, rows, "redo", "undone IS NULL AND operation.id > :id")

    def refuse(self, operation: Operation, rows: set[tuple[str, int]], verb: str, which: str) -> None:
        """Raise Conflict naming the latest such operation that touched one of the rows."""
        blockers = [
            blocker
            for entity, row in rows
            for blocker in self.connection.execute(
                f"""
                SELECT operation.id, words FROM change JOIN operation ON operation.id = operation_id
                WHERE entity = :entity AND row_id = :row AND {which}
                """,
                {"entity": entity, "row": row, "id": operation.id},
            )
        ]
        if blockers:
            number, words = max(blockers)
            raise Conflict(
                f"cannot {verb} “{operation.words}”: “{words}” (#{number}) builds on it",
                hint=f"{verb} that first: netlog {verb} {number}",
            )

    def dependents(self, change: Change) -> list[tuple[str, int]]:
        """The rows that stand on a row that was inserted."""
        if not change.is_insertion:
            return []
        return [
            (entity, row[0])
            for entity, column in OWNERS.get(change.entity, ())
            for row in self.connection.execute(f"SELECT id FROM {entity} WHERE {column} = ?", (change.row_id,))
        ]

    def is_there(self, entity: str, row: int) -> bool:
        """Whether the row exists."""
        return self.connection.execute(f"SELECT 1 FROM {entity} WHERE id = ?", (row,)).fetchone() is not None

    def take_back(self, change: Change) -> None:
        """Reverse one change; a row that goes is kept in it, to be brought back."""
        if change.is_insertion:
            row = self.row(change.entity, change.row_id)
            query = "UPDATE change SET after = ? WHERE id = ?"
            self.connection.execute(query, (json.dumps(row, ensure_ascii=False), change.id))
            self.delete(change.entity, change.row_id)
        elif change.after is None:
            self.put(change.entity, change.before or {})
        else:
            self.update(change.entity, change.row_id, change.before or {})

    def do_again(self, change: Change) -> None:
        """Make one change once more."""
        if change.is_insertion:
            self.put(change.entity, change.after or {})
        elif change.after is None:
            self.delete(change.entity, change.row_id)
        else:
            self.update(change.entity, change.row_id, change.after)

    def row(self, entity: str, number: int) -> dict[str, Any]:
        """A row by column."""
        cursor = self.connection.execute(f"SELECT * FROM {entity} WHERE id = ?", (number,))
        return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))

    def delete(self, entity: str, number: int) -> None:
        """Remove a row."""
        self.journal.touched.add(entity, number, self.row(entity, number))
        self.connection.execute(f"DELETE FROM {entity} WHERE id = ?", (number,))

    def put(self, entity: str, row: dict[str, Any]) -> None:
        """Bring a row back under its number."""
        names = [name for name in COLUMNS[entity] if name in row]
        values = ", ".join(f":{name}" for name in names)
        self.connection.execute(f"INSERT INTO {entity} ({', '.join(names)}) VALUES ({values})", row)
        self.journal.touched.add(entity, row["id"], row)

    def update(self, entity: str, number: int, values: dict[str, Any]) -> None:
        """Give a row other values."""
        self.journal.touched.add(entity, number, self.row(entity, number))
        columns = ", ".join(f"{name} = :{name}" for name in COLUMNS[entity] if name in values)
        self.connection.execute(f"UPDATE {entity} SET {columns} WHERE id = :id", {**values, "id": number})
        self.journal.touched.add(entity, number, self.row(entity, number))

    def mark(self, operation: int, undone: int | None) -> None:
        """Note when in the order of undoing the operation was undone; None when it stands."""
        self.connection.execute("UPDATE operation SET undone = ? WHERE id = ?", (undone, operation))


def decoded(text: str | None) -> dict[str, Any] | None:
    """A stored JSON object."""
    return json.loads(text) if text else None
