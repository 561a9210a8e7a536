"""Uniting two journals: what comes, what stays, what goes, and what is told."""

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from tests.storage.driving import Desk, looking
from tests.storage.two_journals import contents, copied, removed, rows, take_in, take_whole

from netlog.domain.stored_rows import FORGOTTEN
from netlog.domain.views_united import Disagreement, Tally
from netlog.interchange import Stored
from netlog.rows_mentoring import NewMentorship
from netlog.storage.erased import digest
from netlog.storage.records import SqlModelRecords


@pytest.fixture
def laptop(tmp_path: Path) -> Desk:
    """A journal with one person, a contact and a tag."""
    desk = Desk(tmp_path / "laptop.db")
    desk.log(desk.add("anna", name="Anna Kowalska", tags=("pm",)), text="pierogi")
    return desk


@pytest.fixture
def desktop(laptop: Desk, tmp_path: Path) -> Desk:
    """Its copy on another machine."""
    return copied(laptop, tmp_path / "desktop.db")


def later(desk: Desk, days: int) -> None:
    """Make it a later day."""
    desk.turn_to(desk.day + timedelta(days))


def changed(desk: Desk, change: Callable[[SqlModelRecords], object]) -> None:
    """One operation."""
    with desk.recording() as records:
        change(records)
        records.finish("edit", "changed")


def edited(desk: Desk, **fields: object) -> None:
    """Change the first person."""
    changed(desk, lambda records: records.change_person(1, fields))


def value(desk: Desk, query: str) -> object:
    """The first cell of a query's answer."""
    with looking(desk.path) as connection:
        row = connection.execute(query).fetchone()
    return row[0] if row else None


def both_ways(one: Desk, two: Desk, folder: Path) -> tuple[Desk, Desk]:
    """Each united with the other, and found to be the same."""
    first, second = copied(one, folder / "first.db"), copied(two, folder / "second.db")
    take_in(first, two)
    take_in(second, one)
    assert contents(first) == contents(second)
    assert not take_in(first, second).is_news
    return first, second


