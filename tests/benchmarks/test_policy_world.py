"""The invented network is the one that is described, and its luck is the same every time."""

from datetime import date

import numpy as np
import pytest

from policy_world import CONFERENCE, DAYS, HOLIDAYS, START, World, allowances, is_holiday, world

FIGURES = [name for name in World._fields if name not in ("seed", "history", "holidays")]
INNER = slice(5)
WORKING_DAYS = [day for day in range(DAYS) if not is_holiday(date.fromordinal(START + day), HOLIDAYS)]


def test_the_targets_ask_for_1_71_contacts_a_day() -> None:
    network = world(1)

    assert network.people == 150
    assert (1 / network.target).sum() == pytest.approx(1.71, abs=0.005)


def test_the_tiers_weigh_40_40_70_and_100() -> None:
    network = world(1)

    assert [network.value[network.tier == tier].sum() for tier in range(4)] == [40, 40, 70, 100]


def test_the_same_seed_gives_the_same_network_and_luck() -> None:
    one, other = world(7), world(7)

    assert one.history == other.history
    assert all(np.array_equal(getattr(one, name), getattr(other, name)) for name in FIGURES)


def test_another_seed_gives_other_luck() -> None:
    assert not np.array_equal(world(1).meeting_luck, world(2).meeting_luck)


def test_26_people_were_met_at_the_conference_and_only_there() -> None:
    network = world(1)
    just_met = [who for who, days in enumerate(network.history) if days == (CONFERENCE,)]

    assert {tier: sum(network.tier[just_met] == tier) for tier in range(4)} == {0: 0, 1: 0, 2: 6, 3: 20}


@pytest.mark.parametrize("seed", range(4))
def test_histories_are_past_days_in_order_that_end_within_1_3_targets(seed: int) -> None:
    network = world(seed)

    for days, target in zip(network.history, network.target.tolist(), strict=True):
        assert list(days) == sorted(set(days))
        assert len(days) <= 9
        assert -1 - 1.3 * target <= days[-1] <= -1


def test_rhythms_scatter_around_the_targets_by_half_a_logarithm() -> None:
    logarithms = np.concatenate([np.log(world(seed).rhythm / world(seed).target) for seed in range(8)])

    assert logarithms.mean() == pytest.approx(0, abs=0.05)
    assert logarithms.std() == pytest.approx(0.5, abs=0.05)


def test_ties_are_in_a_lively_stretch_a_third_of_the_time() -> None:
    rates = np.concatenate([world(seed).rate[:, INNER] for seed in range(8)], axis=1)
    is_lively = rates == rates.max(axis=0)

    assert is_lively.mean() == pytest.approx(1 / 3, abs=0.03)


def test_a_lively_stretch_brings_five_and_a_half_times_the_contact_of_a_quiet_one() -> None:
    rates = world(1).rate[:, INNER]

    assert rates.max(axis=0) / rates.min(axis=0) == pytest.approx(2.2 / 0.4)


@pytest.mark.parametrize("per_day", [0.7, 1.0, 1.5, 2.0, 3.0])
def test_there_is_time_for_as_many_as_agreed_on_weekdays_and_half_at_weekends(per_day: float) -> None:
    time = allowances(per_day, HOLIDAYS)
    weekdays = [time[day] for day in WORKING_DAYS if day % 7 < 5]
    weekends = [time[day] for day in WORKING_DAYS if day % 7 >= 5]

    assert np.mean(weekdays) == pytest.approx(per_day, abs=0.02)
    assert np.mean(weekends) == pytest.approx(per_day / 2, abs=0.02)


def test_there_is_time_for_nobody_in_two_holidays_of_twelve_days_a_year() -> None:
    holidays = [day for day in range(366) if day not in WORKING_DAYS]

    assert len(holidays) == 24
    assert not any(allowances(3.0, HOLIDAYS)[day] for day in holidays)
