"""Seasons on a terminal."""

from itertools import chain

from rich.text import Text

from netlog.domain.views_seasons import Seasons, SeasonView
from netlog.render.page import Block, Page
from netlog.render.phrases import day, people
from netlog.render.terminal import draw

NONE = "No season yet. Begin one: netlog season start hiring --boost tag:engineer --until 30-jun"


def seasons(view: Seasons, page: Page) -> Block:
    """One line a season, those that run first."""
    if not view.seasons:
        return page.wrapped(page.words(NONE))
    return list(chain.from_iterable(page.table([_season(each, view, page) for each in view.seasons])))


def _season(each: SeasonView, view: Seasons, page: Page) -> list[Text]:
    style = "bold" if each.is_running else "dim"
    until = "until" if each.until_on > view.today else "over since"
    return [
        page.words(each.name, style),
        page.words(f"x {each.factor:g}"),
        page.words(each.boost),
        page.dotted(
            [
                page.words(people(each.people)),
                page.words(f"since {day(each.since_on, view.today)}", "dim"),
                page.words(f"{until} {day(each.until_on, view.today)}"),
            ]
        ),
    ]


draw.register(Seasons, seasons)
