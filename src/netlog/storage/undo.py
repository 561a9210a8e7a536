"""Taking operations back and doing them again, row by row, from what the journal kept of them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from netlog.errors import Conflict, NotFound
from netlog.storage.appends import SqlAppender
from netlog.storage.statements import COLUMNS
from netlog.storage.withheld import TOLD_WORDS

OWNERS: dict[str, tuple[tuple[str, str], ...]] = {
    "person": (
        ("alias", "person_id"),
        ("contact", "person_id"),
        ("topic", "person_id"),
        ("fact", "person_id"),
        ("tag", "person_id"),
        ("participant", "person_id"),
        ("person", "via_id"),
        ("promise", "person_id"),
        ("exchange", "person_id"),
        ("introduction", "person_id"),
        ("introduction", "other_id"),
        ("mentorship", "person_id"),
        ("origin", "person_id"),
        ("card_line", "person_id"),
        ("not_same", "person_id"),
        ("not_same", "other_id"),
    ),
    "interaction": (
        ("participant", "interaction_id"),
        ("tag", "interaction_id"),
        ("promise", "interaction_id"),
        ("exchange", "interaction_id"),
        ("mentor_session", "interaction_id"),
        ("origin", "interaction_id"),
    ),
    "mentorship": (
        ("mentor_goal", "mentorship_id"),
        ("agenda_item", "mentorship_id"),
        ("mentor_session", "mentorship_id"),
    ),
    "inbox": (("origin", "inbox_id"),),
    "event": (("interaction", "event_id"), ("person", "event_id")),
}
"""Rows that stand on a row: a test compares this with the foreign keys of the tables."""

ERASED = "forgotten"
"""What stands in a change for the table of a row that was erased for good."""

LATER = "undone IS NULL AND operation.id > :id"
OTHER = "operation.id <> :id"

PAGE = 1000
"""Changes read at a time."""

LAST_NUMBER = 2**63 - 1
"""No row has a greater one."""

Place = tuple[str, int]


class Change(NamedTuple):
    """What an operation did to one row."""

    id: int
    entity: str
    row_id: int
    is_insertion: bool
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def place(self) -> Place:
        """Which row it is about."""
        return self.entity, self.row_id


class Operation(NamedTuple):
    """One operation as the history has it."""

    id: int
    words: str


class SqlHistory(SqlAppender):
    """A transaction that reverses operations or does them again."""

    def undo(self, number: int | None) -> Operation:
        """Reverse that operation, or the latest that stands; raises NotFound or Conflict."""
        operation = self.find(number, "undone IS NULL", "id", nothing="nothing to undo")
        self.refuse_if_erased("undo", operation)
        self.refuse("undo", operation, self.standing_on(operation), LATER)
        with refusing_clashes("undo", operation):
            for change in self.changes_of(operation, backwards=True):
                self.take_back(operation, change)
        self.refuse_if_torn("undo", operation)
        latest = self.connection.execute("SELECT coalesce(max(undone), 0) FROM operation").fetchone()[0]
        self.mark(operation.id, latest + 1)
        self.derive()
        return operation

    def redo(self, number: int | None) -> Operation:
        """Do that operation again, or the one undone last; raises NotFound or Conflict."""
        operation = self.find(number, "undone IS NOT NULL", "undone", nothing="nothing to redo")
        if number is None:
            self.refuse_if_moved_on(operation)
        self.refuse_if_erased("redo", operation)
        self.refuse("redo", operation, self.places_of(operation), LATER)
        with refusing_clashes("redo", operation):
            for change in self.changes_of(operation):
                self.do_again(operation, change)
        self.refuse_if_torn("redo", operation)
        self.mark(operation.id, None)
        self.derive()
        return operation

    def refuse_if_moved_on(self, operation: Operation) -> None:
        """Raise Conflict when more was done since: what was undone before that is only done again by its number."""
        query = f"SELECT {TOLD_WORDS} FROM operation WHERE undone IS NULL AND id > ? ORDER BY id DESC LIMIT 1"
        if newer := self.connection.execute(query, (operation.id,)).fetchone():
            raise Conflict(
                f"nothing to redo: “{newer[0]}” came after what was undone",
                hint=f"netlog redo {operation.id} does “{operation.words}” again all the same",
            )

    def find(self, number: int | None, state: str, order: str, *, nothing: str) -> Operation:
        """The operation of that number, or the last one in that state."""
        if number is None:
            query = f"SELECT id, {TOLD_WORDS} FROM operation WHERE {state} ORDER BY {order} DESC LIMIT 1"
            row = self.connection.execute(query).fetchone()
            if row is None:
                raise Conflict(nothing, hint="netlog history lists what was done")
            return Operation(*row)
        query = f"SELECT id, {TOLD_WORDS}, {state} FROM operation WHERE id = ?"
        row = self.connection.execute(query, (number,)).fetchone()
        if row is None:
            raise NotFound("operation", str(number), hint="netlog history lists them")
        if not row[2]:
            is_undone = state.endswith("IS NULL")
            raise Conflict(
                f"operation {number} is {'undone already' if is_undone else 'not undone'}: {row[1]}",
                hint="netlog history shows what is undone",
            )
        return Operation(row[0], row[1])

    def changes_of(self, operation: Operation, *, backwards: bool = False) -> Iterator[Change]:
        """What the operation did, in order, a page at a time: it may be a hundred thousand rows."""
        query = f"""
            SELECT id, entity, row_id, is_insertion, before, after FROM change
            WHERE operation_id = ? AND id {"<" if backwards else ">"} ?
            ORDER BY id {"DESC" if backwards else "ASC"} LIMIT {PAGE}
        """
        last = LAST_NUMBER if backwards else 0
        while page := self.connection.execute(query, (operation.id, last)).fetchall():
            for number, entity, row_id, is_insertion, before, after in page:
                yield Change(number, entity, row_id, bool(is_insertion), decoded(before), decoded(after))
            last = page[-1][0]

    def places_of(self, operation: Operation) -> Iterator[Place]:
        """The rows that the operation did something to."""
        yield from self.connection.execute("SELECT entity, row_id FROM change WHERE operation_id = ?", (operation.id,))

    def standing_on(self, operation: Operation) -> Iterator[Place]:
        """The rows of the operation, and those that stand on rows it added."""
        yield from self.places_of(operation)
        query = "SELECT entity, row_id FROM change WHERE operation_id = ? AND is_insertion"
        for place in self.connection.execute(query, (operation.id,)):
            yield from self.dependents(place)

    def refuse_if_erased(self, verb: str, operation: Operation) -> None:
        """Raise Conflict when somebody who was forgotten was part of it: nothing is kept that could bring it back."""
        query = "SELECT 1 FROM change WHERE operation_id = ? AND entity = ?"
        if self.connection.execute(query, (operation.id, ERASED)).fetchone():
            raise Conflict(
                f"cannot {verb} operation {operation.id}: somebody who is forgotten was part of it",
                hint="netlog history lists the others; each can be undone by its number",
            )

    def refuse_if_torn(self, verb: str, operation: Operation) -> None:
        """Raise Conflict when a row would stand on one that is not there."""
        if torn := {place for changed in self.places_of(operation) for place in self.torn(changed)}:
            self.refuse(verb, operation, torn, OTHER)
            raise Conflict(f"cannot {verb} “{operation.words}”: what it needs is not there")

    def unchanged(self, verb: str, operation: Operation, change: Change, known: dict[str, Any]) -> dict[str, Any]:
        """The row; raises Conflict when it is not there, or has not the values the operation knows."""
        row = self.row(change.entity, change.row_id)
        if not row or any(row[name] != value for name, value in known.items()):
            self.refuse(verb, operation, {change.place}, OTHER)
            raise Conflict(f"cannot {verb} “{operation.words}”: what it changed is not there any more")
        return row

    def refuse(self, verb: str, operation: Operation, places: Iterable[Place], which: str) -> None:
        """Raise Conflict naming the latest such operation that touched one of the rows."""
        query = f"SELECT 1 FROM operation WHERE {which} LIMIT 1"
        if not self.connection.execute(query, {"id": operation.id}).fetchone():
            return  # the rows of a large operation need not be looked at one by one
        blockers = [
            blocker
            for entity, row in set(places)
            for blocker in self.connection.execute(
                f"""
                SELECT operation.id, {TOLD_WORDS}, undone IS NOT NULL
                FROM change JOIN operation ON operation.id = operation_id
                WHERE entity = :entity AND row_id = :row AND {which}
                """,
                {"entity": entity, "row": row, "id": operation.id},
            )
        ]
        if blockers:
            number, words, is_undone = max(blockers)
            first = "redo" if is_undone else "undo"
            reason = f"it builds on “{words}” (#{number})" if is_undone else f"“{words}” (#{number}) builds on it"
            raise Conflict(
                f"cannot {verb} “{operation.words}”: {reason}", hint=f"{first} that first: netlog {first} {number}"
            )

    def dependents(self, place: Place) -> list[Place]:
        """The rows that stand on a row."""
        changed, number = place
        return [
            (entity, row[0])
            for entity, column in OWNERS.get(changed, ())
            for row in self.connection.execute(f"SELECT id FROM {entity} WHERE {column} = ?", (number,))
        ]

    def torn(self, place: Place) -> list[Place]:
        """Rows that stand on the changed row although it is gone, or rows it stands on that are gone."""
        changed, number = place
        if not self.is_there(changed, number):
            return self.dependents(place)
        return [
            (target, row[0])
            for target, owned in OWNERS.items()
            for entity, column in owned
            if entity == changed
            for row in self.connection.execute(
                f"""
                SELECT {column} FROM {entity}
                WHERE id = ? AND {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {target})
                """,
                (number,),
            )
        ]

    def is_there(self, entity: str, row: int) -> bool:
        """Whether the row exists."""
        return self.connection.execute(f"SELECT 1 FROM {entity} WHERE id = ?", (row,)).fetchone() is not None

    def take_back(self, operation: Operation, change: Change) -> None:
        """Reverse one change; a row that goes is kept in it, to be brought back."""
        if change.is_insertion:
            row = self.unchanged("undo", operation, change, {})
            query = "UPDATE change SET after = ? WHERE id = ?"
            self.connection.execute(query, (json.dumps(row, ensure_ascii=False), change.id))
            self.delete(change.entity, row)
        elif change.after is None:
            self.put(change.entity, change.before or {})
        else:
            row = self.unchanged("undo", operation, change, change.after)
            self.update(change.entity, row, change.before or {})

    def do_again(self, operation: Operation, change: Change) -> None:
        """Make one change once more."""
        if change.is_insertion:
            self.put(change.entity, change.after or {})
            return
        row = self.unchanged("redo", operation, change, change.before or {})
        if change.after is None:
            self.delete(change.entity, row)
        else:
            self.update(change.entity, row, change.after)

    def row(self, entity: str, number: int) -> dict[str, Any]:
        """A row by column; empty when there is none."""
        cursor = self.connection.execute(f"SELECT * FROM {entity} WHERE id = ?", (number,))
        row = cursor.fetchone()
        return dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else {}

    def delete(self, entity: str, row: dict[str, Any]) -> None:
        """Remove a row."""
        self.journal.touched.add(entity, row["id"], row)
        self.connection.execute(f"DELETE FROM {entity} WHERE id = ?", (row["id"],))

    def put(self, entity: str, row: dict[str, Any]) -> None:
        """Bring a row back under its number."""
        names = [name for name in COLUMNS[entity] if name in row]
        values = ", ".join(f":{name}" for name in names)
        self.connection.execute(f"INSERT INTO {entity} ({', '.join(names)}) VALUES ({values})", row)
        self.journal.touched.add(entity, row["id"], row)

    def update(self, entity: str, row: dict[str, Any], values: dict[str, Any]) -> None:
        """Give a row other values."""
        columns = ", ".join(f"{name} = :{name}" for name in COLUMNS[entity] if name in values)
        self.connection.execute(f"UPDATE {entity} SET {columns} WHERE id = :id", {**values, "id": row["id"]})
        for owned in (row, {**row, **values}):
            self.journal.touched.add(entity, row["id"], owned)

    def mark(self, operation: int, undone: int | None) -> None:
        """Note when in the order of undoing the operation was undone; None when it stands."""
        self.connection.execute("UPDATE operation SET undone = ? WHERE id = ?", (undone, operation))


@contextmanager
def refusing_clashes(verb: str, operation: Operation) -> Iterator[None]:
    """Raise Conflict when a row that comes back finds its name or its place taken."""
    try:
        yield
    except sqlite3.IntegrityError as clash:
        raise Conflict(
            f"cannot {verb} “{operation.words}”: the name or the place it needs is taken",
            hint="netlog history shows what was done since",
        ) from clash


def decoded(text: str | None) -> dict[str, Any] | None:
    """A stored JSON object."""
    return json.loads(text) if text else None
