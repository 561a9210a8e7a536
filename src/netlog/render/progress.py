"""How far a long task is, beside the answer: on a terminal only, gone when it is over."""

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.text import Text

from netlog.render.safe import safe

T = TypeVar("T")
EVERY = 100


def counted(items: Iterable[T], what: str, stream: TextIO) -> Iterator[T]:
    """The items as they are, counted on the terminal that the stream is."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    if console.is_dumb_terminal:
        yield from items
        return
    # Rich parses markup in templates and descriptions whatever the console says: user text comes in as a field only
    columns = (SpinnerColumn(), TextColumn("{task.fields[what]}", markup=False), TextColumn("{task.completed:,.0f}"))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None, what=Text(safe(what)).plain)
        for number, item in enumerate(items, start=1):
            yield item
            if number % EVERY == 0:
                progress.update(task, completed=number)
