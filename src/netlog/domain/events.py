"""Events: whether one is running, what it gives to what is written down meanwhile, when to write to whom after it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

FORGOTTEN_AFTER = 3
"""Days after its opening from which an event that was not ended is taken for forgotten."""


def is_forgotten(opened_on: date, today: date) -> bool:
    """Whether an event that is still open should have been ended."""
    return (today - opened_on).days > FORGOTTEN_AFTER


def takes(opened_on: date, *, on: date, today: date) -> bool:
    """Whether what happened on a day belongs to the event that is open today."""
    return opened_on <= on <= today and not is_forgotten(opened_on, today)


def labels_of(text: str | None) -> tuple[str, ...]:
    """The tags an event gives, from how they are stored."""
    return tuple(text.split()) if text else ()


def staggered(due: Sequence[int], *, per_day: int) -> list[int]:
    """A day for each, in the order given: never before its own, and at most so many a day."""
    taken: Counter[int] = Counter()
    days = []
    for own in due:
        day = own
        while taken[day] >= per_day:
            day += 1
        taken[day] += 1
        days.append(day)
    return days
