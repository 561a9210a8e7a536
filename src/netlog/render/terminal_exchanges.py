"""Help that flowed between people, in words."""

from datetime import date

from rich.text import Text

from netlog.domain.exchanges import counted
from netlog.domain.views_exchanges import Exchange, Exchanges
from netlog.render.page import Block, Page
from netlog.render.phrases import count
from netlog.render.terminal import draw
from netlog.render.terminal_help import line
from netlog.render.terminal_lists import part_of


def exchanges(view: Exchanges, page: Page) -> Block:
    """What was given, got and asked for, newest first; how often each comes last."""
    whom = f" between you and {view.person}" if view.person else ""
    if not view.exchanges:
        return page.wrapped(page.words(f"No help was given, got or asked for yet{whom}."))
    blocks = page.table([_with_name(each, view.today, page) for each in view.exchanges[: page.screenful]])
    total = len(view.exchanges)
    noun = count(total, "exchange")
    return [
        *part_of(blocks, page, held=total, total=total, noun=noun),
        *page.wrapped(page.words(counted(view.flows), "dim")),
    ]


def _with_name(each: Exchange, today: date, page: Page) -> list[Text]:
    number, on, way, what = line(each, today, page)
    return [number, on, way, page.words(each.name, "bold"), what]


draw.register(Exchanges, exchanges)
