"""What the rows of address books have in common on their way to cards: keys, contacts, tags, facts, refusals."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netlog.domain.contacts import contact_key
from netlog.domain.folding import fold
from netlog.domain.people import check_name, slug, spoken
from netlog.errors import UsageProblem, shorten
from netlog.formats.csv_dates import is_zero, order_of, read_born, read_day
from netlog.formats.csv_rows import Fields, Meaning, Row, opened_table
from netlog.interchange import Card, Noted, Reading, Record, Rejected, Skipped, Source

LONGEST_FIELD = 1000
LONGEST_TAG = 64
FEWEST_DIGITS = 3
ADDRESS = re.compile(r"[^\s<>,;|()\"\[\]]+@[^\s<>,;|()\"\[\]]+")
SYSTEM_TAGS = frozenset({"mycontacts", "other-contacts"})

Contacts = tuple[tuple[str, str], ...]
Made = Card | Skipped | Rejected


class Scene(NamedTuple):
    """How the dates of a file are to be read: by which day, in which order, and what else the user said."""

    reading: Reading
    day_first: bool

    def day(self, text: str) -> date | None:
        """The day a text names, or None."""
        return read_day(text, self.reading.today, day_first=self.day_first)

    def born(self, text: str) -> str | None:
        """A birthday in ISO 8601, or None."""
        return read_born(text, self.reading.today, day_first=self.day_first)


class Keys:
    """The keys given in one file: two people who share an address do not share a key."""

    def __init__(self) -> None:
        self.owners: dict[str, str] = {}

    def own(self, key: str, name: str) -> str:
        """The key, with the name as well when somebody of another name has it already."""
        owner = fold(name)
        return key if self.owners.setdefault(key, owner) == owner else f"{key}|{owner}"


def read_cards(
    source: Source, reading: Reading, meaning: Meaning, *, scene: Scene, card_of: Callable[[Row, Scene], Made]
) -> Iterator[Record]:
    """What a file tells of people, each row by itself."""
    keys = Keys()
    with opened_table(source, reading.encoding, meaning) as table:
        for row in table.rows:
            yield row if isinstance(row, Rejected) else checked(card_of(row, scene), keys, reading)


def day_first(source: Source, reading: Reading, meaning: Meaning, *dated: str, otherwise: bool) -> bool:
    """The order of the numbers in a file's dates: as the whole file tells, else as the user says, else by custom."""
    with opened_table(source, reading.encoding, only(meaning, dated)) as table:
        if not any(table.fields):
            return otherwise
        rows = (row for row in table.rows if isinstance(row, Row))
        told = order_of(text for row in rows for field in dated for text in row.many(field))
    if told is not None:
        return told
    return otherwise if reading.day_first is None else reading.day_first


def only(meaning: Meaning, wanted: Collection[str]) -> Meaning:
    """The same columns, of which no others are read."""

    def narrowed(columns: Sequence[str]) -> Fields | None:
        fields = meaning(columns)
        return None if fields is None else [field if field in wanted else None for field in fields]

    return narrowed


def checked(made: Made, keys: Keys, reading: Reading) -> Made:
    """The card with a name that can be said and a key of its own, or why there is none."""
    if not isinstance(made, Card):
        return made
    name = made.name or (first(made.contacts, "email") if reading.is_other_included else "")
    if not name:
        return Skipped(made.where, "only an address" if first(made.contacts, "email") else "no name")
    try:
        name = check_name(name)
    except UsageProblem as problem:
        return Rejected(made.where, problem.message)
    if long := next((text for text in short_texts(made) if len(text) > LONGEST_FIELD), ""):
        return Rejected(made.where, f"{shorten(long, 30)} has {len(long):,} characters, more than {LONGEST_FIELD:,}")
    return made._replace(name=name, key=made.key or keys.own(key_of(name, made.contacts), name))


def short_texts(card: Card) -> Iterator[str]:
    """Every text of a card that is no fact."""
    yield from (text for text in (card.company, card.role, card.place, card.met) if text)
    yield from card.aliases
    yield from (value for _, value in card.contacts)


