"""The days of an event that repeats, found in bounded time whatever its rule says."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from netlog.formats.ical_events import Event
from netlog.formats.ical_zones import Moment, Zones

MOST = 1_000
"""Occurrences of one event that are taken."""

STEPS = 100_000
CYCLES = 19 * 400
"""A rule that never comes true is followed to the year 9999. The calendar repeats itself every 400 years, so rules are
followed that many years later, where the end is near."""

NUMBERS = r"[+-]?\d{1,3}(?:,[+-]?\d{1,3})*"
PART = re.compile(
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|(?:INTERVAL|COUNT)=0*[1-9]\d{0,5}|WKST=(?:MO|TU|WE|TH|FR|SA|SU)"
    rf"|BY(?:SETPOS|MONTH|MONTHDAY|YEARDAY|WEEKNO|HOUR|MINUTE|SECOND)={NUMBERS}"
    r"|BYDAY=(?:[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU),?)+"
)
WITHIN_A_DAY = re.compile(r"FREQ=(?:HOUR|MINUTE|SECOND)LY")
LONGEST_RULE = 500
FOREVER = datetime(2300, 1, 1)


class TooOften(Exception):
    """The event repeats more often than anybody meets."""


def is_yearly(event: Event) -> bool:
    """Whether the event comes back every year."""
    return "FREQ=YEARLY" in event.rule.upper()


def repeats(event: Event) -> bool:
    """Whether there is more than one of the event."""
    return bool(event.rule or event.added)


def occurrences(event: Event, first: datetime, last: datetime, moved: Collection[Moment]) -> list[Moment]:
    """The starts between two times of the wall; raises TooOften, and ValueError for a rule that cannot be read.

    Left out are those excluded, and those that stand in the file by themselves because they were `moved`.
    """
    away = {on_wall(event, moment) for moment in (*event.excluded, *moved)}
    whole_days = {moment.wall.date() for moment in event.excluded if moment.is_day}
    starts = {start for start in ruled(event, last) if first <= start <= last}
    starts.update(start for moment in event.added if first <= (start := on_wall(event, moment)) <= last)
    if first <= event.start.wall <= last:
        starts.add(event.start.wall)
    kept = sorted(start for start in starts - away if start.date() not in whole_days)
    if len(kept) > MOST:
        raise TooOften
    return [event.start._replace(wall=start) for start in kept]


def on_wall(event: Event, moment: Moment) -> datetime:
    """What the wall of the event shows at another moment; of an event of whole days, midnight."""
    if event.start.is_day:
        return datetime.combine(moment.wall.date(), time())
    return moment.seen_in(event.start.zone)


def ruled(event: Event, last: datetime) -> Iterator[datetime]:
    """The starts by the event's rule, in order, until a time of the wall."""
    if not event.rule:
        return
    rule, until = read_rule(event)
    end = later(min(last, until) if until else last)
    try:
        for number, start in enumerate(islice(rrulestr(rule, dtstart=later(event.start.wall)), STEPS + 1)):
            if start > end:
                return
            if number == STEPS:
                raise TooOften
            yield start.replace(year=start.year - CYCLES)
    except (ValueError, TypeError, IndexError, OverflowError):
        raise ValueError("the rule of repetition cannot be read") from None


def later(wall: datetime) -> datetime:
    """The same time of the same sort of year, close to the end of the calendar."""
    return wall.replace(year=wall.year + CYCLES)


def read_rule(event: Event) -> tuple[str, datetime | None]:
    """The rule without its end, and its end on the event's wall; raises as `occurrences` does."""
    text = event.rule.upper().rstrip(";")
    if WITHIN_A_DAY.search(text):
        raise TooOften
    parts = text.split(";")
    ends = [part.removeprefix("UNTIL=") for part in parts if part.startswith("UNTIL=")]
    rest = [part for part in parts if not part.startswith(("UNTIL=", "X-", "RSCALE=GREGORIAN"))]
    if len(text) > LONGEST_RULE or not all(PART.fullmatch(part) for part in rest) or "FREQ=" not in text:
        raise ValueError("the rule of repetition cannot be read")
    return ";".join(rest), ended(event, ends[0]) if ends else None


def ended(event: Event, written: str) -> datetime:
    """The last moment of a rule on the event's wall; a mere day is meant to its end."""
    moment = Zones().moment(written, {})
    if not 1 < moment.wall.year < FOREVER.year:
        return FOREVER
    if moment.is_day:
        return moment.wall + timedelta(days=1, seconds=-1)
    return moment.seen_in(event.start.zone) if moment.zone else moment.wall
