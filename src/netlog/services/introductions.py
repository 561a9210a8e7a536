"""Introducing people to each other: an idea, both asked, made, and how it went."""

from datetime import date, timedelta

from netlog.domain.introductions import (
    CAN_DECLINE,
    DECLINED,
    STEPS,
    Side,
    is_busier,
    is_closed,
    moved,
    next_step,
    standing,
)
from netlog.domain.people import Named
from netlog.domain.receipts import Changed
from netlog.domain.views_introductions import IntroductionLine, Introductions
from netlog.domain.wording import count
from netlog.errors import Conflict, NotFound, UsageProblem, shorten
from netlog.ports import Appender, Reader, Records
from netlog.rows import IntroductionRow, NewIntroduction
from netlog.services.introduced import how

YEAR = timedelta(365)


def introduce(
    appender: Appender, one: Named, other: Named, why: str, *, first: Named | None = None, today: date
) -> Changed:
    """Keep the idea of introducing two people; raises Conflict while another for the two is open."""
    refuse_pair(appender.reader, one, other, first)
    sides = side(appender.reader, one, today), side(appender.reader, other, today)
    swap = first.id == other.id if first else is_busier(*sides)
    asked, then = (other, one) if swap else (one, other)
    new = NewIntroduction(asked.id, then.id, why, "idea", today)
    number = appender.introduction(new)
    words = f"{moved(asked.name, then.name, state='idea')} (introduction {number})"
    operation = appender.finish("intro", words)
    reason = "" if first else because(*(sides[::-1] if swap else sides))
    following = f"next: {next_step(asked.name, then.name, state='idea')}{reason} · then netlog intro next {number}"
    return Changed(today, operation, "intro", words, notes=(following,))


def refuse_pair(reader: Reader, one: Named, other: Named, first: Named | None) -> None:
    """Raise UsageProblem for a pair that is none, Conflict when there is an open introduction of it."""
    if one.id == other.id:
        raise UsageProblem(f"{one.name} knows {one.name} already", hint="name two people: netlog intro A B --why TEXT")
    if first and first.id not in (one.id, other.id):
        raise UsageProblem(f"{first.name} is not one of the two", hint=f"--first {one.handle}, or {other.handle}")
    for row in reader.introductions(person=one.id):
        if other.id in (row.person_id, row.other_id) and not is_closed(row.state):
            raise Conflict(
                f"there is an open introduction of {row.name} to {row.other_name}: number {row.id}",
                hint=f"netlog intro next {row.id} moves it on, netlog intro decline {row.id} closes it",
            )


def side(reader: Reader, named: Named, today: date) -> Side:
    """How busy somebody is, as far as the journal knows."""
    tie = reader.tie(named.id)
    days = {on for on, worth in reader.contact_days(named.id) if worth > 0 and today - YEAR < on <= today}
    return Side(len(days), tie.clock.target_days if tie.clock else None)


def because(first: Side, second: Side) -> str:
    """Why the first is asked first; nothing when there is no difference."""
    if first.contacts != second.contacts:
        return f" ({count(first.contacts, 'contact')} in the last year, against {second.contacts})"
    return "" if first == second else f" (a check-in every {first.target_days} days)"


def move_on(records: Records, number: int, outcome: str | None, *, today: date) -> Changed:
    """Go on to the next state; the last one takes an outcome in words."""
    row = one_introduction(records.reader, number)
    refuse_closed(row)
    state = STEPS[row.state]
    if outcome and state != "done":
        raise UsageProblem(
            f"introduction {number} has not been made yet, so nothing can be said of how it went",
            hint=f"netlog intro next {number}",
        )
    dated = {"made_on": today} if state == "made" else {}
    told = {"outcome": outcome} if outcome else {}
    records.change("introduction", number, {"state": state, "moved_on": today, **dated, **told})
    return changed(records, row, state, outcome, today=today)


def decline(records: Records, number: int, why: str | None, *, today: date) -> Changed:
    """Close an introduction that one side does not want."""
    row = one_introduction(records.reader, number)
    refuse_closed(row)
    if row.state not in CAN_DECLINE:
        raise Conflict(
            f"introduction {number} has been made already",
            hint=f'netlog intro next {number} "how it went" closes it',
        )
    records.change("introduction", number, {"state": DECLINED, "moved_on": today, "outcome": why})
    return changed(records, row, DECLINED, why, today=today)


def changed(records: Records, row: IntroductionRow, state: str, said: str | None, *, today: date) -> Changed:
    """Finish the operation; the receipt says what comes next."""
    about = f": {shorten(' '.join(said.split()))}" if said else ""
    words = f"{moved(row.name, row.other_name, state=state)}{about} (introduction {row.id})"
    operation = records.finish("intro", words)
    following = next_step(row.name, row.other_name, state=state)
    notes = (f"next: {following} · then {how(row.id, state)}",) if following else ()
    return Changed(today, operation, "intro", words, notes=notes)


def one_introduction(reader: Reader, number: int) -> IntroductionRow:
    """The introduction of that number; raises NotFound."""
    if not (found := reader.introductions(numbers=[number])):
        raise NotFound("introduction", str(number), hint="netlog intro list --all shows the numbers")
    return found[0]


def refuse_closed(row: IntroductionRow) -> None:
    """Raise Conflict for an introduction that is done or declined."""
    if is_closed(row.state):
        raise Conflict(
            f"introduction {row.id} is closed: {row.state} on {row.moved_on.isoformat()}",
            hint="netlog undo takes the last step back, netlog intro A B --why TEXT begins anew",
        )


def introductions(reader: Reader, *, today: date, is_all: bool = False) -> Introductions:
    """What is open, or everything."""
    rows = reader.introductions()
    shown = [row for row in rows if is_all or not is_closed(row.state)]
    return Introductions(today, tuple(listed(row, today) for row in shown), len(rows) - len(shown))


def listed(row: IntroductionRow, today: date) -> IntroductionLine:
    """A line of the list."""
    return IntroductionLine(
        id=row.id,
        handle=row.handle,
        name=row.name,
        other_handle=row.other_handle,
        other_name=row.other_name,
        state=row.state,
        moved_on=row.moved_on,
        made_on=row.made_on,
        why=row.why,
        outcome=row.outcome,
        stands=standing(row.name, row.other_name, state=row.state, moved_on=row.moved_on, today=today),
        then=next_step(row.name, row.other_name, state=row.state),
    )
