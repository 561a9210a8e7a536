"""What the prediction of netlog is held to, and whether the logs at hand bear it out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prediction_auc import Interval, signed
from prediction_facts import Fact
from prediction_fitted import LOGISTIC_15, NETLOG
from prediction_logs import KNOWN
from prediction_tasks import Task, lead, mean_auc, mean_lead

LEAST_MEAN = {"all": 0.775, "recent": 0.740, "rel": 0.765}
LEAST_LEAD = {"fixed cadence, frequency class": 0.05, "freshness (days since / mean gap)": 0.09}
MOST_BEHIND = 0.015
ALL_TASKS = sum(len(known.protocol.horizons) for known in KNOWN.values())


class Held(NamedTuple):
    """A threshold and what was found; `met` is None where it is only to be reported, or cannot be told."""

    goal: str
    found: str
    met: bool | None


def held(measured: Sequence[Task], facts: Sequence[Fact]) -> list[Held]:
    """Every threshold the logs at hand can speak about."""
    return [*_means(measured), *_rivals([task for task in measured if task.stratum == "all"]), *map(_fact, facts)]


def _means(measured: Sequence[Task]) -> Iterator[Held]:
    for stratum, least in LEAST_MEAN.items():
        chosen = [task for task in measured if task.stratum == stratum]
        if chosen:
            mean = mean_auc(chosen, NETLOG)
            yield Held(
                f'mean AUC on "{stratum}" at least {least:.3f}', _over(mean, chosen), round(mean.value, 3) >= least
            )


def _rivals(chosen: Sequence[Task]) -> Iterator[Held]:
    if not chosen:
        return
    worst = min(chosen, key=lambda task: lead(task, LOGISTIC_15).value)
    behind = lead(worst, LOGISTIC_15)
    goal = f"no task more than {MOST_BEHIND} below the 15-feature regression"
    yield Held(goal, f"worst is {worst.name}: {signed(behind)}", behind.value >= -MOST_BEHIND)
    for rival, least in LEAST_LEAD.items():
        ahead = mean_lead(chosen, rival)
        yield Held(f"mean lead over {rival} at least {least:+.2f}", signed(ahead), ahead.value >= least)
    for task in chosen:
        if task.data == "Enron":
            found = f"{task.name}: {signed(lead(task, 'recency only'))}"
            yield Held("Enron: recency is not beaten (about -0.015), to be reported", found, None)


def _fact(fact: Fact) -> Held:
    return Held(fact.name, "as above", fact.holds)


def _over(mean: Interval, chosen: Sequence[Task]) -> str:
    tasks = f"{len(chosen)} tasks" if chosen[0].horizon is None else f"{len(chosen)} tasks (meant for {ALL_TASKS})"
    return f"{mean.value:.3f} [{mean.low:.3f}, {mean.high:.3f}] over {tasks}"
