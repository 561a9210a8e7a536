"""Birthdays in and out of leap years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.birthdays import Birthday, lead_days, next_birthday, read_birthday, turns
from netlog.errors import UnreadableDate

DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected", "written"),
    [
        ("1988-02-29", Birthday(1988, 2, 29), "1988-02-29"),
        ("19850412", Birthday(1985, 4, 12), "1985-04-12"),
        ("0850-04-12", Birthday(850, 4, 12), "0850-04-12"),
        ("--02-29", Birthday(None, 2, 29), "--02-29"),
        ("--0229", Birthday(None, 2, 29), "--02-29"),
        ("02-29", Birthday(None, 2, 29), "--02-29"),
        (" 12-01 ", Birthday(None, 12, 1), "--12-01"),
    ],
)
def test_a_birthday_is_read_with_or_without_a_year(text: str, expected: Birthday, written: str) -> None:
    birthday = read_birthday(text)

    assert (birthday, str(birthday)) == (expected, written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1990",
        "1990-02",
        "1990-02-29",
        "02-30",
        "13-01",
        "00-10",
        "0000-01-01",
        "2-9",
        "-02-29",
        "٠٢-٢٩",
        "soon",
    ],
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UnreadableDate) as caught:
        read_birthday(text)

    assert "02-29" in caught.value.hint


@given(DAYS, st.booleans())
def test_what_is_written_is_read_back(day: date, has_year: bool) -> None:
    birthday = Birthday(day.year if has_year else None, day.month, day.day)

    assert read_birthday(str(birthday)) == birthday


@pytest.mark.parametrize(
    ("month", "day", "today", "expected"),
    [
        (5, 3, date(2025, 5, 3), date(2025, 5, 3)),
        (5, 3, date(2025, 5, 4), date(2026, 5, 3)),
        (2, 29, date(2025, 1, 10), date(2025, 2, 28)),
        (2, 29, date(2025, 3, 1), date(2026, 2, 28)),
        (2, 29, date(2027, 12, 31), date(2028, 2, 29)),
        (2, 29, date(2028, 2, 29), date(2028, 2, 29)),
        (2, 29, date(2100, 1, 1), date(2100, 2, 28)),
    ],
)
def test_the_next_birthday_is_today_or_later(month: int, day: int, today: date, expected: date) -> None:
    assert next_birthday(month, day, today) == expected


@given(DAYS, DAYS)
def test_a_birthday_comes_once_a_year_and_is_never_past(born: date, today: date) -> None:
    following = next_birthday(born.month, born.day, today)

    assert today <= following <= today + timedelta(days=366)
    assert (following.month, following.day) in {(born.month, born.day), (2, 28)}


@pytest.mark.parametrize(("year", "expected"), [(1985, 40), (2024, 1), (2025, None), (2030, None), (None, None)])
def test_the_age_is_told_when_the_year_is_known(year: int | None, expected: int | None) -> None:
    assert turns(year, date(2025, 5, 3)) == expected


@pytest.mark.parametrize(("tier", "days"), [("inner", 7), ("close", 7), ("active", 0), ("wide", 0), (None, 0)])
def test_the_nearest_are_mentioned_a_week_ahead(tier: str | None, days: int) -> None:
    assert lead_days(tier) == days
