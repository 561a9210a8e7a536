"""Bringing a journal of an older layout up to date: a verified copy first, then one transaction."""

import filecmp
import os
import sqlite3
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from netlog.errors import StorageProblem
from netlog.storage.connect import SCHEMA_NUMBER, WAIT_SECONDS, lock_path, opened, tighten, translated
from netlog.storage.derive import rebuild
from netlog.storage.lock import locked
from netlog.storage.ties import Reckoning

OLDEST = 1
COUNTED = ("person", "interaction", "participant", "inbox", "operation")
"""A new layout keeps every row of these."""


def upgrade(path: Path, reckoning: Reckoning, *, wait: float = WAIT_SECONDS) -> None:
    """Bring the journal to the present layout, or leave it as it was and raise StorageProblem."""
    os.umask(0o077)
    with translated(path), locked(lock_path(path), wait=wait):
        tighten(path)
        with closing(opened(path, "rw", wait=wait, oldest=OLDEST)) as connection:
            number = connection.execute("PRAGMA user_version").fetchone()[0]
            if number < SCHEMA_NUMBER:
                day = date.fromordinal(reckoning.today)
                back_up(connection, path.with_name("backups"), f"{path.stem}-layout-{number}-{day}{path.suffix}")
                migrate(connection, reckoning)


def migrate(connection: sqlite3.Connection, reckoning: Reckoning) -> None:
    """Run every revision that is missing and derive what follows, all in one transaction."""
    # A revision that makes a table anew drops the old one while others refer to it.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    before = counts(connection)
    run_revisions(connection)
    connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER}")
    rebuild(connection, reckoning)
    if counts(connection) != before or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise StorageProblem(
            "the new layout would lose something",
            code="migration",
            hint="nothing was changed; please report this",
        )
    connection.commit()


def run_revisions(connection: sqlite3.Connection) -> None:
    """Alembic's upgrade to the newest revision, on a connection whose transaction stays open."""
    try:
        command.upgrade(alembic_on(connection), "head")
    except CommandError as problem:
        raise StorageProblem(
            f"the journal's layout is unknown: {problem}", code="migration", hint="nothing was changed"
        ) from problem


def alembic_on(connection: sqlite3.Connection) -> Config:
    """Alembic's configuration for the revisions of this package and that connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "netlog.storage:migrations")
    return config


def counts(connection: sqlite3.Connection) -> list[int]:
    """How many rows the tables have that a new layout must not lose any of."""
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED]


def back_up(connection: sqlite3.Connection, folder: Path, name: str) -> None:
    """Copy the journal under that name, once SQLite has found the copy whole."""
    folder.mkdir(mode=0o700, exist_ok=True)
    unfinished = folder / f".{name}"
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
        connection.backup(copy)
        found = copy.execute("PRAGMA quick_check").fetchone()[0]
        is_whole = found == "ok" and counts(copy) == counts(connection)
    if not is_whole:
        raise StorageProblem(
            f"the journal is damaged, its copy too: {found}",
            code="damaged",
            hint="restore a copy; the journal was left as it is",
        )
    keep(unfinished, folder / name)
    sync(folder)


def keep(unfinished: Path, wanted: Path) -> None:
    """Give a finished copy its name, or a numbered one; it goes if the same copy is there already."""
    for number in count(1):
        named = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        if not named.exists():
            unfinished.replace(named)
            return
        if filecmp.cmp(unfinished, named, shallow=False):
            unfinished.unlink()
            return


def sync(folder: Path) -> None:
    """Put the names in a folder on stable storage, where the system lets a program do that."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
