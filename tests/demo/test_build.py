"""The journal that is stored: every section of the morning on any day, and a history that can be taken back."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.demo.made import SATURDAY, Made, made_on

from netlog.demo.build import Demo
from netlog.demo.invent import contacts
from netlog.domain.views import Morning
from netlog.errors import Conflict
from netlog.rows import EVERYBODY
from netlog.services import looking

WEEK = [SATURDAY + timedelta(days) for days in range(1, 8)]
TURNS = [
    date(2028, 2, 26),
    date(2028, 2, 29),
    date(2027, 3, 1),
    date(2027, 1, 1),
    date(2027, 3, 28),
    date(2027, 10, 31),
]
TRUTH = {
    "person": "uuid, handle, name, company, met_on, event_id, via_id, birthday, since_on, paused_on, ended_why",
    "interaction": "at, on_day, kind, direction, text, minutes, place",
    "participant": "interaction_id, person_id",
    "fact": "person_id, on_day, text",
    "tag": "slug, person_id, interaction_id",
    "topic": "person_id, side, words",
    "inbox": "at, text, reason",
    "promise": "person_id, side, text, made_on, due_on, postponed, outcome, closed_on",
    "operation": "at, command, words",
}


def sections(morning: Morning) -> list[str]:
    """What the lines of the list are about."""
    return [item.section for item in (*morning.first, *morning.if_time)]


def woken_on(day: date) -> str:
    """The sleeping tie of that day: there is one on Mondays."""
    return "nobody" if day.weekday() else "Bernard Ashdown"


@pytest.mark.parametrize("day", [*WEEK, *TURNS], ids=str)
def test_every_section_is_there_on_any_day(day: date, tmp_path: Path) -> None:
    morning = made_on(day, tmp_path).morning()

    assert {item.section for item in morning.first} == {"awaiting", "reply", "birthday"}
    assert [item.section for item in morning.if_time] == ["follow-up", "follow-up", "overdue"]
    assert morning.rest > 0
    assert (morning.reconnect.tie.name if morning.reconnect else "nobody") == woken_on(day)


@pytest.mark.parametrize("day", [*WEEK, *TURNS], ids=str)
def test_a_promise_of_each_side_is_said_on_any_day(day: date, tmp_path: Path) -> None:
    found = [
        (loop.sort, loop.handle, loop.words.partition(" · ")[2][:3]) for loop in made_on(day, tmp_path).morning().loops
    ]

    assert ("promise", "lukasz", "by ") in found
    assert ("promised", "beatrice", "was") in found


def test_the_overdue_one_is_the_one_the_walk_explains(saturday: Made) -> None:
    with saturday.reader() as reader:
        giulia = reader.matching("giulia")[0]

        assert (reader.rank(giulia.id, day=SATURDAY) or (0, 0))[0] == 1
    assert saturday.morning().if_time[-1].tie.handle == giulia.handle


def test_the_states_of_ties_are_all_to_be_seen(saturday: Made) -> None:
    with saturday.reader() as reader:
        states = {person.state for person in looking.people(reader, EVERYBODY, today=SATURDAY, sort="name").people}

    assert states == {"warm", "soon", "due", "drifting", "dormant", "paused", "snoozed", "let go", "none"}


def test_a_dozen_people_were_met_at_a_conference_three_days_ago(saturday: Made) -> None:
    query = "SELECT met_on FROM person JOIN event ON event.id = event_id WHERE held_on = met_on"

    assert saturday.rows(query) == [("2026-11-18",)] * 12


def test_the_answer_counts_what_is_stored(saturday: Made) -> None:
    counts = {table: saturday.rows(f"SELECT count(*) FROM {table}")[0][0] for table in TRUTH}  # noqa: S608

    assert saturday.answer == Demo(
        path=str(saturday.path),
        people=60,
        interactions=counts["interaction"],
        inbox=3,
        operations=counts["operation"],
        since=contacts(SATURDAY)[0].on,
        today=SATURDAY,
        try_it=saturday.answer.try_it,
    )


def test_the_inbox_waits_for_two_sorts_of_names_and_for_none(saturday: Made) -> None:
    reasons = [reason for (reason,) in saturday.rows("SELECT reason FROM inbox ORDER BY id")]

    assert reasons == ["“Anna” could be anna or anna-m", "nobody answers to “Bartek”", "nobody is named"]


def test_history_begins_with_one_operation_and_ends_with_single_ones(saturday: Made) -> None:
    (first, *others) = saturday.rows("SELECT command, words FROM operation ORDER BY id")

    assert first == ("demo", f"added 60 people met over two years, with {len(contacts(SATURDAY))} contacts")
    assert {command for command, _ in others} == {"asked-by", "let-go", "log", "note", "pause", "snooze"}


def test_nothing_was_written_later_than_now(saturday: Made) -> None:
    assert saturday.rows("SELECT max(at) FROM operation") <= [("2026-11-21T12:00:00Z",)]
    assert saturday.rows("SELECT max(at) FROM interaction") <= [("2026-11-21T12:00:00Z",)]


def test_two_demos_of_a_day_differ_in_nothing_but_identifiers(saturday: Made, tmp_path: Path) -> None:
    other = made_on(SATURDAY, tmp_path)

    for table, columns in TRUTH.items():
        query = f"SELECT {columns} FROM {table} ORDER BY id"  # noqa: S608
        assert saturday.rows(query) == other.rows(query), table
    assert saturday.morning() == other.morning()


def test_a_demo_is_made_in_a_moment(tmp_path: Path) -> None:
    began = time.process_time()
    made_on(SATURDAY, tmp_path)

    assert time.process_time() - began < 5


@pytest.mark.parametrize("there", ["a text", ""])
def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path, there: str) -> None:
    (tmp_path / "journal.db").write_text(there)

    with pytest.raises(Conflict, match="is there already"):
        made_on(SATURDAY, tmp_path)
    assert (tmp_path / "journal.db").read_text() == there


def test_help_flowed_each_way_and_one_thing_asked_is_still_open(saturday: Made) -> None:
    flows = dict(saturday.rows("SELECT flow, count(*) FROM exchange GROUP BY flow"))
    still_open = "SELECT name FROM exchange JOIN person ON person.id = person_id WHERE flow = 'asked_by' AND {}"

    assert set(flows) == {"gave", "got", "asked", "asked_by"}
    assert saturday.rows(still_open.format("answered_on IS NULL")) == [("Tymoteusz Kłos",)]
