"""A dossier on a terminal: the facts, what is open, the timeline."""

from collections.abc import Iterator
from itertools import chain

from rich.text import Text

from netlog.domain.private import told
from netlog.domain.promises import MINE, THEIRS, line
from netlog.domain.views import Entry, Fact
from netlog.domain.views_dossier import Dossier
from netlog.domain.views_introductions import Introduced
from netlog.render import terminal_cycles
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import birthday, count, dated, day, listed
from netlog.render.terminal import draw
from netlog.render.terminal_help import section
from netlog.render.terminal_people import STATES, tag_words, work

WAYS = {
    ("message", "out"): "sent",
    ("message", "in"): "received",
    ("touch", "out"): "by you",
    ("touch", "in"): "by them",
}
"""Who started it, where that says something: two people who met did so together."""


def dossier(view: Dossier, page: Page) -> Block:
    """Who it is, where the tie stands, what is known, and what happened, newest first."""
    title = page.words(view.tie.name, "bold") + page.words(f" ({view.tie.handle})", "dim")
    family = "family" if view.is_kin else ""
    known = (work(view.role, view.company), view.place, family, tag_words(view.tags))
    about = page.dotted([page.words(part) for part in known if part])
    rows = [[page.words(label, "dim"), text] for label, text in _known(view, page) if text]
    return [
        *page.wrapped(title),
        *(page.wrapped(about, hang=2) if about else []),
        BLANK,
        *chain.from_iterable(page.table(rows)),
        *_facts(view, page),
        *_introductions(view, page),
        *section(view.exchanges, view.flows, page, today=view.today),
        *_promises(view, page),
        *terminal_cycles.section(view.mentorships, page, today=view.today),
        *_timeline(view, page),
    ]


def _known(view: Dossier, page: Page) -> Iterator[tuple[str, Text]]:
    yield "tie", _tie(view, page)
    yield from ((label, page.words(words, "bold")) for label, words in _rests(view))
    yield from ((label, page.words(words)) for label, words in _contacts(view))
    yield "met", _met(view, page)
    yield "introduced you to", page.words(listed(view.introduced_me_to) if view.introduced_me_to else "")
    yield "promises kept", page.words(_kept(view))
    yield "birthday", page.words(birthday(view.birthday or ""))
    yield "email", page.words(", ".join(view.emails))
    yield "phone", page.words(", ".join(view.phones))
    yield "web", page.words(", ".join(view.urls))
    yield "also called", page.words(", ".join(view.aliases))
    yield "can help with", page.words(", ".join(view.can))
    yield "looks for", page.words(", ".join(view.wants))


def _tie(view: Dossier, page: Page) -> Text:
    state = page.words("" if view.tie.state == "due" else view.tie.state, STATES.get(view.tie.state, ""))
    due = f"due {dated(view.tie.due_on, view.today)}" if view.tie.due_on else "not nudged"
    return page.dotted([state, page.words(view.cadence), page.words(due)])


def _rests(view: Dossier) -> Iterator[tuple[str, str]]:
    if view.snoozed_until:
        yield "snoozed", f"until {day(view.snoozed_until, view.today)}"
    if view.paused_on:
        yield "paused", f"since {day(view.paused_on, view.today)}"
    if view.ended_on:
        reason = f" · {view.ended_why}" if view.ended_why else ""
        yield "let go", f"{day(view.ended_on, view.today)}{reason}"


def _contacts(view: Dossier) -> Iterator[tuple[str, str]]:
    since = f" since {day(view.first_on, view.today)}" if view.first_on else ""
    yield "contacts", f"{view.contacts:,}{since}" if view.contacts else "none yet"
    if view.last_on:
        yield "last", dated(view.last_on, view.today)
    if view.started_by_me or view.started_by_them:
        yield "who started", f"you {view.started_by_me:,} · they {view.started_by_them:,}"


def _met(view: Dossier, page: Page) -> Text:
    when = dated(view.met_on, view.today) if view.met_on else ""
    via = f"through {view.via}" if view.via else ""
    event = view.event if view.event != view.met else ""
    return page.dotted([page.words(part) for part in (view.met, event, when, via) if part])


def _facts(view: Dossier, page: Page) -> Block:
    rows = [[page.words(day(fact.on, view.today)), _fact(fact, page)] for fact in view.facts]
    rows += [[page.words(""), _hidden(view, page)]] if view.private_facts else []
    return [*page.heading("facts"), *chain.from_iterable(page.table(rows))] if rows else []


def _fact(fact: Fact, page: Page) -> Text:
    return page.dotted([page.lines(fact.text), page.words("private" if fact.is_private else "", "dim")])


def _hidden(view: Dossier, page: Page) -> Text:
    return page.words(f"{count(view.private_facts, 'private fact')}: netlog show {view.tie.handle} --private", "dim")


def _introductions(view: Dossier, page: Page) -> Block:
    rows = [[page.words(each.stands), _introduced(each, view, page)] for each in view.introductions]
    return [*page.heading("introductions"), *chain.from_iterable(page.table(rows))] if rows else []


def _introduced(each: Introduced, view: Dossier, page: Page) -> Text:
    made = f", made on {day(each.made_on, view.today)}" if each.made_on else ""
    said = (page.lines(part, "dim") for part in (each.why, each.outcome or "") if part)
    return page.dotted([page.words(f"to {each.name}{made}"), *said])


def _promises(view: Dossier, page: Page) -> Block:
    whose = {MINE: "you promised", THEIRS: "they promised"}
    rows = [
        [
            page.words(str(each.id), "dim"),
            page.words(whose.get(each.side, each.side)),
            page.lines(line(each, view.today)),
        ]
        for each in view.promises
    ]
    return [*page.heading("promises"), *chain.from_iterable(page.table(rows))] if rows else []


def _kept(view: Dossier) -> str:
    mine, theirs = view.promises_kept_by_me, view.promises_kept_by_them
    return f"you {mine:,} · they {theirs:,}" if mine or theirs else ""


def _timeline(view: Dossier, page: Page) -> Block:
    if not view.timeline:
        return []
    rows = page.table([_entry(entry, view, page) for entry in view.timeline])
    part = f"{len(view.timeline):,} of {view.timeline_total:,}"
    more = [BLANK, page.words(part, "dim")] if view.timeline_total > len(view.timeline) else []
    return [*page.heading("timeline"), *chain.from_iterable(rows), *more]


def _entry(entry: Entry, view: Dossier, page: Page) -> list[Text]:
    kind = f"{entry.kind} {WAYS.get((entry.depth, entry.direction), '')}".rstrip()
    account = page.dotted(
        [
            page.lines(told(entry.text, is_private=entry.is_private)),
            *(page.words(part, "dim") for part in _details(entry, view)),
        ]
    )
    number = page.words(f"#{entry.id}", "dim")
    return [number, page.words(day(entry.on, view.today)), page.words(kind), account]


def _details(entry: Entry, view: Dossier) -> Iterator[str]:
    others = [name for handle, name in zip(entry.handles, entry.people, strict=False) if handle != view.tie.handle]
    if others:
        yield f"with {listed(others)}"
    if entry.minutes is not None:
        yield count(entry.minutes, "minute")
    if entry.is_private and entry.text:
        yield "private"
    if entry.counts is not None:
        yield f"counts {entry.counts * 100:.0f} %"
    yield from (part for part in (entry.place, entry.event, tag_words(entry.tags)) if part)


draw.register(Dossier, dossier)
