"""The rows of a journal as another journal reads them: their fields, what each may hold, and what names what.

The order of `ENTITIES` is that of dependence: a row names only rows of entities before its own, or people.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from netlog.domain.people import HANDLE, HANDLE_LIMIT, NAME_LIMIT, UNSAYABLE

CHANGED_AT = "changed_at"
FORGOTTEN = "forgotten"
PRIVATE = "is_private"

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DIGEST = re.compile(r"[0-9a-f]{32}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
EARLIEST, LATEST = "1900", "2199"
LONGEST = 1 << 20


class Field(NamedTuple):
    """What one field holds; `among` are the words it may be, or the least and the greatest number."""

    sort: str = "text"
    is_needed: bool = False
    among: tuple[Any, ...] = ()


OPTIONAL, NEEDED = Field(), Field(is_needed=True)
ON, ON_NEEDED = Field("day"), Field("day", is_needed=True)
AT = Field("instant", is_needed=True)
SLUG = Field("slug", is_needed=True)
FLAG = Field("flag", is_needed=True)
NAME = Field("name", is_needed=True)
EVERY = (1, 3650)


def one_of(*words: str, is_needed: bool = False) -> Field:
    """One of these words."""
    return Field("text", is_needed, words)


def reference(entity: str, *, is_needed: bool = False) -> Field:
    """The UUID of a row of that entity."""
    return Field(f"@{entity}", is_needed)


PERSON, ANY_PERSON = reference("person", is_needed=True), reference("person")
ENTRY, ANY_ENTRY = reference("interaction", is_needed=True), reference("interaction")
CYCLE = reference("mentorship", is_needed=True)

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "event": {
        "slug": SLUG,
        "name": NAME,
        "held_on": ON_NEEDED,
        "venue": OPTIONAL,
        "labels": OPTIONAL,
        "opened_on": ON,
        "closed_on": ON,
    },
    "person": {
        "handle": Field("handle", is_needed=True),
        "name": NAME,
        "company": OPTIONAL,
        "role": OPTIONAL,
        "place": OPTIONAL,
        "met": OPTIONAL,
        "met_on": ON,
        "event": reference("event"),
        "via": ANY_PERSON,
        "tier": one_of("inner", "close", "active", "wide", "none"),
        "every_days": Field("whole", among=EVERY),
        "birthday": Field("birthday"),
        "since_on": ON_NEEDED,
        "is_fresh": FLAG,
        "imported_on": ON,
        "snoozed_until": ON,
        "paused_on": ON,
        "ended_on": ON,
        "ended_why": OPTIONAL,
        "created_at": AT,
        "is_kin": FLAG,
        "skipped_on": ON,
        "tier_kept_on": ON,
    },
    "interaction": {
        "at": AT,
        "zone": NEEDED,
        "on_day": ON_NEEDED,
        "kind": NAME,
        "depth": one_of("meet", "talk", "message", "touch", is_needed=True),
        "direction": one_of("out", "in", "mutual", is_needed=True),
        "minutes": Field("whole", among=(0, 10_080)),
        "place": OPTIONAL,
        "event": reference("event"),
        "text": NEEDED,
        "counts": Field("number", among=(0, 1)),
        "created_at": AT,
        PRIVATE: FLAG,
    },
    "inbox": {"at": AT, "zone": NEEDED, "on_day": ON_NEEDED, "text": NEEDED, "reason": NEEDED, PRIVATE: FLAG},
    "pause": {"since_on": ON_NEEDED, "until_on": ON},
    "season": {
        "name": NEEDED,
        "boost": Field("boost", is_needed=True),
        "factor": Field("number", is_needed=True, among=(1, 3)),
        "since_on": ON_NEEDED,
        "until_on": ON_NEEDED,
    },
    "participant": {"interaction": ENTRY, "person": PERSON},
    "tag": {"slug": SLUG, "person": ANY_PERSON, "interaction": ANY_ENTRY},
    "alias": {"person": PERSON, "name": NEEDED},
    "contact": {
        "person": PERSON,
        "sort": one_of("email", "phone", "url", is_needed=True),
        "value": NEEDED,
    },
    "topic": {"person": PERSON, "side": one_of("can", "wants", is_needed=True), "words": NEEDED},
    "fact": {
        "person": PERSON,
        "on_day": ON_NEEDED,
        "text": NEEDED,
        "created_at": AT,
        "sort": one_of("job", "city", "family", "other"),
        "confirmed_on": ON,
        PRIVATE: FLAG,
    },
    "card_line": {"person": PERSON, "line": NEEDED},
    "not_same": {"person": PERSON, "other": PERSON},
    "promise": {
        "person": PERSON,
        "side": one_of("mine", "theirs", is_needed=True),
        "text": NEEDED,
        "made_on": ON_NEEDED,
        "due_on": ON,
        "postponed": Field("whole", is_needed=True, among=(0, 1_000_000)),
        "outcome": one_of("kept", "dropped"),
        "closed_on": ON,
        "interaction": ANY_ENTRY,
    },
    "exchange": {
        "person": PERSON,
        "flow": one_of("gave", "got", "asked", "asked_by", is_needed=True),
        "text": NEEDED,
        "on_day": ON_NEEDED,
        "answered_on": ON,
        "interaction": ANY_ENTRY,
    },
    "introduction": {
        "person": PERSON,
        "other": PERSON,
        "why": NEEDED,
        "state": one_of(
            "idea", "asked", "agreed", "asked_other", "both_agreed", "made", "done", "declined", is_needed=True
        ),
        "moved_on": ON_NEEDED,
        "made_on": ON,
        "outcome": OPTIONAL,
    },
    "mentorship": {
        "person": PERSON,
        "role": one_of("mentor", "mentee", is_needed=True),
        "every_days": Field("whole", is_needed=True, among=EVERY),
        "began_on": ON_NEEDED,
        "until_on": ON_NEEDED,
        "area": OPTIONAL,
        "channel": OPTIONAL,
        "hours": OPTIONAL,
        "not_months": Field("months"),
        "ended_on": ON,
        "ending": one_of("closed", "renewed"),
        "ended_why": OPTIONAL,
    },
    "mentor_goal": {"mentorship": CYCLE, "text": NEEDED, "set_on": ON_NEEDED, "reached_on": ON},
    "agenda_item": {"mentorship": CYCLE, "text": NEEDED, "added_on": ON_NEEDED, "done_on": ON},
    "mentor_session": {
        "mentorship": CYCLE,
        "interaction": ENTRY,
        "topics": OPTIONAL,
        "feedback_given": OPTIONAL,
        "feedback_got": OPTIONAL,
    },
    "origin": {
        "source": NEEDED,
        "key": NEEDED,
        "person": ANY_PERSON,
        "interaction": ANY_ENTRY,
        "inbox": reference("inbox"),
        "said": NEEDED,
    },
}
"""Every table of the truth but the history and what was forgotten; a test compares this with the tables."""

ENTITIES = tuple(FIELDS)

REFERENCES: Mapping[str, Mapping[str, str]] = {
    entity: {name: field.sort[1:] for name, field in fields.items() if field.sort.startswith("@")}
    for entity, fields in FIELDS.items()
}
"""Which field of an entity names a row of which."""


def fault(entity: str, values: Mapping[str, object]) -> str | None:
    """What is wrong with a row, as a phrase; None when it can be stored."""
    if entity == FORGOTTEN:
        return None if is_digest(values.get("digest")) else "its digest is none"
    fields = FIELDS.get(entity)
    if fields is None:
        return f"netlog has no {entity}"
    if not is_uuid(values.get("uuid")):
        return "it has no UUID"
    if unknown := [name for name in values if name not in fields and name not in ("uuid", CHANGED_AT)]:
        return f"{entity} has no field {unknown[0]}"
    if values.get(CHANGED_AT) is not None and not is_instant(values[CHANGED_AT]):
        return f"{CHANGED_AT} is no instant"
    wrong = (name for name, field in fields.items() if not fits(values.get(name), field))
    return next((f"{name} cannot be {words(values.get(name))}" for name in wrong), None) or contradiction(
        entity, values
    )


def words(value: object) -> str:
    """A value for a message."""
    text = "missing" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def fits(value: object, field: Field) -> bool:
    """Whether the field may hold the value."""
    if value is None:
        return not field.is_needed
    if field.sort.startswith("@"):
        return is_uuid(value)
    if not SORTS[field.sort](value):
        return False
    if isinstance(value, (int, float)) and field.among:
        return bool(field.among[0] <= value <= field.among[1])
    return not field.among or value in field.among


def is_text(value: object) -> bool:
    """Whether it is text that can be stored."""
    return isinstance(value, str) and len(value) <= LONGEST and not UNSAYABLE.search(value)


def is_uuid(value: object) -> bool:
    """Whether it is a UUID in its usual spelling."""
    return isinstance(value, str) and UUID.fullmatch(value) is not None


def is_digest(value: object) -> bool:
    """Whether it is the hash of a UUID."""
    return isinstance(value, str) and DIGEST.fullmatch(value) is not None


def is_day(value: object) -> bool:
    """Whether it is a day that a journal can hold."""
    if not isinstance(value, str) or not DAY.fullmatch(value) or not EARLIEST <= value[:4] <= LATEST:
        return False
    return reads(date.fromisoformat, value)


def is_instant(value: object) -> bool:
    """Whether it is an instant in UTC."""
    return isinstance(value, str) and INSTANT.fullmatch(value) is not None and reads(datetime.fromisoformat, value)


def is_birthday(value: object) -> bool:
    """Whether it is a day, or one without its year."""
    if not isinstance(value, str):
        return False
    with_year = f"2000{value[1:]}" if value.startswith("--") else value
    return DAY.fullmatch(with_year) is not None and reads(date.fromisoformat, with_year)


def is_slug(value: object) -> bool:
    """Whether it is a tag, or the short name of an event."""
    return isinstance(value, str) and HANDLE.fullmatch(value) is not None and len(value) <= LONGEST


def is_months(value: object) -> bool:
    """Whether it is numbers of months, parted by commas."""
    return isinstance(value, str) and all(part in MONTHS for part in value.split(","))


def is_name(value: object) -> bool:
    """Whether it is a text of some length."""
    return is_text(value) and 0 < len(str(value).strip()) <= NAME_LIMIT


def is_boost(value: object) -> bool:
    """Whether it says whom a season is for."""
    sort, _, whom = str(value).partition(":")
    return isinstance(value, str) and sort in BOOSTS and is_name(whom)


BOOSTS = ("tag", "tier", "person")
MONTHS = frozenset(str(number) for number in range(1, 13))
SORTS: Mapping[str, Callable[[object], bool]] = {
    "text": is_text,
    "name": is_name,
    "boost": is_boost,
    "day": is_day,
    "instant": is_instant,
    "birthday": is_birthday,
    "slug": is_slug,
    "months": is_months,
    "handle": lambda value: is_slug(value) and len(str(value)) <= HANDLE_LIMIT,
    "flag": lambda value: isinstance(value, bool),
    "whole": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
}


def reads(read: Callable[[str], object], text: str) -> bool:
    """Whether a reader takes the text."""
    try:
        read(text)
    except ValueError:
        return False
    return True


def contradiction(entity: str, values: Mapping[str, object]) -> str | None:
    """What two fields of a row say against each other."""
    given = {name for name, value in values.items() if value is not None}
    if entity == "tag" and len(given & {"person", "interaction"}) != 1:
        return "a tag is on a person or on an interaction"
    if entity == "origin" and len(given & {"person", "interaction", "inbox"}) > 1:
        return "an origin is about one thing at most"
    if entity in ("introduction", "not_same") and values["person"] == values["other"]:
        return "it takes two people"
    together = TOGETHER.get(entity, ())
    if len(given.intersection(together)) == 1:
        return f"{' and '.join(together)} go together"
    if entity == "mentorship" and str(values["until_on"]) <= str(values["began_on"]):
        return "it ends before it began"
    return None


TOGETHER: Mapping[str, Iterable[str]] = {"promise": ("outcome", "closed_on"), "mentorship": ("ended_on", "ending")}
