"""What two years came to in figures, and how far chance may have moved them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import NormalDist, mean
from typing import NamedTuple

import numpy as np

from policy_world import WARM_UP, World
from policy_years import Evening

CONFIDENCE = 0.95


class Metrics(NamedTuple):
    """One run, without its first 90 days: shares of ties, people a day; nan where a policy knows no due dates.

    Weighted shares count a tie by its tier's value. The backlog is who is due in the morning, `contacts` what the
    user spends a day, `wasted` the share of it that came within a quarter of the tie's rhythm.
    """

    warm: float
    weighted_warm: float
    warm_close: float
    lost: float
    backlog_mean: float
    backlog_max: float
    shown_mean: float
    shown_max: float
    newly_due_sd: float
    newly_due_max: float
    contacts: float
    wasted: float


def metrics(world: World, evenings: Iterable[Evening]) -> Metrics:
    """The figures of one run."""
    days = [evening for evening in evenings if evening.day >= WARM_UP]
    warm, lost = (np.array([getattr(day, name) for day in days]) for name in ("warm", "lost"))
    share = world.value / world.value.sum()
    shown = [day.shown for day in days]
    due = [math.nan if day.due is None else day.due for day in days]
    newly_due = [math.nan if day.due is None else day.newly_due for day in days]
    contacts = sum(len(day.reached) for day in days)
    return Metrics(
        warm=float(warm.mean()),
        weighted_warm=float((warm @ share).mean()),
        warm_close=float(warm[:, world.tier < 2].mean()),
        lost=float((lost @ share).mean()),
        backlog_mean=mean(due),
        backlog_max=max(due),
        shown_mean=mean(shown),
        shown_max=max(shown),
        newly_due_sd=float(np.std(newly_due)),
        newly_due_max=max(newly_due),
        contacts=contacts / len(days),
        wasted=sum(day.too_soon for day in days) / max(1, contacts),
    )


class Estimate(NamedTuple):
    """A mean over networks, and half the width of its 95 % interval."""

    mean: float
    half_width: float


def estimate(samples: Sequence[float]) -> Estimate:
    """The mean of independent samples, three at least, and what Student's t leaves open."""
    error = float(np.std(samples, ddof=1)) / math.sqrt(len(samples))
    return Estimate(mean(samples), student(len(samples) - 1) * error)


def student(freedom: int) -> float:
    """The quantile of Student's t for a two-sided interval, within 1 % from two degrees of freedom on.

    The normal quantile z corrected by the first powers of 1/freedom (Cornish and Fisher's expansion).
    """
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    corrections = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return math.fsum(term / freedom**power for power, term in enumerate(corrections))


class Case(NamedTuple):
    """One policy under one condition: time for so many people a day, one law by which ties fade."""

    policy: str
    per_day: float
    decay: str


Results = Mapping[Case, Sequence[Metrics]]
"""The runs of each case, one for each network, in the order of the networks."""


def level(results: Results, case: Case, name: str) -> Estimate:
    """A figure of one case, by its name in `Metrics`."""
    return estimate(_figures(results[case], name))


def lead(results: Results, case: Case, over: Case, name: str) -> Estimate:
    """How much greater a figure is than in another case, network by network."""
    pairs = zip(_figures(results[case], name), _figures(results[over], name), strict=True)
    return estimate([ours - theirs for ours, theirs in pairs])


def _figures(runs: Sequence[Metrics], name: str) -> list[float]:
    return [float(getattr(run, name)) for run in runs]
