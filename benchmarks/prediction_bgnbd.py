"""The BG/NBD model of repeat contacts (Fader, Hardie and Lee 2005): likelihood, fit, and its two chances.

While alive, contacts come at a constant rate; after each contact a tie may end. The rates of a population follow a
gamma distribution (r, alpha), the chances of an end a beta distribution (a, b).
"""

from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, expit, gammaln

from prediction_logs import Floats
from prediction_ties import History

BOUNDS = (-8.0, 8.0)
"""Of the logarithms of the four parameters, for data that cannot tell a very large one from a larger one."""


class Spells(NamedTuple):
    """What the model knows of each tie: contacts after the first, when the last of them was, and how long watched."""

    repeats: Floats
    last: Floats
    watched: Floats


class Parameters(NamedTuple):
    """Rates are gamma(r, alpha), chances of an end beta(a, b)."""

    r: float
    alpha: float
    a: float
    b: float


def spells(past: History) -> Spells:
    """The ties of a log, counted in contact-days from the first one."""
    columns = (past.days - 1, past.last - past.first, past.cut - past.first)
    repeats, last, watched = (column.astype(np.float64) for column in columns)
    return Spells(repeats, last, watched)


def log_likelihood(model: Parameters, seen: Spells) -> Floats:
    """Of each tie: that it lives on, or that it ended with its last contact (not possible before a repeat)."""
    shape = model.r + seen.repeats
    common = gammaln(shape) - gammaln(model.r) + model.r * np.log(model.alpha) - betaln(model.a, model.b)
    lives = betaln(model.a, model.b + seen.repeats) - shape * np.log(model.alpha + seen.watched)
    ended = betaln(model.a + 1, model.b + np.maximum(seen.repeats, 1) - 1) - shape * np.log(model.alpha + seen.last)
    return np.asarray(common + np.logaddexp(lives, np.where(seen.repeats > 0, ended, -np.inf)))


def fitted(seen: Spells) -> Parameters:
    """The parameters under which what was seen is likeliest; ties alike in all three figures are counted once."""
    kinds, counts = np.unique(np.stack(seen, axis=1), axis=0, return_counts=True)
    distinct, weights = Spells(*kinds.T), counts / counts.sum()

    def cost(logs: Floats) -> float:
        return -float(weights @ log_likelihood(Parameters(*np.exp(logs)), distinct))

    rough = minimize(cost, np.zeros(4), method="L-BFGS-B", bounds=[BOUNDS] * 4)
    exact = minimize(
        cost,
        rough.x,
        method="Nelder-Mead",
        bounds=[BOUNDS] * 4,
        options={"xatol": 1e-6, "fatol": 1e-11, "maxiter": 1000},
    )
    return Parameters(*np.exp(exact.x).tolist())


def alive(model: Parameters, seen: Spells) -> Floats:
    """The chance that a tie has not ended."""
    shape = model.r + seen.repeats
    longer = shape * (np.log(model.alpha + seen.watched) - np.log(model.alpha + seen.last))
    odds = np.log(model.a) - np.log(model.b + np.maximum(seen.repeats, 1) - 1) + longer
    return np.where(seen.repeats > 0, expit(-odds), 1.0)


def contact_within(model: Parameters, seen: Spells, horizon: Floats) -> Floats:
    """The chance of a contact: a tie that is alive cannot end before its next one."""
    shape = model.r + seen.repeats
    waits = shape * (np.log(model.alpha + seen.watched) - np.log(model.alpha + seen.watched + horizon))
    return np.asarray(alive(model, seen) * -np.expm1(waits))
