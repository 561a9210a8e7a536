"""Promises on a terminal: what I said I would do, then what they said."""

from collections.abc import Mapping

from rich.text import Text

from netlog.domain.promises import MINE, THEIRS, moved, standing
from netlog.domain.views_promises import Promise, PromiseList
from netlog.render.page import Block, Page
from netlog.render.phrases import count
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of

HEADINGS: Mapping[str, str] = {MINE: "you promised", THEIRS: "they promised"}
CLOSED = "closed"


def promise_list(view: PromiseList, page: Page) -> Block:
    """The open ones of each side, then the closed ones; how to close one comes last."""
    if not view.promises:
        return [page.words("Nothing is promised.")]
    rows = page.table([_row(promise, view, page) for promise in view.promises])
    titles = [_title(promise) for promise in view.promises]
    blocks = [
        [*(page.heading(title) if title not in titles[:at] else []), *rows[at]] for at, title in enumerate(titles)
    ]
    total = len(view.promises)
    lines = part_of(blocks, page, held=total, total=total, noun=count(total, "promise"))
    return [*lines[1:], *_how(view, page)]


def _title(promise: Promise) -> str:
    return _whose(promise) if promise.outcome is None else CLOSED


def _whose(promise: Promise) -> str:
    return HEADINGS.get(promise.side, promise.side)


def _row(promise: Promise, view: PromiseList, page: Page) -> list[Text]:
    whose = _whose(promise) if promise.outcome is not None else ""
    said = [whose, standing(promise, view.today), moved(promise)]
    parts = [page.lines(promise.text), *map(page.words, said)]
    return [page.words(str(promise.id), "bold"), page.words(promise.name, "bold"), page.dotted(parts)]


def _how(view: PromiseList, page: Page) -> Block:
    still = next((promise for promise in view.promises if promise.outcome is None), None)
    if still is None:
        return []
    words = f"when one is done: netlog keep {still.id} · to move it: netlog postpone {still.id} 2w"
    return page.wrapped(page.words(words, "dim"), hang=2)


draw.register(PromiseList, promise_list)
