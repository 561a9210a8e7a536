"""When an event takes what is written down, and how first follow-ups are spread after it."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.events import is_forgotten, labels_of, staggered, takes

OPENED = date(2026, 11, 19)
dues = st.lists(st.integers(0, 30), max_size=40)
capacities = st.integers(1, 6)


@pytest.mark.parametrize(
    ("today", "on", "expected"),
    [(0, 0, True), (3, 0, True), (3, 3, True), (0, -1, False), (0, 1, False), (4, 0, False), (4, 4, False)],
)
def test_an_event_takes_the_days_since_its_opening_until_it_is_forgotten(today: int, on: int, expected: bool) -> None:
    now, then = OPENED + timedelta(today), OPENED + timedelta(on)

    assert takes(OPENED, on=then, today=now) is expected


def test_it_is_forgotten_on_the_fourth_day() -> None:
    assert [is_forgotten(OPENED, OPENED + timedelta(days)) for days in (0, 3, 4, 400)] == [False, False, True, True]


def test_labels_are_tags_parted_by_spaces() -> None:
    assert [labels_of(text) for text in (None, "", "pm", "pm milano")] == [(), (), ("pm",), ("pm", "milano")]


@given(dues, capacities)
def test_nobody_is_written_to_before_their_own_day_nor_more_than_the_capacity_on_one(
    due: list[int], per_day: int
) -> None:
    days = staggered(due, per_day=per_day)

    assert all(own <= day for own, day in zip(due, days, strict=True))
    assert max(Counter(days).values(), default=0) <= per_day


@given(dues, capacities)
def test_nobody_is_put_off_while_there_is_room_on_their_day(due: list[int], per_day: int) -> None:
    days = staggered(due, per_day=per_day)

    for at, (own, day) in enumerate(zip(due, days, strict=True)):
        before = Counter(days[:at])
        assert all(before[full] == per_day for full in range(own, day))


@given(st.integers(0, 30), st.integers(0, 40), capacities)
def test_of_one_day_the_first_named_come_first(own: int, people: int, per_day: int) -> None:
    days = staggered([own] * people, per_day=per_day)

    assert days == [own + at // per_day for at in range(people)]
