"""What is true of mentorships: cycles, their goals, what is on the agenda, sessions."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text

from netlog.storage.tables import AUTOINCREMENT, Row, reference


class Mentorship(Row, table=True):
    """A cycle in which I am mentor or mentee; running until it is closed or renewed, which begins the next.

    `not_months` are numbers of months without meetings, parted by commas.
    """

    person_id: int = reference("person.id")
    role: str
    every_days: int
    began_on: date
    until_on: date
    area: str | None = None
    channel: str | None = None
    hours: str | None = None
    not_months: str | None = None
    ended_on: date | None = None
    ending: str | None = None
    ended_why: str | None = None

    __table_args__ = (
        CheckConstraint("role IN ('mentor', 'mentee')", name="role_is_known"),
        CheckConstraint("every_days BETWEEN 1 AND 3650", name="every_days_in_range"),
        CheckConstraint("until_on > began_on", name="ends_after_it_began"),
        CheckConstraint("ending IN ('closed', 'renewed')", name="ending_is_known"),
        CheckConstraint("(ended_on IS NULL) = (ending IS NULL)", name="ended_in_some_way"),
        Index("ix_mentorship_running", "person_id", "role", unique=True, sqlite_where=text("ended_on IS NULL")),
        AUTOINCREMENT,
    )


class MentorGoal(Row, table=True):
    """What a mentorship is for, and the day on which it was reached."""

    __tablename__: ClassVar[Any] = "mentor_goal"

    mentorship_id: int = reference("mentorship.id")
    text: str
    set_on: date
    reached_on: date | None = None

    __table_args__ = (AUTOINCREMENT,)


class AgendaItem(Row, table=True):
    """Something to talk about at a session to come."""

    __tablename__: ClassVar[Any] = "agenda_item"

    mentorship_id: int = reference("mentorship.id")
    text: str
    added_on: date
    done_on: date | None = None

    __table_args__ = (AUTOINCREMENT,)


class MentorSession(Row, table=True):
    """What a meeting of a mentorship was about, one topic a line, and the feedback given both ways."""

    __tablename__: ClassVar[Any] = "mentor_session"

    mentorship_id: int = reference("mentorship.id")
    interaction_id: int = reference("interaction.id")
    topics: str | None = None
    feedback_given: str | None = None
    feedback_got: str | None = None

    __table_args__ = (UniqueConstraint("interaction_id"), AUTOINCREMENT)
