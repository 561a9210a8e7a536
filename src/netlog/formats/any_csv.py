"""Any other CSV: its columns as the user says, or by obvious names; and people as a CSV for spreadsheets."""

import csv
import re
from collections.abc import Iterator
from datetime import date

from netlog.domain.cadence import TIERS, check_days
from netlog.domain.when import read_span
from netlog.errors import UsageProblem, either, shorten
from netlog.formats.any_columns import FIELDS, NAMING, is_local, meaning_of, unnamed
from netlog.formats.csv_cards import (
    Made,
    Scene,
    aliases_of,
    contacts_of,
    day_first,
    joined,
    odd_contacts,
    one_line,
    read_cards,
    tags_of,
)
from netlog.formats.csv_dates import day_or_none, is_zero
from netlog.formats.csv_rows import Row, head_of, top_rows
from netlog.formats.csv_safe import defused, restored
from netlog.interchange import Card, Format, Mention, Noted, Outgoing, Reading, Record, Rejected, Source, Writing

SAYING_MORE = frozenset({"email", "phone", "company", "birthday"})
"""What only lists of people have beside names: a list of courses or clubs has names too."""

ENDINGS = (".csv", ".tsv")
OWN = ("handle", "name", "every")
PARTS = {
    "phone": re.compile(r"\n|:::|\||;(?!\s*ext)"),
    "url": re.compile(r":::|[,;]?\s+"),
    "tags": re.compile(r"\n|:::|[,;|]"),
    "alias": re.compile(r"\n|:::"),
    "can": re.compile(r"\n|:::"),
    "wants": re.compile(r"\n|:::"),
}
DATED = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2}):(?: |$)")


def recognise(source: Source) -> int:
    """Sure of what netlog wrote, less of obvious columns, and at the end of its wits a CSV by its ending."""
    rows = top_rows(head_of(source))
    meaning = meaning_of({})
    found = [set(fields) - {None} for fields in map(meaning, rows) if fields]
    if any(fields >= set(OWN) for fields in found):
        return 60
    if any(fields & NAMING and fields & SAYING_MORE for fields in found):
        return 55
    if any(len(fields) > 1 for fields in found):
        return 30
    return 10 * (source.name.lower().endswith(ENDINGS) and any(len(row) > 1 for row in rows))


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Everybody in the file; FormatProblem with its columns when none is known to hold names."""
    meaning = meaning_of(reading.mapping)
    rows = top_rows(source, reading.encoding)
    header = next((row for row in rows if meaning(row) is not None), None)
    if header is None and rows:
        raise unnamed(source.name, rows, reading.mapping)
    otherwise = is_local(header or ())
    order = day_first(source, reading, meaning, "birthday", "met_on", "since", otherwise=otherwise)
    yield from read_cards(source, reading, meaning, scene=Scene(reading, order), card_of=card)


def card(row: Row, scene: Scene) -> Made:
    """One person, or why a value is none of netlog's."""
    try:
        return person(row, scene)
    except UsageProblem as problem:
        return Rejected(row.where, problem.message)


def person(row: Row, scene: Scene) -> Card:
    """One person; raises UsageProblem for a value that no journal can keep."""
    name = one_line(one(row, "name")) or joined(one(row, "first"), one(row, "last"))
    emails, phones, urls = many(row, "email"), parts(row, "phone"), parts(row, "url")
    tags, unspelt = tags_of(parts(row, "tags"))
    handle, via = one(row, "handle"), one_line(one(row, "via"))
    told = [fact for cell in many(row, "note") for fact in facts_in(cell, scene.reading.today)]
    return Card(
        key=f"handle:{handle}" if handle else "",
        where=row.where,
        name=name,
        aliases=aliases_of(name, parts(row, "alias")),
        company=one_line(one(row, "company")) or None,
        role=one_line(one(row, "role")) or None,
        place=one_line(one(row, "place")) or None,
        birthday=birthday(one(row, "birthday"), scene),
        contacts=contacts_of(emails, phones, urls),
        tags=tags,
        facts=(*told, *unspelt, *odd_contacts(emails, phones, urls)),
        topics=tuple((side, one_line(topic)) for side in ("can", "wants") for topic in parts(row, side)),
        tier=tier(one(row, "tier")),
        every_days=every(one(row, "every")),
        met=one_line(one(row, "met")) or None,
        met_on=past_day(one(row, "met_on"), scene),
        via=Mention(via) if via else None,
        known_since=past_day(one(row, "since"), scene),
        handle=handle or None,
    )


