"""A person as something to be edited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netlog.clock import in_range
from netlog.domain.birthdays import read_birthday
from netlog.domain.cadence import check_days
from netlog.domain.contacts import contact_key
from netlog.domain.folding import fold
from netlog.domain.form import PERSON, Edits, Form, Values
from netlog.domain.people import Named, check_handle, check_name, slug
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.when import read_span
from netlog.errors import UnreadableDate, UsageProblem, shorten
from netlog.ports import Reader, Records
from netlog.services.changing import PersonEdit, edit_person, refuse_taken
from netlog.services.checks import check_email, check_field, check_phone, check_tier, tag_slug, yes_or_no
from netlog.services.editing import Check, Desk, checked, dropped
from netlog.services.naming import one_person
from netlog.services.people import contacts, topics

DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s+|\Z)(.*)", re.DOTALL)
DATE_LENGTH = len("2026-11-21 ")
COLUMNS = {"on": "met_on", "via": "via_id", "every": "every_days"}
FIELDS = ("name", "handle", "company", "role", "place", "on", "via", "tier", "every", "birthday")
CLAIMS = ("kin", "fresh")


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """A person to be edited."""

    named: Named

    @property
    def form(self) -> Form:
        """The lines of a person."""
        return PERSON

    @property
    def title(self) -> str:
        """The name."""
        return self.named.name

    def values(self, reader: Reader) -> Values:
        """Everything the form shows; raises NotFound."""
        row = reader.person(self.named.id)
        shown = {
            **{name: getattr(row, name) for name in ("name", "handle", "company", "role", "place", "tier", "birthday")},
            "met": row.event or row.met,
            "on": row.met_on and row.met_on.isoformat(),
            "via": reader.person(row.via_id).handle if row.via_id else None,
            "every": row.every_days and f"{row.every_days}d",
            "kin": "yes" if row.is_kin else None,
            "fresh": "yes" if row.is_fresh else None,
        }
        return {name: (value,) if value else () for name, value in shown.items()} | self.lists(reader)

    def lists(self, reader: Reader) -> dict[str, tuple[str, ...]]:
        """What the person has several of; facts begin with their day."""
        own = reader.belongings(self.named.id)
        return {
            "alias": own.aliases,
            "tag": own.tags,
            "can": own.can,
            "wants": own.wants,
            "email": own.emails,
            "phone": own.phones,
            "url": own.urls,
            "note": tuple(f"{fact.on.isoformat()} {fact.text}" for fact in own.facts),
        }

    def checks(self, desk: Desk) -> Mapping[str, Check]:
        """The check of each name."""
        return {
            **dict.fromkeys(("company", "role", "place", "met", "can", "wants", "url"), check_field),
            **dict.fromkeys(("name", "alias"), check_name),
            "handle": self.free_handle(desk.reader),
            "on": lambda words: desk.past(words).on,
            "via": self.introducer(desk.reader),
            "tier": check_tier,
            "every": lambda words: check_days(read_span(words)),
            **dict.fromkeys(CLAIMS, yes_or_no),
            "birthday": lambda words: str(read_birthday(words)),
            "tag": tag_slug,
            "email": check_email,
            "phone": check_phone,
            "note": lambda words: dated_fact(words, desk.clock.today),
        }

    def free_handle(self, reader: Reader) -> Check:
        """Takes a handle that nobody else has."""

        def check(words: str) -> str:
            handle = check_handle(words)
            if handle != self.named.handle:
                refuse_taken(reader, handle)
            return handle

        return check

    def introducer(self, reader: Reader) -> Check:
        """Takes the name of somebody else; gives the number."""

        def check(words: str) -> int:
            other = one_person(reader, words)
            if other.id == self.named.id:
                raise UsageProblem(f"{self.named.name} cannot have introduced themselves", hint="name somebody else")
            return other.id

        return check

    def store(self, records: Records, edits: Edits, desk: Desk) -> Changed | Unchanged:
        """Store what is wanted otherwise."""
        checks = self.checks(desk)
        wanted = checked(edits, checks, FIELDS)
        edit = self.listed(records.reader, edits, checks)
        edit = edit._replace(fields={COLUMNS.get(name, name): value for name, value in wanted.items()})
        for name, claimed in checked(edits, checks, CLAIMS).items():
            edit.fields[f"is_{name}"] = bool(claimed)
        if met := checked(edits, checks, ("met",)):
            edit = met_at(records.reader, edit, met["met"])
        return edit_person(records, self.named, edit, today=desk.clock.today, loads=desk.loads)

    def listed(self, reader: Reader, edits: Edits, checks: Mapping[str, Check]) -> PersonEdit:
        """An edit of the lists that change."""
        now = self.lists(reader)
        hint = f"netlog show {self.named.handle} lists them"
        lost = dropped(now, edits.dropped, sort="tag, topic, address, fact or alias", hint=hint, key=drop_key)
        wanted = dict(now)
        for name, values in now.items():
            gone = {*edits.removed.get(name, ()), *lost[name]}
            come = tuple(map(checks[name], edits.added.get(name, ())))
            if gone or come:
                wanted[name] = tuple(dict.fromkeys([*(value for value in values if value not in gone), *come]))
        return PersonEdit(
            {},
            aliases=wanted["alias"],
            tags=wanted["tag"],
            contacts=contacts(wanted["email"], wanted["phone"], wanted["url"]),
            topics=topics(wanted["can"], wanted["wants"]),
            facts=tuple((date.fromisoformat(words[:10]), words[DATE_LENGTH:]) for words in wanted["note"]),
        )


def met_at(reader: Reader, edit: PersonEdit, words: str | None) -> PersonEdit:
    """The edit with where they were met: an event the journal knows, or else words."""
    event = reader.event_name(slug(words)) if words else None
    return edit._replace(fields={**edit.fields, "met": None if event else words}, event=event or "")


def dated_fact(words: str, today: date) -> str:
    """A fact after its day, which is today unless it begins with one; raises UnreadableDate or UsageProblem."""
    found = DATED.match(words.strip())
    day, text = (found[1], found[2]) if found else (today.isoformat(), words)
    try:
        in_range(date.fromisoformat(day))
    except ValueError:
        raise UnreadableDate(f"there is no day {shorten(day)}", hint="write it as 2026-11-05") from None
    return f"{day} {check_field(text)}"


def drop_key(name: str, words: str) -> str:
    """What a value and the words that drop it have in common; a fact is known by its text."""
    if name in ("email", "phone", "url"):
        return contact_key(words)
    if name == "tag":
        return slug(words)
    found = DATED.match(words.strip()) if name == "note" else None
    return " ".join(fold(found[2] if found else words).split())
