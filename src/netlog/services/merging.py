"""Making two people of the journal one: what becomes of each field, and then the doing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from netlog.domain.contacts import contact_key
from netlog.domain.people import Named, first_name, spoken
from netlog.domain.receipts import Changed, Ref
from netlog.domain.views_dupes import FieldFate, MergePlan, Moved
from netlog.ports import Reader
from netlog.ports_dupes import DupeReader
from netlog.rows import Belongings, IntroductionRow, NewFact, PersonRow
from netlog.services.changing import told
from netlog.services.dupes import Telling, refuse_one
from netlog.services.hiding import spelled

KNOWLEDGE: Mapping[str, str] = {
    "company": "company",
    "role": "role",
    "place": "place",
    "birthday": "birthday",
    "met": "met",
    "via": "introduced by",
}
"""What two people may say differently: the other's value is then kept as a fact."""

SETTINGS: Mapping[str, str] = {"tier": "tier", "every_days": "cadence"}
STATE: Mapping[str, str] = {"snoozed_until": "snoozed until", "paused_on": "paused on", "ended_on": "let go on"}
"""What I decided about the tie: of the other only where the one who is kept has nothing, a state never."""

COUNTED: Mapping[str, tuple[str, str]] = {
    "entry": ("entry", "entries"),
    "promise": ("promise", "promises"),
    "exchange": ("exchange", "exchanges"),
    "introduction": ("introduction", "introductions"),
    "mentorship": ("mentorship", "mentorships"),
    "origin": ("link to an imported record", "links to imported records"),
    "card_line": ("line of a card", "lines of cards"),
    "via": ("introduced person", "introduced people"),
}


class Sides(NamedTuple):
    """Both people, as stored and with what hangs on them; `both` are introductions between the two."""

    kept: PersonRow
    other: PersonRow
    own: Belongings
    more: Belongings
    both: tuple[IntroductionRow, ...]
    is_free: bool


def sides(reader: Reader, kept: Named, other: Named) -> Sides:
    """Both people; raises Conflict when they are one already."""
    refuse_one(kept, other)
    handle = reader.person(other.id).handle
    return Sides(
        reader.person(kept.id),
        reader.person(other.id),
        reader.belongings(kept.id),
        reader.belongings(other.id),
        tuple(row for row in reader.introductions(person=kept.id) if other.id in (row.person_id, row.other_id)),
        # In capitals it is asked for as a name: who else is called so?
        {person.id for person in reader.called(handle.upper())} <= {kept.id, other.id},
    )


def preview(reader: Reader, counts: DupeReader, kept: Named, other: Named, *, today: date) -> MergePlan:
    """What merging the other into the one who is kept would do."""
    both = sides(reader, kept, other)
    moves = [
        Moved(spell(what, rows), rows) for what, rows in counts.moving(other.id).items() if rows and what != "fact"
    ]
    people = Ref(both.kept.handle, both.kept.name), Ref(both.other.handle, both.other.name)
    return MergePlan(today, *people, tuple(fates(both)), tuple(moves))


def merge(records: Telling, kept: Named, other: Named, *, today: date) -> Changed:
    """Make the other a part of the one who is kept, who has the handle; nothing that is known is lost."""
    both = sides(records.reader, kept, other)
    changes, event = scalars(both)
    records.unite(kept.id, other.id)
    records.change_person(kept.id, changes, event_name=event)
    records.replace_aliases(kept.id, names_after(records.reader.belongings(kept.id).aliases, both))
    for text in facts_of(both):
        records.fact(NewFact(kept.id, today, text))
    words = f"merged {both.other.name} ({both.other.handle}) into {both.kept.name} ({both.kept.handle})"
    return told(records, "merge", words, (kept,), today=today)


def fates(both: Sides) -> Iterator[FieldFate]:
    """What becomes of each field that at least one of the two has."""
    yield FieldFate("handle", both.kept.handle, both.other.handle, "alias" if both.is_free else "left")
    yield name_fate(both)
    yield from (FieldFate(*each, fate(*each[1:], "fact")) for each in knowledge(both))
    for column, field in SETTINGS.items():
        kept, other = shown(both.kept, column), shown(both.other, column)
        if kept or other:
            yield FieldFate(field, kept, other, fate(kept, other, "left"))
    yield from dates(both)
    yield from (FieldFate(field, "", shown(both.other, column), "left") for column, field in states(both))
    yield from lists(both)


def knowledge(both: Sides) -> Iterator[tuple[str, str, str]]:
    """Field and both values of what at least one of the two has; that they introduced each other says nothing."""
    for column, field in KNOWLEDGE.items():
        names = {both.kept.id, both.other.id}
        kept, other = (
            "" if column == "via" and row.via_id in names else shown(row, column) for row in (both.kept, both.other)
        )
        if kept or other:
            yield field, kept, other


def name_fate(both: Sides) -> FieldFate:
    """What becomes of the name."""
    kept, other = both.kept.name, both.other.name
    return FieldFate("name", kept, other, "same" if kept == other else "alias")


