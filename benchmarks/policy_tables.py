"""The comparison in words and figures: who keeps ties warm, at what effort, and what was promised."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_figures import Case, Estimate, Results, lead, level
from policy_runs import FIXED, NETLOG, STRETCHES, stretched
from table import drawn

NEARLY = 0.01
"""Contacts a day: closer than this is the same effort."""

HEADINGS = (
    "policy",
    "weighted warm",
    "warm, tiers 1-2",
    "lost",
    "backlog mean/max",
    "newly due SD/max",
    "shown mean/max",
    "contacts/day",
    "wasted",
)
LEADS = {
    "weighted warm": "weighted_warm",
    "warm, tiers 1-2": "warm_close",
    "lost": "lost",
    "backlog mean": "backlog_mean",
    "backlog max": "backlog_max",
    "newly due SD": "newly_due_sd",
    "newly due max": "newly_due_max",
    "contacts/day": "contacts",
}
OVERVIEW = ("Monica timer", "friends suggest", "oldest first", FIXED, "ratio x tier weight", NETLOG)


def headline(results: Results, policies: Sequence[str], *, per_day: float, decay: str) -> str:
    """One line a policy."""
    return drawn(HEADINGS, [_line(results, Case(policy, per_day, decay)) for policy in policies])


def _line(results: Results, case: Case) -> list[str]:
    def words(name: str, places: int = 3) -> str:
        return plain(level(results, case, name).mean, places)

    return [
        case.policy,
        with_interval(level(results, case, "weighted_warm")),
        words("warm_close"),
        with_interval(level(results, case, "lost")),
        f"{words('backlog_mean', 1)}/{words('backlog_max', 1)}".strip("/"),
        f"{words('newly_due_sd', 2)}/{words('newly_due_max', 1)}".strip("/"),
        f"{words('shown_mean', 1)}/{words('shown_max', 1)}",
        words("contacts", 2),
        words("wasted"),
    ]


def equal_effort(results: Results, *, per_day: float, decay: str) -> str:
    """The fixed cadence with all its targets multiplied, and netlog beside the one that spends as much."""
    factor = same_effort(results, per_day=per_day, decay=decay)
    names = [stretched(each) for each in STRETCHES]
    sweep = headline(results, [NETLOG, *names], per_day=per_day, decay=decay)
    pairs = [_leads(results, Case(stretched(each), per_day, decay)) for each in dict.fromkeys((factor, 0.7))]
    return f"{sweep}\n\n{drawn(('netlog minus', *LEADS), pairs)}"


def same_effort(results: Results, *, per_day: float, decay: str) -> float:
    """The factor whose contacts come nearest netlog's; of those as near, the one that keeps most ties warm."""
    wanted = level(results, Case(NETLOG, per_day, decay), "contacts").mean
    cases = {factor: Case(stretched(factor), per_day, decay) for factor in STRETCHES}
    gaps = {factor: abs(level(results, case, "contacts").mean - wanted) for factor, case in cases.items()}
    near = [factor for factor, gap in gaps.items() if gap <= min(gaps.values()) + NEARLY]
    return max(near, key=lambda factor: level(results, cases[factor], "weighted_warm").mean)


def _leads(results: Results, over: Case) -> list[str]:
    ours = over._replace(policy=NETLOG)
    return [over.policy, *(signed(lead(results, ours, over, name)) for name in LEADS.values())]


def overview(results: Results, policies: Sequence[str], *, budgets: Sequence[float], decay: str) -> str:
    """Weighted warm share of each budget, and netlog's lead over the fixed cadence."""
    shown = [policy for policy in OVERVIEW if policy in policies]
    headings = ("per day", *shown, "netlog - fixed", "lost: fixed, netlog", "backlog max: fixed, netlog")
    return drawn(headings, [_budget(results, shown, per_day=budget, decay=decay) for budget in budgets])


def _budget(results: Results, shown: Sequence[str], *, per_day: float, decay: str) -> list[str]:
    def figure(policy: str, name: str, places: int = 3) -> str:
        return plain(level(results, Case(policy, per_day, decay), name).mean, places)

    ours, fixed = Case(NETLOG, per_day, decay), Case(FIXED, per_day, decay)
    return [
        f"{per_day:g}",
        *(figure(policy, "weighted_warm") for policy in shown),
        signed(lead(results, ours, fixed, "weighted_warm")),
        f"{figure(FIXED, 'lost')}, {figure(NETLOG, 'lost')}",
        f"{figure(FIXED, 'backlog_max', 1)}, {figure(NETLOG, 'backlog_max', 1)}",
    ]


class Threshold(NamedTuple):
    """What netlog is held to under exponential decay: a figure of `Metrics`, and the most or least it may be."""

    per_day: float
    name: str
    bound: float
    is_least: bool = False

    @property
    def case(self) -> Case:
        """Where it is measured."""
        return Case(NETLOG, self.per_day, "exponential")

    def is_met(self, mean: float) -> bool:
        """Whether the mean keeps to the bound."""
        return mean >= self.bound if self.is_least else mean <= self.bound


THRESHOLDS = (
    Threshold(2.0, "weighted_warm", 0.925, is_least=True),
    Threshold(2.0, "lost", 0.007),
    Threshold(2.0, "backlog_max", 12),
    Threshold(2.0, "newly_due_max", 5.5),
    Threshold(2.0, "newly_due_sd", 0.9),
    Threshold(2.0, "contacts", 1.6),
    Threshold(2.0, "wasted", 0.03),
    Threshold(0.7, "lost", 0.05),
)


def verdicts(results: Results) -> Iterator[str]:
    """Each threshold, met or missed, with what was measured."""
    for threshold in THRESHOLDS:
        words = f"{threshold.name.replace('_', ' ')} {'>=' if threshold.is_least else '<='} {threshold.bound:g}"
        yield f"{_verdict(results, threshold):30}{words} at {threshold.per_day:g} a day"


def _verdict(results: Results, threshold: Threshold) -> str:
    if threshold.case not in results:
        return "not run"
    found = level(results, threshold.case, threshold.name)
    return f"{'met' if threshold.is_met(found.mean) else 'MISSED':8}{with_interval(found)}"


def plain(value: float, places: int = 3) -> str:
    """The figure, or nothing if there is none."""
    return "" if math.isnan(value) else f"{value:.{places}f}"


def with_interval(found: Estimate) -> str:
    """The mean and what may be added or taken."""
    return "" if math.isnan(found.mean) else f"{found.mean:.3f} ±{found.half_width:.3f}"


def signed(found: Estimate) -> str:
    """A difference and what may be added or taken."""
    return "" if math.isnan(found.mean) else f"{found.mean:+.3f} ±{found.half_width:.3f}"
