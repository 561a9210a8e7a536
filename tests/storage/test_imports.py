"""What importing stores: the same in memory and in SQLite, whole in the history, and nothing in a rehearsal."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from tests.services.memory_import import ImportMemory, MemoryImporter
from tests.storage.driving import TODAY, Desk, person
from tests.storage.importing import ANNA, CALL, DAY, NEWER, RECORDS, WAYS, bring, rehearsal, sql

from netlog.domain.people import Named
from netlog.ports_interchange import Importer, OriginRow
from netlog.rows import NewInboxItem

Importing = Callable[[], AbstractContextManager[Importer]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


@pytest.fixture(params=["memory", "sqlite", "rehearsal"])
def importing(request: pytest.FixtureRequest, desk: Desk) -> Importing:
    """A transaction on a journal that was empty before the first; a rehearsal has no second."""
    memory = ImportMemory()

    @contextmanager
    def in_memory() -> Iterator[Importer]:
        yield MemoryImporter(memory)

    roads: dict[str, Importing] = {
        "memory": in_memory,
        "sqlite": lambda: sql(desk),
        "rehearsal": lambda: rehearsal(desk),
    }
    return roads[request.param]


def test_a_person_is_found_by_address_and_uuid_at_once_and_by_name_once_indexed(importing: Importing) -> None:
    uuid = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
    with importing() as importer:
        number, reader = importer.person(ANNA._replace(uuid=uuid)), importer.reader
        named = Named(number, "anna", "Anna Rossi", ("Ania",))

        assert reader.reached_by({"600700800", "x@example.org"}) == (named,) == (reader.of_uuid(uuid),)
        assert (reader.named_by(number), reader.called("Anna Rossi"), reader.is_handle("anna")) == (named, (), True)
        assert [importer.index_names(), importer.index_names()] == [True, False]
        assert reader.called("anna rossi") == reader.called("Ania") == (named,)
        assert (reader.reached_by(()), reader.reached_by({"x@example.org"}), reader.of_uuid("x")) == ((), (), None)


def test_what_is_held_of_a_person_is_what_was_added(importing: Importing) -> None:
    with importing() as importer:
        number = importer.person(ANNA._replace(met_on=DAY, is_kin=True, tags=("pm",), topics=(("can", "tea"),)))
        importer.add_belongings(
            number,
            aliases=("Annina",),
            contacts=(("url", "x.org"),),
            tags=("data",),
            topics=(("wants", "tea"),),
            facts=((DAY, "sings"), (TODAY, "sings")),
            extra=("X-A:1", "X-A:1"),
        )

        held = importer.reader.held(number)

        assert (held.aliases, held.contacts) == (("Ania", "Annina"), (*WAYS, ("url", "x.org")))
        assert (held.tags, held.topics) == (("pm", "data"), (("can", "tea"), ("wants", "tea")))
        assert (held.facts, held.extra) == (("sings", "sings"), ("X-A:1", "X-A:1"))
        assert (held.fields["met_on"], held.fields["is_kin"], held.fields["via_id"]) == ("2026-03-01", True, None)


def test_changes_are_seen_at_once_and_a_new_name_once_indexed(importing: Importing) -> None:
    with importing() as importer:
        number, other = importer.person(ANNA), importer.person(person("bo", TODAY))
        importer.index_names()
        importer.change_row("person", number, {"name": "Anna Bianchi", "company": None, "via_id": other, "met_on": DAY})

        reader = importer.reader
        fields = reader.held(number).fields
        assert (fields["name"], fields["company"], fields["via_id"]) == ("Anna Bianchi", None, other)
        assert fields["met_on"] == "2026-03-01"
        assert importer.index_names()
        assert [each.id for each in reader.called("Anna Bianchi")] == [number]
        assert reader.called("Anna Rossi") == ()


def test_an_alias_is_a_name_once_indexed(importing: Importing) -> None:
    with importing() as importer:
        number = importer.person(ANNA)
        importer.index_names()
        importer.add_belongings(number, tags=("pm",))
        assert not importer.index_names()
        importer.add_belongings(number, aliases=("Annina",))

        assert importer.index_names()
        assert [each.id for each in importer.reader.called("Annina")] == [number]


def test_what_a_source_said_is_found_by_its_key(importing: Importing) -> None:
    with importing() as importer:
        number, reader = importer.person(ANNA), importer.reader
        importer.add_origin("vcard", "1", '{"name": "Ł"}', person=number)

        assert reader.origin("vcard", "1") == OriginRow(1, "1", number, None, None, '{"name": "Ł"}')
        assert (reader.origin("csv", "1"), reader.origin("vcard", "2")) == (None, None)
        assert (reader.known_to("vcard", number), reader.known_to("csv", number)) == (True, False)
        importer.change_row("origin", 1, {"said": "{}"})
        assert reader.origin("vcard", "1") == OriginRow(1, "1", number, None, None, "{}")


def test_what_waits_in_the_inbox_is_found_by_the_note_and_goes_with_it(importing: Importing) -> None:
    with importing() as importer:
        note = importer.inbox(NewInboxItem("2026-03-01T11:00:00Z", "Etc/UTC", DAY, "Anna", "import vcard"))
        importer.add_origin("vcard", "1", "{}", inbox=note)
        reader = importer.reader

        assert reader.origin_of_note(note) == ("vcard", OriginRow(1, "1", None, None, note, "{}"))
        importer.remove_row("origin", 1)
        importer.remove_row("inbox", note)
        assert (reader.origin_of_note(note), reader.origin("vcard", "1"), reader.inbox()) == (None, None, [])


def test_a_contact_is_seen_with_who_takes_part(importing: Importing) -> None:
    with importing() as importer:
        importer.person(ANNA)
        other, number = importer.person(person("bo", TODAY)), importer.interaction(CALL._replace(tags=("pm",)))
        importer.add_participant(number, other)
        importer.change_row("interaction", number, {"text": "coffee", "on_day": TODAY, "minutes": 5})

        row = importer.reader.entry(number)
        assert row
        assert importer.reader.participants(number) == set(row.people) == {1, other}
        assert (row.entry.text, row.entry.on, row.entry.minutes, row.entry.tags) == ("coffee", TODAY, 5, ("pm",))
        assert (row.at, row.entry.kind, row.entry.handles) == (CALL.at, "call", ("anna", "bo"))


def test_lines_of_a_card_are_removed_together(importing: Importing) -> None:
    with importing() as importer:
        one, other = importer.person(ANNA), importer.person(person("bo", TODAY))
        for number in (one, other):
            importer.add_belongings(number, extra=("X-A:1", "X-B:1"))
        importer.remove_card_lines(one)
        importer.add_belongings(one, extra=("X-A:2",))

        assert [importer.reader.held(each).extra for each in (one, other)] == [("X-A:2",), ("X-A:1", "X-B:1")]


def test_a_note_of_the_store_is_kept_and_replaced(importing: Importing) -> None:
    with importing() as importer:
        assert importer.reader.noted("csv") is None
        for value in ("[]", "[1]"):
            importer.note("csv", value)
            assert importer.reader.noted("csv") == value
        assert not importer.reader.is_forgotten("vcard 1")


def test_memory_and_sqlite_come_to_the_same(desk: Desk) -> None:
    memory = MemoryImporter(ImportMemory())

    for records in (RECORDS, NEWER, RECORDS):
        with sql(desk) as importer:
            stored = bring(importer, records, desk)
            number = importer.reader.people_count()
            held = [importer.reader.held(each) for each in range(1, number + 1)]
        assert stored == bring(memory, records, desk)
        assert held == [memory.reader.held(each) for each in range(1, len(memory.reader.rows) + 1)]
