"""Frozen answers about mentorships: what was agreed, what a session opens with, and how the time was spent."""

from datetime import date
from typing import NamedTuple

from netlog.domain.views_promises import Promise


class Goal(NamedTuple):
    """What a mentorship is for; `id` is the number that `mentor goals PERSON reached` takes."""

    id: int
    text: str
    set_on: date
    reached_on: date | None


class AgendaItem(NamedTuple):
    """Something to talk about; `id` is the number that `mentor agenda PERSON done` takes."""

    id: int
    text: str
    added_on: date
    done_on: date | None


class Mentorship(NamedTuple):
    """A cycle and what hangs on it; `role` is mine, `agenda` holds what is still to be talked about."""

    id: int
    handle: str
    name: str
    role: str
    every_days: int
    began_on: date
    until_on: date
    ended_on: date | None
    ending: str | None
    area: str | None
    channel: str | None
    hours: str | None
    not_months: tuple[int, ...]
    goals: tuple[Goal, ...]
    agenda: tuple[AgendaItem, ...]
    sessions: int
    last_session_on: date | None


class Mentorships(NamedTuple):
    """Running mentorships, in both roles, the earliest begun first."""

    today: date
    mentorships: tuple[Mentorship, ...]


class MentorAgenda(NamedTuple):
    """What is on the agenda with somebody, the earliest first, what was talked about already last."""

    today: date
    handle: str
    name: str
    role: str
    items: tuple[AgendaItem, ...]


class MentorGoals(NamedTuple):
    """What a mentorship is for, in the order in which it was set."""

    today: date
    handle: str
    name: str
    role: str
    goals: tuple[Goal, ...]


class SessionOpening(NamedTuple):
    """What a session opens with: what both agreed last time, then the agenda and the open goals."""

    today: date
    handle: str
    name: str
    role: str
    last_on: date | None
    last_topics: tuple[str, ...]
    mine: tuple[Promise, ...]
    theirs: tuple[Promise, ...]
    agenda: tuple[AgendaItem, ...]
    goals: tuple[Goal, ...]


class Feedback(NamedTuple):
    """What was said about how it goes, and when."""

    on: date
    text: str


class ActionCount(NamedTuple):
    """What became of the actions one side agreed to; `side` is mine or theirs."""

    side: str
    agreed: int
    kept: int
    dropped: int
    open: int


class MentorReview(NamedTuple):
    """How the time was spent; `part` is early, mid-term or closing. Planned is what the agreed rhythm makes.

    `planned_so_far` reaches to today, or to the day it ended; `planned` to the agreed end.
    """

    today: date
    part: str
    mentorship: Mentorship
    planned_so_far: int
    planned: int
    topics: tuple[str, ...]
    feedback_given: tuple[Feedback, ...]
    feedback_got: tuple[Feedback, ...]
    actions: tuple[ActionCount, ...]
