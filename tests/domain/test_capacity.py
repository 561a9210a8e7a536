"""What the cadences ask for against what gets done, and which rules give way."""

from collections.abc import Sequence
from math import ceil, isclose

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netlog.domain.cadence import KIN, LONGEST_DAYS, TIER_VALUES, kin_days
from netlog.domain.capacity import (
    SLACK,
    WINDOW,
    Load,
    Overload,
    Stretch,
    asked_at,
    demand,
    learned_budget,
    overload,
)
from netlog.domain.wording import capacity

DUNBAR = (
    Load("tier:inner", 8, 7, 5),
    Load("tier:close", 4, 30, 10),
    Load("tier:active", 2, 90, 35),
    Load("tier:wide", 1, 365, 100),
)
VALUES = {**{f"tier:{tier}": value for tier, value in TIER_VALUES.items()}, "default": 1.5, "tag:pm": 4.0}
RULES = st.sampled_from([rule for rule in VALUES if rule != "tier:none"])


@st.composite
def networks(draw: st.DrawFn) -> list[Load]:
    """People under rules about many, family among them, and people with days of their own."""
    days = draw(st.dictionaries(RULES, st.integers(1, LONGEST_DAYS), max_size=6))
    loads = [Load(rule, VALUES[rule], each, draw(st.integers(1, 300))) for rule, each in days.items()]
    kin = [Load(rule + KIN, VALUES[rule], kin_days(days[rule]), 2) for rule in days if draw(st.booleans())]
    own = [Load("person", 2.0, each, 1) for each in draw(st.lists(st.integers(1, 400), max_size=3))]
    return draw(st.permutations(loads + kin + own))


overloads = st.tuples(networks(), st.integers(1, 200))


def after(loads: Sequence[Load], found: Overload) -> float:
    """What is asked for a day once the rules have given way."""
    new = {each.rule: each.to_days for each in found.stretch}
    return sum(
        asked_at(new.get(load.rule.removesuffix(KIN), load.target_days), [load])
        if load.rule.removesuffix(KIN) in new
        else load.people / load.target_days
        for load in loads
    )


@pytest.mark.parametrize(
    ("done", "budget"),
    [((), None), ((1,), 1), ((1, 2), 2), ((3, 1, 2), 2), ((1, 1, 4, 9), 3), ((1, 8), 5), ((400,), 50)],
)
def test_the_learned_budget_is_the_middle_active_day_rounded_up(done: Sequence[int], budget: float | None) -> None:
    assert learned_budget(done) == budget


@given(st.lists(st.integers(1, 50), min_size=1))
def test_half_of_the_active_days_stay_within_the_learned_budget(done: list[int]) -> None:
    budget = learned_budget(done)

    assert budget is not None
    assert sum(each <= budget for each in done) * 2 >= len(done)
    assert min(done) <= budget <= max(done)


def test_the_network_of_the_layers_asks_for_what_the_sum_of_its_parts_does() -> None:
    assert isclose(demand(DUNBAR), 5 / 7 + 10 / 30 + 35 / 90 + 100 / 365)


@pytest.mark.parametrize(("done", "is_too_much"), [(42, False), (41, True), (48, False), (1, True)])
def test_nothing_is_said_until_a_seventh_more_is_asked_for_than_gets_done(done: int, is_too_much: bool) -> None:
    assert (overload(DUNBAR, done=done, known_days=400) is not None) == is_too_much


@pytest.mark.parametrize(("done", "known_days"), [(0, 400), (1, 27), (0, 0), (5, -3)])
def test_too_little_data_says_nothing(done: int, known_days: int) -> None:
    assert overload(DUNBAR, done=done, known_days=known_days) is None


def test_the_least_valued_give_way_first_and_the_last_only_as_far_as_needed() -> None:
    loads = [Load("tier:wide", 1, 365, 730), Load("tier:inner", 8, 7, 7)]

    found = overload(loads, done=56, known_days=28)

    assert found == Overload(3.0, 2.0, (Stretch("tier:wide", 365, 548), Stretch("tier:inner", 7, 8)))


