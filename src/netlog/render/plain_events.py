"""Events as rows for pipes."""

from collections.abc import Iterable, Iterator

from netlog.domain.views_events import Attendee, EventEnd, EventPromise, Events, EventSheet
from netlog.render.plain import Row, rows

SHEET = ("slug", "name", "state", "held_on", "opened_on", "closed_on", "place", "tags")
END = ("slug", "name", "opened_on", "closed_on", "per_day", "is_stored")


def sheet(view: EventSheet) -> Iterator[Row]:
    """The event field by field, then its people and promises."""
    yield from ((name, getattr(view, name)) for name in SHEET)
    yield from _people(view.people, view.promises)


def end(view: EventEnd) -> Iterator[Row]:
    """The end field by field, then people with the days of their follow-ups, and promises."""
    yield from ((name, getattr(view, name)) for name in END)
    yield from _people(view.people, view.promises)


def _people(people: Iterable[Attendee], promises: Iterable[EventPromise]) -> Iterator[Row]:
    yield from (("person", *each) for each in people)
    yield from (("promise", *each) for each in promises)


def events(view: Events) -> Iterator[Row]:
    """One row per event, the newest first."""
    return (tuple(each) for each in view.events)


rows.register(EventSheet, sheet)
rows.register(EventEnd, end)
rows.register(Events, events)
