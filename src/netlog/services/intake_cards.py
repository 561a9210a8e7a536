"""Importing people: each card is somebody known, somebody new, or a doubt that is not settled by guessing."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from netlog.clock import Clock
from netlog.domain.people import Handles, Named
from netlog.domain.views_import import Doubt, Update
from netlog.errors import either
from netlog.interchange import Card, Mention, Talk
from netlog.ports_interchange import Importer, OriginRow
from netlog.rows import NewInboxItem, NewPerson
from netlog.services import whose
from netlog.services.cards import Difference, Said, difference, key_of_card, said
from netlog.services.ledger import Ledger

NEW = "new"
LATER = "later"
MOST_KEPT = 100
"""Questions kept to be asked, more than anybody answers in a row: each holds a card and everybody it could be."""

Answers = Mapping[tuple[str, str], str]
"""For a doubtful record, by source and key: a handle, `new` or `later`."""


class Options(NamedTuple):
    """What the user wants of an import."""

    tier: str | None = None
    tags: tuple[str, ...] = ()
    are_people_added: bool = False
    answers: Answers = MappingProxyType({})


class Question(NamedTuple):
    """A doubtful card to be asked about."""

    source: str
    key: str
    card: Card
    could_be: tuple[Named, ...]
    reason: str

    @property
    def words(self) -> str:
        """The card in a line."""
        return card_words(self.card)


class Keys:
    """Which records were told under which key in this import: two that differ are two, whatever their source says.

    Only hashes of them are kept: some 100 bytes for each record of the import.
    """

    def __init__(self) -> None:
        self.first: dict[int, int] = {}
        self.further: dict[int, dict[int, int]] = {}

    def own(self, source: str, key: str, record: Card | Talk) -> str:
        """The key, with a number if another record had it before."""
        named, told = hash((source, key)), hash(record._replace(key="", where=""))
        if self.first.setdefault(named, told) == told:
            return key
        others = self.further.setdefault(named, {})
        return f"{key}#{others.setdefault(told, len(others) + 2)}"


class CardIntake:
    """Takes cards in, one after the other; the ledger says what became of them."""

    def __init__(self, importer: Importer, options: Options, *, clock: Clock) -> None:
        self.importer, self.options, self.clock = importer, options, clock
        self.reader = importer.reader
        self.handles = Handles(self.reader.is_handle)
        self.ledger = Ledger()
        self.keys = Keys()
        self.source = ""
        self.questions: list[Question] = []
        self.introducers: list[tuple[int, Mention]] = []

    def take_card(self, card: Card) -> None:
        """A person: known by the key, or by what the card says, or new."""
        card = card._replace(key=self.keys.own(self.source, card.key or key_of_card(card), card))
        if origin := self.reader.origin(self.source, card.key):
            self.take_again(card, origin)
            return
        if self.is_forgotten(whose.uuid_of(card), card.key):
            return
        verdict = whose.of_card(self.reader, self.source, card)
        if verdict.could_be:
            self.doubt(card, verdict)
        elif verdict.person:
            self.join(card, verdict.person)
        else:
            self.add(card)

    def is_forgotten(self, uuid: str | None, key: str) -> bool:
        """Whether the record is about somebody erased for good, and left out for that."""
        names = (uuid or "", f"{self.source} {key}")
        if not any(self.reader.is_forgotten(name) for name in names if name):
            return False
        self.ledger.omitted["forgotten"] += 1
        return True

    def take_again(self, card: Card, origin: OriginRow) -> None:
        """A card whose source was heard before."""
        if origin.person_id is None:
            self.ledger.people["same" if origin.inbox_id is None else "doubtful_before"] += 1
            return
        before: Said = json.loads(origin.said)
        now = said(card)
        if json.loads(now) == before:
            self.ledger.people["same"] += 1
            return
        if not self.improve(card, self.reader.named_by(origin.person_id), before):
            self.ledger.people["recognised"] += 1
        self.importer.change_row("origin", origin.id, {"said": now})

    def join(self, card: Card, person: Named) -> None:
        """Add what a card says to somebody known."""
        if not self.improve(card, person, {}):
            self.ledger.people["recognised"] += 1
        self.importer.add_origin(self.source, card.key, said(card), person=person.id)

    def improve(self, card: Card, person: Named, before: Said) -> bool:
        """Store what the card adds to a person; whether it was anything."""
        found = difference(card, self.reader.held(person.id), before)
        if not found.words:
            return False
        self.ledger.improved(Update(card.where, person.handle, person.name, found.words))
        self.store(person.id, found)
        return True

    def store(self, person: int, found: Difference) -> None:
        """Write a difference down."""
        if found.changes:
            self.importer.change_row("person", person, found.changes)
        if found.via:
            self.introducers.append((person, found.via))
        if found.extra and found.replaces_extra:
            self.importer.remove_card_lines(person)
        self.importer.add_belongings(
            person,
            aliases=found.aliases,
            contacts=found.contacts,
            tags=found.tags,
            topics=found.topics,
            facts=[(fact.on or self.clock.today, fact.text) for fact in found.facts],
            extra=found.extra,
        )

    def add(self, card: Card) -> Named:
        """Somebody new."""
        handle = card.handle if card.handle and not self.reader.is_handle(card.handle) else None
        new = NewPerson(
            handle=handle or self.handles.handle_for(card.name),
            name=card.name,
            since_on=self.clock.today,
            is_fresh=False,
            company=card.company,
            role=card.role,
            place=card.place,
            met=card.met,
            met_on=card.met_on,
            tier=card.tier or self.options.tier,
            every_days=card.every_days,
            birthday=card.birthday,
            imported_on=self.clock.today,
            is_kin=card.is_kin,
            aliases=card.aliases,
            tags=tuple(dict.fromkeys((*card.tags, *self.options.tags))),
            contacts=card.contacts,
            topics=card.topics,
            uuid=card.uuid,
        )
        number = self.importer.person(new)
        facts = [(fact.on or self.clock.today, fact.text) for fact in card.facts]
        self.importer.add_belongings(number, facts=facts, extra=card.extra)
        self.importer.add_origin(self.source, card.key, said(card), person=number)
        if card.via:
            self.introducers.append((number, card.via))
        self.ledger.people["new"] += 1
        return Named(number, new.handle, card.name)

    def doubt(self, card: Card, verdict: whose.Verdict) -> None:
        """A card of which it is not certain whose it is: as was answered, or else it waits in the inbox."""
        answer = self.options.answers.get((self.source, card.key), LATER)
        if answer == NEW:
            self.add(card)
            return
        if chosen := [person for person in verdict.could_be if person.handle == answer]:
            self.join(card, chosen[0])
            return
        handles = [person.handle for person in verdict.could_be]
        reason = f"import {self.source}: {verdict.doubt} as {either(handles[:8])}"
        item = NewInboxItem(self.clock.stamp, self.clock.zone, self.clock.today, card_words(card), reason)
        self.importer.add_origin(self.source, card.key, said(card), inbox=self.importer.inbox(item))
        if len(self.questions) < MOST_KEPT:
            self.questions.append(Question(self.source, card.key, card, verdict.could_be, verdict.doubt))
        self.ledger.doubted(self.ledger.people, Doubt(card.where, card.name, tuple(handles), verdict.doubt))

    def introduce(self) -> None:
        """Note through whom somebody was met, now that all are there."""
        for person, mention in self.introducers:
            verdict = whose.of_mention(self.reader, self.source, mention)
            if verdict.person and verdict.person.id != person:
                self.importer.change_row("person", person, {"via_id": verdict.person.id})
        self.introducers.clear()


def card_words(card: Card) -> str:
    """A card in a line, as a note of the inbox shows it."""
    who = " at ".join(filter(None, (card.role, card.company)))
    return ", ".join(filter(None, (card.name, who, *(value for _, value in card.contacts[:2]))))
