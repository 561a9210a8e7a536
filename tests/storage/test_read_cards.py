"""Everything a file can hold, read from the store: whole, in order, and however many people there are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, person
from tests.storage.importing import ANNA, CALL, DAY, sql

from netlog.interchange import Mention, Noted
from netlog.storage.connect import opened_to_read
from netlog.storage.read_cards import CardQueries

MANY = 1203
"""More people than are read at a time."""


@contextmanager
def reading(desk: Desk) -> Iterator[CardQueries]:
    """Reads on a connection that takes no more variables than a few hundred."""
    with closing(opened_to_read(desk.path)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 600)
        yield CardQueries(connection, desk.reckoning)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Anna, met through Bo; a call with both and a note about Anna."""
    desk = Desk(tmp_path / "journal.db")
    with sql(desk) as importer:
        importer.person(ANNA._replace(tags=("pm", "data"), topics=(("can", "tea"),), met_on=DAY, role="PM"))
        importer.person(person("bo", TODAY)._replace(event="PyMilano", contacts=(("email", "bo@example.org"),)))
        importer.change_row("person", 1, {"via_id": 2})
        importer.add_belongings(1, facts=((DAY, "sings"),), extra=("X-A:1",))
        importer.interaction(CALL._replace(people=(1, 2), tags=("pm", "data"), minutes=5))
        importer.interaction(CALL._replace(kind="note", on_day=date(2026, 2, 1)))
        importer.finish("import", "filled")
    return desk


@pytest.fixture
def crowd(tmp_path: Path) -> Desk:
    """More people than a statement may name, in no order; each with an address, and a contact with two of them."""
    desk = Desk(tmp_path / "crowd.db")
    with sql(desk) as importer:
        for number in range(MANY):
            new = person(f"p{number * 7 % MANY:04}", TODAY)
            importer.person(new._replace(contacts=(("email", f"{new.handle}@example.org"),)))
        importer.interaction(CALL._replace(people=(1, MANY)))
        importer.finish("import", "filled")
    return desk


def test_a_person_is_read_with_all_that_hangs_on_them(desk: Desk) -> None:
    with reading(desk) as reader:
        anna, bo = reader.cards()

    assert (anna.name, anna.company, anna.role) == ("Anna Rossi", "Acme", "PM")
    assert (anna.aliases, anna.tags) == (("Ania",), ("data", "pm"))
    assert (anna.contacts, anna.topics, anna.facts) == (ANNA.contacts, (("can", "tea"),), (Noted("sings", DAY),))
    assert (anna.met_on, anna.via, anna.extra) == (DAY, Mention("Bo Rossi", "bo"), ("X-A:1",))
    assert (anna.key, bo.handle, bo.met, bo.via) == (f"uid:{anna.uuid}", "bo", "PyMilano", None)


def test_contacts_are_read_by_day_with_their_people(desk: Desk) -> None:
    with reading(desk) as reader:
        note, call = reader.talks()
        (of_bo,) = reader.talks([2])

    assert (note.kind, note.people) == ("note", (Mention("Anna Rossi", "anna"),))
    assert (call.on, call.kind, call.text, call.minutes, call.tags) == (DAY, "call", "tea", 5, ("data", "pm"))
    assert call.people == (Mention("Anna Rossi", "anna"), Mention("Bo Rossi", "bo"))
    assert of_bo == call._replace(people=(Mention("Bo Rossi", "bo"),))


def test_rows_are_those_of_everybody_or_of_the_people_chosen(desk: Desk) -> None:
    with reading(desk) as reader:
        everybody = [row.values.get("handle") for row in reader.stored() if row.entity == "person"]
        chosen = [row.values.get("handle") for row in reader.stored([2]) if row.entity == "person"]

    assert (sorted(map(str, everybody)), chosen) == (["anna", "bo"], ["bo"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["anna@example.org", "bo@example.org"]),
        ("EXAMPLE.org", ["anna@example.org", "bo@example.org"]),
        ("rossi", ["anna@example.org", "bo@example.org"]),
        ("bo", ["bo@example.org"]),
        ("nobody", []),
    ],
)
def test_addresses_are_found_by_any_part_of_them_or_of_the_name(desk: Desk, words: str, found: list[str]) -> None:
    with reading(desk) as reader:
        rows = reader.addresses(words, [1, 2])

    assert [value for value, _, _ in rows] == found
    assert ("anna@example.org", "Anna Rossi", "PM, Acme") in rows or "anna@example.org" not in found


def test_of_people_not_asked_for_nothing_is_read(desk: Desk) -> None:
    with reading(desk) as reader:
        assert (list(reader.cards([])), list(reader.talks([])), reader.addresses("", [])) == ([], [], [])


def test_however_many_people_there_are_all_are_read_by_handle(crowd: Desk) -> None:
    with reading(crowd) as reader:
        handles = [card.handle for card in reader.cards()]

    assert handles == [f"p{number:04}" for number in range(MANY)]


def test_however_many_people_are_chosen_their_contacts_and_addresses_are_read(crowd: Desk) -> None:
    by_handle = sorted(range(1, MANY + 1), key=lambda number: (number - 1) * 7 % MANY)

    with reading(crowd) as reader:
        (talk,) = reader.talks(by_handle)
        found = [value for value, _, _ in reader.addresses("", by_handle)]

    assert len(talk.people) == 2
    assert found == [f"p{number:04}@example.org" for number in range(MANY)]
