"""The policies by name, and all runs of a comparison, spread over processes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import product
from multiprocessing import Pool
from typing import NamedTuple

from policy_figures import Case, Metrics, Results, metrics
from policy_lists import Maker
from policy_netlog import PRIORITIES, Form, Netlog, powers, ranked_by
from policy_rules import AtRandom, FixedCadence, FriendsSuggest, MonicaTimer, OldestFirst
from policy_world import HOLIDAYS, World, world
from policy_years import evenings

NETLOG, FIXED = "netlog", "fixed cadence"

POLICIES: Mapping[str, Maker] = {
    "no tool": partial(AtRandom, room=0),
    "friends suggest": FriendsSuggest,
    "Monica timer": MonicaTimer,
    "random 3": partial(AtRandom, room=3),
    "oldest first": OldestFirst,
    FIXED: FixedCadence,
    "fixed cadence by ratio": partial(FixedCadence, by_ratio=True),
    "ratio x tier weight": partial(Netlog, form=Form(ranking=ranked_by(powers(1, 0)))),
    NETLOG: Netlog,
    "netlog, plain product": partial(Netlog, form=Form(ranking=ranked_by(powers(1 / 2, 1 / 2)))),
    "netlog, no rhythm fill": partial(Netlog, form=Form(fill="by target")),
    "netlog, no fill": partial(Netlog, form=Form(fill="none")),
    "netlog, no jitter": partial(Netlog, form=Form(is_jittered=False)),
    "netlog, no jitter, no fill": partial(Netlog, form=Form(is_jittered=False, fill="none")),
}
RANKED: Mapping[str, Maker] = {
    f"netlog by {words}": partial(Netlog, form=Form(ranking=ranked_by(priority)))
    for words, priority in PRIORITIES.items()
}
STRETCHES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)


def stretched(factor: float) -> str:
    """The name of the fixed cadence with all targets multiplied."""
    return f"{FIXED}, targets x {factor:g}"


MAKERS: Mapping[str, Maker] = {
    **POLICIES,
    **RANKED,
    **{stretched(factor): partial(FixedCadence, stretch=factor) for factor in STRETCHES},
}


class Part(NamedTuple):
    """One network under one condition, lived through once for each of the policies named."""

    seed: int
    per_day: float
    decay: str
    policies: tuple[str, ...]
    holidays: tuple[str, ...]


def compared(
    policies: Sequence[str],
    *,
    seeds: int,
    budgets: Sequence[float],
    decays: Sequence[str],
    jobs: int,
    holidays: Sequence[str] = HOLIDAYS,
) -> Results:
    """Every case run in each of so many networks; the same answer however many processes share the work."""
    grid = product(range(seeds), budgets, decays)
    parts = [Part(seed, per_day, decay, tuple(policies), tuple(holidays)) for seed, per_day, decay in grid]
    results: defaultdict[Case, list[Metrics]] = defaultdict(list)
    for part, runs in zip(parts, _lived(parts, jobs), strict=True):
        for policy, run in zip(part.policies, runs, strict=True):
            results[Case(policy, part.per_day, part.decay)].append(run)
    return results


def _lived(parts: Sequence[Part], jobs: int) -> Iterator[list[Metrics]]:
    if jobs == 1:
        yield from map(live, parts)
        return
    with Pool(jobs) as pool:
        yield from pool.imap(live, parts)


def live(part: Part) -> list[Metrics]:
    """The figures of each policy, in their order."""
    network = _network(part.seed, part.holidays)
    return [
        metrics(network, evenings(network, MAKERS[policy], per_day=part.per_day, decay=part.decay))
        for policy in part.policies
    ]


@cache
def _network(seed: int, holidays: tuple[str, ...]) -> World:
    return world(seed, holidays=holidays)
