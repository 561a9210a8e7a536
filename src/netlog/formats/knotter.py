"""The JSON snapshot of knotter: people, their rhythm, and what was done with them."""

from collections.abc import Iterator
from datetime import UTC, datetime

from netlog.domain.interactions import KINDS
from netlog.errors import FormatProblem, shorten
from netlog.formats.json_file import Json, inside, load, objects, plain, text, values
from netlog.formats.told import OUTSIDE, is_outside, kind_in
from netlog.interchange import Card, Format, Mention, Noted, Reading, Record, Rejected, Skipped, Source, Talk

KEYS = ('"metadata"', '"contacts"', '"format_version"', '"schema_version"', '"display_name"')
LONGEST_DAYS = 36_525
KIND_OF = {"call": "call", "text": "message", "hangout": "meeting", "email": "email", "telegram": "message"}
OTHER = "other:"
USUAL = "talk"


def recognise(source: Source) -> int:
    """Sure where the keys of a snapshot stand in an object."""
    head = source.head.decode("utf-8-sig", errors="replace").lstrip()
    found = sum(key in head for key in KEYS) if head.startswith("{") else 0
    return 95 if found >= len(KEYS) - 1 else 0


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Each person, and then what was done with each."""
    whole = load(source, reading.encoding)
    if not isinstance(whole.get("contacts"), list) or "format_version" not in inside(whole, "metadata"):
        raise FormatProblem(
            f"{shorten(source.name)} is no snapshot of knotter", hint="write it with: knotter export json"
        )
    people = [(f"contact {at}", contact) for at, contact in enumerate(objects(whole, "contacts"), start=1)]
    for where, contact in people:
        yield _card(where, contact)
    for where, contact in people:
        if text(contact, "display_name"):
            yield from _talks(where, contact, reading)


def _card(where: str, contact: Json) -> Record:
    name, uuid = text(contact, "display_name"), text(contact, "id")
    if not name:
        return Rejected(where, "no name")
    told = (("handle", text(contact, "handle")), ("time zone", text(contact, "timezone")))
    archived = ("archived",) if contact.get("archived_at") is not None else ()
    return Card(
        key=f"uuid:{uuid}" if uuid else "",
        where=where,
        name=name,
        contacts=_ways(contact),
        tags=(*filter(None, map(plain, values(contact, "tags"))), *archived),
        facts=tuple(Noted(f"{what}: {words}") for what, words in told if words),
        every_days=_days(contact.get("cadence_days")),
    )


def _ways(contact: Json) -> tuple[tuple[str, str], ...]:
    emails = (text(contact, "email"), *map(plain, values(contact, "emails")))
    ways = (*(("email", each) for each in emails), ("phone", text(contact, "phone")))
    return tuple(dict.fromkeys(way for way in ways if way[1]))


def _days(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LONGEST_DAYS else None


def _talks(where: str, contact: Json, reading: Reading) -> Iterator[Record]:
    ways = _ways(contact)
    who = Mention(text(contact, "display_name"), ways[0][1] if ways else "")
    for done in objects(contact, "interactions"):
        at = _instant(done.get("occurred_at"))
        if at is None:
            yield Rejected(where, "an interaction without a time")
            continue
        on, uuid = at.astimezone().date(), text(done, "id")
        key = f"interaction:{uuid}" if uuid else f"interaction:{text(contact, 'id')}|{at.isoformat()}"
        talk = Talk(key, where, on, (who,), _kind(text(done, "kind")), text(done, "note"), at=at)
        yield Skipped(where, OUTSIDE) if is_outside(on, reading) else talk


def _instant(value: object) -> datetime | None:
    """The instant of so many seconds since 1970, leaving out the first and the last days there are."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    try:
        at = datetime.fromtimestamp(value, UTC)
        at.astimezone()
    except (ValueError, OverflowError, OSError):
        return None
    return at


def _kind(kind: str) -> str:
    """Our kind for knotter's; for a label of its user's own the kind that the label says."""
    label = kind.removeprefix(OTHER).strip().lower()
    return KIND_OF.get(kind) or kind_in(label) or (label if label in KINDS else USUAL)


FORMAT = Format("knotter", "the JSON snapshot of knotter", recognise, read)
