"""A person from the content lines of one vCard, with every line that says more than netlog's fields can hold."""

import re
from collections.abc import Iterable, Sequence

from netlog.formats.vcard_content import Line, escape, is_sound, tidy, unescape, written
from netlog.formats.vcard_names import full_names, kept_parts, name_of, name_parts
from netlog.formats.vcard_own import PROPERTIES, day, own_fields
from netlog.formats.vcard_pictures import inlined
from netlog.formats.vcard_told import (
    CONTACTS,
    LABEL,
    NOTED_ON,
    Tale,
    crowded,
    first,
    says_more,
    surviving,
    tales,
)
from netlog.interchange import Card, Noted, Rejected

UUID = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
RENEWED = frozenset({"BEGIN", "END", "VERSION", "UID", "REV", "PRODID", "FN", "N"}) | PROPERTIES
"""Properties that are written anew each time."""

SINGLE = ("company", "role", "place", "birthday")


def card_of(where: str, lines: Sequence[Line], group_tags: Iterable[str] = ()) -> Card | Rejected:
    """The person the lines tell of; Rejected when they give no name, address or organisation."""
    others = [line for line in map(normal, lines) if line.name not in RENEWED and not is_person_kind(line)]
    known = tales(map(undated, others))
    name, *aliases = [*full_names(lines)] or [""]
    parts = name_parts(lines)
    name = name or name_of((), parts) or fallback_name(known)
    if not name:
        return Rejected(where, "it has no name, e-mail address or organisation")

    card = filled(where, name, known, aliases=aliases, group_tags=group_tags)._replace(
        key=f"uid:{uid}" if (uid := uid_of(lines)) else "",
        uuid=uuid_of(lines),
        facts=facts(others, known),
        **own_fields([line for line in lines if line.name in PROPERTIES]),
    )
    return card._replace(extra=extra(card, known, kept_parts(name, parts)))


def normal(line: Line) -> Line:
    """The line as netlog spells it, which is how it survives servers: links escaped, Android's own not, data inline."""
    if line.name == "URL":
        return line._replace(value=escape(unescape(line.value)))
    if line.name == "X-ANDROID-CUSTOM":
        return line._replace(value=line.value.replace("\\;", ";"))
    return inlined(line)


def is_person_kind(line: Line) -> bool:
    """Whether a line says no more than that this is a person."""
    return line.name == "KIND" and line.value.strip().lower() == "individual"


def undated(line: Line) -> Line:
    """The line without the day netlog noted it on."""
    return line._replace(params=tuple(param for param in line.params if param[0] != NOTED_ON)) if line.params else line


def fallback_name(known: Sequence[Tale]) -> str:
    """A name for a card without one: its organisation, or the beginning of its address."""
    company = first(known, "company")
    address = first(known, "email") or ""
    return company or address.partition("@")[0]


def uid_of(lines: Iterable[Line]) -> str:
    """The name of the record, in small letters and without its scheme."""
    return whole_uid(lines).removeprefix("urn:uuid:")


def uuid_of(lines: Iterable[Line]) -> str | None:
    """The UUID, where the card names itself by one as netlog does."""
    match = UUID.fullmatch(whole_uid(lines))
    return match[1] if match else None


def whole_uid(lines: Iterable[Line]) -> str:
    """The first UID as it is, in small letters."""
    uids = (tidy(unescape(line.value)).lower() for line in lines if line.name == "UID")
    return next(filter(None, uids), "")


def filled(where: str, name: str, known: Sequence[Tale], *, aliases: Iterable[str], group_tags: Iterable[str]) -> Card:
    """The card with the fields that other programs have, too."""
    said = list(dict.fromkeys(told for tale in known for told in tale.told))

    def values(field: str) -> list[str]:
        return [told.value for told in said if told.field == field]

    return Card(
        key="",
        where=where,
        name=name,
        aliases=tuple(alias for alias in dict.fromkeys([*aliases, *values("alias")]) if alias != name),
        company=first(known, "company"),
        role=first(known, "role"),
        place=first(known, "place"),
        birthday=first(known, "birthday"),
        contacts=tuple((told.field, told.value) for told in said if told.field in CONTACTS),
        tags=tuple(dict.fromkeys([*values("tag"), *group_tags])),
    )


def facts(lines: Iterable[Line], known: Iterable[Tale]) -> tuple[Noted, ...]:
    """What is noted about the person, each with its day, each once."""
    noted = (
        Noted(told.value, day("".join(line.chosen(NOTED_ON)[:1])))
        for line, tale in zip(lines, known, strict=True)
        for told in tale.told
        if told.field == "fact"
    )
    return tuple(dict.fromkeys(noted))


def extra(card: Card, known: Sequence[Tale], names: Iterable[Line]) -> tuple[str, ...]:
    """The lines to keep, by group, the label of a group last: those that say more than the card, and are sound."""
    many = crowded(known)
    more = [tale for tale in known if is_sound(tale.line) and (says_more(tale, many) or not is_chosen(tale, card))]
    kept = [*names, *(tale.line for tale in surviving(more, card))]
    return tuple(map(written, sorted(set(kept), key=place)))


def is_chosen(tale: Tale, card: Card) -> bool:
    """Whether what the line tells is what the card says, where that can be one thing only."""
    return all(getattr(card, told.field) == told.value for told in tale.told if told.field in SINGLE)


def place(line: Line) -> tuple[str, bool, str]:
    """Where a kept line stands among the others."""
    return line.group, line.name == LABEL, written(line)
