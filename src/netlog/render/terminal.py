"""Answers as calm, aligned lines on a terminal."""

from collections.abc import Mapping
from functools import singledispatch
from typing import TextIO

from rich.console import Console
from rich.text import Text as Words

from netlog.domain.views import (
    Found,
    History,
    Inbox,
    Morning,
    Options,
    PeopleList,
    Text,
    Value,
    Why,
)
from netlog.render import is_learned
from netlog.render.encoding import legible
from netlog.render.page import Block, Page
from netlog.render.safe import safe_cells
from netlog.render.sentences import Tone, sentences
from netlog.render.terminal_lists import found, history, inbox, options
from netlog.render.terminal_morning import morning, why
from netlog.render.terminal_people import people_list

STYLES: Mapping[Tone, str] = {"done": "", "next": "dim", "notice": "bold"}


def page_on(stream: TextIO, environ: Mapping[str, str]) -> Page:
    """The page a stream offers; `COLUMNS`, `LINES`, `TERM` and `NO_COLOR` come from `environ`."""
    return Page(Console(file=stream, markup=False, emoji=False, highlight=False, _environ=environ))


def show(view: object, *, page: Page) -> None:
    """Write one answer."""
    if isinstance(view, Text):
        page.console.file.write(copied(view, page))
    if lines := draw(view, page):
        page.console.print(Words("\n").join(lines), soft_wrap=True)


def copied(view: Text, page: Page) -> str:
    """The text as it is, but for what a terminal would obey."""
    text = safe_cells(view.text)
    return legible(text if text.endswith("\n") else f"{text}\n", page.console.encoding)


@singledispatch
def draw(view: object, page: Page) -> Block:
    """The lines of an answer; what is no view is a receipt."""
    if is_learned(view, "terminal"):
        return draw(view, page)
    said = (page.wrapped(page.words(line.text, STYLES[line.tone]), hang=2) for line in sentences(view))
    return [line for lines in said for line in lines]


def value(view: Value, page: Page) -> Block:
    """The value, and nothing else."""
    return [page.words(str(view.value))]


def notes(view: Text, page: Page) -> Block:
    """What goes with a copied text, set off by a blank line."""
    said = [line for note in view.notes for line in page.wrapped(page.words(note, "dim"))]
    return [Words(), *said] if said else []


draw.register(Morning, morning)
draw.register(Why, why)
draw.register(PeopleList, people_list)
draw.register(Found, found)
draw.register(Inbox, inbox)
draw.register(History, history)
draw.register(Options, options)
draw.register(Text, notes)
draw.register(Value, value)
