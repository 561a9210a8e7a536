"""T12: how long it takes from a damaged journal to a working one, and that every row is back."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.faults.disk import ROOT, Disk
from tests.faults.homes import Bench
from tests.faults.row_damage import DAMAGES, STORAGE
from tests.faults.tally import Tally

DRILLS = ("zeroed page", "swapped pages", "truncated", "zero length", "gone", "no database")


def invented(folder: Path, size: str) -> Path:
    """An invented journal of that size, made by the benchmarks."""
    script = str(ROOT / "benchmarks" / "journals.py")
    command = [sys.executable, script, "--cache", str(folder / "cache"), "--size", size]
    subprocess.run(command, check=True, capture_output=True)
    return next((folder / "cache").glob(f"{size}-*.db"))


def drilled(disk: Disk, folder: Path, size: str, times: int, seed: int = 20261121) -> Tally:
    """Back up, lose a change, damage, find out, restore with one command, compare; the seconds of each step."""
    tally, bench, dice = Tally(), Bench(disk, folder), Random(seed)
    before = folder / "before"
    before.mkdir(mode=0o700)
    shutil.move(invented(folder, size), before / "journal.db")
    bench.ok(before, ["add", "Last Kept", "--new"])
    spent(bench, before, ["backup"], 0, tally)
    known = bench.state(before)
    bench.ok(before, ["add", "Never Seen", "--new"])
    for how in DRILLS[: times or None]:
        with bench.copy(before) as home:
            path = home / "journal.db"
            DAMAGES[how](path, dice)
            remains = None if how == "gone" else path.stat().st_size
            with tally.timed():
                spent(bench, home, ["doctor"], STORAGE, tally)
                said = spent(bench, home, ["restore", "--yes"], 0, tally)
            kept = [each.stat().st_size for each in home.glob("journal-damaged-*")]
            if bench.state(home) != known:
                tally.lose(f"{how}: the rows are not those of the backup", home)
            if kept != ([] if remains is None else [remains]):
                tally.lose(f"{how}: the damaged journal is not kept", home)
            if remains is not None and "lost" not in said:
                tally.lose(f"{how}: what was lost is not said: {said}", home)
            tally.done += 1
    return tally


def spent(bench: Bench, home: Path, command: list[str], code: int, tally: Tally) -> str:
    """Run a command that must end so, and note the longest it took."""
    started = time.perf_counter()
    outcome = bench.run(home, command)
    seconds = time.perf_counter() - started
    longest = float(str(tally.notes.get(command[0], "0")).split()[0])
    tally.notes[command[0]] = f"{max(longest, seconds):.2f} s"
    if outcome.codes != (code,):
        tally.damage(f"{command[0]}: {outcome.codes} {outcome.complained}", home)
    return outcome.said
