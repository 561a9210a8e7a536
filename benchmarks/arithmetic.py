"""What the scheduler's arithmetic costs in process: `python benchmarks/arithmetic.py`. Prints, never judges."""

import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter
from typing import NamedTuple

from netlog.domain.cadence import TIERS, Targets, cadence_for
from netlog.domain.scheduler import Baseline, Candidate, Clock, clock, morning
from netlog.domain.strength import Log, tally

TODAY = 739_576
TEN_YEARS = 3_650
PER_PERSON = 50
WORTHS = (0.1, 0.3, 0.5, 0.8, 1.0)
ROUNDS = 15

Contacts = list[tuple[int, float]]


class Cost(NamedTuple):
    """One figure: what was done, the time of one in the unit, and the most it may take."""

    what: str
    took: float
    unit: str
    most: str


def contacts(dice: Random, count: int) -> Contacts:
    """That many contacts of one person over ten years."""
    return [(TODAY - dice.randrange(TEN_YEARS), dice.choice(WORTHS)) for _ in range(count)]


def wound(log: Log, dice: Random) -> Clock:
    """The clock of somebody in a tier drawn by lot."""
    cadence = cadence_for(every_days=None, tags=(), tier=dice.choice(TIERS[:-1]), targets=Targets())
    made = clock(log, Baseline(TODAY - TEN_YEARS, fresh=False, spread=0.5), cadence=cadence, jitter=dice.random())
    if made is None:
        raise ValueError
    return made


def seconds(work: Callable[[], object]) -> float:
    """The median of a few runs, after one to warm up."""
    work()
    return median(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    began = perf_counter()
    work()
    return perf_counter() - began


def costs(seed: int) -> list[Cost]:
    """Every figure, measured."""
    dice = Random(seed)
    people = [contacts(dice, PER_PERSON) for _ in range(2_000)]
    logs = [tally(each, TODAY) for each in people]
    cadence = cadence_for(every_days=None, tags=(), tier="close", targets=Targets())
    born = Baseline(TODAY - TEN_YEARS, fresh=False, spread=0.5)
    crowd = [Candidate(number, wound(log, dice)) for number, log in enumerate(logs)]

    def wind() -> None:
        for log in logs:
            clock(log, born, cadence=cadence, jitter=0.5)

    def recompute() -> None:
        for each in people:
            clock(tally(each, TODAY), born, cadence=cadence, jitter=0.5)

    whole = seconds(recompute)
    return [
        Cost("a clock wound from a log", seconds(wind) / len(logs) * 1e6, "µs", "5"),
        Cost(f"one person reckoned anew, {PER_PERSON} contacts", whole / len(people) * 1e6, "µs", "-"),
        Cost("2,000 people ranked", seconds(lambda: morning(crowd, (), today=TODAY, per_day=3)) * 1e3, "ms", "20"),
        Cost(f"{len(people) * PER_PERSON:,} interactions recomputed", whole * 1e3, "ms", "300"),
    ]


def main() -> None:
    """Print the figures."""
    for cost in costs(int(sys.argv[1]) if len(sys.argv) > 1 else 0):
        print(f"{cost.what:44} {cost.took:8.2f} {cost.unit}   at most {cost.most}")


if __name__ == "__main__":
    main()
