"""Dates and counts read as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.render.phrases import birthday, count, dated, day, day_in_full, distance, listed, month, people

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 21), "today, Sat 21 Nov"),
        (date(2026, 11, 20), "yesterday, Fri 20 Nov"),
        (date(2026, 11, 22), "tomorrow, Sun 22 Nov"),
        (date(2026, 11, 9), "12 days ago, Mon 9 Nov"),
        (date(2026, 11, 24), "in 3 days, Tue 24 Nov"),
        (date(2027, 1, 4), "in 44 days, Mon 4 Jan 2027"),
        (date(2026, 8, 24), "89 days ago, Mon 24 Aug"),
        (date(2026, 8, 23), "2 months ago, Sun 23 Aug"),
        (date(2025, 11, 21), "12 months ago, Fri 21 Nov 2025"),
        (date(2024, 11, 22), "23 months ago, Fri 22 Nov 2024"),
        (date(2024, 11, 21), "2 years ago, Thu 21 Nov 2024"),
        (date(2024, 2, 29), "2 years ago, Thu 29 Feb 2024"),
        (date(2036, 11, 21), "in 10 years, Fri 21 Nov 2036"),
    ],
)
def test_a_date_is_told_by_its_distance_and_its_weekday(on: date, words: str) -> None:
    assert dated(on, TODAY) == words


@given(st.dates(), st.dates())
def test_past_and_future_are_never_confused(on: date, today: date) -> None:
    words = distance(on, today)

    assert (words == "yesterday" or words.endswith(" ago")) == (on < today)
    assert (words == "tomorrow" or words.startswith("in ")) == (on > today)


@given(st.dates(), st.dates())
def test_no_distance_is_nothing(on: date, today: date) -> None:
    assert not distance(on, today).startswith(("0 ", "in 0 "))


@given(st.dates(), st.dates())
def test_the_year_is_named_unless_it_is_this_one(on: date, today: date) -> None:
    assert day(on, today).endswith(f" {on.year}") == (on.year != today.year)


def test_a_title_names_the_day_in_full() -> None:
    assert day_in_full(TODAY) == "Saturday 21 November 2026"


@pytest.mark.parametrize(
    ("written", "words"),
    [("1988-02-29", "29 Feb 1988"), ("--05-03", "3 May"), ("in spring", "in spring"), ("1988-13-01", "1988-13-01")],
)
def test_a_birthday_needs_no_year(written: str, words: str) -> None:
    assert birthday(written) == words


@pytest.mark.parametrize(
    ("stamp", "words"), [("2026-11", "Nov 2026"), ("2026-13", "2026-13"), ("2026-²", "2026-²"), ("", "")]
)
def test_a_month_is_named(stamp: str, words: str) -> None:
    assert month(stamp) == words


def test_counts_agree_with_their_nouns() -> None:
    assert [count(1, "day"), count(1204, "day"), people(1), people(0)] == [
        "1 day",
        "1,204 days",
        "1 person",
        "0 people",
    ]


@pytest.mark.parametrize(
    ("names", "words"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_names_stand_in_a_row(names: tuple[str, ...], words: str) -> None:
    assert listed(names) == words
