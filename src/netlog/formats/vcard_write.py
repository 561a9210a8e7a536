"""A person as the content lines of one vCard: fields as every program knows them, kept lines in their place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from netlog.domain.birthdays import read_birthday
from netlog.domain.people import slug
from netlog.errors import UnreadableDate
from netlog.formats.vcard_card import RENEWED, is_person_kind, place, undated
from netlog.formats.vcard_content import Line, content_line, escape, is_sound, written
from netlog.formats.vcard_names import parts_for
from netlog.formats.vcard_own import own_lines
from netlog.formats.vcard_pictures import as_data
from netlog.formats.vcard_told import LABEL, NOTED_ON, Tale, Told, first, surviving, tales
from netlog.interchange import Card, Noted

WIDTH = 75
NO_YEAR = "1604"
AT_HOME = (("TYPE", ("home",)),)
PROPERTIES = {
    "alias": "NICKNAME",
    "company": "ORG",
    "role": "TITLE",
    "email": "EMAIL",
    "phone": "TEL",
    "url": "URL",
    "tag": "CATEGORIES",
    "fact": "NOTE",
}


def vcard(card: Card, version: str) -> str:
    """The whole card as text, its lines folded."""
    lines = (as_data(line) if version == "4.0" else line for line in card_lines(card, version))
    texts = ("BEGIN:VCARD", f"VERSION:{version}", *map(written, lines), "END:VCARD")
    return "".join(map(folded, texts))


def card_lines(card: Card, version: str) -> Iterator[Line]:
    """Every line of a card between its version and its end."""
    kept = kept_lines(card)
    weaver = Weaver(surviving(tales(line for line in kept if line.name not in {"FN", "N"}), card))
    yield from uid_lines(card)
    yield parts_for(card.name, kept)
    yield Line("FN", escape(card.name))
    yield from weaver.woven(Told("alias", alias) for alias in card.aliases)
    yield from weaver.single("company", card.company)
    yield from weaver.single("role", card.role)
    yield from weaver.single("place", card.place)
    yield from birthday_lines(card.birthday, weaver, version)
    yield from weaver.woven(Told(sort, value) for sort, value in card.contacts)
    yield from joined(weaver.woven(Told("tag", tag) for tag in card.tags))
    for noted in card.facts:
        yield from weaver.noted(noted)
    yield from own_lines(card)
    yield from weaver.rest()


def kept_lines(card: Card) -> list[Line]:
    """The extra lines of the card that are well-formed and not written anew anyway."""
    read = (content_line(text.encode("utf-8", "replace")) for text in card.extra)
    lines = [undated(line) for line in read if line and is_sound(line) and not is_person_kind(line)]
    return regrouped([line for line in lines if line.name not in RENEWED - {"FN", "N"}])


def regrouped(lines: Sequence[Line]) -> list[Line]:
    """The lines with new group names where a group has two labels, as when two people were merged."""
    labels = [line.group for line in lines if line.group and line.name == LABEL]
    clashing = {group for group in labels if labels.count(group) > 1}
    if not clashing:
        return list(lines)
    taken = {line.group.lower() for line in lines}
    free = (name for number in count(1) if (name := f"item{number}") not in taken)
    return list(renumbered(lines, clashing, free))


def renumbered(lines: Iterable[Line], clashing: set[str], free: Iterator[str]) -> Iterator[Line]:
    """The lines, those of clashing groups in new ones: a label ends a group."""
    names: dict[str, str] = {}
    for line in lines:
        if line.group not in clashing:
            yield line
            continue
        group = names.get(line.group) or names.setdefault(line.group, next(free))
        if line.name == LABEL:
            del names[line.group]
        yield line._replace(group=group)


def uid_lines(card: Card) -> list[Line]:
    """What names the card: the person's UUID, else the name that another program gave it."""
    uid = f"urn:uuid:{card.uuid}" if card.uuid else card.key.removeprefix("uid:") if card.key.startswith("uid:") else ""
    return [Line("UID", escape(uid))] if uid else []


