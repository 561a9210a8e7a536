"""Figures, intervals and tables of the comparison of policies."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

import policies
from policy_figures import Case, Metrics, estimate, lead, level, metrics, student
from policy_runs import NETLOG, POLICIES, STRETCHES, compared, stretched
from policy_tables import THRESHOLDS, headline, same_effort, verdicts
from policy_world import WARM_UP, world
from policy_years import Evening

SMALL = ("--budgets", "2", "--decays", "power", "--seeds", "3", "--jobs", "1", "--policies", "no tool")
BLANK = Metrics(*[0.0] * len(Metrics._fields))
OURS = Case(NETLOG, per_day=2.0, decay="exponential")


def runs(*contacts: float, **figures: float) -> list[Metrics]:
    return [BLANK._replace(contacts=each, **figures) for each in contacts]


def quiet(day: int) -> Evening:
    nobody = np.zeros(150, dtype=np.bool_)
    return Evening(day, shown=0, due=0, newly_due=0, reached=(), too_soon=0, warm=nobody, lost=nobody)


def stretch(factor: float) -> Case:
    return OURS._replace(policy=stretched(factor))


@pytest.mark.parametrize(("freedom", "quantile"), [(2, 4.303), (3, 3.182), (7, 2.365), (15, 2.131), (63, 1.998)])
def test_students_quantile_is_that_of_the_tables(freedom: int, quantile: float) -> None:
    assert student(freedom) == pytest.approx(quantile, rel=0.01)


def test_an_interval_is_students_quantile_times_the_standard_error() -> None:
    found = estimate([1.0, 2.0, 3.0, 4.0])

    assert found.mean == 2.5
    assert found.half_width == pytest.approx(3.182 * math.sqrt(5 / 3 / 4), rel=0.01)


def test_a_lead_is_paired_so_that_networks_may_differ_however_much() -> None:
    case, over = OURS, stretch(1.0)
    results = {case: runs(1.5, 9.5, 4.5), over: runs(1.0, 9.0, 4.0)}

    assert lead(results, case, over, "contacts") == (0.5, 0.0)
    assert level(results, case, "contacts").half_width > 5


def test_the_first_90_days_count_for_nothing() -> None:
    noisy = quiet(WARM_UP - 1)._replace(shown=9, due=9, newly_due=9, reached=(1, 2), too_soon=2)
    counted = quiet(WARM_UP)._replace(shown=3, due=2, newly_due=1, reached=(1,), too_soon=1)
    found = metrics(world(1), [noisy, counted])

    assert (found.shown_max, found.backlog_max, found.newly_due_max) == (3, 2, 1)
    assert (found.contacts, found.wasted) == (1, 1)


def test_shares_are_weighted_by_the_value_of_the_tier() -> None:
    inner = np.arange(150) < 5
    found = metrics(world(1), [quiet(WARM_UP)._replace(warm=inner, lost=~inner)])

    assert found.warm == pytest.approx(5 / 150)
    assert found.warm_close == pytest.approx(5 / 15)
    assert found.weighted_warm == pytest.approx(40 / 250)
    assert found.lost == pytest.approx(210 / 250)


def test_a_policy_without_due_dates_has_no_backlog_figures() -> None:
    found = metrics(world(1), [quiet(day)._replace(due=None, shown=2) for day in (WARM_UP, WARM_UP + 1)])

    assert all(math.isnan(figure) for figure in (found.backlog_mean, found.newly_due_max, found.newly_due_sd))
    assert found.shown_mean == 2


def test_same_effort_is_the_factor_whose_contacts_come_nearest_and_of_equals_the_warmest() -> None:
    results = {stretch(factor): runs(3.0, 3.0, 3.0) for factor in STRETCHES}
    results[stretch(0.6)] = runs(1.5, 1.5, 1.5, weighted_warm=0.8)
    results[stretch(0.7)] = runs(1.495, 1.495, 1.495, weighted_warm=0.9)
    results[OURS] = runs(1.5, 1.5, 1.5)

    assert same_effort(results, per_day=2.0, decay="exponential") == 0.7


def test_every_threshold_is_listed_as_met_missed_or_not_run() -> None:
    lines = list(verdicts({OURS: runs(2.0, 2.0, 2.0, weighted_warm=0.95)}))

    assert len(lines) == len(THRESHOLDS)
    assert lines[0].startswith("met     0.950 ±0.000")
    assert sum(line.startswith("MISSED") for line in lines) == 1
    assert lines[-1].startswith("not run")


def test_the_headline_leaves_blank_what_a_policy_does_not_know() -> None:
    unknown = dict.fromkeys(("backlog_mean", "backlog_max", "newly_due_sd", "newly_due_max"), math.nan)
    table = headline({OURS: runs(0.0, 0.0, 0.0, **unknown)}, [NETLOG], per_day=2.0, decay="exponential")

    assert " ".join(table.splitlines()[1].split()) == "netlog 0.000 ±0.000 0.000 0.000 ±0.000 0.0/0.0 0.00 0.000"


def test_the_answer_is_the_same_however_many_processes_share_the_work() -> None:
    once, again = (
        compared(["fixed cadence", NETLOG], seeds=2, budgets=[2.0], decays=["power"], jobs=jobs) for jobs in (1, 2)
    )

    assert once == again


def test_the_comparison_at_equal_effort_always_stands_beside_the_headline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "figures.json"
    policies.main([*SMALL, "--json", str(written)])
    printed = capsys.readouterr().out
    cases = json.loads(written.read_text(encoding="utf-8"))

    assert "At equal effort" in printed
    assert stretched(0.7) in printed
    assert {case["policy"] for case in cases} == {"no tool", "fixed cadence", NETLOG, *map(stretched, STRETCHES)}


@pytest.mark.parametrize(
    "arguments",
    ["--seeds 2", "--jobs 0", "--budgets 0", "--policies magic", "--holidays 02-29"],
)
def test_what_cannot_be_run_is_refused_in_one_line(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        policies.options(arguments.split())

    assert "error:" in capsys.readouterr().err


def test_every_policy_of_the_comparison_has_a_name() -> None:
    assert len(POLICIES) == 14
