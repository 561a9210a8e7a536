"""Views and receipts as terminal lines, plain rows or JSON, chosen once and imported when chosen."""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from typing import TextIO, TypeVar

T = TypeVar("T")


def renderer(*, as_json: bool, stream: TextIO, environ: Mapping[str, str]) -> Callable[[object], None]:
    """What shows an answer here: JSON when asked for, else lines for a terminal or rows for a pipe."""
    if as_json:
        from netlog.render import as_json as json

        return partial(json.show, stream=stream)
    if stream.isatty():
        from netlog.render import terminal

        return partial(terminal.show, page=terminal.page_on(stream, environ))
    from netlog.render import plain

    return partial(plain.show, stream=stream)


def is_learned(view: object, sort: str) -> bool:
    """Whether one more module had to be imported to draw the view: `plain_load` for those of `domain.views_load`.

    Importing it registers what draws them; so a command pays only for the views it has.
    """
    name = type(view).__module__.partition(".views_")[2]
    module = f"{__name__}.{sort}_{name}"
    if not name or module in sys.modules:
        return False
    import_module(module)
    return True


def json_line(content: Mapping[str, object], *, encoding: str) -> str:
    """One object on one line, in the envelope of every JSON answer."""
    from netlog.render.as_json import VERSION, document

    return document({"netlog": VERSION, **content}, encoding=encoding)


def counted(items: Iterable[T], what: str, stream: TextIO) -> Iterable[T]:
    """The items as they are, counted on the stream while they pass if it is a terminal."""
    if not stream.isatty():
        return items
    from netlog.render import progress

    return progress.counted(items, what, stream)
