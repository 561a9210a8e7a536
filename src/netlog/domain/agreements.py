"""What a mentorship is agreed on, read from words: whose role, how long, and which months are off."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from netlog.domain.folding import fold
from netlog.domain.mentoring import MONTHS, ROLES, month_after
from netlog.domain.people import spoken
from netlog.domain.when import read_span
from netlog.domain.when_words import tokens_of
from netlog.errors import UsageProblem, shorten

LONGEST = 3650
"""Days a cycle may last: ten years."""


COUNTED = re.compile(
    r"([0-9]{1,4}) *(m|mo|months?|mesi|mese|miesiac|miesiace|miesiecy|y|yr|years?|anni|anno|rok|lata|lat)"
)
UNITS: Mapping[str, int] = {"m": 1, "y": 12, "a": 12, "r": 12, "l": 12}
"""Calendar months in what a unit begins with."""


def check_role(word: str) -> str:
    """My role; raises UsageProblem for another word."""
    role = word.strip().lower()
    if role not in ROLES:
        raise UsageProblem(f"there is no role {shorten(word)}", hint="--role is yours: mentor or mentee")
    return role


def end_of(words: str, began_on: date) -> date:
    """The day a span such as 6m is over, months by the calendar; raises UnreadableDate for what is no span."""
    days = read_span(words)
    if days > LONGEST:
        raise UsageProblem(f"{shorten(words)} is longer than ten years", hint="give less, as in --for 6m")
    found = COUNTED.fullmatch(fold(words).strip())
    months = int(found[1]) * UNITS[found[2][0]] if found else 0
    if not months:
        return date.fromordinal(min(began_on.toordinal() + days, date.max.toordinal()))
    return months_later(began_on, months)


def months_later(began_on: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    years, month = divmod(began_on.month - 1 + months, MONTHS)
    if began_on.year + years > date.max.year:
        return date.max
    first = date(began_on.year + years, month + 1, 1)
    last = month_after(first).toordinal() - first.toordinal()
    return first.replace(day=min(began_on.day, max(last, 28)))


def check_cycle(*, every_days: int, days: int) -> None:
    """Raise UsageProblem when a cycle is endless, or over before the first meeting."""
    if days > LONGEST:
        raise UsageProblem(f"a mentorship of {days} days has no end in sight", hint="give at most ten years, as in 6m")
    if every_days > days:
        raise UsageProblem(
            f"every {every_days} days does not fit into {days}", hint="meet more often, or let it last longer"
        )


def read_months(words: Sequence[str]) -> frozenset[int]:
    """The numbers of the months named, as "august" or "7"; raises UsageProblem for other words, or for all twelve."""
    found = frozenset(month_named(part) for text in words for part in text.replace(",", " ").split())
    if len(found) == MONTHS:
        raise UsageProblem("that leaves no month to meet in", hint="name the months that are off, as in --not august")
    return found


def month_named(word: str) -> int:
    """The number of a month, from its name in any language that dates are read in, or from its number."""
    if word.isascii() and word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= MONTHS:
        return int(word)
    named = [token.kinds["MONTH"][0] for token in tokens_of(spoken(word)) if "MONTH" in token.kinds]
    if len(named) != 1:
        raise UsageProblem(f"{shorten(word)} is not a month", hint="name it as in --not august, or by its number")
    return named[0]
