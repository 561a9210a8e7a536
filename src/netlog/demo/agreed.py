"""The invented mentorships: one in each role, agreed on at the conference.

Both are with people whose cadence is their own, which comes before an agreed rhythm: no check-in moves.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netlog.domain.agreements import end_of
from netlog.ports import Appender
from netlog.rows_mentoring import NewAgendaItem, NewMentorGoal, NewMentorship


class Cycle(NamedTuple):
    """A mentorship of half a year that has just begun."""

    name: str
    role: str
    every_days: int
    area: str
    channel: str
    not_months: str | None
    goals: tuple[str, ...]
    agenda: str


CYCLES = (
    Cycle(
        name="Edmund Hargrove",
        role="mentee",
        every_days=28,
        area="raising a first round",
        channel="video",
        not_months="8",
        goals=("know which investors fit", "a deck that needs no explaining"),
        agenda="what he would do differently",
    ),
    Cycle(
        name="Weronika Błaszczak",
        role="mentor",
        every_days=14,
        area="product discovery",
        channel="call",
        not_months=None,
        goals=("run ten interviews on her own",),
        agenda="how she picks whom to talk to",
    ),
)


def agree(appender: Appender, numbers: Mapping[str, int], *, began_on: date) -> None:
    """Add both, with what they are for and what comes up first."""
    for cycle in CYCLES:
        mentorship = appender.mentorship(
            NewMentorship(
                person_id=numbers[cycle.name],
                role=cycle.role,
                every_days=cycle.every_days,
                began_on=began_on,
                until_on=end_of("6m", began_on),
                area=cycle.area,
                channel=cycle.channel,
                not_months=cycle.not_months,
            )
        )
        for goal in cycle.goals:
            appender.mentor_goal(NewMentorGoal(mentorship, goal, began_on))
        appender.agenda_item(NewAgendaItem(mentorship, cycle.agenda, began_on))
