"""What to know before a meeting: one person, or everybody at an event."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from netlog.domain.asking import Dated, questions
from netlog.domain.birthdays import birthday_on, read_birthday, turns
from netlog.domain.interactions import NOTE
from netlog.domain.people import slug
from netlog.domain.views import Entry
from netlog.domain.views_brief import Brief, EventBrief, KnownFact, OpenLoop
from netlog.errors import NotFound
from netlog.ports import Knowledge
from netlog.rows import Filters, PersonRow
from netlog.services.facts import known
from netlog.services.mentoring_days import agenda_with
from netlog.services.naming import one_person

LAST = 3
READ = 12
"""Newest entries that are read for contacts and for something to ask about."""

BEGINNING = 4000
"""Letters of a text in which something to ask about is looked for."""

NEAR_DAYS = 30
CLOSED = ("done", "declined")


def brief(reader: Knowledge, query: str, *, today: date) -> Brief:
    """What to know about one person; raises NotFound or Ambiguous."""
    return brief_of(reader, one_person(reader, query).id, today)


def event_brief(reader: Knowledge, name: str, *, today: date) -> EventBrief:
    """What to know about everybody of an event, or met where the same words say so; raises NotFound."""
    known_as = reader.event_name(slug(name))
    there = reader.met_in_words(slug(name))
    if known_as is None and not there:
        raise NotFound("event", name, hint="netlog event list names them")
    if known_as is not None:
        there |= {row.tie.id for row in reader.listed(Filters(event=slug(name)))}
    people = sorted((brief_of(reader, number, today) for number in there), key=attrgetter("handle"))
    return EventBrief(today, known_as or name, tuple(people))


def brief_of(reader: Knowledge, number: int, today: date) -> Brief:
    """What to know about the person of that number."""
    person, own, tie = reader.person(number), reader.belongings(number), reader.tie(number)
    entries = [entry for entry in reader.timeline(number, limit=READ)[0] if entry.on <= today]
    facts = tuple(known(row, today) for row in reader.facts(person=number))
    near = birthday_near(person, today)
    return Brief(
        today=today,
        handle=person.handle,
        name=person.name,
        role=person.role,
        company=person.company,
        place=person.place,
        met=person.event or person.met,
        met_on=person.met_on,
        via=person.via,
        birthday_on=near,
        turns=turns(read_birthday(person.birthday or "").year, near) if near else None,
        contacts=tie.contacts,
        last=tuple(entry for entry in entries if entry.kind != NOTE)[:LAST],
        loops=tuple(open_loops(reader, number)),
        can=own.can,
        wants=own.wants,
        facts=facts,
        questions=questions(
            texts(entries, facts),
            stale=[(fact.known_on, fact.text) for fact in facts if fact.is_stale],
            wants=reader.sought(number),
        ),
    )


def birthday_near(person: PersonRow, today: date) -> date | None:
    """The next birthday, where it comes within 30 days."""
    if not person.birthday:
        return None
    on = birthday_on(person.birthday, today)
    return on if (on - today).days <= NEAR_DAYS else None


def texts(entries: Iterable[Entry], facts: Iterable[KnownFact]) -> Sequence[Dated]:
    """What was written down of late, the newest first; what may be out of date is asked about as a fact."""
    said = [(entry.on, entry.text[:BEGINNING]) for entry in entries if entry.text.strip()]
    said += [(fact.on, fact.text[:BEGINNING]) for fact in facts if not fact.is_stale]
    return sorted(said, key=lambda each: -each[0].toordinal())


def open_loops(reader: Knowledge, number: int) -> Iterator[OpenLoop]:
    """What is on the agenda, what I owe, what is owed to me, what they asked, and introductions under way."""
    for item in agenda_with(reader, number):
        yield OpenLoop("agenda", item.id, item.added_on, is_date=False, words=item.text)
    promises = [row for row in reader.promises(person=number) if row.outcome is None]
    for side, sort in (("mine", "promise"), ("theirs", "promised")):
        for row in sorted((row for row in promises if row.side == side), key=lambda row: row.due_on or date.max):
            yield OpenLoop(sort, row.id, row.due_on or row.made_on, row.due_on is not None, row.text)
    for ask in reader.exchanges(person=number):
        if ask.flow == "asked_by" and ask.answered_on is None:
            yield OpenLoop("ask", ask.id, ask.on_day, is_date=False, words=ask.text)
    for pair in sorted(reader.introductions(person=number), key=attrgetter("moved_on")):
        if pair.state not in CLOSED:
            other = pair.other_name if pair.person_id == number else pair.name
            words = f"to {other}: {pair.why}" if pair.why else f"to {other}"
            yield OpenLoop("introduction", pair.id, pair.moved_on, is_date=False, words=words)
