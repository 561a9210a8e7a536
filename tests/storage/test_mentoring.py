"""Mentorships in the store: their rhythm is the clock's, months off hide, and everything goes with the person."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, derived, recomputed

from netlog.errors import Conflict
from netlog.rows import EVERYBODY, Filters, NewPromise
from netlog.rows_mentoring import NewAgendaItem, NewMentorGoal, NewMentorSession, NewMentorship
from netlog.storage.verify import DERIVED

OF_A_CYCLE = ("mentorship", "mentor_goal", "agenda_item", "mentor_session")
LATER = [1, 40, 91, 92, 98, 99, 140, 160, 175, 190, 200, 400]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A journal with one person and a coffee today."""
    desk = Desk(tmp_path / "journal.db")
    desk.log(desk.add("laura", is_fresh=False))
    return desk


def begun(desk: Desk, **fields: object) -> int:
    """A mentorship with the person, for half a year from today."""
    new = NewMentorship(1, "mentee", 14, TODAY, TODAY + timedelta(182))
    with desk.appending() as appender:
        number = appender.mentorship(new._replace(**fields))  # type: ignore[arg-type]
        appender.finish("mentor", "began")
    return number


def filled(desk: Desk, number: int) -> None:
    """A goal, something on the agenda, and a session."""
    entry = desk.log(1)
    with desk.appending() as appender:
        appender.mentor_goal(NewMentorGoal(number, "a talk in Łódź", TODAY))
        appender.agenda_item(NewAgendaItem(number, "salary", TODAY))
        appender.mentor_session(NewMentorSession(number, entry, "delegation", None, "ask more"))
        appender.promise(NewPromise(1, "mine", "a plan", TODAY, None, entry))
        appender.finish("mentor", "filled")


def rows(desk: Desk) -> int:
    """How many rows there are about mentorships."""
    with desk.reading() as reader:
        return sum(reader.one(f"SELECT count(*) FROM {table}") for table in OF_A_CYCLE)  # noqa: S608


def hits(desk: Desk, word: str) -> list[str]:
    """Where a word stands."""
    with desk.reading() as reader:
        return [hit.source for hit in reader.search(word, Filters(people=(1,)), limit=9)[0]]


def sources(desk: Desk) -> list[str]:
    """What is open today."""
    with desk.reading() as reader:
        return [row.source for row in reader.loops(day=desk.day, filters=EVERYBODY, limit=9)]


def test_the_rhythm_holds_while_the_mentorship_runs(desk: Desk) -> None:
    number = begun(desk)
    with desk.reading() as reader:
        tie = reader.tie(1)
        assert (tie.rule, tie.clock and tie.clock.due_on) == ("mentorship", TODAY.toordinal() + 14)

    with desk.recording() as records:
        records.change("mentorship", number, {"ended_on": TODAY, "ending": "closed"})
        records.finish("mentor", "ended")
    with desk.reading() as reader:
        assert reader.tie(1).rule == "default"


def test_days_set_on_the_person_come_before_the_rhythm(desk: Desk) -> None:
    begun(desk)
    with desk.recording() as records:
        records.change_person(1, {"every_days": 3, "tier": "none"})
        records.finish("edit", "edited")
    with desk.reading() as reader:
        assert reader.tie(1).rule == "person"


def test_nobody_is_listed_in_a_month_that_is_off(desk: Desk) -> None:
    begun(desk, not_months="4,5")
    for day, hidden in ((date(2026, 3, 31), 0), (date(2026, 4, 1), 1), (date(2026, 5, 31), 1), (date(2026, 6, 1), 0)):
        desk.turn_to(day)
        with desk.reading() as reader:
            due = reader.candidates(limit=9, filters=EVERYBODY, day=day)["overdue"]
            assert (len(due), reader.tie(1).hidden_until > day.toordinal()) == (1 - hidden, bool(hidden))


@pytest.mark.parametrize("months", [None, "4,6", "1,2,3,12"])
def test_what_is_read_on_a_later_day_is_what_the_log_says_on_that_day(desk: Desk, months: str | None) -> None:
    begun(desk, not_months=months)
    for ahead in (*LATER, -3, -40):
        desk.turn_to(TODAY + timedelta(ahead))
        with desk.reading() as reader:
            assert derived(reader.connection) == recomputed(desk.path, desk.reckoning)


def test_the_middle_and_the_end_are_open_on_their_days(desk: Desk) -> None:
    number = begun(desk)
    spoken = {}
    for ahead in range(0, 200, 7):
        desk.turn_to(TODAY + timedelta(ahead))
        spoken[ahead] = sources(desk)

    assert [ahead for ahead, found in spoken.items() if "halfway" in found] == [91]
    assert [ahead for ahead, found in spoken.items() if "ending" in found] == [168, 175, 182, 189, 196]
    with desk.recording() as records:
        records.change("mentorship", number, {"ended_on": desk.day, "ending": "closed"})
        records.finish("mentor", "ended")
    assert sources(desk) == ["pay_forward"]
    desk.turn_to(desk.day + timedelta(7))
    assert sources(desk) == []


def test_everything_written_on_it_is_found(desk: Desk) -> None:
    filled(desk, begun(desk, area="leadership"))

    assert [hits(desk, word) for word in ("lodz", "salary", "delegation", "leadership")] == [
        ["mentor_goal"],
        ["agenda_item"],
        ["mentor_session"],
        ["mentorship"],
    ]


def test_a_person_goes_with_the_mentorships_and_comes_back_with_them(desk: Desk) -> None:
    filled(desk, begun(desk))
    with desk.recording() as records:
        records.remove_person(1)
        operation = records.finish("rm", "removed")
    assert rows(desk) == 0

    desk.undo(operation)
    assert rows(desk) == len(OF_A_CYCLE)


def test_a_contact_goes_with_its_session_and_not_with_its_promises(desk: Desk) -> None:
    filled(desk, begun(desk))
    with desk.recording() as records:
        records.remove_entry(2)
        records.finish("rm", "removed")

    assert rows(desk) == len(OF_A_CYCLE) - 1
    with desk.reading() as reader:
        assert [each.interaction_id for each in reader.promises(person=1)] == [None]
    assert set(DERIVED) >= {"loop", "passage"}


def test_what_a_goal_stands_on_is_not_undone_before_it(desk: Desk) -> None:
    number = begun(desk)
    filled(desk, number)

    with pytest.raises(Conflict, match="builds on it"):
        desk.undo(3)
