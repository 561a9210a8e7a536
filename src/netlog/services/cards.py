"""What a file says of a person: made fit for a journal, remembered as text, held against what was known."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

from netlog.clock import is_in_range
from netlog.domain.cadence import check_days
from netlog.domain.contacts import contact_key
from netlog.domain.folding import fold
from netlog.domain.people import check_handle, check_name, spoken
from netlog.errors import UsageProblem
from netlog.interchange import Card, Mention, Noted
from netlog.ports_interchange import Held
from netlog.services.checks import (
    LONGEST_FIELD,
    LONGEST_TEXT,
    check_birthday,
    check_field,
    check_tier,
    tag_slug,
)

SCALARS = ("company", "role", "place", "birthday", "met", "met_on", "tier", "every_days", "is_kin")
"""Fields of which a person has one."""

GROUP = re.compile(r"[A-Za-z0-9-]+\.")
"""How vCard lines that belong together begin (RFC 6350, section 3.3)."""

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SORTS = ("email", "phone", "url")
SIDES = ("can", "wants")
UNSAID = {"where", "key", "handle", "uuid", "known_since"}

T = TypeVar("T")
Said = dict[str, Any]


class Difference(NamedTuple):
    """What a card adds to a person: columns to set, and what is to hang on them besides or, of vCard lines, instead."""

    changes: Mapping[str, Any]
    aliases: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    facts: tuple[Noted, ...] = ()
    extra: tuple[str, ...] = ()
    replaces_extra: bool = False
    via: Mention | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What is new, in words: "company Studio Ferri", "e-mail anna@example.org"."""
        scalars = [f"{name.replace('_', ' ')} {value}" for name, value in self.changes.items()]
        ways = [f"{'e-mail' if sort == 'email' else sort} {value}" for sort, value in self.contacts]
        rest = [*(f"also called {name}" for name in self.aliases), *(f"+{slug}" for slug in self.tags)]
        noted = [*(f"{side} {words}" for side, words in self.topics), *(fact.text for fact in self.facts)]
        met = [f"met through {self.via.name or self.via.address}"] if self.via else []
        return (*scalars, *ways, *rest, *met, *noted, *(["vCard fields"] if self.extra else []))


def tidied(card: Card, *, source: str, today: date) -> Card:
    """The card with every value fit to be stored; raises UsageProblem when there is no name in it."""
    extra_facts: list[Noted] = []

    def kept(label: str, text: str | None, check: Callable[[str], T]) -> T | None:
        if not (said := sound(text or "").strip()):
            return None
        try:
            return check(said)
        except UsageProblem:
            extra_facts.append(Noted(f"{label}: {said[:LONGEST_TEXT]}"))
            return None

    scalars: dict[str, Any] = {
        "company": kept("company", card.company, check_field),
        "role": kept("role", card.role, check_field),
        "place": kept("place", card.place, check_field),
        "met": kept("met", card.met, check_field) or (f"connected ({source})" if card.known_since else None),
        "birthday": kept("birthday", card.birthday, lambda text: check_birthday(text, today)),
        "tier": kept("tier", card.tier, check_tier),
        "every_days": kept("every days", str(card.every_days or ""), lambda text: check_days(int(text))),
    }
    name = check_name(sound(card.name))
    return card._replace(
        key=sound(card.key),
        name=name,
        **scalars,
        met_on=next((day for day in (card.met_on, card.known_since) if day and is_past(day, today)), None),
        via=sound_mention(card.via) if card.via else None,
        handle=fitting(check_handle, card.handle or ""),
        uuid=card.uuid if UUID.fullmatch(card.uuid or "") else None,
        aliases=names(name, card.aliases),
        contacts=tuple(unique(ways(card), lambda way: (way[0], contact_key(way[1])))),
        tags=tuple(dict.fromkeys(slug for tag in card.tags if (slug := fitting(tag_slug, tag)))),
        topics=tuple(
            dict.fromkeys((side, text) for side, said in card.topics if side in SIDES and (text := field(said)))
        ),
        facts=tuple(
            dict.fromkeys(noted(fact, today) for fact in (*card.facts, *extra_facts) if sound(fact.text).strip())
        ),
        extra=tuple(sound(line) for line in card.extra),
    )


def sound(text: str) -> str:
    """The text without what no store takes: NUL, and halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def field(text: str) -> str:
    """A short text, cut where a journal ends it."""
    return sound(text).strip()[:LONGEST_FIELD]


def sound_mention(mention: Mention) -> Mention:
    """How somebody is referred to, fit to be stored."""
    return Mention(field(mention.name), field(mention.address))


def names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The other names, tidy, without the name itself."""
    found = (fitting(check_name, sound(alias)) for alias in aliases)
    return tuple(dict.fromkeys(alias for alias in found if alias and fold(alias) != fold(name)))


def ways(card: Card) -> Iterable[tuple[str, str]]:
    """The ways to reach the person that say something."""
    return ((sort, value) for sort, raw in card.contacts if sort in SORTS and (value := field(raw)))


def noted(fact: Noted, today: date) -> Noted:
    """A fact that fits, and whose day does not lie ahead."""
    on = fact.on if fact.on and is_past(fact.on, today) else today
    return Noted(sound(fact.text).strip()[:LONGEST_TEXT], on)


def is_past(day: date, today: date) -> bool:
    """Whether the day is one that a journal holds and does not lie ahead."""
    return is_in_range(day) and day <= today


def fitting(check: Callable[[str], str], text: str) -> str | None:
    """The checked text, or None when it does not pass."""
    try:
        return check(text)
    except UsageProblem:
        return None


