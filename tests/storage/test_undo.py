"""What stands in the way of undo and redo, and what does not."""

from pathlib import Path

import pytest
from tests.storage.driving import Desk, person, truth

from netlog.errors import Conflict
from netlog.storage import undo


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


def test_an_operation_of_many_pages_goes_and_comes_back_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "PAGE", 3)
    desk.add("anna")
    before = truth(desk.path)
    with desk.appending() as appender:
        for number in range(4):
            appender.person(person(f"guest-{number}", desk.day)._replace(tags=("guests",), aliases=(f"G{number}",)))
        appender.finish("import", "twelve rows")
    after = truth(desk.path)

    desk.undo()
    assert truth(desk.path) == before
    desk.redo()
    assert truth(desk.path) == after


def test_a_number_that_was_undone_is_never_given_again(desk: Desk) -> None:
    desk.add("giulia")
    desk.undo()

    assert desk.add("marco") == 2


def edit(desk: Desk, number: int, **changes: object) -> None:
    with desk.recording() as records:
        records.change_person(number, changes)
        records.finish("edit", f"edited {changes}")


def remove(desk: Desk, number: int) -> None:
    with desk.recording() as records:
        records.remove_person(number)
        records.finish("rm", "removed")


def refused(desk: Desk, number: int) -> Conflict:
    """The refusal to do an operation again, which changes nothing."""
    before = truth(desk.path, "operation", "change")
    with pytest.raises(Conflict) as refusal:
        desk.redo(number)
    assert truth(desk.path, "operation", "change") == before
    return refusal.value


def test_an_edit_is_not_redone_on_values_it_did_not_know(desk: Desk) -> None:
    giulia = desk.add("giulia")
    edit(desk, giulia, name="Giulia Verdi")
    edit(desk, giulia, name="Giulia Bianchi")
    desk.undo()
    desk.undo()

    refusal = refused(desk, 3)

    assert "it builds on" in refusal.message
    assert refusal.hint == "redo that first: netlog redo 2"


def test_a_handle_that_was_given_away_since_is_not_given_twice(desk: Desk) -> None:
    desk.add("giulia")
    desk.undo()
    desk.add("giulia")

    assert "is taken" in refused(desk, 1).message


def test_a_contact_is_not_redone_with_somebody_who_is_gone(desk: Desk) -> None:
    giulia = desk.add("giulia")
    desk.log(giulia)
    desk.undo()
    remove(desk, giulia)

    assert refused(desk, 2).hint == "undo that first: netlog undo 3"


def test_somebody_who_was_met_again_is_not_removed_once_more(desk: Desk) -> None:
    giulia = desk.add("giulia")
    remove(desk, giulia)
    desk.undo()
    desk.log(giulia)

    assert refused(desk, 2).hint == "undo that first: netlog undo 3"


def test_removing_somebody_once_more_does_not_lose_what_was_edited_since(desk: Desk) -> None:
    giulia = desk.add("giulia")
    remove(desk, giulia)
    desk.undo()
    edit(desk, giulia, name="Giulia Verdi")

    assert refused(desk, 2).hint == "undo that first: netlog undo 3"
