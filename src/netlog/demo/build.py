"""Stores the invented journal: years of contacts in one transaction, then the last days one by one."""

import os
import shlex
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from netlog.clock import Clock
from netlog.demo.agreed import agree
from netlog.demo.invent import Contact, Newcomer, ago, contacts, newcomers
from netlog.demo.promised import promise
from netlog.demo.tables import Help, bridges, helps, lately
from netlog.domain.interactions import kind_named
from netlog.domain.note import read_note
from netlog.domain.people import handle_for
from netlog.errors import Conflict
from netlog.ports import Appender, Records
from netlog.rows import NewExchange, NewInteraction, NewIntroduction
from netlog.services import capture, exchanges, hiding
from netlog.services.naming import one_person
from netlog.storage.connect import opened_to_read
from netlog.storage.reader import SqlReader
from netlog.storage.records import SqlModelRecords
from netlog.storage.ties import Reckoning

CONFERENCE, CONFERENCE_DAYS = "Product Weekend Kraków", 3
EVENING = (21, 30)
SNOOZED_DAYS = 14
LET_GO_BECAUSE = "only ever wrote to sell something"


class Demo(NamedTuple):
    """An invented journal is there; `try_it` is a command line that shows its morning."""

    path: str
    people: int
    interactions: int
    inbox: int
    operations: int
    since: date
    today: date
    try_it: str


def build(path: Path, clock: Clock, reckoning: Reckoning) -> Demo:
    """Make the journal at a path where nothing is yet, else raise Conflict."""
    if os.path.lexists(path):
        raise Conflict(f"{path} is there already", hint="name a file that does not exist yet")
    everybody, told = newcomers(clock.today), contacts(clock.today)
    evening, commands = moment(clock, CONFERENCE_DAYS, EVENING), lately()
    with SqlModelRecords(path, evening, reckoning) as records:
        store(records, everybody, told, evening)
    for command in commands:
        then = moment(clock, command.days, command.time)
        with SqlModelRecords(path, then, reckoning) as records:
            REPEATED[command.command](records, command.words, then)
    return counted(path, clock.today, reckoning)


def counted(path: Path, today: date, reckoning: Reckoning) -> Demo:
    """What the journal holds by now."""
    with closing(opened_to_read(path)) as connection:
        reader = SqlReader(connection, reckoning)
        interactions, since = reader.totals(None)
        return Demo(
            path=str(path),
            people=reader.people_count(),
            interactions=interactions,
            inbox=len(reader.inbox()),
            operations=reader.operations(limit=1)[1],
            since=since or today,
            today=today,
            try_it=due_at(path),
        )


def moment(clock: Clock, days: int, at: tuple[int, int]) -> Clock:
    """The clock at that time of day, so many days ago, but never later than now."""
    day = ago(clock.today, days)
    now = datetime.combine(day, time(*at)).astimezone()
    return Clock(min(now, clock.now), clock.zone, day)


def due_at(path: Path) -> str:
    """The command line for the morning of that journal."""
    if os.name == "nt":
        return f'netlog --db "{path}" due'
    return f"NETLOG_DB={shlex.quote(str(path))} netlog due"


def store(records: Records, everybody: list[Newcomer], told: list[Contact], clock: Clock) -> None:
    """All people and their contacts, as one operation."""
    numbers: dict[str, int] = {}
    for someone in everybody:
        handle = handle_for(someone.new.name, records.reader.is_handle)
        via_id = numbers[someone.via] if someone.via else None
        numbers[someone.new.name] = records.person(someone.new._replace(handle=handle, via_id=via_id))
        if someone.facts:
            records.replace_facts(numbers[someone.new.name], someone.facts)
    for contact in told:
        records.interaction(interaction(contact, numbers, clock))
    introduce(records, numbers, clock)
    hold_conference(records, clock)
    for told_of in helps():
        exchange(records, told_of, numbers[told_of.name], clock.today)
    promise(records, numbers, today=clock.today + timedelta(CONFERENCE_DAYS))
    agree(records, numbers, began_on=clock.today)
    records.finish("demo", f"added {len(everybody)} people met over two years, with {len(told)} contacts")


def introduce(records: Records, numbers: Mapping[str, int], clock: Clock) -> None:
    """All introductions, each in its state."""
    today = clock.today + timedelta(CONFERENCE_DAYS)
    for bridge in bridges():
        moved_on = ago(today, bridge.moved)
        new = NewIntroduction(numbers[bridge.one], numbers[bridge.other], bridge.why, bridge.state, moved_on)
        number = records.introduction(new)
        made_on = None if bridge.made is None else ago(today, bridge.made)
        records.change("introduction", number, {"made_on": made_on, "outcome": bridge.outcome})


def hold_conference(records: Records, clock: Clock) -> None:
    """The conference as an event that was started and ended on its day."""
    conference = records.event(CONFERENCE)
    records.change("event", conference, {"venue": "Kraków", "opened_on": clock.today, "closed_on": clock.today})


def interaction(contact: Contact, numbers: Mapping[str, int], clock: Clock) -> NewInteraction:
    """The contact as a row to be."""
    return NewInteraction(
        at=clock.instant(contact.on, None),
        zone=clock.zone,
        on_day=contact.on,
        kind=contact.kind,
        depth=kind_named(contact.kind).depth.value,
        direction=contact.direction,
        text=contact.text,
        people=tuple(numbers[name] for name in contact.names),
        minutes=contact.minutes,
        place=contact.place,
        tags=contact.tags,
    )


def exchange(records: Records, told: Help, person: int, evening: date) -> None:
    """Help that flowed, and whether it was answered; `evening` is the day the first operation is of."""
    today = evening + timedelta(CONFERENCE_DAYS)
    number = records.exchange(NewExchange(person, told.flow, told.text, ago(today, told.days)))
    if told.answered is not None:
        records.change("exchange", number, {"answered_on": ago(today, told.answered)})


def asked_by(appender: Appender, words: str, clock: Clock) -> None:
    """Write down what somebody asked: "Tymek: a list of stages"."""
    name, _, text = words.partition(": ")
    exchanges.pass_on(appender, one_person(appender.reader, name), "asked_by", text, on=clock.today, today=clock.today)


def say(appender: Appender, words: str, clock: Clock) -> None:
    """Log a sentence, or keep it in the inbox when it leaves open who is meant."""
    note = read_note(words.split(), appender.reader, clock.today)
    if capture.is_settled(note):
        capture.log(appender, capture.draft(note, capture.NO_DETAILS, today=clock.today), clock=clock)
    else:
        capture.keep(appender, words, note, clock=clock)


def snooze(records: Records, name: str, clock: Clock) -> None:
    """Hide a person for two weeks."""
    until = clock.today + timedelta(SNOOZED_DAYS)
    hiding.snooze(records, one_person(records.reader, name), until, today=clock.today)


def pause(records: Records, name: str, clock: Clock) -> None:
    """Suspend the check-ins with a person."""
    hiding.pause(records, one_person(records.reader, name), today=clock.today)


def let_go(records: Records, name: str, clock: Clock) -> None:
    """End the tie with a person."""
    hiding.let_go(records, one_person(records.reader, name), LET_GO_BECAUSE, today=clock.today)


REPEATED: Mapping[str, Callable[[Records, str, Clock], None]] = {
    "say": say,
    "snooze": snooze,
    "pause": pause,
    "let-go": let_go,
    "asked-by": asked_by,
}
