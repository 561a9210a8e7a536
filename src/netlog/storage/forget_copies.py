"""Clearing netlog's own copies of the journal of people who are forgotten: backups, and what restore set aside.

A copy is cleared in a copy of its own, which then takes its place, so that a kill leaves it as before or as after.
"""

import os
import shutil
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

from netlog.clock import Clock
from netlog.domain.views_dupes import Copy
from netlog.errors import StorageProblem
from netlog.storage.backups import (
    FOLDER,
    MANIFEST,
    OLDEST,
    backups_of,
    counts,
    digest,
    flush,
    note,
    sync,
    unfinished_in,
)
from netlog.storage.connect import SCHEMA_NUMBER, address, lock_path, opened, translated
from netlog.storage.forget import SqlForgetting, compact
from netlog.storage.lock import locked
from netlog.storage.migrate import migrate
from netlog.storage.own_copies import CLEAN, ERASED, HOLDS, REMOVED, UNREADABLE, copies, holds
from netlog.storage.ties import Reckoning


def clear(path: Path, digests: Collection[str], clock: Clock, reckoning: Reckoning, *, wait: float) -> tuple[Copy, ...]:
    """Erase these people from every copy that holds them, and remove the copies that cannot be read."""
    folder, cleared = path.with_name(FOLDER), list[Copy]()
    if all(copy.state == CLEAN for copy in copies(path, digests, wait=wait)):
        return copies(path, digests, wait=wait)
    os.umask(0o077)
    folder.mkdir(mode=0o700, exist_ok=True)
    with translated(path), locked(lock_path(folder / MANIFEST), wait=wait):
        for copy, state in copies(path, digests, wait=wait):
            if state == HOLDS:
                clear_one(path, path.parent / copy, digests, clock, reckoning, wait=wait)
            elif state == UNREADABLE:
                remove(path.parent / copy)
            cleared.append(Copy(copy, {HOLDS: ERASED, UNREADABLE: REMOVED}.get(state, state)))
    return tuple(cleared)


def clear_one(
    path: Path, copy: Path, digests: Collection[str], clock: Clock, reckoning: Reckoning, *, wait: float
) -> None:
    """Let the copy without these people take the place of the copy with them; an older layout is brought up to date."""
    folder = path.with_name(FOLDER)
    with unfinished_in(folder) as unfinished:
        shutil.copy(copy, unfinished)
        bring_up(unfinished, reckoning, wait=wait)
        with SqlForgetting(unfinished, clock, reckoning, wait=wait) as erasing:
            erasing.forget(digests)
        compact(unfinished, wait=wait)
        lock_path(unfinished).unlink(missing_ok=True)
        refuse_unsound(unfinished, digests, wait=wait)
        flush(unfinished)
        list_anew(path, copy, unfinished)
        unfinished.replace(copy)
        sync(copy.parent)


def bring_up(copy: Path, reckoning: Reckoning, *, wait: float) -> None:
    """Give a copy the present layout."""
    copy.chmod(0o600)
    with closing(opened(copy, "rw", wait=wait, oldest=OLDEST)) as connection:
        if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_NUMBER:
            migrate(connection, reckoning)


def refuse_unsound(copy: Path, digests: Collection[str], *, wait: float) -> None:
    """Raise StorageProblem when a cleared copy is not whole, or not clear."""
    with closing(opened(copy, "ro", wait=wait)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok" or holds(connection, digests):
            raise StorageProblem(
                f"{copy.name} could not be cleared: {found}", code="damaged", hint="remove that copy by hand"
            )


def list_anew(path: Path, copy: Path, cleared: Path) -> None:
    """Put what the cleared copy is into the manifest, where that listed it before."""
    known = {backup.name: backup for backup in backups_of(path)}
    if copy.parent != path.with_name(FOLDER) or copy.name not in known:
        return
    with closing(sqlite3.connect(address(cleared, "ro"), uri=True)) as connection:
        people, entries, *_ = counts(connection)
    anew = known[copy.name]._replace(
        layout=SCHEMA_NUMBER, bytes=cleared.stat().st_size, people=people, entries=entries, sha256=digest(cleared)
    )
    note(copy.parent, path, anew)


def remove(copy: Path) -> None:
    """Remove a copy that cannot be read, with what SQLite left beside it."""
    for file in (copy, *(copy.with_name(copy.name + side) for side in ("-journal", "-wal", "-shm"))):
        with suppress(FileNotFoundError):
            file.unlink()
