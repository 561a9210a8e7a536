"""An invented network to try reminders on: 150 ties that fade when neglected, and two years of chances.

Every chance is drawn before the first morning, one for each person and day. All policies therefore meet the same
luck, and what differs between two runs is the policy alone (common random numbers).
"""

import math
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

DAYS, WARM_UP = 730, 90
START = date(2024, 1, 1).toordinal()
"""A Monday; day 0 of the two years."""


class Tier(NamedTuple):
    """Ties of one sort: how many, the target in days, what one is worth, how readily contact comes by itself."""

    name: str
    people: int
    target_days: int
    value: float
    liveliness: float
    at_conference: int


TIERS = (
    Tier("inner", 5, 7, 8.0, 0.75, 0),
    Tier("close", 10, 30, 4.0, 0.5, 0),
    Tier("active", 35, 90, 2.0, 0.35, 6),
    Tier("wide", 100, 365, 1.0, 0.2, 20),
)
SCATTER = 0.5
"""The standard deviation, in logarithms, of rhythms around the target and of liveliness around the tier's."""

CONFERENCE = -25
LONGEST_SINCE, MOST_GAPS = 1.3, 8
"""Targets since the last contact, and gaps between earlier ones, at most, on day 0."""

ACTIVE_SHARE, ACTIVE_DWELL = 1 / 3, 0.7
ACTIVE_RATE, QUIET_RATE = 2.2, 0.4

WEEKEND = 0.5
SATURDAY = 5
HOLIDAY_DAYS = 12
HOLIDAYS = ("07-01", "12-21")
"""The month and the day on which the holidays of each year begin."""

GOLDEN = (math.sqrt(5) - 1) / 2

DECAYS: Mapping[str, Callable[[Floats], Floats]] = {
    "exponential": lambda silence: 2.0**-silence,
    "power": lambda silence: 1 / (1 + silence),
}
"""A tie's strength after a silence of so many of its own rhythms; one half after one."""


class World(NamedTuple):
    """A network and its luck; arrays have one place for each person, or one row a day and one column a person.

    `rhythm` is a tie's hidden usual gap in days, `history` the contact-days logged before day 0, oldest first, and
    `rate` the mean number of contacts that come by themselves on a day while the strength is one half. Luck that
    meets a rate is exponential, luck that meets a probability uniform.
    """

    seed: int
    holidays: tuple[str, ...]
    tier: Integers
    target: Integers
    value: Floats
    rhythm: Floats
    history: tuple[tuple[int, ...], ...]
    rate: Floats
    meeting_luck: Floats
    losing_luck: Floats
    logging_luck: Floats
    acting_luck: Floats
    answering_luck: Floats
    picking_luck: Floats

    @property
    def people(self) -> int:
        """How many ties there are."""
        return self.target.size


def world(seed: int, *, holidays: tuple[str, ...] = HOLIDAYS) -> World:
    """The network of that seed; each sort of luck has a stream of its own."""
    dice = [np.random.default_rng([seed, stream]) for stream in range(10)]
    target = _for_each([tier.target_days for tier in TIERS]).astype(np.int64)
    shape = (DAYS, target.size)
    rhythm = target * _scatter(dice[0], target.size)
    liveliness = _for_each([tier.liveliness for tier in TIERS]) * _scatter(dice[1], target.size)
    return World(
        seed=seed,
        holidays=holidays,
        tier=_for_each(range(len(TIERS))).astype(np.int64),
        target=target,
        value=_for_each([tier.value for tier in TIERS]),
        rhythm=rhythm,
        history=_histories(dice[2], target, rhythm),
        rate=liveliness / rhythm * np.where(_active(dice[3], rhythm), ACTIVE_RATE, QUIET_RATE),
        meeting_luck=dice[4].exponential(size=shape),
        losing_luck=dice[5].exponential(size=shape),
        logging_luck=dice[6].random(shape),
        acting_luck=dice[7].random(shape),
        answering_luck=dice[8].random(shape),
        picking_luck=dice[9].random(shape),
    )


def _for_each(of_tier: list[int] | list[float] | range) -> Floats:
    """The figure of each person's tier."""
    return np.repeat(np.asarray(of_tier, dtype=np.float64), [tier.people for tier in TIERS])


def _scatter(dice: np.random.Generator, people: int) -> Floats:
    return np.exp(dice.normal(0, SCATTER, people))


def _histories(dice: np.random.Generator, target: Integers, rhythm: Floats) -> tuple[tuple[int, ...], ...]:
    """Up to nine contacts each, the last up to 1.3 targets ago; people of the conference met there and only there."""
    since = dice.uniform(0, LONGEST_SINCE, target.size) * target
    gaps = dice.integers(0, MOST_GAPS, target.size, endpoint=True)
    lengths = np.maximum(1, dice.exponential(rhythm, (MOST_GAPS, target.size)).round()).astype(np.int64).T
    just_met = np.concatenate([np.arange(tier.people) < tier.at_conference for tier in TIERS])
    return tuple(
        (CONFERENCE,) if just_met[who] else _ending(-1 - int(since[who]), lengths[who, : gaps[who]])
        for who in range(target.size)
    )


def _ending(last: int, gaps: Integers) -> tuple[int, ...]:
    """Contact-days with these gaps between them, up to the last."""
    return tuple(int(last - back) for back in [*gaps.cumsum()[::-1], 0])


def _active(dice: np.random.Generator, rhythm: Floats) -> Flags:
    """Which ties are in a lively stretch on which day: two states in turn, a third of the time the lively one."""
    stay = ACTIVE_DWELL * rhythm
    calms = -np.expm1(-1 / stay)
    livens = -np.expm1(-ACTIVE_SHARE / (1 - ACTIVE_SHARE) / stay)
    luck = dice.random((DAYS + 1, rhythm.size))
    states = np.empty((DAYS, rhythm.size), dtype=np.bool_)
    now = luck[DAYS] < ACTIVE_SHARE
    for day in range(DAYS):
        states[day] = now
        now = now ^ (luck[day] < np.where(now, calms, livens))
    return states


@cache
def allowances(per_day: float, holidays: tuple[str, ...]) -> tuple[int, ...]:
    """How many people there is time for on each day: half at weekends, none in holidays, fractions spread evenly."""
    return tuple(_allowance(day, per_day, holidays) for day in range(DAYS))


def _allowance(day: int, per_day: float, holidays: tuple[str, ...]) -> int:
    """Multiples of the golden ratio fall evenly between whole numbers, so they say when a fraction counts as one."""
    today = date.fromordinal(START + day)
    if is_holiday(today, holidays):
        return 0
    time = per_day * (WEEKEND if today.weekday() >= SATURDAY else 1)
    return math.floor(time + day * GOLDEN % 1)


def is_holiday(today: date, holidays: tuple[str, ...]) -> bool:
    """Whether the day lies in one of the holidays of this year or of the last."""
    begun = (date.fromisoformat(f"{year}-{first}") for year in (today.year - 1, today.year) for first in holidays)
    return any(0 <= (today - first).days < HOLIDAY_DAYS for first in begun)
