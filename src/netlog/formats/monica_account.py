"""An account of Monica as a whole: who is in it, how they are related, and how one reaches them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netlog.formats.json_file import Json, inside, is_object, objects, text, values
from netlog.interchange import Mention, Noted

FAMILY = frozenset({"partner", "spouse", "child", "parent", "sibling", "grandparent", "grandchild", "uncle", "nephew"})
FURTHER = frozenset({"cousin", "godfather", "godson", "stepparent", "stepchild"})
NAME_PARTS = ("first_name", "middle_name", "last_name")
PLACE_PARTS = ("street", "postal_code", "city", "province", "country")
PROTOCOLS = {"mailto:": "email", "tel:": "phone"}

Ways = tuple[tuple[tuple[str, str], ...], tuple[Noted, ...]]
"""How to reach somebody: by e-mail, phone and link, and in words."""


class Account(NamedTuple):
    """What the records of an account say together.

    `relations` gives for each contact who is what to it; `taken_in` are the contacts that become people.
    """

    contacts: tuple[Json, ...]
    activities: tuple[Json, ...]
    names: Mapping[str, str]
    me: str
    relations: Mapping[str, tuple[tuple[str, str], ...]]
    kin: frozenset[str]
    taken_in: frozenset[str]
    kinds: Mapping[str, Json]

    def ways(self, contact: Json) -> Ways:
        """How to reach a contact, what is no address in words."""
        links: list[tuple[str, str]] = []
        told: list[Noted] = []
        for field in known_by(contact, "contact_field"):
            held = inside(field, "properties")
            kind = inside(self.kinds.get(text(held, "type"), {}), "properties")
            if value := text(held, "data"):
                way = _way(value, kind)
                links += [way] if way else []
                told += [] if way else [Noted(f"{text(kind, 'name') or 'contact'}: {value}")]
        told += [Noted(words) for words in map(_address, known_by(contact, "address")) if words]
        return tuple(dict.fromkeys(links)), tuple(told)

    def mention(self, contact: Json) -> Mention:
        """A contact by name, and by the first way to reach it, as two may bear one name."""
        contacts, _ = self.ways(contact)
        return Mention(self.names[text(contact, "uuid")], contacts[0][1] if contacts else "")

    def kind_name(self, uuid: str) -> str:
        """What a sort of activity or event is called, by the name its user gave it or the key Monica has for it."""
        held = inside(self.kinds.get(uuid, {}), "properties")
        return text(held, "name") or text(held, "translation_key").replace("_", " ")


def account_of(whole: Json) -> Account:
    """The account, whatever is missing from it."""
    contacts = tuple(known_by(whole, "contact"))
    names = {text(each, "uuid"): _name(each) for each in contacts}
    users = (inside(each, "properties") for each in known_by(whole, "user"))
    me = next(filter(None, (text(user, "me_contact") for user in users)), "")
    related = list(_related(known_by(whole, "relationship"), names))
    taken_in = frozenset(_taken_in(contacts, me, {uuid for one, _, other in related for uuid in (one, other)}))
    instance = inside(whole, "instance")
    return Account(
        contacts=contacts,
        activities=tuple(known_by(whole, "activity")),
        names=names,
        me=me,
        relations=_told_once(related, me),
        kin=frozenset(other for one, sort, other in related if one == me and sort in FAMILY | FURTHER),
        taken_in=taken_in,
        kinds={text(each, "uuid"): each for sort in instance for each in objects(instance, sort)},
    )


def known_by(record: Json, sort: str) -> list[Json]:
    """The records of a sort that a record holds, its name in the singular or the plural."""
    return [value for value in listed(record, sort) if is_object(value)]


def listed(record: Json, sort: str) -> Iterator[object]:
    """Whatever a record holds of a sort."""
    for collection in objects(record, "data"):
        if text(collection, "type").lower() in {sort, f"{sort}s", f"{sort[:-1]}ies"}:
            yield from values(collection, "values")


def _name(contact: Json) -> str:
    held = inside(contact, "properties")
    return " ".join(" ".join(text(held, part) for part in NAME_PARTS).split()) or text(held, "nickname")


def _taken_in(contacts: Iterable[Json], me: str, related: set[str]) -> Iterator[str]:
    """Everybody but me, and but those known only as somebody's relation who are nobody's."""
    for contact in contacts:
        uuid, is_partial = text(contact, "uuid"), inside(contact, "properties").get("is_partial") is True
        if uuid and uuid != me and (uuid in related or not is_partial):
            yield uuid


def _related(records: Iterable[Json], names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Whose, what and who: the second contact is that to the first."""
    for record in records:
        held = inside(record, "properties") or record
        one, other = text(held, "contact_is"), text(held, "of_contact")
        if names.get(one) and names.get(other) and one != other:
            yield one, text(held, "type").replace("_", " ") or "related", other


def _told_once(related: Iterable[tuple[str, str, str]], me: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Who is what to whom, told of each of two once, though Monica stores a relation in both directions."""
    told: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    kept = [(one, sort, other) for one, sort, other in related if me not in {one, other}]
    pairs = {(one, other) for one, _, other in kept}
    for one, sort, other in kept:
        told[one][sort, other] = None
        if (other, one) not in pairs:
            told[other][f"{sort} of", one] = None
    return {one: tuple(others) for one, others in told.items()}


def _way(value: str, kind: Json) -> tuple[str, str] | None:
    """An address as (sort, value), by what Monica knows of it or by its looks."""
    protocol = text(kind, "protocol")
    sort = PROTOCOLS.get(protocol) or text(kind, "type").lower()
    if sort in {"email", "phone"}:
        return sort, value
    if value.lower().startswith(("http://", "https://")):
        return "url", value
    if protocol.startswith("http"):
        return "url", protocol + value.removeprefix("@")
    if not kind and "@" in value[1:] and " " not in value:
        return "email", value
    return None


def _address(record: Json) -> str:
    held = inside(record, "properties")
    place = ", ".join(filter(None, (text(held, part) for part in PLACE_PARTS)))
    name = text(held, "name")
    return f"address{f' ({name})' if name else ''}: {place}" if place else ""
