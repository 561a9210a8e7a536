"""Clashes between two journals that no time of change settles: one handle for two people, two running mentorships."""

import sqlite3
from typing import Any

from netlog.domain.people import trim
from netlog.domain.views_united import Disagreement
from netlog.storage.united_rows import UnitedRows

ENDINGS = (4, 6, 8, 12)
"""How many digits of its UUID a handle may get."""


class Settling:
    """Settles clashes by what the rows say, so that it does not matter which journal was here first."""

    def __init__(self, connection: sqlite3.Connection, rows: UnitedRows) -> None:
        self.connection, self.rows = connection, rows
        self.conflicts: list[Disagreement] = []

    def settle(self, entity: str, row: dict[str, Any], number: int | None) -> dict[str, Any]:
        """The row as it can be stored; the other one was changed if it had to yield."""
        if entity == "person":
            return {**row, "handle": self.handle(row["handle"], row["uuid"], number)}
        if entity == "mentorship" and row["ended_on"] is None:
            return {**row, **self.running(row, number)}
        return row

    def handle(self, handle: str, uuid: str, number: int | None) -> str:
        """The handle if it is free, or taken by a greater UUID, which yields; else one with an ending."""
        query = "SELECT id, uuid FROM person WHERE handle = ? AND id IS NOT ?"
        holder = self.connection.execute(query, (handle, number)).fetchone()
        if holder is None:
            return handle
        if holder[1] < uuid:
            free = self.ended(handle, uuid, number)
            if number is None or self.rows.row("person", number)["handle"] != free:
                self.conflicts.append(Disagreement(free, "handle", free, handle))
            return free
        free = self.ended(handle, holder[1], holder[0])
        self.conflicts.append(Disagreement(free, "handle", free, handle))
        self.rows.change("person", holder[0], {"handle": free}, self.rows.changed_at("person", holder[0]))
        return handle

    def ended(self, handle: str, uuid: str, number: int | None) -> str:
        """The handle with the last digits of the UUID, as many as make it one of its own."""
        digits = uuid.replace("-", "")
        tried = (trim(handle, ending=f"-{digits[-many:]}") for many in (*ENDINGS, len(digits)))
        query = "SELECT 1 FROM person WHERE handle = ? AND id IS NOT ?"
        return next(each for each in tried if not self.connection.execute(query, (each, number)).fetchone())

    def running(self, row: dict[str, Any], number: int | None) -> dict[str, Any]:
        """What closes this mentorship, if another one of that person and role began later; that is closed otherwise."""
        rival = self.connection.execute(
            """
            SELECT id, began_on, uuid FROM mentorship
            WHERE person_id = ? AND role = ? AND ended_on IS NULL AND id IS NOT ?
            """,
            (row["person_id"], row["role"], number),
        ).fetchone()
        if rival is None:
            return {}
        handle = self.rows.row("person", row["person_id"])["handle"]
        later, earlier = sorted([(row["began_on"], row["uuid"]), (rival[1], rival[2])], reverse=True)
        self.conflicts.append(Disagreement(handle, "mentorship", f"began {later[0]}", f"began {earlier[0]}"))
        renewed = {"ended_on": later[0], "ending": "renewed"}
        if earlier[1] == row["uuid"]:
            return renewed
        self.rows.change("mentorship", rival[0], renewed, self.rows.changed_at("mentorship", rival[0]))
        return {}