def many(row: Row, field: str) -> list[str]:
    """The values of a field as they were before a spreadsheet had to be kept from reckoning with them."""
    return [restored(value) for value in row.many(field)]


def one(row: Row, field: str) -> str:
    """The first value of a field, or nothing."""
    return restored(row.one(field))


def parts(row: Row, field: str) -> list[str]:
    """The values of a field that may hold several in a cell."""
    return [part for cell in many(row, field) for part in map(str.strip, PARTS[field].split(cell)) if part]


def tier(text: str) -> str | None:
    """The tier; UsageProblem when there is no such tier."""
    if text and text.lower() not in TIERS:
        raise UsageProblem(f"there is no tier {shorten(text)}, only {either(TIERS)}")
    return text.lower() or None


def every(text: str) -> int | None:
    """Days from a number, or from a length of time as `6w`; UsageProblem for what is no cadence."""
    if not text:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    return check_days(int(text) if is_number else read_span(text))


def birthday(text: str, scene: Scene) -> str | None:
    """A birthday in ISO 8601; UsageProblem when it is none."""
    if is_zero(text):
        return None
    if (born := scene.born(text)) is None:
        raise UsageProblem(f"no birthday is written {shorten(text)}")
    return born


def past_day(text: str, scene: Scene) -> date | None:
    """A day that has come; UsageProblem when it has not, or is none."""
    if is_zero(text):
        return None
    day = scene.day(text)
    if day is None or day > scene.reading.today:
        raise UsageProblem(f"{shorten(text)} lies ahead" if day else f"{shorten(text)} is no date")
    return day


def facts_in(cell: str, today: date) -> list[Noted]:
    """The facts of a cell: a line that begins with a day and a colon begins a new one."""
    told: list[tuple[date | None, list[str]]] = [(None, [])]
    for line in cell.split("\n"):
        found = DATED.match(line)
        on = day_or_none(int(found[1]), int(found[2]), int(found[3])) if found else None
        if found and on and on <= today:
            told.append((on, [line[found.end() :]]))
        else:
            told[-1][1].append(line)
    facts = ((on, "\n".join(lines).strip()) for on, lines in told)
    return [Noted(text, on) for on, text in facts if text]


class Line:
    """Where the csv module writes a row: handed back instead of kept."""

    def write(self, text: str) -> str:
        """The same text."""
        return text


def write(outgoing: Outgoing, writing: Writing) -> Iterator[str]:
    """One row for each person, under the names of the fields."""
    row = csv.writer(Line()).writerow
    if writing.is_for_excel:
        yield "\ufeff"
    yield row(FIELDS_WRITTEN)
    for each in outgoing.cards():
        cells = cells_of(each, outgoing.today)
        yield row(cells if writing.is_raw else map(defused, cells))


def cells_of(card: Card, today: date) -> list[str]:
    """What stands in the columns for one person; what may be several stands in lines."""
    ways = {sort: "\n".join(value for kind, value in card.contacts if kind == sort) for sort in SORTS}
    sides = {side: "\n".join(words for which, words in card.topics if which == side) for side in ("can", "wants")}
    values: dict[str, object] = {
        **{field: getattr(card, field) for field in ("handle", "name", "company", "role", "place", "tier", "met")},
        **ways,
        **sides,
        "alias": "\n".join(card.aliases),
        "birthday": card.birthday,
        "tags": ", ".join(card.tags),
        "every": f"{card.every_days}d" if card.every_days else "",
        "met_on": card.met_on,
        "since": card.known_since,
        "via": (card.via.name or card.via.address) if card.via else "",
        "note": "\n".join(fact_line(fact, today) for fact in card.facts),
    }
    return [str(values[field] or "") for field in FIELDS_WRITTEN]


def fact_line(fact: Noted, today: date) -> str:
    """A fact after its day; a line of it that could pass for another fact is moved in."""
    first, *others = fact.text.split("\n")
    lines = [first, *(f" {line}" if DATED.match(line) else line for line in others)]
    return f"{fact.on or today}: " + "\n".join(lines)


SORTS = ("email", "phone", "url")
FIELDS_WRITTEN = ("handle", *(field for field in FIELDS if field not in ("first", "last", "handle")))

FORMAT = Format("csv", "any CSV, its columns named or mapped", recognise=recognise, read=read, write=write)