def test_what_is_new_on_either_side_is_there_after(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    laptop.add("piotr")
    desktop.log(1, text="barszcz")

    first, _ = both_ways(laptop, desktop, tmp_path)

    assert [row.entity for row in rows(first)].count("interaction") == 2
    assert value(first, "SELECT count(*) FROM person") == 2


def test_the_later_change_of_a_row_stands_and_the_other_is_told(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    later(laptop, 1)
    edited(laptop, company="Caffè Łódź")
    later(desktop, 2)
    edited(desktop, company="D'Angelo", tier="close")

    told = take_in(copied(laptop, tmp_path / "x.db"), desktop)
    first, _ = both_ways(laptop, desktop, tmp_path)

    assert value(first, "SELECT company FROM person") == "D'Angelo"
    assert Disagreement("anna", "company", "D'Angelo", "Caffè Łódź") in told.conflicts


def test_a_change_on_one_side_only_is_no_conflict(laptop: Desk, desktop: Desk) -> None:
    later(desktop, 2)
    edited(desktop, tier="close")

    assert take_in(laptop, desktop).conflicts == ()
    assert take_in(desktop, laptop).conflicts == ()
    assert value(laptop, "SELECT tier FROM person") == "close"


def test_what_came_is_one_operation_and_undo_takes_it_back(laptop: Desk, desktop: Desk) -> None:
    before = contents(laptop)
    later(desktop, 1)
    desktop.add("piotr", via_id=1, event="PyMilano")
    edited(desktop, handle="ania", tier="close")
    changed(desktop, lambda records: records.remove_entry(1))

    take_in(laptop, desktop)
    assert contents(laptop) == contents(desktop)
    laptop.undo()

    assert contents(laptop) == before
    laptop.redo()
    assert contents(laptop) == contents(desktop)


def test_what_one_removed_is_removed_with_what_hangs_on_it(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    later(desktop, 1)
    changed(desktop, lambda records: records.remove_person(1))

    first, _ = both_ways(laptop, desktop, tmp_path)

    assert contents(first) == []


def test_what_was_written_about_later_is_not_removed(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    later(desktop, 1)
    changed(desktop, lambda records: records.remove_person(1))
    later(laptop, 2)
    laptop.log(1, text="żurek")

    told = take_in(copied(laptop, tmp_path / "x.db"), desktop)
    first, _ = both_ways(laptop, desktop, tmp_path)

    assert contents(first) == contents(laptop)
    assert told.conflicts == (Disagreement("anna", "person", "changed here later", "removed there"),)


def test_a_removal_that_was_undone_removes_nothing(laptop: Desk, desktop: Desk) -> None:
    changed(desktop, lambda records: records.remove_person(1))
    desktop.undo()

    assert removed(desktop).rows == {}
    assert not take_in(laptop, desktop).is_news


def test_a_tag_taken_away_there_is_taken_away_here(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    later(desktop, 1)
    changed(desktop, lambda records: records.replace_tags(1, ["milano"]))

    first, _ = both_ways(laptop, desktop, tmp_path)

    assert value(first, "SELECT group_concat(slug) FROM tag") == "milano"


def test_the_same_tag_given_on_both_machines_is_one(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    for desk in (laptop, desktop):
        changed(desk, lambda records: records.replace_tags(1, ["pm", "press"]))

    first, _ = both_ways(laptop, desktop, tmp_path)

    given = [value(desk, "SELECT uuid FROM tag WHERE slug = 'press'") for desk in (laptop, desktop)]
    assert value(first, "SELECT count(*) FROM tag") == 2
    assert value(first, "SELECT uuid FROM tag WHERE slug = 'press'") == min(map(str, given))


def test_one_event_on_both_machines_is_one_event(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    laptop.add("piotr", event="PyMilano")
    desktop.add("ola", event="PyMilano")

    first, _ = both_ways(laptop, desktop, tmp_path)

    assert value(first, "SELECT count(*) FROM event") == 1
    assert value(first, "SELECT count(*) FROM person WHERE event_id = 1") == 2


def test_of_one_handle_for_two_people_the_smaller_uuid_keeps_it(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    laptop.add("piotr", name="Piotr Nowak")
    desktop.add("piotr", name="Piotr Zieliński")

    first, second = both_ways(laptop, desktop, tmp_path)

    other = str(value(desktop, "SELECT uuid FROM person WHERE handle = 'piotr'"))
    assert value(first, "SELECT name FROM person WHERE handle = 'piotr'") == "Piotr Nowak"
    assert value(second, "SELECT handle FROM person WHERE name = 'Piotr Zieliński'") == f"piotr-{other[-4:]}"


def test_handles_that_were_swapped_come_over(laptop: Desk, tmp_path: Path) -> None:
    laptop.add("piotr")
    desktop = copied(laptop, tmp_path / "desktop.db")
    later(desktop, 1)
    for number, handle in ((1, "x"), (2, "anna"), (1, "piotr")):
        changed(desktop, lambda records, n=number, h=handle: records.change_person(n, {"handle": h}))  # type: ignore[misc]
    before = contents(laptop)

    take_in(laptop, desktop)

    assert contents(laptop) == contents(desktop)
    laptop.undo()
    assert contents(laptop) == before


def test_of_two_running_mentorships_the_one_begun_later_runs_on(laptop: Desk, desktop: Desk, tmp_path: Path) -> None:
    for desk, ahead in ((laptop, 0), (desktop, 9)):
        later(desk, ahead)
        with desk.appending() as appender:
            appender.mentorship(NewMentorship(1, "mentor", 14, desk.day, desk.day + timedelta(90)))
            appender.finish("mentor", "began")

    first, _ = both_ways(laptop, desktop, tmp_path)

    assert value(first, "SELECT count(*) FROM mentorship WHERE ended_on IS NULL") == 1
    assert value(first, "SELECT ended_on FROM mentorship WHERE ending = 'renewed'") == desktop.day.isoformat()


def test_who_was_forgotten_here_does_not_come_back(laptop: Desk) -> None:
    uuid = str(value(laptop, "SELECT uuid FROM person"))
    empty = Desk(laptop.path.with_name("empty.db"))
    with empty.appending() as appender:
        appender.connection.execute("INSERT INTO forgotten VALUES (?, '2026-01-01T00:00:00Z')", (digest(uuid),))

    assert not take_in(empty, laptop).is_news
    assert [row.entity for row in rows(empty)] == [FORGOTTEN]
    assert value(empty, "SELECT count(*) FROM change") == 0


def test_who_was_forgotten_there_is_told_of_and_stays(laptop: Desk) -> None:
    uuid = str(value(laptop, "SELECT uuid FROM person"))
    at = "2026-01-01T00:00:00Z"
    known, strange = ({"digest": digest(each), "at": at} for each in (uuid, "somebody"))

    told = take_whole(laptop, [Stored("", FORGOTTEN, known), Stored("", FORGOTTEN, strange)])

    assert told.conflicts == (Disagreement("anna", "person", "is here", "forgotten there"),)
    assert value(laptop, "SELECT group_concat(digest) FROM forgotten") == digest("somebody")


def test_rows_in_any_order_come_in(laptop: Desk, tmp_path: Path) -> None:
    laptop.add("piotr", via_id=1, event="PyMilano")
    empty = Desk(tmp_path / "empty.db")

    told = take_whole(empty, rows(laptop)[::-1])

    assert told.rejected == ()
    assert contents(empty) == contents(laptop)


def test_a_row_that_names_nobody_there_is_told_and_the_rest_comes(laptop: Desk, tmp_path: Path) -> None:
    empty = Desk(tmp_path / "empty.db")
    without = [row._replace(where=row.entity) for row in rows(laptop) if row.entity != "person"]

    told = take_whole(empty, without)

    assert {each.where for each in told.rejected} == {"participant", "tag"}
    assert told.tallies == (Tally("interaction", 1, 0, 0, 0),)


def test_the_same_row_twice_in_one_file_is_one(laptop: Desk, tmp_path: Path) -> None:
    empty = Desk(tmp_path / "empty.db")
    twice = [each for row in rows(laptop) for each in (row, row)]

    take_whole(empty, twice)

    assert contents(empty) == contents(laptop)


def test_two_rows_of_one_thing_in_one_file_are_one(laptop: Desk, tmp_path: Path) -> None:
    empty = Desk(tmp_path / "empty.db")
    tag = next(row for row in rows(laptop) if row.entity == "tag")
    again = tag._replace(values={**tag.values, "uuid": "ffffffff-0000-7000-8000-000000000001"})

    take_whole(empty, [*rows(laptop), again])

    assert contents(empty) == contents(laptop)


def test_three_machines_in_any_order(laptop: Desk, tmp_path: Path) -> None:
    desks = [laptop, *(copied(laptop, tmp_path / f"{name}.db") for name in ("desktop", "phone"))]
    for ahead, desk in enumerate(desks, start=1):
        later(desk, ahead)
        desk.log(desk.add("piotr", event="PyMilano", tags=("pm",)), 1, text=f"day {ahead}")
        edited(desk, company=f"Company {ahead}")
        changed(desk, lambda records: records.replace_tags(1, ["press", "milano"]))
    changed(desks[2], lambda records: records.remove_entry(1))

    united = []
    for order in permutations(desks):
        first = copied(order[0], tmp_path / "united.db")
        for desk in order[1:]:
            take_in(first, desk)
        united.append(contents(first))

    assert all(each == united[0] for each in united)
    assert [values["company"] for entity, values in united[0] if values.get("handle") == "anna"] == ["Company 3"]
