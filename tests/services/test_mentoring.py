"""Mentorships over a journal in memory: who is meant, what opens a session, what the morning says."""

from datetime import date, timedelta

import pytest
from tests.services.memory import CLOCK, TODAY, Writer

from netlog.domain.interactions import Direction, kind_named
from netlog.domain.people import Named
from netlog.domain.receipts import Changed
from netlog.errors import Conflict, NotFound, UsageProblem
from netlog.rows import LoopRow
from netlog.services import mentoring, mentorships
from netlog.services.capture import NO_DETAILS, Draft
from netlog.services.mentoring import Agreement, Meeting
from netlog.services.mentoring_days import agenda_with, off_until, rhythm_days, told

LAURA = Named(1, "laura", "Laura Biancheri")
AGREED = Agreement("mentee", 14, TODAY, TODAY + timedelta(182), goals=("a talk", "a talk"))


@pytest.fixture
def writer() -> Writer:
    """A journal that knows Laura."""
    writer = Writer()
    writer.add("Laura Biancheri")
    return writer


def started(writer: Writer, agreed: Agreement = AGREED) -> Changed:
    return mentoring.start(writer.appender, LAURA, agreed, today=TODAY)


def held(writer: Writer, meeting: Meeting, *, text: str = "the offsite", on: date = TODAY) -> Changed:
    """A session of that day."""
    draft = Draft((LAURA,), kind_named("meeting"), Direction.MUTUAL, on, None, text, (), NO_DETAILS)
    return mentoring.session(writer.appender, LAURA, meeting, draft, clock=CLOCK)


def test_a_start_keeps_each_goal_once_and_says_the_rhythm(writer: Writer) -> None:
    assert started(writer).words == "began as mentee of Laura Biancheri, every 2 weeks until Sat 22 May 2027"
    assert [goal.text for goal in mentorships.goals(writer.journal, LAURA, None, today=TODAY).goals] == ["a talk"]
    assert rhythm_days(writer.journal, 1, TODAY) == 14


def test_one_runs_at_a_time_in_each_role(writer: Writer) -> None:
    started(writer)
    with pytest.raises(Conflict):
        started(writer)
    started(writer, AGREED._replace(role="mentor", every_days=7))

    assert rhythm_days(writer.journal, 1, TODAY) == 7
    with pytest.raises(UsageProblem):
        mentorships.running(writer.journal, LAURA, None)
    assert mentorships.running(writer.journal, LAURA, "mentor").every_days == 7


def test_without_one_nothing_can_be_held(writer: Writer) -> None:
    with pytest.raises(NotFound):
        held(writer, Meeting())
    assert writer.journal.contacts == []


def test_a_session_opens_with_the_actions_of_the_one_before(writer: Writer) -> None:
    started(writer)
    held(writer, Meeting(pledges=(("mine", "a plan", None), ("theirs", "a sheet", TODAY))))
    opening = mentorships.opening(writer.journal, LAURA, None, today=TODAY)

    assert opening.last_topics == ("the offsite",)
    assert [each.text for each in (*opening.mine, *opening.theirs)] == ["a plan", "a sheet"]
    assert [note.partition(":")[0] for note in held(writer, Meeting()).notes] == [
        "last time you said",
        "last time Laura Biancheri said",
    ]


@pytest.mark.parametrize(
    ("meeting", "days"), [(Meeting(), 1), (Meeting(), -1), (Meeting(pledges=(("mine", "a", TODAY - timedelta(9)),)), 0)]
)
def test_a_session_lies_in_the_time_agreed_on_and_promises_for_later(
    writer: Writer, meeting: Meeting, days: int
) -> None:
    started(writer)
    with pytest.raises(UsageProblem):
        held(writer, meeting, on=TODAY + timedelta(days))


def test_feedback_both_ways_and_what_was_held_is_reviewed(writer: Writer) -> None:
    started(writer, AGREED._replace(began_on=TODAY - timedelta(100)))
    held(writer, Meeting(("salary",), "clear", "ask more", (("mine", "a plan", None),)))
    review = mentorships.review(writer.journal, LAURA, None, today=TODAY)

    assert (review.part, review.planned_so_far, review.planned) == ("early", 7, 20)
    assert (review.topics, review.feedback_given[0].text, review.feedback_got[0].text) == (
        ("salary",),
        "clear",
        "ask more",
    )
    assert [tuple(each) for each in review.actions] == [("mine", 1, 0, 0, 1), ("theirs", 0, 0, 0, 0)]


def test_the_agenda_waits_for_the_next_session(writer: Writer) -> None:
    started(writer)
    mentoring.add_agenda(writer.appender, LAURA, "salary", today=TODAY)

    assert [item.text for item in agenda_with(writer.journal, 1)] == ["salary"]
    assert writer.appender.finished[-1] == ("mentor", "on the agenda with Laura Biancheri: salary · #1")


def test_months_off_are_over_on_the_first_day_of_another(writer: Writer) -> None:
    started(writer, AGREED._replace(not_months=frozenset({11, 12})))

    assert off_until(writer.journal, 1, TODAY) == date(2027, 1, 1)
    assert off_until(writer.journal, 1, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("halfway", "half of your 26 weeks as mentee is over, the end is Sat 22 May 2027"),
        ("ending", "your 26 weeks as mentee end on Sat 22 May 2027"),
        ("pay_forward", "what you learned about sales may help somebody else one day"),
    ],
)
def test_the_morning_says_what_has_come(writer: Writer, source: str, words: str) -> None:
    started(writer, AGREED._replace(area="sales"))
    (line,) = told(writer.journal, [LoopRow(source, 1, 1, TODAY.toordinal())], TODAY)

    assert (line.sort, line.handle, line.words.partition(":")[0]) == ("mentoring", "laura", words)
