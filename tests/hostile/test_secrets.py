"""Whatever goes wrong, nothing that is written in the journal stands in the complaint."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from tests.cli.running import Processes, Run
from tests.hostile.scene import WORDS

SECRET = "xq7-divorce-in-may"
SIGNS = ("divorce", "xq7")


@pytest.fixture
def secretive(template: Path, netlog: Run) -> Run:
    """A journal in which every word is a secret but what people are called, which an answer may name."""
    shutil.copytree(template, netlog.home / "data")
    with closing(sqlite3.connect(netlog.path)) as connection, connection:
        for table, columns in WORDS.items():
            for column in columns:
                connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ? || id", (SECRET,))  # noqa: S608
        connection.execute("UPDATE person SET name = 'Person ' || id")
        connection.execute("UPDATE alias SET name = 'Alias ' || id")
    return netlog


def damage(netlog: Run) -> None:
    data = bytearray(netlog.path.read_bytes())
    for page in range(3, len(data) // 4096, 2):
        data[page * 4096 : page * 4096 + 64] = os.urandom(64)
    netlog.path.write_bytes(data)


def cut(netlog: Run) -> None:
    netlog.path.write_bytes(netlog.path.read_bytes()[: 4096 * 20])


def empty(netlog: Run) -> None:
    netlog.path.write_bytes(b"")


def make_newer(netlog: Run) -> None:
    with closing(sqlite3.connect(netlog.path)) as connection, connection:
        connection.execute("PRAGMA user_version = 999")


def drop_a_table(netlog: Run) -> None:
    with closing(sqlite3.connect(netlog.path)) as connection, connection:
        connection.execute("DROP TABLE season")


def break_a_rule(netlog: Run) -> None:
    with closing(sqlite3.connect(netlog.path)) as connection, connection:
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON interaction BEGIN SELECT RAISE(ABORT, 'no'); END")
        connection.execute("CREATE TRIGGER nor BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'no'); END")


def spoil_values(netlog: Run) -> None:
    with closing(sqlite3.connect(netlog.path)) as connection, connection:
        connection.execute("UPDATE interaction SET on_day = ?", (SECRET,))
        connection.execute("UPDATE person SET since_on = ?", (SECRET,))


def fail_inside(netlog: Run) -> None:
    def fails(*_: object, **__: object) -> None:
        raise IntegrityError(f"INSERT {SECRET}", {"text": SECRET}, Exception(SECRET))

    for name in ("reader.SqlReader.listed", "appends.SqlAppender.interaction", "records.SqlModelRecords.finish"):
        netlog.monkeypatch.setattr(f"netlog.storage.{name}", fails)


TROUBLE: tuple[Callable[[Run], None], ...] = (
    *(damage, cut, empty, make_newer, drop_a_table, break_a_rule, spoil_values, fail_inside),
)
LINES = (
    *("people", "show zed", "due", "find a", "history", "stats", "doctor", "export csv", "why zed", "undo"),
    *("log zed coffee", "note zed a", "edit zed --company a", "rm zed", "snooze zed 2w", "promise zed a", "add Zed"),
    *("merge zed zed-t --yes", "forget zed --yes", "backup", "restore --yes", "import /dev/null", "alias zed a"),
)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("trouble", TROUBLE, ids=lambda trouble: trouble.__name__)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
def test_trouble_with_the_journal_does_not_tell_what_is_in_it(
    secretive: Run, trouble: Callable[[Run], None], form: tuple[str, ...]
) -> None:
    sound = secretive.path.read_bytes()
    failed = 0
    for line in LINES:
        secretive.path.write_bytes(sound)
        trouble(secretive)
        result = secretive(*line.split(), *form)
        failed += result.exit_code > 0
        assert not any(sign in result.stderr for sign in SIGNS), (line, result.stderr)
        assert "Traceback" not in result.stderr
    assert failed > 1


def test_a_locked_journal_does_not_tell_what_is_in_it(secretive: Run) -> None:
    secretive.monkeypatch.setattr("netlog.workspace.Workspace.wait", 0.05)
    with closing(sqlite3.connect(secretive.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        results = [secretive(*line.split()) for line in ("people", "log zed coffee", "edit zed --company a", "undo")]

    assert {result.exit_code for result in results} == {6}
    assert not any(sign in result.stderr for result in results for sign in SIGNS)


WRONG = (
    ("show nobody", 3),
    ("show zed-nobody", 3),
    ("undo 99999", 3),
    ("edit 99999 --text a", 3),
    ("keep 99999", 3),
    ("inbox settle 99999 zed", 3),
    ("add Zed --handle", 2),
    ("log zed --on nonsense", 2),
    ("log zed coffee --minutes -4", 2),
    ("edit zed --tier nonsense", 2),
    ("config set nonsense 1", 2),
    ("rename zed Zed --handle edmund", 5),
    ("mentor start edmund --role mentee --every 2w --for 6m", 5),
    ("export csv -o /", 5),
    ("import /nowhere", 2),
    ("restore nonsense", 3),
    ("nonsense", 2),
)


@pytest.mark.parametrize(("line", "code"), WRONG, ids=[line for line, _ in WRONG])
def test_a_wrong_command_is_not_told_what_is_in_the_journal(secretive: Run, line: str, code: int) -> None:
    for form in ((), ("--json",)):
        result = secretive(*line.split(), *form)

        assert result.exit_code == code, result
        assert not any(sign in result.stderr for sign in SIGNS), result.stderr


def test_an_ambiguous_name_tells_names_and_nothing_else(netlog: Run) -> None:
    for name in ("Anna Neri", "Anna Kowalska"):
        netlog.ok("add", name, "--new", "--note", SECRET, "--company", SECRET, "--email", f"{SECRET}@example.org")

    assert not any(sign in netlog("log", "Anna", "tea").stderr for sign in SIGNS)
    assert not any(sign in netlog("log", "Anna", "tea", "--json").stderr for sign in SIGNS)
    assert not any(sign in netlog("add", "Anna Neri").stderr for sign in SIGNS)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_no_file_is_left_that_tells_what_went_wrong(processes: Processes) -> None:
    processes("add", "Giulia", "--note", SECRET)
    data = processes.home / "data" / "netlog"
    before = {path.name for path in data.iterdir()}

    processes.shell(
        "$NETLOG show giulia > /dev/full; $NETLOG log giulia --on never; ulimit -f 0; $NETLOG log giulia tea"
    )

    assert {path.name for path in data.iterdir()} - before <= {"journal.db-journal", "backups"}
    assert not [path for path in processes.home.rglob("*") if path.is_file() and data not in path.parents]


def test_what_goes_wrong_while_tidying_up_is_not_told_either(processes: Processes) -> None:
    processes("add", "Giulia", "--note", SECRET)
    processes("log", "giulia", "tea")
    with closing(sqlite3.connect(processes.home / "data" / "netlog" / "journal.db")) as connection, connection:
        connection.execute("UPDATE interaction SET on_day = ?", (SECRET,))

    for line in ("doctor", "show giulia", "undo", "log giulia coffee"):
        result = processes(*line.split())
        assert result.stderr.count("\n") == (1 if result.exit_code else 0), result
        assert not any(sign in result.stderr for sign in (*SIGNS, "Traceback", "ignored"))
