"""Introductions on a terminal: who to whom, where each stands, and what comes next."""

from rich.text import Text

from netlog.domain.views_introductions import IntroductionLine, Introductions
from netlog.render.page import Block, Page
from netlog.render.phrases import count
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of

NOBODY = "No introduction is open."
BEGIN = 'netlog intro A B --why "…" begins one'


def introductions(view: Introductions, page: Page) -> Block:
    """A screenful, with the reason and the next step; how many are closed comes last."""
    are = "is" if view.closed == 1 else "are"
    hidden = f"{view.closed:,} more {are} closed: netlog intro list --all" if view.closed else ""
    closed = page.wrapped(page.words(hidden, "dim")) if hidden else []
    if not view.introductions:
        return [*page.wrapped(page.words(NOBODY)), *(closed or page.wrapped(page.words(BEGIN, "dim")))]
    shown = view.introductions[: page.screenful]
    total = len(view.introductions)
    rows = page.table([_row(line, page) for line in shown])
    return [*part_of(rows, page, held=total, total=total, noun=count(total, "introduction")), *closed]


def _row(line: IntroductionLine, page: Page) -> list[Text]:
    pair = f"{line.name} to {line.other_name}"
    parts = [line.stands, f"next: {line.then}" if line.then else ""]
    account = page.dotted([page.words(part) for part in parts if part])
    said = [part for part in (line.why, line.outcome) if part]
    for part in said:
        account = account + Text("\n") + page.lines(part, "dim")
    return [page.words(f"#{line.id}", "dim"), page.words(pair, "bold"), account]


draw.register(Introductions, introductions)
