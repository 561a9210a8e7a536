"""Days as exports and spreadsheets write them, in numbers of either order and with months in words."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from netlog.domain.birthdays import Birthday, read_birthday
from netlog.domain.folding import fold
from netlog.errors import UnreadableDate

NO_YEAR = 1604
"""The year that Apple and Exchange write when they do not know it."""

MONTH_WORDS = (
    "jan january gen gennaio sty styczen stycznia",
    "feb february febbraio lut luty lutego",
    "mar march marzo marzec marca",
    "apr april aprile kwi kwiecien kwietnia",
    "may mag maggio maj maja",
    "jun june giu giugno cze czerwiec czerwca",
    "jul july lug luglio lip lipiec lipca",
    "aug august ago agosto sie sierpien sierpnia",
    "sep sept september set sett settembre wrz wrzesien wrzesnia",
    "oct october ott ottobre paz pazdziernik pazdziernika",
    "nov november novembre lis listopad listopada",
    "dec december dic dicembre gru grudzien grudnia",
)
MONTHS = {word: number for number, words in enumerate(MONTH_WORDS, start=1) for word in words.split()}

CLOCK = r"(?:[T,\s]+[0-9]{1,2}[:.][0-9]{2}.*)?"
YEAR_FIRST = re.compile(rf"([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){CLOCK}")
NUMERIC = re.compile(rf"([0-9]{{1,2}})[-/.] ?([0-9]{{1,2}})[-/.] ?([0-9]{{4}}|[0-9]{{2}}){CLOCK}")
DAY_MONTH = re.compile(rf"([0-9]{{1,2}})[-. ]+([^\W\d_]{{3,12}})[-., ]+([0-9]{{4}}|[0-9]{{2}}){CLOCK}")
MONTH_DAY = re.compile(rf"([^\W\d_]{{3,12}})[. ]+([0-9]{{1,2}})[, ]+([0-9]{{4}}){CLOCK}")


def is_zero(text: str) -> bool:
    """Whether the text is how a program writes no day at all: `0/0/00`, `00.00.0000 00:00`."""
    return not text.strip("0/.-: ")


def read_day(text: str, today: date, *, day_first: bool) -> date | None:
    """The day a text names, a time of day after it left out; None when it names none."""
    tidy = text.strip()
    if found := YEAR_FIRST.fullmatch(tidy):
        return day_or_none(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMERIC.fullmatch(tidy):
        day, month = (found[1], found[2]) if day_first else (found[2], found[1])
        return day_or_none(full_year(found[3], today), int(month), int(day))
    if found := DAY_MONTH.fullmatch(tidy):
        return day_or_none(full_year(found[3], today), month_named(found[2]), int(found[1]))
    if found := MONTH_DAY.fullmatch(tidy):
        return day_or_none(int(found[3]), month_named(found[1]), int(found[2]))
    return None


def read_past_day(text: str, today: date, *, day_first: bool) -> date | None:
    """The day a text names, if it has come; a day ahead is today, since a server's clock may be."""
    day = read_day(text, today, day_first=day_first)
    return None if day is None or day > today + timedelta(1) else min(day, today)


def read_born(text: str, today: date, *, day_first: bool) -> str | None:
    """A birthday in ISO 8601, without the year where it is unknown; None when it is none, or lies ahead."""
    try:
        born = read_birthday(text)
    except UnreadableDate:
        day = read_day(text, today, day_first=day_first)
        if day is None:
            return None
        born = Birthday(day.year, day.month, day.day)
    if born.year == NO_YEAR:
        born = born._replace(year=None)
    return None if born.year is not None and date(born.year, born.month, born.day) > today else str(born)


def order_of(texts: Iterable[str]) -> bool | None:
    """Whether numeric dates have the day first, told by a number above 12; None when none tells, or they disagree."""
    seen = set()
    for text in texts:
        if found := NUMERIC.fullmatch(text.strip()):
            first, second = int(found[1]) > 12, int(found[2]) > 12
            if first != second:
                seen.add(first)
    return seen.pop() if len(seen) == 1 else None


def full_year(digits: str, today: date) -> int:
    """A year of two digits is the last such year that has begun."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + 100 * ((today.year - year) // 100)


def month_named(word: str) -> int:
    """The number of a month in English, Italian or Polish, whatever the system's language; 0 for other words."""
    return MONTHS.get(fold(word), 0)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
