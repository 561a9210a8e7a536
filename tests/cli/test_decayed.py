"""A value that decayed is found where the newest backup still has it, and no change is taken for decay."""

from pathlib import Path

import pytest
from tests.cli.running import Run
from tests.storage.driving import looking

from netlog.storage.compared import COMPARED, decayed

LATER = (
    "add Zosia Nowak --new --tag pm",
    "edit giulia --company Acme --drop pm",
    "log giulia coffee at the station",
    "edit 1 --text another",
    "promise giulia the report",
    "keep 1",
    "merge giulia julia --yes",
    "undo",
    "redo",
    "rm 1",
    "rm marco",
    "undo",
    "undo 2",
    "pause giulia",
    "tag giulia data",
)


@pytest.fixture
def used(netlog: Run) -> Run:
    """A journal of three people with a backup."""
    for line in ("add Giulia Rossi --tag pm", "add Julia Rossi --new", "add Marco Bassi", "log giulia call"):
        netlog.ok(*line.split())
    netlog.ok("backup")
    return netlog


def found(netlog: Run) -> dict[str, int] | None:
    answer = decayed(netlog.path, wait=1)
    return answer and answer[1]


def spoil(path: Path, statement: str) -> None:
    with looking(path) as connection:
        connection.execute(statement)


def test_no_command_is_taken_for_decay(used: Run) -> None:
    for line in LATER:
        used(*line.split())
        assert found(used) == {}, line


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE interaction SET kind = 'x' WHERE id = 1", "interaction"),
        ("UPDATE person SET name = CAST(x'47e9' AS TEXT) WHERE handle = 'marco'", "person"),
        ("DELETE FROM tag", "tag"),
        ("UPDATE operation SET words = 'other' WHERE id = 2", "operation"),
    ],
)
def test_a_value_that_nobody_changed_and_is_another_is_found(used: Run, statement: str, table: str) -> None:
    used.ok("log", "marco", "coffee")

    spoil(used.path, statement)

    assert found(used) == {table: 1}
    assert used("doctor").exit_code == 6


def test_a_row_that_was_changed_since_is_not_compared(used: Run) -> None:
    used.ok("edit", "marco", "--company", "Acme")

    spoil(used.path, "UPDATE person SET role = 'x' WHERE handle = 'marco'")

    assert found(used) == {}


@pytest.mark.parametrize("line", ["forget marco --yes --backups", "forget marco --yes --no-backups", "restore --yes"])
def test_forgetting_and_restoring_are_no_decay(used: Run, line: str) -> None:
    used.ok("log", "marco", "coffee")
    used.ok(*line.split())
    used.ok("log", "giulia", "coffee")

    assert not found(used)


def test_without_a_sound_backup_there_is_nothing_to_compare_with(used: Run) -> None:
    (copy,) = used.path.with_name("backups").glob("*.db")
    copy.write_bytes(copy.read_bytes()[:-1])

    assert found(used) is None


def test_everything_that_is_true_and_history_is_compared() -> None:
    assert {
        "person",
        "interaction",
        "participant",
        "fact",
        "promise",
        "origin",
        "operation",
        "change",
    } <= COMPARED.keys()
