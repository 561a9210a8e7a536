"""Forecasts held against what happened, kept beside the log as sums that a write adds to and takes from."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import groupby

from netlog.domain.calibration import LEARNED_FROM, Cell, Place, added, forecasts, window_of
from netlog.storage.contact_days import full_days
from netlog.storage.statements import INSERTS
from netlog.storage.ties import Reckoning, marks

Cells = Mapping[Place, Cell]


def cells(connection: sqlite3.Connection, reckoning: Reckoning, people: Collection[int] | None = None) -> Cells:
    """What the log says about the forecasts of these people, or of everybody, reckoned anew."""
    chosen = "1" if people is None else f"person_id IN ({marks(people)})"
    by_person = groupby(full_days(connection, chosen, people or ()), key=lambda row: row[0])
    window = window_of(reckoning.today)
    return added(
        found
        for _, rows in by_person
        for found in forecasts([date.fromisoformat(on).toordinal() for _, on in rows], window).items()
    )


def kept(connection: sqlite3.Connection) -> Cells:
    """The sums as they are kept."""
    rows = connection.execute("SELECT window, percent, people, kept, chance, slope FROM calibration")
    return {(window, percent): Cell(*sums) for window, percent, *sums in rows}


def sums(connection: sqlite3.Connection, window: int) -> Cells:
    """The sums of whole windows that the pace is learned from, in as few rows."""
    rows = connection.execute(
        """
        SELECT window, sum(people), sum(kept), sum(chance), sum(slope) FROM calibration
        WHERE window BETWEEN ? AND ? GROUP BY window
        """,
        (window - LEARNED_FROM, window - 1),
    )
    return {(each, 0): Cell(*found) for each, *found in rows}


def keep(connection: sqlite3.Connection, wanted: Cells) -> None:
    """Make these the sums that are kept."""
    connection.execute("DELETE FROM calibration")
    connection.executemany(INSERTS["calibration"], [row(place, cell) for place, cell in wanted.items()])


def change(connection: sqlite3.Connection, before: Cells, after: Cells) -> None:
    """Take what some people's forecasts were from the sums, and add what they are."""
    if before == after:
        return
    places = before.keys() | after.keys()
    now = kept(connection)
    changed = {
        place: now.get(place, Cell()).plus(before.get(place, Cell()), -1).plus(after.get(place, Cell()))
        for place in places
    }
    connection.executemany("DELETE FROM calibration WHERE window = ? AND percent = ?", places)
    rows: Iterable[Mapping[str, int]] = [row(place, cell) for place, cell in changed.items() if cell.people]
    connection.executemany(INSERTS["calibration"], rows)


def row(place: Place, cell: Cell) -> Mapping[str, int]:
    """A row of the table."""
    return {"window": place[0], "percent": place[1], **cell._asdict()}


def is_past(connection: sqlite3.Connection, reckoning: Reckoning) -> bool:
    """Whether another window than today's was the last to be reckoned."""
    found = connection.execute("SELECT value FROM meta WHERE name = 'window'").fetchone()
    return (found[0] if found else "") != str(window_of(reckoning.today))
