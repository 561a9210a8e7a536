"""Whom a file means: a card or a mention held against the people of the journal, never guessed."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from netlog.domain.contacts import contact_key
from netlog.domain.folding import fold
from netlog.domain.people import Named, spoken
from netlog.interchange import Card, Mention
from netlog.ports_interchange import Held, ImportReader
from netlog.services.cards import full_name


class Verdict(NamedTuple):
    """Who it is; or, with `doubt` in words, who it could be; or nobody."""

    person: Named | None = None
    could_be: tuple[Named, ...] = ()
    doubt: str = ""


NOBODY = Verdict()

IDENTIFYING = ("url:", "uuid:")
"""Keys that a source gives to one person only: two of them are two people."""


def of_card(reader: ImportReader, source: str, card: Card) -> Verdict:
    """Whose card it is, by UUID, by a way to reach them, or by the full name when nothing speaks against it."""
    if (uuid := uuid_of(card)) and (person := reader.of_uuid(uuid)):
        return Verdict(person)
    reached = reader.reached_by(keys(value for _, value in card.contacts))
    others = [person for person in reached if not is_apart(reader, source, card, person)]
    agreeing = [person for person in others if shares_a_word(card, person)]
    if len(agreeing) == 1 == len(others):
        return Verdict(agreeing[0])
    if others:
        return Verdict(None, tuple(others), "the same address")
    return of_name(reader, source, card)


def keys(addresses: Iterable[str]) -> set[str]:
    """What can be told of addresses: of "https://" nothing is left."""
    return {key for key in map(contact_key, addresses) if key}


def uuid_of(card: Card) -> str | None:
    """The UUID a card has from this or another journal."""
    return card.uuid or (card.key.removeprefix("uid:") if card.key.startswith("uid:") else None)


def is_apart(reader: ImportReader, source: str, card: Card, person: Named) -> bool:
    """Whether the source itself keeps the two apart: it has another record of that person, under another name."""
    return reader.known_to(source, person.id) and not is_called(person, card.name)


def is_called(person: Named, name: str) -> bool:
    """Whether that is one of the person's full names."""
    return full_name(name) in {full_name(each) for each in (person.name, *person.aliases)}


def shares_a_word(card: Card, person: Named) -> bool:
    """Whether a name on the card and one of the person have a word in common."""
    said = {word for name in (card.name, *card.aliases) for word in spoken(name)}
    return any(word in said for name in (person.name, *person.aliases) for word in spoken(name))


def of_name(reader: ImportReader, source: str, card: Card) -> Verdict:
    """Whose card it is by the name alone: doubtful when it is one word, or something speaks against it."""
    twins = [person for person in reader.called(card.name) if is_called(person, card.name)]
    if card.key.startswith(IDENTIFYING):
        twins = [person for person in twins if not reader.known_to(source, person.id)]
    if not twins:
        return NOBODY
    against = contradiction(card, reader.held(twins[0].id)) if len(twins) == 1 else ""
    is_one = len(twins) == 1 and len(spoken(card.name)) > 1 and not against
    if not is_one or reader.known_to(source, twins[0].id):
        return Verdict(None, tuple(twins), f"the same name{against}")
    return Verdict(twins[0])


def contradiction(card: Card, held: Held) -> str:
    """What speaks against two people of one name being the same, as ", other company"; empty when nothing does."""
    company = held.fields["company"]
    if card.company and company:
        return "" if fold(card.company) == fold(company) else ", other company"
    mine, theirs = {sort for sort, _ in held.contacts}, {sort for sort, _ in card.contacts}
    return ", other addresses" if mine & theirs & {"email", "phone"} else ""


def of_mention(reader: ImportReader, source: str, mention: Mention) -> Verdict:
    """Whom a contact was with: by what the source calls them, by address, by handle, else by name."""
    if mention.address:
        if (origin := reader.origin(source, mention.address)) and origin.person_id:
            return Verdict(reader.named_by(origin.person_id))
        if found := reader.reached_by(keys([mention.address])):
            return one_of(found, "the same address")
        if found := tuple(filter(partial(is_meant, mention), reader.called(mention.address))):
            return Verdict(found[0])
    if not mention.name:
        return NOBODY
    found = reader.called(mention.name)
    if mention.address:
        # a stranger's first name says nothing: only a full name does
        found = tuple(person for person in found if len(spoken(mention.name)) > 1 and is_called(person, mention.name))
    return one_of(found, "the same name")


def is_meant(mention: Mention, person: Named) -> bool:
    """Whether the mention gives the person's handle and name, as netlog's own files do."""
    return person.handle == mention.address and is_called(person, mention.name)


def one_of(found: Iterable[Named], doubt: str) -> Verdict:
    """The only one found, or a doubt between them."""
    people = tuple(found)
    if len(people) == 1:
        return Verdict(people[0])
    return Verdict(None, people, doubt) if people else NOBODY
