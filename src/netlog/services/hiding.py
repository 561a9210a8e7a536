"""Off the list for a while or for good: snooze, skip, pause, resume, let go."""

from datetime import date

from netlog.domain import wording
from netlog.domain.cadence import KIN, LONGEST_DAYS, TIERS
from netlog.domain.people import Named
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.wording import brief
from netlog.errors import Conflict, UsageProblem
from netlog.ports import Reader, Records
from netlog.rows import PauseRow, PersonRow, TieRow
from netlog.services.changing import told
from netlog.services.people import cadence_words

ASK_EVERY = 3
"""Snoozes without a contact in between, after which it is asked whether the cadence still fits."""


def snooze(records: Records, named: Named, until: date, *, today: date) -> Changed | Unchanged:
    """Hide a person until a day ahead; the clock runs on. Every third time in a row asks whether the cadence fits."""
    check_ahead(until, today, hint="snooze until a day to come, as in “2w” or “next tuesday”")
    person = records.reader.person(named.id)
    refuse_ended(person)
    if person.snoozed_until == until:
        return Unchanged(today, f"{named.name} is snoozed until {spelled(until)} already")
    records.change_person(named.id, {"snoozed_until": until})
    words = f"snoozed {named.name} until {spelled(until)}"
    changed = told(records, "snooze", words, (named,), today=today)
    return changed._replace(notes=asked_anew(records.reader, named))


def asked_anew(reader: Reader, named: Named) -> tuple[str, ...]:
    """Whether the cadence still fits, asked at every third snooze since the last full contact."""
    tie = reader.tie(named.id)
    if tie.clock is None:
        return ()
    times = reader.snoozes(named.id, since=date.fromordinal(tie.log.last) if tie.log.last else None)
    if not times or times % ASK_EVERY:
        return ()
    cadence = cadence_words(tie.clock.target_days, tie.rule)
    return (wording.often_snoozed(times, cadence=cadence, wider=wider(tie), handle=tie.handle),)


def wider(tie: TieRow) -> str:
    """The option of `edit` that would make the check-ins rarer, whichever rule sets them now."""
    sort, _, tier = tie.rule.removesuffix(KIN).partition(":")
    if sort == "tier":
        return f"--tier {TIERS[TIERS.index(tier) + 1]}"
    if sort == "default":
        return "--tier wide"
    days = tie.clock.target_days if tie.clock else LONGEST_DAYS
    return f"--every {min(2 * days, LONGEST_DAYS)}d"


def skip(records: Records, named: Named, *, today: date) -> Changed | Unchanged:
    """Pass over a check-in: half an interval is covered from today on, and no contact is counted."""
    person = records.reader.person(named.id)
    refuse_ended(person)
    if nothing := nothing_to_skip(records.reader, person, today):
        return Unchanged(today, nothing)
    records.change_person(named.id, {"skipped_on": today})
    return told(records, "skip", f"skipped {named.name}", (named,), today=today)


def nothing_to_skip(reader: Reader, person: PersonRow, today: date) -> str:
    """Why there is no check-in to pass over; empty when there is one."""
    if person.paused_on:
        return f"{person.name} is paused, so there is no check-in to skip"
    if reader.tie(person.id).clock is None:
        return f"{person.name} is in tier none, so there is no check-in to skip"
    return f"{person.name} was skipped today already" if person.skipped_on == today else ""


def pause(records: Records, named: Named, *, today: date) -> Changed | Unchanged:
    """Suspend the check-ins with a person until resumed."""
    if records.reader.person(named.id).paused_on:
        return Unchanged(today, f"{named.name} is paused already")
    records.change_person(named.id, {"paused_on": today})
    return told(records, "pause", f"paused {named.name}", (named,), today=today)


def pause_everyone(records: Records, until: date | None, *, today: date) -> Changed | Unchanged:
    """Suspend all check-ins until a day ahead, or until resumed; another day changes the end of a pause in force."""
    if until is not None:
        check_ahead(until, today, hint="pause until a day to come, as in “2w” or “11 jan”")
    held = records.reader.pause(today)
    if held and until in (None, held.until_on):
        return Unchanged(today, f"{paused(held)} already")
    if held:
        records.end_pause(until, day=today)
    else:
        records.add_pause(today, until)
    return told(records, "pause", f"paused everyone{f' until {spelled(until)}' if until else ''}", (), today=today)


def paused(held: PauseRow) -> str:
    """A pause of everybody in words."""
    return f"everyone is paused{f' until {spelled(held.until_on)}' if held.until_on else ''}"


def resume_everyone(records: Records, *, today: date) -> Changed | Unchanged:
    """Take up the check-ins with everybody again; who is paused alone stays so."""
    if records.reader.pause(today) is None:
        return Unchanged(today, "there is no pause for everyone")
    records.end_pause(today, day=today)
    return told(records, "resume", "resumed everyone", (), today=today)


def resume(records: Records, named: Named, *, today: date) -> Changed | Unchanged:
    """Take up the check-ins again: ends a pause, a snooze and a letting go."""
    person = records.reader.person(named.id)
    columns = ("paused_on", "snoozed_until", "ended_on", "ended_why")
    held = [name for name in columns if getattr(person, name) is not None]
    if not held:
        return Unchanged(today, f"{named.name} is not paused, snoozed or let go")
    records.change_person(named.id, dict.fromkeys(held))
    return told(records, "resume", f"resumed {named.name}", (named,), today=today)


def let_go(records: Records, named: Named, why: str | None, *, today: date) -> Changed | Unchanged:
    """End the tie on purpose; the history stays."""
    if records.reader.person(named.id).ended_on:
        return Unchanged(today, f"{named.name} was let go already")
    records.change_person(named.id, {"ended_on": today, "ended_why": why})
    because = f": {brief(why)}" if why else ""
    return told(records, "let-go", f"let {named.name} go{because}", (named,), today=today)


def refuse_ended(person: PersonRow) -> None:
    """Raise Conflict for somebody who was let go."""
    if person.ended_on:
        raise Conflict(
            f"you let {person.name} go on {person.ended_on.isoformat()}", hint="netlog resume brings it back"
        )


def check_ahead(until: date, today: date, *, hint: str) -> None:
    """Raise UsageProblem for a day that does not lie ahead."""
    if until <= today:
        raise UsageProblem(f"{until.isoformat()} is not ahead", hint=hint)


def spelled(day: date) -> str:
    """A day as the history has it: "Mon 11 Jan 2027"."""
    return f"{day:%a} {day.day} {day:%b %Y}"
