"""Facts others published about ties, looked for in the logs at hand."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import prediction_bgnbd as bgnbd
from prediction_auc import Interval, interval, share, signed
from prediction_logs import Floats, Ints
from prediction_models import burstiness
from prediction_tasks import Cut, Task, lead, mean_lead
from prediction_ties import ENOUGH_DAYS, FAR, Bools, History, any_within

SILENCES = (0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 20.0)
"""Where the bins of silence over mean gap begin."""
SOONER = (90, 180)
"""Days within which later contacts are also counted, since a long log sees late returns that a short one misses."""
ENOUGH_LEFT = 20
"""Days a log must go on after its last cut before "no later contact" says anything."""
GAPS_TO_BE_BURSTY = 4
LEAST_IN_BIN = 5
CDNOW = bgnbd.Parameters(0.243, 4.414, 0.793, 2.426)
CDNOW_ROUNDING = 0.0006
PLACES_OF_AGES = 25
COUNT, RAW_COUNT = "count", "count of single messages, calls, posts"


class Fact(NamedTuple):
    """What was published, what was found, and whether it holds; None where the logs at hand cannot tell."""

    name: str
    found: str
    holds: bool | None
    figures: dict[str, Any]


def facts(cuts: Sequence[Cut], measured: Sequence[Task], *, times: int, seed: int) -> list[Fact]:
    """All published facts, in the order of the page."""
    return [
        crossing_fact(cuts),
        bursts_fact(cuts, times=times, seed=seed),
        days_fact([task for task in measured if task.stratum == "all"]),
        survival_fact(cuts),
        cdnow_fact(),
    ]


def days_left(made: Cut) -> int:
    """Days from the last test cut to the end of the log."""
    return made.log.span - max(made.protocol.test_cuts)


def _lasting(cuts: Iterable[Cut]) -> list[Cut]:
    return [made for made in cuts if days_left(made) >= ENOUGH_LEFT]


def crossing_fact(cuts: Sequence[Cut]) -> Fact:
    """A tie silent for about eight times its mean gap is more likely over than not."""
    name = "8x: half of the ties have a later contact at a silence of 6 to 12 mean gaps"
    shares = {made.name: later_shares(made, ahead=made.log.span) for made in _lasting(cuts)}
    telling = [made for made in _lasting(cuts) if shares[made.name][0] > 0.5]
    figures = {"from_ratio": SILENCES, "share_with_later_contact": {data: list(each) for data, each in shares.items()}}
    if not telling:
        return Fact(name, "no log of 20 days after its last cut in which ties begin above one half", None, figures)
    mean = mean_shares([shares[made.name] for made in telling])
    where = crossing(mean)
    sooner = {days: crossing(mean_shares([later_shares(made, ahead=days) for made in telling])) for days in SOONER}
    never = [f"{data} never above one half" for data in shares if data not in {made.name for made in telling}]
    text = " ".join(f"{low:g}x {level:.2f}" for low, level in zip(SILENCES, mean, strict=True))
    within = ", ".join(f"{_ratio(at)} if only contacts within {days} days count" for days, at in sooner.items())
    sets = ", ".join([*(made.name for made in telling), *never])
    found = f"at {_ratio(where)} ({sets}); {within}; share from each ratio on: {text}"
    return Fact(name, found, bool(6 <= where <= 12), {**figures, "crosses_at": where, "crosses_within_days_at": sooner})


def _ratio(where: float) -> str:
    return f"{where:.1f}x" if np.isfinite(where) else f"more than {SILENCES[-1]:g}x"


def later_shares(made: Cut, *, ahead: int) -> Floats:
    """By silence over mean gap, the share of ties with a contact in the days ahead; nan for a bin of next to none."""
    known, later = np.zeros(len(SILENCES)), np.zeros(len(SILENCES))
    for past in made.tests:
        enough = past.days >= ENOUGH_DAYS
        place = np.digitize(past.silence / past.mean_gap, SILENCES) - 1
        known += np.bincount(place[enough], minlength=len(SILENCES))
        returned = enough & any_within(made.log.tie_days, past.tie, past.cut, past.cut + ahead)
        later += np.bincount(place[returned], minlength=len(SILENCES))
    return share(later, known, least=LEAST_IN_BIN)


def mean_shares(shares: Sequence[Floats]) -> Floats:
    """The mean over data sets, each counting alike, of the bins that are known."""
    table = np.stack(shares)
    known = np.isfinite(table)
    return share(np.where(known, table, 0.0).sum(axis=0), known.sum(axis=0).astype(np.float64))


def crossing(shares: Floats) -> float:
    """The ratio at which the share falls to one half, on a straight line between the middles of bins (by logarithm)."""
    ends = (*SILENCES[1:], 2 * SILENCES[-1])
    middles = np.log([(low * high) ** 0.5 if low else high / 2 for low, high in zip(SILENCES, ends, strict=True)])
    known = np.isfinite(shares)
    at, levels = middles[known], shares[known]
    below = np.flatnonzero(levels < 0.5)
    if not len(below):
        return float("inf")
    high = int(below[0])
    if not high:
        return 0.0
    part = (levels[high - 1] - 0.5) / (levels[high - 1] - levels[high])
    return float(np.exp(at[high - 1] + part * (at[high] - at[high - 1])))


def bursts_fact(cuts: Sequence[Cut], *, times: int, seed: int) -> Fact:
    """Of ties alike in contact-days, mean gap and silence, those with burstier gaps are contacted again less often."""
    name = "burstier ties decay more (in 4 of 5 data sets)"
    found = {made.name: burst_lead(made, times=times, seed=seed) for made in _lasting(cuts)}
    known = {data: lead for data, lead in found.items() if np.isfinite(lead.value)}
    if not known:
        return Fact(name, "no log of 20 days after its last cut with ties enough to compare", None, {})
    each = ", ".join(f"{data} {signed(lead)}" for data, lead in known.items())
    fewer = sum(lead.value < 0 for lead in known.values())
    text = f"later contact, burstier minus steadier half: {each}; less often in {fewer} of {len(known)}"
    return Fact(name, text, fewer >= 0.8 * len(known), {data: lead._asdict() for data, lead in known.items()})


def burst_lead(made: Cut, *, times: int, seed: int) -> Interval:
    """Share with a later contact, burstier half minus steadier half of each cell of like ties; resampled by ties."""
    parts = [_bursts(made, past) for past in made.tests]
    cell, bursty, later = (np.concatenate(column) for column in zip(*parts, strict=True))
    if not len(cell):
        return interval(np.nan, np.array([]))
    generator = np.random.default_rng(seed)
    draws = generator.multinomial(len(cell), np.full(len(cell), 1 / len(cell)), size=times)
    resamples = np.array([_matched(cell, bursty, later, draw) for draw in draws])
    return interval(_matched(cell, bursty, later, np.ones(len(cell))), resamples)


def _bursts(made: Cut, past: History) -> tuple[Ints, Bools, Bools]:
    """Per tie with four gaps or more: its cell, whether it is burstier than the cell's middle, any later contact."""
    chosen = past.days > GAPS_TO_BE_BURSTY
    logs = [np.rint(np.log2(figure[chosen])).astype(np.int64) for figure in (past.days, past.mean_gap, past.silence)]
    key = past.cut * 32**3 + logs[0] * 32**2 + logs[1] * 32 + logs[2]
    burst = burstiness(past)[chosen]
    bursty = np.zeros(len(key), dtype=np.bool_)
    for cell in np.unique(key):
        alike = key == cell
        bursty[alike] = burst[alike] > np.median(burst[alike])
    later = any_within(made.log.tie_days, past.tie, past.cut, made.log.span)
    return key, bursty, later[chosen]


