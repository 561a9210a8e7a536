"""T9 and T10: an older journal is brought up to date whole or not at all, a newer one is not touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.disk import ERRORS, Action, Disk, Fault
from tests.faults.homes import JOBS, PEOPLE, Bench, spread
from tests.faults.row_kills import SMALL_CACHE
from tests.faults.tally import Tally
from tests.storage.driving import files, laid_out

from netlog.storage.backups import backups_of, is_as_made
from netlog.storage.connect import SCHEMA_NUMBER

LAYOUTS = range(1, SCHEMA_NUMBER)
READ = ("people",)
STORAGE = 6
FAULTS = (
    (Action.KILL_BEFORE, 0),
    (Action.TORN, 0),
    (Action.REFUSE_ONCE, ERRORS["EIO"]),
    (Action.REFUSE_FROM, ERRORS["ENOSPC"]),
)


def upgraded(disk: Disk, folder: Path, layout: int, moments: int) -> Tally:
    """Kill the upgrade from a layout, tear its writes, fill the disk, at those of its operations."""
    tally, bench = Tally(), Bench(disk, folder)
    before = folder / "before"
    before.mkdir(mode=0o700)
    laid_out(before / "journal.db", layout).chmod(0o600)
    with bench.copy(before) as done:
        operations = bench.run(done, READ, cache=SMALL_CACHE).operations
        known = {bench.state(before), bench.state(done)}
    with tally.timed():
        for turn, moment in enumerate(spread(operations, moments)):
            for action, error in FAULTS if moments == 0 else (FAULTS[turn % len(FAULTS)],):
                with bench.copy(before) as home:
                    words = f"layout {layout} {action.name} {moment} of {operations}"
                    outcome = bench.run(home, READ, fault=Fault(action, moment, error), cache=SMALL_CACHE)
                    if not outcome.is_killed and (
                        outcome.codes not in {(0,), (STORAGE,)} or "bug" in outcome.complained
                    ):
                        tally.lose(f"{words}: {outcome.codes} {outcome.complained}", home)
                    hold(bench, home, known, words, tally)
                    tally.done += 1
    return tally


def hold(bench: Bench, home: Path, known: set[str], words: str, tally: Tally) -> None:
    """Old or new, never half; then it becomes new, and there is a verified copy of the old."""
    found = bench.run(home, ["@look", str(home)])
    if found.said.strip() not in known:
        tally.damage(f"{words}: half: {found.said}{found.complained}", home)
    finished = bench.run(home, READ, ["add", "After Wards", "--new"], ["doctor", "--json"])
    if finished.codes[:2] != (0, 0) or version(home) != SCHEMA_NUMBER:
        tally.damage(f"{words}: not usable afterwards: {finished.codes} {finished.complained}", home)
    copies = backups_of(home / "journal.db")
    if not copies or not all(is_as_made(home / "journal.db", copy) for copy in copies):
        tally.damage(f"{words}: there is no verified copy", home)


def version(home: Path) -> int:
    """The number of the layout."""
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def downgraded(disk: Disk, folder: Path) -> Tally:
    """Give an older netlog a newer journal: every command refuses it, and no byte is another."""
    tally, bench = Tally(), Bench(disk, folder)
    home = bench.made("newer", *PEOPLE, ["backup"])
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")
    before = files(home)
    with tally.timed():
        for command in (READ, ("due",), ("doctor",), *(job.command for name, job in JOBS.items() if name != "restore")):
            outcome = bench.run(home, command)
            tally.done += 1
            if outcome.codes != (STORAGE,) or len(outcome.complained.splitlines()) > 1:
                tally.lose(f"{command[0]}: {outcome.codes} {outcome.complained}")
            if files(home) != before:
                tally.damage(f"{command[0]} changed it")
    return tally
