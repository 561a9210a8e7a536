"""The Markdown file of `friends`: people, days with them and notes about them, read and written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from netlog.domain.folding import fold
from netlog.domain.interactions import NOTE
from netlog.errors import FormatProblem, shorten
from netlog.formats.decoding import opened_text
from netlog.formats.friends_line import NAME, PLACE, TAG, line_of, named_in, plain_name, talk_of, told_tags
from netlog.formats.told import OUTSIDE, digest, is_outside, once_more
from netlog.interchange import Card, Format, Outgoing, Reading, Record, Rejected, Skipped, Source, Talk, Writing

ACTIVITIES, NOTES, FRIENDS, LOCATIONS = (f"### {title}:" for title in ("Activities", "Notes", "Friends", "Locations"))
HEADINGS = (ACTIVITIES, NOTES, FRIENDS, LOCATIONS)
FRIEND = re.compile(
    r"- (?P<name>[^(\[@]*[^(\[@\s])"
    r"(?:\s+\(a\.k\.a\. (?P<aliases>.+)\))?"
    r"(?:\s+\[(?P<place>[^\]]+)\])?"
    rf"(?:\s+(?P<tags>(?:{TAG.pattern}\s*)+))?\s*"
)
EVENT = re.compile(r"- (?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2}):(?: (?P<words>.*))?")
ALIAS = " a.k.a. "
LONGEST = 20_000
"""Characters of a line; nobody writes a longer one by hand."""

Line = tuple[str, str, str]
"""Where a line stands, the heading above it, and the line."""


def recognise(source: Source) -> int:
    """Sure once two of the headings stand in it, or the first on the first line."""
    lines = [line.strip() for line in source.head.decode("utf-8-sig", errors="replace").splitlines()]
    found = sum(heading in lines for heading in HEADINGS)
    is_first = next(filter(None, lines), "") in HEADINGS
    return 95 if found > 1 else 80 if is_first else 0


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Everybody first, then the days and the notes in the order of the file."""
    is_friends = False
    for where, heading, line in _lines(source, reading):
        is_friends = True
        if heading == FRIENDS:
            yield _card(where, line)
        elif heading == LOCATIONS:
            yield Skipped(where, "a location: places come with the people and days that name them")
    if not is_friends:
        raise FormatProblem(f"{shorten(source.name)} has none of the headings of friends.md", hint=f"as {ACTIVITIES}")
    seen: Counter[str] = Counter()
    for where, heading, line in _lines(source, reading):
        if heading in {ACTIVITIES, NOTES}:
            record = _talk(where, line, seen, is_note=heading == NOTES)
            is_left_out = isinstance(record, Talk) and is_outside(record.on, reading)
            yield Skipped(where, OUTSIDE) if is_left_out else record


def _lines(source: Source, reading: Reading) -> Iterator[Line]:
    """The lines below each heading, and the headings themselves below none."""
    heading = ""
    with opened_text(source, reading.encoding) as text:
        for number, line in enumerate(text, start=1):
            line = line.strip()
            if line in HEADINGS:
                heading = line
                yield f"line {number}", "", line
            elif line and heading:
                yield f"line {number}", heading, line


def _card(where: str, line: str) -> Record:
    found = FRIEND.fullmatch(line) if len(line) <= LONGEST else None
    if not found:
        return Rejected(where, "no friend is written like this")
    aliases = found["aliases"].split(ALIAS) if found["aliases"] else []
    return Card(
        key=f"name:{fold(found['name'])}",
        where=where,
        name=found["name"],
        aliases=tuple(aliases),
        place=found["place"],
        tags=tuple(tag[1:] for tag in TAG.findall(found["tags"] or "")),
    )


def _talk(where: str, line: str, seen: Counter[str], *, is_note: bool) -> Record:
    found = EVENT.fullmatch(line) if len(line) <= LONGEST else None
    if not found:
        return Rejected(where, "neither a day nor what happened on it")
    try:
        on = date.fromisoformat(found["on"])
    except ValueError:
        return Rejected(where, f"there is no day {found['on']}")
    words = (found["words"] or "").strip()
    if not named_in(words):
        return Skipped(where, "names nobody")
    key = once_more(f"{on}|{digest(words)}", seen)
    return talk_of(words, key=key, where=where, on=on, is_note=is_note)


def write(outgoing: Outgoing, _: Writing) -> Iterator[str]:
    """The file as friends cleans it: the newest day first, people and places by name."""
    places: set[str] = set()
    told = [(talk.on, talk.kind == NOTE, line) for talk in outgoing.talks() if (line := _event_line(talk))]
    told.sort(key=lambda event: event[0], reverse=True)
    friends = sorted(_friend_lines(outgoing.cards(), places))
    places |= {place for _, _, line in told for place in PLACE.findall(line)}
    yield from _section(ACTIVITIES, (line for _, is_note, line in told if not is_note))
    yield "\n"
    yield from _section(NOTES, (line for _, is_note, line in told if is_note))
    yield "\n"
    yield from _section(FRIENDS, (line for _, line in friends))
    yield "\n"
    yield from _section(LOCATIONS, (f"- {place}" for place in sorted(places)))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"{heading}\n"
    for line in lines:
        yield f"{line}\n"


def _event_line(talk: Talk) -> str | None:
    """The line of a contact, unless it is with nobody friends could name."""
    words = line_of(talk)
    return f"- {talk.on}: {words}" if NAME.search(words) else None


def _friend_lines(cards: Iterable[Card], places: set[str]) -> Iterator[tuple[str, str]]:
    """Everybody's name and line; the places are taken note of."""
    for card in cards:
        name = plain_name(card.name)
        aliases = [alias for alias in map(plain_name, card.aliases) if alias]
        known_as = f" (a.k.a. {ALIAS.join(aliases)})" if aliases else ""
        place = plain_name(card.place or "", dropped="[]_*")
        where = f" [{place}]" if place else ""
        tags = "".join(f" {tag}" for tag in told_tags(card.tags))
        places |= {place} - {""}
        if name:
            yield name, f"- {name}{known_as}{where}{tags}"


FORMAT = Format("friends", "the Markdown file of friends", recognise, read, write)
