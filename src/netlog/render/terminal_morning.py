"""The morning, and the whole account behind one line of it."""

from collections.abc import Iterator
from itertools import chain

from rich.text import Text

from netlog.domain.views import DueItem, Loop, Morning, Why
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import dated, day, day_in_full, people

WORDS = {
    "follow-up": "follow up",
    "fill": "soon",
    "reply": "reply owed",
    "reconnect": "dormant",
}
LOOPS = {
    "promise": "you promised",
    "promised": "they promised",
    "ask": "they asked",
    "introduction": "introduce",
    "thanks": "thank",
    "mentoring": "mentoring",
}
TOPIC = 120
BEGIN = (
    "The journal is empty. Begin with somebody you met lately:",
    '  netlog add "Giulia Rossi" --met "PyCon Italia"',
)


def morning(view: Morning, page: Page) -> Block:
    """The list in its three parts, with one line for the rest; how to begin when there is nobody yet."""
    if not view.people:
        return [line for words in BEGIN for line in page.wrapped(page.words(words), hang=2)]
    woken = (view.reconnect,) if view.reconnect else ()
    parts = {"today": view.first, "if you have time": view.if_time, "worth waking": woken}
    rows = iter(page.table([_row(item, page) for items in parts.values() for item in items]))
    lines = [page.words(day_in_full(view.today), "bold"), *_open(view, page)]
    for title, items in parts.items():
        if items:
            lines += [*page.heading(title), *chain.from_iterable(next(rows) for _ in items)]
    return [*lines, *_footer(view, page)]


def _open(view: Morning, page: Page) -> Block:
    if not view.loops:
        return []
    rows = page.table([_loop(loop, page) for loop in view.loops])
    return [*page.heading("open between you"), *chain.from_iterable(rows)]


def _loop(loop: Loop, page: Page) -> list[Text]:
    word = page.words(LOOPS.get(loop.sort, loop.sort), "cyan")
    return [word, page.words(loop.name, "bold"), page.words(loop.words) + Text("\n") + page.words(loop.how, "dim")]


def _row(item: DueItem, page: Page) -> list[Text]:
    word = page.words(WORDS.get(item.section, item.section), "cyan")
    return [word, page.words(item.tie.name, "bold"), _account(item, page)]


def _account(item: DueItem, page: Page) -> Text:
    reason = page.words(item.tie.reason)
    if not item.topic:
        return reason
    topic = item.topic if len(item.topic) <= TOPIC else f"{item.topic[: TOPIC - 1]}…"
    return reason + Text("\n") + page.words(f"last: {topic}", "dim")


def _footer(view: Morning, page: Page) -> Block:
    more = f"+{view.rest:,} more due · all of them: netlog due --all" if view.rest > 0 else ""
    notes = [words for words in (more, _paused(view)) if words]
    if notes:
        return [BLANK, *chain.from_iterable(page.wrapped(page.words(words, "dim"), hang=2) for words in notes)]
    waiting = view.first or view.if_time or view.reconnect or view.loops
    return [] if waiting else [BLANK, page.words("Nobody is waiting today.")]


def _paused(view: Morning) -> str:
    if view.pause is None:
        return ""
    until, held = view.pause.until_on, view.pause.held
    end = f"until {day(until, view.today)}" if until else "until you resume: netlog resume --everyone"
    return f"paused for everyone {end} · {people(held)} would be due"


def why(view: Why, page: Page) -> Block:
    """Where the tie stands, the terms of the reckoning, and what would change it."""
    return [
        *page.wrapped(page.words(f"why {view.tie.name}", "bold") + page.words(f" ({view.tie.handle})", "dim")),
        *page.wrapped(page.dotted(list(_standing(view, page))), hang=2),
        *page.wrapped(page.words(view.tie.reason), hang=2),
        *_terms(view, page),
        *_what_if(view, page),
    ]


def _standing(view: Why, page: Page) -> Iterator[Text]:
    due = view.tie.due_on
    if view.tie.state != "due":
        yield page.words(view.tie.state)
    yield page.words(f"due {dated(due, view.today)}" if due else "never nudged")
    if view.section is None:
        yield page.words("not on today's list")
    else:
        place = "" if view.rank is None else f", number {view.rank} of {view.rank_of} due"
        yield page.words(WORDS.get(view.section, view.section) + place)


def _terms(view: Why, page: Page) -> Block:
    rows = [
        [page.words(term.name, "dim"), page.words(term.value, "bold"), page.words(term.detail)] for term in view.terms
    ]
    return [*page.heading("the reckoning"), *chain.from_iterable(page.table(rows))] if rows else []


def _what_if(view: Why, page: Page) -> Block:
    lines = [page.wrapped(page.words(words), indent=2, hang=2) for words in view.what_if]
    return [*page.heading("what would change it"), *chain.from_iterable(lines)] if lines else []
