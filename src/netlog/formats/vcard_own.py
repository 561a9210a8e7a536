"""What only netlog tells of a person, in properties of its own: X-NETLOG-TIER, X-NETLOG-MET and the like."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain.cadence import LONGEST_DAYS, TIERS
from netlog.domain.people import HANDLE, HANDLE_LIMIT
from netlog.formats.vcard_content import Line, escape, tidy, unescape
from netlog.interchange import Card, Mention

PREFIX = "X-NETLOG-"
ADDRESS = "X-NETLOG-ADDRESS"
SIDES = {"CAN": "can", "WANTS": "wants"}
NAMES = frozenset({"HANDLE", "TIER", "EVERY", "MET", "MET-ON", "VIA", "KIN", "SINCE", *SIDES})
PROPERTIES = frozenset(PREFIX + name for name in NAMES)


def own_lines(card: Card) -> list[Line]:
    """The card's own properties, in an order of their own."""
    values = {
        "HANDLE": card.handle,
        "TIER": card.tier,
        "EVERY": card.every_days,
        "KIN": "true" if card.is_kin else None,
        "MET": card.met,
        "MET-ON": card.met_on,
        "SINCE": card.known_since,
    }
    lines = [Line(PREFIX + name, escape(str(value))) for name, value in values.items() if value is not None]
    topics = [Line(f"{PREFIX}{side.upper()}", escape(said)) for side, said in card.topics]
    return [*lines, *via_lines(card.via), *topics]


def via_lines(via: Mention | None) -> list[Line]:
    """Who introduced them, if somebody did."""
    if not via:
        return []
    return [Line(f"{PREFIX}VIA", escape(via.name), ((ADDRESS, (via.address,)),) if via.address else ())]


def own_fields(lines: Sequence[Line]) -> Mapping[str, Any]:
    """The fields of a card that the lines fill; values that netlog would not take are left out."""
    single = {line.name.removeprefix(PREFIX): line for line in reversed(lines)}
    said = {name: tidy(unescape(line.value)) for name, line in single.items()}
    return {
        "handle": handle(said.get("HANDLE", "")),
        "tier": said["TIER"] if said.get("TIER") in TIERS else None,
        "every_days": days(said.get("EVERY", "")),
        "is_kin": said.get("KIN", "").lower() == "true",
        "met": said.get("MET") or None,
        "met_on": day(said.get("MET-ON", "")),
        "known_since": day(said.get("SINCE", "")),
        "via": via(single.get("VIA")),
        "topics": tuple(topics(lines)),
    }


def handle(typed: str) -> str | None:
    """The handle if it is one."""
    return typed if HANDLE.fullmatch(typed) and len(typed) <= HANDLE_LIMIT else None


def days(typed: str) -> int | None:
    """A number of days that may pass."""
    number = int(typed) if re.fullmatch("[0-9]{1,5}", typed) else 0
    return number if 0 < number <= LONGEST_DAYS else None


def day(typed: str) -> date | None:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def via(line: Line | None) -> Mention | None:
    """Who introduced them."""
    if not line:
        return None
    mention = Mention(tidy(unescape(line.value)), "".join(line.chosen(ADDRESS)[:1]))
    return mention if any(mention) else None


def topics(lines: Iterable[Line]) -> dict[tuple[str, str], None]:
    """What they can help with and what they want to know, each once."""
    sides = ((SIDES.get(line.name.removeprefix(PREFIX)), tidy(unescape(line.value))) for line in lines)
    return dict.fromkeys((side, said) for side, said in sides if side and said)
