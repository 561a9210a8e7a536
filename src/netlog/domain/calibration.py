"""Forecasts held against what happened: windows of thirty days, what each tie promised, what came of it.

Everything is a sum over people in whole millionths, so that what is kept beside the log can be added to and taken
from exactly, in any order.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netlog.domain.strength import Log, keep_alive

WINDOW = 30
KEPT = 12
"""Windows back from today that are remembered: half a year to show, and half a year before it to learn from."""

LEARNED_FROM = 6
FEWEST = 30
SLOWEST, FASTEST = 0.25, 4.0
MILLION = 1_000_000

Place = tuple[int, int]
"""A window, and the forecast in whole percent at the shipped pace."""


class Cell(NamedTuple):
    """People with about the same forecast in one window; `chance` and `slope` are sums in millionths.

    `slope` is how fast the chance grows with the pace, at pace 1: -(1 - p) ln(1 - p).
    """

    people: int = 0
    kept: int = 0
    chance: int = 0
    slope: int = 0

    def plus(self, other: "Cell", times: int = 1) -> "Cell":
        """Both together; with `times` -1 the first without the second."""
        return Cell(*(mine + times * theirs for mine, theirs in zip(self, other, strict=True)))


class Held(NamedTuple):
    """Forecasts between two chances, as shares from 0 to 1: how many, what they said, what came true."""

    low: float
    high: float
    people: int
    predicted: float
    kept: int


def window_of(day: int) -> int:
    """The window a day lies in; window w begins on day 30 w."""
    return day // WINDOW


def forecasts(full_days: Sequence[int], window: int) -> dict[Place, Cell]:
    """What one person adds to the windows before this one; `full_days` are full contact-days, ascending.

    On the eve of each window in which the tie had begun: the chance of a contact in it, and whether one came.
    """
    made: dict[Place, Cell] = {}
    for each in range(window - KEPT, window):
        start = each * WINDOW
        known = bisect_left(full_days, start)
        if not known:
            continue
        log = Log((), full_days[0], full_days[known - 1], known)
        chance = keep_alive(log, start - 1, horizon=WINDOW)
        came = bisect_left(full_days, start + WINDOW) > known
        made[each, int(chance * 100)] = Cell(1, int(came), round(chance * MILLION), round(slope(chance) * MILLION))
    return made


def slope(chance: float) -> float:
    """How fast a chance grows with the pace, at pace 1."""
    from_one = 1 - chance
    return -from_one * math.log(from_one)


def added(cells: Iterable[tuple[Place, Cell]]) -> dict[Place, Cell]:
    """The sum of many people's cells."""
    total: dict[Place, Cell] = {}
    for place, cell in cells:
        total[place] = total.get(place, Cell()).plus(cell)
    return total


def pace_of(cells: Mapping[Place, Cell], window: int) -> float:
    """How readily this user's ties come back, 1 as shipped: one Newton step on the forecasts of half a year.

    Windows with fewer than 30 people say too little and are left out; the pace stays between 1/4 and 4.
    """
    by_window = added(((each, 0), cell) for (each, _), cell in cells.items() if window - LEARNED_FROM <= each < window)
    total = Cell()
    for cell in by_window.values():
        if cell.people >= FEWEST:
            total = total.plus(cell)
    if not total.slope:
        return 1.0
    return min(FASTEST, max(SLOWEST, 1 + (total.kept * MILLION - total.chance) / total.slope))


def held(cells: Mapping[Place, Cell], window: int) -> tuple[Held, ...]:
    """Forecasts of the last half a year against what happened, by fifths of the chance.

    Each is told with the pace that was known when its window began, never with what came of it.
    """
    sums: dict[int, tuple[int, float, int]] = {}
    paces = {each: pace_of(cells, each) for each in range(window - LEARNED_FROM, window)}
    for (each, _), cell in cells.items():
        if each in paces:
            chance = at_pace(cell.chance / cell.people / MILLION, paces[each])
            people, predicted, kept = sums.get(fifth(chance), (0, 0.0, 0))
            sums[fifth(chance)] = people + cell.people, predicted + chance * cell.people, kept + cell.kept
    return tuple(
        Held(each / 5, (each + 1) / 5, people, predicted / people, kept)
        for each, (people, predicted, kept) in sorted(sums.items())
    )


def at_pace(chance: float, pace: float) -> float:
    """The chance at another pace than 1."""
    return float(1 - (1 - chance) ** pace)


def fifth(chance: float) -> int:
    """Which fifth of 0 to 1 a chance lies in."""
    return min(4, int(chance * 5))
