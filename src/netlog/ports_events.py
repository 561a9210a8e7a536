"""What the services need to know of events."""

from datetime import date
from typing import Protocol

from netlog.rows import PromiseRow
from netlog.rows_events import AttendeeRow, EventRow


class EventReader(Protocol):
    """What can be asked about events."""

    def open_event(self) -> EventRow | None:
        """The event that was started and not ended."""
        ...

    def event_like(self, query: str) -> list[EventRow]:
        """The event of that name, or all whose name holds the words."""
        ...

    def every_event(self) -> list[tuple[EventRow, int, int]]:
        """(event, people met there, contacts there), the newest first."""
        ...

    def attendees(self, event: int, *, since: date) -> list[AttendeeRow]:
        """Who was met or logged at an event from that day on, in the order in which they were added."""
        ...

    def promised_at(self, event: int, *, since: date, until: date) -> list[PromiseRow]:
        """Promises made between the two days by or to people of an event."""
        ...


class EventAppender(Protocol):
    """What can be added about events."""

    def event(self, name: str) -> int:
        """The number of the event of that name, which is made on first mention."""
        ...
