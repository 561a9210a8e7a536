"""What is open between people, as rows that the morning reads by day alone."""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from netlog.domain.loops import ask_from, introduction_from, promise_from
from netlog.storage.statements import INSERTS
from netlog.storage.ties import marks


def refresh_loops(connection: sqlite3.Connection, source: str, numbers: Collection[int]) -> None:
    """Make the rows of these promises, exchanges or introductions anew."""
    chosen = marks(numbers)
    connection.execute(f"DELETE FROM loop WHERE source = ? AND source_id IN ({chosen})", (source, *numbers))
    cursor = connection.execute(f"SELECT * FROM {source} WHERE id IN ({chosen})", tuple(numbers))
    names = [column[0] for column in cursor.description]
    found = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    rows = [
        {"source": source, "source_id": row["id"], "person_id": row["person_id"], "from_on": from_on}
        for row in found
        if (from_on := FROM[source](row)) is not None
    ]
    connection.executemany(INSERTS["loop"], rows)


def ordinal(day: str | None) -> int | None:
    """A stored day as an ordinal; None stays None."""
    return date.fromisoformat(day).toordinal() if day else None


def day(row: Mapping[str, Any], name: str) -> int:
    """A day that is always there, as an ordinal."""
    return date.fromisoformat(row[name]).toordinal()


FROM: Mapping[str, Callable[[Mapping[str, Any]], int | None]] = {
    "promise": lambda row: promise_from(
        side=row["side"],
        made_on=day(row, "made_on"),
        due_on=ordinal(row["due_on"]),
        is_open=row["outcome"] is None,
    ),
    "exchange": lambda row: ask_from(
        flow=row["flow"], on_day=day(row, "on_day"), is_answered=row["answered_on"] is not None
    ),
    "introduction": lambda row: introduction_from(state=row["state"], moved_on=day(row, "moved_on")),
}
"""From which day on each is worth a line, by table."""
