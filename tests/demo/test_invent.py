"""What is made up from the tables."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.demo.made import SATURDAY

from netlog.demo.invent import birthday, contacts, newcomers, workday
from netlog.domain.birthdays import next_birthday, read_birthday, turns

DAYS = st.dates(date(2000, 1, 1), date(2150, 1, 1))


def test_the_same_day_gives_the_same_journal() -> None:
    assert (newcomers(SATURDAY), contacts(SATURDAY)) == (newcomers(SATURDAY), contacts(SATURDAY))


def test_there_are_several_hundred_contacts_over_two_years_none_of_them_ahead() -> None:
    days = [contact.on for contact in contacts(SATURDAY)]

    assert 400 < len(days) < 600
    assert days == sorted(days)
    assert timedelta(700) < SATURDAY - days[0] < timedelta(830)
    assert days[-1] < SATURDAY


def test_no_fortnight_is_empty() -> None:
    days = [contact.on for contact in contacts(SATURDAY) if contact.on > SATURDAY - timedelta(700)]

    assert max(later - earlier for earlier, later in pairwise(days)) < timedelta(14)


def test_nothing_is_said_often() -> None:
    said = Counter(contact.text for contact in contacts(SATURDAY) if contact.kind not in ("like", "comment"))

    assert said.most_common(1)[0][1] <= 6
    assert len(said) > 200


def test_most_contacts_fall_on_workdays() -> None:
    weekend = sum(contact.on.weekday() > 4 for contact in contacts(SATURDAY))

    assert 0 < weekend < len(contacts(SATURDAY)) / 8


@given(DAYS)
def test_a_workday_is_the_day_itself_or_one_of_the_week_before(on: date) -> None:
    moved = workday(on, is_fixed=False)

    assert moved.weekday() < 5
    assert moved == on or (on.weekday() > 4 and 0 < (on - moved).days <= 6)
    assert workday(on, is_fixed=True) == on


@given(DAYS)
def test_the_fortieth_birthday_is_always_three_days_ahead(today: date) -> None:
    born = read_birthday(birthday("+3:40", today) or "")
    on = next_birthday(born.month, born.day, today)

    assert (on - today).days == 3
    assert turns(born.year, on) == 40


@pytest.mark.parametrize("written", ["1992-02-29", "--09-03"])
def test_other_birthdays_stay_as_written(written: str) -> None:
    assert birthday(written, SATURDAY) == written
    assert birthday("", SATURDAY) is None
