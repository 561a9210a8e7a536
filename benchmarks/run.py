"""netlog beside the floors of Python: `python benchmarks/run.py`. Measures, prints, never judges by exit code."""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from place import ROOT, copier, environ, installed, script
from stopwatch import Command, Cost, Stopwatch, complaint, ratio, rounds, typical
from table import drawn

HERE = Path(__file__).parent
SIZES = ("small", "medium", "large")
FLOORS = {"C": "import sqlite3", "T": "import typer"}
MEMORY_GOAL, GROWTH_GOAL = 40, 1.2
LIMIT = 60.0
"""Seconds after which a command that is only tried out counts as hanging."""


class Goal(NamedTuple):
    """At most `times` the floor; writes are judged by processor time, since a disk's sync is not ours."""

    floor: str
    times: float | None = None
    of: str = "wall"


GOALS = {
    "due --json": Goal("T", 1.6),
    "log": Goal("T", 1.6, "cpu"),
    "add": Goal("T", 1.6, "cpu"),
    "find rare": Goal("T", 2.0),
    "find common": Goal("T", 2.0),
    "show": Goal("T", 2.0),
    "show busiest": Goal("T", 2.0),
    "due --count": Goal("C", 1.25),
    "names for TAB": Goal("C", 1.25),
    "--version": Goal("T"),
    "--help": Goal("T"),
}


class Measured(NamedTuple):
    """One line of the table; ratios are to the floor of the goal."""

    name: str
    size: str
    cost: Cost
    wall_ratio: float
    cpu_ratio: float
    goal: Goal
    growth: float | None


def commands(program: tuple[str, ...], journal: Mapping[str, Any], work: Path) -> Iterator[Command]:
    """What is timed on one journal."""
    size, path = journal["size"], Path(journal["path"])
    reads = {
        "due --json": ("due", "--json"),
        "find rare": ("find", journal["rare"]),
        "find common": ("find", journal["common"]),
        "show": ("show", journal["typical"]),
        "show busiest": ("show", journal["busiest"]),
        "due --count": ("due", "--count"),
        "names for TAB": ("--names", "people", journal["typical"][:2]),
    }
    writes = {
        "log": ("log", journal["typical"], "talked about the roadmap and the launch, part {n}"),
        "add": ("add", "Zuzanna Próba{n}", "--company", "Iskra Labs", "--tag", "founder"),
    }
    for name, words in reads.items():
        yield Command(name, size, (*program, *words), {"NETLOG_DB": str(path)})
    for name, words in writes.items():
        copy = work / f"{size}-{name}.db"
        yield Command(name, size, (*program, *words), {"NETLOG_DB": str(copy)}, copier(path, copy))


def floors(python: Path) -> list[Command]:
    """The least that any program of its kind takes."""
    return [Command(name, "", (str(python), "-c", code), {}) for name, code in FLOORS.items()]


def without_journal(program: tuple[str, ...]) -> list[Command]:
    """What does not open a journal."""
    return [Command(name, "", (*program, name), {}) for name in ("--version", "--help")]


def journals(python: Path, sizes: Sequence[str], cache: Path, *, seed: int) -> list[dict[str, Any]]:
    """The journals of these sizes, made by the project that is measured."""
    chosen = [part for size in sizes for part in ("--size", size)]
    made = [str(python), str(HERE / "journals.py"), "--json", "--cache", str(cache), "--seed", str(seed), *chosen]
    found: list[dict[str, Any]] = json.loads(subprocess.run(made, check=True, stdout=subprocess.PIPE).stdout)
    return found


def usable(wanted: Sequence[Command], variables: Mapping[str, str]) -> list[Command]:
    """The commands that work, after a sentence about each that does not."""
    complaints = [complaint(command, variables, limit=LIMIT) for command in wanted]
    for command, why in zip(wanted, complaints, strict=True):
        if why:
            print(f"not timed: {command.name} {command.size}: {why}", file=sys.stderr)
    return [command for command, why in zip(wanted, complaints, strict=True) if not why]


