"""Mentorships of a journal in memory: lists, and what the ports ask of them."""

from collections.abc import Collection
from typing import Any

from netlog.rows import NewInteraction, PersonRow
from netlog.rows_mentoring import (
    AgendaRow,
    Course,
    GoalRow,
    MentorshipRow,
    NewAgendaItem,
    NewMentorGoal,
    NewMentorSession,
    NewMentorship,
    SessionRow,
)


class Cycles:
    """What can be asked about mentorships."""

    def __init__(self) -> None:
        self.rows: list[PersonRow] = []
        self.contacts: list[NewInteraction] = []
        self.agreed: list[NewMentorship] = []
        self.goals: list[NewMentorGoal] = []
        self.agenda: list[NewAgendaItem] = []
        self.sessions: list[NewMentorSession] = []
        self.ended: dict[int, dict[str, Any]] = {}

    def mentorships(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[MentorshipRow]:
        rows = [self.cycle(at, new) for at, new in enumerate(self.agreed, start=1)]
        return [row for row in rows if person in (None, row.person_id) and (numbers is None or row.id in numbers)]

    def cycle(self, number: int, new: NewMentorship) -> MentorshipRow:
        """A mentorship with the names of the other side."""
        other = self.rows[new.person_id - 1]
        ending = {"ended_on": None, "ending": None, "ended_why": None} | self.ended.get(number, {})
        return MentorshipRow(**{**new._asdict(), **ending, "id": number, "handle": other.handle, "name": other.name})

    def course(self, mentorship: int) -> Course:
        goals = [(at, new) for at, new in enumerate(self.goals, start=1) if new.mentorship_id == mentorship]
        agenda = [(at, new) for at, new in enumerate(self.agenda, start=1) if new.mentorship_id == mentorship]
        sessions = [(at, new) for at, new in enumerate(self.sessions, start=1) if new.mentorship_id == mentorship]
        return Course(
            tuple(GoalRow(at, new.text, new.set_on, None) for at, new in goals),
            tuple(AgendaRow(at, new.text, new.added_on, None) for at, new in agenda),
            tuple(sorted((self.session(at, new) for at, new in sessions), key=lambda row: (row.on, row.id))),
        )

    def session(self, number: int, new: NewMentorSession) -> SessionRow:
        """A session with its contact."""
        contact = self.contacts[new.interaction_id - 1]
        return SessionRow(
            number,
            new.interaction_id,
            contact.on_day,
            contact.text,
            new.topics,
            new.feedback_given,
            new.feedback_got,
        )


class CyclesAppender:
    """What can be added about mentorships."""

    reader: Any

    def mentorship(self, new: NewMentorship) -> int:
        self.reader.agreed.append(new)
        return len(self.reader.agreed)

    def mentor_goal(self, new: NewMentorGoal) -> int:
        self.reader.goals.append(new)
        return len(self.reader.goals)

    def agenda_item(self, new: NewAgendaItem) -> int:
        self.reader.agenda.append(new)
        return len(self.reader.agenda)

    def mentor_session(self, new: NewMentorSession) -> int:
        self.reader.sessions.append(new)
        return len(self.reader.sessions)
