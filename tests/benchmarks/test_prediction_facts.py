"""The published facts are recognised in logs made to show them, and not in others."""

import numpy as np
import pytest
from tests.benchmarks.made_logs import on_days

from prediction_facts import SILENCES, burst_lead, crossing, survival_errors
from prediction_logs import Protocol
from prediction_tasks import Cut
from prediction_ties import history

CUT_ON = 80


def cut_by_hand(*rows: tuple[str, str, int]) -> Cut:
    log = on_days(*rows)
    past = history(log, CUT_ON)
    return Cut("by hand", log, Protocol(40, (CUT_ON,), (10,)), history(log, 40), (past,))


@pytest.mark.parametrize(
    ("shares", "low", "high"),
    [
        ([0.9, 0.9, 0.8, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2], 6.9, 9.8),
        ([0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1, 0.0], 3.5, 4.9),
        ([0.9, np.nan, 0.7, 0.6, np.nan, 0.4, 0.2, 0.1, np.nan], 3.5, 6.9),
        ([0.4] * 9, 0.0, 0.0),
        ([0.6] * 9, np.inf, np.inf),
    ],
)
def test_the_share_crosses_one_half_between_the_middles_of_bins(shares: list[float], low: float, high: float) -> None:
    assert len(shares) == len(SILENCES)
    assert low <= crossing(np.array(shares)) <= high


def test_an_exact_half_way_is_the_middle_by_logarithm() -> None:
    assert crossing(np.array([1, 1, 1, 1, 1, 0.6, 0.4, 0, 0])) == pytest.approx(
        ((6 * 8) ** 0.5 * (8 * 12) ** 0.5) ** 0.5
    )


def test_a_power_is_told_from_an_exponential() -> None:
    ages = np.arange(1.0, 50.0)

    power, steady = survival_errors(ages, (1 + ages) ** -0.7)
    assert power < 1e-12 < steady
    power, steady = survival_errors(ages, np.exp(-0.1 * ages))
    assert steady < 1e-12 < power


def test_burstier_ties_that_come_back_less_show_in_the_difference() -> None:
    steady = [("me", f"steady{n}", day) for n in range(6) for day in (10, 20, 30, 40, 50, 60, 100)]
    bursty = [("me", f"bursty{n}", day) for n in range(6) for day in (10, 11, 12, 13, 14, 60)]

    lead = burst_lead(cut_by_hand(("a", "b", 0), *steady, *bursty), times=50, seed=1)

    assert lead == (-1.0, -1.0, -1.0)


def test_ties_unlike_in_contact_days_are_not_compared() -> None:
    steady = [("me", f"steady{n}", day) for n in range(6) for day in (10, 20, 30, 40, 50, 60, 100)]
    often = [("me", f"often{n}", day) for n in range(6) for day in range(10, 61)]

    assert np.isnan(burst_lead(cut_by_hand(("a", "b", 0), *steady, *often), times=5, seed=1).value)
