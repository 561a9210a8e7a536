"""An event of a calendar file: when, what, where and with whom."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from netlog.formats.ical_lines import Line, Piece, read_line
from netlog.formats.ical_zones import FIRST_YEAR, LAST_YEAR, Moment, Zones, read_duration
from netlog.formats.mail_addresses import named, tidy
from netlog.interchange import Mention

THINGS = frozenset({"ROOM", "RESOURCE", "GROUP"})
THING_HOSTS = ("@resource.calendar.google.com", "@group.calendar.google.com", "@import.calendar.google.com")
ABSENT = "NON-PARTICIPANT"
SCHEME = re.compile(r"\s*mailto:\s*", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s@<>:]+@[^\s@<>:]+")
LINKED = ("LOCATION", "URL", "X-GOOGLE-CONFERENCE", "CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
BIRTH_YEARS = 1500
"""Calendars of birthdays without a year begin in 1604."""


class Guest(NamedTuple):
    """Somebody asked to come, and what became of that."""

    mention: Mention
    has_declined: bool
    is_person: bool


class Event(NamedTuple):
    """An event, or a series of them when it has a rule or further dates."""

    uid: str
    start: Moment
    lasts: timedelta | None
    summary: str
    location: str
    links: tuple[str, ...]
    organiser: Mention | None
    guests: tuple[Guest, ...]
    is_cancelled: bool
    rule: str
    added: tuple[Moment, ...]
    excluded: tuple[Moment, ...]
    instead_of: Moment | None


def read_event(piece: Piece, zones: Zones) -> Event:
    """The event of a piece; raises ValueError, saying why, when there is no telling when it was."""
    lines = [line for raw in piece.lines if (line := read_line(raw))]
    first = {line.name: line for line in reversed(lines)}
    if not piece.is_whole:
        raise ValueError("the event has no end")
    start = started(first.get("DTSTART"), zones)
    location = text_of(first.get("LOCATION"))
    return Event(
        uid=text_of(first.get("UID")),
        start=start,
        lasts=duration(first, start, zones),
        summary=text_of(first.get("SUMMARY")),
        location=location,
        links=tuple(text_of(first[name]) for name in LINKED if name in first),
        organiser=somebody(first["ORGANIZER"]) if "ORGANIZER" in first else None,
        guests=tuple(guest(line) for line in lines if line.name == "ATTENDEE"),
        is_cancelled=text_of(first.get("STATUS")).upper() == "CANCELLED",
        rule=first["RRULE"].value.strip() if "RRULE" in first else "",
        added=moments(lines, "RDATE", zones),
        excluded=moments(lines, "EXDATE", zones),
        instead_of=next(iter(moments(lines, "RECURRENCE-ID", zones)), None),
    )


def text_of(line: Line | None) -> str:
    """The text of a line, on one line; empty without it."""
    return tidy(line.text) if line else ""


def started(line: Line | None, zones: Zones) -> Moment:
    """When the event starts; raises ValueError when that cannot be told."""
    if line is None:
        raise ValueError("the event has no start")
    try:
        start = zones.moment(line.value, line.params)
    except ValueError:
        raise ValueError("the start cannot be read") from None
    if not (BIRTH_YEARS if start.is_day else FIRST_YEAR) <= start.wall.year <= LAST_YEAR:
        raise ValueError("the start is out of range")
    return start


def duration(first: dict[str, Line], start: Moment, zones: Zones) -> timedelta | None:
    """How long the event takes; none when nobody says, or it would end before it begins."""
    if "DURATION" in first:
        return read_duration(first["DURATION"].value)
    try:
        end = zones.moment(first["DTEND"].value, first["DTEND"].params) if "DTEND" in first else start
        took = end.wall - start.wall if end.is_day or start.is_day else end.instant - start.instant
    except (ValueError, OverflowError):
        return None
    return took if took > timedelta(0) else None


def moments(lines: Sequence[Line], name: str, zones: Zones) -> tuple[Moment, ...]:
    """All moments of the lines of that name that can be read."""
    return tuple(moment for line in lines if line.name == name for moment in zones.readable(line))


def guest(line: Line) -> Guest:
    """The guest of a line."""
    mention = somebody(line)
    is_thing = line.params.get("CUTYPE", "").upper() in THINGS or line.params.get("ROLE", "").upper() == ABSENT
    declined = line.params.get("PARTSTAT", "").upper() == "DECLINED"
    return Guest(mention, declined, is_person=not is_thing and is_person(mention))


def somebody(line: Line) -> Mention:
    """Who a line means: its name, and its address if that is one."""
    value = SCHEME.sub("", line.value, count=1).strip()
    return named(line.params.get("CN", "").replace("\\,", ","), value if ADDRESS.fullmatch(value) else "")


def is_person(mention: Mention) -> bool:
    """Whether that is somebody rather than nobody, a room or a calendar."""
    return bool(mention.name or mention.address) and not mention.address.lower().endswith(THING_HOSTS)