def _matched(cell: Ints, bursty: Bools, later: Bools, weights: Floats) -> float:
    _, place = np.unique(cell, return_inverse=True)
    halves = [
        (np.bincount(place, weights=weights * half), np.bincount(place, weights=weights * half * later))
        for half in (bursty, ~bursty)
    ]
    (many, again), (others, others_again) = halves
    both = (many > 0) & (others > 0)
    if not both.any():
        return float("nan")
    size = (many + others)[both]
    return float((size * (again[both] / many[both] - others_again[both] / others[both])).sum() / size.sum())


def days_fact(measured: Sequence[Task]) -> Fact:
    """On how many days two people were in contact says more than how many messages they exchanged."""
    name = "contact-days beat raw counts"
    leads = {task.name: lead(task, RAW_COUNT, COUNT) for task in measured}
    if not leads:
        return Fact(name, "no task", None, {})
    mean = mean_lead(measured, RAW_COUNT, COUNT)
    better = sum(found.value > 0 for found in leads.values())
    text = f"AUC of contact-days minus AUC of raw counts {signed(mean)}; better in {better} of {len(leads)} tasks"
    return Fact(name, text, mean.low > 0, {data: found._asdict() for data, found in leads.items()})


def survival_fact(cuts: Sequence[Cut]) -> Fact:
    """The share of ties that live on falls as a power of their age, fast at first and slowly later."""
    name = "survival of ties is heavy-tailed: a power of age fits better than an exponential"
    errors = {made.name: survival_errors(*survival(made)) for made in cuts}
    if not errors:
        return Fact(name, "no log", None, {})
    each = ", ".join(f"{data} {power:.2f} against {steady:.2f}" for data, (power, steady) in errors.items())
    better = sum(power < steady for power, steady in errors.values())
    text = f"error in log survival, power against exponential: {each}; better in {better} of {len(errors)}"
    return Fact(name, text, better > len(errors) / 2, dict(errors))


