"""Forecasts held against what happened: sums that never drift, and a pace that follows from them."""

import math
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netlog.domain.calibration import (
    FASTEST,
    FEWEST,
    KEPT,
    LEARNED_FROM,
    MILLION,
    SLOWEST,
    WINDOW,
    Cell,
    Place,
    added,
    at_pace,
    fifth,
    forecasts,
    held,
    pace_of,
    slope,
    window_of,
)
from netlog.domain.strength import keep_alive, tally

NOW = 100
"""The window of today."""

TODAY = NOW * WINDOW
Cells = Mapping[Place, Cell]
LIVES = st.lists(st.integers(TODAY - 900, TODAY + 60), max_size=15, unique=True).map(sorted)
CROWDS = st.lists(LIVES, max_size=8)
CELLS = st.dictionaries(
    st.tuples(st.integers(NOW - KEPT, NOW - 1), st.integers(0, 99)),
    st.builds(
        lambda people, kept, chance: Cell(
            people,
            min(kept, people),
            round(people * chance * MILLION),
            round(people * slope(chance) * MILLION),
        ),
        st.integers(1, 60),
        st.integers(0, 60),
        st.floats(0.01, 0.99),
    ),
    max_size=25,
)


def sums(lives: list[list[int]], window: int = NOW) -> Cells:
    """What the store keeps: the forecasts of everybody, added up."""
    return added(cell for life in lives for cell in forecasts(life, window).items())


def without(cells: Cells, gone: Cells) -> Cells:
    """The sums with some people taken away, cells of nobody left out."""
    left = added([*cells.items(), *((place, Cell().plus(cell, -1)) for place, cell in gone.items())])
    return {place: cell for place, cell in left.items() if cell.people}


@given(CROWDS, st.data())
def test_any_order_and_any_split_of_people_gives_the_same_sums(lives: list[list[int]], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(lives))
    cut = data.draw(st.integers(0, len(mixed)))

    assert added([*sums(mixed[:cut]).items(), *sums(mixed[cut:]).items()]) == sums(lives)


@given(CROWDS, CROWDS)
def test_adding_people_and_taking_them_away_gives_what_was(lives: list[list[int]], others: list[list[int]]) -> None:
    """Invariant 12, for the sums."""
    assert without(sums([*lives, *others]), sums(others)) == sums(lives)


@given(LIVES)
def test_a_forecast_is_the_chance_on_the_eve_of_its_window(life: list[int]) -> None:
    for (window, percent), cell in forecasts(life, NOW).items():
        start = window * WINDOW
        log = tally([(day, 1.0) for day in life if day < start])
        chance = keep_alive(log, start - 1, horizon=WINDOW)

        assert (percent, cell.chance) == (int(chance * 100), round(chance * MILLION))
        assert cell.kept == any(start <= day < start + WINDOW for day in life)


@given(LIVES)
def test_every_window_in_which_the_tie_had_begun_is_forecast_once(life: list[int]) -> None:
    begun = [window for window in range(NOW - KEPT, NOW) if any(day < window * WINDOW for day in life)]

    assert sorted(window for window, _ in forecasts(life, NOW)) == begun


@given(LIVES, st.integers(NOW - KEPT, NOW - 1), LIVES)
def test_a_forecast_looks_at_nothing_from_its_window_on(life: list[int], window: int, other: list[int]) -> None:
    start = window * WINDOW
    past = [day for day in life if day < start]
    future = [day for day in other if day >= start]

    told = [told_of(forecasts([*past, *days], NOW), window) for days in ([], future)]

    assert told[0] == told[1]


def told_of(made: Cells, window: int) -> list[tuple[int, int, int]]:
    return [(percent, cell.chance, cell.slope) for (each, percent), cell in made.items() if each == window]


@given(LIVES)
def test_a_window_is_reckoned_once_it_is_over(life: list[int]) -> None:
    later = {place: cell for place, cell in forecasts(life, NOW + 1).items() if place[0] < NOW}
    earlier = {place: cell for place, cell in forecasts(life, NOW).items() if place[0] > NOW - KEPT}

    assert later == earlier


@pytest.mark.parametrize(("day", "window"), [(0, 0), (29, 0), (30, 1), (739_999, 24_666), (740_010, 24_667)])
def test_a_window_lasts_thirty_days(day: int, window: int) -> None:
    assert window_of(day) == window


def test_the_slope_is_how_fast_the_chance_grows_with_the_pace() -> None:
    for chance in (0.05, 0.3, 0.5, 0.9):
        step = (at_pace(chance, 1.0001) - at_pace(chance, 0.9999)) / 0.0002
        assert slope(chance) == pytest.approx(step, rel=1e-6)


def one_window(people: int, kept: int, chance: float, *, window: int = NOW - 1) -> Cells:
    """So many people with one chance, of whom so many came back."""
    cell = Cell(people, kept, round(people * chance * MILLION), round(people * slope(chance) * MILLION))
    return {(window, int(chance * 100)): cell}


