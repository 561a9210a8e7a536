"""Whether the cadences ask for more than gets done, and which days would fit: sums over ties under the same rule."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from netlog.domain.cadence import KIN, LONGEST_DAYS, OF_ONE, kin_days

WINDOW = 28
"""Days before today from which the pace of the user is read; today is not over and does not count."""

SLACK = 1.15
PER_DAY = 3.0
MOST_PER_DAY = 50.0
NOTHING = 1e-9
"""Check-ins a day below which an excess is rounding."""


class Load(NamedTuple):
    """People whom the same rule gives the same days: each asks for 1 / `target_days` check-ins a day."""

    rule: str
    value: float
    target_days: int
    people: int


class Stretch(NamedTuple):
    """A rule about many, the days it gives now, and the days that would ask for less."""

    rule: str
    days: int
    to_days: int


class Overload(NamedTuple):
    """The cadences ask for more a day than gets done, and which rules could give way."""

    asked_per_day: float
    done_per_day: float
    stretch: tuple[Stretch, ...]


def learned_budget(done_per_active_day: Sequence[int]) -> float | None:
    """Check-ins on the middle one of the active days, rounded up, at most 50; none without active days."""
    if not done_per_active_day:
        return None
    ranked, half = sorted(done_per_active_day), len(done_per_active_day) // 2
    middle = ranked[half] if len(ranked) % 2 else -(-(ranked[half - 1] + ranked[half]) // 2)
    return min(MOST_PER_DAY, float(middle))


def demand(loads: Iterable[Load]) -> float:
    """Check-ins a day that keeping every target takes."""
    return math.fsum(load.people / load.target_days for load in loads)


def overload(loads: Sequence[Load], *, done: int, known_days: int) -> Overload | None:
    """What to say when the cadences ask for over 1.15 times what gets done; else nothing.

    `done` are check-ins in the 28 days before today. With none, or fewer than 28 `known_days`, nothing is known.
    """
    asked, done_per_day = demand(loads), done / WINDOW
    if not is_over(asked, done=done, known_days=known_days):
        return None
    excess = asked - SLACK * done_per_day
    stretch = tuple(stretched(by_rule(loads), ratio=asked / done_per_day, excess=excess))
    return Overload(asked, done_per_day, stretch)


def is_over(asked: float, *, done: int, known_days: int) -> bool:
    """Whether so many check-ins a day are over 1.15 times what gets done, as far as that is known."""
    return done > 0 and known_days >= WINDOW and asked > SLACK * (done / WINDOW)


def by_rule(loads: Iterable[Load]) -> list[tuple[str, list[Load]]]:
    """The loads by the rule about many that sets them, the least valued first; kin stand with the others."""
    found: dict[str, list[Load]] = {}
    for load in loads:
        if load.rule not in OF_ONE:
            found.setdefault(load.rule.removesuffix(KIN), []).append(load)
    return sorted(found.items(), key=lambda item: (item[1][0].value, item[0]))


def stretched(rules: Iterable[tuple[str, Sequence[Load]]], *, ratio: float, excess: float) -> Iterator[Stretch]:
    """Longer days for one rule after the other, each up to `ratio` times, until the excess (a day) is gone.

    Gone means that nothing would be said any more: the last rules, which are valued most, are often spared.
    """
    for rule, loads in rules:
        if excess < NOTHING:
            return
        days = base_days(loads[0])
        longest, asked = min(LONGEST_DAYS, math.ceil(days * ratio)), asked_at(days, loads)
        new = days + bisect_left(range(days, longest), excess, key=lambda each: asked - asked_at(each, loads))
        if new > days:
            yield Stretch(rule, days, new)
            excess -= asked - asked_at(new, loads)


def asked_at(days: int, loads: Iterable[Load]) -> float:
    """Check-ins a day of the people under one rule, were it to give them these days."""
    return math.fsum(load.people / (kin_days(days) if load.rule.endswith(KIN) else days) for load in loads)


def base_days(load: Load) -> int:
    """The days of the rule, before those of kin were made longer."""
    return 2 * load.target_days // 3 if load.rule.endswith(KIN) else load.target_days
