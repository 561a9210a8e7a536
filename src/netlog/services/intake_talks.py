"""Importing contacts: with people the journal knows, told once, changed where their source changed them."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from netlog.clock import Clock, is_in_range, utc_text
from netlog.domain.interactions import Direction, Worths, kind_named
from netlog.domain.people import Named, check_name
from netlog.domain.views_import import Doubt
from netlog.errors import UsageProblem, either
from netlog.interchange import Card, Mention, Talk
from netlog.ports_interchange import Importer, OriginRow
from netlog.rows import EntryRow, NewInboxItem, NewInteraction
from netlog.services import whose
from netlog.services.cards import Said, field, fitting, hashed, sound, sound_mention, tidied
from netlog.services.checks import LONGEST_MINUTES, LONGEST_TEXT, kind_slug, tag_slug
from netlog.services.intake_cards import CardIntake, Options

REMEMBERED = 50_000
"""Mentions whose people are kept at hand; beyond that they are looked up again."""

WAYS = frozenset(way.value for way in Direction)
MOMENT = frozenset(("on", "at"))
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
        talk = talk._replace(key=self.keys.own(self.source, talk.key or key_of(talk), talk))
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
        if origin:
            self.retell(talk, origin, verdicts, told)
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
            self.met[mention] = verdict if verdict != whose.NOBODY else self.seen(mention)
        return self.met[mention]

    def seen(self, mention: Mention) -> whose.Verdict:
        """Somebody whom nothing but a mention tells of: added before, or now if the user wants them."""
        card = card_of(mention)
        if origin := self.reader.origin(self.source, card.key):
            return whose.Verdict(self.reader.named_by(origin.person_id)) if origin.person_id else whose.NOBODY
        is_wanted = self.options.are_people_added and card.name
        if not is_wanted or self.reader.is_forgotten(f"{self.source} {card.key}"):
            return whose.NOBODY
        person = self.add(tidied(card, source=self.source, today=self.clock.today))
        self.importer.index_names()
        return whose.Verdict(person)

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

    def retell(self, talk: Talk, origin: OriginRow, verdicts: Mapping[Mention, whose.Verdict], told: Said) -> None:
        """A contact told before: what its source changed comes, what the user changed stays."""
        before: Said = json.loads(origin.said)
        # nothing is left of what was told with somebody who was forgotten: it is not told again
        row = self.reader.entry(origin.interaction_id or 0) if before and before != told else None
        changes = changed(before, told, row) if row else set()
        people = newcomers(before, verdicts) - set(row.people) if row else set()
        if not row or not (changes or people):
            self.ledger.contacts["same"] += 1
            return
        if changes:
            self.importer.change_row("interaction", row.entry.id, columns_of(talk, changes, self.clock))
        for person in sorted(people):
            self.importer.add_participant(row.entry.id, person)
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


def newcomers(before: Said, verdicts: Mapping[Mention, whose.Verdict]) -> set[int]:
    """Who is certain by now and was not, or was not named, when the contact was told before."""
    unknown = before.get("unknown", ())
    known = [mention for mention in before["people"] if mention not in unknown]
    return {each.person.id for mention, each in verdicts.items() if each.person and list(mention) not in known}


def changed(before: Said, told: Said, row: EntryRow) -> set[str]:
    """What the source tells otherwise than before, and the user has left as it was told."""
    stored = {name: plain(getattr(row.entry, name)) for name in TOLD if name != "at"} | {"at": row.at}
    was = before | {"at": utc_text(datetime.fromisoformat(before["at"])) if "at" in before else row.at}
    left = {name for name in TOLD if (stored[name] or None) == was.get(name)}
    if not left.issuperset(MOMENT):
        left -= MOMENT
    return {name for name in left if told.get(name) and told[name] != before.get(name)}


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


def columns_of(talk: Talk, names: Collection[str], clock: Clock) -> dict[str, Any]:
    """The columns of an interaction for what its source changed."""
    columns = {name: getattr(talk, name) for name in names if name not in MOMENT}
    if not MOMENT.isdisjoint(names):
        columns |= {"on_day": talk.on, "at": utc_text(talk.at) if talk.at else clock.instant(talk.on, None)}
    if "kind" in names:
        columns["depth"] = kind_named(talk.kind).depth.value
    return columns


def dumped(told: Said) -> str:
    """What was told, as text."""
    return json.dumps(told, ensure_ascii=False)


def key_of(talk: Talk) -> str:
    """A key for a contact whose source has none: a hash of what tells it from others."""
    told = [plain(talk.on), plain(talk.at), talk.kind, talk.text, sorted(talk.people)]
    return f"is:{hashed(told)}"


def card_of(mention: Mention) -> Card:
    """A card for somebody who is only mentioned; without a name when there is nothing to call them."""
    sort = "email" if "@" in mention.address else "url" if "/" in mention.address else "phone"
    name = fitting(check_name, mention.name) or fitting(check_name, mention.address.partition("@")[0])
    ways = ((sort, mention.address),) if mention.address else ()
    return Card(f"seen:{mention.address or mention.name}", "", name or "", contacts=ways)


def tidied_talk(talk: Talk) -> Talk:
    """The contact with every value fit to be stored; raises UsageProblem when its day is out of range."""
    if not is_in_range(talk.on):
        raise UsageProblem(f"{talk.on.isoformat()} is out of range")
    minutes = talk.minutes if talk.minutes is not None and 0 <= talk.minutes <= LONGEST_MINUTES else None
    return talk._replace(
        key=sound(talk.key),
        people=tuple(dict.fromkeys(map(sound_mention, talk.people))),
        kind=kind_slug(talk.kind),
        text=sound(talk.text).strip()[:LONGEST_TEXT],
        direction=talk.direction if talk.direction in WAYS else Direction.MUTUAL.value,
        at=talk.at if talk.at and is_in_range(talk.at.date()) else None,
        minutes=minutes,
        place=field(talk.place or "") or None,
        tags=tuple(dict.fromkeys(slug for tag in talk.tags if (slug := fitting(tag_slug, tag)))),
    )
