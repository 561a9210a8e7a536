"""A mentorship as a cycle of days: its rhythm, the months without meetings, its middle and its end.

Days are ordinals. Nothing here counts for or against anybody: it says what was agreed, and when.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netlog.domain.wording import count

MENTOR, MENTEE = "mentor", "mentee"
ROLES = (MENTOR, MENTEE)
CLOSED, RENEWED = "closed", "renewed"

A_WEEK = 7
"""Days on which the middle, and later paying it forward, are spoken of."""

BEFORE_THE_END = 14
"""Days before the end from which it is spoken of."""

SHORT = 42
"""Days below which a cycle has no middle worth a line: its end would follow at once."""

MONTHS = 12


class Terms(NamedTuple):
    """What a mentorship asks of the clock: how often, from when, until it was ended, and in which months not."""

    every_days: int
    began_on: int
    ended_on: int | None = None
    not_months: frozenset[int] = frozenset()

    def runs_on(self, day: int) -> bool:
        """Whether the cycle has begun on that day, and not ended."""
        return self.began_on <= day and (self.ended_on is None or day < self.ended_on)


def rhythm(several: Collection[Terms], day: int) -> int | None:
    """The days between meetings that hold on that day, the shortest where there are two roles; None without."""
    return min((terms.every_days for terms in several if terms.runs_on(day)), default=None)


def away_until(several: Collection[Terms], day: int) -> int:
    """The first day after the months without meetings in which `day` lies; 0 where it lies in none."""
    months = frozenset[int]().union(*(terms.not_months for terms in several if terms.runs_on(day)))
    on = date.fromordinal(day)
    if on.month not in months:
        return 0
    first = on.replace(day=1)
    for _ in range(MONTHS):
        first = month_after(first)
        if first.month not in months:
            break
    return first.toordinal()


def turning_days(several: Collection[Terms], day: int) -> Iterator[int]:
    """Days on which rhythm or absence may change: beginnings, ends, and the turns of months around `day`."""
    for terms in several:
        yield terms.began_on
        if terms.ended_on is not None:
            yield terms.ended_on
    if any(terms.not_months and terms.runs_on(day) for terms in several):
        this = date.fromordinal(day).replace(day=1)
        yield this.toordinal()
        yield month_after(this).toordinal()


def month_after(first: date) -> date:
    """The first day of the next month; time ends with the year 9999."""
    if (first.year, first.month) == (date.max.year, MONTHS):
        return date.max
    return date(first.year + first.month // MONTHS, first.month % MONTHS + 1, 1)


def middle(began_on: int, until_on: int) -> int:
    """The day on which half of the time is over."""
    return (began_on + until_on + 1) // 2


def halfway_from(*, began_on: int, until_on: int, is_running: bool) -> int | None:
    """From when the middle is spoken of; not in a cycle so short that its end is next."""
    return middle(began_on, until_on) if is_running and until_on - began_on >= SHORT else None


def ending_from(*, began_on: int, until_on: int, is_running: bool) -> int | None:
    """From when the end is spoken of, until it is renewed or ended; never in the first half."""
    return max(until_on - BEFORE_THE_END, middle(began_on, until_on)) if is_running else None


def pay_forward_from(*, role: str, ending: str | None, ended_on: int | None) -> int | None:
    """From when paying it forward is spoken of: once a cycle of mine as mentee was closed."""
    return ended_on if role == MENTEE and ending == CLOSED else None


def planned(*, began_on: int, until_on: int, every_days: int) -> int:
    """Sessions that the rhythm makes between two days, the first one an interval after the start."""
    return max(0, until_on - began_on) // every_days


def lasting(began_on: date, until_on: date) -> str:
    """How long a cycle lasts in the largest unit that fits: "1 year", "6 months", "5 weeks", "40 days"."""
    months = 12 * (until_on.year - began_on.year) + until_on.month - began_on.month
    days = (until_on - began_on).days
    last = date.fromordinal(month_after(until_on.replace(day=1)).toordinal() - 1).day
    if months and until_on.day == min(began_on.day, last):
        return count(months // MONTHS, "year") if months % MONTHS == 0 else count(months, "month")
    return count(days, "day") if days % A_WEEK else count(days // A_WEEK, "week")


def every(days: int) -> str:
    """A rhythm in words: "every week", "every 2 weeks", "every 30 days"."""
    if days % A_WEEK == 0:
        return "every week" if days == A_WEEK else f"every {days // A_WEEK} weeks"
    return "every day" if days == 1 else f"every {days} days"
