"""Importing contacts: with people the journal knows, told once, changed where their source changed them."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from netlog.clock import Clock, is_in_range, utc_text
from netlog.domain.interactions import Direction, Worths, kind_named
from netlog.domain.people import Named
from netlog.domain.views_import import Doubt
from netlog.errors import UsageProblem, either
from netlog.interchange import Card, Mention, Talk
from netlog.ports_interchange import Importer, OriginRow
from netlog.rows import NewInboxItem, NewInteraction
from netlog.services import whose
from netlog.services.cards import Said, hashed, sound, tidied
from netlog.services.checks import LONGEST_FIELD, LONGEST_MINUTES, LONGEST_TEXT, kind_slug, tag_slug
from netlog.services.intake_cards import CardIntake, Options

REMEMBERED = 50_000
"""Mentions whose people are kept at hand; beyond that they are looked up again."""

TOLD = ("on", "at", "kind", "text", "direction", "minutes", "place")


class TalkIntake(CardIntake):
    """Takes contacts in as well."""

    def __init__(self, importer: Importer, options: Options, *, clock: Clock, worths: Worths) -> None:
        super().__init__(importer, options, clock=clock)
        self.worths = worths
        self.met: dict[Mention, whose.Verdict] = {}

    def index(self) -> None:
        """Let everybody added so far be found by name."""
        if self.importer.index_names():
            self.met.clear()

    def take_talk(self, talk: Talk) -> None:
        """A contact with people: told before, or new."""
        self.index()
        talk = talk._replace(key=talk.key or key_of(talk))
        if talk.on > self.clock.today:
            self.ledger.omitted["still ahead"] += 1
            return
        origin = self.reader.origin(self.source, talk.key)
        if origin and origin.interaction_id is None:
            self.ledger.contacts["same" if origin.inbox_id is None else "doubtful_before"] += 1
            return
        if not origin and self.is_forgotten(None, talk.key):
            return
        verdicts = {mention: self.meet(mention) for mention in talk.people}
        people = tuple(dict.fromkeys(verdict.person for verdict in verdicts.values() if verdict.person))
        unknown = [list(mention) for mention, verdict in verdicts.items() if not verdict.person]
        told = told_of(talk, unknown)
        if origin and origin.interaction_id:
            self.retell(talk, origin, people, told)
        elif people:
            self.log(talk, people, told)
        else:
            self.leave(talk, verdicts.values(), told)

    def meet(self, mention: Mention) -> whose.Verdict:
        """Who that is, somebody new if the user wants them added."""
        if mention not in self.met:
            if len(self.met) >= REMEMBERED:
                self.met.clear()
            verdict = whose.of_mention(self.reader, self.source, mention)
            if verdict == whose.NOBODY and self.options.are_people_added and (card := card_of(mention)):
                person = self.add(tidied(card, source=self.source, today=self.clock.today))
                self.importer.index_names()
                verdict = whose.Verdict(person)
            self.met[mention] = verdict
        return self.met[mention]

    def log(self, talk: Talk, people: tuple[Named, ...], told: Said) -> None:
        """A new contact."""
        row = NewInteraction(
            at=utc_text(talk.at) if talk.at else self.clock.instant(talk.on, None),
            zone=self.clock.zone,
            on_day=talk.on,
            kind=talk.kind,
            depth=kind_named(talk.kind, self.worths).depth.value,
            direction=talk.direction,
            text=talk.text,
            people=tuple(person.id for person in people),
            minutes=talk.minutes,
            place=talk.place,
            tags=talk.tags,
        )
        number = self.importer.interaction(row)
        self.importer.add_origin(self.source, talk.key, dumped(told), interaction=number)
        self.ledger.contacts["new"] += 1

    def retell(self, talk: Talk, origin: OriginRow, people: Iterable[Named], told: Said) -> None:
        """A contact told before: what its source changed comes, what the user changed stays."""
        before: Said = json.loads(origin.said)
        if before == told or origin.interaction_id is None:
            self.ledger.contacts["same"] += 1
            return
        changes = {name: told[name] for name in TOLD if told.get(name) != before.get(name) and told.get(name)}
        if changes:
            self.importer.change_row("interaction", origin.interaction_id, columns_of(talk, changes, self.clock))
        there = self.reader.participants(origin.interaction_id)
        known = {person.id for person in people}
        if told.get("unknown") != before.get("unknown"):
            for person in known - there:
                self.importer.add_participant(origin.interaction_id, person)
        self.importer.change_row("origin", origin.id, {"said": dumped(told)})
        self.ledger.contacts["updated"] += 1

    def leave(self, talk: Talk, verdicts: Iterable[whose.Verdict], told: Said) -> None:
        """A contact with nobody certain: into the inbox when somebody could be meant, else left out."""
        doubtful = [verdict for verdict in verdicts if verdict.could_be]
        if not doubtful:
            self.ledger.omitted["with nobody in the journal"] += 1
            return
        could_be = tuple(dict.fromkeys(person for verdict in doubtful for person in verdict.could_be))
        names = ", ".join(mention.name or mention.address for mention in talk.people)
        handles = tuple(person.handle for person in could_be)
        words = f"{talk.kind} with {names}" + (f": {talk.text}" if talk.text else "")
        reason = f"import {self.source}: {either(handles[:8])}"
        item = NewInboxItem(self.clock.stamp, self.clock.zone, talk.on, words, reason)
        self.importer.add_origin(self.source, talk.key, dumped(told), inbox=self.importer.inbox(item))
        self.ledger.doubted(self.ledger.contacts, Doubt(talk.where, names, handles, doubtful[0].doubt))


def told_of(talk: Talk, unknown: list[list[str]]) -> Said:
    """What a contact says, and whom of its people the journal does not know."""
    values = {name: plain(getattr(talk, name)) for name in TOLD}
    values["unknown"] = unknown
    values["people"] = [list(mention) for mention in talk.people]
    return {name: value for name, value in values.items() if value}


def told_again(text: str, *, key: str) -> Talk:
    """The contact that was remembered as text, without its people."""
    values = {name: value for name, value in json.loads(text).items() if name in TOLD}
    values["on"] = date.fromisoformat(values["on"])
    if "at" in values:
        values["at"] = datetime.fromisoformat(values["at"])
    return Talk(**{**values, "key": key, "where": "the inbox", "people": ()})


def plain(value: Any) -> Any:  # noqa: ANN401 (any field)
    """Days and instants as ISO text."""
    return value.isoformat() if isinstance(value, date) else value


def columns_of(talk: Talk, changed: Mapping[str, Any], clock: Clock) -> dict[str, Any]:
    """The columns of an interaction for what its source changed."""
    columns = {name: getattr(talk, name) for name in changed if name not in ("on", "at")}
    if {"on", "at"} & changed.keys():
        columns |= {"on_day": talk.on, "at": utc_text(talk.at) if talk.at else clock.instant(talk.on, None)}
    if "kind" in changed:
        columns["depth"] = kind_named(talk.kind).depth.value
    return columns


def dumped(told: Said) -> str:
    """What was told, as text."""
    return json.dumps(told, ensure_ascii=False)


def key_of(talk: Talk) -> str:
    """A key for a contact whose source has none: a hash of what tells it from others."""
    told = [plain(talk.on), plain(talk.at), talk.kind, talk.text, sorted(talk.people)]
    return f"is:{hashed(told)}"


def card_of(mention: Mention) -> Card | None:
    """A card for somebody who is only mentioned; None when there is nothing to call them."""
    sort = "email" if "@" in mention.address else "url" if "/" in mention.address else "phone"
    name = mention.name or mention.address.partition("@")[0]
    ways = ((sort, mention.address),) if mention.address else ()
    return Card(f"seen:{mention.address or mention.name}", "", name, contacts=ways) if name else None


def tidied_talk(talk: Talk) -> Talk:
    """The contact with every value fit to be stored; raises UsageProblem when its day is out of range."""
    if not is_in_range(talk.on):
        raise UsageProblem(f"{talk.on.isoformat()} is out of range")
    minutes = talk.minutes if talk.minutes is not None and 0 <= talk.minutes <= LONGEST_MINUTES else None
    return talk._replace(
        kind=kind_slug(talk.kind),
        text=sound(talk.text).strip()[:LONGEST_TEXT],
        direction=Direction(talk.direction).value,
        minutes=minutes,
        place=sound(talk.place or "").strip()[:LONGEST_FIELD] or None,
        tags=tuple(dict.fromkeys(tag_slug(tag) for tag in talk.tags)),
    )
