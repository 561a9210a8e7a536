"""Promises in words, in their order, and from which day each is worth a line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.loops import promise_from
from netlog.domain.promises import by, line, moved, order, standing
from netlog.domain.views_promises import Promise

TODAY = date(2026, 11, 21)
ONE = Promise(3, "mine", "giulia", "Giulia Rossi", "send the deck", date(2026, 11, 10), None, 0, None, None, None)

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
PROMISES = st.builds(
    ONE._replace,
    id=st.integers(1, 99),
    side=st.sampled_from(["mine", "theirs"]),
    due_on=st.none() | DAYS,
    closed_on=st.none() | DAYS,
).map(lambda each: each._replace(outcome="kept" if each.closed_on else None))


@pytest.mark.parametrize(
    ("side", "due_on", "words"),
    [
        ("mine", date(2026, 11, 22), "by tomorrow, Sun 22 Nov"),
        ("mine", date(2026, 11, 21), "by today, Sat 21 Nov"),
        ("mine", date(2026, 11, 27), "by Fri 27 Nov"),
        ("mine", date(2027, 1, 4), "by Mon 4 Jan 2027"),
        ("mine", date(2026, 11, 20), "since Fri 20 Nov"),
        ("theirs", date(2026, 11, 20), "was for Fri 20 Nov"),
        ("theirs", date(2026, 11, 22), "by tomorrow, Sun 22 Nov"),
        ("mine", None, "said 11 days ago"),
        ("theirs", None, "said 11 days ago"),
    ],
)
def test_an_open_promise_is_told_by_its_date_alone(side: str, due_on: date | None, words: str) -> None:
    promise = ONE._replace(side=side, due_on=due_on)

    assert standing(promise, TODAY) == words
    assert line(promise, TODAY) == f"send the deck · {words}"


def test_a_closed_promise_is_told_by_how_it_ended() -> None:
    assert standing(ONE._replace(outcome="kept", closed_on=date(2026, 11, 20)), TODAY) == "kept Fri 20 Nov"
    assert standing(ONE._replace(outcome="dropped", closed_on=None), TODAY) == "dropped"


@pytest.mark.parametrize(
    ("times", "words"), [(0, ""), (1, "postponed once"), (2, "postponed twice"), (5, "postponed 5 times")]
)
def test_how_often_a_date_was_put_off_is_counted(times: int, words: str) -> None:
    assert moved(ONE._replace(postponed=times)) == words


def test_a_receipt_names_the_date_or_says_there_is_none() -> None:
    assert by(date(2026, 11, 27), TODAY) == "by Fri 27 Nov"
    assert by(None, TODAY) == "no date"


@given(PROMISES, DAYS)
def test_no_line_blames_anybody(promise: Promise, today: date) -> None:
    words = standing(promise, today).lower()

    assert not any(word in words for word in ("late", "overdue", "should", "forgot", "broken", "fail", "still", "!"))


@given(st.lists(PROMISES, max_size=12))
def test_open_ones_come_first_mine_before_theirs_and_each_by_date(promises: list[Promise]) -> None:
    ordered = sorted(promises, key=order)
    still = [each for each in ordered if each.outcome is None]
    closed = [each.closed_on for each in ordered if each.closed_on]

    assert ordered[: len(still)] == still
    assert [each.side for each in still] == sorted(each.side for each in still)
    assert closed == sorted(closed, reverse=True)
    for side in ("mine", "theirs"):
        days = [each.due_on or date.max for each in still if each.side == side]
        assert days == sorted(days)


@given(st.integers(1, 10**6), st.none() | st.integers(-400, 400), st.sampled_from(["mine", "theirs"]))
def test_a_promise_is_never_said_before_it_is_made(made_on: int, ahead: int | None, side: str) -> None:
    due_on = None if ahead is None else max(made_on, made_on + ahead)

    from_on = promise_from(side=side, made_on=made_on, due_on=due_on, is_open=True)

    assert from_on is not None
    assert from_on >= made_on


@given(st.integers(1, 10**6), st.integers(0, 400))
def test_mine_is_said_the_day_before_and_theirs_the_day_after(made_on: int, ahead: int) -> None:
    mine, theirs = (
        promise_from(side=side, made_on=made_on, due_on=made_on + ahead, is_open=True) for side in ("mine", "theirs")
    )

    assert mine == max(made_on, made_on + ahead - 1)
    assert theirs == made_on + ahead + 1


@given(st.integers(1, 10**6), st.integers(0, 300), st.integers(1, 60), st.sampled_from(["mine", "theirs"]))
def test_postponing_never_brings_the_line_forward(made_on: int, ahead: int, later: int, side: str) -> None:
    before, after = (
        promise_from(side=side, made_on=made_on, due_on=made_on + days, is_open=True) for days in (ahead, ahead + later)
    )

    assert before is not None
    assert after is not None
    assert before <= after


@pytest.mark.parametrize(("side", "days"), [("mine", 7), ("theirs", 21)])
def test_a_promise_without_a_date_waits_longer_when_it_is_theirs(side: str, days: int) -> None:
    made_on = TODAY.toordinal()

    assert promise_from(side=side, made_on=made_on, due_on=None, is_open=True) == made_on + days


@given(PROMISES)
def test_a_closed_promise_has_no_line(promise: Promise) -> None:
    made_on = promise.made_on.toordinal()
    due_on = (promise.due_on or promise.made_on + timedelta(1)).toordinal()

    assert promise_from(side=promise.side, made_on=made_on, due_on=due_on, is_open=False) is None
