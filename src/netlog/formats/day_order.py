"""Dates written in numbers: which number is the day is decided over a whole file, not line by line."""

from datetime import date
from typing import Protocol

from netlog.errors import FormatProblem

MONTHS = 12


class Reader(Protocol):
    """What the numbers of a date mean, in the order they are written."""

    def __call__(self, first: str, second: str, third: str, /) -> date:
        """The day; raises ValueError if there is none."""
        ...


class DayOrder:
    """What the dates of a file, given one after the other, tell about their own order."""

    def __init__(self, today: date) -> None:
        self.latest = today.toordinal() + 1
        self.is_open = False
        self.large = [0, 0]
        self.faults = [0, 0]
        self.before: list[date | None] = [None, None]

    def see(self, first: str, second: str, third: str) -> None:
        """Take one more date into account; one that begins with its year tells nothing."""
        if len(first) > 2:
            return
        self.is_open = self.is_open or int(first) != int(second)
        self.large[0] += int(first) > MONTHS
        self.large[1] += int(second) > MONTHS
        for at, read in enumerate((day_first, month_first)):
            self._weigh(at, read, (first, second, third))

    def _weigh(self, at: int, read: Reader, numbers: tuple[str, str, str]) -> None:
        """Count a date that lies in the future, or before the one above it, against a way of reading."""
        try:
            on = read(*numbers)
        except ValueError:
            return
        before = self.before[at]
        self.faults[at] += on.toordinal() > self.latest or (before is not None and on < before)
        self.before[at] = on

    def reader(self, *, said: bool | None) -> Reader:
        """How to read the dates: as their numbers tell, else as was said; raises FormatProblem without either."""
        if not self.is_open:
            return day_first
        for day, month in (self.large, self.faults[::-1]):
            if day != month:
                return day_first if day > month else month_first
        if said is None:
            raise FormatProblem(
                "the dates of this file can be read in two ways", hint="say which with --day-first or --month-first"
            )
        return day_first if said else month_first


def day_first(first: str, second: str, third: str) -> date:
    """The day of 31/12/2026, or of 2026-12-31."""
    return year_first(first, second, third) if len(first) > 2 else date(_year(third), int(second), int(first))


def month_first(first: str, second: str, third: str) -> date:
    """The day of 12/31/2026, or of 2026-12-31."""
    return year_first(first, second, third) if len(first) > 2 else date(_year(third), int(first), int(second))


def year_first(first: str, second: str, third: str) -> date:
    """The day of 2026-12-31."""
    return date(int(first), int(second), int(third))


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) < 3 else 0)
