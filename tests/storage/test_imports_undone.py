"""That an import can be taken back exactly, leaves nothing when it fails, and can be rehearsed without a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, assert_sound, derived, files, looking, person, recomputed, truth
from tests.storage.importing import ANNA, CALL, DAY, ENTITIES, NEWER, RECORDS, bring, rehearsal, sql

from netlog.interchange import Record
from netlog.rows import NewInboxItem
from netlog.storage.erased import digest
from netlog.storage.imports import SqlImporter
from netlog.storage.journal import MOST_HELD


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


def test_undo_restores_exactly_what_an_import_changed_and_redo_does_it_again(desk: Desk) -> None:
    with sql(desk) as importer:
        bring(importer, RECORDS, desk)
    before = truth(desk.path, *ENTITIES)
    with sql(desk) as importer:
        answer = bring(importer, NEWER, desk)
    after = truth(desk.path, *ENTITIES)

    desk.undo()
    assert truth(desk.path, *ENTITIES) == before
    desk.redo()
    assert truth(desk.path, *ENTITIES) == after != before
    assert (answer.people.updated, answer.contacts.updated) == (2, 2)
    check(desk)


def check(desk: Desk) -> None:
    """The file is sound, and what is derived is what would be derived anew."""
    assert_sound(desk.path)
    with looking(desk.path) as connection:
        assert derived(connection) == recomputed(desk.path, desk.reckoning)


def drop_note(importer: SqlImporter) -> None:
    importer.remove_row("origin", 2)
    importer.remove_row("inbox", 1)


def renew_lines(importer: SqlImporter) -> None:
    importer.remove_card_lines(1)
    importer.add_belongings(1, extra=("X-A:1",))


Step = Callable[[SqlImporter], None]
STEPS: dict[str, Step] = {
    "columns": lambda it: it.change_row("person", 1, {"name": "Ada", "is_kin": True, "met_on": DAY, "company": None}),
    "a day": lambda it: it.change_row("interaction", 1, {"on_day": TODAY, "depth": "meet", "kind": "coffee"}),
    "a record": lambda it: it.change_row("origin", 1, {"said": "{}"}),
    "a note": drop_note,
    "card lines": lambda it: it.remove_card_lines(1),
    "a participant": lambda it: it.add_participant(1, 2),
    "aliases": lambda it: it.add_belongings(1, aliases=("Ada", "Łucja")),
    "contacts": lambda it: it.add_belongings(1, contacts=(("url", "https://x.org/Ł"),)),
    "tags and topics": lambda it: it.add_belongings(1, tags=("pm",), topics=(("wants", "tea"),)),
    "facts and lines": lambda it: it.add_belongings(1, facts=((DAY, "sings"),), extra=("X-A:3", "X-A:3")),
    "all lines anew": renew_lines,
}


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Two people, a contact, a note and what a source said of them."""
    with sql(desk) as importer:
        importer.person(ANNA)
        importer.person(person("bo", TODAY))
        importer.interaction(CALL)
        importer.add_belongings(1, extra=("X-A:1", "X-A:2"))
        importer.add_origin("vcard", "1", '{"name": "Anna"}', person=1)
        note = importer.inbox(NewInboxItem(CALL.at, "Etc/UTC", DAY, "Anna", "import vcard"))
        importer.add_origin("vcard", "2", "{}", inbox=note)
        importer.finish("import", "filled")
    return desk


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_change_can_be_undone_and_done_again_exactly(filled: Desk, step: Step) -> None:
    before = truth(filled.path, *ENTITIES)
    with sql(filled) as importer:
        step(importer)
        importer.finish("import", "changed")
    after = truth(filled.path, *ENTITIES)
    check(filled)

    filled.undo()
    assert truth(filled.path, *ENTITIES) == before != after
    check(filled)
    filled.redo()
    assert truth(filled.path, *ENTITIES) == after


def fail_midway(desk: Desk) -> None:
    """An import that changes something and then fails."""
    with sql(desk) as importer:
        importer.remove_card_lines(1)
        importer.note("csv", "[]")
        bring(importer, NEWER, desk)
        raise RuntimeError("midway")


def test_an_import_that_fails_leaves_nothing(filled: Desk) -> None:
    before = truth(filled.path, *ENTITIES, "operation", "meta")

    with pytest.raises(RuntimeError, match="midway"):
        fail_midway(filled)

    assert truth(filled.path, *ENTITIES, "operation", "meta") == before


def test_a_note_of_the_store_is_no_part_of_an_operation(filled: Desk) -> None:
    with sql(filled) as importer:
        importer.person(person("zofia", TODAY))
        importer.note("csv", "[]")
        importer.finish("import", "noted")
    filled.undo()

    with sql(filled) as importer:
        assert importer.reader.noted("csv") == "[]"


def test_who_is_forgotten_is_known_by_a_hash_alone(filled: Desk) -> None:
    with looking(filled.path) as connection:
        connection.execute("INSERT INTO forgotten VALUES (?, ?)", (digest("vcard 1"), CALL.at))

    with sql(filled) as importer:
        assert importer.reader.is_forgotten("vcard 1")
        assert not importer.reader.is_forgotten("vcard 2")


def test_somebody_merged_into_another_is_found_by_the_uuid_they_had(filled: Desk) -> None:
    with sql(filled) as importer:
        importer.add_origin("netlog", "u-of-old", "{}", person=2)

        assert importer.reader.of_uuid("u-of-old") == importer.reader.named_by(2)


@pytest.mark.parametrize("records", [RECORDS, NEWER])
def test_a_rehearsal_sees_what_an_import_does_and_leaves_the_file_as_it_was(
    filled: Desk, records: tuple[Record, ...]
) -> None:
    before = files(filled.path.parent)

    with rehearsal(filled) as importer:
        planned = bring(importer, records, filled)
        held = importer.reader.held(1)

    assert files(filled.path.parent) == before
    with sql(filled) as importer:
        assert bring(importer, records, filled) == planned
        assert importer.reader.held(1) == held
    assert files(filled.path.parent) != before


def test_a_rehearsal_without_a_journal_makes_none(desk: Desk) -> None:
    with rehearsal(desk) as importer:
        answer = bring(importer, RECORDS, desk)

    assert (answer.people.new, answer.contacts.new) == (3, 2)
    assert files(desk.path.parent) == {}


def test_more_changes_than_are_held_are_one_operation(filled: Desk) -> None:
    before = truth(filled.path, *ENTITIES)
    with sql(filled) as importer:
        for number in range(20_001):
            importer.add_origin("vcard", f"n{number}", "{}", person=1)
        importer.finish("import", "many")

    with looking(filled.path) as connection:
        counted = connection.execute("SELECT operation_id, count(*) FROM change GROUP BY 1 ORDER BY 1").fetchall()
    assert (counted[1:], 2 * MOST_HELD < 20_001) == ([(2, 20_001)], True)
    filled.undo()
    assert truth(filled.path, *ENTITIES) == before
