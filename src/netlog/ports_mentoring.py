"""What the services need from the outside for mentorships."""

from collections.abc import Collection
from typing import Protocol

from netlog.rows_mentoring import (
    Course,
    MentorshipRow,
    NewAgendaItem,
    NewMentorGoal,
    NewMentorSession,
    NewMentorship,
)


class MentoringReader(Protocol):
    """What can be asked of a journal about mentorships."""

    def mentorships(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[MentorshipRow]:
        """Mentorships, running or ended, the earliest begun first; of one person, or of those numbers."""
        ...

    def course(self, mentorship: int) -> Course:
        """What hangs on a mentorship."""
        ...


class MentoringAppender(Protocol):
    """What can be added about mentorships."""

    def mentorship(self, new: NewMentorship) -> int:
        """Begin a mentorship; its number."""
        ...

    def mentor_goal(self, new: NewMentorGoal) -> int:
        """Set a goal; its number."""
        ...

    def agenda_item(self, new: NewAgendaItem) -> int:
        """Put something on the agenda; its number."""
        ...

    def mentor_session(self, new: NewMentorSession) -> int:
        """Add what a meeting was about; its number."""
        ...
