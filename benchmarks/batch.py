"""Rows waiting to be written together, as an import writes them: compiled INSERTs, and what undo needs."""

import sqlite3
from collections import defaultdict
from itertools import count
from random import Random
from typing import Any

from netlog.storage.statements import COLUMNS, INSERTS

Row = dict[str, Any]

CHUNK = 20_000
CHANGE: Row = {"id": None, "is_insertion": True, "before": None, "after": None, "made_at": None}


class Batch:
    """Collects rows and writes a chunk whenever enough have come together."""

    def __init__(self, connection: sqlite3.Connection, dice: Random, *, stamp: str, on_day: str) -> None:
        self.connection, self.dice, self.stamp, self.on_day = connection, dice, stamp, on_day
        self.waiting: defaultdict[str, list[Row]] = defaultdict(list)
        self.numbers: dict[str, int] = defaultdict(int)
        self.blanks = {entity: {each: blank(each) for each in columns} for entity, columns in COLUMNS.items()}
        self.serial = count(1)
        self.size = self.written = 0

    def add(self, entity: str, values: Row) -> int:
        """Keep a row for the next chunk; its number."""
        self.numbers[entity] += 1
        number = self.numbers[entity]
        self.waiting[entity].append({**self.blanks[entity], **values, "id": number, "uuid": self.uuid()})
        self.size += 1
        return number

    def uuid(self) -> str:
        """A serial number in the shape of a UUID of version 7: later rows sort after earlier ones."""
        return f"00000000-0000-7000-8000-{next(self.serial):012x}"

    def flush_when_full(self) -> None:
        """Write the chunk if it is big enough."""
        if self.size >= CHUNK:
            self.flush()

    def flush(self) -> None:
        """Write what waits as one operation with all its changes."""
        operation = self.operation(f"imported {self.size} rows")
        for entity, rows in self.waiting.items():
            self.connection.executemany(INSERTS[entity], rows)
            changed = {**CHANGE, "operation_id": operation, "entity": entity}
            self.connection.executemany(INSERTS["change"], ({**changed, "row_id": row["id"]} for row in rows))
        self.written += self.size
        self.waiting.clear()
        self.size = 0

    def operation(self, words: str) -> int:
        """Write the row of the operation; its number."""
        values = {"at": self.stamp, "on_day": self.on_day, "command": "import", "words": words}
        row = {**self.blanks["operation"], **values, "uuid": self.uuid()}
        return self.connection.execute(INSERTS["operation"], row).lastrowid or 0


def blank(column: str) -> int | None:
    """What a column holds that nobody spoke of: flags are off."""
    return 0 if column.startswith("is_") else None
