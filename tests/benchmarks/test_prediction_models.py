"""Scores computed for all ties at once are those a plain reading of their definition gives for one."""

import math
import statistics
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.made_logs import on_days, samples

from netlog.domain.strength import keep_alive, tally
from prediction_fitted import FEATURES, features
from prediction_logs import Floats
from prediction_models import (
    UNFITTED,
    burstiness,
    cadence_of_rank,
    closeness_ranks,
    decayed,
    gap_deviation,
    median_gap,
)
from prediction_ties import Cohort

CUT, HORIZON = 40, 10
AT_THE_END = ("zoe", "zed", 99)
"""A log must last until the horizon is over."""
DAYS = st.sets(st.integers(0, CUT - 1), min_size=3, max_size=12)


def alone(days: set[int]) -> Cohort:
    """The sample of a tie of these days, seen by an ego that is active with somebody else all the time."""
    others = [("me", "zoe", day) for day in range(60)]
    found = samples(on_days(*(("me", "you", day) for day in days), *others), CUT, HORIZON)
    return found.only((found.ego == 0) & (found.history.days[found.place] == len(days)) & (found.place == 0))


def only(values: Floats) -> float:
    assert len(values) == 1
    return float(values[0])


@given(DAYS)
def test_netlog_is_its_own_function_on_the_days_themselves(days: set[int]) -> None:
    expected = keep_alive(tally([(day, 1.0) for day in days]), CUT, horizon=HORIZON)

    assert only(UNFITTED["netlog p(H)"](alone(days))) == expected


@given(DAYS)
def test_scores_follow_their_definitions(days: set[int]) -> None:
    ages = [CUT - day for day in days]
    gap, silence = (max(days) - min(days)) / (len(days) - 1), min(ages)
    class_days = min((7, 30, 90, 365), key=lambda target: abs(math.log(gap / target)))
    expected = {
        "recency only": -silence,
        "count": len(days),
        "count / recency": len(days) / silence,
        "freshness (days since / mean gap)": -silence / gap,
        "fixed cadence, frequency class": -silence / class_days,
        "ACT-R, d = 0.8": math.log(sum(age**-0.8 for age in ages)),
        "exponential decay, 30 d": sum(2 ** (-age / 30) for age in ages),
        "exponential decay, 4 x mean gap": sum(2 ** (-age / (4 * gap)) for age in ages),
    }

    tie = alone(days)

    assert {name: only(UNFITTED[name](tie)) for name in expected} == pytest.approx(expected)


@given(DAYS)
def test_gaps_are_measured_as_statistics_does(days: set[int]) -> None:
    ordered = sorted(days)
    gaps = [later - earlier for earlier, later in pairwise(ordered)]
    mean, deviation = statistics.mean(gaps), statistics.pstdev(gaps)

    past = alone(days).history

    assert median_gap(past)[0] == statistics.median(gaps)
    assert gap_deviation(past)[0] == pytest.approx(deviation)
    assert burstiness(past)[0] == pytest.approx((deviation - mean) / (deviation + mean))


def test_scores_do_not_mix_ties() -> None:
    rows = [("me", "a", day) for day in (0, 9, 30)] + [("me", "b", day) for day in (1, 2, 3, 38, 45)]
    found = samples(on_days(*rows, AT_THE_END), CUT, HORIZON)
    mine = found.only(found.ego == 2)

    assert median_gap(mine.history).tolist() == [15.0, 1.0]
    assert decayed(10)(mine) == pytest.approx(
        [sum(2 ** (-age / 10) for age in ages) for ages in ((40, 31, 10), (39, 38, 37, 2))]
    )


def test_ranks_of_closeness_count_all_ties_of_an_ego_and_the_later_contact_wins_a_draw() -> None:
    often = [("me", "daily", day) for day in range(39)]
    drawn = [("me", early, day) for early, days in (("x", (0, 5, 20)), ("y", (0, 5, 30)), ("z", (7,))) for day in days]
    found = samples(on_days(*often, *drawn, ("me", "daily", 41), AT_THE_END), CUT, HORIZON)
    mine = found.only(found.ego == 1)

    assert closeness_ranks(mine)[np.argsort(mine.place)].tolist() == [1, 3, 2]


def test_cadence_follows_the_circles() -> None:
    assert cadence_of_rank(np.array([1, 5, 6, 15, 16, 50, 51])).tolist() == [7, 7, 30, 30, 180, 180, 365]


def test_the_share_an_ego_started_is_seen_from_its_own_end() -> None:
    rows = [("ann", "ben", 0), ("ann", "ben", 10), ("ann", "ben", 38), ("ben", "ann", 39), ("ann", "ben", 41)]
    found = samples(on_days(*rows, AT_THE_END), CUT, HORIZON)

    table = dict(zip(FEATURES, features(found).T.tolist(), strict=True))

    assert table["share of events the ego started"] == [0.75, 0.25]
    assert table["reciprocity"] == pytest.approx([1 / 3, 1 / 3])
    assert table["log contact-days within the last horizon"] == pytest.approx([math.log(3)] * 2)
    assert table["log contact-days within the last three horizons"] == pytest.approx([math.log(4)] * 2)
    assert table["log last gap"] == [0, 0]


def test_there_are_fifteen_features() -> None:
    assert len(FEATURES) == len(set(FEATURES)) == 15
