"""Names for TAB: the slugs that may stand for what is typed, and nothing that is no slug."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shell.journals import HOSTILE, Place

from netlog.domain.people import HANDLE
from netlog.side_door import MOST, is_slug

ASKED = ("people", "tags", "events", "kinds")


@pytest.fixture
def filled(place: Place) -> Place:
    """A journal with a few people, tags, an event and a kind of its own."""
    desk = place.desk()
    giulia = desk.add("giulia", name="Giulia Rossi", tags=("pricing", "pm"))
    desk.add("gian", name="Giovanni D'Angelo", aliases=("Nino",))
    desk.add("lukasz", name="Łukasz Nowak")
    desk.log(giulia, kind="padel", event="ProductTank", tags=("privacy",))
    return place


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("people", "gi"), "gian giulia"),
        (("people", "GIU"), "giulia"),
        (("people", "rossi"), "giulia"),
        (("people", "giulia rossi"), "giulia"),
        (("people", "Łuk"), "lukasz"),
        (("people", "luk"), "lukasz"),
        (("people", "angelo"), "gian"),
        (("people", "nin"), "gian"),
        (("people", ""), "gian giulia lukasz"),
        (("people", "zz"), ""),
        (("people", "%"), ""),
        (("people", "\udcff"), ""),
        (("tags", "p"), "pm pricing privacy"),
        (("tags", "pri"), "pricing privacy"),
        (("tags", "z"), ""),
        (("events", ""), "producttank"),
        (("events", "x"), ""),
        (("kinds", "pa"), "padel party"),
        (("kinds", "cof"), "coffee"),
        (("colours", ""), ""),
        (("people",), ""),
        ((), ""),
        (("people", "gi", "more"), ""),
    ],
)
def test_what_begins_as_typed_is_named(filled: Place, words: tuple[str, ...], expected: str) -> None:
    assert filled.at_the_side("--names", *words) == "".join(f"{name}\n" for name in expected.split())


@pytest.mark.parametrize("sort", ASKED[:3])
def test_a_missing_journal_names_nothing_and_is_not_made(place: Place, sort: str) -> None:
    assert place.at_the_side("--names", sort, "") == ""
    assert list(place.folder.iterdir()) == []


@pytest.mark.parametrize("damage", ["PRAGMA user_version = 99", "DROP TABLE name_key", "BEGIN EXCLUSIVE"])
def test_a_journal_that_cannot_be_read_names_nobody(filled: Place, damage: str) -> None:
    connection = filled.tamper()
    connection.execute(damage)

    assert filled.at_the_side("--names", "people", "gi") == ""
    connection.close()


def test_at_most_two_hundred_are_named_and_first_those_whose_handle_begins_so(place: Place) -> None:
    desk = place.desk()
    with desk.appending() as appender:
        for i in range(MOST + 50):
            appender.connection.execute(ADD, {"uuid": f"a{i}", "handle": f"aa{i}", "name": f"Gina {i}"})
            appender.journal.touched.rows["person"].add(i + 1)
        appender.connection.execute(ADD, {"uuid": "g", "handle": "gino", "name": "Gino"})
        appender.finish("add", "added many")

    named = (place.at_the_side("--names", "people", "gi") or "").split()

    assert len(named) == MOST
    assert named[0] == "gino"


ADD = """
    INSERT INTO person (uuid, handle, name, since_on, is_fresh, created_at)
    VALUES (:uuid, :handle, :name, '2026-03-09', 1, '')
"""
PLANT = (
    "UPDATE person SET handle = ? WHERE id = 1",
    "UPDATE tag SET slug = ? WHERE id = 1",
    "UPDATE event SET slug = ?",
    "UPDATE interaction SET kind = ?",
)


@pytest.mark.parametrize("planted", [*HOSTILE, b"gi", 7])
@pytest.mark.parametrize(("sort", "plant"), [*zip(ASKED, PLANT, strict=True)])
def test_what_is_no_slug_is_never_named(filled: Place, sort: str, plant: str, planted: object) -> None:
    with filled.tamper() as connection:
        connection.execute(plant, (planted,))
    connection.close()

    named = [filled.at_the_side("--names", sort, typed) or "" for typed in ("", "gi", str(planted)[:2])]

    assert all(HANDLE.fullmatch(name) for text in named for name in text.split("\n")[:-1])


@given(st.text() | st.from_regex(HANDLE, fullmatch=True))
def test_a_slug_is_a_handle_of_any_length(text: str) -> None:
    assert is_slug(text) == bool(HANDLE.fullmatch(text))
