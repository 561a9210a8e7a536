"""Putting a copy in the journal's place: verified first, as a file of our own, and the journal that was there stays."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple

from netlog.clock import Clock
from netlog.domain.views_health import Extent, Restored
from netlog.errors import Conflict, NetlogError, NotFound, StorageProblem
from netlog.storage.backups import FOLDER, OLDEST, backups_of, copied, digest, flush, opened_whole, sync
from netlog.storage.connect import (
    SCHEMA_NUMBER,
    UNCONFIRMED,
    address,
    empty,
    is_absent,
    lock_path,
    make_folder,
    opened,
    translated,
)
from netlog.storage.lock import locked
from netlog.storage.verify import is_searchable

UNFINISHED = ".restoring"
SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may have left beside a journal; they belong to it and to no other."""

ADDED = re.compile("sqlite_|passage_search_")
"""Tables and indexes that SQLite and its search index make for themselves."""

LATER = "it has an older layout; the next command brings it up to date"
ANEW = "its search index was made anew"

LISTED = 5
"""Lost changes that are told one by one."""


class Source(NamedTuple):
    """A copy to be put back: what it is called, where it is, and the hash it must have, where one is known."""

    name: str
    file: Path
    sha256: str | None


class Candidate(NamedTuple):
    """A verified copy that waits beside the journal; `was` is what it would replace, if that can be read."""

    source: str
    file: Path
    was: Extent | None
    now: Extent
    notes: tuple[str, ...]


@contextmanager
def verified(path: Path, wanted: str | None, *, wait: float) -> Iterator[Candidate]:
    """The copy of that name or file, or the newest one that is sound, ready to take the journal's place.

    Raises NotFound or StorageProblem; the journal itself need not be there, or be readable.
    """
    os.umask(0o077)
    with translated(path):
        make_folder(path.parent)
        unfinished = path.with_name(f"{path.name}{UNFINISHED}-{os.getpid()}")
        try:
            source, notes = first_sound(sources(path, wanted), unfinished, is_only=wanted is not None, wait=wait)
            with closing(opened(unfinished, "ro", wait=wait, oldest=OLDEST)) as copy:
                was, now = extent_of(path, wait=wait), extent(copy)
                missing = () if was or not os.path.lexists(path) else (lost(path, copy, wait=wait),)
            yield Candidate(source, unfinished, was, now, (*notes, *missing))
        finally:
            with suppress(OSError):  # what became of the restoring is told, not this
                unfinished.unlink(missing_ok=True)


def sources(path: Path, wanted: str | None) -> list[Source]:
    """Where to look: the backup or file that was asked for, else every backup, the newest first."""
    folder, known = path.with_name(FOLDER), backups_of(path)
    if wanted is None:
        found = [Source(backup.name, folder / backup.name, backup.sha256) for backup in reversed(known)]
        if not found:
            raise NotFound("backup", path.name, hint="netlog restore FILE takes a copy from elsewhere")
        return found
    file = folder / wanted if Path(wanted).name == wanted and (folder / wanted).exists() else Path(wanted)
    if not file.exists():
        raise NotFound("backup or file", wanted, hint="netlog backup --list shows what there is")
    if path.exists() and file.samefile(path):
        raise Conflict(f"{path.name} is the journal itself", hint="netlog backup --list shows what there is")
    hashes = {backup.name: backup.sha256 for backup in known if file.samefile(folder / backup.name)}
    return [Source(file.name, file, next(iter(hashes.values()), None))]


def first_sound(found: Iterable[Source], target: Path, *, is_only: bool, wait: float) -> tuple[str, tuple[str, ...]]:
    """Copy the first that is sound to the target: its name, and what is to be said; raises what the last one does."""
    problems: list[NetlogError] = []
    for source in found:
        target.unlink(missing_ok=True)
        try:
            notes = copy_verified(source, target, wait=wait)
        except StorageProblem as problem:
            if is_only:
                raise
            problems.append(problem)
        else:
            return source.name, (*(f"passed over: {problem.message}" for problem in problems), *notes)
    raise StorageProblem(
        f"none of the backups is sound: {problems[0].message}",
        code="damaged",
        hint="netlog restore FILE takes a copy from elsewhere",
    )


def copy_verified(source: Source, target: Path, *, wait: float) -> tuple[str, ...]:
    """Copy it to the target and examine the copy, which nobody else can change; what is to be said of it."""
    with translated(source.file):
        if source.sha256 and digest(source.file) != source.sha256:
            raise unsound(source, "it is not what it was when it was made")
        if is_absent(source.file):
            raise unsound(source, "it is gone")
        with closing(opened(source.file, "ro", wait=wait, oldest=OLDEST)) as original:
            refuse_strangers(original, source)
            copied(original, target)
        with closing(sqlite3.connect(address(target, "rw"), uri=True, isolation_level=None)) as copy:
            refuse_strangers(copy, source)
            notes = examine(copy, source)
    flush(target)
    return notes


