"""Help that flowed, line by line: a part of a dossier, and of the list."""

from collections.abc import Sequence
from datetime import date
from itertools import chain

from rich.text import Text

from netlog.domain.exchanges import counted, flow_words, is_open
from netlog.domain.views_exchanges import Exchange
from netlog.render.page import Block, Page
from netlog.render.phrases import day


def section(some: Sequence[Exchange], flows: Sequence[tuple[str, int]], page: Page, *, today: date) -> Block:
    """The part of a dossier: how often help flowed each way, and the newest few."""
    if not flows:
        return []
    rows = page.table([line(each, today, page) for each in some])
    sums = page.wrapped(page.words(counted(flows), "dim"), indent=2) if sum(n for _, n in flows) > 1 else []
    return [*page.heading("help"), *chain.from_iterable(rows), *sums]


def line(each: Exchange, today: date, page: Page) -> list[Text]:
    """Number, day, way and words of one exchange."""
    number = page.words(f"#{each.id}", "dim")
    return [number, page.words(day(each.on, today)), page.words(flow_words(each.flow)), _what(each, today, page)]


def _what(each: Exchange, today: date, page: Page) -> Text:
    if is_open(each.flow, each.answered_on):
        return page.dotted([page.lines(each.text), page.words(f"open: netlog answer {each.id}", "bold")])
    answered = f"answered {day(each.answered_on, today)}" if each.answered_on else ""
    return page.dotted([part for part in (page.lines(each.text), page.words(answered, "dim")) if part])
