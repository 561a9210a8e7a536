"""How long uniting two journals of 50,000 contacts takes, and how much memory: `python benchmarks/unite.py`."""

import argparse
import os
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from journals import SIZES, journal
from netlog.domain.stored_rows import ENTITIES
from netlog.storage.connect import address

HERE = Path(__file__).parent
MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000
CHILD = """
import os, sys
from pathlib import Path
from netlog.cli.uniting import from_journal
from netlog.workspace import Workspace
from_journal(Workspace(db=sys.argv[1], as_json=True), Path(sys.argv[2]), dry_run=False, yes=True)
"""


class Cost(NamedTuple):
    """Seconds of wall and megabytes at the peak of one run."""

    seconds: float
    megabytes: float


def strangers(cache: Path, size: str) -> tuple[Path, Path]:
    """Two journals that have nothing in common but some handles."""
    laptop, desktop = (Path(journal(size, cache / name, seed=seed).path) for seed, name in ((1, "one"), (2, "two")))
    with closing(sqlite3.connect(address(desktop, "rw"), uri=True)) as connection:
        for entity in (*ENTITIES, "operation"):
            connection.execute(f"UPDATE {entity} SET uuid = replace(uuid, '-8000-', '-8001-')")  # noqa: S608
        connection.commit()
    return laptop, desktop


def united(ours: Path, other: Path) -> Cost:
    """Unite in a process of its own."""
    environ = {**os.environ, "NETLOG_CONFIG": str(ours.with_name("config.toml"))}
    started = time.perf_counter()
    with Path(os.devnull).open("w") as silent:
        actions = [(os.POSIX_SPAWN_DUP2, silent.fileno(), 1)]
        words = [sys.executable, "-c", CHILD, str(ours), str(other)]
        process = os.posix_spawn(sys.executable, words, environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"uniting failed: {status}")
    return Cost(time.perf_counter() - started, usage.ru_maxrss / MEGABYTE)


def measured(laptop: Path, desktop: Path, times: int) -> dict[str, list[Cost]]:
    """Unite copies, in either order, and each a second time."""
    costs: dict[str, list[Cost]] = {"the first time": [], "the other way": [], "again": []}
    for _ in range(times):
        with TemporaryDirectory() as folder:
            one, two = Path(folder, "one.db"), Path(folder, "two.db")
            shutil.copyfile(laptop, one)
            shutil.copyfile(desktop, two)
            costs["the first time"].append(united(one, desktop))
            costs["the other way"].append(united(two, laptop))
            costs["again"].append(united(one, desktop))
    return costs


def main(words: list[str]) -> int:
    """Measure, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="medium")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--cache", type=Path, default=HERE / ".cache")
    asked = parser.parse_args(words)
    found = measured(*strangers(asked.cache, asked.size), asked.times)
    print(f"two journals of {SIZES[asked.size].interactions:,} contacts with {SIZES[asked.size].people:,} people each")
    for name, costs in found.items():
        seconds, peak = median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs)
        print(f"{name:15} {seconds:6.2f} s {peak:6.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
