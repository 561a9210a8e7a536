"""A mentorship as days: rhythm, months off, the middle, the end; the same on any day between two turning days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.agreements import check_cycle, check_role, end_of, read_months
from netlog.domain.mentoring import (
    A_WEEK,
    BEFORE_THE_END,
    SHORT,
    Terms,
    away_until,
    ending_from,
    every,
    halfway_from,
    lasting,
    middle,
    pay_forward_from,
    planned,
    rhythm,
    turning_days,
)
from netlog.errors import UsageProblem

AUGUST = date(2026, 8, 12).toordinal()
DAYS = st.integers(date(2020, 1, 1).toordinal(), date(2030, 12, 31).toordinal())
SPANS = st.integers(1, 3650)
MONTHS = st.frozensets(st.integers(1, 12), max_size=11)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    """What was agreed at some time, ended or not."""
    began_on = draw(DAYS)
    ended_on = draw(st.none() | st.integers(began_on, began_on + 900))
    return Terms(draw(SPANS), began_on, ended_on, draw(MONTHS))


@given(st.lists(terms(), max_size=3), DAYS, st.integers(1, 400))
def test_nothing_changes_between_two_turning_days(several: list[Terms], day: int, ahead: int) -> None:
    turn = min((on for on in turning_days(several, day) if on > day), default=day + ahead)
    later = min(day + ahead, turn - 1)

    assert rhythm(several, later) == rhythm(several, day)
    assert away_until(several, later) == away_until(several, day)


@given(st.lists(terms(), max_size=3), DAYS)
def test_the_rhythm_is_the_shortest_of_what_runs(several: list[Terms], day: int) -> None:
    running = [each.every_days for each in several if each.runs_on(day)]

    assert rhythm(several, day) == (min(running) if running else None)


@given(terms(), DAYS)
def test_who_is_away_comes_back_in_a_month_that_is_not_off(agreed: Terms, day: int) -> None:
    until = away_until([agreed], day)
    is_off = agreed.runs_on(day) and date.fromordinal(day).month in agreed.not_months

    assert bool(until) == is_off
    if until:
        assert until > day
        assert (date.fromordinal(until).day, date.fromordinal(until).month in agreed.not_months) == (1, False)


def test_months_off_in_a_row_are_one_absence() -> None:
    agreed = Terms(14, AUGUST - 100, None, frozenset({7, 8, 9}))

    assert away_until([agreed], AUGUST) == date(2026, 10, 1).toordinal()
    assert away_until([agreed], date(2026, 6, 30).toordinal()) == 0
    assert away_until([agreed._replace(ended_on=AUGUST)], AUGUST) == 0


@given(DAYS, SPANS)
def test_the_middle_is_spoken_of_before_the_end_and_never_together(began_on: int, days: int) -> None:
    until_on = began_on + days
    half = halfway_from(began_on=began_on, until_on=until_on, is_running=True)
    last = ending_from(began_on=began_on, until_on=until_on, is_running=True)

    assert last is not None
    assert began_on < last <= until_on
    assert (half is None) == (days < SHORT)
    if half is not None:
        assert began_on < half == middle(began_on, until_on) <= half + A_WEEK <= last == until_on - BEFORE_THE_END


def test_what_has_ended_is_spoken_of_only_to_pay_it_forward_as_mentee() -> None:
    assert halfway_from(began_on=1, until_on=400, is_running=False) is None
    assert ending_from(began_on=1, until_on=400, is_running=False) is None
    assert pay_forward_from(role="mentee", ending="closed", ended_on=380) == 380
    assert pay_forward_from(role="mentor", ending="closed", ended_on=380) is None
    assert pay_forward_from(role="mentee", ending="renewed", ended_on=380) is None
    assert pay_forward_from(role="mentee", ending=None, ended_on=None) is None


@given(DAYS, SPANS, SPANS)
def test_the_plan_fits_into_the_time(began_on: int, days: int, every_days: int) -> None:
    number = planned(began_on=began_on, until_on=began_on + days, every_days=every_days)

    assert number * every_days <= days < (number + 1) * every_days


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("6m", date(2027, 5, 30)),
        ("3 months", date(2027, 2, 28)),
        ("1y", date(2027, 11, 30)),
        ("2 lata", date(2028, 11, 30)),
        ("3 mesi", date(2027, 2, 28)),
        ("2w", date(2026, 12, 14)),
        ("40d", date(2027, 1, 9)),
    ],
)
def test_a_length_of_months_ends_on_the_same_day_of_the_month(words: str, end: date) -> None:
    assert end_of(words, date(2026, 11, 30)) == end


@pytest.mark.parametrize("words", ["11 years", "-3d", "friday", "0w", ""])
def test_a_length_is_a_span_of_at_most_ten_years(words: str) -> None:
    with pytest.raises(UsageProblem):
        end_of(words, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("began_on", "until_on", "words"),
    [
        (date(2026, 11, 21), date(2027, 5, 21), "6 months"),
        (date(2026, 11, 30), date(2027, 2, 28), "3 months"),
        (date(2026, 11, 21), date(2027, 11, 21), "1 year"),
        (date(2026, 11, 21), date(2026, 12, 26), "5 weeks"),
        (date(2026, 11, 21), date(2026, 12, 31), "40 days"),
    ],
)
def test_a_length_is_told_in_the_largest_unit_that_fits(began_on: date, until_on: date, words: str) -> None:
    assert lasting(began_on, until_on) == words


@given(DAYS.map(date.fromordinal), st.integers(1, 119))
def test_what_is_agreed_in_months_is_told_in_months(began_on: date, months: int) -> None:
    told = lasting(began_on, end_of(f"{months}m", began_on))

    years = f"{months // 12} year{'s' * (months > 12)}"
    assert told == (f"{months} month{'s' * (months > 1)}" if months % 12 else years)


@pytest.mark.parametrize(
    ("days", "words"), [(1, "every day"), (7, "every week"), (14, "every 2 weeks"), (30, "every 30 days")]
)
def test_a_rhythm_is_told_in_weeks_where_it_is_weeks(days: int, words: str) -> None:
    assert every(days) == words


@pytest.mark.parametrize(
    ("words", "months"),
    [
        (["august"], {8}),
        (["Agosto", "12"], {8, 12}),
        (["sierpień, lipiec"], {7, 8}),
        (["jul aug"], {7, 8}),
        ([], set()),
    ],
)
def test_months_are_read_by_name_or_number(words: list[str], months: set[int]) -> None:
    assert read_months(words) == months


@pytest.mark.parametrize("words", [["summer"], ["13"], ["0"], [" ".join(map(str, range(1, 13)))]])
def test_what_is_no_month_is_refused_and_so_is_every_month(words: list[str]) -> None:
    with pytest.raises(UsageProblem):
        read_months(words)


def test_a_role_is_one_of_two() -> None:
    assert check_role(" Mentee ") == "mentee"
    with pytest.raises(UsageProblem, match="no role"):
        check_role("boss")


@pytest.mark.parametrize(("every_days", "days"), [(14, 13), (7, 3651)])
def test_a_cycle_has_a_meeting_and_an_end(every_days: int, days: int) -> None:
    with pytest.raises(UsageProblem):
        check_cycle(every_days=every_days, days=days)
