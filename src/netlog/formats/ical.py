"""iCalendar: meetings and birthdays are read from it, and what is due is written as a feed."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from netlog.errors import FormatProblem
from netlog.formats.ical_birthdays import birthday_card
from netlog.formats.ical_events import Event, read_event, somebody
from netlog.formats.ical_feed import write
from netlog.formats.ical_lines import EVENT, ZONE, Line, Piece, pieces, read_line
from netlog.formats.ical_meetings import slack, talk, unfit
from netlog.formats.ical_series import MOST, TooOften, occurrences, repeats
from netlog.formats.ical_zones import Moment, Zones
from netlog.formats.mail_addresses import Me, address_key, read_me, the_most_common
from netlog.interchange import Format, Reading, Record, Rejected, Skipped, Source

BEGIN = re.compile(rb"\s*BEGIN:(VCALENDAR|VEVENT)\s", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s@/\\]+@[^\s@/\\]+\.[a-z]{2,}", re.IGNORECASE)
YEARS = 2
"""How far back meetings are read unless the user says otherwise."""


class Days(NamedTuple):
    """The first and the last day whose meetings are wanted."""

    first: date
    last: date


class Survey(NamedTuple):
    """What has to be known of the whole file before its first event: zones, who was moved, and who I may be."""

    zones: Zones
    moved: dict[str, list[Line]]
    addresses: Counter[str]
    title: list[str]


def recognise(source: Source) -> int:
    """How sure it is that the source is a calendar; a file of two-byte letters looks the same without its zeros."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return 100 if BEGIN.match(head.replace(b"\0", b"")) else 0


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Meetings with others within the days, birthdays as people, and what was left out or cannot be read."""
    survey = surveyed(source, reading)
    me = who_am_i(source, reading, survey)
    days = wanted_days(reading)
    for piece in pieces(source, reading.encoding):
        if piece.sort == EVENT:
            yield from records(piece, survey, me, days)


def wanted_days(reading: Reading) -> Days:
    """The days of the reading: by default the last years, and never what is still to come."""
    last = min(reading.until or reading.today, reading.today)
    return Days(reading.since or reading.today - relativedelta(years=YEARS), last)


def surveyed(source: Source, reading: Reading) -> Survey:
    """A first look through the file; raises FormatProblem when it is no calendar."""
    survey = Survey(Zones(), {}, Counter(), [])
    seen = 0
    for piece in pieces(source, reading.encoding):
        seen += 1
        if piece.sort == ZONE:
            survey.zones.define(piece.lines)
        elif piece.sort == EVENT:
            note_event(survey, piece)
        else:
            note_calendar(survey, piece)
    if not seen and not recognise(source):
        raise FormatProblem(f"{source.name} is not a calendar", hint="choose an .ics file, of a zip one by one")
    return survey


def note_event(survey: Survey, piece: Piece) -> None:
    """Take note of whom an event names, and of which day of a series it stands instead of."""
    lines = [line for raw in piece.lines if (line := read_line(raw))]
    who = {somebody(line).address for line in lines if line.name in {"ORGANIZER", "ATTENDEE"}}
    survey.addresses.update(address_key(address) for address in who if address)
    instead = [line for line in lines if line.name == "RECURRENCE-ID"]
    if instead:
        uid = next((" ".join(line.text.split()) for line in lines if line.name == "UID"), "")
        survey.moved.setdefault(uid, []).append(instead[0])


def note_calendar(survey: Survey, piece: Piece) -> None:
    """Take note of the calendar's own zone, and of its title if that may be its owner's address."""
    line = read_line(piece.lines[0])
    if line and line.name == "X-WR-TIMEZONE":
        survey.zones.floating = survey.zones.floating or survey.zones.named(line.value.strip())
    elif line:
        survey.title.append(line.text)


def who_am_i(source: Source, reading: Reading, survey: Survey) -> Me:
    """Who the user said they are, else the calendar's owner: by its title, its file's name, or most of its events."""
    me = read_me(reading.me)
    if me.addresses:
        return me
    told = (match for text in (*survey.title, source.name.removesuffix(".ics")) if (match := ADDRESS.search(text)))
    named = next((address_key(match[0]) for match in told), "")
    owner = named if named in survey.addresses else the_most_common(survey.addresses)
    return me._replace(addresses=frozenset({owner} - {""}))


def records(piece: Piece, survey: Survey, me: Me, days: Days) -> Iterator[Record]:
    """What one event says."""
    try:
        event = read_event(piece, survey.zones)
        card = birthday_card(event, piece.where)
        reason = "" if card else unfit(event, me)
        if card:
            yield card
        elif reason:
            yield Skipped(piece.where, reason)
        else:
            yield from talks(piece.where, event, survey, me, days)
    except ValueError as problem:
        yield Rejected(piece.where, str(problem))
    except TooOften:
        yield Skipped(piece.where, f"repeats within a day or more than {MOST:,} times")


def talks(where: str, event: Event, survey: Survey, me: Me, days: Days) -> Iterator[Record]:
    """The meetings of an event within the days; all of them are known before the first is given."""
    found = [talk(event, start, me, where) for start in starts(event, survey, days)]
    wanted = [each for each in found if days.first <= each.on <= days.last]
    yield from wanted
    if not wanted:
        is_ahead = not repeats(event) and event.start.wall.date() > days.last
        yield Skipped(where, "still to come" if is_ahead else "outside the chosen days")


def starts(event: Event, survey: Survey, days: Days) -> list[Moment]:
    """When the event took place, around those days."""
    if event.instead_of or not repeats(event):
        return [event.start] if event.start.wall.year >= days.first.year - 1 else []
    first, last = slack(datetime.combine(days.first, time.min), datetime.combine(days.last, time.max))
    moved = [moment for line in survey.moved.get(event.uid, ()) for moment in survey.zones.readable(line)]
    return occurrences(event, first, last, moved)


FORMAT = Format("ical", "iCalendar", recognise, read, write, needs_people=True)
