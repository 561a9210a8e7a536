"""Lists: what a search found, the inbox, the history and the configuration."""

from collections.abc import Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.views import Done, Found, History, Hit, Inbox, Option, Options
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import count, day, listed

RAN_OUT = "only the newest were weighed, for the words are common: another word or a filter narrows it"


def part_of(blocks: Sequence[Block], page: Page, *, held: int, total: int, noun: str) -> Block:
    """As many blocks as fill a screen, at least one, and how many of the total they are.

    `held` is how many the view has, and so a pipe would show.
    """
    shown, room = 0, page.screenful
    for block in blocks:
        room -= len(block)
        if room < 0 and shown:
            break
        shown += 1
    words = f"{shown:,} of {total:,}" if shown < total else noun
    hint = " · to see all, add: | less" if shown < held else ""
    return [*chain.from_iterable(blocks[:shown]), BLANK, *page.wrapped(page.words(words + hint, "dim"))]


def found(view: Found, page: Page) -> Block:
    """The places where the words were found, emphasised."""
    partial = page.wrapped(page.words(RAN_OUT, "bold")) if view.is_partial else []
    if not view.hits:
        return [*page.wrapped(page.words(f"Nothing found for “{view.query}”.")), *partial]
    rows = page.table([_hit(hit, view, page) for hit in view.hits[: page.screenful]])
    noun = count(view.total, "hit")
    return [*part_of(rows, page, held=len(view.hits), total=view.total, noun=noun), *partial]


def _hit(hit: Hit, view: Found, page: Page) -> list[Text]:
    number = f"#{hit.id}" if hit.source == "entry" else ""
    sort = f"inbox {hit.id}" if hit.source == "inbox" else hit.kind or hit.source
    return [
        page.words(number, "dim"),
        page.words(day(hit.on, view.today) if hit.on else ""),
        page.words(sort),
        page.words(listed(hit.people), "bold"),
        _marked(hit, page),
    ]


def _marked(hit: Hit, page: Page) -> Text:
    text, position = Text(), 0
    for start, end in sorted(hit.marks):
        begin = max(start, position)
        if end > begin:
            text += page.words(hit.snippet[position:begin]) + page.words(hit.snippet[begin:end], "bold")
            position = end
    return text + page.words(hit.snippet[position:])


def inbox(view: Inbox, page: Page) -> Block:
    """Notes that wait, with what could not be settled."""
    if not view.items:
        return [page.words("The inbox is empty.")]
    rows = [
        [
            page.words(str(item.id), "bold"),
            page.words(day(item.on, view.today)),
            page.lines(item.text) + Text("\n") + page.words(item.reason, "dim"),
        ]
        for item in view.items[: page.screenful]
    ]
    total = len(view.items)
    settle = page.wrapped(page.words(f"settle one with: netlog inbox settle {view.items[0].id}", "dim"))
    return [*part_of(page.table(rows), page, held=total, total=total, noun=count(total, "note")), *settle]


def history(view: History, page: Page) -> Block:
    """What was done; what is undone is struck out and says so."""
    if not view.operations:
        return [page.words("Nothing has been done yet.")]
    rows = page.table([_done(done, view, page) for done in view.operations[: page.screenful]])
    noun = count(view.total, "operation")
    return part_of(rows, page, held=len(view.operations), total=view.total, noun=noun)


def _done(done: Done, view: History, page: Page) -> list[Text]:
    words = page.words(done.words, "dim strike" if done.is_undone else "")
    undone = page.words("undone: ", "dim") if done.is_undone else Text()
    return [page.words(f"#{done.id}", "dim"), page.words(day(done.on, view.today)), undone + words]


def options(view: Options, page: Page) -> Block:
    """Every option with its value, where that comes from, and what it means."""
    rows = page.table([_option(option, page) for option in view.options])
    return [*page.wrapped(page.words(view.path, "dim")), BLANK, *chain.from_iterable(rows)]


def _option(option: Option, page: Page) -> list[Text]:
    source = (
        option.source if option.value == option.default else f"{option.source} (default {option.default or 'empty'})"
    )
    return [
        page.words(option.name, "bold"),
        page.words(option.value),
        page.words(source, "dim"),
        page.words(option.help, "dim"),
    ]
