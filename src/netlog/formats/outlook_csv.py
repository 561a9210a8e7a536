"""Outlook's CSV: of the desktop, of Outlook.com and as Google writes it, in English, Italian and Polish."""

import re
from collections.abc import Iterator, Sequence

from netlog.formats.csv_cards import (
    ADDRESS,
    Made,
    Scene,
    address,
    aliases_of,
    born_or_fact,
    contacts_of,
    dated_facts,
    day_first,
    facts,
    facts_of,
    joined,
    notes,
    odd_contacts,
    one_line,
    read_cards,
    tags_of,
)
from netlog.formats.csv_rows import Fields, Row, column_words, is_headed, top_rows
from netlog.formats.outlook_columns import ENGLISH, ITALIAN, POLISH, by_words
from netlog.interchange import Card, Format, Mention, Reading, Record, Source

COLUMNS = dict(by_words(ENGLISH, ITALIAN, POLISH))
IN_ENGLISH = frozenset(dict(by_words(ENGLISH)))
ELSEWHERE = frozenset(dict(by_words(ITALIAN, POLISH)))
NEEDED = frozenset({"first", "last"})
TELLING = frozenset({"mail 1", "phone", "company", "role"})
FEWEST_KNOWN = 5
THUNDERBIRD = frozenset({"primary email", "e mail primaria", "email principale", "podstawowy e mail"})

OTHERWISE = {
    "title": "title",
    "suffix": "after the name",
    "department": "department",
    "profession": "profession",
    "spouse": "spouse",
    "children": "children",
    "manager": "manager",
    "assistant": "assistant",
    "assistant phone": "assistant's phone",
    "hobby": "hobby",
    "schools": "schools",
    "language": "language",
    "office": "office",
    "chat": "chat",
    "fax": "fax",
    "keywords": "keywords",
    "account": "account",
    "billing": "billing",
    "mileage": "mileage",
    "own": "note",
}
SIDES = ("home", "business", "other")
LABELS = re.compile("[;,]")
UNKNOWN_GENDERS = frozenset({"unspecified", "non specificato", "nieokreslona", "nieokreslony"})


def meaning(columns: Sequence[str]) -> Fields | None:
    """The fields of the columns: both names, and enough others that only Outlook calls so."""
    words = [column_words(column) for column in columns]
    fields = [COLUMNS.get(word) for word in words]
    known = set(fields) - {None}
    is_whole = known >= NEEDED and not known.isdisjoint(TELLING) and len(known) >= FEWEST_KNOWN
    return fields if is_whole and THUNDERBIRD.isdisjoint(words) else None


def is_local(source: Source, encoding: str | None) -> bool:
    """Whether the columns are in a language whose dates have the day first."""
    rows = top_rows(source, encoding)
    columns = next((columns for columns in rows if meaning(columns) is not None), ())
    words = set(map(column_words, columns))
    return len(words & ELSEWHERE) > len(words & IN_ENGLISH)


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Every contact; dates are in the order of the system that wrote them."""
    otherwise = is_local(source, reading.encoding)
    order = day_first(source, reading, meaning, "birthday", "anniversary", otherwise=otherwise)
    yield from read_cards(source, reading, meaning, scene=Scene(reading, order), card_of=card)


def card(row: Row, scene: Scene) -> Made:
    """One contact."""
    emails, phones, urls = mails(row), row.many("phone"), row.many("url")
    company = one_line(row.one("company"))
    name = joined(row.one("first"), row.one("middle"), row.one("last")) or one_line(row.one("nickname")) or company
    birthday, unborn = born_or_fact(row.many("birthday"), scene)
    tags, unspelt = tags_of(part.strip() for cell in row.many("categories") for part in LABELS.split(cell))
    told = [*notes(row.many("notes")), *unborn, *facts_of(row, OTHERWISE)]
    told += dated_facts("anniversary", row.many("anniversary"), scene)
    told += [fact for side in SIDES for fact in facts(f"address ({side})", (postal(row, side),))]
    told += facts("gender", (text for text in row.many("gender") if text.lower() not in UNKNOWN_GENDERS))
    referred = one_line(row.one("referred by"))
    return Card(
        key="",
        where=row.where,
        name=name,
        aliases=aliases_of(name, row.many("nickname")),
        company=company or None,
        role=one_line(row.one("role")) or None,
        place=place(row) or None,
        birthday=birthday,
        contacts=contacts_of(emails, phones, urls),
        tags=tags,
        facts=(*told, *unspelt, *odd_contacts(emails, phones, urls)),
        via=Mention(referred) if referred else None,
    )


def mails(row: Row) -> list[str]:
    """The addresses that mail can be sent to; Exchange names people by directory, and shows the address at best."""
    found = []
    for number in (1, 2, 3):
        cell, sort = row.one(f"mail {number}"), row.one(f"mail {number} type").upper()
        if sort == "EX" or cell.lower().startswith("/o="):
            found += ADDRESS.findall(row.one(f"mail {number} shown"))
        elif cell:
            found.append(cell)
    return found


def place(row: Row) -> str:
    """The city of the home, else of another address, else the location."""
    return next(filter(None, (one_line(row.one(f"{side} city")) for side in SIDES)), one_line(row.one("location")))


def postal(row: Row, side: str) -> str:
    """A postal address in one line."""
    return address(*(part for sort in ("street", "city", "area") for part in row.many(f"{side} {sort}")))


FORMAT = Format(
    "outlook-csv",
    "Outlook contacts (CSV)",
    recognise=lambda source: 90 * is_headed(source, meaning),
    read=read,
)
