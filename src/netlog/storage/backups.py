"""Copies of the journal beside it: each whole and verified before it has a name, listed in a manifest, and rotated."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from netlog.clock import utc_text
from netlog.domain.retention import ASKED, USUAL, Kept, superfluous
from netlog.domain.views_health import Backup
from netlog.errors import StorageProblem
from netlog.storage.connect import BACKUPS, WAIT_SECONDS, address, lock_path, opened, tighten, translated
from netlog.storage.lock import locked

FOLDER, MANIFEST, UNFINISHED = BACKUPS, "manifest.jsonl", ".tmp-"
OLDEST = 1
COUNTED = ("person", "interaction", "participant", "inbox", "operation")
"""What every layout has: a copy and a new layout keep every row of these."""


class Made(NamedTuple):
    """A copy, whether it is a new one, and those that went because of it."""

    path: Path
    backup: Backup
    is_new: bool
    dropped: tuple[str, ...]


def before(path: Path, command: str, *, today: date, kept: Kept = USUAL, wait: float = WAIT_SECONDS) -> Path | None:
    """Keep a copy before a command that changes much, and say where; None when there is no journal yet.

    Raises StorageProblem when there can be no verified copy: the command must not go on.
    """
    if not path.exists():
        return None
    with translated(path), closing(opened_whole(path, wait=wait)) as connection:
        return back_up(connection, path, f"before {command}", today=today, kept=kept, wait=wait).path


def opened_whole(path: Path, *, wait: float) -> sqlite3.Connection:
    """A read-only connection to a journal of any layout, once what a killed writer left is rolled back."""
    settle(path, wait=wait)
    return opened(path, "ro", wait=wait, oldest=OLDEST)


def settle(path: Path, *, wait: float) -> None:
    """Let SQLite roll back what a killed writer left half-written, so that the journal is one file again."""
    try:
        opened(path, "ro", wait=wait, oldest=OLDEST).close()
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
            raise
        with locked(lock_path(path), wait=wait):
            tighten(path)
            opened(path, "rw", wait=wait, oldest=OLDEST).close()


def back_up(
    connection: sqlite3.Connection, path: Path, why: str, *, today: date, kept: Kept, wait: float = WAIT_SECONDS
) -> Made:
    """Keep a verified copy of the journal at `path` that the connection reads, then drop what need not stay."""
    folder = path.with_name(FOLDER)
    os.umask(0o077)
    with translated(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        with locked(lock_path(folder / MANIFEST), wait=wait), unfinished_in(folder) as unfinished:
            backup = Backup("", utc_text(datetime.now(UTC)), today, why, *copied(connection, unfinished))
            if same := same_as(backup, path):
                return Made(folder / same.name, same, is_new=False, dropped=())
            backup = backup._replace(name=free_name(folder, path, why, today))
            note(folder, path, backup)
            unfinished.replace(folder / backup.name)
            dropped = superfluous(backups_of(path), kept)
            for old in dropped:
                (folder / old.name).unlink(missing_ok=True)
            sync(folder)
            return Made(folder / backup.name, backup, is_new=True, dropped=tuple(old.name for old in dropped))


@contextmanager
def unfinished_in(folder: Path) -> Iterator[Path]:
    """A name for a copy that is not whole yet; what killed processes left under such names goes."""
    for leftover in folder.glob(f"{UNFINISHED}*"):
        leftover.unlink(missing_ok=True)
    unfinished = folder / f"{UNFINISHED}{os.getpid()}"
    try:
        yield unfinished
    finally:
        with suppress(OSError):  # what became of the copy is told, not this
            unfinished.unlink(missing_ok=True)


class Facts(NamedTuple):
    """What a verified copy is."""

    layout: int
    bytes: int
    people: int
    entries: int
    sha256: str


def copied(connection: sqlite3.Connection, target: Path) -> Facts:
    """Copy what the connection sees at one moment into a new file of its owner's alone, and verify the copy."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(address(target, "rw"), uri=True, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # a copy that a crash leaves half-written has no name yet
        with snapshot(connection):
            counted = counts(connection)
            connection.backup(copy)
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        is_whole = found == "ok" and counts(copy) == counted
        layout = copy.execute("PRAGMA user_version").fetchone()[0]
    if not is_whole:
        raise StorageProblem(
            f"the journal is damaged, its copy too: {found}",
            code="damaged",
            hint="netlog doctor says more, netlog restore brings back an older copy; the journal was left as it is",
        )
    flush(target)
    return Facts(layout, target.stat().st_size, counted[0], counted[1], digest(target))


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """One moment of the journal: nobody's change comes between two looks at it."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


def counts(connection: sqlite3.Connection) -> list[int]:
    """How many rows the tables have of which none may be lost."""
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED]


def digest(path: Path) -> str:
    """The SHA-256 of a file to which no connection of this process is open."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def same_as(backup: Backup, path: Path) -> Backup | None:
    """The newest copy if it was made for the same reason, has the same content, and is as it was made."""
    newest = next(reversed(backups_of(path)), None)
    if newest is None or (newest.why, newest.sha256) != (backup.why, backup.sha256):
        return None
    return newest if is_as_made(path, newest) else None


def is_as_made(path: Path, backup: Backup) -> bool:
    """Whether the copy's file is, byte for byte, the one that was verified."""
    return digest(path.with_name(FOLDER) / backup.name) == backup.sha256


def free_name(folder: Path, path: Path, why: str, today: date) -> str:
    """The journal's name with the reason and the day, numbered where it is taken or once was."""
    taken = {backup.name for _, backup in manifest(folder / MANIFEST)}
    reason = "" if why == ASKED else f"-{why.replace(' ', '-')}"
    for number in count(1):
        name = f"{path.stem}{reason}-{today}{'' if number == 1 else f'-{number}'}{path.suffix}"
        if name not in taken and not (folder / name).exists():
            return name
    raise AssertionError


def backups_of(path: Path) -> list[Backup]:
    """The copies of that journal that the manifest lists and that are there, oldest first."""
    folder = path.with_name(FOLDER)
    listed: dict[str, Backup] = {}
    for journal, backup in manifest(folder / MANIFEST):
        if journal == path.name and (folder / backup.name).is_file():
            listed.pop(backup.name, None)
            listed[backup.name] = backup
    return list(listed.values())


def manifest(path: Path) -> Iterator[tuple[str, Backup]]:
    """What each line says, and of which journal; one that a kill cut short says nothing."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
    for line in lines:
        try:
            content = json.loads(line)
            journal, on = content.pop("journal"), date.fromisoformat(content.pop("on"))
            yield journal, Backup(on=on, **content)
        except (ValueError, TypeError, AttributeError, KeyError):
            continue


def note(folder: Path, path: Path, backup: Backup) -> None:
    """Add a line to the manifest, which is only ever added to."""
    line = json.dumps({"journal": path.name, **backup._asdict(), "on": backup.on.isoformat()})
    descriptor = os.open(folder / MANIFEST, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab+") as file:
        file.write(f"\n{line}\n".encode() if is_cut_short(file.fileno()) else f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def is_cut_short(descriptor: int) -> bool:
    """Whether the last line of the file has no end."""
    size = os.fstat(descriptor).st_size
    if not size:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def flush(path: Path) -> None:
    """Put a file's content on stable storage."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Put the names in a folder on stable storage, where the system lets a program do that."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
