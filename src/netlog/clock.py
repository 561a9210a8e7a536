"""What time it is for the user: the day, the instant in UTC, the zone."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from netlog.errors import UnreadableDate

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Days outside are typing mistakes, and conversions between zones stay in range."""

NOON = time(12)


class Clock(NamedTuple):
    """One reading of the clock, taken when the command began; `today` begins at the configured hour."""

    now: datetime
    zone: str
    today: date

    @property
    def stamp(self) -> str:
        """The instant in UTC as ISO text."""
        return utc_text(self.now)

    def instant(self, on: date, at: time | None) -> str:
        """The UTC instant of a local day: at that time, now if it is today, else at noon."""
        if at is None and on == self.today:
            return self.stamp
        return utc_text(datetime.combine(on, at or NOON).astimezone())


def read_clock(now: datetime, zone: str, *, day_starts_at: int) -> Clock:
    """The clock at the aware local instant `now`; before `day_starts_at` o'clock it is still yesterday."""
    return Clock(now, zone, (now.replace(tzinfo=None) - timedelta(hours=day_starts_at)).date())


def zone_name(environ: Mapping[str, str], now: datetime) -> str:
    """The IANA name of the local zone if the system tells it, else the offset from UTC."""
    named = environ.get("TZ", "").lstrip(":")
    if "/" in named and not named.startswith("/"):
        return named
    link = os.path.realpath("/etc/localtime")
    if not named and "zoneinfo/" in link:
        return link.rpartition("zoneinfo/")[2]
    return now.strftime("%z")


def utc_text(instant: datetime) -> str:
    """ISO text of an aware instant, to the second, in UTC."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_in_range(day: date) -> bool:
    """Whether a journal holds such days."""
    return EARLIEST <= day <= LATEST


def in_range(day: date) -> date:
    """The same day, or UnreadableDate when it lies outside what a journal holds."""
    if is_in_range(day):
        return day
    raise UnreadableDate(f"{day.isoformat()} is out of range", hint=f"dates go from {EARLIEST:%Y} to {LATEST:%Y}")
