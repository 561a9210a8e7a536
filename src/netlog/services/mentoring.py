"""Mentorships from their start to a graceful end: start, session, agenda, goals, renew, end."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.clock import Clock
from netlog.domain.agreements import check_cycle
from netlog.domain.mentoring import CLOSED, MENTEE, RENEWED, every
from netlog.domain.people import Named
from netlog.domain.promises import MINE, standing
from netlog.domain.promises import line as promise_line
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.views_mentoring import SessionOpening
from netlog.domain.views_promises import Promise
from netlog.domain.wording import brief
from netlog.errors import Conflict, NotFound, UsageProblem
from netlog.ports import Appender, Reader, Records
from netlog.rows_mentoring import MentorshipRow, NewAgendaItem, NewMentorGoal, NewMentorSession, NewMentorship
from netlog.services.capture import Draft, interaction
from netlog.services.changing import upcoming
from netlog.services.hiding import spelled
from netlog.services.mentorships import latest, of_role, opening, running
from netlog.services.promises import Pledge, check_due, made

THANKS = {
    "mentee": "a thank-you that says what changed for you is the best ending: netlog log {handle} … --out",
    "mentor": "thank {name} for the trust, and say what you saw them do: netlog log {handle} … --out",
}
PAY_FORWARD = "what you learned may help somebody else one day; due says so once, this week"


class Agreement(NamedTuple):
    """What both sides agree on at the start."""

    role: str
    every_days: int
    began_on: date
    until_on: date
    goals: tuple[str, ...] = ()
    area: str | None = None
    channel: str | None = None
    hours: str | None = None
    not_months: frozenset[int] = frozenset()


class Meeting(NamedTuple):
    """What a session brought beside its text."""

    topics: tuple[str, ...] = ()
    feedback_given: str | None = None
    feedback_got: str | None = None
    pledges: tuple[Pledge, ...] = ()


def start(appender: Appender, named: Named, agreed: Agreement, *, today: date) -> Changed:
    """Begin a mentorship; raises UsageProblem for a cycle that cannot be, Conflict for a second one."""
    check_days(agreed.began_on, agreed.until_on, agreed.every_days, today)
    refuse_second(appender.reader, named, agreed.role)
    number = appender.mentorship(
        NewMentorship(
            person_id=named.id,
            role=agreed.role,
            every_days=agreed.every_days,
            began_on=agreed.began_on,
            until_on=agreed.until_on,
            area=agreed.area,
            channel=agreed.channel,
            hours=agreed.hours,
            not_months=",".join(map(str, sorted(agreed.not_months))) or None,
        )
    )
    for goal in dict.fromkeys(agreed.goals):
        appender.mentor_goal(NewMentorGoal(number, goal, agreed.began_on))
    rhythm = f"{every(agreed.every_days)} until {spelled(agreed.until_on)}"
    words = f"began as {agreed.role} of {named.name}, {rhythm}"
    notes = () if agreed.goals else (f"say what it is for: netlog mentor goals {named.handle} add “…”",)
    return told(appender, words, named, today=today, notes=notes)


def check_days(began_on: date, until_on: date, every_days: int, today: date) -> None:
    """Raise UsageProblem unless it has begun, ends after that and ahead, and leaves time to meet."""
    if began_on > today:
        raise UsageProblem(f"{began_on.isoformat()} lies ahead", hint="start it on the day it begins")
    if until_on <= began_on:
        raise UsageProblem(
            f"it cannot end on {until_on.isoformat()}, before it began", hint="give a day to come, or --for 6m"
        )
    if until_on <= today:
        raise UsageProblem(f"it would be over since {until_on.isoformat()}", hint="let it last longer, as --for 1y")
    check_cycle(every_days=every_days, days=(until_on - began_on).days)


def refuse_second(reader: Reader, named: Named, role: str) -> None:
    """Raise Conflict when a mentorship in that role runs already."""
    if any(row.ended_on is None for row in of_role(reader, named, role)):
        raise Conflict(
            f"you are {role} of {named.name} already",
            hint=f"netlog mentor renew {named.handle} --for 6m goes on, mentor end {named.handle} ends it",
        )


def session(
    appender: Appender, named: Named, meeting: Meeting, draft: Draft, *, clock: Clock, role: str | None = None
) -> Changed:
    """Log a meeting with what it brought, as one operation; the receipt opens with what was agreed last time."""
    row = running(appender.reader, named, role)
    check_meeting(row, meeting, draft.on, clock.today)
    before = opening(appender.reader, named, row.role, today=clock.today)
    entry = appender.interaction(interaction(draft, clock))
    appender.mentor_session(
        NewMentorSession(
            mentorship_id=row.id,
            interaction_id=entry,
            topics="\n".join(dict.fromkeys(meeting.topics)) or None,
            feedback_given=meeting.feedback_given,
            feedback_got=meeting.feedback_got,
        )
    )
    agreed = [made(appender, named, pledge, made_on=draft.on, entry=entry) for pledge in meeting.pledges]
    notes = (*agreed_last_time(before), *(agreed_now(each, clock.today) for each in agreed))
    words = f"session with {named.name} as {row.role}, {spelled(draft.on)}"
    return told(appender, words, named, today=clock.today, notes=notes)


def check_meeting(row: MentorshipRow, meeting: Meeting, on: date, today: date) -> None:
    """Raise UsageProblem for a session ahead, before the start, or with an action that was due before it."""
    if on > today:
        raise UsageProblem(f"{on.isoformat()} lies ahead", hint="log a session once it was held")
    if on < row.began_on:
        raise UsageProblem(
            f"{on.isoformat()} lies before the start, {row.began_on.isoformat()}",
            hint="log it as a contact: netlog log",
        )
    for _, _, due_on in meeting.pledges:
        check_due(due_on, on)


def agreed_last_time(before: SessionOpening) -> tuple[str, ...]:
    """What became of the actions of both sides, one line each."""
    agreed = ((each, "you") for each in before.mine), ((each, before.name) for each in before.theirs)
    return tuple(
        f"last time {who} said: {each.text} · {standing(each, before.today)}{closing(each)}"
        for side in agreed
        for each, who in side
    )


def closing(each: Promise) -> str:
    """The command that closes an open action."""
    return "" if each.outcome else f" · netlog keep {each.id}"


def agreed_now(each: Promise, today: date) -> str:
    """A new action in one line."""
    who = "you will" if each.side == MINE else f"{each.name} will"
    return f"{who}: {promise_line(each, today) if each.due_on else each.text} · #{each.id}"


def add_agenda(appender: Appender, named: Named, text: str, *, today: date, role: str | None = None) -> Changed:
    """Put something on the agenda of the next session."""
    row = running(appender.reader, named, role)
    number = appender.agenda_item(NewAgendaItem(row.id, text, today))
    return written(appender, f"on the agenda with {named.name}: {brief(text)} · #{number}", today=today)


def done_agenda(
    records: Records, named: Named, number: int, *, today: date, role: str | None = None
) -> Changed | Unchanged:
    """Take something off the agenda, for it was talked about; raises NotFound for another number."""
    row = running(records.reader, named, role)
    found = [item for item in records.reader.course(row.id).agenda if item.id == number]
    if not found:
        raise NotFound("agenda item", str(number), hint=f"netlog mentor agenda {named.handle} lists them")
    if found[0].done_on:
        return Unchanged(today, f"{brief(found[0].text)}: done on {spelled(found[0].done_on)} already")
    records.change("agenda_item", number, {"done_on": today})
    return written(records, f"talked about with {named.name}: {brief(found[0].text)}", today=today)


def add_goal(appender: Appender, named: Named, text: str, *, today: date, role: str | None = None) -> Changed:
    """Set one more goal."""
    row = running(appender.reader, named, role)
    number = appender.mentor_goal(NewMentorGoal(row.id, text, today))
    return written(appender, f"goal with {named.name}: {brief(text)} · #{number}", today=today)


def reach_goal(
    records: Records, named: Named, number: int, *, today: date, role: str | None = None
) -> Changed | Unchanged:
    """Note that a goal was reached; raises NotFound for another number."""
    row = running(records.reader, named, role)
    found = [goal for goal in records.reader.course(row.id).goals if goal.id == number]
    if not found:
        raise NotFound("goal", str(number), hint=f"netlog mentor goals {named.handle} lists them")
    if found[0].reached_on:
        return Unchanged(today, f"{brief(found[0].text)}: reached on {spelled(found[0].reached_on)} already")
    records.change("mentor_goal", number, {"reached_on": today})
    return written(records, f"goal reached with {named.name}: {brief(found[0].text)}", today=today)


def renew(records: Records, named: Named, until_on: date, *, today: date, role: str | None = None) -> Changed:
    """Close the cycle and begin the next on the same terms; open goals and the agenda go with it."""
    row = running(records.reader, named, role)
    began_on = max(today, row.began_on)
    check_days(began_on, until_on, row.every_days, began_on)
    if until_on <= row.until_on:
        raise UsageProblem(
            f"it runs until {row.until_on.isoformat()} already", hint="give a later day, or end it: netlog mentor end"
        )
    course = records.reader.course(row.id)
    records.change("mentorship", row.id, {"ended_on": began_on, "ending": RENEWED})
    number = records.mentorship(next_cycle(row, began_on, until_on))
    for goal in course.goals:
        if goal.reached_on is None:
            records.mentor_goal(NewMentorGoal(number, goal.text, goal.set_on))
    for item in course.agenda:
        if item.done_on is None:
            records.change("agenda_item", item.id, {"mentorship_id": number})
    return told(records, f"renewed as {row.role} of {named.name}, until {spelled(until_on)}", named, today=today)


def next_cycle(row: MentorshipRow, began_on: date, until_on: date) -> NewMentorship:
    """The cycle that follows, on the same terms."""
    return NewMentorship(
        person_id=row.person_id,
        role=row.role,
        every_days=row.every_days,
        began_on=began_on,
        until_on=until_on,
        area=row.area,
        channel=row.channel,
        hours=row.hours,
        not_months=row.not_months,
    )


def end(
    records: Records, named: Named, why: str | None, *, today: date, role: str | None = None
) -> Changed | Unchanged:
    """Close the mentorship; what was held and agreed stays, and the receipt proposes a thank-you."""
    row = latest(records.reader, named, role)
    if row.ended_on:
        return Unchanged(today, f"you ended it as {row.role} of {named.name} on {spelled(row.ended_on)}")
    ended_on = max(today, row.began_on)
    records.change("mentorship", row.id, {"ended_on": ended_on, "ending": CLOSED, "ended_why": why})
    because = f": {brief(why)}" if why else ""
    thanks = THANKS[row.role].format(name=named.name, handle=named.handle)
    notes = (thanks, PAY_FORWARD) if row.role == MENTEE else (thanks,)
    return told(records, f"ended as {row.role} of {named.name}{because}", named, today=today, notes=notes)


def told(appender: Appender, words: str, named: Named, *, today: date, notes: Sequence[str] = ()) -> Changed:
    """Finish the operation, and say when the next check-in comes."""
    changed = written(appender, words, today=today)
    return changed._replace(next=upcoming(appender.reader, (named,)), notes=tuple(notes))


def written(appender: Appender, words: str, *, today: date) -> Changed:
    """Finish an operation that leaves the rhythm as it is."""
    return Changed(today, appender.finish("mentor", words), "mentor", words)
