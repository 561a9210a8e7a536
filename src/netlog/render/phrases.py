"""Dates and counts as people say them; pure, and the same in every language setting."""

import re
from collections.abc import Sequence
from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEKDAYS_IN_FULL = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_IN_FULL = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
IN_DAYS_UP_TO = 90
IN_MONTHS_UP_TO = 24
BIRTHDAY = re.compile(r"(?:([0-9]{4})|-)-(0[1-9]|1[0-2])-([0-3][0-9])")


def day(on: date, today: date) -> str:
    """A date with its weekday, and its year unless it is this one: `Fri 20 Nov`."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}{year}"


def day_in_full(on: date) -> str:
    """A date as a title: `Saturday 21 November 2026`."""
    return f"{WEEKDAYS_IN_FULL[on.weekday()]} {on.day} {MONTHS_IN_FULL[on.month - 1]} {on.year}"


def distance(on: date, today: date) -> str:
    """How far away a date is: `today`, `yesterday`, `12 days ago`, `in 3 months`."""
    days = (on - today).days
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get(days)
    if near:
        return near
    span = _span(min(on, today), max(on, today))
    return f"in {span}" if days > 0 else f"{span} ago"


def _span(first: date, last: date) -> str:
    days = (last - first).days
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if days < IN_DAYS_UP_TO:
        return count(days, "day")
    return count(months, "month") if months < IN_MONTHS_UP_TO else count(months // 12, "year")


def dated(on: date, today: date) -> str:
    """How far away, and which day: `12 days ago, Mon 9 Nov`."""
    return f"{distance(on, today)}, {day(on, today)}"


def month(stamp: str) -> str:
    """A month written `YYYY-MM`, as `Nov 2026`; anything else as it is."""
    year, _, number = stamp.partition("-")
    known = number.isdecimal() and number.isascii() and 1 <= int(number) <= len(MONTHS)
    return f"{MONTHS[int(number) - 1]} {year}" if known else stamp


def birthday(written: str) -> str:
    """A birthday in ISO 8601, with or without a year, as `29 Feb 1988` or `3 May`; anything else as it is."""
    if not (found := BIRTHDAY.fullmatch(written)):
        return written
    year, number, on = found.groups(default="")
    return f"{int(on)} {MONTHS[int(number) - 1]} {year}".rstrip()


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 day`, `1,204 people`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def people(number: int) -> str:
    """So many people: `1 person`, `512 people`."""
    return count(number, "person", "people")


def listed(names: Sequence[str]) -> str:
    """Names in a row: `A`, `A and B`, `A, B and C`."""
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last