def unique(items: Iterable[T], key: Callable[[T], object]) -> list[T]:
    """The items, of those with the same key the first."""
    found: dict[object, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return list(found.values())


def said(card: Card) -> str:
    """The card as text to be remembered and compared."""
    return json.dumps(spoken_of(card), ensure_ascii=False, default=str)


def spoken_of(card: Card) -> Said:
    """What the card says, without what it does not; days as ISO text, facts without their day."""
    values = {name: value for name, value in card._asdict().items() if value and name not in UNSAID}
    if card.facts:
        values["facts"] = [fact.text for fact in card.facts]
    return values


def as_card(text: str, *, key: str) -> Card:
    """The card that was remembered as text."""
    values: dict[str, Any] = {name: value for name, value in json.loads(text).items() if name in Card._fields}
    for name in ("aliases", "tags", "extra"):
        values[name] = tuple(values.get(name, ()))
    for name in ("contacts", "topics"):
        values[name] = tuple((first, second) for first, second in values.get(name, ()))
    values["facts"] = tuple(Noted(fact) for fact in values.get("facts", ()))
    if met_on := values.get("met_on"):
        values["met_on"] = date.fromisoformat(met_on)
    values["via"] = Mention(*via) if (via := values.get("via")) else None
    return Card(**{**values, "key": key, "where": "the inbox"})


def waiting_card(text: str, *, key: str) -> Card | None:
    """The card that was remembered as text; None when it is a contact that was."""
    return as_card(text, key=key) if "name" in json.loads(text) else None


def difference(card: Card, held: Held, before: Said) -> Difference:
    """What the card adds to what the journal holds, when the source said `before` the last time.

    Three ways: what the user changed stays, what the source changed comes, what the user removed does not come again.
    """
    changes = {name: new for name in SCALARS if (new := newer(name, card, held, before)) is not None}
    if before.get("name") == held.fields["name"] != card.name:
        changes["name"] = card.name
    known = {contact_key(value) for _, value in (*held.contacts, *before.get("contacts", ()))}
    texts = {*held.facts, *before.get("facts", ())}
    stays = () if before else kept_beside(card, held)
    return Difference(
        changes,
        aliases=new_names(card, held, before),
        contacts=tuple(way for way in card.contacts if contact_key(way[1]) not in known),
        tags=fresh(card.tags, held.tags, before.get("tags", ())),
        topics=fresh(card.topics, held.topics, [tuple(pair) for pair in before.get("topics", ())]),
        facts=tuple(fact for fact in (*card.facts, *stays) if fact.text not in texts),
        extra=new_lines(card.extra, held.extra, tuple(before.get("extra", ()))),
        replaces_extra=bool(held.extra) and held.extra == tuple(before.get("extra", ())),
        via=card.via if "via" not in before and not held.fields["via_id"] else None,
    )


def newer(name: str, card: Card, held: Held, before: Said) -> Any:  # noqa: ANN401 (column values)
    """The value of a field that the card brings, or None when what is there stays."""
    new, mine = getattr(card, name), held.fields[name]
    text = str(new) if isinstance(new, date) else new
    if not new or text == mine or text == before.get(name):
        return None
    if not mine:
        return new
    return new if mine == before.get(name) else None


def new_names(card: Card, held: Held, before: Said) -> tuple[str, ...]:
    """What else the person is to be called: of somebody whom the source renamed the old name, too."""
    mine, theirs = held.fields["name"], before.get("name", "")
    is_renamed = theirs == mine != card.name
    known = (card.name,) if is_renamed else (mine, theirs)
    folded = {fold(each) for each in (*known, *held.aliases, *before.get("aliases", ()))}
    told = (mine if is_renamed else card.name, *card.aliases)
    return tuple(unique((each for each in told if fold(each) not in folded), fold))


def new_lines(said: tuple[str, ...], held: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The vCard lines to store: all, unless others came from elsewhere; then groups that are not whole there."""
    if said == before or not held or held == before:
        return said if said not in (before, held) else ()
    groups = [GROUP.match(line) for line in said]
    named = [group[0] if group else line for line, group in zip(said, groups, strict=True)]
    new = {name for name, line in zip(named, said, strict=True) if line not in held}
    return tuple(line for name, line in zip(named, said, strict=True) if name in new)


def kept_beside(card: Card, held: Held) -> tuple[Noted, ...]:
    """What the card says otherwise than the journal, as facts, so that nothing of it is lost."""
    told = ((name, getattr(card, name), held.fields[name]) for name in ("company", "role", "place", "birthday"))
    return tuple(Noted(f"{name}: {new}") for name, new, mine in told if new and mine and fold(new) != fold(mine))


def fresh(said: Iterable[T], held: Iterable[T], before: Iterable[T]) -> tuple[T, ...]:
    """What is said, neither held already nor said before."""
    known = {*held, *before}
    return tuple(item for item in dict.fromkeys(said) if item not in known)


def full_name(name: str) -> tuple[str, ...]:
    """The folded words of a name that two spellings share, whatever their order."""
    return tuple(sorted(spoken(name)))


def key_of_card(card: Card) -> str:
    """A key for a card whose source has none: a hash of the name and the ways to reach them."""
    return f"is:{hashed([card.name, sorted(card.contacts)])}"


def hashed(told: object) -> str:
    """BLAKE2b of 12 bytes (RFC 7693) of what was told."""
    return blake2b(json.dumps(told, ensure_ascii=False).encode(), digest_size=12).hexdigest()
