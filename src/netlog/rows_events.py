"""Events as they are read."""

from datetime import date
from typing import NamedTuple


class EventRow(NamedTuple):
    """An event as stored; opened and not closed it is running. `labels` are tags, parted by spaces."""

    id: int
    slug: str
    name: str
    held_on: date
    venue: str | None
    labels: str | None
    opened_on: date | None
    closed_on: date | None


class AttendeeRow(NamedTuple):
    """Somebody who was met at an event or logged there; with words when a fact or a text was written."""

    id: int
    handle: str
    name: str
    is_new: bool
    has_words: bool
