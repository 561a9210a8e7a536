"""What the lines of a vCard tell in netlog's own fields, and which of them say more than the fields can hold."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from netlog.domain.birthdays import Birthday, read_birthday
from netlog.domain.people import slug
from netlog.errors import UnreadableDate
from netlog.formats.vcard_content import Line, split, tidy, unescape
from netlog.interchange import Card

CONTACTS = ("email", "phone", "url")
NOTED_ON = "X-NETLOG-ON"
LABEL = "X-ABLabel"
TAG_LIMIT = 64
DROPPED_TAGS = frozenset({"", "mycontacts"})
NO_YEAR = frozenset({"0000", "1604"})
DAY = re.compile(r"(?P<year>[0-9]{4}|-)[-/.]?(?P<month>[0-9]{2})[-/.]?(?P<day>[0-9]{2})(?:[T Z].*)?", re.DOTALL)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
PLACES_OF_TYPES = frozenset({"home", "work", "pref", "internet", "voice", "other", "contact", ""})

ANDROID_TIES = (
    "", "assistant", "brother", "child", "domestic partner", "father", "friend", "manager",
    "mother", "parent", "partner", "referred by", "relative", "sister", "spouse",
)  # fmt: skip
ANDROID_DAYS = ("", "anniversary", "")


class Told(NamedTuple):
    """One thing a line tells: a field of a card, and what it holds."""

    field: str
    value: str


class Tale(NamedTuple):
    """A line with all it tells."""

    line: Line
    told: tuple[Told, ...]


def tales(lines: Iterable[Line]) -> list[Tale]:
    """The lines with what they tell; a label tells what the other lines of its group are about."""
    known = tuple(lines)
    labels = {line.group: label_text(line) for line in known if line.group and line.name == LABEL}
    return [Tale(line, tuple(told(line, labels.get(line.group, "")))) for line in known]


def told(line: Line, label: str) -> Iterable[Told]:
    """What the line tells, nothing if netlog has no field for it."""
    tell = TELLERS.get(line.name)
    return tell(line, label) if tell else ()


def one(field: str, value: str) -> tuple[Told, ...]:
    """The value of the field unless it is empty."""
    return (Told(field, value),) if value else ()


def label_text(line: Line) -> str:
    """A label in plain words; Apple wraps its own."""
    return words(unescape(line.value).removeprefix("_$!<").removesuffix(">!$_"))


def words(label: str) -> str:
    """A label or type as words: DOMESTIC_PARTNER is "domestic partner"."""
    return tidy(label.replace("_", " ")).lower()


def in_list(line: Line) -> list[str]:
    """The values of a line that may hold several."""
    return [tidy(unescape(part)) for part in split(line.value, ",")]


def tell_aliases(line: Line, _: str) -> Iterable[Told]:
    """Nicknames."""
    return (Told("alias", name) for name in in_list(line) if name)


def tell_company(line: Line, _: str) -> Iterable[Told]:
    """The organisation without its units."""
    return one("company", tidy(unescape(split(line.value, ";")[0])))


def tell_role(line: Line, _: str) -> Iterable[Told]:
    """A title or role."""
    return one("role", tidy(unescape(line.value)))


def tell_place(line: Line, _: str) -> Iterable[Told]:
    """The town of an address."""
    parts = split(line.value, ";")
    return one("place", tidy(unescape(parts[3]))) if len(parts) > 3 else ()


def tell_birthday(line: Line, _: str) -> Iterable[Told]:
    """The birthday, if it is a day of the year."""
    born = None if "text" in map(str.lower, line.chosen("VALUE")) else day_of_year(line)
    return one("birthday", str(born) if born else "")


def tell_email(line: Line, _: str) -> Iterable[Told]:
    """An address that mail reaches; an Exchange name is none."""
    address = re.sub(r"(?i)^mailto:", "", tidy(unescape(line.value)))
    return one("email", address if "@" in address and not address.startswith("/") else "")


def tell_phone(line: Line, _: str) -> Iterable[Told]:
    """A number."""
    return one("phone", re.sub(r"(?i)^tel:", "", tidy(unescape(line.value))))


def tell_url(line: Line, _: str) -> Iterable[Told]:
    """A link."""
    return one("url", tidy(unescape(line.value)))


def tell_profile(line: Line, _: str) -> Iterable[Told]:
    """A profile or messenger that is a link on the web."""
    link = tidy(unescape(line.value))
    return one("url", link if re.match(r"(?i)https?://", link) else "")


def tell_tags(line: Line, _: str) -> Iterable[Told]:
    """Categories as tags."""
    slugs = (slug(unescape(part)) for part in re.split("[,;]", line.value.replace("\\,", " ")))
    return (Told("tag", made) for made in dict.fromkeys(slugs) if made not in DROPPED_TAGS and len(made) <= TAG_LIMIT)


def tell_note(line: Line, _: str) -> Iterable[Told]:
    """A note as it is."""
    return one("fact", unescape(line.value).strip())


def tell_day(line: Line, label: str) -> Iterable[Told]:
    """An anniversary, or the day that the label names."""
    return fact(label if line.name == "X-ABDATE" else "anniversary", day_text(line))


def tell_related(line: Line, label: str) -> Iterable[Told]:
    """Who somebody is to this person; a reference to another card says nothing that can be read."""
    name = tidy(unescape(line.value))
    kinds = (words(kind) for kind in line.chosen("TYPE"))
    tie = label or next((kind for kind in kinds if kind not in PLACES_OF_TYPES), "")
    return () if re.match(r"(?i)(urn|uid|mailto|https?):", name) else fact(tie or "related", name)


def tell_named_tie(line: Line, _: str) -> Iterable[Told]:
    """A property that is called as the tie: X-SPOUSE, X-EVOLUTION-MANAGER, X-KADDRESSBOOK-X-ASSISTANTSNAME."""
    tie = line.name.rpartition("-")[2].removesuffix("NAME").lower()
    return fact(tie.removesuffix("s"), tidy(unescape(line.value)))


def tell_android(line: Line, _: str) -> Iterable[Told]:
    """What Android has no property for: `vnd.android.cursor.item/<what>;<value>;<type>;<label>;…`."""
    what, value, kind, label, *_rest = [*map(unescape, split(line.value, ";")), "", "", ""]
    number = int(kind) if re.fullmatch("[0-9]{1,2}", kind) else 0
    match what.rpartition("/")[2]:
        case "nickname":
            return one("alias", tidy(value))
        case "relation":
            return fact(words(label) or at(ANDROID_TIES, number) or "related", tidy(value))
        case "contact_event" if number == 3:
            return tell_birthday(Line("BDAY", value), "")
        case "contact_event":
            return fact(words(label) or at(ANDROID_DAYS, number), day_text(Line("", value)))
    return ()


def at(table: Sequence[str], number: int) -> str:
    """What stands there, nothing beyond the end."""
    return table[number] if number < len(table) else ""


def fact(about: str, text: str) -> tuple[Told, ...]:
    """Something to remember about the person: "spouse: Marta Rossi"."""
    return one("fact", f"{about or 'day'}: {text}" if text else "")


def day_of_year(line: Line) -> Birthday | None:
    """The day a line holds, without the year where the program that wrote it made one up."""
    match = DAY.fullmatch(unescape(line.value).strip())
    if not match:
        return None
    made_up = NO_YEAR.union(line.chosen("X-APPLE-OMIT-YEAR"))
    year = "-" if match["year"] in made_up else match["year"]
    try:
        return read_birthday(f"{year}-{match['month']}-{match['day']}")
    except UnreadableDate:
        return None


def day_text(line: Line) -> str:
    """The day as people write it, or what stands there instead."""
    day = day_of_year(line)
    if not day:
        return tidy(unescape(line.value))
    return f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if day.year else ''}"


TELLERS: Mapping[str, Callable[[Line, str], Iterable[Told]]] = {
    "NICKNAME": tell_aliases,
    "X-NICKNAME": tell_aliases,
    "ORG": tell_company,
    "TITLE": tell_role,
    "ROLE": tell_role,
    "ADR": tell_place,
    "BDAY": tell_birthday,
    "EMAIL": tell_email,
    "TEL": tell_phone,
    "URL": tell_url,
    "X-SOCIALPROFILE": tell_profile,
    "IMPP": tell_profile,
    "CATEGORIES": tell_tags,
    "NOTE": tell_note,
    "RELATED": tell_related,
    "X-ABRELATEDNAMES": tell_related,
    "X-ANDROID-CUSTOM": tell_android,
    **dict.fromkeys(
        [f"{vendor}ANNIVERSARY" for vendor in ("", "X-", "X-EVOLUTION-", "X-MS-", "X-KADDRESSBOOK-X-")],
        tell_day,
    ),
    "X-ABDATE": tell_day,
    **{
        f"{vendor}-{tie}": tell_named_tie
        for vendor, ties in {
            "X": ("SPOUSE", "MANAGER", "ASSISTANT"),
            "X-MS": ("SPOUSE", "MANAGER", "ASSISTANT"),
            "X-EVOLUTION": ("SPOUSE", "MANAGER", "ASSISTANT"),
            "X-KADDRESSBOOK-X": ("SPOUSESNAME", "MANAGERSNAME", "ASSISTANTSNAME"),
        }.items()
        for tie in ties
    },
}


def first(known: Iterable[Tale], field: str) -> str | None:
    """The one value of a field that can hold one: a title before a role, an address at home before one at work."""
    values = (
        (weight(tale.line), order, told.value)
        for order, tale in enumerate(known)
        for told in tale.told
        if told.field == field
    )
    return min(values, default=(0, 0, None))[2]


def weight(line: Line) -> int:
    """How far behind others of its field a line stands."""
    if line.name == "ADR":
        types = line.types()
        return 0 if "home" in types else 1 if "work" in types else 2
    return int(line.name in {"ROLE", "X-ANDROID-CUSTOM"})


def told_in(card: Card) -> frozenset[Told]:
    """All that the card itself says."""
    several = {"alias": card.aliases, "tag": card.tags, "fact": (noted.text for noted in card.facts)}
    single = {"company": card.company, "role": card.role, "place": card.place, "birthday": card.birthday}
    return frozenset(
        (
            *(Told(field, value) for field, values in several.items() for value in values),
            *(Told(field, value) for field, value in single.items() if value is not None),
            *(Told(sort, value) for sort, value in card.contacts),
        )
    )


def surviving(known: Sequence[Tale], card: Card) -> list[Tale]:
    """The lines that are still true of the card: what was changed or removed in netlog is not told any more.

    Beside the company or role that is still so, others stay; addresses stay as long as there is a place at all.
    """
    said = told_in(card)
    true = {tale for tale in known if said.issuperset(tale.told)}
    fields = {told.field for tale in true for told in tale.told} & {"company", "role"}
    if card.place is not None:
        fields.add("place")
    kept = [tale for tale in known if tale in true or fields.intersection(told.field for told in tale.told)]
    return kept if len(kept) == len(known) else without_lone_labels(kept, known)


def without_lone_labels(kept: list[Tale], known: Iterable[Tale]) -> list[Tale]:
    """The lines without the labels of groups of which nothing else is left."""
    labelling = {tale.line.group for tale in known if tale.line.name != LABEL}
    lone = labelling - {tale.line.group for tale in kept if tale.line.name != LABEL} - {""}
    return [tale for tale in kept if tale.line.name != LABEL or tale.line.group not in lone]


def says_more(tale: Tale, crowded: frozenset[str]) -> bool:
    """Whether a line says more than the fields it tells, of which the crowded have several lines."""
    line = tale.line
    if not tale.told:
        return bool(line.group or line.name not in PLAIN or line.value.strip(" ,;"))
    if line.group or line.name not in PLAIN or any(told.field in crowded for told in tale.told):
        return True
    if line.name in {"BDAY", "NICKNAME"}:
        return False
    return not is_plain(line, tale.told)


PLAIN = frozenset({"NICKNAME", "ORG", "TITLE", "ADR", "BDAY", "EMAIL", "TEL", "URL", "CATEGORIES", "NOTE"})
"""The properties in which netlog itself writes."""

PLAIN_PARAMS = {"ADR": (("TYPE", ("home",)),), "EMAIL": (("TYPE", ("internet",)),)}


def is_plain(line: Line, told: tuple[Told, ...]) -> bool:
    """Whether a line holds what it tells and nothing else."""
    params = tuple((name, tuple(map(str.lower, values))) for name, values in line.params)
    if params and params != PLAIN_PARAMS.get(line.name):
        return False
    match line.name:
        case "ORG":
            return not any(split(line.value, ";")[1:])
        case "ADR":
            parts = split(line.value, ";")
            return bool(params) and not any(parts[:3] + parts[4:])
        case "CATEGORIES":
            return [part.strip() for part in line.value.split(",")] == [each.value for each in told]
    return True


def crowded(known: Iterable[Tale]) -> frozenset[str]:
    """Company and role, where several lines tell it."""
    fields = [told.field for tale in known for told in tale.told]
    return frozenset(field for field in ("company", "role") if fields.count(field) > 1)
