"""An introduction only moves along its arrows, and every state has its words."""

from datetime import date, timedelta
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.introductions import (
    CAN_DECLINE,
    DECLINED,
    MOVED,
    NEXT,
    NUDGES,
    STANDS,
    STEPS,
    Side,
    called,
    is_busier,
    is_closed,
    moved,
    next_step,
    nudge,
    standing,
)
from netlog.domain.loops import INTRODUCTION_AFTER, introduction_from

TODAY = date(2026, 11, 21)
STATES = {*STEPS, *STEPS.values(), DECLINED}
names = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)
sides = st.builds(Side, st.integers(0, 400), st.none() | st.integers(1, 3650))


def test_six_steps_lead_from_an_idea_to_the_end_and_no_state_comes_twice() -> None:
    walked = ["idea"]
    while not is_closed(walked[-1]):
        walked.append(STEPS[walked[-1]])

    assert walked == ["idea", "asked", "agreed", "asked_other", "both_agreed", "made", "done"]


def test_what_is_closed_has_no_next_step_and_no_line() -> None:
    closed = {state for state in STATES if is_closed(state)}

    assert closed == {"done", DECLINED}
    assert {introduction_from(state=state, moved_on=1) for state in closed} == {None}
    assert {next_step("Ada", "Bo", state=state) for state in closed} == {""}


def test_every_state_has_words_and_every_open_one_a_day_from_which_it_is_said() -> None:
    assert set(MOVED) == set(STANDS) == STATES
    assert set(NEXT) == set(NUDGES) == set(INTRODUCTION_AFTER) == set(STEPS)


def test_after_it_is_made_nobody_can_decline() -> None:
    assert {state for state in STATES if state not in CAN_DECLINE} == {"made", "done", DECLINED}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("idea", "to Bo Chen · ask Giulia first whether it is welcome"),
        ("asked", "to Bo Chen · asked Giulia 8 days ago · no answer yet"),
        ("agreed", "to Bo Chen · Giulia agreed · ask Bo"),
        ("asked_other", "to Bo Chen · Giulia agreed · asked Bo 8 days ago · no answer yet"),
        ("both_agreed", "to Bo Chen · both agreed · make it"),
        ("made", "to Bo Chen · made 8 days ago · hear how it went"),
    ],
)
def test_each_state_has_its_own_nudge(state: str, expected: str) -> None:
    assert nudge("Giulia Rossi", "Bo Chen", state=state, moved_on=TODAY - timedelta(8), today=TODAY) == expected


@pytest.mark.parametrize(
    ("one", "other", "is_other_first"),
    [
        (Side(12, 90), Side(3, 7), False),
        (Side(3, 7), Side(12, 90), True),
        (Side(5, 90), Side(5, 30), True),
        (Side(5, None), Side(5, 365), True),
        (Side(5, 30), Side(5, 30), False),
        (Side(0, None), Side(0, None), False),
    ],
)
def test_the_busier_side_is_asked_first(one: Side, other: Side, is_other_first: bool) -> None:
    assert is_busier(one, other) is is_other_first


@given(sides, sides)
def test_never_are_both_the_busier(one: Side, other: Side) -> None:
    assert not (is_busier(one, other) and is_busier(other, one))


@given(names, names, st.sampled_from(sorted(STATES)))
def test_names_are_taken_as_they_are(one: str, other: str, state: str) -> None:
    wanted = {field for _, field, _, _ in Formatter().parse(MOVED[state]) if field}
    said = moved(one, other, state=state)

    assert wanted == {"one", "other"}
    assert one in said
    assert other in said
    assert standing(one, other, state=state, moved_on=TODAY, today=TODAY)


def test_two_of_one_first_name_are_called_by_all_of_it() -> None:
    assert called("Anna Nowak", "Anna Maślanka") == "Anna Nowak"
    assert called("Anna Nowak", "Bo Chen") == "Anna"
