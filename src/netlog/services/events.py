"""Events: started, ended with a plan for the first follow-ups, shown."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.events import is_forgotten, labels_of, staggered
from netlog.domain.receipts import Changed
from netlog.domain.views_events import Attendee, EventEnd, EventLine, EventPromise, Events, EventSheet
from netlog.domain.wording import count
from netlog.errors import Ambiguous, Conflict, NotFound, UsageProblem
from netlog.ports import Reader, Records
from netlog.rows import PromiseRow, TieRow
from netlog.rows_events import AttendeeRow, EventRow
from netlog.services.ties import next_check_in

HOW = "netlog event list shows every event"


def start(records: Records, name: str, *, place: str | None, tags: Sequence[str], on: date, today: date) -> Changed:
    """Open an event, so that what is written down belongs to it; raises Conflict while another is open."""
    if on > today:
        raise UsageProblem(f"{on.isoformat()} lies ahead", hint="start an event when you are there")
    if running := records.reader.open_event():
        raise Conflict(f"{running.name} is running since {opened(running).isoformat()}", hint="netlog event end")
    number = records.event(name)
    given = {"venue": place, "labels": " ".join(tags)}
    wanted = {column: value for column, value in given.items() if value}
    records.change("event", number, {**wanted, "opened_on": on, "closed_on": None})
    words = f"started {records.reader.event_like(name)[0].name}"
    operation = records.finish("event", words)
    note = "add, log and note belong to it until netlog event end"
    return Changed(today, operation, "event", words, notes=(f"{note}{gives(place, tags)}",))


def gives(place: str | None, tags: Sequence[str]) -> str:
    """What it gives to everything written down meanwhile."""
    parts = [*(f"+{tag}" for tag in tags), *([place] if place else [])]
    return f" · {' · '.join(parts)}" if parts else ""


def opened(event: EventRow) -> date:
    """The day of its opening, or the day on which it was first mentioned."""
    return event.opened_on or event.held_on


def one_event(reader: Reader, query: str) -> EventRow:
    """The event of that name, or the only one whose name holds the words; raises NotFound or Ambiguous."""
    found = reader.event_like(query)
    if not found:
        raise NotFound("event", query, hint=HOW)
    if len(found) > 1:
        raise Ambiguous(query, [(event.slug, event.name) for event in found])
    return found[0]


def to_end(reader: Reader, query: str | None, *, is_applied: bool) -> EventRow:
    """The event that is to be ended, or for which follow-ups are to be stored after its end."""
    running = reader.open_event()
    event = running if query is None else one_event(reader, query)
    if event is None:
        raise Conflict("no event is running", hint="netlog event start NAME begins one")
    if event.opened_on is None:
        raise Conflict(f"{event.name} was never started", hint=f"netlog event start {event.slug}")
    if event.closed_on and not is_applied:
        again = f"netlog event end {event.slug} --apply stores the days of the follow-ups"
        raise Conflict(f"{event.name} ended on {event.closed_on.isoformat()}", hint=again)
    return event


def ending(
    reader: Reader, event: EventRow, *, on: date | None, per_day: float, today: date, is_stored: bool
) -> EventEnd:
    """Who was there, what was promised, and a day for each first follow-up within the capacity."""
    since, until = opened(event), on or event.closed_on or today
    if until < since:
        raise UsageProblem(
            f"{event.name} cannot end on {until.isoformat()}, before it began", hint=f"it began on {since.isoformat()}"
        )
    if until > today:
        raise UsageProblem(f"{until.isoformat()} lies ahead", hint="end an event when it is over")
    promises = reader.promised_at(event.id, since=since, until=until)
    fewest = max(1, round(per_day))
    return EventEnd(
        today=today,
        slug=event.slug,
        name=event.name,
        opened_on=since,
        closed_on=until,
        per_day=fewest,
        people=planned(reader, reader.attendees(event.id, since=since), promises, per_day=fewest, today=today),
        promises=tuple(map(promised, promises)),
        is_stored=is_stored,
    )


def planned(
    reader: Reader, rows: Sequence[AttendeeRow], promises: Sequence[PromiseRow], *, per_day: int, today: date
) -> tuple[Attendee, ...]:
    """Everybody who was there, the first follow-ups staggered: those with a promise first, then as they were met."""
    ties = {tie.id: tie for tie in reader.ties([row.id for row in rows])}
    owed = {promise.person_id for promise in promises}
    waiting = [row for row in sorted(rows, key=lambda row: row.id not in owed) if follows_up(row, ties[row.id])]
    own = [max(due_day(ties[row.id]), today.toordinal()) for row in waiting]
    places = sorted(range(len(waiting)), key=lambda place: own[place])
    days = staggered([own[place] for place in places], per_day=per_day)
    put_off = {
        waiting[place].id: date.fromordinal(day) for place, day in zip(places, days, strict=True) if day > own[place]
    }
    return tuple(attendee(row, ties[row.id], put_off.get(row.id)) for row in rows)


def follows_up(row: AttendeeRow, tie: TieRow) -> bool:
    """Whether somebody just met is still to be followed up early."""
    return row.is_new and tie.clock is not None and tie.clock.rung is not None and next_check_in(tie) is not None


def due_day(tie: TieRow) -> int:
    """The day of the next check-in, as an ordinal."""
    on = next_check_in(tie)
    return on.toordinal() if on else 0


def attendee(row: AttendeeRow, tie: TieRow, put_off: date | None) -> Attendee:
    """Somebody who was there."""
    on = put_off or next_check_in(tie)
    return Attendee(row.handle, row.name, row.is_new, row.has_words, on, put_off is not None)


def promised(row: PromiseRow) -> EventPromise:
    """A promise that was made there."""
    return EventPromise(row.id, row.side, row.handle, row.name, row.text, row.due_on)


def end(records: Records, event: EventRow, plan: EventEnd, *, today: date) -> Changed:
    """Close the event, if it is open, and put off whoever the stored plan says."""
    if event.closed_on is None:
        records.change("event", event.id, {"closed_on": plan.closed_on})
    off = [each for each in plan.people if each.is_put_off] if plan.is_stored else []
    for each in off:
        (named,) = records.reader.called(each.handle)
        records.change_person(named.id, {"snoozed_until": each.next_on})
    later = f", {count(len(off), 'first follow-up')} put off" if off else ""
    words = f"ended {event.name}{later}" if event.closed_on is None else f"planned after {event.name}{later}"
    return Changed(today, records.finish("event", words), "event", words)


def show(reader: Reader, query: str, *, today: date) -> EventSheet:
    """An event with everybody who was met or logged there."""
    event = one_event(reader, query)
    since, until = opened(event), event.closed_on or today
    rows = reader.attendees(event.id, since=date.min)
    ties = {tie.id: tie for tie in reader.ties([row.id for row in rows])}
    promises = reader.promised_at(event.id, since=since, until=until) if event.opened_on else []
    return EventSheet(
        today=today,
        slug=event.slug,
        name=event.name,
        state=state(event, today),
        held_on=event.held_on,
        opened_on=event.opened_on,
        closed_on=event.closed_on,
        place=event.venue,
        tags=labels_of(event.labels),
        people=tuple(attendee(row, ties[row.id], None) for row in rows),
        promises=tuple(map(promised, promises)),
    )


def state(event: EventRow, today: date) -> str:
    """Where an event stands."""
    if event.opened_on is None:
        return "past"
    if event.closed_on is not None:
        return "ended"
    return "forgotten" if is_forgotten(event.opened_on, today) else "running"


def events(reader: Reader, *, today: date) -> Events:
    """Every event."""
    return Events(today, tuple(line(*each, today=today) for each in reader.every_event()))


def line(event: EventRow, people: int, contacts: int, *, today: date) -> EventLine:
    """An event in the list."""
    tags = labels_of(event.labels)
    return EventLine(event.slug, event.name, state(event, today), opened(event), event.venue, tags, people, contacts)
