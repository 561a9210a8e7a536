"""Days as exports write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.csv_dates import full_year, is_zero, order_of, read_born, read_day, read_past_day

TODAY = date(2026, 11, 22)
TWELFTH = date(2024, 1, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-12",
        "2024/1/12",
        "2024-01-12T10:00:00Z",
        "12 Jan 2024",
        "12-Jan-24",
        "12. Jan. 2024",
        "12 gennaio 2024",
        "12 sty 2024",
        "12 stycznia 2024",
        "January 12, 2024",
        "Jan 12 2024",
        "12/01/2024",
        "12.01.24",
        "12. 1. 2024",
        " 12-01-2024 09:05 PM ",
    ],
)
def test_one_day_has_many_spellings(text: str) -> None:
    assert read_day(text, TODAY, day_first=True) == TWELFTH


@pytest.mark.parametrize("text", ["", "x", "12", "12 Foo 2024", "31/02/2024", "1/2", "0/0/00", "2024-13-01", "9999999"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, TODAY, day_first=True) is None


def test_the_order_is_what_the_caller_says() -> None:
    assert read_day("03/04/2024", TODAY, day_first=True) == date(2024, 4, 3)
    assert read_day("03/04/2024", TODAY, day_first=False) == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        ((), None),
        (("03/04/2024", "2024-05-25"), None),
        (("03/04/2024", "25/04/2024"), True),
        (("04/25/24, 9:05 PM", "03/04/24"), False),
        (("25/04/2024", "04/25/2024"), None),
        (("0/0/00", "99/99/2024"), None),
    ],
)
def test_one_number_above_twelve_tells_the_order_of_all(texts: tuple[str, ...], order: bool | None) -> None:
    assert order_of(texts) is order


@pytest.mark.parametrize(("digits", "year"), [("26", 2026), ("27", 1927), ("69", 1969), ("00", 2000), ("1850", 1850)])
def test_two_digits_are_the_last_such_year(digits: str, year: int) -> None:
    assert full_year(digits, TODAY) == year


def test_a_server_may_be_a_day_ahead_and_no_more() -> None:
    assert read_past_day("2026-11-23", TODAY, day_first=True) == TODAY
    assert read_past_day("2026-11-24", TODAY, day_first=True) is None


def test_a_birthday_may_lack_its_year_and_never_lies_ahead() -> None:
    assert read_born("--02-29", TODAY, day_first=True) == "--02-29"
    assert read_born("1604-02-29", TODAY, day_first=True) == "--02-29"
    assert read_born("12/01/24", TODAY, day_first=True) == "2024-01-12"
    assert read_born("2026-11-23", TODAY, day_first=True) is None


def test_zeros_are_no_day_and_other_numbers_are() -> None:
    assert all(map(is_zero, ("", "0/0/00", "00.00.0000 00:00", "0000-00-00")))
    assert not is_zero("10/10/2000")


@given(st.dates(date(1900, 1, 1), TODAY), st.booleans())
def test_every_day_is_read_in_the_order_it_is_written(day: date, day_first: bool) -> None:
    numbers = (day.day, day.month) if day_first else (day.month, day.day)

    assert read_day(f"{numbers[0]}/{numbers[1]}/{day.year}", TODAY, day_first=day_first) == day
    assert read_day(day.isoformat(), TODAY, day_first=day_first) == day


@given(st.text(st.sampled_from("0123456789/-. :,TJanPM"), max_size=24))
def test_no_text_is_too_odd(text: str) -> None:
    read_born(text, TODAY, day_first=True)
    read_day(text, date(1, 1, 1), day_first=False)
