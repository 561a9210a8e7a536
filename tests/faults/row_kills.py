"""T1 and T2: processes that die, at random and before and within every write."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from tests.faults.disk import Action, Disk, Fault
from tests.faults.homes import JOBS, PEOPLE, STORY, Bench, spread
from tests.faults.tally import Tally

SMALL_CACHE = 8
"""Pages: so that SQLite writes to the file in the midst of a transaction, as a large one makes it."""

AFTERWARDS = (["add", "After Wards", "--new"], ["doctor", "--json"])
DEATHS = (Action.KILL_BEFORE, Action.TORN)

MARK = re.compile(r"\b((?:story|Person)-\d+-\d+)\b.*\n")
"""What makes a command one of a kind; a line that was cut short says nothing."""

A_BURST = 40
"""Commands that a process runs one after the other until it dies."""

A_JOURNAL = 40
"""Deaths on the same journal."""


def killed_at_random(disk: Disk, folder: Path, kills: int, seed: int = 20261121) -> Tally:
    """Kill processes that write one thing after the other, and look for everything they said was stored."""
    tally, bench, dice = Tally(), Bench(disk, folder), Random(seed)
    tally.notes["seed"] = seed
    acks = folder / "acks"
    with tally.timed():
        for number in range(kills):
            if number % A_JOURNAL == 0:
                home, said = bench.made(f"journal-{number}", *PEOPLE), set[str]()
            acks.write_bytes(b"")
            commands = [a_command(f"{number}-{each}", dice) for each in range(A_BURST)]
            bench.run(home, *commands, cache=SMALL_CACHE, acks=str(acks), kill_in=dice.uniform(0.02, 0.3))
            said |= {mark for line in acks.read_text().splitlines(keepends=True) for mark in MARK.findall(line)}
            if bench.run(home, ["people" if number % 2 else "due"]).codes != (0,):
                tally.damage(f"kill {number}: cannot be read", home)
            if gone := said - stored(home):
                tally.lost += len(gone) - 1
                tally.lose(f"kill {number}: {sorted(gone)[:3]} gone", home)
            tally.done += 1
            if number % A_JOURNAL == A_JOURNAL - 1 or number == kills - 1:
                tally.acknowledged += len(said)
                look_sound(bench, home, f"kill {number}", tally)
    return tally


def a_command(mark: str, dice: Random) -> list[str]:
    """Something to be stored that nothing else says."""
    if dice.random() < 0.5:
        return ["log", "giulia", "coffee", f"story-{mark} {STORY[: dice.randrange(6000)].strip()}"]
    return ["add", f"Person-{mark} Nowak", "--new"]


def stored(home: Path) -> set[str]:
    """The marks of everything that is in the journal."""
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        words = connection.execute("SELECT text FROM interaction UNION ALL SELECT name FROM person").fetchall()
    return {mark for (text,) in words for mark in MARK.findall(f"{text} \n")}


def look_sound(bench: Bench, home: Path, words: str, tally: Tally) -> None:
    """Let doctor look at what is left."""
    found = bench.run(home, ["doctor", "--json"])
    if found.codes != (0,) and not is_only_litter(found.said):
        tally.damage(f"{words}: not sound: {found.said}", home)


def killed_at_every_write(disk: Disk, folder: Path, job: str, moments: int) -> Tally:
    """Kill the command at those of its operations, in turn before, in the midst of, and after them."""
    tally, bench = Tally(), Bench(disk, folder)
    command, first = JOBS[job]
    before = bench.made("before", *PEOPLE, *first)
    with bench.copy(before) as done:
        operations = bench.run(done, command, cache=SMALL_CACHE).operations
        known = {bench.state(before), bench.state(done)}
    with tally.timed():
        for turn, moment in enumerate(spread(operations, moments)):
            for action in DEATHS if moments == 0 else (DEATHS[turn // 2 % 2],):
                with bench.copy(before) as home:
                    outcome = bench.run(home, command, fault=Fault(action, moment), cache=SMALL_CACHE)
                    words = f"{job} {action.name} {moment} of {operations}"
                    if not outcome.is_killed:
                        tally.damage(f"{words}: not killed: {outcome}", home)
                    look_after(bench, home, known, words, tally, reads_first=bool(turn % 2))
                    tally.done += 1
    return tally


def look_after(bench: Bench, home: Path, known: set[str], words: str, tally: Tally, *, reads_first: bool) -> None:
    """Hold what a dead process left to what it may leave: as before or as after, usable, and sound."""
    commands = (["people"], ["@state"]) if reads_first else (["@state"], ["people"])
    found = bench.run(home, *commands, *AFTERWARDS)
    states = {line for line in found.said.splitlines() if len(line) == 64}
    if found.codes[:2] != (0, 0) or not states <= known:
        tally.damage(f"{words}: neither as before nor as after: {found.codes} {found.complained}", home)
    elif found.codes[2] != 0:
        tally.damage(f"{words}: cannot be written afterwards: {found.complained}", home)
    elif found.codes[3] != 0 and not is_only_litter(found.said):
        tally.damage(f"{words}: not sound: {found.said}", home)


def is_only_litter(said: str) -> bool:
    """Whether all that doctor has to put right is what a dead process could not tidy up."""
    findings = json.loads(said[said.index("{") :])["findings"]
    return {each["what"] for each in findings if each["state"] in {"fixable", "broken"}} <= {"leftovers"}
