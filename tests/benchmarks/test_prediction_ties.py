"""Samples, labels and strata on logs small enough to count by hand."""

import numpy as np
from tests.benchmarks.made_logs import on_days, samples

from prediction_ties import history, own_windows, recent

ANN_BEN = [("ann", "ben", day) for day in (0, 4, 8, 10)]
"""ann is 0, ben 1, cyd 2."""


def test_a_tie_has_no_direction_and_a_day_counts_once() -> None:
    past = history(on_days(("ann", "ben", 0), ("ben", "ann", 0), ("ann", "ben", 3), ("ben", "ann", 7)), 5)

    assert (past.days.tolist(), past.first.tolist(), past.last.tolist()) == ([2], [0], [3])
    assert (past.events.tolist(), past.forward.tolist()) == ([3], [2])
    assert past.silence.tolist() == [2]


def test_each_end_of_a_tie_is_a_sample() -> None:
    found = samples(on_days(*ANN_BEN), 9, 2)

    assert found.ego.tolist() == [0, 1]
    assert found.returned.tolist() == [True, True]


def test_a_tie_of_two_contact_days_is_no_sample_yet() -> None:
    log = on_days(*ANN_BEN)

    assert len(samples(log, 8, 2).ego) == 0
    assert len(samples(log, 9, 2).ego) == 2


def test_an_ego_must_be_active_before_and_after_the_cut() -> None:
    log = on_days(*ANN_BEN[:3], ("ann", "cyd", 10), ("cyd", "dan", 30))

    found = samples(log, 9, 2)

    assert found.ego.tolist() == [0]
    assert found.returned.tolist() == [False]


def test_the_window_after_the_cut_begins_on_it_and_ends_before_its_last_day() -> None:
    log = on_days(
        *((who, "ben", day) for who in ("ann", "cyd") for day in (0, 4, 8)), ("ann", "ben", 9), ("cyd", "ben", 12)
    )

    found = samples(log, 9, 3)

    by_ego = dict(zip(found.ego.tolist(), found.returned.tolist(), strict=True))
    assert by_ego[0] is True
    assert 2 not in by_ego
    assert len(samples(log, 9, 4).ego) == 4


def test_a_tie_is_recent_when_its_last_contact_is_a_horizon_ago_at_most() -> None:
    log = on_days(
        *((name, "me", day) for name, last in (("a", 15), ("b", 14)) for day in (0, 4, last)),
        ("a", "me", 21),
        ("y", "z", 99),
    )
    found = samples(log, 20, 5)

    ours = found.only(found.ego == 2)

    assert ours.history.silence[ours.place].tolist() == [5, 6]
    assert recent(ours).tolist() == [True, False]


def test_own_windows_are_three_mean_gaps_and_three_days_at_least() -> None:
    log = on_days(
        *[("ann", "ben", day) for day in (0, 10, 20)], *[("ann", "cyd", day) for day in (0, 1)], ("x", "y", 99)
    )

    assert own_windows(history(log, 21)).tolist() == [30, 3]
    assert samples(log, 21, None).horizon.tolist() == []


def test_a_window_that_outlasts_the_log_is_left_out() -> None:
    log = on_days(*[("ann", "ben", day) for day in (0, 10, 20, 25)], ("x", "y", 50))

    assert samples(log, 21, None).horizon.tolist() == [30, 30]
    assert len(samples(log, 22, None).ego) == 0


def test_nothing_known_before_the_first_day() -> None:
    past = history(on_days(*ANN_BEN), 0)

    assert len(past.tie) == 0
    assert np.isfinite(past.mean_gap).all()
