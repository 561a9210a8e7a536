"""T14 and T21: who may look at the files ever made, and a disk that may only be read."""

from pathlib import Path

from tests.faults.disk import ERRORS, Action, Disk, Fault
from tests.faults.homes import JOBS, PEOPLE, Bench
from tests.faults.row_cuts import RECORD
from tests.faults.tally import Tally
from tests.storage.driving import files

UMASKS = (0o000, 0o022, 0o077)
READS = (("people",), ("due",), ("show", "giulia"), ("history",), ("doctor",), ("backup", "--list"))
STORAGE = 6
OTHERS = 0o077


def only_the_owner(disk: Disk, folder: Path, umask: int) -> Tally:
    """Run every command with that umask and look at the mode of every file at the moment it is made."""
    tally, bench = Tally(), Bench(disk, folder)
    with tally.timed():
        for name, (command, first) in JOBS.items():
            home, log = folder / name, folder / f"{name}.log"
            home.mkdir(mode=0o700)
            out = ["backup", "-o", str(home / "elsewhere.db")]
            commands = (*PEOPLE[:5], *first, command, out, ["export", "-o", str(home / "out.json")])
            outcome = bench.run(home, *commands, fault=Fault(log=str(log)), umask=umask)
            if set(outcome.codes) != {0}:
                tally.lose(f"{name}: {outcome.codes} {outcome.complained}")
            modes = made(log.read_bytes())
            tally.done += len(modes)
            left = [(str(path), path.stat().st_mode) for path in home.rglob("*")]
            for path, mode in (*modes, *left):
                if mode & OTHERS:
                    tally.lose(f"{name} with umask {umask:03o}: {Path(path).name} has mode {mode:o}", home)
    return tally


def made(log: bytes) -> list[tuple[str, int]]:
    """Every file and folder that was made, and the mode it was given."""
    found, position = [], 0
    while position < len(log):
        kind, _, length, length2, _, mode, _, size = RECORD.unpack_from(log, position)
        path = log[position + RECORD.size :][:length].decode()
        position += RECORD.size + length + length2 + (size if chr(kind) == "w" else 0)
        if chr(kind) == "c":
            found.append((path, mode & 0o777))
    return found


def read_only(disk: Disk, folder: Path) -> Tally:
    """On a disk that may only be read every read answers, and every write is refused and leaves everything as it is."""
    tally, bench = Tally(), Bench(disk, folder)
    home = bench.made("home", *PEOPLE, ["rm", "giulia-r"], ["undo"], ["backup"])
    before, fault = files(home), Fault(Action.REFUSE_FROM, 1, ERRORS["EROFS"])
    with tally.timed():
        for command in (*READS, *(job.command for job in JOBS.values())):
            outcome = bench.run(home, command, fault=fault)
            tally.done += 1
            wanted = 0 if command in READS else STORAGE
            if outcome.codes != (wanted,) or "bug" in outcome.complained:
                tally.lose(f"{command[0]}: {outcome.codes} {outcome.complained}")
            if files(home) != before:
                tally.damage(f"{command[0]} changed something")
    return tally
