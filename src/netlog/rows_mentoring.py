"""What passes between the services and the store about mentorships: drafts to be written, rows as they are read."""

from datetime import date
from typing import NamedTuple


class NewMentorship(NamedTuple):
    """A cycle to begin; `not_months` are numbers of months parted by commas."""

    person_id: int
    role: str
    every_days: int
    began_on: date
    until_on: date
    area: str | None = None
    channel: str | None = None
    hours: str | None = None
    not_months: str | None = None


class NewMentorGoal(NamedTuple):
    """What a mentorship is for."""

    mentorship_id: int
    text: str
    set_on: date


class NewAgendaItem(NamedTuple):
    """Something to talk about at a session to come."""

    mentorship_id: int
    text: str
    added_on: date


class NewMentorSession(NamedTuple):
    """What a meeting was about, one topic a line, and the feedback given both ways."""

    mentorship_id: int
    interaction_id: int
    topics: str | None = None
    feedback_given: str | None = None
    feedback_got: str | None = None


class MentorshipRow(NamedTuple):
    """A mentorship as stored, with the person's names; no `ended_on` means running."""

    id: int
    person_id: int
    handle: str
    name: str
    role: str
    every_days: int
    began_on: date
    until_on: date
    area: str | None
    channel: str | None
    hours: str | None
    not_months: str | None
    ended_on: date | None
    ending: str | None
    ended_why: str | None


class GoalRow(NamedTuple):
    """A goal of a mentorship; no `reached_on` means open."""

    id: int
    text: str
    set_on: date
    reached_on: date | None


class AgendaRow(NamedTuple):
    """An item on the agenda of a mentorship; no `done_on` means open."""

    id: int
    text: str
    added_on: date
    done_on: date | None


class SessionRow(NamedTuple):
    """A session with the entry it was logged as."""

    id: int
    interaction_id: int
    on: date
    text: str
    topics: str | None
    feedback_given: str | None
    feedback_got: str | None


class Course(NamedTuple):
    """What hangs on a mentorship: goals, the agenda, and sessions, each the earliest first."""

    goals: tuple[GoalRow, ...]
    agenda: tuple[AgendaRow, ...]
    sessions: tuple[SessionRow, ...]
