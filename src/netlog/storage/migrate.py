"""Bringing a journal of an older layout up to date: a verified copy first, then one transaction."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from netlog.domain.retention import USUAL, Kept
from netlog.errors import StorageProblem
from netlog.storage.backups import OLDEST, back_up, counts
from netlog.storage.connect import SCHEMA_NUMBER, WAIT_SECONDS, lock_path, opened, tighten, translated
from netlog.storage.derive import rebuild
from netlog.storage.lock import locked
from netlog.storage.ties import Reckoning


def upgrade(path: Path, reckoning: Reckoning, *, kept: Kept = USUAL, wait: float = WAIT_SECONDS) -> None:
    """Bring the journal to the present layout, or leave it as it was and raise StorageProblem."""
    os.umask(0o077)
    with translated(path), locked(lock_path(path), wait=wait):
        tighten(path)
        with closing(opened(path, "rw", wait=wait, oldest=OLDEST)) as connection:
            number = connection.execute("PRAGMA user_version").fetchone()[0]
            if number < SCHEMA_NUMBER:
                day = date.fromordinal(reckoning.today)
                back_up(connection, path, f"layout {number}", today=day, kept=kept, wait=wait)
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