def test_the_inner_tier_is_spared_where_little_is_missing() -> None:
    found = overload(DUNBAR, done=40, known_days=28)

    assert found
    assert found.stretch == (Stretch("tier:wide", 365, 438), Stretch("tier:active", 90, 96))


def test_family_gives_way_with_the_others_of_its_rule() -> None:
    loads = [Load("tier:wide+kin", 1, 45, 90), Load("person", 8, 1, 1)]

    found = overload(loads, done=56, known_days=28)

    assert found
    assert found.stretch == (Stretch("tier:wide", 30, 45),)


@pytest.mark.parametrize("rule", ["person", "mentorship"])
def test_days_set_on_people_or_agreed_with_them_are_left_alone(rule: str) -> None:
    found = overload([Load(rule, 8, 1, 3)], done=28, known_days=28)

    assert found == Overload(3.0, 1.0, ())


@given(overloads)
def test_the_order_of_the_groups_does_not_matter(sample: tuple[list[Load], int]) -> None:
    loads, done = sample

    assert overload(loads, done=done, known_days=28) == overload(loads[::-1], done=done, known_days=28)


@given(overloads)
def test_rules_give_way_from_the_least_valued_on_each_by_the_ratio_at_most(sample: tuple[list[Load], int]) -> None:
    found = overload(sample[0], done=sample[1], known_days=28)
    assume(found)

    assert found
    ratio = found.asked_per_day / found.done_per_day
    assert [VALUES[each.rule] for each in found.stretch] == sorted(VALUES[each.rule] for each in found.stretch)
    assert all(each.days < each.to_days <= min(LONGEST_DAYS, ceil(each.days * ratio)) for each in found.stretch)


@given(overloads)
def test_after_giving_way_nothing_is_said_or_nothing_more_can_give_way(sample: tuple[list[Load], int]) -> None:
    loads, done = sample
    found = overload(loads, done=done, known_days=28)
    assume(found)

    assert found
    ratio, spare = found.asked_per_day / found.done_per_day, {each.rule for each in found.stretch}
    stuck = {load.rule.removesuffix(KIN) for load in loads if load.target_days < LONGEST_DAYS} - spare - {"person"}
    if after(loads, found) > SLACK * done / WINDOW + 1e-6:
        assert stuck == set()
        assert all(each.to_days == min(LONGEST_DAYS, ceil(each.days * ratio)) for each in found.stretch)


@given(overloads)
def test_a_day_less_on_the_last_rule_would_not_be_enough(sample: tuple[list[Load], int]) -> None:
    loads, done = sample
    found = overload(loads, done=done, known_days=28)
    assume(found and found.stretch)

    assert found
    *first, last = found.stretch
    shorter = found._replace(stretch=(*first, last._replace(to_days=last.to_days - 1)))
    assert after(loads, shorter) > SLACK * done / WINDOW - 1e-6


@pytest.mark.parametrize(
    ("asked", "done", "stretch", "sentence"),
    [
        (
            1.71,
            1.107,
            [("tier:wide", 480)],
            "your cadences ask for 1.7 check-ins a day, you do 1.1 · stretch wide to 480 days, or let some go",
        ),
        (
            0.5,
            1 / 28,
            [("tier:wide", 3650), ("default", 900), ("tag:pm", 60)],
            "your cadences ask for 0.50 check-ins a day, you do 0.04 · stretch wide to 3650, the default to 900"
            " and tag pm to 60 days, or let some go",
        ),
        (12, 3, [], "your cadences ask for 12.0 check-ins a day, you do 3.0 · let some go, or give them more days"),
    ],
)
def test_the_sentence_gives_both_numbers_and_a_way_out(
    asked: float, done: float, stretch: Sequence[tuple[str, int]], sentence: str
) -> None:
    assert capacity(asked=asked, done=done, stretch=stretch) == sentence
