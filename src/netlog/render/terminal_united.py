"""What came of uniting two journals, on a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.views_united import Tally, United
from netlog.render.page import Block, Page
from netlog.render.terminal import draw

NAMES: Mapping[str, str] = {
    "person": "people",
    "interaction": "entries",
    "participant": "people in entries",
    "inbox": "inbox",
    "alias": "aliases",
    "not_same": "known to be two",
    "card_line": "lines of cards",
}
"""What the rows of a table are called, where it is not its name with an s."""


def united(view: United, page: Page) -> Block:
    """What came, changed and went, then what both had changed, what could not be taken in, and how to take it back."""
    news = [tally for tally in view.tallies if tally.new or tally.changed or tally.removed]
    verb = "nothing new in" if not news else "would unite with" if view.is_rehearsal else "united with"
    return [
        *page.wrapped(page.words(f"{verb} {view.source}", "bold"), hang=2),
        *chain.from_iterable(page.table([_tally(tally, page) for tally in news])),
        *_part("both said something else", list(_conflicts(view, page)), page),
        *_part("rejected", [(page.words(each.where), page.words(each.reason)) for each in view.rejected], page),
        *([Text(), *page.wrapped(page.words("netlog undo takes it back", "dim"))] if view.operation else []),
    ]


def _tally(tally: Tally, page: Page) -> list[Text]:
    named = (("new", tally.new), ("changed", tally.changed), ("removed", tally.removed))
    words = " · ".join(f"{number:,} {word}" for word, number in named if number)
    return [page.words(NAMES.get(tally.what, f"{tally.what.replace('_', ' ')}s")), page.words(words)]


def _conflicts(view: United, page: Page) -> Iterator[list[Text]]:
    for each in view.conflicts:
        yield [
            page.words(each.whose),
            page.words(each.what.replace("_", " ")),
            page.words(f"{each.kept}, not {each.dropped}"),
        ]


def _part(title: str, lines: Sequence[Sequence[Text]], page: Page) -> Block:
    return [*page.heading(title), *chain.from_iterable(page.table(lines))] if lines else []


draw.register(United, united)
