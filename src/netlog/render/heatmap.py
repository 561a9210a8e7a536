"""A map of days: weeks as columns, weekdays as rows, five levels told apart without colour."""

from collections.abc import Mapping, Sequence
from datetime import date

from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import MONTHS, WEEKDAYS

LEVELS, PLAIN_LEVELS = "·░▒▓█", ".-+*#"
MEANINGS = ("none", "1", "2", "3 or 4", "5 or more")
LEVEL_FROM = (1, 2, 3, 5)
MARGIN = 2 + 3 + 2
LABEL = 4
YEAR, HALF = 52, 26


def heatmap(counts: Mapping[date, int], page: Page, *, today: date) -> Block:
    """The last year, or half of it on a narrow page, with a line that explains the levels."""
    room = page.width - MARGIN
    weeks = YEAR if room >= YEAR else HALF
    cell = 2 if room >= 2 * weeks else 1
    glyphs = LEVELS if page.can_draw(LEVELS) else PLAIN_LEVELS
    monday = today.toordinal() - today.weekday()
    mondays = range(monday - 7 * (weeks - 1), monday + 1, 7)
    by_day = {on.toordinal(): number for on, number in counts.items()}
    rows = [_row(weekday, mondays, by_day, glyphs=glyphs, cell=cell, today=today) for weekday in range(7)]
    legend = "  ".join(f"{glyph} {meaning}" for glyph, meaning in zip(glyphs, MEANINGS, strict=True))
    titles = page.words(" " * MARGIN + _titles(mondays, cell), "dim")
    return [
        titles,
        *(page.words(row) for row in rows),
        BLANK,
        *page.wrapped(page.words(legend, "dim"), indent=2),
    ]


def _row(weekday: int, mondays: range, counts: Mapping[int, int], *, glyphs: str, cell: int, today: date) -> str:
    days = [monday + weekday for monday in mondays if monday + weekday <= today.toordinal()]
    drawn = "".join(glyphs[level(counts.get(on, 0))].ljust(cell) for on in days)
    return f"  {WEEKDAYS[weekday]}  {drawn}".rstrip()


def level(number: int) -> int:
    """Which of the five levels a count has: 0, 1, 2, 3 to 4, or 5 and more."""
    return sum(number >= least for least in LEVEL_FROM)


def _titles(mondays: Sequence[int], cell: int) -> str:
    months = [date.fromordinal(max(1, monday)).month for monday in mondays]
    starts = [week for week in range(len(months)) if week == 0 or months[week] != months[week - 1]]
    if len(starts) > 1 and starts[1] * cell < LABEL:
        del starts[0]
    line = ""
    for week in starts:
        line = line.ljust(week * cell) + MONTHS[months[week] - 1]
    return line
