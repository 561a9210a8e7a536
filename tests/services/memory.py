"""A journal in memory behind the ports: nothing but lists, and the domain's own arithmetic."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from tests.services.memory_mentoring import Cycles, CyclesAppender

from netlog.clock import Clock
from netlog.domain import people as names
from netlog.domain import scheduler
from netlog.domain.awaiting import REPLY_AFTER, awaiting
from netlog.domain.birthdays import lead_days, next_birthday, read_birthday
from netlog.domain.cadence import Targets, cadence_for
from netlog.domain.contacts import contact_key
from netlog.domain.interactions import Depth, Direction, kind_named
from netlog.domain.people import Named, spoken
from netlog.domain.scheduler import Baseline, Reason
from netlog.domain.seasons import Season
from netlog.domain.strength import tally, worth
from netlog.domain.views import Done, Entry, Fact, Hit, InboxItem
from netlog.rows import (
    Belongings,
    EntryRow,
    ExchangeRow,
    Filters,
    IntroductionRow,
    LastWord,
    ListedRow,
    LoopRow,
    NewExchange,
    NewFact,
    NewInboxItem,
    NewInteraction,
    NewIntroduction,
    NewPerson,
    NewPromise,
    NewSeason,
    PauseRow,
    PersonRow,
    PromiseRow,
    TieRow,
)
from netlog.rows_events import AttendeeRow, EventRow

TODAY = date(2026, 11, 21)
FOREVER = date.max.toordinal()
CLOCK = Clock(datetime(2026, 11, 21, 9, tzinfo=UTC), "Etc/UTC", TODAY)
UUID = "00000000-0000-7000-8000-{:012}"


class Memory(Cycles):
    """What can be asked of a journal that is three lists long."""

    def __init__(self) -> None:
        super().__init__()
        self.added: list[NewPerson] = []
        self.kept: list[NewInboxItem] = []
        self.events: dict[str, str] = {}
        self.running: EventRow | None = None
        self.open: list[LoopRow] = []
        self.promised: list[NewPromise] = []
        self.promise_changes: dict[int, dict[str, Any]] = {}
        self.exchanged: list[NewExchange] = []
        self.answered: dict[int, date] = {}
        self.learned: list[NewFact] = []
        self.in_season: list[Season] = []
        self.introduced: list[NewIntroduction] = []
        self.pauses: list[PauseRow] = []
        self.snoozed: list[tuple[int, date]] = []
        self.targets = Targets()

    def change(self, person: int, **fields: object) -> None:
        """Give a person other particulars."""
        row = self.rows[person - 1]
        self.rows[person - 1] = PersonRow(**{**row._asdict(), **fields})

    def named(self) -> list[Named]:
        """Everybody, as a name may mean them."""
        aliases = [new.aliases for new in self.added]
        return [Named(row.id, row.handle, row.name, other) for row, other in zip(self.rows, aliases, strict=True)]

    def called(self, query: str) -> tuple[Named, ...]:
        return names.called(query, self.named())

    def matching(self, query: str) -> tuple[Named, ...]:
        return names.matches(query, self.named())

    def is_handle(self, handle: str) -> bool:
        return any(row.handle == handle for row in self.rows)

    def resembling(self, folded_name: str, contacts: Iterable[str]) -> list[tuple[str, str, str]]:
        keys = set(contacts)
        found = [(p.handle, p.name, "name") for p in self.added if " ".join(spoken(p.name)) == folded_name]
        ways = [(p, sort) for p in self.added for sort, value in p.contacts if contact_key(value) in keys]
        return found + [(p.handle, p.name, sort) for p, sort in ways]

    def log_of(self, person: int) -> list[tuple[int, float, str, NewInteraction]]:
        """(day, worth, direction, contact) of what counts."""
        shares = [(c, share_of(c)) for c in self.contacts if person in c.people]
        return [(c.on_day.toordinal(), share, way_of(c), c) for c, share in shares if share]

    def tie(self, person: int) -> TieRow:
        row, own, day = self.rows[person - 1], self.added[person - 1], TODAY.toordinal()
        dated = self.log_of(person)
        log = tally([(on, share) for on, share, _, _ in dated], day)
        cadence = cadence_for(
            every_days=row.every_days, tags=own.tags, tier=row.tier, targets=self.targets, is_kin=row.is_kin
        )
        born = Baseline(row.since_on.toordinal(), row.is_fresh, scheduler.spread(row.uuid), fixed=False)
        heard = max((on for on, _, way, _ in dated if way != "out" and on <= day), default=None)
        waiting = awaiting([on for on, _, way, _ in dated if way == "out"], heard, today=day)
        theirs = max((on for on, _, way, _ in dated if way == "in"), default=0)
        mine = max((on for on, _, way, _ in dated if way != "in"), default=0)
        is_gone = bool(row.ended_on or row.paused_on or waiting.rested)
        return TieRow(
            id=person,
            handle=row.handle,
            name=row.name,
            tier=row.tier,
            contacts=len(dated),
            log=log,
            rule=cadence.rule,
            clock=scheduler.clock(
                log, born, cadence=cadence, jitter=0, skipped=row.skipped_on.toordinal() if row.skipped_on else None
            ),
            pace=1.0,
            hidden_until=FOREVER if is_gone else row.snoozed_until.toordinal() if row.snoozed_until else 0,
            factor=waiting.factor,
            reply_owed_on=theirs + REPLY_AFTER if theirs > mine else None,
            nudge_on=waiting.nudge_on,
            nudge_since=waiting.since,
            birthday=row.birthday,
            birthday_lead=lead_days(row.tier),
            is_paused=row.paused_on is not None,
            is_ended=row.ended_on is not None,
        )

    def ties(self, people: Collection[int]) -> list[TieRow]:
        return [self.tie(number) for number in sorted(people)]

    def everybody(self) -> list[TieRow]:
        """The ties of all."""
        return self.ties(range(1, len(self.rows) + 1))

    def candidates(self, *, limit: int, filters: Filters, day: date) -> dict[str, list[TieRow]]:
        classes: dict[str, list[TieRow]] = {"fresh": [], "overdue": [], "fill": [], "dormant": []}
        for tie in self.everybody():
            if tie.clock and tie.hidden_until <= day.toordinal():
                classes.setdefault(scheduler.klass(tie.clock, day.toordinal()), []).append(tie)
        return {name: sorted(ties, key=urgency(day))[:limit] for name, ties in classes.items()}

    def due(self, day: date) -> list[TieRow]:
        """Everybody whose clock alone lists them, the most urgent first."""
        found = self.candidates(limit=FOREVER, filters=Filters(), day=day)
        return sorted([*found["fresh"], *found["overdue"]], key=urgency(day))

    def count_waiting(self, *, filters: Filters, day: date) -> int:
        held = self.count_held(filters=filters, day=day) if self.pause(day) else 0
        return self.count_reasons(filters=filters, day=day) - held

    def count_reasons(self, *, filters: Filters, day: date) -> int:
        """How many people have a reason on that day, pause or no pause."""
        dated = self.dated(limit=FOREVER, filters=filters, day=day)
        return len({tie.id for tie in self.due(day)} | {tie.id for _, tie in dated})

    def pause(self, day: date) -> PauseRow | None:
        held = [pause for pause in self.pauses if pause.since_on <= day < (pause.until_on or date.max)]
        return max(held, key=lambda pause: pause.until_on or date.max, default=None)

    def count_held(self, *, filters: Filters, day: date) -> int:
        kept = {tie.id for reason, tie in self.dated(limit=FOREVER, filters=filters, day=day) if reason != "awaiting"}
        return self.count_reasons(filters=filters, day=day) - len(kept)

    def dated(self, *, limit: int, filters: Filters, day: date) -> list[tuple[Reason, TieRow]]:
        shown = [tie for tie in self.everybody() if tie.hidden_until <= day.toordinal()]
        today = day.toordinal()
        reasons: dict[Reason, list[TieRow]] = {
            "birthday": [tie for tie in shown if has_birthday(tie, day)],
            "reply": [tie for tie in shown if tie.reply_owed_on and tie.reply_owed_on <= today],
            "awaiting": [tie for tie in shown if tie.nudge_on and tie.nudge_on <= today],
        }
        return [(reason, tie) for reason, ties in reasons.items() for tie in ties[:limit]]

    def last_words(self, people: Iterable[int]) -> dict[int, LastWord]:
        found = {}
        for person in people:
            newest = max(self.log_of(person), key=lambda each: each[0], default=None)
            if newest:
                contact = newest[3]
                found[person] = LastWord(contact.on_day, contact.kind, contact.direction, contact.text, newest[1])
        return found

    def people_count(self) -> int:
        return len(self.rows)

    def person(self, number: int) -> PersonRow:
        return self.rows[number - 1]

    def belongings(self, number: int) -> Belongings:
        own = self.added[number - 1]
        facts = tuple(Fact(at, TODAY, text) for at, text in enumerate(own.facts))
        return Belongings(own.aliases, (), (), (), own.tags, (), (), facts)

    def event_name(self, slug: str) -> str | None:
        return self.events.get(slug)

    def marks(self, person: int) -> list[tuple[float, date]]:
        return [(share, date.fromordinal(on)) for on, share, _, _ in self.log_of(person)]

    def contact_days(self, person: int) -> list[tuple[date, float]]:
        return [(date.fromordinal(on), share) for on, share, _, _ in self.log_of(person)]

    def rank(self, person: int, *, day: date) -> tuple[int, int] | None:
        places = [tie.id for tie in self.due(day)]
        return (places.index(person) + 1, len(places)) if person in places else None

    def place(self, priority: float, person: int, *, day: date) -> tuple[int, int]:
        rivals = [tie for tie in self.due(day) if tie.id != person]
        before = [tie for tie in rivals if (urgency(day)(tie)[0], tie.id) < (-priority, person)]
        return 1 + len(before), 1 + len(rivals)

    def started_last(self, person: int, *, limit: int) -> tuple[int, int]:
        started = [(on, c.direction) for on, _, _, c in self.log_of(person) if c.direction != "mutual"]
        ways = [way for on, way in sorted(started, reverse=True) if on <= TODAY.toordinal()][:limit]
        return ways.count("out"), ways.count("in")

    def seasons(self) -> list[Season]:
        return self.in_season

    def loops(self, *, day: date, filters: Filters, limit: int) -> list[LoopRow]:
        return [row for row in self.open if row.from_on <= day.toordinal()][:limit]

    def promises(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[PromiseRow]:
        rows = [promise_row(self, at, new) for at, new in enumerate(self.promised, start=1)]
        return [
            row
            for row in rows
            if (numbers is None or row.id in numbers) and (person is None or person == row.person_id)
        ]

    def exchanges(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[ExchangeRow]:
        rows = [exchange_row(self, at, new) for at, new in enumerate(self.exchanged, start=1)]
        found = [
            row
            for row in rows
            if (numbers is None or row.id in numbers) and (person is None or person == row.person_id)
        ]
        return sorted(found, key=lambda row: (row.on_day, row.id))

    def flows_by_day(self, people: Collection[int]) -> dict[int, list[set[str]]]:
        return {person: flows_of(self, person) for person in people if self.asked_twice(person)}

    def asked_twice(self, person: int) -> bool:
        return sum(row.flow == "asked" for row in self.exchanges(person=person)) > 1

    def introductions(
        self, *, person: int | None = None, numbers: Collection[int] | None = None
    ) -> list[IntroductionRow]:
        rows = [introduction_row(self, at, new) for at, new in enumerate(self.introduced, start=1)]
        return [
            row
            for row in rows
            if (numbers is None or row.id in numbers) and (person is None or person in (row.person_id, row.other_id))
        ]

    def brought(self, person: int) -> tuple[str, ...]:
        return tuple(sorted(row.name for row in self.rows if row.via_id == person))

    def open_event(self) -> EventRow | None:
        return self.running

    def event_like(self, query: str) -> list[EventRow]:
        raise NotImplementedError

    def every_event(self) -> list[tuple[EventRow, int, int]]:
        raise NotImplementedError

    def attendees(self, event: int, *, since: date) -> list[AttendeeRow]:
        raise NotImplementedError

    def promised_at(self, event: int, *, since: date, until: date) -> list[PromiseRow]:
        raise NotImplementedError

    def listed(self, filters: Filters) -> list[ListedRow]:
        raise NotImplementedError

    def timeline(self, person: int, *, limit: int) -> tuple[list[Entry], int]:
        raise NotImplementedError

    def entry(self, number: int) -> EntryRow | None:
        raise NotImplementedError

    def search(self, query: str, filters: Filters, *, limit: int) -> tuple[list[Hit], int, bool]:
        raise NotImplementedError

    def directions(self, person: int) -> dict[str, int]:
        raise NotImplementedError

    def snoozes(self, person: int, *, since: date | None) -> int:
        return sum(person == other and on >= (since or date.min) for other, on in self.snoozed)

    def operations(self, *, limit: int) -> tuple[list[Done], int]:
        raise NotImplementedError

    def inbox(self) -> list[InboxItem]:
        return [InboxItem(at, item.on_day, item.text, item.reason) for at, item in enumerate(self.kept, start=1)]


class MemoryAppender(CyclesAppender):
    """A transaction on such a journal; `finished` holds what it was called in the end."""

    def __init__(self, reader: Memory) -> None:
        self.reader = reader
        self.finished: list[tuple[str, str]] = []

    def person(self, new: NewPerson) -> int:
        number = len(self.reader.rows) + 1
        shared = {name: value for name, value in new._asdict().items() if name in PersonRow._fields}
        unknown = dict.fromkeys(PersonRow._fields)
        row = PersonRow(**{**unknown, **shared, "id": number, "uuid": UUID.format(number)})
        self.reader.added.append(new)
        self.reader.rows.append(row)
        return number

    def interaction(self, new: NewInteraction) -> int:
        self.reader.contacts.append(new)
        return len(self.reader.contacts)

    def inbox(self, new: NewInboxItem) -> int:
        self.reader.kept.append(new)
        return len(self.reader.kept)

    def promise(self, new: NewPromise) -> int:
        self.reader.promised.append(new)
        return len(self.reader.promised)

    def exchange(self, new: NewExchange) -> int:
        self.reader.exchanged.append(new)
        return len(self.reader.exchanged)

    def introduction(self, new: NewIntroduction) -> int:
        self.reader.introduced.append(new)
        return len(self.reader.introduced)

    def season(self, new: NewSeason) -> int:
        days = new.since_on.toordinal(), new.until_on.toordinal()
        self.reader.in_season.append(Season(new.name, new.boost, new.factor, *days))
        return len(self.reader.in_season)

    def fact(self, new: NewFact) -> int:
        self.reader.learned.append(new)
        return len(self.reader.learned)

    def event(self, name: str) -> int:
        self.reader.events[names.slug(name)] = name
        return len(self.reader.events)

    def change(self, entity: str, number: int, changes: Mapping[str, Any]) -> None:
        if entity == "exchange":
            self.reader.answered[number] = changes["answered_on"]
            return
        assert entity == "promise"
        self.reader.promise_changes.setdefault(number, {}).update(changes)

    def finish(self, command: str, words: str) -> int:
        self.finished.append((command, words))
        return len(self.finished)


class Writer:
    """Adds people and contacts with few words."""

    def __init__(self) -> None:
        self.journal = Memory()
        self.appender = MemoryAppender(self.journal)

    def add(self, name: str, **fields: object) -> int:
        """Somebody known for long, unless the fields say otherwise."""
        since = {"since_on": date(2025, 1, 1), "is_fresh": False}
        handle = name.split()[0].lower()
        return self.appender.person(NewPerson(**{"handle": handle, "name": name, **since, **fields}))  # type: ignore[arg-type]

    def log(self, *people: int, ago: int = 0, kind: str = "coffee", direction: str = "mutual", text: str = "") -> int:
        """A contact so many days ago."""
        on, depth = date.fromordinal(TODAY.toordinal() - ago), kind_named(kind).depth.value
        return self.appender.interaction(
            NewInteraction(CLOCK.stamp, CLOCK.zone, on, kind, depth, direction, text, people)
        )


def exchange_row(journal: Memory, number: int, new: NewExchange) -> ExchangeRow:
    """An exchange with the name of the other side, and when it was answered."""
    other, answered = journal.rows[new.person_id - 1], journal.answered.get(number)
    own = (new.flow, new.text, new.on_day, answered, new.interaction_id)
    return ExchangeRow(number, other.id, other.handle, other.name, *own)


def flows_of(journal: Memory, person: int) -> list[set[str]]:
    """What flowed on each day with a contact, newest first."""
    rows = journal.exchanges(person=person)
    days = {row.on_day for row in rows} | {date.fromordinal(on) for on, *_ in journal.log_of(person)}
    return [{row.flow for row in rows if row.on_day == on} for on in sorted(days, reverse=True) if on <= TODAY]


def promise_row(journal: Memory, number: int, new: NewPromise) -> PromiseRow:
    """A promise with the name of the other side, and what was changed of it."""
    other = journal.rows[new.person_id - 1]
    row = PromiseRow(
        id=number,
        person_id=other.id,
        handle=other.handle,
        name=other.name,
        side=new.side,
        text=new.text,
        made_on=new.made_on,
        due_on=new.due_on,
        postponed=new.postponed,
        outcome=None,
        closed_on=None,
        interaction_id=new.interaction_id,
    )
    return row._replace(**journal.promise_changes.get(number, {}))


def introduction_row(journal: Memory, number: int, new: NewIntroduction) -> IntroductionRow:
    """An introduction with the names of both."""
    one, other = journal.rows[new.person_id - 1], journal.rows[new.other_id - 1]
    return IntroductionRow(
        number,
        one.id,
        one.handle,
        one.name,
        other.id,
        other.handle,
        other.name,
        new.why,
        new.state,
        new.moved_on,
        None,
        None,
    )


def share_of(contact: NewInteraction) -> float:
    """How much of a full contact it is."""
    if contact.counts is not None:
        return contact.counts
    way, depth = Direction(contact.direction), Depth(contact.depth)
    return worth(kind_named(contact.kind).worth, depth=depth, direction=way, minutes=contact.minutes)


def way_of(contact: NewInteraction) -> str:
    """A conversation is mutual, whoever proposed it."""
    return contact.direction if contact.depth in ("message", "touch") else "mutual"


def urgency(day: date) -> Callable[[TieRow], tuple[float, int]]:
    """The order of the list."""

    def order(tie: TieRow) -> tuple[float, int]:
        late = scheduler.priority(tie.clock, day.toordinal(), factor=tie.factor) if tie.clock else 0.0
        return -late, tie.id

    return order


def has_birthday(tie: TieRow, day: date) -> bool:
    """Whether a birthday is to be mentioned."""
    if not tie.birthday or tie.is_ended:
        return False
    born = read_birthday(tie.birthday)
    return (next_birthday(born.month, born.day, day) - day).days <= tie.birthday_lead
