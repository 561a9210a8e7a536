"""The date and the time in front of an entry of jrnl, in the ways its `timeformat` can be set to write them."""

import re
from datetime import date
from typing import NamedTuple

from netlog.formats.day_order import Reader

NUMBERS = re.compile(r"(?:[^\W\d]+\.?,? )?(\d{1,4})[-/. ]\s?(\d{1,2})[-/. ]\s?(\d{1,4})\b")
WORDED = re.compile(
    r"(?:[^\W\d]+\.?,? )?"
    r"(?:(?P<day>\d{1,2})\.? (?P<month>[^\W\d]{3,})|(?P<month_first>[^\W\d]{3,})\.? (?P<day_last>\d{1,2}))"
    r"\.?,? (?P<year>\d{4})\b"
)
YEAR_AND_DAY = ({4, 1}, {4, 2}, {2}, {1, 2})
"""How long the first and the last number are: a year has four digits or two."""

TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\s?([AaPp])\.?\s?[Mm]\.?)?(?!\d)")
MONTHS_IN_ORDER = (
    "jan gen sty,feb lut,mar,apr kwi,may mag maj,jun giu cze,jul lug lip,aug ago sie,sep set wrz,oct ott paź,nov lis,"
    "dec dic gru"
)
MONTHS = {name: at for at, names in enumerate(MONTHS_IN_ORDER.split(","), start=1) for name in names.split()}
"""Months by their first three letters, English, Italian and Polish; no two of them mean different months."""


class Stamp(NamedTuple):
    """A day, and the time as HH:MM, empty where there is none."""

    on: date
    time: str


def numbers_in(stamp: str) -> tuple[str, str, str] | None:
    """The three numbers of a date that is written in numbers."""
    found = NUMBERS.match(stamp)
    if not found or {len(found[1]), len(found[3])} not in YEAR_AND_DAY:
        return None
    return found[1], found[2], found[3]


def read_stamp(stamp: str, reader: Reader | None) -> Stamp | None:
    """The day and time that were meant, if they are any; without a reader no day in numbers is."""
    numbers = numbers_in(stamp)
    try:
        if not numbers:
            return _worded(stamp)
        return Stamp(reader(*numbers), _time(NUMBERS.sub("", stamp, count=1))) if reader else None
    except ValueError:
        return None


def _worded(stamp: str) -> Stamp | None:
    found = WORDED.match(stamp)
    month = MONTHS.get((found["month"] or found["month_first"])[:3].lower()) if found else None
    if not found or not month:
        return None
    return Stamp(date(int(found["year"]), month, int(found["day"] or found["day_last"])), _time(stamp[found.end() :]))


def _time(stamp: str) -> str:
    """The time of a stamp as HH:MM of 24 hours."""
    *_, found = (None, *TIME.finditer(stamp))
    if not found:
        return ""
    hour, minute, half = int(found[1]), int(found[2]), (found[4] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
