"""Looking back: dossiers, lists, searches, history."""

from datetime import date

from netlog.domain.folding import fold
from netlog.domain.scheduler import warmth
from netlog.domain.views import (
    Found,
    History,
    Inbox,
    Listed,
    PeopleList,
)
from netlog.domain.views_dossier import Dossier
from netlog.errors import UsageProblem
from netlog.ports import Reader
from netlog.rows import Filters, ListedRow, PersonRow
from netlog.services import mentorships
from netlog.services.exchanges import counts, shown
from netlog.services.introduced import of_person
from netlog.services.naming import one_person
from netlog.services.people import cadence_words
from netlog.services.promises import promises_with
from netlog.services.ties import NOTHING, Context, next_check_in, state, tie_state

EXCHANGES = 5
"""Exchanges shown in a dossier; `netlog exchanges` shows them all."""


def show(reader: Reader, query: str, *, today: date, limit: int) -> Dossier:
    """Everything about one person, with the newest `limit` entries; raises NotFound or Ambiguous."""
    named = one_person(reader, query)
    person, own = reader.person(named.id), reader.belongings(named.id)
    tie, last = reader.tie(named.id), reader.last_words([named.id]).get(named.id, NOTHING)
    timeline, total = reader.timeline(named.id, limit=limit)
    ways, flowed = reader.directions(named.id), reader.exchanges(person=named.id)
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
        is_kin=person.is_kin,
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
        exchanges=tuple(shown(row) for row in flowed[: -EXCHANGES - 1 : -1]),
        flows=counts(flowed),
        **promises_with(reader, named.id),
        mentorships=mentorships.of_person(reader, named.id),
        introductions=of_person(reader, named.id, today=today),
        introduced_me_to=reader.brought(named.id),
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
