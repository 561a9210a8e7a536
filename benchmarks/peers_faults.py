"""netlog and programs people use today under the same faults: `python benchmarks/peers_faults.py [--install]`."""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from peer_files import Entry
from peers_fault_crowd import EACH, WRITERS, crowd
from peers_fault_kills import compiled, kills
from peers_fault_room import FREE_KIB, room
from peers_fault_screen import ACTIVE, hostile, modes, screen
from peers_fault_tools import OURSELVES, PEERS, Peer, Tool, seeded
from place import ROOT, installed, script
from run import HERE

Check = Callable[[Peer, tuple[str, ...], Path], str]
VERSION = re.compile(r"\d+(\.\d+)+")


def place(peer: Peer, cache: Path, *, install: bool) -> tuple[str, ...] | None:
    """How to start the peer: from its own environment under the cache, else from the path; installed first if asked."""
    folder = cache / "peers" / peer.name
    program = folder / "bin" / peer.name
    if install and peer.package and not program.exists():
        try:
            installed(folder, peer.package)
        except subprocess.CalledProcessError:
            print(f"{peer.label}: could not be installed", file=sys.stderr)
    found = str(program) if program.exists() else shutil.which(peer.name)
    return (found,) if found else None


def checks(shim: Path | None) -> Mapping[str, Check]:
    """What is done to each program, by the heading of its column."""

    def on(what: Callable[[Tool], str], found: Sequence[Entry] | None = None) -> Check:
        return lambda peer, program, home: what(seeded(peer, program, home, found))

    return {
        f"{WRITERS} × {EACH} at once: acknowledged, then lost": on(crowd),
        "killed before each store call: damage / moments": on(
            lambda tool: kills(tool, shim) if shim else "no compiler"
        ),
        f"no room, {len(FREE_KIB)} levels": on(room),
        f"of {len(ACTIVE)} active strings raw on a terminal": on(screen, hostile()),
        "file modes, umask 022": on(modes, []),
    }


NAMES = ("crowd", "kills", "room", "screen", "modes")


def row(peer: Peer, program: tuple[str, ...], wanted: Mapping[str, Check], work: Path) -> list[str]:
    """A line of the table."""
    cells = [f"{peer.label} {version(peer, program, work)}", peer.made_for]
    for number, (title, check) in enumerate(wanted.items()):
        print(f"{peer.label}: {title}", file=sys.stderr)
        cells.append(check(peer, program, work / f"{peer.name}-{number}"))
        print(f"  {cells[-1]}", file=sys.stderr)
    return cells


def version(peer: Peer, program: tuple[str, ...], work: Path) -> str:
    """What it says of itself."""
    done = Tool(peer, program, work).run(["--version"])
    found = VERSION.search(done.stdout + done.stderr)
    return found.group() if found else ""


def markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table as Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, ["---"] * len(headings), *rows))


def circumstances() -> str:
    """When and on what this was."""
    system = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{date.today()}, {system}; {OURSELVES.seeds} entries before (khard, todoman: 300)."


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="make an environment for each peer that is missing")
    parser.add_argument("--python", type=Path, help="a Python that has netlog; otherwise a clean environment is made")
    parser.add_argument("--tool", action="append", help="only this one, repeatable; netlog is one of them")
    parser.add_argument("--check", choices=NAMES, action="append", help="only this one, repeatable")
    parser.add_argument("--cache", type=Path, default=HERE / ".cache", help="folder for environments")
    parser.add_argument("--homes", type=Path, help="folder for what they keep, as /dev/shm to spare the disk")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the table as JSON")
    return parser.parse_args(words)


def programs(asked: argparse.Namespace, cache: Path) -> dict[Peer, tuple[str, ...]]:
    """The programs that are there, after a sentence about each that is not."""
    found = {}
    for peer in PEERS:
        if asked.tool and peer.label not in asked.tool:
            continue
        if program := place(peer, cache, install=asked.install):
            found[peer] = program
        else:
            print(f"{peer.label} is left out: it is not installed (--install would, from PyPI)", file=sys.stderr)
    if not asked.tool or OURSELVES.label in asked.tool:
        python = asked.python.absolute() if asked.python else installed(cache / "netlog", str(ROOT))
        found[OURSELVES] = script(python, OURSELVES.name)
    return found


def main(words: Sequence[str]) -> int:
    """Do everything to every program, print."""
    asked = arguments(words)
    cache = asked.cache.resolve()
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.homes or cache, ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        every = checks(compiled(work))
        wanted = {
            title: check
            for name, (title, check) in zip(NAMES, every.items(), strict=True)
            if name in (asked.check or NAMES)
        }
        rows = [row(peer, program, wanted, work) for peer, program in programs(asked, cache).items()]
    headings = ("program", "made for", *wanted)
    print(markdown(headings, rows), "", circumstances(), sep="\n")
    if asked.json:
        asked.json.write_text(json.dumps([dict(zip(headings, cells, strict=True)) for cells in rows], indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
