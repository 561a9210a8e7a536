"""Mentorships: what was agreed, and what hangs on it."""

from collections.abc import Collection

from netlog.rows_mentoring import AgendaRow, Course, GoalRow, MentorshipRow, SessionRow
from netlog.storage.queries import Queries
from netlog.storage.read_flows import chosen, dated

MENTORSHIPS = """
    SELECT mentorship.id, person_id, handle, name, mentorship.role, mentorship.every_days, began_on, until_on, area,
           channel, hours, not_months, mentorship.ended_on, ending, mentorship.ended_why
    FROM mentorship JOIN person ON person.id = person_id
"""
SESSIONS = """
    SELECT mentor_session.id, interaction_id, on_day, text, topics, feedback_given, feedback_got
    FROM mentor_session JOIN interaction ON interaction.id = interaction_id
    WHERE mentorship_id = ? ORDER BY on_day, at, mentor_session.id
"""


class MentoringQueries(Queries):
    """Reads of mentorships; `person` narrows to one, `numbers` to those rows."""

    def mentorships(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[MentorshipRow]:
        """Mentorships, running or ended, the earliest begun first."""
        where, values = chosen("mentorship", ("person_id",), person=person, numbers=numbers)
        rows = self.all(f"{MENTORSHIPS} {where} ORDER BY began_on, mentorship.id", values)
        return [MentorshipRow._make(dated(row, (6, 7, 12))) for row in rows]

    def course(self, mentorship: int) -> Course:
        """What hangs on a mentorship."""
        goals = "SELECT id, text, set_on, reached_on FROM mentor_goal WHERE mentorship_id = ? ORDER BY id"
        agenda = "SELECT id, text, added_on, done_on FROM agenda_item WHERE mentorship_id = ? ORDER BY id"
        number = (mentorship,)
        return Course(
            goals=tuple(GoalRow._make(dated(row, (2, 3))) for row in self.all(goals, number)),
            agenda=tuple(AgendaRow._make(dated(row, (2, 3))) for row in self.all(agenda, number)),
            sessions=tuple(SessionRow._make(dated(row, (2,))) for row in self.all(SESSIONS, number)),
        )
