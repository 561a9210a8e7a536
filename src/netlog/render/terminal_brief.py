"""Briefs on a terminal, never longer than a screen; and what is known of people, with its age."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.asking import Question
from netlog.domain.private import told
from netlog.domain.views import Entry
from netlog.domain.views_brief import Brief, EventBrief, FactList, KnownFact, OpenLoop
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import count, dated, day, distance, people
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of
from netlog.render.terminal_morning import LOOPS

LINES = 25
"""What a brief may take on a terminal of 80 columns or of any other width."""

LABELS = 15
MOST_LOOPS, MOST_FACTS, MOST_LINES, ASKED_LINES = 5, 4, 4, 2
READ = 1000
"""Letters of a text that can be shown at most."""

STALE = "perhaps out of date"
ASKING = {"ahead": "what came of", "fact": "is it still so", "want": "still looking for", "last": "you spoke of"}

Row = tuple[str, Text]


def brief(view: Brief, page: Page) -> Block:
    """Who it is, the last contacts in the room that the rest leaves, what is open, what is known, what to ask."""
    above = [*_head(view, page), *_lines(_met(view, page), page)]
    below = _lines([*_open(view, page), *_topics(view, page), *_facts(view, page)], page)
    below += _lines(_questions(view, page), page, most=ASKED_LINES)
    room = LINES - len(above) - len(below)
    each = max(1, min(MOST_LINES, room // max(1, len(view.last))))
    return [*above, *_lines(_last(view, page), page, most=each), *below]


def event_brief(view: EventBrief, page: Page) -> Block:
    """Everybody in at most six lines each, the most pressing of each sort."""
    title = page.wrapped(page.words(view.event, "bold") + page.words(f" · {people(len(view.people))}", "dim"))
    blocks = [[BLANK, *_short(person, page)] for person in view.people]
    return [*title, *chain.from_iterable(blocks)]


def _short(view: Brief, page: Page) -> Block:
    name = page.words(view.name, "bold") + page.words(f" ({view.handle})", "dim")
    title = page.dotted([name, *(page.words(part) for part in (_work(view), view.place) if part)])
    rows = [*_last(view, page)[:1], *_open(view, page)[:1], *_topics(view, page), *_questions(view, page)[:1]]
    return [*_cut(title, page.width, page), *_lines(rows, page)]


def _head(view: Brief, page: Page) -> Block:
    title = page.words(view.name, "bold") + page.words(f" ({view.handle})", "dim")
    about = page.dotted([page.words(part) for part in (_work(view), view.place) if part])
    return [*_cut(title, page.width, page), *(_cut(about, page.width, page) if about else [])]


def _work(view: Brief) -> str:
    return " at ".join(part for part in (view.role, view.company) if part)


def _met(view: Brief, page: Page) -> Iterator[Row]:
    via = f"through {view.via}" if view.via else ""
    when = dated(view.met_on, view.today) if view.met_on else ""
    if met := page.dotted([page.words(part) for part in (view.met, via, when) if part]):
        yield "met", met
    if view.birthday_on:
        turns = f"turns {view.turns}" if view.turns else ""
        yield "birthday", page.dotted([page.words(dated(view.birthday_on, view.today), "bold"), page.words(turns)])


def _last(view: Brief, page: Page) -> list[Row]:
    rows = [("", _entry(entry, view, page)) for entry in view.last]
    if not rows:
        return [("last", page.words("no contact yet"))]
    return [(f"last of {view.contacts:,}", rows[0][1]), *rows[1:]]


def _entry(entry: Entry, view: Brief, page: Page) -> Text:
    text = told(entry.text, is_private=entry.is_private)
    is_said = text.casefold().startswith(entry.kind.casefold())
    kind = page.words("" if is_said else entry.kind)
    return page.dotted([page.words(day(entry.on, view.today)), kind, _text(text, page)])


def _open(view: Brief, page: Page) -> list[Row]:
    rows = [(LOOPS.get(loop.sort, loop.sort), _loop(loop, view, page)) for loop in view.loops[:MOST_LOOPS]]
    return [*_without_repeats(rows), *_more(len(view.loops) - MOST_LOOPS, f"show {view.handle}", page)]


def _loop(loop: OpenLoop, view: Brief, page: Page) -> Text:
    when = f"by {day(loop.on, view.today)}" if loop.is_date else f"since {day(loop.on, view.today)}"
    return page.dotted(
        [page.words(when, "bold" if loop.is_date and loop.on < view.today else ""), _text(loop.words, page)]
    )


def _topics(view: Brief, page: Page) -> list[Row]:
    known = (("can help with", view.can), ("looks for", view.wants))
    return [(label, _text(", ".join(words), page)) for label, words in known if words]


def _facts(view: Brief, page: Page) -> list[Row]:
    newest = sorted(view.facts, key=lambda fact: (-fact.known_on.toordinal(), -fact.id))
    rows = [("known", _fact(fact, view, page)) for fact in newest[:MOST_FACTS]]
    return [*_without_repeats(rows), *_more(len(newest) - MOST_FACTS, f"facts {view.handle}", page)]


def _fact(fact: KnownFact, view: Brief, page: Page) -> Text:
    age = page.words(distance(fact.known_on, view.today), "dim")
    return page.dotted([age, page.words(STALE if fact.is_stale else "", "magenta"), _text(fact.text, page)])


def _questions(view: Brief, page: Page) -> list[Row]:
    return _without_repeats([("ask about", _question(each, view, page)) for each in view.questions])


def _question(question: Question, view: Brief, page: Page) -> Text:
    words = page.words(f"{ASKING.get(question.sort, question.sort)}: ") + _text(question.words, page)
    return page.dotted([page.words(day(question.on, view.today), "dim"), words])


def _more(number: int, how: str, page: Page) -> list[Row]:
    return [("", page.words(f"and {number:,} more: netlog {how}", "dim"))] if number > 0 else []


def _without_repeats(rows: Sequence[Row]) -> list[Row]:
    """The rows, a label left out where it is that of the row above."""
    above = ["", *(label for label, _ in rows)]
    return [("" if label == above[place] else label, text) for place, (label, text) in enumerate(rows)]


def _text(text: str, page: Page) -> Text:
    return page.words(" ".join(text[:READ].split()))


def _lines(rows: Iterable[Row], page: Page, *, most: int = 1) -> Block:
    """The rows, each in at most so many lines."""
    return list(chain.from_iterable(_line(row, page, most=most) for row in rows))


def _line(row: Row, page: Page, *, most: int = 1) -> Block:
    """A label beside at most so many lines of text."""
    label, text = row
    margin = min(LABELS, page.width // 3)
    lines = _cut(text, page.width - margin, page, most=most)
    beside = _cut(page.words(label, "dim"), margin - 1, page)
    first = Text().append_text(beside[0] if beside else BLANK)
    first.append(" " * (margin - first.cell_len)).append_text(lines[0])
    return [first, *(Text(" " * margin) + line for line in lines[1:])]


def _cut(text: Text, width: int, page: Page, *, most: int = 1) -> Block:
    """At most so many lines of that width; what is left out is marked at the end."""
    lines = list(text.wrap(page.console, max(1, width), overflow="fold"))
    if len(lines) > most:
        mark = page.words("…")
        lines = lines[:most]
        lines[-1].rstrip()
        lines[-1].truncate(max(0, width - mark.cell_len))
        lines[-1].append_text(mark)
    for line in lines:
        line.rstrip()
    return lines or [Text()]


def fact_list(view: FactList, page: Page) -> Block:
    """A screenful of facts, the oldest first, with the number that confirms each."""
    hidden = f"{count(view.private_facts, 'private fact')}: --private shows them"
    below = page.wrapped(page.words(hidden, "dim")) if view.private_facts else []
    if not view.facts:
        return below or page.wrapped(page.words(f"Nothing noted{f' about {view.person}' if view.person else ' yet'}."))
    rows = page.table([_listed(fact, view, page) for fact in view.facts])
    total = len(view.facts)
    return [*part_of(rows, page, held=total, total=total, noun=count(total, "fact")), *below]


def _listed(fact: KnownFact, view: FactList, page: Page) -> list[Text]:
    stale = page.words(f"{STALE}: netlog facts --confirm {fact.id}" if fact.is_stale else "", "magenta")
    own = "private" if fact.is_private else ""
    confirmed = f"confirmed {day(fact.confirmed_on, view.today)}" if fact.confirmed_on else ""
    return [
        page.words(f"#{fact.id}", "dim"),
        page.words("" if view.person else fact.name, "bold"),
        page.words(distance(fact.on, view.today)),
        page.words("" if fact.sort == "other" else fact.sort, "dim"),
        page.dotted([page.lines(fact.text), page.words(own, "dim"), page.words(confirmed, "dim"), stale]),
    ]


draw.register(Brief, brief)
draw.register(EventBrief, event_brief)
draw.register(FactList, fact_list)
