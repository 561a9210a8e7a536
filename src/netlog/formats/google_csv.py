"""Google Contacts as CSV: the old columns until 2024, the new ones since."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netlog.domain.people import spoken
from netlog.formats.csv_cards import (
    Made,
    Scene,
    address,
    aliases_of,
    born_or_fact,
    contacts_of,
    dated_facts,
    facts,
    facts_of,
    joined,
    notes,
    odd_contacts,
    one_line,
    read_cards,
    tags_of,
)
from netlog.formats.csv_rows import Fields, Row, column_words, is_headed
from netlog.interchange import Card, Format, Noted, Reading, Record, Source

MANY = re.compile(r"\s*:::\s*")
NUMBERED = re.compile(
    r"(e mail|im|phone|address|organization|relation|website|event|custom field) ([0-9]{1,4}) ([a-z][a-z ]*)"
)
TELLING = (
    frozenset({"given name", "family name"}),
    frozenset({"first name", "last name", "labels"}),
    frozenset({"first name", "last name", "phonetic first name", "file as"}),
    frozenset({"name", "e mail 1 value"}),
    frozenset({"first name", "e mail 1 value"}),
)
"""Columns of which one of these groups is in every export, whole or cut down by hand."""

NAMES = (("first name", "middle name", "last name"), ("given name", "additional name", "family name"))
PHONETIC = (
    ("phonetic first name", "phonetic middle name", "phonetic last name"),
    ("given name yomi", "additional name yomi", "family name yomi"),
)
OTHERWISE = {
    "name prefix": "title",
    "name suffix": "after the name",
    "maiden name": "maiden name",
    "organization department": "department",
    "occupation": "occupation",
    "hobby": "hobby",
    "gender": "gender",
    "language": "language",
    "subject": "subject",
    "billing information": "billing",
    "directory server": "directory server",
    "mileage": "mileage",
}
STREET = ("street", "extended address", "po box", "postal code", "city", "region", "country")


class Group(NamedTuple):
    """One of several of a sort, as the second e-mail: its label, and its parts by name."""

    label: str
    parts: dict[str, str]

    def values(self) -> list[str]:
        """What is in the cell, which may be several."""
        return [value for value in MANY.split(self.parts.get("value", "")) if value]


def meaning(columns: Sequence[str]) -> Fields | None:
    """The fields of the columns, which are their own words."""
    words = [column_words(column) for column in columns]
    return words if any(group <= set(words) for group in TELLING) else None


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Every contact; Google writes dates with the year first."""
    scene = Scene(reading, bool(reading.day_first))
    yield from read_cards(source, reading, meaning, scene=scene, card_of=card)


def card(row: Row, scene: Scene) -> Made:
    """One contact."""
    groups = groups_of(row)
    emails, phones, urls = (in_order(groups, sort) for sort in ("e mail", "phone", "website"))
    company, role, elsewhere = work(row, groups.get("organization", []))
    name = name_of(row) or company
    birthday, unborn = born_or_fact(row.many("birthday"), scene)
    tags, unspelt = tags_of(part for field in ("labels", "group membership") for part in parts_of(row.one(field)))
    told = [*notes(row.many("notes")), *unborn, *elsewhere, *about(groups, scene), *facts_of(row, OTHERWISE)]
    said = facts("pronounced", (pronounced(row),))
    return Card(
        key="",
        where=row.where,
        name=name,
        aliases=aliases_of(name, (row.one("nickname"), row.one("short name"), filed_as(row, name))),
        company=company or None,
        role=role or None,
        place=place(row, groups.get("address", [])) or None,
        birthday=birthday,
        contacts=contacts_of(emails, phones, urls),
        tags=tags,
        facts=(*told, *said, *unspelt, *odd_contacts(emails, phones, urls)),
    )


