"""What flowed on which day, and which passages speak of what, as the journal on disk tells it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, contact, person

from netlog.rows import NewExchange
from netlog.storage.read_topics import TopicQueries


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "journal.db")
    with desk.appending() as appender:
        for handle in ("giulia", "lukasz"):
            appender.person(person(handle, TODAY))
        appender.finish("add", "added two")
    return desk


def flow(desk: Desk, way: str, *, ago: int, text: str = "a book", who: int = 1) -> None:
    with desk.appending() as appender:
        appender.exchange(NewExchange(who, way, text, TODAY - timedelta(ago)))
        appender.finish(way, way)


def met(desk: Desk, *, ago: int, kind: str = "coffee", text: str = "") -> None:
    with desk.appending() as appender:
        new = contact((1,), desk.clock)._replace(on_day=TODAY - timedelta(ago), kind=kind, text=text)
        appender.interaction(new)
        appender.finish("log", "log")


def days(desk: Desk) -> list[set[str]]:
    with desk.reading() as reader:
        return reader.flows_by_day([1, 2]).get(1, [])


def test_days_hold_what_flowed_and_mere_contacts_newest_first(desk: Desk) -> None:
    flow(desk, "asked", ago=9)
    flow(desk, "asked", ago=3)
    flow(desk, "got", ago=3)
    met(desk, ago=5)
    met(desk, ago=3)

    assert days(desk) == [{"asked", "got"}, set(), {"asked"}]


def test_a_note_and_a_day_ahead_are_no_contact(desk: Desk) -> None:
    flow(desk, "asked", ago=9)
    flow(desk, "asked", ago=8)
    met(desk, ago=2, kind="note")
    met(desk, ago=-3)
    flow(desk, "gave", ago=-3)

    assert days(desk) == [{"asked"}, {"asked"}]


def test_who_was_asked_but_once_is_not_looked_at(desk: Desk) -> None:
    flow(desk, "asked", ago=9)
    flow(desk, "asked", ago=1, who=2)

    assert days(desk) == []


def test_a_search_for_beginnings_asks_for_one_of_each_and_says_when_it_stops(desk: Desk) -> None:
    for ago, text in enumerate(["pricing page", "prezzi e page", "price only", "the pages and the prices"]):
        met(desk, ago=ago, text=text)
    flow(desk, "got", ago=1, text="a page of prices")

    with desk.reading() as reader:
        topics = TopicQueries(reader.connection, reader.reckoning)
        rows, is_partial = topics.passages_about([["pric", "prez"], ["page"]], limit=9)
        newest, is_cut = topics.passages_about([["pric", "prez"], ["page"]], limit=2)

    assert ([row[:2] for row in rows], is_partial) == (
        [("exchange", 1), ("entry", 4), ("entry", 2), ("entry", 1)],
        False,
    )
    assert ([row[:2] for row in newest], is_cut) == ([("exchange", 1), ("entry", 4), ("entry", 2)], True)


def test_clues_say_of_whom_since_when_and_leave_out_who_was_let_go(desk: Desk) -> None:
    flow(desk, "got", ago=4)
    flow(desk, "gave", ago=3)
    flow(desk, "got", ago=2, who=2)
    with desk.recording() as records:
        records.change_person(2, {"ended_on": TODAY})
        records.finish("let-go", "let go")

    with desk.reading() as reader:
        clues = TopicQueries(reader.connection, reader.reckoning).clues("exchange", [1, 2, 3])

    assert [(clue.person_id, clue.sort, clue.on, clue.words) for clue in clues] == [
        (1, "helped", date(2026, 3, 5), "a book")
    ]
