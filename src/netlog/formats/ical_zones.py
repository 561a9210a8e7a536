"""Moments of a calendar file: days, times in a zone, and which zone a name means."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from icalendar import Timezone
from icalendar.timezone import tzp

from netlog.formats.ical_lines import Line

WRITTEN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII | re.IGNORECASE)
DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?", re.ASCII
)
FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_NAME, LONGEST_ZONE, MOST_ZONES = 100, 200, 100
FRIENDLY_RULE = re.compile(r"RRULE[^:]*:(?=.*FREQ=YEARLY)(?!.*BY(?:HOUR|MINUTE|SECOND|SETPOS|YEARDAY|WEEKNO))", re.I)


class Moment(NamedTuple):
    """A day or a time on the wall of its zone; without a zone it is the reader's own."""

    wall: datetime
    zone: tzinfo | None
    is_day: bool = False

    @property
    def instant(self) -> datetime:
        """The same as an aware instant."""
        return self.wall.astimezone() if self.zone is None else self.wall.replace(tzinfo=self.zone)

    def seen_in(self, zone: tzinfo | None) -> datetime:
        """What the wall of another zone shows; a day is the same everywhere."""
        if self.is_day or self.zone is zone:
            return self.wall
        return self.instant.astimezone(zone).replace(tzinfo=None)


class Zones:
    """The zones of one file: by the names everybody knows, Windows' names, or as the file itself defines them."""

    def __init__(self) -> None:
        self.by_name: dict[str, tzinfo | None] = {}
        self.floating: tzinfo | None = None

    def define(self, lines: list[str]) -> None:
        """Take note of a zone that the file defines, unless its name is known already."""
        name = next((line[5:].strip() for line in lines if line[:5].upper() == "TZID:"), "")
        if name and self.named(name) is None and len(self.by_name) < MOST_ZONES:
            self.by_name[name] = defined_zone(lines)

    def named(self, name: str) -> tzinfo | None:
        """The zone of that name; none when nobody knows it."""
        if name not in self.by_name and len(self.by_name) < MOST_ZONES:
            self.by_name[name] = known_zone(name)
        return self.by_name.get(name)

    def readable(self, line: Line) -> Iterator[Moment]:
        """The moments of a line, several between commas, without those that cannot be read or lie out of range."""
        for value in line.value.split(","):
            try:
                moment = self.moment(value, line.params)
            except ValueError:
                continue
            if FIRST_YEAR <= moment.wall.year <= LAST_YEAR:
                yield moment

    def moment(self, value: str, params: Mapping[str, str]) -> Moment:
        """One moment, of a period its start; raises ValueError when it cannot be read."""
        if not (match := WRITTEN.fullmatch(value.partition("/")[0].strip())):
            raise ValueError(value)
        year, month, day, hour, minute, second, utc = match.groups()
        on = date(int(year), int(month), int(day))
        if hour is None:
            return Moment(datetime.combine(on, time()), None, is_day=True)
        wall = datetime.combine(on, time(int(hour), int(minute), min(int(second or 0), 59)))
        return Moment(wall, UTC if utc else self.zone_of(params))

    def zone_of(self, params: Mapping[str, str]) -> tzinfo | None:
        """The zone that a line names, else the one the calendar gives to times without."""
        return (self.named(params["TZID"]) if "TZID" in params else None) or self.floating


def known_zone(name: str) -> tzinfo | None:
    """The zone that the system or Windows calls so; a vendor's prefix, as in /example.org/Europe/Rome, is left out."""
    parts = name.strip().split("/")
    shorter = ["/".join(parts[-count:]) for count in (3, 2) if not parts[0] and len(parts) > count]
    for each in shorter or [name.strip()]:
        try:
            zone = tzp.timezone(each) if 0 < len(each) <= LONGEST_NAME else None
        except (OSError, ValueError):
            zone = None
        if zone:
            return zone
    return None


def defined_zone(lines: list[str]) -> tzinfo | None:
    """The zone as its own lines define it; none when they make no sense or would take for ever to follow."""
    rules = [line for line in lines if line.upper().startswith("RRULE")]
    if len(lines) > LONGEST_ZONE or not all(FRIENDLY_RULE.match(rule) for rule in rules):
        return None
    text = "\r\n".join(("BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", ""))
    try:
        made = Timezone.from_ical(text)
        zone = made.to_tz(lookup_tzid=False) if isinstance(made, Timezone) else None
        return zone if zone and datetime(2026, 1, 1, tzinfo=zone).utcoffset() is not None else None
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError):
        return None


def read_duration(value: str) -> timedelta | None:
    """How long `PT1H30M` is; none for what is no such thing, or goes backwards."""
    match = DURATION.fullmatch(value.strip().upper())
    if not match:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
