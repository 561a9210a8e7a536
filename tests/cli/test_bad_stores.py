"""A store that is not one, or cannot be used now, is refused with code 6 and left exactly as it was."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.running import Run

from netlog.workspace import Workspace

COMMANDS = ("due", "people", "show giulia", "add Zed", "log giulia coffee", "undo", "rm giulia")


def a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def a_text(path: Path) -> None:
    path.write_text("dear diary, " * 1000)


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")


def a_newer_journal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0x6E6C6F67")
        connection.execute("PRAGMA user_version = 9999")


def a_cut_journal(path: Path) -> None:
    another_database(path)
    data = path.read_bytes()
    path.write_bytes(data[:70] + b"\x00" * 10)


STORES: tuple[tuple[Callable[[Path], None], str, str], ...] = (
    (a_folder, "not_a_journal", "is a folder, not a journal"),
    (nothing, "empty_store", "is empty: its content was lost"),
    (a_text, "not_a_journal", "is not a netlog journal"),
    (another_database, "not_a_journal", "is a database, but not a netlog journal"),
    (a_newer_journal, "newer_store", "was written by a newer netlog"),
    (a_cut_journal, "damaged", "is damaged"),
)


@pytest.fixture
def used(netlog: Run) -> Run:
    """A journal with one person in it."""
    netlog.ok("add", "Giulia Rossi", "--on", "2026-10-01")
    return netlog


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "wait", 0.0)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("made", "code", "message"), STORES)
def test_what_is_no_journal_is_refused_and_left_alone(
    netlog: Run, made: Callable[[Path], None], code: str, message: str, command: str
) -> None:
    netlog.path.parent.mkdir(parents=True)
    made(netlog.path)
    before = netlog.stored()

    refused = netlog(*command.split(), "--json")

    assert (refused.exit_code, refused.stdout) == (6, "")
    assert refused.error()["code"] == code
    assert message in refused.error()["message"]
    assert netlog.stored() == before


def test_the_refusal_is_one_line_that_says_what_to_do(netlog: Run) -> None:
    netlog.path.parent.mkdir(parents=True)
    netlog.path.touch()

    refused = netlog("due")

    assert (refused.exit_code, refused.stdout) == (6, "")
    assert refused.stderr == (
        f"netlog: {netlog.path} is empty: its content was lost, or another program made it; "
        "netlog restore brings back a backup; or remove the empty file to begin a new journal\n"
    )


@pytest.mark.parametrize("command", ["due", "add Zed", "log giulia coffee", "rm giulia", "undo"])
@pytest.mark.usefixtures("no_patience")
def test_a_store_that_another_program_writes_is_refused_when_waiting_was_in_vain(used: Run, command: str) -> None:
    before = used.stored()

    with closing(sqlite3.connect(used.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused = used(*command.split(), "--json")
        other.execute("ROLLBACK")

    assert (refused.exit_code, refused.stdout, refused.error()["code"]) == (6, "", "locked")
    assert used.stored() == before


@pytest.mark.usefixtures("no_patience")
@pytest.mark.skipif(os.name != "posix", reason="locks are taken another way elsewhere")
def test_two_writers_do_not_mix(used: Run) -> None:
    import fcntl

    with used.path.with_name("journal.db.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused = used("add", "Zed")

    assert (refused.exit_code, refused.stdout) == (6, "")
    assert refused.stderr.startswith("netlog: another netlog is writing and does not finish; wait for it")
    assert used.ok("add", "Zed").exit_code == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="modes do not bind this user")
def test_a_store_made_read_only_is_read_and_not_written(used: Run) -> None:
    used.path.chmod(0o400)
    before = used.stored()

    assert len(used.json("people")["people"]) == 1
    refused = used("add", "Zed", "--json")

    assert (refused.exit_code, refused.stdout, refused.error()["code"]) == (6, "", "read_only")
    assert used.stored() == before


def test_a_store_in_a_missing_folder_is_made_for_its_owner_alone(netlog: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = netlog.home / "not" / "yet" / "here.db"
    monkeypatch.setenv("NETLOG_DB", str(path))
    assert netlog.ok("due").stdout == ""
    assert not path.parent.exists()

    netlog.ok("add", "Giulia Rossi")

    assert netlog.ok("people").rows()[0][0] == "giulia"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_store_below_a_file_is_refused(netlog: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (netlog.home / "file").touch()
    monkeypatch.setenv("NETLOG_DB", str(netlog.home / "file" / "journal.db"))

    for command in ("due", "add Zed"):
        refused = netlog(*command.split(), "--json")
        assert (refused.exit_code, refused.stdout, refused.error()["exit_code"]) == (6, "", 6)


def test_the_option_wins_over_the_variable_and_the_variable_over_the_usual_place(
    netlog: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog.ok("add", "Usual Place")
    monkeypatch.setenv("NETLOG_DB", str(netlog.home / "variable.db"))
    netlog.ok("add", "Variable Place")
    netlog.ok("--db", str(netlog.home / "option.db"), "add", "Option Place")

    assert netlog.ok("people").rows()[0][1] == "Variable Place"
    assert netlog.ok("--db", str(netlog.home / "option.db"), "people").rows()[0][1] == "Option Place"
    monkeypatch.delenv("NETLOG_DB")
    assert netlog.ok("people").rows()[0][1] == "Usual Place"


@pytest.mark.parametrize("text", ["per_day = ", "per_day = 0", "nonsense = 1", "\x00", "[cadence\n"])
def test_a_broken_configuration_is_named_with_its_file_and_stores_nothing(used: Run, text: str) -> None:
    used.settings(text)
    before = used.stored()

    for command in ("due", "add Zed"):
        refused = used(*command.split())
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert str(used.config) in refused.stderr
    assert used.stored() == before


def test_settings_are_shown_explained_changed_and_taken_back(netlog: Run) -> None:
    netlog.ok("config", "set", "per_day", "5")

    assert netlog.ok("config", "get", "per_day").stdout == "5\n"
    assert netlog.json("config", "explain", "per_day")["options"][0]["source"] == "file"
    assert "per_day" in {option["name"] for option in netlog.json("config")["options"]}
    assert netlog.json("config", "unset", "per_day")["new"] == "3"
