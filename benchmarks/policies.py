"""Ways to be reminded, in an invented network: `python benchmarks/policies.py`. Compares, prints, never judges."""

import argparse
import json
import math
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from policy_figures import Estimate, Metrics, Results, level
from policy_runs import FIXED, NETLOG, POLICIES, RANKED, STRETCHES, compared, stretched
from policy_tables import equal_effort, headline, overview, verdicts
from policy_world import DECAYS, HOLIDAYS

BUDGETS = (0.7, 1.0, 1.5, 2.0, 3.0)
SEEDS = 16
FEWEST_SEEDS = 3
QUICK = {"budgets": [2.0], "decays": ["exponential"], "seeds": 4}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is asked for and print it."""
    asked = options(arguments)
    started = time.perf_counter()
    printed = [*asked.policies, *(RANKED if asked.priorities else ())]
    run = [*printed, *(name for name in (FIXED, NETLOG) if name not in printed), *map(stretched, STRETCHES)]
    conditions = {name: getattr(asked, name) for name in ("seeds", "budgets", "decays", "holidays", "jobs")}
    results = compared(run, **conditions)
    for paragraph in report(results, printed, asked):
        print(paragraph, end="\n\n")
    if asked.json:
        asked.json.write_text(json.dumps(as_data(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{time.perf_counter() - started:.0f} seconds", file=sys.stderr)


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--budgets", type=float, nargs="+", default=list(BUDGETS), help="people there is time for a day"
    )
    parser.add_argument("--decays", nargs="+", choices=list(DECAYS), default=list(DECAYS), help="how ties fade")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"networks to try, at least {FEWEST_SEEDS}")
    parser.add_argument("--policies", nargs="+", choices=list(POLICIES), default=list(POLICIES), metavar="NAME")
    parser.add_argument(
        "--holidays",
        type=beginning,
        nargs="*",
        default=list(HOLIDAYS),
        metavar="MM-DD",
        help="from each, 12 days",
    )
    parser.add_argument("--priorities", action="store_true", help="also other ways to rank netlog's list")
    parser.add_argument("--quick", action="store_true", help="4 networks, time for 2 a day, exponential decay")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    if asked.quick:
        vars(asked).update(QUICK)
    if asked.seeds < FEWEST_SEEDS or asked.jobs < 1 or min(asked.budgets) <= 0:
        parser.error(f"at least {FEWEST_SEEDS} seeds, one job, and time for somebody")
    return asked


def beginning(words: str) -> str:
    """The month and day, if every year has it."""
    return date.fromisoformat(f"2023-{words}").isoformat().removeprefix("2023-")


def report(results: Results, policies: Sequence[str], asked: argparse.Namespace) -> Iterator[str]:
    """The paragraphs of the comparison; ± is a 95 % interval over the networks, of differences a paired one."""
    yield f"{asked.seeds} networks of 150 ties; means ± 95 % intervals; differences are paired."
    for decay in asked.decays:
        for per_day in asked.budgets:
            yield f"## Time for {per_day:g} a day, {decay} decay"
            yield headline(results, policies, per_day=per_day, decay=decay)
            yield "At equal effort: the fixed cadence with all targets multiplied, beside netlog."
            yield equal_effort(results, per_day=per_day, decay=decay)
        yield f"## Weighted warm share by budget, {decay} decay"
        yield overview(results, policies, budgets=asked.budgets, decay=decay)
    yield "## Held to (exponential decay)\n\n" + "\n".join(verdicts(results))


def as_data(results: Results) -> list[dict[str, Any]]:
    """Each case with the mean and the half-width of every figure."""
    return [
        {
            **case._asdict(),
            "networks": len(runs),
            **{name: _rounded(level(results, case, name)) for name in Metrics._fields},
        }
        for case, runs in results.items()
    ]


def _rounded(found: Estimate) -> dict[str, float] | None:
    if math.isnan(found.mean):
        return None
    return {"mean": round(found.mean, 6), "half_width": round(found.half_width, 6)}


if __name__ == "__main__":
    main()
