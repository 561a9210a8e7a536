"""Mentorships as they stand: which there are, which one is meant, what a session opens with, how the time was spent."""

from collections.abc import Collection, Sequence
from datetime import date

from netlog.domain.mentoring import middle, planned
from netlog.domain.people import Named
from netlog.domain.promises import DROPPED, KEPT, MINE, THEIRS
from netlog.domain.views_mentoring import (
    ActionCount,
    AgendaItem,
    Feedback,
    Goal,
    MentorAgenda,
    MentorGoals,
    MentorReview,
    Mentorship,
    Mentorships,
    SessionOpening,
)
from netlog.domain.views_promises import Promise
from netlog.errors import NotFound, UsageProblem
from netlog.ports import Reader
from netlog.rows_mentoring import Course, MentorshipRow, SessionRow
from netlog.services.mentoring_days import months
from netlog.services.promises import promise

HOW_TO_START = "netlog mentor start {} --role mentee --every 2w --for 6m begins one"


def mentorships(reader: Reader, *, today: date) -> Mentorships:
    """Every running mentorship."""
    return Mentorships(today, tuple(shown(reader, row) for row in reader.mentorships() if row.ended_on is None))


def of_person(reader: Reader, person: int) -> tuple[Mentorship, ...]:
    """The running mentorships with one person."""
    return tuple(shown(reader, row) for row in reader.mentorships(person=person) if row.ended_on is None)


def shown(reader: Reader, row: MentorshipRow) -> Mentorship:
    """A stored mentorship as it is shown."""
    course = reader.course(row.id)
    return Mentorship(
        id=row.id,
        handle=row.handle,
        name=row.name,
        role=row.role,
        every_days=row.every_days,
        began_on=row.began_on,
        until_on=row.until_on,
        ended_on=row.ended_on,
        ending=row.ending,
        area=row.area,
        channel=row.channel,
        hours=row.hours,
        not_months=months(row.not_months),
        goals=goals_of(course),
        agenda=tuple(item for item in agenda_of(course) if item.done_on is None),
        sessions=len(course.sessions),
        last_session_on=course.sessions[-1].on if course.sessions else None,
    )


def goals_of(course: Course) -> tuple[Goal, ...]:
    """The goals as they are shown."""
    return tuple(Goal(*row) for row in course.goals)


def agenda_of(course: Course) -> tuple[AgendaItem, ...]:
    """The agenda as it is shown, what is done last."""
    items = (AgendaItem(*row) for row in course.agenda)
    return tuple(sorted(items, key=lambda item: (item.done_on is not None, item.id)))


def running(reader: Reader, named: Named, role: str | None) -> MentorshipRow:
    """The running mentorship with a person; raises NotFound, or UsageProblem when the role must be said."""
    return only(named, [row for row in of_role(reader, named, role) if row.ended_on is None])


def latest(reader: Reader, named: Named, role: str | None) -> MentorshipRow:
    """The running mentorship with a person, else the one that ended last."""
    rows = of_role(reader, named, role)
    going = [row for row in rows if row.ended_on is None]
    return only(named, going or sorted(rows, key=lambda row: (row.ended_on or row.began_on, row.id))[-1:])


def of_role(reader: Reader, named: Named, role: str | None) -> list[MentorshipRow]:
    """The mentorships with a person, in one role or in both."""
    return [row for row in reader.mentorships(person=named.id) if role in (None, row.role)]


def only(named: Named, rows: Sequence[MentorshipRow]) -> MentorshipRow:
    """The one there is; raises NotFound without one, UsageProblem when there are two."""
    if not rows:
        raise NotFound("mentorship", named.name, hint=HOW_TO_START.format(named.handle))
    if len(rows) > 1:
        raise UsageProblem(f"you are mentor and mentee of {named.name}", hint="say which: --role mentor or mentee")
    return rows[0]


def agenda(reader: Reader, named: Named, role: str | None, *, today: date) -> MentorAgenda:
    """What is on the agenda with a person."""
    row = running(reader, named, role)
    return MentorAgenda(today, row.handle, row.name, row.role, agenda_of(reader.course(row.id)))


def goals(reader: Reader, named: Named, role: str | None, *, today: date) -> MentorGoals:
    """What the mentorship with a person is for."""
    row = running(reader, named, role)
    return MentorGoals(today, row.handle, row.name, row.role, goals_of(reader.course(row.id)))


def opening(reader: Reader, named: Named, role: str | None, *, today: date) -> SessionOpening:
    """What the next session opens with."""
    row = running(reader, named, role)
    course = reader.course(row.id)
    last = course.sessions[-1] if course.sessions else None
    agreed = actions(reader, row, [last] if last else [])
    return SessionOpening(
        today=today,
        handle=row.handle,
        name=row.name,
        role=row.role,
        last_on=last.on if last else None,
        last_topics=topics(last) if last else (),
        mine=tuple(each for each in agreed if each.side == MINE),
        theirs=tuple(each for each in agreed if each.side == THEIRS),
        agenda=tuple(item for item in agenda_of(course) if item.done_on is None),
        goals=tuple(goal for goal in goals_of(course) if goal.reached_on is None),
    )


def topics(session: SessionRow) -> tuple[str, ...]:
    """What a session was about, in the words of its topics, or else of its text."""
    return tuple(session.topics.splitlines()) if session.topics else (session.text,) if session.text else ()


def actions(reader: Reader, row: MentorshipRow, sessions: Collection[SessionRow]) -> list[Promise]:
    """What both sides agreed to do in these sessions."""
    entries = {session.interaction_id for session in sessions}
    return [promise(each) for each in reader.promises(person=row.person_id) if each.interaction_id in entries]


def review(reader: Reader, named: Named, role: str | None, *, today: date) -> MentorReview:
    """How the time of the running mentorship was spent, or of the one that ended last."""
    row = latest(reader, named, role)
    course = reader.course(row.id)
    began, until = row.began_on.toordinal(), row.until_on.toordinal()
    so_far = min(until, (row.ended_on or today).toordinal())
    agreed = actions(reader, row, course.sessions)
    return MentorReview(
        today=today,
        part=part(row, today),
        mentorship=shown(reader, row),
        planned_so_far=planned(began_on=began, until_on=so_far, every_days=row.every_days),
        planned=planned(began_on=began, until_on=until, every_days=row.every_days),
        topics=tuple(dict.fromkeys(topic for session in course.sessions for topic in topics(session))),
        feedback_given=tuple(Feedback(each.on, each.feedback_given) for each in course.sessions if each.feedback_given),
        feedback_got=tuple(Feedback(each.on, each.feedback_got) for each in course.sessions if each.feedback_got),
        actions=tuple(count(side, agreed) for side in (MINE, THEIRS)),
    )


def part(row: MentorshipRow, today: date) -> str:
    """Which look back it is: early, mid-term from half of the time on, closing at the end."""
    if row.ended_on is not None or today >= row.until_on:
        return "closing"
    half = middle(row.began_on.toordinal(), row.until_on.toordinal())
    return "mid-term" if today.toordinal() >= half else "early"


def count(side: str, agreed: Collection[Promise]) -> ActionCount:
    """What became of the actions of one side."""
    outcomes = [each.outcome for each in agreed if each.side == side]
    return ActionCount(side, len(outcomes), outcomes.count(KEPT), outcomes.count(DROPPED), outcomes.count(None))
