"""The one way to open the store: settings, lock, modes, and what is refused."""

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.errors import StorageProblem
from netlog.storage.lock import locked
from netlog.storage.statements import SCHEMA

APPLICATION_ID = 0x6E6C6F67
"""Written into every journal, so that no other database is taken for one."""

SCHEMA_NUMBER = 5
REVISION = "0005"
"""The schema this program writes: its number in the file and its name among the migrations."""

VERSION_TABLE = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""
"""As Alembic makes it."""

BACKUPS = "backups"
"""The folder beside the journal."""

WAIT_SECONDS = 30.0
LONGEST_VALUE = 8 * 1024 * 1024

SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = EXTRA",
)
"""Why each: docs/explanation/trust.md."""


class Behind(StorageProblem):
    """The store was written by an older netlog and must be brought up to date first."""

    def __init__(self, path: Path, number: int) -> None:
        super().__init__(f"{path} has an older layout ({number})", code="behind")
        self.path = path


def opened_to_read(path: Path, *, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """A read-only connection; an absent journal reads as an empty one.

    What a killed process left half-written is rolled back first, which only a connection that may write can do.
    """
    with translated(path):
        if is_absent(path):
            return empty()
        try:
            return opened(path, "ro", wait=wait)
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
                raise
        opened_to_write(path, wait=wait).close()
        return opened(path, "ro", wait=wait)


@contextmanager
def writing(path: Path, *, wait: float = WAIT_SECONDS) -> Iterator[sqlite3.Connection]:
    """A connection inside one transaction, committed at the end or rolled back whole."""
    os.umask(0o077)
    with translated(path):
        make_folder(path.parent)
        with locked(lock_path(path), wait=wait):
            if is_absent(path):
                create(path)
            connection = opened_to_write(path, wait=wait)
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("PRAGMA defer_foreign_keys = ON")
                yield connection
                connection.commit()
            finally:
                connection.close()


def lock_path(path: Path) -> Path:
    """The file whose lock stands for the right to write the journal."""
    return path.with_name(path.name + ".lock")


def opened_to_write(path: Path, *, wait: float) -> sqlite3.Connection:
    """A connection that can change an existing journal, outside any transaction."""
    tighten(path)
    return opened(path, "rw", wait=wait)


def opened(path: Path, mode: str, *, wait: float, oldest: int = SCHEMA_NUMBER) -> sqlite3.Connection:
    """A connection to an existing journal whose layout is at least the `oldest`, outside any transaction."""
    connection = sqlite3.connect(address(path, mode), uri=True, timeout=wait, isolation_level=None)
    try:
        configure(connection)
        check(connection, path, oldest=oldest)
        if mode == "rw" and connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
            connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        raise
    return connection


def address(path: Path, mode: str) -> str:
    """The path as SQLite's URI; see its page on URI filenames for what must be escaped."""
    escaped = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{escaped}?mode={mode}"


def configure(connection: sqlite3.Connection) -> None:
    """The settings every connection has."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for setting in SETTINGS:
        connection.execute(setting)


def check(connection: sqlite3.Connection, path: Path, *, oldest: int) -> None:
    """Refuse what is not a journal, or not one this program understands."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise StorageProblem(
            f"{path} is a database, but not a netlog journal",
            code="not_a_journal",
            hint="point NETLOG_DB or --db at another file",
        )
    if number > SCHEMA_NUMBER:
        raise StorageProblem(
            f"{path} was written by a newer netlog (layout {number}, this one knows {SCHEMA_NUMBER})",
            code="newer_store",
            hint="upgrade netlog; the journal was not touched",
        )
    if number < oldest:
        raise Behind(path, number)


def is_absent(path: Path) -> bool:
    """Whether there is no journal yet; anything there that cannot be one is refused, and so is its being gone."""
    try:
        status = path.stat()
    except FileNotFoundError:
        if copies_of(path):
            raise StorageProblem(
                f"{path} is gone, but there are backups of it",
                code="missing",
                hint="netlog restore brings back the newest; to begin a new journal move the folder backups away",
            ) from None
        return True
    if stat.S_ISDIR(status.st_mode):
        raise StorageProblem(
            f"{path} is a folder, not a journal",
            code="not_a_journal",
            hint="point NETLOG_DB or --db at a file inside it",
        )
    if status.st_size == 0:
        raise StorageProblem(
            f"{path} is empty: its content was lost, or another program made it",
            code="empty_store",
            hint="netlog restore brings back a backup; or remove the empty file to begin a new journal",
        )
    return False


def copies_of(path: Path) -> list[Path]:
    """What lies among the backups under the journal's name."""
    folder = path.with_name(BACKUPS)
    beside = sorted(folder.iterdir()) if folder.is_dir() else ()
    return [each for each in beside if each.name.startswith(f"{path.stem}-") and each.suffix == path.suffix]


