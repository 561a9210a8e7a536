"""Invented mentorships in both roles, with every hard value."""

from datetime import date

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

TODAY = date(2026, 11, 21)


def mentorship(name: str, goal: str, item: str) -> Mentorship:
    """One of mine as mentee, with boundaries, halfway through."""
    return Mentorship(
        id=4,
        handle="laura",
        name=name,
        role="mentee",
        every_days=14,
        began_on=date(2026, 8, 21),
        until_on=date(2027, 2, 21),
        ended_on=None,
        ending=None,
        area="leadership [bold]",
        channel="video",
        hours="Tue after 18",
        not_months=(8, 12),
        goals=(Goal(1, goal, date(2026, 8, 21), date(2026, 11, 3)), Goal(12, "a talk", date(2026, 9, 4), None)),
        agenda=(AgendaItem(7, item, date(2026, 11, 10), None),),
        sessions=6,
        last_session_on=date(2026, 11, 10),
    )


def mentored(name: str) -> Mentorship:
    """One of mine as mentor that has just begun, with nothing on it."""
    return mentorship(name, "", "")._replace(
        id=9,
        handle="tymek",
        role="mentor",
        every_days=30,
        began_on=TODAY,
        until_on=date(2026, 12, 26),
        area=None,
        channel=None,
        hours=None,
        not_months=(),
        goals=(),
        agenda=(),
        sessions=0,
        last_session_on=None,
    )


def mentorships(*cycles: Mentorship) -> Mentorships:
    """Those that run."""
    return Mentorships(TODAY, cycles)


def agenda(name: str, *texts: str) -> MentorAgenda:
    """The first talked about, the others open."""
    done = date(2026, 11, 10)
    items = [AgendaItem(at, text, date(2026, 10, 1), None if at else done) for at, text in enumerate(texts)]
    return MentorAgenda(TODAY, "laura", name, "mentee", tuple(items[::-1]))


def goals(name: str, *texts: str) -> MentorGoals:
    """The first reached, the others open."""
    reached = date(2026, 11, 3)
    aims = [Goal(at, text, date(2026, 8, 21), None if at else reached) for at, text in enumerate(texts)]
    return MentorGoals(TODAY, "laura", name, "mentee", tuple(aims))


def opening(name: str, text: str) -> SessionOpening:
    """What both agreed last time, one kept, one late."""
    mine = Promise(3, "mine", "laura", name, text, date(2026, 11, 10), date(2026, 11, 17), 1, None, None, 90)
    kept = mine._replace(id=4, text="read the book", outcome="kept", closed_on=date(2026, 11, 20))
    theirs = mine._replace(id=5, side="theirs", text="send the worksheet", due_on=None)
    aim = Goal(12, "a talk", date(2026, 9, 4), None)
    item = AgendaItem(7, text, date(2026, 11, 10), None)
    last_on = date(2026, 11, 10)
    return SessionOpening(
        TODAY, "laura", name, "mentee", last_on, ("delegation", text), (mine, kept), (theirs,), (item,), (aim,)
    )


def first_opening(name: str) -> SessionOpening:
    """Before the first session."""
    return SessionOpening(TODAY, "tymek", name, "mentor", None, (), (), (), (), ())


def review(name: str, text: str) -> MentorReview:
    """Halfway, with feedback both ways."""
    return MentorReview(
        today=TODAY,
        part="mid-term",
        mentorship=mentorship(name, text, "salary"),
        planned_so_far=6,
        planned=13,
        topics=("delegation", text),
        feedback_given=(Feedback(date(2026, 10, 13), "the worksheet helps"),),
        feedback_got=(Feedback(date(2026, 10, 13), text), Feedback(date(2026, 11, 10), "ask more, tell less")),
        actions=(ActionCount("mine", 9, 6, 1, 2), ActionCount("theirs", 1, 1, 0, 0)),
    )


def bare_review(name: str) -> MentorReview:
    """At the end of a cycle in which nothing was held."""
    cycle = mentored(name)._replace(until_on=date(2026, 11, 20), began_on=date(2026, 9, 20))
    nothing = (ActionCount("mine", 0, 0, 0, 0), ActionCount("theirs", 0, 0, 0, 0))
    return MentorReview(TODAY, "closing", cycle, 2, 2, (), (), (), nothing)