class Weaver:
    """Gives for everything a card says the kept lines that tell it, or a plain line; each kept line once."""

    def __init__(self, kept: Iterable[Tale]) -> None:
        self.left = dict.fromkeys(kept)
        self.telling: defaultdict[Told, list[Tale]] = defaultdict(list)
        self.beside: defaultdict[str, list[Tale]] = defaultdict(list)
        for tale in self.left:
            for told in tale.told:
                self.telling[told].append(tale)
            if tale.line.group and not tale.told:
                self.beside[tale.line.group].append(tale)

    def told_by(self, told: Told) -> list[Line]:
        """The kept lines that tell it and have not been written, now taken; their labels follow them."""
        taken = []
        for tale in self.telling.get(told, ()):
            if tale in self.left:
                together = [tale, *self.beside.pop(tale.line.group, ())]
                taken += together
                for each in together:
                    del self.left[each]
        return [tale.line for tale in taken]

    def woven(self, said: Iterable[Told]) -> Iterator[Line]:
        """Lines for all that is said, in its order."""
        for told in said:
            yield from self.told_by(told) or ([] if told in self.telling else [plain(told)])

    def noted(self, noted: Noted) -> Iterator[Line]:
        """The lines that tell a fact, with its day."""
        day = ((NOTED_ON, (noted.on.isoformat(),)),) if noted.on else ()
        told = Told("fact", noted.text)
        for line in self.told_by(told) or [plain(told)]:
            yield line if line.name == LABEL else line._replace(params=tuple(sorted(line.params + day)))

    def single(self, field: str, value: str | None) -> Iterator[Line]:
        """The lines that tell the one value of a field; a plain one first if other lines would outweigh them."""
        if value is None:
            return
        told = Told(field, value)
        telling = sorted(
            (tale for tale in self.left if any(each.field == field for each in tale.told)),
            key=lambda tale: told not in tale.told,
        )
        if first(telling, field) != value:
            yield plain(told)
        yield from self.told_by(told)

    def rest(self) -> list[Line]:
        """What has not been written, by group."""
        return sorted((tale.line for tale in self.left), key=place)


def plain(told: Told) -> Line:
    """What is told, in the property that other programs know for it."""
    if told.field == "place":
        return Line("ADR", f";;;{escape(told.value)};;;", AT_HOME)
    return Line(PROPERTIES[told.field], escape(told.value))


def joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Tags in a row on one line."""
    for is_plain, some in groupby(lines, key=lambda line: line == plain(Told("tag", slug(line.value)))):
        if is_plain:
            yield Line("CATEGORIES", ",".join(line.value for line in some))
        else:
            yield from some


def birthday_lines(birthday: str | None, weaver: Weaver, version: str) -> Iterator[Line]:
    """The birthday; 3.0 has no way to leave out the year but Apple's."""
    if not birthday:
        return
    if kept := weaver.told_by(Told("birthday", birthday)):
        yield from kept
        return
    try:
        born = read_birthday(birthday)
    except UnreadableDate:
        return
    if version == "4.0":
        yield Line("BDAY", str(born).replace("-", "") if born.year else f"--{born.month:02}{born.day:02}")
    elif born.year:
        yield Line("BDAY", str(born))
    else:
        yield Line("BDAY", str(born._replace(year=int(NO_YEAR))), (("X-APPLE-OMIT-YEAR", (NO_YEAR,)),))


def folded(text: str) -> str:
    """The line in pieces of at most 75 octets, no character cut in two, ended as the standard says."""
    raw = text.encode("utf-8", "replace")
    if len(raw) <= WIDTH:
        return f"{text}\r\n"
    pieces, start, width = [], 0, WIDTH
    while start < len(raw):
        end = start + width
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        start, width = end, WIDTH - 1
    return b"\r\n ".join(pieces).decode() + "\r\n"
