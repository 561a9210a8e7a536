"""How well scores rank those who return above those who do not, and how sure that is."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from prediction_logs import Floats, Ints
from prediction_ties import Bools

CHUNK = 50
"""Resamples weighed at once: few enough to stay in a processor's cache."""
LEAST_TIES = 5
"""Ties an ego needs before its own AUC says anything."""


class Interval(NamedTuple):
    """A figure with the middle 95 % of its resamples."""

    value: float
    low: float
    high: float


def interval(value: float, resamples: Floats) -> Interval:
    """The 2.5th and the 97.5th percentile around the figure itself."""
    known = resamples[np.isfinite(resamples)]
    low, high = np.percentile(known, [2.5, 97.5]) if len(known) else (np.nan, np.nan)
    return Interval(float(value), float(low), float(high))


def signed(found: Interval) -> str:
    """A difference with its interval, as text."""
    return f"{found.value:+.3f} [{found.low:+.3f}, {found.high:+.3f}]"


def auc(scores: Floats, returned: Bools) -> float:
    """The chance that one who returned has a higher score than one who did not; ties count a half."""
    return float(resampled_auc(scores, returned, np.ones((1, len(scores))))[0])


def resampled_auc(scores: Floats, returned: Bools, weights: Floats) -> Floats:
    """The AUC under each row of weights, one weight per sample; nan where one of the two classes is missing."""
    order = np.argsort(scores, kind="stable")
    ranked, positive = scores[order], returned[order]
    starts = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]])) if len(ranked) else order
    return np.concatenate(
        [_ranked_auc(weights[at : at + CHUNK, order], positive, starts) for at in range(0, len(weights), CHUNK)]
    )


def _ranked_auc(weights: Floats, positive: Bools, starts: Ints) -> Floats:
    if not len(starts):
        return np.full(len(weights), np.nan)
    ups = np.add.reduceat(weights * positive, starts, axis=1)
    downs = np.add.reduceat(weights * ~positive, starts, axis=1)
    below = np.cumsum(downs, axis=1) - downs / 2
    pairs = ups.sum(axis=1) * downs.sum(axis=1)
    wins = (ups * below).sum(axis=1)
    return share(wins, pairs)


def share(part: Floats, whole: Floats, *, least: float = 1) -> Floats:
    """The part over the whole; nan where the whole is less than so much."""
    quotient = np.full(len(part), np.nan)
    np.divide(part, whole, out=quotient, where=whole >= least)
    return quotient


def ego_draws(people: int, *, times: int, seed: list[int]) -> Floats:
    """How often each person is drawn when as many as there are get drawn with replacement, so many times over."""
    generator = np.random.default_rng(seed)
    return generator.multinomial(people, np.full(people, 1 / people), size=times).astype(np.float64)


def ego_auc(scores: Floats, returned: Bools, ego: Ints) -> float:
    """The mean, over egos with five ties or more and both classes, of the AUC among their own ties."""
    within = [auc(scores[own], returned[own]) for own in _by_ego(ego, returned)]
    return float(np.mean(within)) if within else float("nan")


def _by_ego(ego: Ints, returned: Bools) -> Iterator[Ints]:
    order = np.argsort(ego, kind="stable")
    _, counts = np.unique(ego, return_counts=True)
    for own in np.split(order, np.cumsum(counts)[:-1]):
        if len(own) >= LEAST_TIES and 0 < returned[own].sum() < len(own):
            yield own


def brier(chances: Floats, returned: Bools) -> float:
    """The mean squared distance between the chance given and what happened."""
    return float(np.mean((chances - returned) ** 2))
