"""netlog beside programs people use today, on equal data: `python benchmarks/peers.py [--install]`."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import peer_files
from peer_files import Entry, Layout, entries
from place import ROOT, environ, installed, script
from run import HERE, journals
from stopwatch import Command, Cost, Stopwatch, complaint, ratio, rounds, typical
from table import drawn

SIZES = {"small": 1_000, "medium": 50_000}
TASKS = ("write", "list", "search")
LIMIT = 20.0
PRIMING_LIMIT = 180.0
SECONDS = 60.0
OURSELVES = "netlog"


class Peer(NamedTuple):
    """Another program: its package, its command, how it keeps entries, and three tasks as it words them.

    `{home}`, `{rare}` and `{handle}` in the words are filled in. A peer that `keeps_cache` may build it first.
    """

    name: str
    package: str
    lay_out: Layout
    write: str
    list: str
    search: str
    keeps_cache: bool = False


QUIET = "--nostdin --nc --np"
PEERS = (
    Peer("jrnl", "jrnl", peer_files.jrnl, "today: talked_about_the_roadmap_{n}", "-n 10", "-contains {rare}"),
    Peer("khard", "khard", peer_files.khard, "new -a book -i {home}/new.yaml", "list", "list {rare}"),
    Peer("todo", "todoman", peer_files.todoman, "new talked_about_{n}", "list", "list --grep {rare}", keeps_cache=True),
    Peer(
        "watson",
        "td-watson",
        peer_files.watson,
        "add --from 10:00 --to 10:30 roadmap_{n} +{handle}",
        "log -G",
        "log -G --all -T {handle}",
    ),
    Peer(
        "buku",
        "buku",
        peer_files.buku,
        f"{QUIET} --offline --add https://example.org/new/{{n}} {{handle}} --title Zuzanna --comment roadmap",
        f"{QUIET} --print -10",
        f"{QUIET} --sany {{rare}}",
    ),
)


class Line(NamedTuple):
    """What one program took for one task; `why_not` says why there is no figure."""

    program: str
    entries: int
    task: str
    cost: Cost | None
    times_ours: float | None
    why_not: str


def found_program(peer: Peer, cache: Path, *, install: bool) -> str | None:
    """Where the peer is: its own environment under the cache, else on the path; installed first if asked."""
    folder = cache / "peers" / peer.name
    program = folder / "bin" / peer.name
    if install and not program.exists():
        try:
            installed(folder, peer.package)
        except subprocess.CalledProcessError:
            print(f"{peer.name}: could not be installed", file=sys.stderr)
    return str(program) if program.exists() else shutil.which(peer.name)


def present(cache: Path, *, install: bool) -> dict[Peer, str]:
    """The peers that are there, after a sentence about each that is not."""
    places = {peer: found_program(peer, cache, install=install) for peer in PEERS}
    for peer, place in places.items():
        if place is None:
            print(f"{peer.name} is left out: it is not installed (--install would)", file=sys.stderr)
    return {peer: place for peer, place in places.items() if place}


def commands(peer: Peer, program: str, home: Path, journal: Mapping[str, Any]) -> Iterator[Command]:
    """The peer's three tasks."""
    filled = {"home": home, "rare": journal["rare"], "handle": journal["typical"], "n": "{n}"}
    for task in TASKS:
        words: str = getattr(peer, task)
        argv = (program, *(word.format(**filled) for word in words.split()))
        yield Command(f"{peer.name} {task}", journal["size"], argv, {"HOME": str(home)})


def our_commands(program: tuple[str, ...], home: Path, journal: Mapping[str, Any]) -> Iterator[Command]:
    """The same tasks in netlog; its list is the morning."""
    home.mkdir()
    copy = shutil.copy(journal["path"], home / "journal.db")
    tasks = {
        "write": ("log", journal["typical"], "talked about the roadmap {n}"),
        "list": ("due",),
        "search": ("find", journal["rare"]),
    }
    for task, words in tasks.items():
        yield Command(f"{OURSELVES} {task}", journal["size"], (*program, *words), {"NETLOG_DB": str(copy)})


