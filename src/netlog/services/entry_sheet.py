"""An entry as something to be edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from netlog.domain.form import ENTRY, Edits, Form, Values
from netlog.domain.interactions import Direction
from netlog.domain.people import slug
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.views import Entry
from netlog.domain.when import When
from netlog.errors import UsageProblem, either, shorten
from netlog.ports import Reader, Records
from netlog.rows import EntryRow
from netlog.services.changing import EntryEdit, edit_entry, entry_words, one_entry
from netlog.services.checks import (
    check_event,
    check_field,
    check_minutes,
    checked_text,
    kind_slug,
    read_counts,
    tag_slug,
    yes_or_no,
)
from netlog.services.editing import Check, Desk, checked, dropped
from netlog.services.naming import one_person

FIELDS = ("kind", "direction", "minutes", "place", "counts")


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """An entry to be edited, as it was when it was looked up."""

    row: EntryRow

    @property
    def form(self) -> Form:
        """The lines of an entry."""
        return ENTRY

    @property
    def title(self) -> str:
        """The number and a few words."""
        return f"#{self.row.entry.id}: {entry_words(self.row)}"

    def values(self, reader: Reader) -> Values:
        """Everything the form shows; raises NotFound."""
        row = one_entry(reader, self.row.entry.id)
        entry = row.entry
        shown = {
            "on": f"{entry.on.isoformat()} {datetime.fromisoformat(row.at).astimezone():%H:%M}",
            "kind": entry.kind,
            "direction": entry.direction,
            "minutes": None if entry.minutes is None else str(entry.minutes),
            "place": entry.place,
            "event": entry.event,
            "counts": None if entry.counts is None else f"{entry.counts:g}",
            "private": "yes" if entry.is_private else None,
            "text": entry.text,
        }
        fields = {name: (value,) if value else () for name, value in shown.items()}
        return {**fields, "with": entry.handles, "tag": entry.tags}

    def checks(self, desk: Desk) -> Mapping[str, Check]:
        """The check of each name."""
        return {
            "on": desk.past,
            "kind": kind_slug,
            "direction": check_direction,
            "with": lambda words: one_person(desk.reader, words).id,
            "minutes": read_minutes,
            "place": check_field,
            "event": check_event,
            "counts": read_counts,
            "tag": tag_slug,
            "private": yes_or_no,
            "text": checked_text,
        }

    def store(self, records: Records, edits: Edits, desk: Desk) -> Changed | Unchanged:
        """Store what is wanted otherwise."""
        before, checks = one_entry(records.reader, self.row.entry.id), self.checks(desk)
        fields = checked(edits, checks, FIELDS)
        if private := checked(edits, checks, ("private",)):
            fields["is_private"] = bool(private["private"])
        if text := checked(edits, checks, ("text",)):
            fields["text"] = text["text"] or ""
        if on := checked(edits, checks, ("on",)):
            fields |= moved(before, on["on"], desk)
        edit = EntryEdit(
            fields,
            people=tuple(dict.fromkeys(map(checks["with"], edits.fields.get("with", ())))) or None,
            tags=wanted_tags(before.entry, edits),
            event=wanted_event(records.reader, edits),
        )
        return edit_entry(records, before.entry.id, edit, today=desk.clock.today)


def moved(before: EntryRow, when: When, desk: Desk) -> dict[str, Any]:
    """The columns of another day or time; nothing for the day it has, when no time is said."""
    if when.at is None and when.on == before.entry.on:
        return {}
    at = desk.clock.instant(when.on, when.at)
    return (
        {"on_day": when.on, "at": at, "zone": desk.clock.zone} if (when.on, at) != (before.entry.on, before.at) else {}
    )


def wanted_tags(entry: Entry, edits: Edits) -> tuple[str, ...]:
    """The tags as they are to be; raises NotFound for one to drop that is not there."""
    now = entry.tags
    hint = "" if entry.is_private else f"the entry has {', '.join(now) or 'none'}"
    lost = dropped({"tag": now}, edits.dropped, sort="tag", hint=hint, key=tag_of)
    gone = {*edits.removed.get("tag", ()), *lost["tag"]}
    return tuple(dict.fromkeys([*(tag for tag in now if tag not in gone), *map(tag_slug, edits.added.get("tag", ()))]))


def tag_of(_: str, words: str) -> str:
    """What a tag and the words that drop it have in common."""
    return slug(words)


def wanted_event(reader: Reader, edits: Edits) -> str | None:
    """The event by the name the journal knows it by; empty when cleared, None when it is left as it is."""
    if "event" not in edits.fields:
        return None
    words = "".join(edits.fields["event"])
    return words and (reader.event_name(slug(words)) or check_event(words))


def check_direction(words: str) -> str:
    """Who started it; UsageProblem unless it is one of the three words."""
    word = words.strip().lower()
    if word not in list(Direction):
        raise UsageProblem(f"there is no direction {shorten(words)}", hint=f"use {either(list(Direction))}")
    return word


def read_minutes(words: str) -> int:
    """A number of minutes."""
    digits = words.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise UsageProblem(f"{shorten(words)} is not a number of minutes", hint="as in minutes: 45")
    return check_minutes(int(digits))
