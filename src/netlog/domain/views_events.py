"""Frozen answers about events."""

from datetime import date
from typing import NamedTuple


class Attendee(NamedTuple):
    """Somebody of an event: `is_new` when met there; without words nothing was written about them yet.

    `next_on` is the day of the next check-in; where it is put off, what is proposed.
    """

    handle: str
    name: str
    is_new: bool
    has_words: bool
    next_on: date | None
    is_put_off: bool


class EventPromise(NamedTuple):
    """A promise made there, `mine` or `theirs`."""

    id: int
    side: str
    handle: str
    name: str
    text: str
    due_on: date | None


class EventSheet(NamedTuple):
    """An event with its people; `state` is running, forgotten, ended, or past when it was never started."""

    today: date
    slug: str
    name: str
    state: str
    held_on: date
    opened_on: date | None
    closed_on: date | None
    place: str | None
    tags: tuple[str, ...]
    people: tuple[Attendee, ...]
    promises: tuple[EventPromise, ...]


class EventEnd(NamedTuple):
    """The end of an event: who was there, and days for the first follow-ups; stored only if `is_stored`."""

    today: date
    slug: str
    name: str
    opened_on: date
    closed_on: date
    per_day: int
    people: tuple[Attendee, ...]
    promises: tuple[EventPromise, ...]
    is_stored: bool


class EventLine(NamedTuple):
    """A line of the list: how many people were met there, and how many contacts belong to it."""

    slug: str
    name: str
    state: str
    held_on: date
    place: str | None
    tags: tuple[str, ...]
    people: int
    contacts: int


class Events(NamedTuple):
    """Every event, the newest first."""

    today: date
    events: tuple[EventLine, ...]