def survival(made: Cut) -> tuple[Floats, Floats]:
    """Ages in days, and the share of ties with a contact at that age or later.

    Ties of the second quarter of the log: older ones begin unseen in the first, younger ones are cut off by the end.
    """
    quarter = made.log.span // 4
    tie, day = made.log.tie_days // FAR, made.log.tie_days % FAR
    begins = np.flatnonzero(np.diff(tie, prepend=-1))
    first, last = day[begins], day[np.append(begins[1:], len(day)) - 1]
    new = (first >= quarter) & (first < 2 * quarter)
    ages = np.unique(np.rint(np.geomspace(1, max(2, quarter), PLACES_OF_AGES)))
    if not new.any():
        return ages[:0], ages[:0]
    shares = np.array([float(((last - first)[new] >= age).mean()) for age in ages])
    return ages[shares > 0], shares[shares > 0]


def survival_errors(ages: Floats, shares: Floats) -> tuple[float, float]:
    """Root mean square error in log survival of (1 + age)^-k and of exp(-k age), each with its best k.

    Both begin at 1, as a survival function does, and have one parameter.
    """
    if not len(ages):
        return float("nan"), float("nan")
    power, steady = (_misfit(term, np.log(shares)) for term in (np.log1p(ages), ages))
    return power, steady


def _misfit(term: Floats, logs: Floats) -> float:
    return float(np.sqrt(np.mean((logs - term * (term @ logs) / (term @ term)) ** 2)))


def cdnow_fact() -> Fact:
    """The BG/NBD parameters of the CDNOW customers, as Fader, Hardie and Lee published them."""
    name = f"BG/NBD on CDNOW: r, alpha, a, b = {_four(CDNOW)}"
    path = cdnow_file()
    if path is None:
        return Fact(name, "skipped: `pip install --no-deps lifetimes` brings the data", None, {})
    with path.open(newline="") as lines:
        model = bgnbd.fitted(cdnow_spells(csv.DictReader(lines)))
    near = all(abs(ours - theirs) <= CDNOW_ROUNDING for ours, theirs in zip(model, CDNOW, strict=True))
    return Fact(name, _four(model), near, model._asdict())


def cdnow_file() -> Path | None:
    """The customers' summary within the package `lifetimes`, which is found but not imported."""
    spec = find_spec("lifetimes")
    folders = spec.submodule_search_locations if spec is not None else None
    paths = [Path(folder) / "datasets" / "cdnow_customers_summary.csv" for folder in folders or ()]
    return next((path for path in paths if path.exists()), None)


def cdnow_spells(customers: Iterable[Mapping[str, str]]) -> bgnbd.Spells:
    """Repeat purchases, week of the last one, weeks watched."""
    rows = [[float(customer[column]) for column in ("frequency", "recency", "T")] for customer in customers]
    return bgnbd.Spells(*np.array(rows).T)


def _four(model: bgnbd.Parameters) -> str:
    return ", ".join(f"{value:.3f}" for value in model)
