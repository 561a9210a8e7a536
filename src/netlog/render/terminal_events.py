"""Events on a terminal: who was there, what was promised, and when to write to whom."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from rich.text import Text

from netlog.domain.views_events import Attendee, EventEnd, EventLine, EventPromise, Events, EventSheet
from netlog.render.page import Block, Page
from netlog.render.phrases import count, day, listed, people
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of

SIDES = {"mine": "you promised", "theirs": "they promised"}
NONE = "No event yet: netlog event start NAME"
WORDLESS = "nothing written yet"


def sheet(view: EventSheet, page: Page) -> Block:
    """The event, its people, and what was promised there."""
    return [*_title(view.name, list(_about(view)), page), *_met(view.people, view.today, page), *_promised(view, page)]


def _about(view: EventSheet) -> Iterator[str]:
    yield "" if view.state == "past" else view.state
    if view.opened_on:
        until = f" to {day(view.closed_on, view.today)}" if view.closed_on not in (None, view.opened_on) else ""
        yield day(view.opened_on, view.today) + until
    else:
        yield day(view.held_on, view.today)
    yield view.place or ""
    yield from (f"+{tag}" for tag in view.tags)
    yield people(len(view.people))


def _title(name: str, parts: Sequence[str], page: Page) -> Block:
    return page.wrapped(page.dotted([page.words(name, "bold"), *(page.words(part) for part in parts if part)]), hang=2)


def _met(everybody: Sequence[Attendee], today: date, page: Page) -> Block:
    rows = page.table([_person(each, today, page) for each in everybody])
    return [*page.heading("people"), *chain.from_iterable(rows)] if rows else []


def _person(each: Attendee, today: date, page: Page) -> list[Text]:
    sort = "follow up" if each.is_new else "check in"
    when = f"{sort} {day(each.next_on, today)}" if each.next_on else "not nudged"
    parts = [page.words(f"{when}{', put off' if each.is_put_off else ''}")]
    if not each.has_words:
        parts.append(page.words(WORDLESS, "dim"))
    return [page.words(each.name, "bold"), page.words(each.handle, "dim"), page.dotted(parts)]


def _promised(view: EventSheet | EventEnd, page: Page) -> Block:
    rows = page.table([_promise(each, view.today, page) for each in view.promises])
    return [*page.heading("promised there"), *chain.from_iterable(rows)] if rows else []


def _promise(each: EventPromise, today: date, page: Page) -> list[Text]:
    by = [page.words(f"by {day(each.due_on, today)}")] if each.due_on else []
    words = page.dotted([page.lines(each.text), *by])
    return [page.words(SIDES.get(each.side, each.side), "cyan"), page.words(each.name, "bold"), words]


def end(view: EventEnd, page: Page) -> Block:
    """Who was there with the days of their follow-ups, whom nothing is written of, and how to store the days."""
    parts = ["ended" if view.opened_on == view.closed_on else f"{day(view.opened_on, view.today)} to"]
    days = f"{' '.join(parts)} {day(view.closed_on, view.today)}"
    return [
        *_title(view.name, [days, people(len(view.people))], page),
        *_met(view.people, view.today, page),
        *_promised(view, page),
        *_advice(view, page),
    ]


def _advice(view: EventEnd, page: Page) -> Block:
    silent = [each.name for each in view.people if not each.has_words]
    off = sum(each.is_put_off for each in view.people)
    spread = f"{count(off, 'follow-up')} put off, at most {view.per_day} a day"
    lines = [
        f"write a line while you remember: {listed(silent)}" if silent else "",
        f"{spread}{': stored' if view.is_stored else f' · store that with: netlog event end {view.slug} --apply'}"
        if off
        else "",
    ]
    blocks = [page.wrapped(page.words(line, "dim"), hang=2) for line in lines if line]
    return [*page.heading("next"), *chain.from_iterable(blocks)] if blocks else []


def events(view: Events, page: Page) -> Block:
    """A screenful of events, the newest first."""
    if not view.events:
        return page.wrapped(page.words(NONE))
    shown = page.table([_line(each, view, page) for each in view.events[: page.screenful]])
    total = len(view.events)
    return part_of(shown, page, held=total, total=total, noun=count(total, "event"))


def _line(each: EventLine, view: Events, page: Page) -> list[Text]:
    state = "" if each.state == "past" else each.state
    counts = f"{people(each.people)} met, {count(each.contacts, 'contact')}"
    parts = [state, counts, each.place or "", " ".join(f"+{tag}" for tag in each.tags)]
    about = page.dotted([page.words(part) for part in parts if part])
    return [page.words(day(each.held_on, view.today)), page.words(each.name, "bold"), about]


draw.register(EventSheet, sheet)
draw.register(EventEnd, end)
draw.register(Events, events)