def measured(timed: Sequence[Command], costs: Sequence[Sequence[Cost]]) -> list[Measured]:
    """The lines of the table, from the costs of each round."""
    columns = zip(*costs, strict=True)
    by_command = {(command.name, command.size): column for command, column in zip(timed, columns, strict=True)}
    lines = []
    for name, size in by_command:
        goal = GOALS.get(name, Goal(name))
        own, floor = by_command[name, size], by_command[goal.floor, ""]
        small = by_command.get((name, SIZES[0])) if size == SIZES[-1] else None
        growth = ratio(own, small, of="cpu") if small else None
        line = Measured(
            name, size, typical(own), ratio(own, floor, of="wall"), ratio(own, floor, of="cpu"), goal, growth
        )
        lines.append(line)
    order = [*FLOORS, *GOALS]
    return sorted(lines, key=lambda line: order.index(line.name))


def cells(line: Measured) -> list[str]:
    """A line of the table as text."""
    goal = line.goal
    of = " (CPU)" if goal.of == "cpu" else ""
    reached = line.cpu_ratio if goal.of == "cpu" else line.wall_ratio
    return [
        line.name,
        line.size,
        f"{line.cost.wall * 1000:.0f}",
        f"{line.cost.cpu * 1000:.0f}",
        f"{line.wall_ratio:.2f} {goal.floor}",
        f"{line.cpu_ratio:.2f} {goal.floor}",
        f"≤ {goal.times} {goal.floor}{of}" if goal.times else "",
        verdict(reached, goal.times),
        f"{line.cost.peak:.0f}",
        f"{line.growth:.2f}" if line.growth else "",
    ]


def verdict(reached: float, goal: float | None) -> str:
    """Whether a figure is within its goal."""
    return "" if goal is None else "met" if round(reached, 2) <= goal else "missed"


HEADINGS = ("command", "journal", "wall ms", "CPU ms", "wall", "CPU", "goal", "", "MB", "growth")


def report(lines: Sequence[Measured], *, done: int) -> str:
    """The table with what its columns mean."""
    notes = (
        f"Python {platform.python_version()}, {platform.system()}, medians of {done} interleaved rounds.",
        "C: python -c 'import sqlite3'; T: python -c 'import typer'; ratios are medians of the ratio in each round.",
        f"Goals for all: at most {MEMORY_GOAL} MB; CPU on the large journal at most {GROWTH_GOAL} times the small.",
    )
    return "\n".join([drawn(HEADINGS, [cells(line) for line in lines]), "", *notes])


def as_json(lines: Sequence[Measured], made: Sequence[Mapping[str, Any]], *, done: int) -> str:
    """Everything that was measured, for other programs."""
    rows = [{**line._asdict(), "cost": line.cost._asdict(), "goal": line.goal._asdict()} for line in lines]
    about = {"python": platform.python_version(), "system": platform.platform(), "date": f"{date.today()}"}
    return json.dumps({**about, "rounds": done, "journals": made, "measured": rows}, indent=2) + "\n"


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", type=Path, help="a Python that has netlog; otherwise a clean environment is made")
    parser.add_argument("--size", choices=SIZES, action="append", help="one size, repeatable; otherwise all")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=75, help="begin no round after this many")
    parser.add_argument("--cache", type=Path, default=HERE / ".cache", help="folder for journals and environments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", action="store_true", help="then time the peers that are installed on equal data")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything measured")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Prepare, time, print."""
    asked = arguments(words)
    cache = asked.cache.resolve()
    python = asked.python.absolute() if asked.python else installed(cache / "netlog", str(ROOT))
    made = journals(python, asked.size or SIZES, cache, seed=asked.seed)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        work = Path(folder)
        variables = environ(work)
        program = script(python, "netlog")
        wanted = [command for journal in made for command in commands(program, journal, work)]
        timed = [*floors(python), *usable([*without_journal(program), *wanted], variables)]
        with Stopwatch(variables) as stopwatch:
            costs = rounds(stopwatch, timed, times=asked.rounds, warmups=2, seconds=asked.seconds)
    lines = measured(timed, costs)
    print(report(lines, done=len(costs)))
    if asked.json:
        asked.json.write_text(as_json(lines, made, done=len(costs)), encoding="utf-8")
    if asked.peers:
        beside = (sys.executable, str(HERE / "peers.py"), "--cache", str(cache), "--python", str(python))
        return subprocess.run(beside, check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
