"""Changing what is known: edit, rename, alias, remove."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from netlog.domain.interactions import kind_named
from netlog.domain.people import Named, check_handle, check_name
from netlog.domain.private import WITHHELD
from netlog.domain.receipts import Changed, Next, Unchanged
from netlog.domain.views import InboxItem
from netlog.domain.wording import brief
from netlog.errors import Conflict, NotFound, shorten
from netlog.ports import Reader, Records
from netlog.ports_counts import Loads
from netlog.rows import Belongings, EntryRow, PersonRow
from netlog.services.capture import next_dates
from netlog.services.checks import typed_number
from netlog.services.naming import one_person
from netlog.services.people import contacts, topics
from netlog.services.tipping import tipped


class PersonEdit(NamedTuple):
    """The wanted state of a person: `fields` holds only columns that change; None leaves a list as it is."""

    fields: dict[str, Any]
    aliases: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    contacts: tuple[tuple[str, str], ...] | None = None
    topics: tuple[tuple[str, str], ...] | None = None
    facts: tuple[tuple[date, str], ...] | None = None
    event: str | None = None


class EntryEdit(NamedTuple):
    """The wanted state of an entry: `fields` holds only columns that change; None leaves the rest as it is."""

    fields: dict[str, Any]
    people: tuple[int, ...] | None = None
    tags: tuple[str, ...] | None = None
    event: str | None = None


def edit_person(
    records: Records, named: Named, edit: PersonEdit, *, today: date, loads: Loads | None = None
) -> Changed | Unchanged:
    """Give a person other particulars; with `loads` it is said when that makes the cadences ask for too much."""
    before, own = records.reader.person(named.id), records.reader.belongings(named.id)
    tie = records.reader.tie(named.id)
    changed = what_changes(before, own, edit)
    if not changed:
        return Unchanged(today, f"nothing changes: {named.name} is already so")
    if "handle" in changed:
        refuse_taken(records.reader, edit.fields["handle"])
    fields = {name: edit.fields[name] for name in changed if name in edit.fields}
    records.change_person(named.id, fields, event_name=edit.event)
    for name in changed:
        replace(records, named.id, name, getattr(edit, name, None))
    what = ", ".join(dict.fromkeys(map(spelled, changed)))
    done = told(records, "edit", f"edited {named.name}: {what}", (named,), today=today)
    notes = tipped(loads, (tie,), (records.reader.tie(named.id),), today=today) if loads else ()
    return done._replace(notes=notes)


LISTS = ("aliases", "tags", "contacts", "topics", "facts")


def what_changes(before: PersonRow, own: Belongings, edit: PersonEdit) -> list[str]:
    """Names of the fields and lists that would be different."""
    now: dict[str, tuple[Any, ...]] = {
        "aliases": own.aliases,
        "tags": tuple(sorted(own.tags)),
        "contacts": contacts(own.emails, own.phones, own.urls),
        "topics": topics(own.can, own.wants),
        "facts": tuple((fact.on, fact.text) for fact in own.facts),
    }
    fields = [name for name, value in edit.fields.items() if getattr(before, name) != value]
    fields += ["event"] if edit.event is not None and edit.event != (before.event or "") else []
    wanted = {name: getattr(edit, name) for name in LISTS if getattr(edit, name) is not None}
    lists = [name for name, value in wanted.items() if sorted(value) != sorted(now[name])]
    return fields + lists


def spelled(name: str) -> str:
    """A column as people call it."""
    words = {
        "every_days": "cadence",
        "met_on": "met on",
        "via_id": "introduced by",
        "event": "met",
        "is_kin": "family",
        "is_fresh": "new tie",
    }
    return words.get(name, name)


def replace(records: Records, number: int, name: str, wanted: Any) -> None:  # noqa: ANN401 (one of the five lists)
    """Replace one of the lists that hang on a person."""
    changes: dict[str, Callable[[int, Any], None]] = {
        "aliases": records.replace_aliases,
        "tags": records.replace_tags,
        "contacts": records.replace_contacts,
        "topics": records.replace_topics,
        "facts": records.replace_facts,
    }
    if name in changes:
        changes[name](number, wanted)


def edit_entry(records: Records, number: int, edit: EntryEdit, *, today: date) -> Changed | Unchanged:
    """Give an entry another day, kind, text, people or tags."""
    before = one_entry(records.reader, number)
    fields = {name: value for name, value in edit.fields.items() if entry_value(before, name) != value}
    if "kind" in fields:
        fields["depth"] = kind_named(fields["kind"]).depth.value
    people = None if edit.people is None or set(edit.people) == set(before.people) else edit.people
    tags = None if edit.tags is None or set(edit.tags) == set(before.entry.tags) else edit.tags
    event = None if edit.event == (before.entry.event or "") else edit.event
    if not fields and people is None and tags is None and event is None:
        return Unchanged(today, f"nothing changes: entry {number} is already so")
    records.change_entry(number, fields, people=people, tags=tags, event_name=event)
    after = one_entry(records.reader, number)
    words = f"edited entry {number}: {entry_words(after)}"
    ties = [Named(tie.id, tie.handle, tie.name) for tie in records.reader.ties({*before.people, *after.people})]
    return told(records, "edit", words, ties, today=today)


def entry_value(row: EntryRow, name: str) -> object:
    """A column of an entry."""
    if name == "on_day":
        return row.entry.on
    return getattr(row, name) if name in ("at", "zone") else getattr(row.entry, name)


def one_entry(reader: Reader, number: int) -> EntryRow:
    """The entry of that number; raises NotFound."""
    if (found := reader.entry(number)) is None:
        raise NotFound("entry", str(number), hint="netlog show PERSON --json gives the numbers of entries")
    return found


def entry_words(row: EntryRow) -> str:
    """An entry in a few words: "coffee with Giulia Rossi, Fri 20 Nov 2026"."""
    on = row.entry.on
    names = ", ".join(row.entry.people) or "nobody"
    return f"{row.entry.kind} with {names}, {on:%a} {on.day} {on:%b %Y}"


def remove_entry(records: Records, number: int, *, today: date) -> Changed:
    """Remove an entry."""
    row = one_entry(records.reader, number)
    people = [Named(tie.id, tie.handle, tie.name) for tie in records.reader.ties(row.people)]
    records.remove_entry(number)
    return told(records, "rm", f"removed: {entry_words(row)}", people, today=today)


def remove_person(records: Records, named: Named, *, today: date) -> Changed:
    """Remove a person, with the contacts nobody else took part in."""
    entries = records.remove_person(named.id)
    went = f" with {entries} {'entry' if entries == 1 else 'entries'}" if entries else ""
    return told(records, "rm", f"removed: {named.name}{went}", (), today=today)


def remove_note(records: Records, number: int, *, today: date) -> Changed:
    """Remove a note from the inbox."""
    item = inbox_item(records.reader, number)
    records.remove_inbox(number)
    return told(
        records, "rm", f"removed from the inbox: {WITHHELD if item.is_private else brief(item.text)}", (), today=today
    )


def inbox_item(reader: Reader, number: int) -> InboxItem:
    """A note in the inbox; raises NotFound."""
    found = [item for item in reader.inbox() if item.id == number]
    if not found:
        raise NotFound("note in the inbox", str(number), hint="netlog inbox lists them")
    return found[0]


def rename(records: Records, named: Named, name: str, handle: str | None, *, today: date) -> Changed | Unchanged:
    """Give a person another name; the handle stays unless one is given."""
    tidy = check_name(name)
    fields: dict[str, Any] = {"name": tidy}
    if handle is not None and handle != named.handle:
        refuse_taken(records.reader, check_handle(handle))
        fields["handle"] = handle
    if tidy == named.name and len(fields) == 1:
        return Unchanged(today, f"nothing changes: {named.name} is already so called")
    records.change_person(named.id, fields)
    words = f"renamed {named.name} to {tidy}" if tidy != named.name else f"{named.name} has the handle {handle} now"
    return told(records, "rename", words, (named,), today=today)


def refuse_taken(reader: Reader, handle: str) -> None:
    """Raise Conflict when somebody has the handle."""
    if reader.is_handle(handle):
        raise Conflict(f"the handle {shorten(handle)} is taken", hint="choose another")


def alias(records: Records, named: Named, name: str, *, today: date) -> Changed | Unchanged:
    """Let a person answer to one more name."""
    tidy, own = check_name(name), records.reader.belongings(named.id).aliases
    if tidy in own:
        return Unchanged(today, f"{named.name} answers to {tidy} already")
    records.replace_aliases(named.id, (*own, tidy))
    return told(records, "alias", f"{named.name} answers to {tidy} too", (named,), today=today)


def unalias(records: Records, named: Named, name: str, *, today: date) -> Changed:
    """Take a name away from a person."""
    own = records.reader.belongings(named.id).aliases
    kept = [alias for alias in own if alias.casefold() != name.strip().casefold()]
    if len(kept) == len(own):
        raise NotFound("alias", name, hint=f"{named.handle} has: {', '.join(own) or 'none'}")
    records.replace_aliases(named.id, kept)
    return told(records, "alias", f"{named.name} does not answer to {name.strip()} any more", (named,), today=today)


def told(
    records: Records, command: str, words: str, people: Sequence[Named] | Iterable[Named], *, today: date
) -> Changed:
    """Finish the operation and say what follows."""
    number = records.finish(command, words)
    return Changed(today, number, command, words, upcoming(records.reader, tuple(people)))


def upcoming(reader: Reader, people: tuple[Named, ...]) -> tuple[Next, ...]:
    """When the next check-ins come, for those that come at all."""
    return tuple(each for each in next_dates(reader, people) if each.due_on) if people else ()


def person_or_entry(reader: Reader, query: str) -> Named | int:
    """What a target means: a number is an entry, with or without #, everything else a person."""
    number = typed_number(query)
    return one_person(reader, query) if number is None else number
