"""How long a command waits while sixteen others write, beside SQLModel's defaults: `python benchmarks/waiting.py`."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from crowd import Said, one_who_starts, one_who_stays
from place import ROOT, environ, installed, script
from run import HERE, SIZES, journals
from stopwatch import Command, Stopwatch
from table import drawn

WRITERS = 16
GOAL = 1.0
READING, WRITING = ("due --count", "due", "find"), ("log", "add")
ALONE, STARTING, STAYING = "alone", "16 programs that log", "16 that never pause"
PERCENTS = (50, 90, 99, 100)
MARK = re.compile(r"said (w\d+-\d+q)")


class Program(NamedTuple):
    """One of the two: its variables, its commands by task, one that writes for a crowd, one that stays, a verdict."""

    name: str
    variables: Mapping[str, str]
    tasks: Mapping[str, tuple[str, ...]]
    write: tuple[str, ...]
    resident: tuple[str, ...] | None
    verdict: Callable[[set[str]], str]


class Waits(NamedTuple):
    """The seconds one task took in one situation, and how many runs did not end with 0."""

    program: str
    situation: str
    task: str
    seconds: list[float]
    failures: int

    def percentile(self, percent: int) -> float:
        """So many of a hundred took at most this."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def netlog(python: Path, journal: Mapping[str, Any], path: Path) -> Program:
    """netlog on a copy of the journal."""
    shutil.copy(journal["path"], path)
    program, handle = script(python, "netlog"), journal["typical"]
    variables = {**environ(path.parent), "NETLOG_DB": str(path)}

    def verdict(stored: set[str]) -> str:
        exported = said_by((*program, "export"), variables)
        checked = subprocess.run([*program, "doctor"], env=variables, capture_output=True, check=False)
        lost = len(stored - set(MARK.findall(exported)))
        return f"{lost} lost, {'sound and counted right' if checked.returncode == 0 else 'doctor complains'}"

    write = (*program, "log", handle, "said {who}-{n}q")
    resident = (str(python), str(HERE / "restless.py"), handle)
    return Program("netlog", variables, tasks(program, journal), write, resident, verdict)


def naive(python: Path, journal: Mapping[str, Any], path: Path) -> Program:
    """The same people and contacts in a program from SQLModel's tutorial."""
    program, variables = (str(python), str(HERE / "naive.py"), str(path)), environ(path.parent)
    said_by((*program, "fill", journal["path"]), variables)
    ask = (*program, "contacts", journal["typical"])
    before = said_by(ask, variables).split()

    def verdict(stored: set[str]) -> str:
        counted, there = (
            int(now) - int(then) for now, then in zip(said_by(ask, variables).split(), before, strict=True)
        )
        return f"{max(0, len(stored) - there)} entries and {len(stored) - counted} of {len(stored)} updates lost"

    write = (*program, "log", journal["typical"], "said {who}-{n}q")
    return Program("SQLModel's defaults", variables, tasks(program, journal), write, None, verdict)


