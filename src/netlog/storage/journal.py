"""One operation being written: what it did to each row, and what hangs on those rows."""

import json
import os
import sqlite3
import time
from collections.abc import Mapping
from typing import Any

from netlog.clock import Clock
from netlog.storage.statements import INSERTS

FOLLOWED = (
    "person",
    "interaction",
    "fact",
    "inbox",
    "promise",
    "exchange",
    "introduction",
    "mentorship",
    "mentor_goal",
    "agenda_item",
    "mentor_session",
)
"""Tables of whose rows something follows."""

OWNERS = {"person_id": "person", "other_id": "person", "interaction_id": "interaction", "mentorship_id": "mentorship"}
"""Columns that say whose a row is."""

MOST_HELD = 10_000
"""Changes kept in memory; more of one operation are written as they come."""

VERSION_AND_VARIANT = 0x7 << 76 | 0x2 << 62


def new_uuid() -> str:
    """A UUID of version 7 (RFC 9562, section 5.7): milliseconds of now, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000 & (1 << 48) - 1
    noise = int.from_bytes(os.urandom(10))
    low = noise & (1 << 62) - 1
    high = (noise >> 62) & 0xFFF
    text = f"{milliseconds << 80 | VERSION_AND_VARIANT | high << 64 | low:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class Touched:
    """Numbers of the rows whose derived rows must be made anew, by table."""

    def __init__(self) -> None:
        self.rows: dict[str, set[int]] = {entity: set() for entity in FOLLOWED}
        self.boosts: set[str] = set()

    def add(self, entity: str, row_id: int, values: Mapping[str, Any]) -> None:
        """Note that a row with these values came, went or changed."""
        if entity in self.rows:
            self.rows[entity].add(row_id)
        if entity == "season" and "boost" in values:
            self.boosts.add(values["boost"])
        for column, owner in OWNERS.items():
            if number := values.get(column):
                self.rows[owner].add(number)


class Journal:
    """Collects the changes of one operation and writes them, many at a time, the words of the whole at the end."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock) -> None:
        self.connection, self.clock = connection, clock
        self.touched = Touched()
        self.changes: list[dict[str, Any]] = []
        self.operation: int | None = None

    def record(
        self,
        entity: str,
        row_id: int,
        *,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        owner: Mapping[str, Any],
        made_at: str | None = None,
    ) -> None:
        """Keep what happened to a row (elsewhere at `made_at`); `owner` are the columns that say whose it is."""
        self.touched.add(entity, row_id, owner)
        self.changes.append(
            {
                "id": None,
                "operation_id": None,
                "entity": entity,
                "row_id": row_id,
                "is_insertion": before is None,
                "before": None if before is None else json.dumps(before, ensure_ascii=False),
                "after": None if after is None else json.dumps(after, ensure_ascii=False),
                "made_at": made_at,
            }
        )
        if len(self.changes) >= MOST_HELD:
            self.write_changes()

    def number(self) -> int:
        """The number of the operation, whose row is written when it is first needed."""
        if self.operation is None:
            operation = {
                "id": None,
                "uuid": new_uuid(),
                "at": self.clock.stamp,
                "on_day": self.clock.today.isoformat(),
                "command": "",
                "words": "",
                "undone": None,
            }
            self.operation = self.connection.execute(INSERTS["operation"], operation).lastrowid or 0
        return self.operation

    def write_changes(self) -> None:
        """Write the changes held."""
        number = self.number()
        rows = ({**change, "operation_id": number} for change in self.changes)
        self.connection.executemany(INSERTS["change"], rows)
        self.changes.clear()

    def close(self, command: str, words: str) -> int:
        """Write the operation and its changes; the number of the operation."""
        self.write_changes()
        number = self.number()
        self.connection.execute("UPDATE operation SET command = ?, words = ? WHERE id = ?", (command, words, number))
        return number