def groups_of(row: Row) -> dict[str, list[Group]]:
    """The numbered groups of a row by sort, in their order."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for column, values in row.values.items():
        if numbered := NUMBERED.fullmatch(column):
            found.setdefault((numbered[1], int(numbered[2])), {})[numbered[3]] = values[0]
    groups: dict[str, list[Group]] = {}
    for (sort, _), parts in sorted(found.items()):
        groups.setdefault(sort, []).append(Group(parts.get("label") or parts.get("type", ""), parts))
    return groups


def in_order(groups: dict[str, list[Group]], sort: str) -> list[str]:
    """Every value of a sort, those marked as the first choice in front."""
    ranked = sorted(groups.get(sort, []), key=lambda group: not group.label.startswith("*"))
    return [value for group in ranked for value in group.values()]


def parts_of(cell: str) -> list[str]:
    """The values of a cell, without the star that marks Google's own groups."""
    return [part.removeprefix("*").strip() for part in MANY.split(cell)]


def name_of(row: Row) -> str:
    """The name by its parts, without titles; else as a whole, else what stands for one."""
    for parts in NAMES:
        if name := joined(*(row.one(part) for part in parts)):
            return name
    return one_line(row.one("name") or row.one("nickname") or row.one("file as"))


def filed_as(row: Row, name: str) -> str:
    """What a contact is filed under, unless that is the name the other way round."""
    return "" if set(spoken(row.one("file as"))) <= set(spoken(name)) else row.one("file as")


def pronounced(row: Row) -> str:
    """How the name is said."""
    return next(filter(None, (joined(*(row.one(part) for part in parts)) for parts in PHONETIC)), "")


def work(row: Row, organizations: Sequence[Group]) -> tuple[str, str, list[Noted]]:
    """The company and the role of the first organization, and facts of what else there is."""
    names, titles, told = parts_of(row.one("organization name")), parts_of(row.one("organization title")), []
    for group in organizations:
        names += parts_of(group.parts.get("name", ""))
        titles += parts_of(group.parts.get("title", ""))
        told += facts("department", parts_of(group.parts.get("department", "")))
        told += facts("job", parts_of(group.parts.get("job description", "")))
    company, *companies = [*filter(None, names), ""]
    role, *roles = [*filter(None, titles), ""]
    return one_line(company), one_line(role), [*told, *facts("also at", companies), *facts("also as", roles)]


def place(row: Row, addresses: Sequence[Group]) -> str:
    """The city of the home, else of the first address that has one."""
    at_home = sorted(addresses, key=lambda group: "home" not in group.label.lower())
    cities = (parts_of(group.parts.get("city", ""))[0] for group in at_home)
    return next(filter(None, map(one_line, cities)), one_line(row.one("location")))


def about(groups: dict[str, list[Group]], scene: Scene) -> list[Noted]:
    """Facts of addresses, accounts, relations, days and fields of the user's own."""
    told = []
    for group in groups.get("address", []):
        parts = (group.parts.get(part, "") for part in STREET)
        formatted = group.parts.get("formatted", "").replace("\n", ", ")
        told += facts(labelled("address", group), MANY.split(formatted or address(*parts)))
    for group in groups.get("im", []):
        told += facts(group.parts.get("service") or labelled("chat", group), group.values())
    for sort, label in (("relation", "relation"), ("custom field", "note")):
        for group in groups.get(sort, []):
            told += facts(plain_label(group) or label, group.values())
    for group in groups.get("event", []):
        told += dated_facts(plain_label(group) or "date", group.values(), scene)
    return told


def labelled(sort: str, group: Group) -> str:
    """The sort with its label: `address (Home)`."""
    return f"{sort} ({plain_label(group)})" if plain_label(group) else sort


def plain_label(group: Group) -> str:
    """The label as people read it."""
    return one_line(group.label.removeprefix("*"))


FORMAT = Format(
    "google-csv", "Google Contacts (CSV)", recognise=lambda source: 95 * is_headed(source, meaning), read=read
)
