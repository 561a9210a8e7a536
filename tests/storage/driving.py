"""Journals on disk, driven the way services drive them, and looked at the way they are stored."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netlog.clock import Clock
from netlog.domain.cadence import Targets
from netlog.rows import NewInteraction, NewPerson
from netlog.storage.appends import SqlAppender
from netlog.storage.connect import opened_to_read
from netlog.storage.derive import rebuild
from netlog.storage.reader import SqlReader
from netlog.storage.ties import Reckoning
from netlog.storage.undo import SqlHistory
from netlog.storage.verify import DERIVED

if TYPE_CHECKING:
    from netlog.storage.records import SqlModelRecords

TODAY = date(2026, 3, 9)
STORED = Path(__file__).parent / "stores"
TRUTH = ("event", "person", "alias", "contact", "topic", "fact", "interaction", "participant", "tag", "inbox")
SINCE_3 = ("pause",)
SINCE_4 = (
    "promise",
    "exchange",
    "introduction",
    "season",
    "mentorship",
    "mentor_goal",
    "agenda_item",
    "mentor_session",
)
HISTORY = ("operation", "change")
Rows = dict[str, list[tuple[Any, ...]]]


def clock_on(day: date) -> Clock:
    """Noon of that day in Greenwich."""
    return Clock(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "Etc/UTC", day)


def reckoning_on(day: date, *, targets: Targets | None = None, stamp: str = "", **more: Any) -> Reckoning:  # noqa: ANN401
    """The default settings, or others under a stamp of their own; `more` are worths and reciprocity."""
    return Reckoning(targets or Targets(), 7, 7, stamp, day.toordinal(), **more)


class Desk:
    """One user at one journal; `day` and `reckoning` may be set to another day."""

    def __init__(self, path: Path, day: date = TODAY, *, wait: float = 5) -> None:
        self.path, self.wait = path, wait
        self.turn_to(day)

    def turn_to(self, day: date, **settings: Any) -> None:  # noqa: ANN401 (those of reckoning_on)
        """Make it that day, perhaps with other settings."""
        self.clock, self.reckoning = clock_on(day), reckoning_on(day, **settings)

    @property
    def day(self) -> date:
        """Today."""
        return self.clock.today

    def appending(self) -> SqlAppender:
        """A transaction that only adds."""
        return SqlAppender(self.path, self.clock, self.reckoning, wait=self.wait)

    def recording(self) -> "SqlModelRecords":
        """A transaction that changes rows; many processes have no use for SQLModel and start faster."""
        from netlog.storage.records import SqlModelRecords

        return SqlModelRecords(self.path, self.clock, self.reckoning, wait=self.wait)

    def reversing(self) -> SqlHistory:
        """A transaction that takes operations back."""
        return SqlHistory(self.path, self.clock, self.reckoning, wait=self.wait)

    @contextmanager
    def reading(self) -> Iterator[SqlReader]:
        """Reads as a command sees them."""
        with closing(opened_to_read(self.path)) as connection:
            reader = SqlReader(connection, self.reckoning)
            reader.freshen()
            yield reader

    def add(self, handle: str, **fields: Any) -> int:  # noqa: ANN401 (those of NewPerson)
        """Add a person in a transaction of their own."""
        with self.appending() as appender:
            number = appender.person(person(handle, self.day)._replace(**fields))
            appender.finish("add", f"added {handle}")
        return number

    def log(self, *people: int, **fields: Any) -> int:  # noqa: ANN401 (those of NewInteraction)
        """Log a contact in a transaction of its own."""
        with self.appending() as appender:
            number = appender.interaction(contact(people, self.clock)._replace(**fields))
            appender.finish("log", "logged a contact")
        return number

    def undo(self, number: int | None = None) -> int:
        """Take an operation back; its number."""
        with self.reversing() as history:
            return history.undo(number).id

    def redo(self, number: int | None = None) -> int:
        """Do an operation again; its number."""
        with self.reversing() as history:
            return history.redo(number).id


def person(handle: str, since_on: date) -> NewPerson:
    """Somebody new."""
    return NewPerson(handle, f"{handle.title()} Rossi", since_on, is_fresh=True)


def contact(people: tuple[int, ...], clock: Clock) -> NewInteraction:
    """A coffee today."""
    return NewInteraction(clock.stamp, clock.zone, clock.today, "coffee", "meet", "mutual", "about pricing", people)


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own, not through the code under test."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def rows(connection: sqlite3.Connection, tables: Mapping[str, str]) -> Rows:
    """Those columns of every row, sorted, by table."""
    return {
        table: sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608
        for table, columns in tables.items()
    }


def truth(path: Path, *more: str) -> Rows:
    """Everything that is true, and what other tables hold."""
    with looking(path) as connection:
        return rows(connection, dict.fromkeys((*TRUTH, *more), "*"))


def derived(connection: sqlite3.Connection) -> Rows:
    """Everything derived, as it is stored or as a reader has freshened it."""
    return rows(connection, DERIVED)


def recomputed(path: Path, reckoning: Reckoning) -> Rows:
    """Everything derived, made anew from the log; the store is left as it was."""
    with looking(path) as connection:
        connection.execute("BEGIN")
        rebuild(connection, reckoning)
        made = derived(connection)
        connection.execute("ROLLBACK")
    return made


def assert_sound(path: Path) -> None:
    """What SQLite itself can check: pages, references, and the full-text index against its passages."""
    with looking(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO passage_search (passage_search) VALUES ('integrity-check')")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by name, with what is in it."""
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def laid_out_as_1(path: Path) -> Path:
    """The stored journal of layout 1, as a file."""
    return laid_out(path, 1)


def laid_out(path: Path, number: int) -> Path:
    """The stored journal of that layout, as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with looking(path) as connection:
        connection.executescript((STORED / f"layout-{number}.sql").read_text(encoding="utf-8"))
    return path


def without_new_columns(now: Rows, before: Rows) -> Rows:
    """The tables as a layout with more columns at their ends has them, those columns left out."""
    widths = {table: len(rows[0]) for table, rows in before.items() if rows}
    return {table: sorted((row[: widths[table]] for row in now[table]), key=repr) for table in widths}
