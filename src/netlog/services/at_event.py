"""What a running event gives to the people and contacts that are written down meanwhile."""

from datetime import date
from typing import NamedTuple

from netlog.domain.events import is_forgotten, labels_of, takes
from netlog.domain.wording import ago
from netlog.ports import Reader


class Setting(NamedTuple):
    """The event something belongs to, what it gives, and what to say of it."""

    event: str | None = None
    place: str | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


ELSEWHERE = Setting()


def setting(reader: Reader, on: date, *, today: date) -> Setting:
    """The event that is open, if what happened on that day belongs to it."""
    event = reader.open_event()
    if event is None or event.opened_on is None or on < event.opened_on:
        return ELSEWHERE
    if is_forgotten(event.opened_on, today):
        since = ago((today - event.opened_on).days)
        forgotten = f"{event.name} was started {since} and not ended, so this does not belong to it: netlog event end"
        return Setting(notes=(forgotten,))
    return (
        Setting(event.name, event.venue, labels_of(event.labels))
        if takes(event.opened_on, on=on, today=today)
        else ELSEWHERE
    )


def said(around: Setting, *, place: str | None = None) -> tuple[str, ...]:
    """What the receipt says of it."""
    if around.event is None:
        return around.notes
    parts = [f"at {around.event}, which is running", *(f"+{tag}" for tag in around.tags), place]
    return (" · ".join(part for part in parts if part),)
