"""The tasks of the protocol, run: every model on every data set, horizon and stratum, with resampled egos."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np

from prediction_auc import Interval, brier, ego_auc, ego_draws, interval, resampled_auc
from prediction_fitted import CHANCES, MODELS, NETLOG, OWN_PACE, platt
from prediction_logs import Contacts, Floats, Ints, Protocol
from prediction_ties import Bools, Cohort, History, Ties, cohort, history, recent, ties

STRATA = ("all", "recent", "rel")
ENOUGH_SAMPLES = 50


class Measure(NamedTuple):
    """One model on one task; `resamples` holds its AUC under each draw of egos.

    `brier` is that of its score scaled to a chance on the train cut; `brier_as_is` only of what is a chance already.
    """

    auc: float
    resamples: Floats
    ego: float
    brier: float
    brier_as_is: float | None


class Task(NamedTuple):
    """One data set, stratum and horizon (None where each tie has its own), and how each model did.

    `positive` is the share that returned, `expected` what netlog's chances add up to, `at_own_pace` likewise.
    """

    data: str
    stratum: str
    horizon: int | None
    samples: int
    positive: float
    expected: float
    at_own_pace: float
    models: dict[str, Measure]

    @property
    def name(self) -> str:
        """The data set, with the days looked ahead where there is one number of them."""
        return self.data if self.horizon is None else f"{self.data} {self.horizon}"


class Cut(NamedTuple):
    """A log cut as its protocol says: what was known at the train cut and at each test cut."""

    name: str
    log: Ties
    protocol: Protocol
    train: History
    tests: tuple[History, ...]

    def samples(self, horizon: int | None) -> tuple[Cohort, tuple[Cohort, ...]]:
        """The samples to fit on, and those of each test cut that has any."""
        tests = (cohort(self.log, past, horizon) for past in self.tests)
        return cohort(self.log, self.train, horizon), tuple(test for test in tests if len(test.ego))


class Scored(NamedTuple):
    """The test samples of all cuts together, with each model's scores, and these scaled to chances."""

    ego: Ints
    returned: Bools
    is_recent: Bools
    scores: dict[str, Floats]
    chances: dict[str, Floats]


def cut(contacts: Contacts) -> Cut | None:
    """The log under the first of its protocols that leaves enough samples of both kinds; None if none does."""
    log = ties(contacts)
    cuts = (
        Cut(contacts.name, log, each, history(log, each.train_cut), tuple(history(log, at) for at in each.test_cuts))
        for each in contacts.protocols
    )
    return next(filter(_says_something, cuts), None)


def _says_something(made: Cut) -> bool:
    for horizon in made.protocol.horizons:
        train, tests = made.samples(horizon)
        if not (_enough([train.returned]) and _enough([test.returned for test in tests])):
            return False
    return True


def _enough(returned: Sequence[Bools]) -> bool:
    labels = np.concatenate([np.zeros(0, dtype=np.bool_), *returned])
    return len(labels) >= ENOUGH_SAMPLES and bool(0 < labels.sum() < len(labels))


def tasks(made: Cut, *, times: int, seed: int) -> list[Task]:
    """Every task of one log; the same draws of egos serve all of them, so that differences are paired."""
    everybody = ego_draws(int(made.log.ends.max()) + 1, times=times, seed=[seed, crc32(made.name.encode())])
    found: list[Task] = []
    for horizon in (*made.protocol.horizons, None):
        train, tests = made.samples(horizon)
        labels = [test.returned for test in tests]
        if not (_enough([train.returned]) and _enough(labels)):
            continue
        everyone = scored(train, tests)
        weights = everybody[:, everyone.ego]
        if horizon is None:
            found.append(_task(made.name, "rel", None, everyone, weights))
            continue
        found.append(_task(made.name, "all", horizon, everyone, weights))
        near = everyone.is_recent
        if _enough([everyone.returned[near]]):
            found.append(_task(made.name, "recent", horizon, _only(everyone, near), weights[:, near]))
    return found


def scored(train: Cohort, tests: Sequence[Cohort]) -> Scored:
    """Each model fitted on the train cut and applied to all test cuts."""
    scores: dict[str, Floats] = {}
    chances: dict[str, Floats] = {}
    for name, fit in MODELS.items():
        score = fit(train)
        scores[name] = np.concatenate([score(test) for test in tests])
        chance = platt(train, score)
        chances[name] = np.concatenate([chance(test) for test in tests])
    return Scored(
        ego=np.concatenate([test.ego for test in tests]),
        returned=np.concatenate([test.returned for test in tests]),
        is_recent=np.concatenate([recent(test) for test in tests]),
        scores=scores,
        chances=chances,
    )


def _only(everyone: Scored, chosen: Bools) -> Scored:
    return Scored(
        everyone.ego[chosen],
        everyone.returned[chosen],
        everyone.is_recent[chosen],
        {name: values[chosen] for name, values in everyone.scores.items()},
        {name: values[chosen] for name, values in everyone.chances.items()},
    )


def _task(data: str, stratum: str, horizon: int | None, samples: Scored, weights: Floats) -> Task:
    once = np.ones((1, len(samples.ego)))
    models = {
        name: Measure(
            auc=float(resampled_auc(score, samples.returned, once)[0]),
            resamples=resampled_auc(score, samples.returned, weights),
            ego=ego_auc(score, samples.returned, samples.ego),
            brier=brier(samples.chances[name], samples.returned),
            brier_as_is=brier(score, samples.returned) if name in CHANCES else None,
        )
        for name, score in samples.scores.items()
    }
    shares = (float(each.mean()) for each in (samples.returned, samples.scores[NETLOG], samples.scores[OWN_PACE]))
    positive, expected, at_own_pace = shares
    return Task(data, stratum, horizon, len(samples.ego), positive, expected, at_own_pace, models)


def auc_of(task: Task, model: str) -> Interval:
    """A model's AUC on a task."""
    measure = task.models[model]
    return interval(measure.auc, measure.resamples)


def lead(task: Task, over: str, model: str = NETLOG) -> Interval:
    """How much better a model's AUC is than another's, on the same draws of egos."""
    ours, theirs = task.models[model], task.models[over]
    return interval(ours.auc - theirs.auc, ours.resamples - theirs.resamples)


def mean_auc(chosen: Sequence[Task], model: str) -> Interval:
    """The mean AUC over tasks."""
    measures = [task.models[model] for task in chosen]
    return interval(_mean(m.auc for m in measures), np.mean([m.resamples for m in measures], axis=0))


def mean_lead(chosen: Sequence[Task], over: str, model: str = NETLOG) -> Interval:
    """The mean over tasks of how much better a model is than another."""
    pairs = [(task.models[model], task.models[over]) for task in chosen]
    return interval(
        _mean(ours.auc - theirs.auc for ours, theirs in pairs),
        np.mean([ours.resamples - theirs.resamples for ours, theirs in pairs], axis=0),
    )


def _mean(values: Iterable[float]) -> float:
    return float(np.mean(list(values)))
