"""What mentorships make of a day: the lines of the morning, the rhythm that holds, the months that are off."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from netlog.domain.mentoring import CLOSED, Terms, away_until, lasting, rhythm
from netlog.domain.promises import spelled
from netlog.domain.views import Loop
from netlog.ports import Reader
from netlog.rows import LoopRow
from netlog.rows_mentoring import AgendaRow, MentorshipRow

Line = tuple[str, str]
"""Words, and the command that goes with them."""


def told(reader: Reader, rows: Sequence[LoopRow], today: date) -> list[Loop]:
    """The lines about the middle and the end of mentorships, and about paying it forward."""
    known = {row.id: row for row in reader.mentorships(numbers=[row.source_id for row in rows])}
    return [line(each.source, known[each.source_id], today) for each in rows]


def line(source: str, row: MentorshipRow, today: date) -> Loop:
    """One line: what has come, and the command that goes with it."""
    words, how = LINES[source](row, today)
    on = row.ended_on if row.ending == CLOSED else row.until_on
    return Loop("mentoring", row.id, row.handle, row.name, on, words, how)


def halfway(row: MentorshipRow, today: date) -> Line:
    """Half of the time is over."""
    return (
        f"half of your {length(row)} as {row.role} is over, the end is {spelled(row.until_on, today)}:"
        " a good moment to look back together",
        f"netlog mentor review {row.handle}",
    )


def ending(row: MentorshipRow, today: date) -> Line:
    """The end is near, or has come."""
    verb = "end" if row.until_on >= today else "ended"
    return (
        f"your {length(row)} as {row.role} {verb} on {spelled(row.until_on, today)}: review, renew or end",
        f"netlog mentor review {row.handle}",
    )


def pay_forward(row: MentorshipRow, _: date) -> Line:
    """A cycle as mentee is over."""
    area = f" about {row.area}" if row.area else ""
    return (
        f"what you learned{area} may help somebody else one day",
        "netlog mentor start PERSON --role mentor",
    )


def boundaries(reader: Reader, person: int) -> str:
    """By which channel and at what hours the two agreed to talk, in the words they were given in."""
    running = (row for row in reader.mentorships(person=person) if row.ended_on is None)
    agreed = (words for row in running for words in (row.channel, row.hours) if words)
    return ", ".join(dict.fromkeys(agreed))


LINES: Mapping[str, Callable[[MentorshipRow, date], Line]] = {
    "halfway": halfway,
    "ending": ending,
    "pay_forward": pay_forward,
}
"""What is said, by the source of an open loop."""


def length(row: MentorshipRow) -> str:
    """How long was agreed: "6 months"."""
    return lasting(row.began_on, row.until_on)


def agreed_with(reader: Reader, person: int) -> list[Terms]:
    """What was agreed in the mentorships with a person, running and ended."""
    return [
        Terms(
            every_days=row.every_days,
            began_on=row.began_on.toordinal(),
            ended_on=row.ended_on.toordinal() if row.ended_on else None,
            not_months=frozenset(months(row.not_months)),
        )
        for row in reader.mentorships(person=person)
    ]


def months(stored: str | None) -> tuple[int, ...]:
    """The numbers of months, from the text they are stored as."""
    return tuple(map(int, stored.split(","))) if stored else ()


def rhythm_days(reader: Reader, person: int, today: date) -> int | None:
    """The days that a running mentorship gives the tie; None without one."""
    return rhythm(agreed_with(reader, person), today.toordinal())


def off_until(reader: Reader, person: int, today: date) -> date | None:
    """The day the months without meetings are over; None where none has come."""
    until = away_until(agreed_with(reader, person), today.toordinal())
    return date.fromordinal(until) if until else None


def agenda_with(reader: Reader, person: int) -> list[AgendaRow]:
    """What is still to be talked about in the running mentorships with a person."""
    running = [row for row in reader.mentorships(person=person) if row.ended_on is None]
    return [item for row in running for item in reader.course(row.id).agenda if item.done_on is None]
