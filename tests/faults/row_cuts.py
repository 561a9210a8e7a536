"""T3: the power is cut; what was written and not synced is there, or not, or in part, and names lag behind.

The disk's log of a run is played up to every operation. Of each file, any of the writes since its last sync may be
missing, whole or cut at a sector; of each folder, the latest changes of names may be missing.
"""

import shutil
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.faults.disk import Disk, Fault
from tests.faults.homes import JOBS, PEOPLE, Bench, Job, spread
from tests.faults.row_kills import SMALL_CACHE
from tests.faults.tally import Tally

from netlog.storage.connect import create

RECORD = struct.Struct("=BBHHHIqQ")
SECTOR = 512
AFTER = ("add", "Next One", "--new")
CREATE = Job(("add", "Giulia Rossi"))
BATCH = 40


class Operation(NamedTuple):
    """One line of the disk's log."""

    kind: str
    path: str
    path2: str
    fd: int
    at: int
    data: bytes


def operations(log: bytes) -> Iterator[Operation]:
    """The operations of a log, in order."""
    position = 0
    while position < len(log):
        kind, _, length, length2, fd, _, at, size = RECORD.unpack_from(log, position)
        position += RECORD.size
        path, path2 = log[position : position + length], log[position + length : position + length + length2]
        position += length + length2
        has_data = chr(kind) == "w"
        yield Operation(chr(kind), path.decode(), path2.decode(), fd, at, log[position : position + size * has_data])
        position += size * has_data


