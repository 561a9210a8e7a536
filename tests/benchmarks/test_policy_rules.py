"""Each of today's reminders on a morning made by hand."""

import numpy as np

from policy_lists import Dawn, Logged, Policy, User
from policy_rules import AtRandom, FixedCadence, FriendsSuggest, MonicaTimer, OldestFirst, leading
from policy_world import World, world

INNER, CLOSE, ACTIVE, WIDE = 0, 5, 15, 50
"""The first person of each tier; targets of 7, 30, 90 and 365 days."""


def network(last: dict[int, int]) -> World:
    """Everybody was in touch yesterday and long before, but for some whose only contact was on the day given."""
    drawn = world(1)
    return drawn._replace(history=tuple((last[who],) if who in last else (-900, -1) for who in range(drawn.people)))


def user(last: dict[int, int], per_day: float = 1.0) -> User:
    made = network(last)
    return User(made, Logged(made), per_day)


def shown(policy: Policy, day: int, *, resting: tuple[int, ...] = ()) -> list[int]:
    free = np.ones(150, dtype=np.bool_)
    free[list(resting)] = False
    return list(policy.listed(Dawn(day, free)).shown)


def test_without_a_tool_nobody_is_shown() -> None:
    assert shown(AtRandom(user({}), room=0), 0) == []


def test_three_at_random_are_other_people_every_day_and_none_who_rest() -> None:
    policy = AtRandom(user({}), room=3)
    first, second = shown(policy, 0), shown(policy, 1)

    assert len(first) == len(second) == 3
    assert set(first) != set(second)
    assert not set(first) & set(shown(policy, 0, resting=tuple(first)))


def test_the_oldest_come_first_whatever_the_tier_and_twice_the_budget_of_them() -> None:
    policy = OldestFirst(user({INNER: -20, CLOSE: -50, WIDE: -60}, per_day=1.0))

    assert shown(policy, 0) == [WIDE, CLOSE]


def test_a_fixed_cadence_shows_everybody_due_the_earliest_due_date_first() -> None:
    policy = FixedCadence(user({INNER: -8, CLOSE: -35, ACTIVE: -89, WIDE: -371}))

    assert shown(policy, 0) == [WIDE, CLOSE, INNER]


def test_a_fixed_cadence_by_ratio_shows_the_most_overdue_for_their_target_first() -> None:
    policy = FixedCadence(user({INNER: -8, CLOSE: -35, ACTIVE: -89, WIDE: -371}), by_ratio=True)

    assert shown(policy, 0) == [CLOSE, INNER, WIDE]


def test_a_fixed_cadence_with_shorter_targets_is_due_sooner() -> None:
    assert shown(FixedCadence(user({CLOSE: -21}), stretch=0.7), 0) == [CLOSE]
    assert shown(FixedCadence(user({CLOSE: -20}), stretch=0.7), 0) == []


def test_whoever_rests_is_due_but_not_shown() -> None:
    listed = FixedCadence(user({CLOSE: -35})).listed(Dawn(0, np.arange(150) != CLOSE))

    assert list(listed.shown) == []
    assert listed.due is not None
    assert np.flatnonzero(listed.due).tolist() == [CLOSE]


def test_a_logged_contact_moves_the_due_date_of_a_fixed_cadence() -> None:
    asked = user({CLOSE: -35})
    policy = FixedCadence(asked)

    asked.logged.add(CLOSE, 0)

    assert shown(policy, 1) == []


def test_monicas_timer_is_blind_to_contacts() -> None:
    asked = user({CLOSE: -10})
    policy = MonicaTimer(asked)

    asked.logged.add(CLOSE, 19)

    assert [day for day in range(60) if CLOSE in shown(policy, day)] == [20, 50]


def test_a_mail_of_monica_that_nobody_acts_on_is_gone() -> None:
    policy = MonicaTimer(user({CLOSE: -30}))

    assert CLOSE in shown(policy, 0)
    assert CLOSE not in shown(policy, 1)


def test_a_trigger_of_monica_in_the_past_has_moved_on_by_whole_periods() -> None:
    policy = MonicaTimer(user({CLOSE: -65}))

    assert [day for day in range(60) if CLOSE in shown(policy, day)] == [25, 55]


def test_friends_suggests_one_of_each_group_by_number_of_activities() -> None:
    asked = user({CLOSE: -10})
    busy = range(100, 137)
    for who in busy:
        asked.logged.days[who] = 9

    stranger, lower, upper = shown(FriendsSuggest(asked), 0)

    assert stranger == CLOSE
    assert lower not in busy
    assert upper in busy


def test_friends_suggests_two_when_everybody_has_two_activities() -> None:
    assert len(shown(FriendsSuggest(user({})), 0)) == 2


def test_equals_keep_the_order_of_their_numbers() -> None:
    assert leading(np.array([2, 1, 2, 1]), np.array([True, True, True, False])) == [1, 0, 2]