def key_of(name: str, contacts: Contacts) -> str:
    """What names a record for ever where its source has no key: the first address, else name and first number."""
    if mail := first(contacts, "email"):
        return f"mail:{contact_key(mail)}"
    return f"name:{fold(name)}|{contact_key(first(contacts, 'phone'))}"


def first(contacts: Contacts, sort: str) -> str:
    """The first way of a sort to reach somebody, or nothing."""
    return next((value for kind, value in contacts if kind == sort), "")


def contacts_of(emails: Iterable[str], phones: Iterable[str], urls: Iterable[str]) -> Contacts:
    """The ways to reach somebody, each once, as they stand; what is neither address, number nor link is left out."""
    found = [
        *(("email", mail) for cell in emails for mail in ADDRESS.findall(cell)),
        *(("phone", one_line(phone)) for phone in phones if is_phone(phone)),
        *(("url", one_line(url)) for url in urls if is_url(url)),
    ]
    once: dict[tuple[str, str], tuple[str, str]] = {}
    for sort, value in found:
        once.setdefault((sort, contact_key(value)), (sort, value))
    return tuple(once.values())


def is_phone(text: str) -> bool:
    """Whether it has enough digits to be called."""
    return sum(map(str.isdigit, text)) >= FEWEST_DIGITS


def is_url(text: str) -> bool:
    """Whether it looks like a link, with or without its scheme."""
    return "." in text and not any(map(str.isspace, text))


def odd_contacts(emails: Iterable[str], phones: Iterable[str], urls: Iterable[str]) -> list[Noted]:
    """What stands where an address, a number or a link should, kept in words."""
    return [
        *facts("e-mail", (text for text in emails if not ADDRESS.search(text))),
        *facts("phone", (text for text in phones if not is_phone(text))),
        *facts("web", (text for text in urls if text and not is_url(text))),
    ]


def tags_of(labels: Iterable[str]) -> tuple[tuple[str, ...], list[Noted]]:
    """The labels as tags, without those that only say in which list somebody is; facts of those no tag can spell."""
    words = {label: slug(label) for label in labels if label.strip()}
    tags = [tag for tag in words.values() if tag and len(tag) <= LONGEST_TAG and tag not in SYSTEM_TAGS]
    unspelt = (label for label, tag in words.items() if not tag or len(tag) > LONGEST_TAG)
    return tuple(dict.fromkeys(tags)), facts("label", unspelt)


def facts(label: str, texts: Iterable[str]) -> list[Noted]:
    """Facts that say what they are about: `spouse: Marco`."""
    return [Noted(f"{label}: {one_line(text)}") for text in texts if text.strip()]


def facts_of(row: Row, labels: Mapping[str, str]) -> list[Noted]:
    """The facts of all fields that have a label."""
    return [fact for field, label in labels.items() for fact in facts(label, row.many(field))]


def notes(texts: Iterable[str]) -> list[Noted]:
    """Free texts as facts, their lines kept."""
    return [Noted(text.strip()) for text in texts if text.strip()]


def born_or_fact(texts: Sequence[str], scene: Scene) -> tuple[str | None, list[Noted]]:
    """The birthday of a cell, or the cell as a fact when no calendar has such a day."""
    text = texts[0] if texts and not is_zero(texts[0]) else ""
    birthday = scene.born(text) if text else None
    return birthday, [] if birthday else facts("birthday", (text,))


def dated_facts(label: str, texts: Iterable[str], scene: Scene) -> list[Noted]:
    """Facts about days, in ISO 8601 where the day can be read; days that a program wrote for none are none."""
    return facts(label, (str(scene.day(text) or text) for text in texts if not is_zero(text)))


def address(*parts: str) -> str:
    """The parts of a postal address in one line."""
    return ", ".join(filter(None, map(one_line, parts)))


def aliases_of(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The other names that are said differently."""
    said = {spoken(name): name}
    return tuple(said.setdefault(spoken(other), one_line(other)) for other in others if is_new(other, said))


def is_new(name: str, said: Mapping[tuple[str, ...], str]) -> bool:
    """Whether a name can be said and has not been."""
    return bool(spoken(name)) and spoken(name) not in said


def one_line(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def joined(*parts: str) -> str:
    """The parts of a name that there are, with single spaces."""
    return one_line(" ".join(parts))
