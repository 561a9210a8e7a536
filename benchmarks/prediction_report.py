"""The prediction benchmark as text and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from prediction_auc import signed
from prediction_facts import Fact
from prediction_fitted import LOGISTIC_15, MODELS, NETLOG
from prediction_held import Held
from prediction_logs import Contacts
from prediction_tasks import STRATA, Cut, Task, auc_of, lead, mean_auc, mean_lead
from table import drawn

PAIRED = {
    "fixed cadence, frequency class": "- fixed cadence (freq. class)",
    "freshness (days since / mean gap)": "- freshness",
    "recency only": "- recency",
    LOGISTIC_15: "- 15-feature regression",
}
TITLES = {
    "all": "All ties: at least one contact within the horizon",
    "recent": "Recent ties: last contact at most one horizon ago",
    "rel": "Relative: at least one contact within three of the tie's own mean gaps",
}
VERDICTS = {True: "holds", False: "DOES NOT HOLD", None: "cannot be told"}
OUTCOMES = {True: "met", False: "MISSED", None: "-"}


def data_lines(found: Contacts, made: Cut | None) -> Iterator[str]:
    """What a data set is, and how it was cut."""
    size = f"{len(found.day):,} contacts of {1 + int(max(found.sender.max(), found.receiver.max())):,} people"
    yield f"{found.name}: {size} in {found.span} days; {'; '.join(found.notes)}"
    if made is None:
        yield "  left out: too short or too thin to fit and test on (see the rule for cuts in benchmarks/README.md)"
        return
    cuts, horizons = (", ".join(map(str, days)) for days in (made.protocol.test_cuts, made.protocol.horizons))
    yield f"  fitted at day {made.protocol.train_cut}, tested at days {cuts}, looking {horizons} days ahead"


def tables(measured: Sequence[Task], *, each: bool) -> Iterator[str]:
    """For each stratum: the AUC of every model on every task, then netlog's lead over four rivals."""
    for stratum in STRATA:
        chosen = [task for task in measured if task.stratum == stratum]
        if not chosen:
            continue
        yield f"\n{TITLES[stratum]}\n"
        yield auc_table(chosen)
        yield "\nnetlog, and its lead over four rivals on the same draws of egos (95 %)\n"
        yield lead_table(chosen)
        if each:
            yield from map(task_table, chosen)


def ranked(chosen: Sequence[Task]) -> list[str]:
    """The models, netlog first, then by mean AUC."""
    return sorted(MODELS, key=lambda name: (name != NETLOG, -mean_auc(chosen, name).value))


def auc_table(chosen: Sequence[Task]) -> str:
    """One line per model; the last columns are means over the tasks."""
    headings = (
        "AUC",
        *(task.name for task in chosen),
        "mean",
        "95 %",
        "netlog's lead, 95 %",
        "ego AUC",
        "Brier",
        "as is",
    )
    return drawn(headings, [_auc_row(chosen, name) for name in ranked(chosen)])


def _auc_row(chosen: Sequence[Task], name: str) -> list[str]:
    mean = mean_auc(chosen, name)
    as_is = [brier for task in chosen if (brier := task.models[name].brier_as_is) is not None]
    return [
        name,
        *(f"{task.models[name].auc:.3f}" for task in chosen),
        f"{mean.value:.3f}",
        f"{mean.low:.3f}-{mean.high:.3f}",
        "" if name == NETLOG else signed(mean_lead(chosen, name)),
        f"{_mean([task.models[name].ego for task in chosen]):.3f}",
        f"{_mean([task.models[name].brier for task in chosen]):.3f}",
        f"{_mean(as_is):.3f}" if as_is else "",
    ]


def lead_table(chosen: Sequence[Task]) -> str:
    """One line per task."""
    headings = ("task", "n", "positive", "expected", "own pace", "netlog", "95 %", *PAIRED.values())
    return drawn(headings, [_lead_row(task) for task in chosen])


def _lead_row(task: Task) -> list[str]:
    ours = auc_of(task, NETLOG)
    size = [f"{task.samples:,}", f"{task.positive:.2f}", f"{task.expected:.2f}", f"{task.at_own_pace:.2f}"]
    leads = [signed(lead(task, rival)) for rival in PAIRED]
    return [task.name, *size, f"{ours.value:.3f}", f"{ours.low:.3f}-{ours.high:.3f}", *leads]


def task_table(task: Task) -> str:
    """Every model on one task, with intervals."""
    rows = []
    for name in ranked([task]):
        ours = auc_of(task, name)
        behind = "" if name == NETLOG else signed(lead(task, name))
        rows.append([name, f"{ours.value:.3f}", f"{ours.low:.3f}-{ours.high:.3f}", behind])
    return f"\n{task.name}, {task.stratum}\n\n" + drawn(("model", "AUC", "95 %", "netlog's lead, 95 %"), rows)


def fact_lines(facts: Sequence[Fact]) -> Iterator[str]:
    """Each published fact, what was found, and the verdict."""
    yield "\nPublished facts"
    for fact in facts:
        yield f"\n  {fact.name}\n    {fact.found}\n    -> {VERDICTS[fact.holds]}"


def held_table(thresholds: Sequence[Held]) -> str:
    """Each threshold with met or missed."""
    return drawn(("held to", "found", ""), [(each.goal, each.found, OUTCOMES[each.met]) for each in thresholds])


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if np.isfinite(value)]
    return float(np.mean(known)) if known else float("nan")


def as_json(measured: Sequence[Task], facts: Sequence[Fact], thresholds: Sequence[Held]) -> dict[str, Any]:
    """Everything measured, for a program."""
    return {
        "tasks": [_task_json(task) for task in measured],
        "facts": [plain(fact._asdict()) for fact in facts],
        "held_to": [each._asdict() for each in thresholds],
    }


def _task_json(task: Task) -> dict[str, Any]:
    models = {
        name: plain(
            {
                "auc": auc_of(task, name)._asdict(),
                "netlog_lead": lead(task, name)._asdict(),
                "ego_auc": measure.ego,
                "brier": measure.brier,
                "brier_as_is": measure.brier_as_is,
            }
        )
        for name, measure in task.models.items()
    }
    return {**task._asdict(), "models": models}


def plain(value: Any) -> Any:  # noqa: ANN401
    """The value as JSON can say it: named values as objects, what is not a finite number as null."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return plain(value._asdict()) if hasattr(value, "_asdict") else [plain(each) for each in value]
    if isinstance(value, float | np.floating):
        return float(value) if np.isfinite(value) else None
    return value