def tasks(program: tuple[str, ...], journal: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What is timed; another person than the crowd's is logged with, so that theirs can be counted."""
    words = {
        "due --count": ("due", "--count"),
        "due": ("due",),
        "find": ("find", journal["rare"]),
        "log": ("log", journal["busiest"], "talked about the roadmap {n}"),
        "add": ("add", "Zuzanna {where}{n}"),
    }
    return {task: (*program, *rest) for task, rest in words.items()}


def said_by(command: Sequence[str], variables: Mapping[str, str]) -> str:
    """What a command prints; raises CalledProcessError."""
    return subprocess.run(command, env=variables, check=True, stdout=subprocess.PIPE, text=True).stdout


def timed(program: Program, situation: str, names: Sequence[str], until: float) -> list[Waits]:
    """These tasks in turn, again and again until that instant."""
    found = {name: Waits(program.name, situation, name, [], 0) for name in names}
    with Stopwatch(program.variables) as stopwatch:
        while time.monotonic() < until:
            for name in names:
                cost = stopwatch.run(Command(name, "", placed(program.tasks[name], situation), {}))
                found[name].seconds.append(cost.wall)
                found[name] = found[name]._replace(failures=found[name].failures + (cost.status != 0))
    return list(found.values())


def placed(words: tuple[str, ...], situation: str) -> tuple[str, ...]:
    """The words with the situation in the names of those added, so that nobody is added twice."""
    return tuple(word.replace("{where}", situation.title().replace(" ", "")) for word in words)


def measured(program: Program, situation: str, seconds: float) -> tuple[list[Waits], str]:
    """One reader and one writer in a situation, and what became of what the crowd wrote."""
    end, crowd = Event(), []
    with ThreadPoolExecutor(WRITERS + 2) as pool:
        if situation != ALONE:
            crowd = [pool.submit(member, program, situation, f"w{number}", end) for number in range(WRITERS)]
        until = time.monotonic() + seconds
        lanes = [pool.submit(timed, program, situation, names, until) for names in (READING, WRITING)]
        waits = [each for lane in lanes for each in lane.result()]
        end.set()
        said = [each.result() for each in crowd]
    return [*waits, *their_own(program, situation, said)], told(program, situation, said)


def member(program: Program, situation: str, who: str, end: Event) -> Said:
    """One of the crowd."""
    if situation == STAYING and program.resident:
        return one_who_stays(who, program.resident, program.variables, end)
    return one_who_starts(who, program.write, program.variables, end)


def their_own(program: Program, situation: str, said: Sequence[Said]) -> list[Waits]:
    """How long each of the crowd waited for the others."""
    waits = [wait for each in said for wait in each.waits]
    return [Waits(program.name, situation, "log, the 16", waits, sum(each.failed for each in said))] if waits else []


def told(program: Program, situation: str, said: Sequence[Said]) -> str:
    """A sentence on what the crowd was told and what is there."""
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    if not said:
        return f"{program.name}, {situation}: {load}"
    stored = {mark for each in said for mark in each.stored}
    shares = sorted(len(each.stored) for each in said)
    failed = sum(each.failed for each in said)
    return (
        f"{program.name}, {situation}: {len(stored)} entries acknowledged ({shares[0]} to {shares[-1]} each), "
        f"{failed} errors, {program.verdict(stored)}; {load}"
    )


def cells(waits: Waits) -> list[str]:
    """A row of the table."""
    figures = [f"{waits.percentile(percent):.2f}" for percent in PERCENTS]
    verdict = "met" if waits.percentile(99) <= GOAL else "missed"
    return [
        waits.program,
        waits.situation,
        waits.task,
        f"{len(waits.seconds):,}",
        *figures,
        "" if waits.situation == ALONE else verdict,
        f"{waits.failures}",
    ]


HEADINGS = ("program", "beside", "command", "runs", "50 %", "90 %", "99 %", "most", "≤ 1 s at 99 %", "errors")


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", type=Path, help="a Python that has netlog; otherwise a clean environment is made")
    parser.add_argument("--size", choices=SIZES, default="medium", help="of the journal")
    parser.add_argument("--seconds", type=float, default=60, help="in each situation")
    parser.add_argument("--without-naive", action="store_true", help="leave SQLModel's defaults out")
    parser.add_argument("--cache", type=Path, default=HERE / ".cache", help="folder for journals and environments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything measured")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Measure one situation after the other, print."""
    asked = arguments(words)
    cache = asked.cache.resolve()
    python = asked.python.absolute() if asked.python else installed(cache / "netlog", str(ROOT))
    (journal,) = journals(python, [asked.size], cache, seed=asked.seed)
    waits: list[Waits] = []
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        programs = [netlog(python, journal, Path(folder) / "journal.db")]
        if not asked.without_naive:
            programs.append(naive(python, journal, Path(folder) / "naive.db"))
        for program in programs:
            for situation in (ALONE, STARTING, STAYING) if program.resident else (ALONE, STARTING):
                found, sentence = measured(program, situation, asked.seconds)
                waits += found
                print(sentence, flush=True)
    print("", drawn(HEADINGS, [cells(each) for each in waits]), "", "Seconds of whole commands.", sep="\n")
    if asked.json:
        asked.json.write_text(json.dumps([each._asdict() for each in waits], indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
