"""Answers as tab-separated rows for pipes: every row, no header, dates in ISO 8601, nothing cut.

`COLUMNS` names the cells of every sort of row. Where an answer holds one sort of row, the cells stand alone;
where it holds several, the first cell says which sort it is. A cell of what is not known is empty, a list is
joined with commas, and a tab or newline inside a value is a space. Receipts are sentences, one a line.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import singledispatch
from typing import TextIO

from netlog.domain.views import (
    Dossier,
    DueItem,
    Found,
    History,
    Inbox,
    Morning,
    Options,
    PeopleList,
    Stats,
    Text,
    TieState,
    Value,
    Why,
)
from netlog.render import is_learned
from netlog.render.columns import COLUMNS
from netlog.render.encoding import encoding_of, lossless
from netlog.render.safe import safe
from netlog.render.sentences import sentences

PLACES = 4
BREAK = re.compile(r"\r?\n|\t")
TIE = (
    "handle",
    "name",
    "tier",
    "state",
    "due_on",
    "overdue_ratio",
    "warmth",
    "rhythm_days",
    "p_30",
    "priority",
)
PERSON = (
    "company",
    "role",
    "place",
    "met",
    "met_on",
    "via",
    "event",
    "birthday",
    "cadence",
    "is_kin",
    "snoozed_until",
    "paused_on",
    "ended_on",
    "ended_why",
    "contacts",
    "first_on",
    "last_on",
    "started_by_me",
    "started_by_them",
    "timeline_total",
    "promises_kept_by_me",
    "promises_kept_by_them",
)
MANY = {
    "aliases": "alias",
    "emails": "email",
    "phones": "phone",
    "urls": "url",
    "tags": "tag",
    "can": "can",
    "wants": "wants",
    "introduced_me_to": "introduced_me_to",
}
NETWORK = ("person", "people", "interactions", "first_on", "started_by_me", "started_by_them", "mutual")

Row = Sequence[object]


def show(view: object, *, stream: TextIO) -> None:
    """Write one answer as rows."""
    text = view.text if isinstance(view, Text) else "".join(f"{line(row)}\n" for row in rows(view))
    stream.write(lossless(text, encoding_of(stream)))


def line(row: Row) -> str:
    """One row, its cells parted by tabs."""
    return "\t".join(cell(item) for item in row)


def cell(item: object) -> str:
    """One value as a cell without tabs and newlines."""
    if isinstance(item, str):
        return safe(BREAK.sub(" ", item))
    if item is None:
        return ""
    if isinstance(item, bool):
        return "yes" if item else "no"
    if isinstance(item, float):
        return str(round(item, PLACES) + 0.0) if math.isfinite(item) else ""
    if isinstance(item, tuple):
        return ",".join(cell(part) for part in item)
    return item.isoformat() if isinstance(item, date) else str(item)


@singledispatch
def rows(view: object) -> Iterable[Row]:
    """The answer row by row; what is no view is a receipt, and its sentences are its rows."""
    if is_learned(view, "plain"):
        return rows(view)
    return [(sentence.text,) for sentence in sentences(view)]


def morning(view: Morning) -> Iterator[Row]:
    """What is open, then one row per suggestion, the parts being `today`, `if_time` and `reconnect`; last a pause."""
    yield from (("open", *loop) for loop in view.loops)
    yield from (_due("today", item) for item in view.first)
    yield from (_due("if_time", item) for item in view.if_time)
    if view.reconnect:
        yield _due("reconnect", view.reconnect)
    if view.pause:
        yield "pause", *view.pause


def _due(part: str, item: DueItem) -> Row:
    tie = item.tie
    when = (tie.due_on, item.last_on, tie.overdue_ratio)
    return part, item.section, tie.handle, tie.name, *when, tie.reason, item.topic


def why(view: Why) -> Iterator[Row]:
    """The tie field by field, then the terms, then what would change it."""
    yield from _tie(view.tie)
    yield "section", view.section
    yield "rank", view.rank
    yield from (("term", term.name, term.value, term.detail) for term in view.terms)
    yield from (("what_if", words) for words in view.what_if)


def _tie(tie: TieState) -> Iterator[Row]:
    yield from ((name, getattr(tie, name)) for name in TIE)
    yield "reason", tie.reason


def dossier(view: Dossier) -> Iterator[Row]:
    """The person field by field, one row per address, tag and topic, then facts and the timeline."""
    yield from _tie(view.tie)
    yield from ((name, getattr(view, name)) for name in PERSON)
    for name, word in MANY.items():
        yield from ((word, item) for item in getattr(view, name))
    yield from (("fact", fact.id, fact.on, fact.text) for fact in view.facts)
    yield from (
        ("introduction", each.id, each.handle, each.state, each.made_on, each.stands, each.why, each.outcome)
        for each in view.introductions
    )
    yield from (("exchange", one.id, one.on, one.flow, one.text, one.answered_on) for one in view.exchanges)
    yield from (("flow", *flow) for flow in view.flows)
    yield from (("promise", each.id, each.side, each.due_on, each.text) for each in view.promises)
    yield from (
        (
            "mentorship",
            *(each.id, each.role, each.every_days, each.until_on),
            tuple(goal.text for goal in each.goals if goal.reached_on is None),
            tuple(item.text for item in each.agenda),
        )
        for each in view.mentorships
    )
    yield from (
        ("entry", entry.id, entry.on, entry.kind, entry.direction, entry.handles, entry.text) for entry in view.timeline
    )


def people_list(view: PeopleList) -> Iterator[Row]:
    """One row per person."""
    names = COLUMNS["people_list"]
    return ([getattr(person, name) for name in names] for person in view.people)


def found(view: Found) -> Iterator[Row]:
    """One row per hit, best first."""
    return ((hit.source, hit.id, hit.on, hit.kind, hit.handles, hit.snippet) for hit in view.hits)


def inbox(view: Inbox) -> Iterator[Row]:
    """One row per note."""
    return ((item.id, item.on, item.reason, item.text) for item in view.items)


def history(view: History) -> Iterator[Row]:
    """One row per operation, newest first."""
    return ((done.id, done.at, done.on, done.command, done.is_undone, done.words) for done in view.operations)


def stats(view: Stats) -> Iterator[Row]:
    """The network field by field, then months, days, kinds and tiers; no row for what is too little data."""
    yield from ((name, getattr(view, name)) for name in NETWORK)
    yield from (("month", month.month, month.interactions, month.people) for month in view.months)
    yield from (("day", on, number) for on, number in view.days)
    yield from (("kind", kind, number) for kind, number in view.kinds)
    for tier in view.tiers:
        yield (
            "tier",
            tier.tier,
            tier.target_days,
            tier.people,
            tier.warm,
            tier.due,
            tier.drifting,
            tier.dormant,
        )
    if view.concentration:
        yield "concentration", *view.concentration
    if view.answered:
        yield "answered", *view.answered
    if view.introduced:
        yield "introduced", *view.introduced
    if view.became_ties:
        yield "became_ties", *view.became_ties
    if view.pace is not None:
        yield "pace", view.pace
    yield from (("forecast", *row) for row in view.held or ())
    yield from (("promises", *each) for each in view.promises)


def value(view: Value) -> Iterator[Row]:
    """The value, and nothing else."""
    yield (view.value,)


def options(view: Options) -> Iterator[Row]:
    """One row per option; the file is named by `--json`."""
    return ((option.name, option.value, option.default, option.source, option.help) for option in view.options)


rows.register(Morning, morning)
rows.register(Why, why)
rows.register(Dossier, dossier)
rows.register(PeopleList, people_list)
rows.register(Found, found)
rows.register(Inbox, inbox)
rows.register(History, history)
rows.register(Stats, stats)
rows.register(Options, options)
rows.register(Value, value)