def examine(copy: sqlite3.Connection, source: Source) -> tuple[str, ...]:
    """Look at every page and every reference, and mend the search index, which follows from the rest."""
    if (found := copy.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
        raise unsound(source, f"it is damaged ({found})")
    if dangling := copy.execute("PRAGMA foreign_key_check").fetchone():
        raise unsound(source, f"rows of {dangling[0]} refer to what is not there")
    number = copy.execute("PRAGMA user_version").fetchone()[0]
    older = (LATER,) if number < SCHEMA_NUMBER else ()
    has_index = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'passage_search'").fetchone()
    if not has_index or is_searchable(copy):
        return older
    copy.execute("INSERT INTO passage_search (passage_search) VALUES ('rebuild')")
    return *older, ANEW


def unsound(source: Source, why: str) -> StorageProblem:
    """The refusal of a copy."""
    return StorageProblem(
        f"{source.name} was not restored: {why}",
        code="damaged",
        hint="netlog backup --list shows what else there is; nothing was changed",
    )


def refuse_strangers(connection: sqlite3.Connection, source: Source) -> None:
    """Refuse a store with triggers, views or modules that netlog did not make: they would run within our commands.

    A store of the present layout must have exactly the tables and indexes of one.
    """
    with closing(empty()) as fresh:
        ours = declared(fresh)
    there = declared(connection)
    is_present = connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_NUMBER
    strangers = there ^ ours if is_present else {each for each in there - ours if not is_passive(each[1])}
    if strangers:
        raise StorageProblem(
            f"{source.name} was not restored: it has tables or triggers that netlog did not make, or lacks some",
            code="not_a_journal",
            hint="nothing of it was run, nothing was changed",
        )


def declared(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Name and text of everything the schema declares but what SQLite adds by itself.

    The text has single spaces, and none of the quotes that renaming a table adds.
    """
    found = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {(name, plain(sql)) for name, sql in found if not (ADDED.match(name) and is_passive(plain(sql)))}


def plain(sql: str) -> str:
    """A declaration in one spelling."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.replace('"', "").split()))


def is_passive(sql: str) -> bool:
    """Whether the declaration is one of those that only hold rows."""
    return not sql or sql.startswith(("CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX "))


def extent_of(path: Path, *, wait: float) -> Extent | None:
    """What the present journal holds; None when there is none, or it cannot be read to its end."""
    with suppress(StorageProblem, sqlite3.Error, OSError, UnicodeDecodeError):
        if not is_absent(path):
            with closing(opened_whole(path, wait=wait)) as connection:
                if connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                    return extent(connection)
    return None


def extent(connection: sqlite3.Connection) -> Extent:
    """How much a journal of any layout holds."""
    numbers = (connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("person", "interaction"))
    first, last = connection.execute("SELECT min(on_day), max(on_day) FROM interaction").fetchone()
    return Extent(*numbers, *(date.fromisoformat(day) if day else None for day in (first, last)))


def lost(path: Path, copy: sqlite3.Connection, *, wait: float) -> str:
    """What the history of a damaged journal still tells of changes the copy lacks, or since when all are lost."""
    kept = {row[0] for row in copy.execute("SELECT uuid FROM operation")}
    newest = copy.execute("SELECT max(at) FROM operation").fetchone()[0] or "it was begun"
    words: list[str] | None = None
    with suppress(StorageProblem, sqlite3.Error, OSError, UnicodeDecodeError):
        with closing(opened(path, "ro", wait=wait, oldest=OLDEST)) as damaged:
            told = damaged.execute("SELECT uuid, words FROM operation ORDER BY id").fetchall()
        words = [each for uuid, each in told if uuid not in kept]
    if words is None:
        return f"whatever was stored after {newest} is lost"
    if not words:
        return "nothing was stored since, as far as the damaged journal still tells"
    return f"lost, as far as the damaged journal still tells: {'; '.join(words[-LISTED:])}{more(words)}"


def more(words: list[str]) -> str:
    """How many are not listed."""
    return f", and {len(words) - LISTED} before" if len(words) > LISTED else ""


def take_place(candidate: Candidate, path: Path, clock: Clock, *, wait: float) -> Restored:
    """Put the verified copy in the journal's place, the former journal keeping every byte under another name."""
    with translated(path), locked(lock_path(path), wait=wait):
        real = Path(os.path.realpath(path))
        replaced = set_aside(real, "damaged" if candidate.was is None else "replaced", clock)
        candidate.file.replace(real)
        confirm(real.parent)
    return Restored(clock.today, candidate.source, replaced, candidate.was, candidate.now, candidate.notes)


def confirm(folder: Path) -> None:
    """Put the new names on stable storage; where the disk refuses that, nobody can know what a power cut leaves."""
    try:
        sync(folder)
    except OSError as problem:
        code, message, hint = UNCONFIRMED
        raise StorageProblem(message, code=code, hint=hint) from problem


def set_aside(real: Path, word: str, clock: Clock) -> str | None:
    """Give the former journal a second name, so that at no moment there is none under its first."""
    if not os.path.lexists(real):  # a link that leads to itself is kept, too
        return None
    stamp = clock.now.strftime("%Y-%m-%d-%H%M%S")
    for number in count(1):
        kept = real.with_name(f"{real.stem}-{word}-{stamp}{'' if number == 1 else f'-{number}'}{real.suffix}")
        if not os.path.lexists(kept):
            break
    for side in SIDE_FILES:
        with suppress(FileNotFoundError):
            real.with_name(real.name + side).replace(kept.with_name(kept.name + side))
    try:
        kept.hardlink_to(real)
    except OSError:  # a file system without second names
        real.replace(kept)
    return kept.name