def empty() -> sqlite3.Connection:
    """A journal in memory with nothing in it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay_out(connection)
    return connection


def create(path: Path) -> None:
    """A fresh journal, complete before it gets its name, so that a kill leaves none or a whole one."""
    unfinished = path.with_name(f"{path.name}.new")
    for leftover in (unfinished, path.with_name(f"{unfinished.name}-journal")):
        leftover.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished, isolation_level=None)
    try:
        for setting in SETTINGS:
            connection.execute(setting)
        connection.execute("BEGIN IMMEDIATE")
        lay_out(connection)
        connection.commit()
    finally:
        connection.close()
    unfinished.replace(path)


def lay_out(connection: sqlite3.Connection) -> None:
    """Create every table and stamp the layout."""
    for statement in SCHEMA:
        connection.execute(statement)
    connection.execute(VERSION_TABLE)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER}")


def make_folder(folder: Path) -> None:
    """Create the journal's folder for its owner alone; one that is there keeps its mode."""
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)


def tighten(path: Path) -> None:
    """Take the journal away from other users of this machine; one made read-only stays so."""
    if os.name == "posix" and (mode := path.stat().st_mode) & 0o077:
        path.chmod(mode & 0o600)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the driver and the system raise into this program's own errors."""
    try:
        yield
    except sqlite3.Error as problem:
        raise storage_problem(problem, path) from problem
    except UnicodeDecodeError as problem:  # the driver, at a text or a message that damage has made unreadable
        slug, message, hint = PROBLEMS["SQLITE_CORRUPT"]
        raise StorageProblem(message.format(path=path), code=slug, hint=hint) from problem
    except OSError as problem:
        raise system_problem(problem, path) from problem


PROBLEMS = {
    "SQLITE_BUSY": ("locked", "{path} is in use by another program", "try again; nothing was changed"),
    "SQLITE_LOCKED": ("locked", "{path} is in use by another program", "try again; nothing was changed"),
    "SQLITE_FULL": ("full", "the disk is full", "make room and try again; nothing was changed"),
    "SQLITE_READONLY": ("read_only", "{path} is read-only", "reading works; to write, make it writable"),
    "SQLITE_CANTOPEN": ("unusable_store", "cannot open {path}", "check the folder and its permissions"),
    "SQLITE_NOTADB": ("not_a_journal", "{path} is not a netlog journal", "point NETLOG_DB elsewhere"),
    "SQLITE_CORRUPT": (
        "damaged",
        "{path} is damaged",
        "netlog doctor says more, netlog restore brings back a backup; nothing was changed",
    ),
    "SQLITE_IOERR_DIR_FSYNC": (
        "commit_unknown",
        "the disk did not confirm the change, which may or may not be stored",
        "netlog history tells; look after the disk first",
    ),
    "SQLITE_IOERR": ("io", "the disk did not read or write {path}", "check the disk, then try again"),
    "SQLITE_TOOBIG": ("too_big", "that text is too long to store", "keep it under a million characters"),
    "SQLITE_INTERRUPT": ("interrupted", "the query took too long", "narrow it"),
}


UNCONFIRMED = PROBLEMS["SQLITE_IOERR_DIR_FSYNC"]
"""What was written stands, but a power cut may yet take it back: the names in the folder could not be synced."""

REFUSALS = {
    errno.ENOSPC: "SQLITE_FULL",
    errno.EDQUOT: "SQLITE_FULL",
    errno.EROFS: "SQLITE_READONLY",
    errno.EIO: "SQLITE_IOERR",
}
"""What the system refuses as it refuses SQLite."""


def system_problem(problem: OSError, path: Path) -> StorageProblem:
    """The plain sentence for what the system refused."""
    if same := REFUSALS.get(problem.errno or 0):
        slug, message, hint = PROBLEMS[same]
        return StorageProblem(message.format(path=path), code=slug, hint=hint)
    return StorageProblem(
        f"cannot use {path}: {problem.strerror or problem}",
        code="unusable_store",
        hint="check the folder and its permissions, or point NETLOG_DB elsewhere",
    )


def storage_problem(problem: sqlite3.Error, path: Path | str) -> StorageProblem:
    """The plain sentence for a driver's error; unknown ones keep the driver's words."""
    name = getattr(problem, "sqlite_errorname", "") or ""
    base = "_".join(name.split("_")[:2])
    other = ("storage", f"the store refused: {problem}", "nothing was changed")
    slug, message, hint = PROBLEMS.get(name) or PROBLEMS.get(base, other)
    return StorageProblem(message.format(path=path), code=slug, hint=hint)
