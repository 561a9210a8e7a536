"""Answers as tab-separated rows for pipes: every row, no header, dates in ISO 8601, nothing cut.

`COLUMNS` names the cells of every sort of row. Where an answer holds one sort of row, the cells stand alone;
where it holds several, the first cell says which sort it is. A cell of what is not known is empty, a list is
joined with commas, and a tab or newline inside a value is a space. Receipts are sentences, one a line.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import singledispatch
from typing import TextIO

from netlog.domain.views import (
    DueItem,
    Found,
    History,
    Inbox,
    Morning,
    Options,
    PeopleList,
    Text,
    TieState,
    Value,
    Why,
)
from netlog.render import is_learned
from netlog.render.columns import COLUMNS
from netlog.render.encoding import encoding_of, lossless
from netlog.render.safe import safe, safe_cells
from netlog.render.sentences import sentences

PLACES = 4
BREAK = re.compile(r"\r?\n|\t")
TIE = (
    "handle",
    "name",
    "tier",
    "state",
    "due_on",
    "overdue_ratio",
    "warmth",
    "rhythm_days",
    "p_30",
    "priority",
)

Row = Sequence[object]


def show(view: object, *, stream: TextIO) -> None:
    """Write one answer as rows."""
    text = safe_cells(view.text) if isinstance(view, Text) else "".join(f"{line(row)}\n" for row in rows(view))
    stream.write(lossless(text, encoding_of(stream)))


def line(row: Row) -> str:
    """One row, its cells parted by tabs."""
    return "\t".join(cell(item) for item in row)


def cell(item: object) -> str:
    """One value as a cell without tabs and newlines."""
    if isinstance(item, str):
        return safe(BREAK.sub(" ", item))
    if item is None:
        return ""
    if isinstance(item, bool):
        return "yes" if item else "no"
    if isinstance(item, float):
        return str(round(item, PLACES) + 0.0) if math.isfinite(item) else ""
    if isinstance(item, tuple):
        return ",".join(cell(part) for part in item)
    return item.isoformat() if isinstance(item, date) else str(item)


@singledispatch
def rows(view: object) -> Iterable[Row]:
    """The answer row by row; what is no view is a receipt, and its sentences are its rows."""
    if is_learned(view, "plain"):
        return rows(view)
    return [(sentence.text,) for sentence in sentences(view)]


def morning(view: Morning) -> Iterator[Row]:
    """What is open, then one row per suggestion, the parts being `today`, `if_time` and `reconnect`; last a pause."""
    yield from (("open", *loop) for loop in view.loops)
    yield from (_due("today", item) for item in view.first)
    yield from (_due("if_time", item) for item in view.if_time)
    if view.reconnect:
        yield _due("reconnect", view.reconnect)
    if view.pause:
        yield "pause", *view.pause


def _due(part: str, item: DueItem) -> Row:
    tie = item.tie
    when = (tie.due_on, item.last_on, tie.overdue_ratio)
    return part, item.section, tie.handle, tie.name, *when, tie.reason, item.topic


def why(view: Why) -> Iterator[Row]:
    """The tie field by field, then the terms, then what would change it."""
    yield from tie_rows(view.tie)
    yield "section", view.section
    yield "rank", view.rank
    yield from (("term", term.name, term.value, term.detail) for term in view.terms)
    yield from (("what_if", words) for words in view.what_if)


def tie_rows(tie: TieState) -> Iterator[Row]:
    """A tie field by field, the reason last."""
    yield from ((name, getattr(tie, name)) for name in TIE)
    yield "reason", tie.reason


def people_list(view: PeopleList) -> Iterator[Row]:
    """One row per person."""
    names = COLUMNS["people_list"]
    return ([getattr(person, name) for name in names] for person in view.people)


def found(view: Found) -> Iterator[Row]:
    """One row per hit, best first."""
    return ((hit.source, hit.id, hit.on, hit.kind, hit.handles, hit.snippet) for hit in view.hits)


def inbox(view: Inbox) -> Iterator[Row]:
    """One row per note."""
    return ((item.id, item.on, item.reason, item.text) for item in view.items)


def history(view: History) -> Iterator[Row]:
    """One row per operation, newest first."""
    return ((done.id, done.at, done.on, done.command, done.is_undone, done.words) for done in view.operations)


def value(view: Value) -> Iterator[Row]:
    """The value, and nothing else."""
    yield (view.value,)


def options(view: Options) -> Iterator[Row]:
    """One row per option; the file is named by `--json`."""
    return ((option.name, option.value, option.default, option.source, option.help) for option in view.options)


rows.register(Morning, morning)
rows.register(Why, why)
rows.register(PeopleList, people_list)
rows.register(Found, found)
rows.register(Inbox, inbox)
rows.register(History, history)
rows.register(Options, options)
rows.register(Value, value)
