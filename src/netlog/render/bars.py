"""Numbers beside bars of their length."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from netlog.render.page import GAP, INDENT, Block, Page

LONGEST = 40
SHORTEST = 8


class Bar(NamedTuple):
    """A label, a number, and what else there is to say."""

    label: str
    number: float
    note: str = ""


def bars(given: Iterable[Bar], page: Page, *, places: int = 0) -> Block:
    """Each on a line, the numbers with so many decimals."""
    if not (rows := list(given)):
        return []
    most = max(row.number for row in rows)
    digits = max(len(f"{row.number:,.{places}f}") for row in rows)
    labels = [page.words(row.label) for row in rows]
    numbers = [page.words(f"{row.number:>{digits},.{places}f}", "bold") for row in rows]
    notes = [page.words(row.note, "dim") for row in rows]
    taken = sum(max(cell.cell_len for cell in column) for column in (labels, numbers, notes))
    ink = "█" if page.can_draw("█") else "#"
    full = min(LONGEST, max(SHORTEST, page.width - INDENT - 3 * GAP - taken))
    drawn = [page.words(ink * length(row.number, most, full), "cyan") for row in rows]
    return list(chain.from_iterable(page.table(list(zip(labels, numbers, drawn, notes, strict=True)))))


def length(number: float, most: float, full: int) -> int:
    """How long the bar of a number is; what is more than nothing can be seen."""
    return max(1, round(full * number / most)) if number > 0 else 0
