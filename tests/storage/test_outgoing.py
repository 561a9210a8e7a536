"""What leaves a journal: everything in an order of its own, or what concerns some people and nobody else."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.storage.driving import Desk, looking
from tests.storage.two_journals import contents, rows, take_whole

from netlog.domain.stored_rows import ENTITIES, FIELDS, FORGOTTEN, REFERENCES, fault
from netlog.interchange import Stored
from netlog.rows import NewIntroduction
from netlog.storage.outgoing import rows_about
from netlog.storage.statements import COLUMNS
from netlog.storage.stored import column
from netlog.storage.undo import OWNERS

DERIVED_COLUMNS = {"contact": {"folded"}}
OF_THE_STORE = {"operation", "change", "meta", FORGOTTEN}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


def about(desk: Desk, *people: int) -> list[Stored]:
    with looking(desk.path) as connection:
        return list(rows_about(connection, people))


def test_every_table_and_column_of_the_truth_leaves() -> None:
    with_uuid = {entity for entity, columns in COLUMNS.items() if "uuid" in columns}
    assert set(ENTITIES) == with_uuid - OF_THE_STORE
    for entity in ENTITIES:
        columns = {column(field, entity) for field in FIELDS[entity]} | DERIVED_COLUMNS.get(entity, set())
        assert columns == set(COLUMNS[entity]) - {"id", "uuid"}, entity


def test_every_foreign_key_is_a_reference() -> None:
    found = {
        (target, entity, column(field, entity)) for entity in ENTITIES for field, target in REFERENCES[entity].items()
    }

    assert found == {(target, entity, name) for target, owned in OWNERS.items() for entity, name in owned}


def test_rows_leave_by_entity_then_by_uuid(desk: Desk) -> None:
    anna = desk.add("anna", tags=("pm", "data"), aliases=("Ania",))
    desk.log(anna, desk.add("piotr", via_id=anna))

    order = [(ENTITIES.index(row.entity), row.values["uuid"]) for row in rows(desk)]

    assert order == sorted(order, key=lambda place: (place[0], str(place[1])))
    assert {row.entity for row in rows(desk)} == {"person", "alias", "tag", "interaction", "participant"}


def test_every_row_that_leaves_can_be_taken_in(desk: Desk) -> None:
    desk.log(desk.add("anna", birthday="--02-29", tier="close", contacts=(("email", "a@example.org"),)), counts=0.5)

    assert [fault(row.entity, row.values) for row in rows(desk)] == [None] * 4


def test_references_are_uuids_and_flags_are_true_or_false(desk: Desk) -> None:
    desk.add("piotr", via_id=desk.add("anna"))

    anna, piotr = (row.values for row in rows(desk))

    assert piotr["via"] == anna["uuid"]
    assert piotr["is_kin"] is False
    assert "company" not in piotr


def test_a_row_tells_when_it_was_changed_last_by_what_stands(desk: Desk) -> None:
    anna = desk.add("anna")
    desk.turn_to(desk.day + timedelta(3))
    with desk.recording() as records:
        records.change_person(anna, {"tier": "close"})
        number = records.finish("edit", "changed")
    assert rows(desk)[0].values["changed_at"] == "2026-03-12T12:00:00Z"

    desk.undo(number)

    assert rows(desk)[0].values["changed_at"] == "2026-03-09T12:00:00Z"


def test_of_some_people_nobody_else_leaves(desk: Desk) -> None:
    anna, piotr = desk.add("anna"), desk.add("piotr")
    desk.add("ola", via_id=piotr)
    entry = desk.log(anna, piotr, tags=("pm",))
    with desk.appending() as appender:
        appender.introduction(NewIntroduction(anna, piotr, "pricing", "idea", desk.day))
        appender.finish("intro", "an idea")

    found = about(desk, anna)

    assert [row.entity for row in found] == ["person", "interaction", "participant", "tag"]
    assert entry
    with looking(desk.path) as connection:
        hidden = [row[0] for row in connection.execute("SELECT uuid FROM person WHERE handle <> 'anna'")]
    assert not [row for row in found if set(map(str, row.values.values())) & set(hidden)]


def test_of_some_people_nobody_is_told_who_introduced_them(desk: Desk) -> None:
    ola = desk.add("ola", via_id=desk.add("anna"), event="PyMilano")

    event, person = about(desk, ola)

    assert "via" not in person.values
    assert person.values["event"] == event.values["uuid"]


def test_nothing_of_anybody_when_nobody_is_chosen(desk: Desk) -> None:
    desk.log(desk.add("anna", event="PyMilano"))

    assert about(desk) == []


def test_into_an_empty_journal_everything_comes_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.log(desk.add("anna", event="PyMilano", via_id=desk.add("ola")), tags=("pm",))
    other = Desk(tmp_path / "other.db", date(2026, 5, 1))

    take_whole(other, rows(desk))

    assert contents(other) == contents(desk)
    assert datetime.fromisoformat(str(contents(other)[0][1]["changed_at"])).date() == desk.day
