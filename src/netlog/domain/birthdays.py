"""Birthdays, with or without a year: read, written, and when the next one comes."""

import re
from datetime import date
from typing import NamedTuple

from netlog.errors import UnreadableDate

WRITTEN = re.compile(r"(?:(?P<year>[0-9]{4})-?|--)?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})")
LEAP_YEAR = 2000
EARLY_TIERS = ("inner", "close")


class Birthday(NamedTuple):
    """A day of the year, and the year of birth when it is known."""

    year: int | None
    month: int
    day: int

    def __str__(self) -> str:
        """ISO 8601: `YYYY-MM-DD`, or `--MM-DD` without a year."""
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"


def read_birthday(text: str) -> Birthday:
    """`1988-02-29`, `--02-29` or `02-29`, hyphens optional; UnreadableDate when there is no such day."""
    if not (match := WRITTEN.fullmatch(text.strip())):
        raise _unreadable(text)
    year = int(match["year"]) if match["year"] else None
    month, day = int(match["month"]), int(match["day"])
    try:
        date(LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        raise _unreadable(text) from None
    return Birthday(year, month, day)


def _unreadable(text: str) -> UnreadableDate:
    return UnreadableDate(f"no birthday is written {text!r}", hint="write 1988-02-29, or 02-29 without a year")


def next_birthday(month: int, day: int, today: date) -> date:
    """The next one from `today` on, today included; 29 February is kept on the 28th of common years."""
    this_year = _in_year(month, day, today.year)
    return this_year if this_year >= today else _in_year(month, day, today.year + 1)


def birthday_on(written: str, today: date) -> date:
    """The next one of the birthday as `Birthday` writes it, today included."""
    born = read_birthday(written)
    return next_birthday(born.month, born.day, today)


def _in_year(month: int, day: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def turns(year: int | None, on: date) -> int | None:
    """The age reached on that birthday; none when the year is unknown or not yet over."""
    return on.year - year if year is not None and on.year > year else None


def lead_days(tier: str | None) -> int:
    """How many days ahead a birthday is mentioned: a week for the nearest, else on the day."""
    return 7 if tier in EARLY_TIERS else 0
