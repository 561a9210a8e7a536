"""Events: the one that is running, what belongs to each, who was there."""

from datetime import date
from typing import Any

from netlog.domain.people import slug
from netlog.rows import PromiseRow
from netlog.rows_events import AttendeeRow, EventRow
from netlog.storage.queries import day
from netlog.storage.read_flows import FlowQueries

COLUMNS = "event.id, slug, name, held_on, venue, labels, opened_on, closed_on"
THERE = """
    SELECT id AS person_id FROM person WHERE event_id = :event AND coalesce(met_on, since_on) >= :since
    UNION
    SELECT person_id FROM participant JOIN interaction ON interaction.id = interaction_id
    WHERE interaction.event_id = :event AND interaction.on_day >= :since
"""
"""Everybody who was met there, or with whom something was logged there."""


class EventQueries(FlowQueries):
    """Reads of events."""

    def open_event(self) -> EventRow | None:
        """The event that was started and not ended."""
        rows = self.all(
            f"""
            SELECT {COLUMNS} FROM event WHERE opened_on IS NOT NULL AND closed_on IS NULL
            ORDER BY opened_on DESC LIMIT 1
            """
        )
        return event_row(rows[0]) if rows else None

    def event_like(self, query: str) -> list[EventRow]:
        """The event of that name, or all whose name holds the words."""
        wanted = slug(query)
        exact = self.all(f"SELECT {COLUMNS} FROM event WHERE slug = ?", (wanted,))
        rows = exact or self.all(f"SELECT {COLUMNS} FROM event WHERE instr(slug, ?) > 0 ORDER BY slug", (wanted,))
        return [event_row(row) for row in rows] if wanted else []

    def every_event(self) -> list[tuple[EventRow, int, int]]:
        """(event, people met there, contacts there), the newest first."""
        rows = self.all(
            f"""
            SELECT {COLUMNS}, (SELECT count(*) FROM person WHERE event_id = event.id),
                   (SELECT count(*) FROM interaction WHERE event_id = event.id)
            FROM event ORDER BY coalesce(opened_on, held_on) DESC, event.id DESC
            """
        )
        return [(event_row(row[:-2]), row[-2], row[-1]) for row in rows]

    def attendees(self, event: int, *, since: date) -> list[AttendeeRow]:
        """Who was met or logged at an event from that day on, in the order in which they were added."""
        rows = self.all(
            f"""
            SELECT id, handle, name, coalesce(event_id = :event AND coalesce(met_on, since_on) >= :since, 0),
                   EXISTS (SELECT 1 FROM main.fact WHERE person_id = person.id) OR EXISTS (
                       SELECT 1 FROM participant JOIN interaction ON interaction.id = interaction_id
                       WHERE person_id = person.id AND (is_private OR text NOT IN ('', kind))
                   )
            FROM person WHERE id IN ({THERE}) ORDER BY id
            """,
            {"event": event, "since": since.isoformat()},
        )
        return [AttendeeRow(number, handle, name, bool(new), bool(told)) for number, handle, name, new, told in rows]

    def promised_at(self, event: int, *, since: date, until: date) -> list[PromiseRow]:
        """Promises made between the two days by or to people of an event."""
        rows = self.all(
            f"SELECT id FROM promise WHERE made_on BETWEEN :since AND :until AND person_id IN ({THERE})",
            {"event": event, "since": since.isoformat(), "until": until.isoformat()},
        )
        return self.promises(numbers=[row[0] for row in rows])


def event_row(row: Any) -> EventRow:  # noqa: ANN401 (what the driver gives)
    """An event from its columns."""
    number, name, title, held_on, venue, labels, opened_on, closed_on = row
    return EventRow(number, name, title, date.fromisoformat(held_on), venue, labels, day(opened_on), day(closed_on))
