"""What is open between people, as rows that the morning reads by day alone."""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from netlog.domain.loops import THANKS_AFTER, THANKS_UNTIL, ask_from, introduction_from, promise_from
from netlog.domain.mentoring import A_WEEK, ending_from, halfway_from, pay_forward_from
from netlog.storage.statements import INSERTS
from netlog.storage.ties import marks


def refresh_loops(connection: sqlite3.Connection, source: str, numbers: Collection[int]) -> None:
    """Make the rows of one source anew, for these numbers of its table."""
    chosen = marks(numbers)
    connection.execute(f"DELETE FROM loop WHERE source = ? AND source_id IN ({chosen})", (source, *numbers))
    owner = OWNERS.get(source, "person_id")
    cursor = connection.execute(
        f"SELECT * FROM {table_of(source)} WHERE id IN ({chosen}) AND {owner} IS NOT NULL", tuple(numbers)
    )
    names = [column[0] for column in cursor.description]
    found = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    rows = [
        {
            "source": source,
            "source_id": row["id"],
            "person_id": row[owner],
            "from_on": from_on,
            "until_on": from_on + LASTS[source] if source in LASTS else None,
        }
        for row in found
        if (from_on := FROM[source](row)) is not None
    ]
    connection.executemany(INSERTS["loop"], rows)


def table_of(source: str) -> str:
    """Where the rows of a source are kept."""
    return TABLES.get(source, source)


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
    "halfway": lambda row: halfway_from(
        began_on=day(row, "began_on"), until_on=day(row, "until_on"), is_running=row["ended_on"] is None
    ),
    "ending": lambda row: ending_from(
        began_on=day(row, "began_on"), until_on=day(row, "until_on"), is_running=row["ended_on"] is None
    ),
    "pay_forward": lambda row: pay_forward_from(
        role=row["role"], ending=row["ending"], ended_on=ordinal(row["ended_on"])
    ),
    "thanks": lambda row: day(row, "met_on" if row["met_on"] else "since_on") + THANKS_AFTER,
}
"""From which day on each is worth a line, by source."""

TABLES: Mapping[str, str] = dict.fromkeys(("halfway", "ending", "pay_forward"), "mentorship") | {"thanks": "person"}
"""Where a source is kept that is not a table of its own."""

LASTS: Mapping[str, int] = {"halfway": A_WEEK, "pay_forward": A_WEEK, "thanks": THANKS_UNTIL - THANKS_AFTER}
"""For how many days a line is said of which nothing is to be done in the end."""

OWNERS: Mapping[str, str] = {"thanks": "via_id"}
"""The column of the person a line is about, where it is another."""
