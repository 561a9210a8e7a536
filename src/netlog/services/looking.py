"""Looking back: dossiers, lists, searches, and how the network is doing."""

from datetime import date, timedelta

from netlog.domain.cadence import Targets, cadence_for
from netlog.domain.folding import fold
from netlog.domain.scheduler import warmth
from netlog.domain.views import (
    Dossier,
    Found,
    History,
    Inbox,
    Listed,
    MonthCount,
    PeopleList,
    Stats,
    TierCount,
)
from netlog.errors import UsageProblem
from netlog.ports import Counts, Reader
from netlog.rows import Filters, ListedRow, PersonRow, TierRow
from netlog.services.naming import one_person
from netlog.services.people import cadence_words
from netlog.services.ties import NOTHING, Context, next_check_in, state, tie_state

YEAR = timedelta(days=365)
FEW = 10
"""Fewer contacts than this say nothing about habits."""

TIER_ORDER = ("inner", "close", "active", "wide", "", "none")


def show(reader: Reader, query: str, *, today: date, limit: int) -> Dossier:
    """Everything about one person, with the newest `limit` entries; raises NotFound or Ambiguous."""
    named = one_person(reader, query)
    person, own = reader.person(named.id), reader.belongings(named.id)
    tie, last = reader.tie(named.id), reader.last_words([named.id]).get(named.id, NOTHING)
    timeline, total = reader.timeline(named.id, limit=limit)
    ways = reader.directions(named.id)
    return Dossier(
        today=today,
        tie=tie_state(tie, today, Context(last, person)),
        company=person.company,
        role=person.role,
        place=person.place,
        met=person.met,
        met_on=person.met_on,
        via=person.via,
        event=person.event,
        birthday=person.birthday,
        cadence=cadence_words(tie.clock.target_days if tie.clock else None, tie.rule),
        snoozed_until=ahead(person, today),
        paused_on=person.paused_on,
        ended_on=person.ended_on,
        ended_why=person.ended_why,
        **own._asdict(),
        contacts=tie.contacts,
        first_on=ordinal(tie.log.first),
        last_on=last.on,
        started_by_me=ways.get("out", 0),
        started_by_them=ways.get("in", 0),
        timeline=tuple(timeline),
        timeline_total=total,
    )


def ahead(person: PersonRow, today: date) -> date | None:
    """The day a snooze ends, while it lasts."""
    return person.snoozed_until if person.snoozed_until and person.snoozed_until > today else None


def ordinal(day: int | None) -> date | None:
    """An ordinal as a day."""
    return date.fromordinal(day) if day else None


def people(reader: Reader, filters: Filters, *, today: date, sort: str) -> PeopleList:
    """People who pass the filters."""
    rows = [listed(row, today) for row in reader.listed(filters)]
    rows.sort(key=SORTS[sort])
    return PeopleList(today, tuple(rows), reader.people_count())


def listed(row: ListedRow, today: date) -> Listed:
    """A line of the list."""
    tie, day = row.tie, today.toordinal()
    return Listed(
        handle=tie.handle,
        name=tie.name,
        tier=tie.tier,
        company=row.company,
        role=row.role,
        place=row.place,
        tags=row.tags,
        last_on=row.last_on,
        due_on=next_check_in(tie),
        state=state(tie, day),
        strength=round(warmth(tie.clock, day), 4) if tie.clock and tie.contacts else 0.0,
    )


SORTS = {
    "name": lambda row: (fold(row.name), row.handle),
    "last": lambda row: (-(row.last_on or date.min).toordinal(), row.handle),
    "due": lambda row: ((row.due_on or date.max).toordinal(), row.handle),
    "strength": lambda row: (-row.strength, row.handle),
}


def find(reader: Reader, query: str, filters: Filters, *, today: date, limit: int) -> Found:
    """Where the words stand; raises UsageProblem when there is no word to look for."""
    if not any(letter.isalnum() for letter in query):
        raise UsageProblem("there is no word to look for in that", hint="for example: netlog find pricing")
    hits, total, is_partial = reader.search(query, filters, limit=limit)
    return Found(today, query, tuple(hits), total, is_partial)


def inbox(reader: Reader, *, today: date) -> Inbox:
    """What waits to be settled."""
    return Inbox(today, tuple(reader.inbox()))


def history(reader: Reader, *, today: date, limit: int) -> History:
    """What was done, newest first."""
    operations, total = reader.operations(limit=limit)
    return History(today, tuple(operations), total)


def stats(reader: Reader, counts: Counts, query: str | None, *, today: date, targets: Targets) -> Stats:
    """How the network is doing, or the tie with one person."""
    person = one_person(reader, query) if query else None
    number = person.id if person else None
    total, first = counts.totals(number)
    began = date(today.year - 1, today.month, 1)
    ways = counts.started(number)
    return Stats(
        today=today,
        person=person.name if person else None,
        people=reader.people_count(),
        interactions=total,
        first_on=first,
        months=months(counts, number, began, today),
        days=tuple(counts.days(number, since=today - YEAR)),
        kinds=tuple(counts.kinds(number)),
        started_by_me=ways.get("out", 0),
        started_by_them=ways.get("in", 0),
        mutual=ways.get("mutual", 0),
        tiers=() if person else tiers(counts.tiers(), targets),
        concentration=None if person else concentration(counts.most_seen(since=today - YEAR)),
        answered=None if person else enough(*counts.answered(since=today - YEAR)),
    )


def months(counts: Counts, person: int | None, began: date, today: date) -> tuple[MonthCount, ...]:
    """Every month from the one of `began` to this one, the empty ones too."""
    interactions = dict(counts.months(person, since=began))
    seen = counts.people_by_month(person, since=began)
    names = [f"{y:04}-{m:02}" for y in (began.year, today.year) for m in range(1, 13)]
    wanted = [name for name in dict.fromkeys(names) if f"{began:%Y-%m}" <= name <= f"{today:%Y-%m}"]
    return tuple(MonthCount(name, interactions.get(name, 0), seen.get(name, 0)) for name in wanted)


def tiers(rows: list[TierRow], targets: Targets) -> tuple[TierCount, ...]:
    """How each tier stands, those without people left out."""
    return tuple(
        tier_count(tier, {row.state: row.people for row in rows if row.tier == tier}, targets)
        for tier in TIER_ORDER
        if any(row.tier == tier for row in rows)
    )


def tier_count(tier: str, states: dict[str, int], targets: Targets) -> TierCount:
    """One tier's people by state, beside the days it aims for."""
    return TierCount(
        tier=tier or "default",
        target_days=cadence_for(every_days=None, tags=(), tier=tier or None, targets=targets).days,
        people=sum(states.values()),
        warm=states.get("warm", 0),
        due=states.get("due", 0),
        drifting=states.get("drifting", 0),
        dormant=states.get("dormant", 0),
    )


def concentration(most_seen: list[int]) -> tuple[int, int] | None:
    """Contacts with the five most seen people, and with all; None when too few."""
    return (sum(most_seen[:5]), sum(most_seen)) if sum(most_seen) >= FEW else None


def enough(answered: int, sent: int) -> tuple[int, int] | None:
    """The two counts, or None when too few."""
    return (answered, sent) if sent >= FEW else None