class File:
    """The bytes of a file: what is certain, and what was done since."""

    def __init__(self, content: bytes = b"") -> None:
        self.certain = content
        self.since: list[tuple[int, bytes | None]] = []

    def sync(self) -> None:
        """Make everything certain."""
        self.certain = self.after(self.since)
        self.since.clear()

    def after(self, done: Sequence[tuple[int, bytes | None]]) -> bytes:
        """The bytes once these writes, and cuts to a length, have reached the disk."""
        content = bytearray(self.certain)
        for at, data in done:
            if data is None:
                content[at:] = b"" if at <= len(content) else bytes(at - len(content))
            else:
                content.extend(bytes(max(0, at - len(content))))
                content[at : at + len(data)] = data
        return bytes(content)

    def survivor(self, dice: Random, share: float) -> bytes:
        """The bytes after a cut of the power that each write survives with this chance, now and then in part."""
        done = [each for each in self.since if dice.random() < share]
        if done and 0 < share < 1 and (data := done[-1][1]) and len(data) > SECTOR:
            done[-1] = (done[-1][0], data[: dice.randrange(len(data) // SECTOR) * SECTOR])
        return self.after(done)


Change = tuple[tuple[str, File | None], ...]
"""Names that come to mean a file, or none."""


class Model:
    """A folder as a power cut may leave it."""

    def __init__(self, home: Path) -> None:
        self.names = {str(path): File(path.read_bytes()) for path in home.rglob("*") if path.is_file()}
        self.certain = dict(self.names)
        self.since: list[Change] = []
        self.open: dict[int, File] = {}

    def play(self, done: Operation) -> None:
        """Take in one operation."""
        if done.kind in "oc":
            if done.kind == "c" and done.path not in self.names:
                self.rename((done.path, File()))
            if done.path in self.names:
                self.open[done.fd] = self.names[done.path]
        elif done.kind == "w":
            self.open[done.fd].since.append((done.at, done.data))
        elif done.kind == "t":
            self.open[done.fd].since.append((done.at, None))
        elif done.kind == "s":
            self.sync(done.path, done.fd)
        else:
            self.play_name(done)

    def play_name(self, done: Operation) -> None:
        """Take in a change of names."""
        if done.kind == "u":
            self.rename((done.path, None))
        elif done.kind == "r":
            self.rename((done.path, self.names.get(done.path2)), (done.path2, None))
        elif done.kind == "l":
            self.rename((done.path2, self.names.get(done.path)))

    def rename(self, *change: tuple[str, File | None]) -> None:
        """Change names, not yet for certain."""
        self.since.append(change)
        become(self.names, change)

    def sync(self, path: str, fd: int) -> None:
        """Make a file certain, or the names in a folder."""
        if path in self.names:
            self.open[fd].sync()
            return
        for change in [each for each in self.since if str(Path(each[0][0]).parent) == path.rstrip("/")]:
            become(self.certain, change)
            self.since.remove(change)

    def survivor(self, dice: Random, share: float) -> dict[str, bytes]:
        """The files after a cut of the power; names come back in the order in which they were changed."""
        names = dict(self.certain)
        lived = round(len(self.since) * share) if share in (0, 1) else dice.randrange(len(self.since) + 1)
        for change in self.since[:lived]:
            become(names, change)
        return {path: file.survivor(dice, share) for path, file in names.items()}


def become(names: dict[str, File], change: Change) -> None:
    """Let names mean what they mean after the change."""
    for path, file in change:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def power_cut(disk: Disk, folder: Path, job: str, cuts: int, seed: int = 20261121) -> Tally:
    """Cut the power during a command and during the next one; what was acknowledged before must be there."""
    tally, bench, dice = Tally(), Bench(disk, folder), Random(f"{seed} {job}")
    tally.notes["seed"] = seed
    command, first = CREATE if job == "create" else JOBS[job]
    before = bench.made("before", *(() if job == "create" else (*PEOPLE, *first)))
    home, log = folder / "run", folder / "log"
    shutil.copytree(before, home)
    model = Model(home)
    known = [bench.state(home) or state_of_none(bench)]
    run = bench.run(home, command, ["@state"], AFTER, ["@state"], fault=Fault(log=str(log)), cache=SMALL_CACHE)
    assert run.codes == (0, 0, 0, 0), run
    known += [line for line in run.said.splitlines() if len(line) == 64]
    with tally.timed():
        check(bench, states(list(operations(log.read_bytes())), model, dice, cuts), known, home, tally)
    return tally


def state_of_none(bench: Bench) -> str:
    """The state of a journal that was begun and holds nothing, which is as good as none."""
    place = bench.folder / "begun"
    place.mkdir()
    create(place / "journal.db")
    return bench.state(place)


class State(NamedTuple):
    """What a cut of the power left, and how many commands had been acknowledged."""

    moment: int
    acknowledged: int
    files: dict[str, bytes]


def states(done: list[Operation], model: Model, dice: Random, cuts: int) -> Iterator[State]:
    """That many states, as evenly spread over the operations as can be."""
    moments = set(spread(len(done), max(1, cuts // 4)))
    each = max(4, -(-cuts // len(moments)))
    acknowledged = 0
    for moment, operation in enumerate(done, 1):
        acknowledged = {1: 1, 2: 1, 3: 2, 4: 2}[operation.at] if operation.kind == "!" else acknowledged
        if operation.kind != "!":
            model.play(operation)
        if moment in moments:
            for share in (0, 1, *(dice.uniform(0.1, 0.9) for _ in range(each - 2))):
                yield State(moment, acknowledged, model.survivor(dice, share))


def check(bench: Bench, found: Iterator[State], known: Sequence[str], home: Path, tally: Tally) -> None:
    """Hold every state to those that may be."""
    batch: list[tuple[State, Path]] = []
    for state in found:
        place = bench.folder / f"cut-{tally.done}"
        for path, content in state.files.items():
            file = place / Path(path).relative_to(home)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        place.mkdir(exist_ok=True)
        batch.append((state, place))
        tally.done += 1
        if len(batch) == BATCH:
            look(bench, batch, known, tally)
    look(bench, batch, known, tally)


def look(bench: Bench, batch: list[tuple[State, Path]], known: Sequence[str], tally: Tally) -> None:
    """See what SQLite makes of each, all in one process."""
    said = bench.ok(bench.folder, *(["@look", str(place)] for _, place in batch)).split("\n")
    for (state, place), seen in zip(batch, said, strict=False):
        words = f"power cut at {state.moment} after {state.acknowledged} were acknowledged"
        seen = seen or known[0]
        if seen not in known:
            tally.damage(f"{words}: {seen}", place)
        elif seen not in known[state.acknowledged : state.acknowledged + 2]:
            tally.lose(f"{words}: as if {known.index(seen)} were done", place)
        shutil.rmtree(place)
    batch.clear()
