"""Two people made one lose nothing, and one undo makes them two again exactly."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.storage.driving import (
    SINCE_3,
    SINCE_4,
    TODAY,
    Desk,
    Rows,
    assert_sound,
    derived,
    looking,
    recomputed,
    truth,
)
from tests.storage.journals import TALKS, Someone, Talk, fill, someones

from netlog.domain.people import Named
from netlog.domain.receipts import Changed
from netlog.rows import NewExchange, NewIntroduction, NewPromise, NewSeason
from netlog.rows_mentoring import NewMentorship
from netlog.services.merging import merge
from netlog.storage.imports import SqlImporter
from netlog.storage.merging import TABLES, SqlMerging
from netlog.storage.undo import OWNERS

SINCE_5 = ("origin", "card_line", "not_same")
EARLIER, LATER = TODAY - timedelta(30), TODAY + timedelta(90)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


@pytest.fixture
def pair(desk: Desk) -> tuple[int, int]:
    """Two people who are one."""
    return desk.add("giulia"), desk.add("giulia-2", name="Giulia Rosi")


def unite(desk: Desk, kept: int, other: int) -> Changed:
    with SqlMerging(desk.path, desk.clock, desk.reckoning) as records:
        people = [Named(number, *handle_and_name(records, number)) for number in (kept, other)]
        return merge(records, people[0], people[1], today=desk.day)


def handle_and_name(records: SqlMerging, number: int) -> tuple[str, str]:
    row = records.reader.person(number)
    return row.handle, row.name


def everything(desk: Desk) -> Rows:
    return truth(desk.path, *SINCE_3, *SINCE_4, *SINCE_5)


def column(desk: Desk, query: str, *parameters: object) -> list[object]:
    with looking(desk.path) as connection:
        return [row[0] for row in connection.execute(query, parameters)]


def test_every_table_that_has_people_is_united() -> None:
    tables = {str(table.__tablename__) for table in TABLES}

    assert tables == {entity for entity, column in OWNERS["person"] if column in ("person_id", "other_id")}


def flows(desk: Desk, one: int, other: int, third: int) -> None:
    """Something of every sort between these three."""
    with desk.appending() as appender:
        for person in (one, other):
            uuid = appender.reader.person(person).uuid
            appender.promise(NewPromise(person, "mine", "send the deck", TODAY))
            appender.exchange(NewExchange(person, "got", "advice", TODAY))
            appender.introduction(NewIntroduction(third, person, "both sail", "idea", TODAY))
            appender.season(NewSeason("spring", f"person:{uuid}", 2.0, TODAY, LATER))
            began_on = EARLIER if person == one else TODAY
            appender.mentorship(NewMentorship(person, "mentor", 30, began_on, LATER))
        appender.introduction(NewIntroduction(one, other, "alike", "idea", TODAY))
        appender.finish("log", "flowed")
    with SqlImporter(desk.path, desk.clock, desk.reckoning) as importer:
        for person in (one, other):
            importer.add_belongings(person, extra=("X-A:1", f"X-B:{person}"), topics=[("can", "pricing")])
            importer.add_origin("vcard", str(person), "{}", person=person)
        importer.finish("import", "imported")
    with SqlMerging(desk.path, desk.clock, desk.reckoning) as records:
        for a, b in ((one, third), (other, third), (one, other)):
            records.tell_apart(a, b)
        records.change_person(third, {"via_id": other})
        records.change_person(one, {"via_id": other})
        records.finish("edit", "edited")


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(someones(), TALKS, st.booleans())
def test_one_undo_takes_a_merge_back_exactly_and_redo_does_it_again(
    tmp_path_factory: pytest.TempPathFactory, people: list[Someone], talks: list[Talk], is_flowing: bool
) -> None:
    desk = Desk(tmp_path_factory.mktemp("merge") / "journal.db")
    numbers = [*fill(desk, people, talks), desk.add("second"), desk.add("third")]
    if is_flowing:
        flows(desk, numbers[0], numbers[-2], numbers[-1])
    desk.log(numbers[0], numbers[-2], text="both were there")
    before = everything(desk)

    unite(desk, numbers[0], numbers[-2])
    after = everything(desk)
    with looking(desk.path) as connection:
        assert derived(connection) == recomputed(desk.path, desk.reckoning)
    desk.undo()

    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after
    assert_sound(desk.path)


def test_history_is_the_history_of_both_and_nobody_took_part_twice(desk: Desk, pair: tuple[int, int]) -> None:
    desk.log(pair[0])
    both, theirs = desk.log(*pair), desk.log(pair[1])

    unite(desk, *pair)

    rows = truth(desk.path)["participant"]
    assert sorted((row[2], row[3]) for row in rows) == [(1, pair[0]), (both, pair[0]), (theirs, pair[0])]


def test_nothing_points_to_whoever_is_gone(desk: Desk, pair: tuple[int, int]) -> None:
    third = desk.add("marco")
    flows(desk, *pair, third)

    unite(desk, *pair)

    assert_sound(desk.path)
    assert column(desk, "SELECT handle FROM person ORDER BY id") == ["giulia", "marco"]
    assert column(desk, "SELECT DISTINCT boost FROM season") == [f"person:{uuid_of(desk, pair[0])}"]
    assert column(desk, "SELECT count(*) FROM not_same") == [1]
    assert column(desk, "SELECT via_id FROM person ORDER BY id") == [None, pair[0]]


def uuid_of(desk: Desk, person: int) -> object:
    return column(desk, "SELECT uuid FROM person WHERE id = ?", person)[0]


def test_of_two_mentorships_that_run_in_one_role_the_later_renews_the_earlier(
    desk: Desk, pair: tuple[int, int]
) -> None:
    flows(desk, *pair, desk.add("marco"))

    unite(desk, *pair)

    endings = column(desk, "SELECT coalesce(ending || ' ' || ended_on, 'running') FROM mentorship ORDER BY id")
    assert endings == [f"renewed {TODAY}", "running"]


def test_an_introduction_between_the_two_becomes_a_fact(desk: Desk, pair: tuple[int, int]) -> None:
    flows(desk, *pair, desk.add("marco"))

    unite(desk, *pair)

    words = "introduction of Giulia Rossi to Giulia Rosi: alike (from the merged giulia-2)"
    assert words in column(desk, "SELECT text FROM fact")
    assert column(desk, "SELECT count(*) FROM introduction") == [2]


def test_one_who_was_merged_is_known_by_the_old_uuid(desk: Desk, pair: tuple[int, int]) -> None:
    old = uuid_of(desk, pair[1])

    unite(desk, *pair)

    assert column(desk, "SELECT person_id FROM origin WHERE source = 'netlog' AND key = ?", old) == [pair[0]]


def test_a_fact_that_both_have_is_known_since_the_earlier_day_and_confirmed_on_the_later(desk: Desk) -> None:
    other = desk.add("giulia-2", facts=("has twins",))
    desk.turn_to(TODAY + timedelta(20))
    kept = desk.add("giulia", facts=("Has twins", "sails"))

    unite(desk, kept, other)

    days = (TODAY.isoformat(), (TODAY + timedelta(20)).isoformat())
    rows = truth(desk.path)["fact"]
    assert [(row[3], row[4], row[7]) for row in rows][:1] == [(days[0], "Has twins", days[1])]


def test_that_two_are_two_is_remembered_once_and_can_be_undone(desk: Desk, pair: tuple[int, int]) -> None:
    with SqlMerging(desk.path, desk.clock, desk.reckoning) as records:
        assert records.tell_apart(pair[1], pair[0])
        assert not records.tell_apart(*pair)
        records.finish("dupes", "two people")

    assert [row[2:] for row in truth(desk.path, "not_same")["not_same"]] == [pair]
    desk.undo()
    assert truth(desk.path, "not_same")["not_same"] == []


@pytest.mark.parametrize(
    ("kept", "other", "since_on", "is_fresh"),
    [
        ((TODAY, True), (EARLIER, False), EARLIER, 0),
        ((EARLIER, False), (TODAY, True), EARLIER, 0),
        ((EARLIER, True), (TODAY, False), EARLIER, 1),
    ],
)
def test_the_tie_began_when_the_earlier_did_and_counts_as_that_one_did(
    desk: Desk, kept: tuple[date, bool], other: tuple[date, bool], since_on: date, is_fresh: int
) -> None:
    numbers = [desk.add(f"p{at}", since_on=on, is_fresh=fresh) for at, (on, fresh) in enumerate((kept, other))]

    unite(desk, *numbers)

    with looking(desk.path) as connection:
        row = connection.execute("SELECT since_on, is_fresh FROM person").fetchone()
    assert row == (since_on.isoformat(), is_fresh)
