"""T6, T7, T8 and T13: many processes at once that write, read, make the journal and copy it."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.faults.disk import ROOT
from tests.faults.tally import Tally
from tests.storage.driving import Desk, derived, files, looking, recomputed

from netlog.domain.retention import USUAL
from netlog.storage.backups import backups_of, is_as_made
from netlog.storage.safekeeping import SqlBackups

Writer = subprocess.Popen[str]


@contextmanager
def writers(path: Path, how_many: int, *, entries: int, person: int = 0, mutant: str = "") -> Iterator[list[Writer]]:
    """Processes that are about to write; each has said that it is ready."""
    with ExitStack() as stack:
        started = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.faults.writing", path, f"w{number}", str(entries), str(person)],
                    cwd=ROOT,
                    env={**os.environ, "NETLOG_MUTANT": mutant},
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for number in range(how_many)
        ]
        assert [line(writer) for writer in started] == ["ready\n"] * how_many
        yield started


def line(writer: Writer) -> str:
    """The next line it says."""
    assert writer.stdout
    return writer.stdout.readline()


def begin(writer: Writer) -> None:
    """Let it write."""
    assert writer.stdin
    writer.stdin.write("\n")
    writer.stdin.flush()


def acknowledged(texts: Iterator[str] | Sequence[str]) -> dict[int, str]:
    """Numbers and words of the entries in what was said; a line that was cut short says nothing."""
    lines = [each for text in texts for each in text.splitlines(keepends=True) if each.endswith("\n")]
    told = [each.rstrip("\n").split(" ", 2) for each in lines]
    return {int(number): words for number, _, words in told}


def longest(texts: Sequence[str]) -> float:
    """The longest that anybody waited for one entry, in seconds."""
    return max((float(each.split(" ", 2)[1]) for text in texts for each in text.splitlines()), default=0.0)


def stored(path: Path) -> dict[int, str]:
    """Every entry with its words."""
    with looking(path) as connection:
        return dict(connection.execute("SELECT id, text FROM interaction"))


def finished(started: Sequence[Writer], tally: Tally) -> dict[int, str]:
    """Let all write to the end; what they said was stored, and every complaint."""
    for writer in started:
        begin(writer)
    said = [writer.communicate() for writer in started]
    for writer, (_, errors) in zip(started, said, strict=True):
        if writer.returncode or errors:
            tally.lose(f"a writer failed: {(errors.splitlines() or ['?'])[-1]}")
    tally.notes["longest wait"] = f"{longest([out for out, _ in said]):.2f} s"
    return acknowledged([out for out, _ in said])


def hold(desk: Desk, said: Mapping[int, str], tally: Tally) -> None:
    """Whatever was acknowledged is there, nothing else, and what follows from it is right."""
    tally.acknowledged += len(said)
    try:
        found = stored(desk.path)
    except sqlite3.Error as problem:
        tally.lost += len(said)
        tally.wrong.append(f"the journal cannot be read: {problem}")
        return
    missing = {number for number, words in said.items() if found.get(number) != words}
    if missing or len(found) != len(said):
        tally.lost += len(missing)
        tally.wrong.append(f"{len(missing)} entries lost, {len(found) - len(said)} too many")
    if sorted(int(words.rpartition(" ")[2]) for words in found.values()) != list(range(len(found))):
        tally.damage("two writers counted the same entries", desk.path.parent)
    with looking(desk.path) as connection:
        is_exact = derived(connection) == recomputed(desk.path, desk.reckoning)
        if not is_exact or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            tally.damage("what is derived does not follow from the log, or pages are damaged", desk.path.parent)


def at_once(folder: Path, how_many: int, entries: int, *, mutant: str = "") -> Tally:
    """T6: writers at once, while somebody reads; every state is whole, and nothing is lost."""
    tally, desk, seen = Tally(), Desk(folder / "journal.db"), [0]
    person = desk.add("giulia")
    with tally.timed(), writers(desk.path, how_many, entries=entries, person=person, mutant=mutant) as started:
        reading = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.reading", desk.path, str(person)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        with reading:
            said = finished(started, tally)
            seen = [int(each) for each in reading.communicate("\n")[0].split()]
    if seen != sorted(seen):
        tally.damage("a reader saw the journal go back")
    tally.done, tally.notes["reads"] = len(said), len(seen)
    if len(said) != how_many * entries:
        tally.lose(f"{how_many * entries - len(said)} were not stored")
    hold(desk, said, tally)
    return tally


def by_the_command_line(folder: Path, processes: int, commands: int) -> Tally:
    """T7: netlog as a shell starts it, each command a process of its own, many at once."""
    tally, desk = Tally(), Desk(folder / "journal.db")
    desk.add("giulia")
    environ = {**os.environ, "NETLOG_DB": str(desk.path), "NETLOG_CONFIG": str(folder / "config.toml")}
    with tally.timed():
        for turn in range(commands):
            words = [f"note {number} of {turn}" for number in range(processes)]
            running = [
                subprocess.Popen(
                    [sys.executable, "-m", "netlog", "log", "giulia", "coffee", each],
                    env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                )
                for each in words
            ]  # fmt: skip
            for process in running:
                _, errors = process.communicate()
                tally.done += 1
                if process.returncode or errors:
                    tally.lose(f"a command failed: {errors}")
    found = stored(desk.path)
    tally.acknowledged = tally.done
    wanted = {f"note {number} of {turn}" for turn in range(commands) for number in range(processes)}
    if gone := {each for each in wanted if not any(each in text for text in found.values())}:
        tally.lose(f"gone: {sorted(gone)[:3]}")
    if len(found) != len(wanted):
        tally.lose(f"{len(found)} entries of {len(wanted)}")
    return tally


def races(folder: Path, how_many: int, attempts: int, *, mutant: str = "") -> Tally:
    """T8: processes that all find no journal and make it."""
    tally = Tally()
    for attempt in range(attempts):
        desk = Desk(folder / f"new-{attempt}" / "folder" / "journal.db")
        with tally.timed(), writers(desk.path, how_many, entries=1, mutant=mutant) as started:
            said = finished(started, tally)
        tally.done += how_many
        if len(said) != how_many:
            tally.lose(f"{how_many - len(said)} of {how_many} were not stored")
        if desk.path.exists():
            hold(desk, said, tally)
            if left := set(files(desk.path.parent)) - {"journal.db", "journal.db.lock"}:
                tally.damage(f"left behind: {left}")
    return tally


def copies(folder: Path, how_many: int) -> Tally:
    """T13: backups made while others write: each is whole, for its owner alone, and as its manifest says."""
    tally, desk = Tally(), Desk(folder / "journal.db")
    person = desk.add("giulia")
    with tally.timed(), writers(desk.path, 2, entries=0, person=person) as started:
        for writer in started:
            begin(writer)
        safe = SqlBackups(desk.path, desk.clock, USUAL, wait=30)
        while tally.done < how_many:
            made = safe.make()
            tally.done += made.is_new
            examine(Path(made.path), tally)
            time.sleep(0.01)
        for writer in started:
            writer.kill()
        said = acknowledged([writer.communicate()[0] for writer in started])
    missing = {number for number, words in said.items() if stored(desk.path).get(number) != words}
    tally.acknowledged, tally.lost = len(said), len(missing)
    return tally


def examine(copy: Path, tally: Tally) -> None:
    """Hold a copy to what a copy must be: whole, for its owner alone, and the manifest's own."""
    with looking(copy) as connection:
        is_whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    backup = backups_of(copy.parent.with_name("journal.db"))[-1]
    journal = copy.parent.with_name("journal.db")
    if not is_whole or backup.name != copy.name or not is_as_made(journal, backup) or copy.stat().st_mode & 0o077:
        tally.damage(f"{copy.name} is not whole, not as made, or not private")