def prepared(
    peer: Peer, program: str, home: Path, journal: Mapping[str, Any], known: Sequence[Entry]
) -> Iterator[Command]:
    """The peer's tasks on the journal's entries in its own files; a cache is built before anything is timed."""
    home.mkdir()
    peer.lay_out(home, known)
    for command in commands(peer, program, home, journal):
        if peer.keeps_cache and command.name.endswith("list"):
            complaint(command, environ(home), limit=PRIMING_LIMIT)
        yield command


def compared(
    journal: Mapping[str, Any], ours: tuple[str, ...], peers: Mapping[Peer, str], work: Path, *, times: int
) -> list[Line]:
    """All programs on the entries of one journal."""
    known = entries(Path(journal["path"]))
    own = list(our_commands(ours, work / f"{OURSELVES}-{journal['size']}", journal))
    others = [
        command
        for peer, program in peers.items()
        for command in prepared(peer, program, work / f"{peer.name}-{journal['size']}", journal, known)
    ]
    tried = [(command, complaint(command, environ(work), limit=LIMIT)) for command in (*own, *others)]
    timed = [command for command, why in tried if not why]
    with Stopwatch(environ(work)) as stopwatch:
        costs = rounds(stopwatch, timed, times=times, warmups=0, seconds=SECONDS)
    columns = dict(zip([command.name for command in timed], zip(*costs, strict=True), strict=True))
    return [line(command.name, len(known), columns, why=why) for command, why in tried]


def line(name: str, count: int, columns: Mapping[str, Sequence[Cost]], *, why: str) -> Line:
    """One task of one program beside ours."""
    program, task = name.split()
    own, ours = columns.get(name), columns.get(f"{OURSELVES} {task}")
    times_ours = ratio(own, ours, of="wall") if own and ours else None
    return Line(program, count, task, typical(own) if own else None, times_ours, why)


def cells(program: str, count: int, lines: Sequence[Line]) -> list[str]:
    """A row of the table: milliseconds of the tasks, then how many times ours they are."""
    milliseconds = [f"{each.cost.wall * 1000:.0f}" if each.cost else each.why_not for each in lines]
    return [
        program,
        f"{count:,}",
        *milliseconds,
        *(f"{each.times_ours:.1f}" if each.times_ours else "" for each in lines),
    ]


def report(lines: Sequence[Line]) -> str:
    """The table with what its columns mean."""
    groups = {(each.entries, each.program): [o for o in lines if o[:2] == each[:2]] for each in lines}
    rows = [cells(program, count, group) for (count, program), group in groups.items()]
    headings = ("program", "entries", *(f"{task} ms" for task in TASKS), *(f"{task} ×" for task in TASKS))
    notes = (
        "Whole processes, medians of interleaved rounds; × is how many times netlog's own time.",
        "list: netlog's is the morning (due), the others' their everyday listing; watson searches by tag.",
    )
    return "\n".join([drawn(headings, rows), "", *notes])


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="make an environment for each peer that is missing")
    parser.add_argument("--python", type=Path, help="a Python that has netlog; otherwise a clean environment is made")
    parser.add_argument("--size", choices=SIZES, action="append", help="one size, repeatable; otherwise both")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cache", type=Path, default=HERE / ".cache", help="folder for journals and environments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything measured")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Prepare, time, print."""
    asked = arguments(words)
    cache = asked.cache.resolve()
    peers = present(cache, install=asked.install)
    python = asked.python.absolute() if asked.python else installed(cache / "netlog", str(ROOT))
    made = journals(python, asked.size or list(SIZES), cache, seed=asked.seed)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        program = script(python, "netlog")
        lines = [
            each for journal in made for each in compared(journal, program, peers, Path(folder), times=asked.rounds)
        ]
    print(report(lines))
    if asked.json:
        rows = [{**each._asdict(), "cost": each.cost._asdict() if each.cost else None} for each in lines]
        asked.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