def fate(kept: str, other: str, differing: str) -> str:
    """What becomes of one value beside another."""
    if kept.casefold() == other.casefold():
        return "same"
    return differing if kept and other else "kept" if kept else "taken"


def shown(row: PersonRow, column: str) -> str:
    """A value as words; empty when there is none."""
    value = (row.event or row.met) if column == "met" else getattr(row, column)
    if value is None:
        return ""
    if column == "every_days":
        return f"every {value} days"
    return spelled(value) if isinstance(value, date) else str(value)


def dates(both: Sides) -> Iterator[FieldFate]:
    """The earlier of two days is the one on which we met, or since when I know them."""
    for column, field in (("met_on", "met on"), ("since_on", "known since")):
        kept, other = getattr(both.kept, column), getattr(both.other, column)
        if other and other != kept:
            is_earlier = kept is None or other < kept
            yield FieldFate(field, shown(both.kept, column), spelled(other), "taken" if is_earlier else "left")


def states(both: Sides) -> Iterator[tuple[str, str]]:
    """What was decided about the other tie, and is not taken over."""
    return ((column, field) for column, field in STATE.items() if getattr(both.other, column))


def lists(both: Sides) -> Iterator[FieldFate]:
    """The lists of both, united."""
    own, more = both.own, both.more
    for name in ("aliases", "emails", "phones", "urls", "tags", "can", "wants"):
        yield from united(name, getattr(own, name), getattr(more, name))
    yield from united("facts", [fact.text for fact in own.facts], [fact.text for fact in more.facts])


LISTS: Mapping[str, str] = {"emails": "e-mail", "phones": "phone", "urls": "link", "can": "can help with"}
KEYS: Mapping[str, Callable[[str], str]] = dict.fromkeys(("emails", "phones", "urls"), contact_key)


def united(name: str, own: Collection[str], more: Collection[str]) -> Iterator[FieldFate]:
    """What becomes of a list that at least one of the two has; of the other's, only what is new is named."""
    key = KEYS.get(name, str.casefold)
    new = [each for each in more if key(each) not in set(map(key, own))]
    if own or more:
        outcome = ("both" if own else "taken") if new else "same" if more else "kept"
        yield FieldFate(LISTS.get(name, name), ", ".join(own), ", ".join(new or more), outcome)


def scalars(both: Sides) -> tuple[dict[str, Any], str | None]:
    """The columns that the one who is kept gets from the other, and the event they were met at."""
    kept, other = both.kept, both.other
    is_met = kept.met is not None or kept.event is not None
    names = ["company", "role", "place", "birthday", "every_days", "skipped_on", *([] if is_met else ["met"])]
    names += ["tier", "tier_kept_on"] if kept.tier is None else []
    found = {name: getattr(other, name) for name in names if getattr(kept, name) is None and getattr(other, name)}
    wanted = found | earliest(kept, other) | {"via_id": introducer(both), "is_kin": kept.is_kin or other.is_kin}
    changes = {name: value for name, value in wanted.items() if value != getattr(kept, name)}
    return changes, None if is_met else other.event


def introducer(both: Sides) -> int | None:
    """Through whom I know them: neither of the two themselves."""
    selves = (None, both.kept.id, both.other.id)
    return next((row.via_id for row in (both.kept, both.other) if row.via_id not in selves), None)


def earliest(kept: PersonRow, other: PersonRow) -> dict[str, Any]:
    """The earlier day of having met, and the earlier beginning of the tie with what that day counts for."""
    days = [day for day in (kept.met_on, other.met_on) if day]
    found: dict[str, Any] = {"met_on": min(days)} if days else {}
    if other.since_on < kept.since_on:
        found |= {"since_on": other.since_on, "is_fresh": other.is_fresh, "imported_on": other.imported_on}
    return found


def names_after(aliases: Collection[str], both: Sides) -> tuple[str, ...]:
    """The aliases, with the other's name, and the other's handle where nobody else answers to it."""
    names = dict.fromkeys((*aliases, *({both.other.name} - {both.kept.name})))
    answered = {spoken(name) for name in (both.kept.name, *names)} | {first_name(both.kept.name)}
    is_needed = both.is_free and spoken(both.other.handle) not in answered
    return (*names, both.other.handle) if is_needed else tuple(names)


def facts_of(both: Sides) -> Iterator[str]:
    """What would be lost otherwise, as facts: “company: Ferri & Co (from the merged giulia-2)”."""
    source = f"(from the merged {both.other.handle})"
    for field, kept, other in knowledge(both):
        if fate(kept, other, "fact") == "fact":
            yield f"{field}: {other} {source}"
    if both.other.ended_why:
        yield f"let go: {both.other.ended_why} {source}"
    for row in both.both:
        yield f"introduction of {row.name} to {row.other_name}: {row.why} {source}"


def spell(what: str, rows: int) -> str:
    """The sort of rows, as many as there are."""
    one, many = COUNTED[what]
    return one if rows == 1 else many
