"""What stands in the way of undo and redo, and what does not."""

from pathlib import Path

import pytest
from tests.storage.driving import Desk, truth

from netlog.errors import Conflict


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


def test_undoing_what_a_later_operation_builds_on_names_that_operation(desk: Desk) -> None:
    giulia = desk.add("giulia")
    desk.log(giulia)
    before = truth(desk.path, "operation")

    with pytest.raises(Conflict, match="logged a contact") as refusal:
        desk.undo(1)

    assert "netlog undo 2" in refusal.value.hint
    assert truth(desk.path, "operation") == before


def test_an_older_operation_that_nothing_builds_on_can_be_undone_alone(desk: Desk) -> None:
    desk.add("giulia")
    desk.add("marco")

    desk.undo(1)

    assert [row[2] for row in truth(desk.path)["person"]] == ["marco"]


def test_what_was_undone_before_something_new_is_not_redone_by_chance(desk: Desk) -> None:
    desk.add("giulia")
    desk.undo()
    desk.add("marco")

    with pytest.raises(Conflict, match="nothing to redo"):
        desk.redo()


def test_what_was_undone_before_something_new_is_redone_by_its_number(desk: Desk) -> None:
    desk.add("giulia")
    desk.undo()
    desk.add("marco")

    desk.redo(1)

    assert sorted(row[2] for row in truth(desk.path)["person"]) == ["giulia", "marco"]


def test_a_number_that_was_undone_is_never_given_again(desk: Desk) -> None:
    desk.add("giulia")
    desk.undo()

    assert desk.add("marco") == 2