@pytest.mark.parametrize(
    ("people", "kept", "chance", "pace"),
    [
        (100, 50, 0.5, 1.0),
        (100, 60, 0.5, 1 + 10 / (100 * 0.5 * math.log(2))),
        (100, 40, 0.5, 1 - 10 / (100 * 0.5 * math.log(2))),
        (40, 6, 0.1, 1 + 2 / (40 * -0.9 * math.log(0.9))),
        (100, 100, 0.5, 1 + 50 / (100 * 0.5 * math.log(2))),
        (100, 100, 0.1, FASTEST),
        (100, 0, 0.9, SLOWEST),
        (29, 29, 0.5, 1.0),
        (30, 30, 0.5, 1 + 15 / (30 * 0.5 * math.log(2))),
    ],
)
def test_the_pace_is_one_newton_step_that_can_be_worked_by_hand(
    people: int, kept: int, chance: float, pace: float
) -> None:
    assert pace_of(one_window(people, kept, chance), NOW) == pytest.approx(pace, abs=1e-5)


@given(CELLS)
def test_the_pace_is_the_newton_step_on_all_windows_with_enough_people(cells: Cells) -> None:
    people = {each: sum(cell.people for (other, _), cell in cells.items() if other == each) for each, _ in cells}
    used = [cell for (each, _), cell in cells.items() if each >= NOW - LEARNED_FROM and people[each] >= FEWEST]
    surprise = sum(cell.kept - cell.chance / MILLION for cell in used)
    growth = sum(cell.slope / MILLION for cell in used)

    step = 1 + surprise / growth if used else 1.0
    assert pace_of(cells, NOW) == pytest.approx(min(FASTEST, max(SLOWEST, step)))


def test_nothing_known_leaves_the_pace_as_shipped() -> None:
    assert pace_of({}, NOW) == 1.0


@given(CELLS, st.integers(1, 50))
def test_windows_older_than_half_a_year_or_still_open_are_left_out(cells: Cells, kept: int) -> None:
    others = {**one_window(50, kept, 0.5, window=NOW - LEARNED_FROM - 1), **one_window(50, kept, 0.5, window=NOW)}
    learned = {place: cell for place, cell in cells.items() if place[0] >= NOW - LEARNED_FROM}

    assert pace_of({**learned, **others}, NOW) == pace_of(learned, NOW)


def returning(pace: float, *, seed: int) -> list[list[int]]:
    """Two hundred ties that come back at that pace: each day by the chance of the model, raised to it."""
    dice = Random(seed)
    lives = []
    for _ in range(200):
        days, first = [], TODAY - 420 + dice.randrange(30)
        days.append(first)
        for day in range(first + 1, TODAY):
            log = tally([(each, 1.0) for each in days[-1:]])._replace(first=first, days=len(days))
            if dice.random() < keep_alive(log, day - 1, horizon=1, pace=pace):
                days.append(day)
        lives.append(days)
    return lives


@pytest.mark.parametrize(("pace", "low", "high"), [(0.5, 0.35, 0.7), (1.0, 0.8, 1.2), (2.0, 1.3, 2.6)])
def test_the_pace_is_learned_from_ties_that_come_back_slower_or_faster(pace: float, low: float, high: float) -> None:
    assert low < pace_of(sums(returning(pace, seed=3)), NOW) < high


@given(CELLS)
def test_every_forecast_of_half_a_year_is_held_once(cells: Cells) -> None:
    recent = [cell for (each, _), cell in cells.items() if each >= NOW - LEARNED_FROM]
    rows = held(cells, NOW)

    assert sum(row.people for row in rows) == sum(cell.people for cell in recent)
    assert sum(row.kept for row in rows) == sum(cell.kept for cell in recent)


@given(CELLS)
def test_a_fifth_holds_the_forecasts_between_its_bounds(cells: Cells) -> None:
    rows = held(cells, NOW)

    assert [row.low for row in rows] == sorted({row.low for row in rows})
    for row in rows:
        assert 0 <= row.low <= row.predicted + 1e-9
        assert row.predicted - 1e-9 <= row.high <= 1
        assert 0 <= row.kept <= row.people


@given(CELLS, st.integers(NOW - LEARNED_FROM, NOW - 1), st.integers(0, 60))
def test_what_came_of_a_window_does_not_change_what_was_told_of_it(cells: Cells, window: int, kept: int) -> None:
    """Nor what was told before: each pace is that of earlier windows."""
    known = {place: cell for place, cell in cells.items() if place[0] <= window}
    assume(known)
    changed = {
        place: cell._replace(kept=min(kept, cell.people)) if place[0] == window else cell
        for place, cell in known.items()
    }

    told = [[(row.low, row.people, row.predicted) for row in held(each, NOW)] for each in (known, changed)]
    assert told[0] == told[1]


def test_a_forecast_is_told_with_the_pace_of_the_windows_before_it() -> None:
    slow = one_window(100, 20, 0.4, window=NOW - 2)
    new = one_window(10, 3, 0.5)
    pace = pace_of(slow, NOW - 1)

    rows = held({**slow, **new}, NOW)

    assert pace == pytest.approx(1 - 20 / (100 * 0.6 * -math.log(0.6)), abs=1e-5)
    assert [row.people for row in rows] == [10, 100]
    assert rows[0].predicted == pytest.approx(1 - 0.5**pace, abs=1e-5)
    assert rows[1].predicted == pytest.approx(0.4, abs=1e-5)


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 0), (0.19, 0), (0.2, 1), (0.6, 3), (0.99, 4), (1.0, 4)])
def test_a_chance_lies_in_one_fifth(chance: float, expected: int) -> None:
    assert fifth(chance) == expected
