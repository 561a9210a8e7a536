"""Mentorships as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_mentoring import (
    MentorAgenda,
    MentorGoals,
    MentorReview,
    Mentorship,
    Mentorships,
    SessionOpening,
)
from netlog.render.columns import COLUMNS
from netlog.render.plain import Row, rows


def mentorships(view: Mentorships) -> Iterator[Row]:
    """One row per mentorship."""
    return (mentorship(each, COLUMNS["mentorships"]) for each in view.mentorships)


def mentorship(each: Mentorship, names: tuple[str, ...]) -> Row:
    """The cells of one, by name; of goals and agenda the texts."""
    texts = {name: tuple(item.text for item in getattr(each, name)) for name in ("goals", "agenda")}
    return [texts[name] if name in texts else getattr(each, name) for name in names]


def agenda(view: MentorAgenda) -> Iterator[Row]:
    """One row per item, what was talked about last."""
    return (tuple(item) for item in view.items)


def goals(view: MentorGoals) -> Iterator[Row]:
    """One row per goal."""
    return (tuple(goal) for goal in view.goals)


def opening(view: SessionOpening) -> Iterator[Row]:
    """Who and when, then actions of both sides, the agenda and open goals."""
    yield from ((name, getattr(view, name)) for name in ("handle", "name", "role", "last_on"))
    yield from (("topic", topic) for topic in view.last_topics)
    yield from (
        ("action", each.id, each.side, each.outcome, each.due_on, each.text) for each in (*view.mine, *view.theirs)
    )
    yield from (("agenda", item.id, item.text) for item in view.agenda)
    yield from (("goal", goal.id, goal.text) for goal in view.goals)


def review(view: MentorReview) -> Iterator[Row]:
    """The agreement and the counts field by field, then goals, topics, feedback and actions."""
    names = ("handle", "name", "role", "every_days", "began_on", "until_on", "ended_on", "sessions")
    yield "part", view.part
    yield from ((name, getattr(view.mentorship, name)) for name in names)
    yield "planned_so_far", view.planned_so_far
    yield "planned", view.planned
    yield from (("goal", goal.id, goal.reached_on, goal.text) for goal in view.mentorship.goals)
    yield from (("topic", topic) for topic in view.topics)
    yield from (("feedback_given", *each) for each in view.feedback_given)
    yield from (("feedback_got", *each) for each in view.feedback_got)
    yield from (("actions", *each) for each in view.actions)


rows.register(Mentorships, mentorships)
rows.register(MentorAgenda, agenda)
rows.register(MentorGoals, goals)
rows.register(SessionOpening, opening)
rows.register(MentorReview, review)
