"""The whole journal as Markdown to read: everybody with what is known of them and a timeline, nothing to import."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from netlog.interchange import Card, Format, Mention, Outgoing, Talk, Writing

UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
MEANT = re.compile(r"[\\`*_{}\[\]<>#|~$]|&(?=[#\w]+;)|:(?=//)|(?<=[Ww]{3})\.")
BEGINS = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")
SAFE_LINK = re.compile(r"https?://[\w./?&=%#+~:@-]+")
BREAK = "\\\n  "
SIDES = (("can", "Can help with"), ("wants", "Wants"))


def write(outgoing: Outgoing, _: Writing) -> Iterator[str]:
    """The journal: a heading for each person by handle, below it who they are, then the timeline by day."""
    told: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk in outgoing.talks():
        for address in dict.fromkeys(mention.address for mention in talk.people):
            told[address].append(talk)
    yield f"# Networking journal\n\nWritten on {outgoing.today}.\n"
    for card in outgoing.cards():
        yield "".join(f"{line}\n" for line in _person(card, told.pop(card.handle or "", [])))


def _person(card: Card, talks: list[Talk]) -> Iterator[str]:
    yield from ("", f"## {inline(card.name)}{f' ({inline(card.handle)})' if card.handle else ''}")
    yield from _listed(_who(card))
    facts = [(f"{fact.on}: " if fact.on else "") + block(fact.text) for fact in card.facts]
    yield from _listed(facts, "Facts")
    yield from _listed((_moment(talk, card.handle or "") for talk in talks), "Timeline")


def _listed(lines: Iterable[str], title: str = "") -> Iterator[str]:
    """The lines as a list, under its title if it has one; nothing without lines."""
    items = [f"- {line}" for line in lines]
    if items:
        yield from ("", f"### {title}") if title else ()
        yield from ("", *items)


def _who(card: Card) -> Iterator[str]:
    """Who somebody is and how to reach them, one line for each that is known."""
    work = ", ".join(inline(part) for part in (card.role, card.company) if part)
    told = [
        ("Also called", _all(card.aliases)),
        ("Work", work),
        ("Place", inline(card.place or "")),
        ("Birthday", inline(card.birthday or "")),
        ("Met", _met(card)),
        ("Tier", _rhythm(card)),
        *((sort.capitalize(), way(sort, value)) for sort, value in card.contacts),
        ("Tags", _all(card.tags)),
        *((title, _all(words for side, words in card.topics if side == mine)) for mine, title in SIDES),
    ]
    yield from (f"{title}: {words}" for title, words in told if words)


def _all(words: Iterable[str]) -> str:
    return ", ".join(map(inline, words))


def _met(card: Card) -> str:
    via = f"through {inline(card.via.name or card.via.address)}" if card.via else ""
    on = f"on {card.met_on}" if card.met_on else ""
    return ", ".join(filter(None, (inline(card.met or ""), on, via)))


def _rhythm(card: Card) -> str:
    every = f"every {card.every_days} days" if card.every_days else ""
    return ", ".join(filter(None, (inline(card.tier or ""), every, "kin" if card.is_kin else "")))


def _moment(talk: Talk, handle: str) -> str:
    """A contact as one of its people sees it: the day, the kind, who else was there, where, and the words."""
    others = [inline(_called(mention)) for mention in talk.people if mention.address != handle]
    head = f"{talk.on} {inline(talk.kind)}"
    head += f" with {', '.join(others)}" if others else ""
    head += f", at {inline(talk.place)}" if talk.place else ""
    head += f", {talk.minutes} min" if talk.minutes else ""
    head += {"out": ", I began", "in": ", they began"}.get(talk.direction, "")
    tags = "".join(f" \\+{inline(tag)}" for tag in talk.tags)
    words = block(talk.text)
    return f"{head}: {words}{tags}" if words else head + tags


def _called(mention: Mention) -> str:
    return mention.name or mention.address


def inline(text: str) -> str:
    """Text inside a line that means nothing to Markdown: no heading, list, link, image, HTML or emphasis."""
    return MEANT.sub(r"\\\g<0>", UNSEEN.sub("", " ".join(text.split())).strip())


def block(text: str) -> str:
    """Text of several lines inside one item of a list: each begins as nothing but words."""
    lines = (inline(line) for line in text.splitlines())
    return BREAK.join(BEGINS.sub(r"\1\\", line) for line in lines if line)


def way(sort: str, value: str) -> str:
    """A way to reach somebody; a link is one only where what it shows is where it leads."""
    return f"<{value}>" if sort == "url" and SAFE_LINK.fullmatch(value) else inline(value)


FORMAT = Format("markdown", "Markdown, to read", write=write)
