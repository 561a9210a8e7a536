"""Models fitted on the train cut: logistic regressions, BG/NBD, and Platt's scaling of any score to a chance."""

from collections.abc import Callable, Mapping

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import prediction_bgnbd as bgnbd
from netlog.domain.calibration import MILLION, Cell, pace_of, slope
from prediction_logs import Floats
from prediction_models import UNFITTED, Score, burstiness, gap_deviation, median_gap, netlog
from prediction_ties import Bools, Cohort

Fit = Callable[[Cohort], Score]
"""From the samples of the train cut to a score for any samples."""

FEATURES = (
    "log silence",
    "log contact-days",
    "log mean gap",
    "log median gap",
    "log deviation of gaps",
    "log last gap",
    "burstiness",
    "log span",
    "log age",
    "log silence over mean gap",
    "log events",
    "log contact-days within the last horizon",
    "log contact-days within the last three horizons",
    "reciprocity",
    "share of events the ego started",
)
FREEDOM_OF_15 = 0.01
"""Of 0.001, 0.01, 0.1, 1 and 100 the one that makes this rival strongest: with more, it overfits the smaller logs."""
THREE = ("log silence", "log mean gap", "log contact-days")


def features(samples: Cohort) -> Floats:
    """The fifteen features, one column each, in the order of `FEATURES`."""
    past, place = samples.history, samples.place
    silence, mean_gap = past.silence[place].astype(np.float64), past.mean_gap[place]
    forward, events = past.forward[place], past.events[place]
    mine = np.where(samples.is_low_end, forward, events - forward)
    columns = (
        np.log(silence),
        np.log(past.days[place]),
        np.log(mean_gap),
        np.log(median_gap(past)[place]),
        np.log1p(gap_deviation(past)[place]),
        np.log(last_gap(samples)),
        burstiness(past)[place],
        np.log1p(past.last - past.first)[place],
        np.log(past.cut - past.first)[place],
        np.log(silence / mean_gap),
        np.log(events),
        np.log1p(days_within(samples, horizons=1)),
        np.log1p(days_within(samples, horizons=3)),
        np.minimum(mine, events - mine) / np.maximum(mine, events - mine),
        mine / events,
    )
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def last_gap(samples: Cohort) -> Floats:
    """Days between the last two contact-days of each sample's tie, which has at least two."""
    past = samples.history
    last = np.cumsum(past.days) - 1
    return (past.day[last] - past.day[last - 1])[samples.place].astype(np.float64)


def days_within(samples: Cohort, *, horizons: int) -> Floats:
    """Contact-days within so many of the samples' horizons before the cut."""
    past = samples.history
    window = np.zeros(len(past.tie), dtype=np.int64)
    window[samples.place] = samples.horizon
    inside = past.cut - past.day <= horizons * window[past.of_day]
    return past.summed(inside.astype(np.float64))[samples.place]


def logistic(names: tuple[str, ...], *, freedom: float) -> Fit:
    """A logistic regression on some of the features, standardised; the more freedom, the weaker its L2 penalty."""
    columns = [FEATURES.index(name) for name in names]

    def fit(train: Cohort) -> Score:
        model = _regression(features(train)[:, columns], train.returned, freedom=freedom)
        return lambda samples: model(features(samples)[:, columns])

    return fit


def at_own_pace(train: Cohort) -> Score:
    """netlog's chance at the pace that netlog itself would have learned from the train cut: same order, other level."""
    pace = pace_learned(netlog(train), train.returned)
    return lambda samples: np.asarray(1 - (1 - netlog(samples)) ** pace, dtype=np.float64)


def pace_learned(chances: Floats, returned: Bools) -> float:
    """The pace by netlog's own function, all samples taken for one window."""
    slopes = sum(map(slope, chances.tolist()))
    told = Cell(len(chances), int(returned.sum()), round(chances.sum() * MILLION), round(slopes * MILLION))
    return pace_of({(0, 0): told}, window=1)


def platt(train: Cohort, score: Score) -> Score:
    """The score turned into a chance by a logistic regression on it alone."""
    model = _regression(score(train)[:, None], train.returned)
    return lambda samples: model(score(samples)[:, None])


def _regression(inputs: Floats, returned: Bools, *, freedom: float = 1.0) -> Callable[[Floats], Floats]:
    """A fitted model; where everybody or nobody returned, that share."""
    if returned.all() or not returned.any():
        share = float(returned.mean())
        return lambda others: np.full(len(others), share)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=freedom, max_iter=1000)).fit(inputs, returned)
    return lambda others: np.asarray(model.predict_proba(others)[:, 1], dtype=np.float64)


def bgnbd_contact(train: Cohort) -> Score:
    """BG/NBD's chance of a contact within the horizon, fitted on every tie known at the train cut."""
    model = bgnbd.fitted(bgnbd.spells(train.history))

    def score(samples: Cohort) -> Floats:
        horizon = samples.horizon.astype(np.float64)
        return bgnbd.contact_within(model, _spells(samples), horizon)

    return score


def bgnbd_alive(train: Cohort) -> Score:
    """BG/NBD's chance that the tie has not ended, fitted on every tie known at the train cut."""
    model = bgnbd.fitted(bgnbd.spells(train.history))
    return lambda samples: bgnbd.alive(model, _spells(samples))


def _spells(samples: Cohort) -> bgnbd.Spells:
    return bgnbd.Spells(*(column[samples.place] for column in bgnbd.spells(samples.history)))


def _as_it_is(score: Score) -> Fit:
    return lambda _: score


NETLOG = "netlog p(H)"
LOGISTIC_15 = "logistic, 15 features (in-domain)"
OWN_PACE = "netlog p(H), own pace"
MODELS: Mapping[str, Fit] = {
    **{name: _as_it_is(score) for name, score in UNFITTED.items()},
    OWN_PACE: at_own_pace,
    LOGISTIC_15: logistic(FEATURES, freedom=FREEDOM_OF_15),
    "logistic (log recency, gap, n)": logistic(THREE, freedom=1.0),
    "BG/NBD, P(contact)": bgnbd_contact,
    "BG/NBD, P(alive)": bgnbd_alive,
}
CHANCES = frozenset({NETLOG, OWN_PACE, LOGISTIC_15, "logistic (log recency, gap, n)", "BG/NBD, P(contact)"})
"""Models whose score is a chance as it stands; others are scaled before their Brier score is taken."""
