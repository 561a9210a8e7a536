"""backup, restore and doctor, as they are typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.running import Run, Terminal

BACKUP = "journal-2026-11-21.db"


@pytest.fixture
def used(netlog: Run) -> Run:
    """A journal with one person, and a backup of it."""
    netlog.ok("add", "Giulia Rossi", "--new")
    netlog.ok("backup")
    return netlog


def people(user: Run) -> list[str]:
    return [row[0] for row in user.ok("people").rows()]


def test_a_backup_says_what_it_holds_and_where_it_is(netlog: Run) -> None:
    netlog.ok("add", "Giulia Rossi", "--new")

    told = netlog.ok("backup").stdout

    assert told.startswith("backed up 1 person and 0 entries · ")
    assert told.endswith(f"{netlog.path.parent / 'backups' / BACKUP}\n")
    assert netlog.ok("backup").stdout.startswith("nothing has changed since the last backup · ")


def test_backups_are_listed_newest_first(used: Run) -> None:
    used.ok("add", "Zed")
    used.ok("backup")

    rows = used.ok("backup", "--list").rows()

    assert [(row[0], row[6]) for row in rows] == [("journal-2026-11-21-2.db", "2"), (BACKUP, "1")]
    assert [each["why"] for each in used.json("backup", "--list")["backups"]] == ["asked", "asked"]


def test_a_backup_goes_where_it_is_told(used: Run, tmp_path: Path) -> None:
    used.ok("backup", "-o", str(tmp_path / "copy.db"))
    refused = used("backup", "-o", str(tmp_path / "copy.db"), "--json")

    assert used.ok("--db", str(tmp_path / "copy.db"), "people").rows()[0][0] == "giulia"
    assert (refused.exit_code, refused.error()["code"]) == (5, "conflict")


@pytest.mark.parametrize(
    ("line", "code", "error"),
    [
        ("backup --list -o copy.db", 2, "usage"),
        ("backup", 6, "no_journal"),
        ("backup -o /nowhere/at/all/copy.db", 6, "no_journal"),
        ("restore --yes", 3, "not_found"),
        ("restore --yes nothing.db", 3, "not_found"),
    ],
)
def test_what_cannot_be_done_is_said(netlog: Run, line: str, code: int, error: str) -> None:
    refused = netlog(*line.split(), "--json")

    assert (refused.exit_code, refused.stdout, refused.error()["code"]) == (code, "", error)


def test_a_restored_backup_takes_back_what_was_done_since(used: Run) -> None:
    used.ok("add", "Zed")

    told = used.ok("restore", "--yes").stdout.splitlines()

    assert people(used) == ["giulia"]
    assert told == [
        f"restored {BACKUP}: 1 person, 0 entries",
        "kept the journal that was there as journal-replaced-2026-11-21-100000.db: 2 people, 0 entries",
    ]


def test_what_was_replaced_can_be_restored_in_its_turn(used: Run) -> None:
    used.ok("add", "Zed")
    replaced = used.json("restore", "--yes")["replaced"]

    used.ok("restore", "--yes", str(used.path.with_name(replaced)))

    assert people(used) == ["giulia", "zed"]


def test_without_a_terminal_nothing_is_replaced_unless_told(used: Run) -> None:
    used.ok("add", "Zed")
    before = used.stored()

    refused = used("restore")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "2 people" in refused.stderr
    assert "1 person" in refused.stderr
    assert used.stored() == before


@pytest.mark.parametrize(("answer", "code", "left"), [("y", 0, 1), ("n", 1, 2), ("", 1, 2)])
def test_at_a_terminal_restore_shows_what_changes_and_asks(
    terminal: Terminal, answer: str, code: int, left: int
) -> None:
    for line in ("add Giulia --new", "backup", "add Zed --new"):
        assert terminal.processes(*line.split()).exit_code == 0

    asked = terminal("restore")
    asked.child.expect_exact(b"now: 2 people, 0 entries")
    asked.answer("Put the copy in the journal's place?", answer)
    asked.rest()

    assert asked.exit_code == code
    assert len(terminal.processes("people").rows()) == left


@pytest.mark.parametrize("ruin", [b"", b"Coffee with Giulia\n" * 400])
def test_a_ruined_journal_is_named_by_every_command_and_mended_by_one(used: Run, ruin: bytes) -> None:
    used.path.write_bytes(ruin)

    refused = used("due")
    examined = used("doctor")
    used.ok("restore", "--yes")

    assert refused.exit_code == examined.exit_code == 6
    assert "broken" in examined.stdout
    assert people(used) == ["giulia"]


def test_a_journal_that_is_gone_points_to_its_backups(used: Run) -> None:
    used.path.unlink()

    for line in ("due", "add Zed", "backup", "doctor"):
        refused = used(*line.split())
        assert refused.exit_code == 6
        assert "netlog restore" in refused.stdout + refused.stderr
    used.ok("restore", "--yes")
    assert people(used) == ["giulia"]


def test_a_restored_backup_of_an_older_layout_is_brought_up_to_date(used: Run, tmp_path: Path) -> None:
    stored = Path(__file__).parents[1] / "storage" / "stores" / "layout-1.sql"
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.executescript(stored.read_text(encoding="utf-8"))

    used.ok("restore", "--yes", str(tmp_path / "old.db"))

    assert len(people(used)) == 10
    assert "layout 1" in {row[3] for row in used.ok("backup", "--list").rows()}


def test_doctor_is_content_with_what_netlog_wrote(used: Run) -> None:
    rows = used.ok("doctor").rows()

    assert {row[1] for row in rows} == {"ok"}
    assert used.json("doctor")["is_sound"] is True


def test_doctor_changes_nothing_until_told_and_then_puts_it_right(used: Run) -> None:
    with closing(sqlite3.connect(used.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM tie")
    before = used.stored()

    found = used("doctor")
    assert (found.exit_code, found.stderr, used.stored()) == (6, "", before)
    assert ["derived rows", "fixable"] in [row[:2] for row in found.rows()]

    used.ok("doctor", "--fix")
    assert used("doctor").exit_code == 0
    assert used.ok("due").stdout == used.ok("due").stdout


def test_what_doctor_says_may_go_into_a_bug_report(used: Run) -> None:
    used.ok("log", "giulia", "coffee", "at", "Milano")
    used.path.chmod(0o644)

    said = used("doctor", "--json").stdout

    assert [word for word in ("Giulia", "giulia", "Milano", str(used.home)) if word in said] == []
    assert "journal.db" in said
