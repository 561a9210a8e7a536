"""AUC and its resamples are what counting pairs gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prediction_auc import auc, brier, ego_auc, ego_draws, interval, resampled_auc

SAMPLES = st.lists(st.tuples(st.integers(-3, 3), st.booleans(), st.integers(0, 3)), min_size=1, max_size=25)


def counted(scores: list[int], returned: list[bool]) -> float:
    """The share of (returned, not returned) pairs in the right order, draws counting a half."""
    pairs = [
        (up, down)
        for up, yes in zip(scores, returned, strict=True)
        if yes
        for down, also in zip(scores, returned, strict=True)
        if not also
    ]
    return sum((up > down) + (up == down) / 2 for up, down in pairs) / len(pairs) if pairs else float("nan")


@given(SAMPLES)
def test_auc_is_the_share_of_pairs_in_the_right_order(samples: list[tuple[int, bool, int]]) -> None:
    scores, returned, _ = map(list, zip(*samples, strict=True))

    found = auc(np.array(scores, dtype=float), np.array(returned))

    assert found == pytest.approx(counted(scores, returned), nan_ok=True)


@given(SAMPLES)
def test_a_weight_is_as_good_as_a_repetition(samples: list[tuple[int, bool, int]]) -> None:
    scores, returned, weights = (np.array(column) for column in zip(*samples, strict=True))
    often = np.repeat(np.arange(len(samples)), weights)

    found = resampled_auc(scores.astype(float), returned, weights[None, :].astype(float))

    assert found[0] == pytest.approx(counted(scores[often].tolist(), returned[often].tolist()), nan_ok=True)


@given(SAMPLES)
def test_auc_of_the_opposite_score_is_the_rest(samples: list[tuple[int, bool, int]]) -> None:
    scores, returned, _ = (np.array(column) for column in zip(*samples, strict=True))

    assert auc(-scores.astype(float), returned) == pytest.approx(1 - auc(scores.astype(float), returned), nan_ok=True)


def test_many_resamples_are_weighed_in_order() -> None:
    scores, returned = np.arange(6.0), np.array([False, True, False, True, True, False])
    weights = ego_draws(6, times=130, seed=[1])

    together = resampled_auc(scores, returned, weights)

    alone = np.concatenate([resampled_auc(scores, returned, weights[[row]]) for row in range(130)])
    np.testing.assert_array_equal(together, alone)


def test_draws_follow_the_seed_and_have_as_many_as_there_are() -> None:
    first, again, other = (ego_draws(20, times=5, seed=[seed]) for seed in (1, 1, 2))

    np.testing.assert_array_equal(first, again)
    assert (first != other).any()
    assert (first.sum(axis=1) == 20).all()


def test_an_interval_leaves_out_resamples_of_one_class() -> None:
    resamples = np.concatenate([np.linspace(0, 1, 101), [np.nan] * 50])

    assert interval(0.4, resamples) == pytest.approx((0.4, 0.025, 0.975))


def test_ego_auc_takes_egos_with_five_ties_and_both_classes() -> None:
    ego = np.array([1] * 5 + [2] * 5 + [3] * 4)
    scores = np.array([5.0, 4, 3, 2, 1, 1, 2, 3, 4, 5, 1, 2, 3, 4])
    returned = np.array([True] + [False] * 4 + [True] * 5 + [True] + [False] * 3)

    assert ego_auc(scores, returned, ego) == 1.0


def test_brier_is_the_mean_squared_error() -> None:
    assert brier(np.array([1.0, 0.5]), np.array([True, False])) == pytest.approx(0.125)
