"""Streams that remember: a terminal of any width and encoding, and a pipe."""

import io
from collections.abc import Mapping

from netlog.render import renderer


class Screen(io.TextIOWrapper):
    """A stream over memory that says whether it is a terminal, and refuses what its encoding lacks."""

    def __init__(self, *, is_terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    def written(self) -> bytes:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


def on_terminal(
    view: object,
    *,
    width: int = 80,
    height: int = 30,
    encoding: str = "utf-8",
    environ: Mapping[str, str] | None = None,
) -> str:
    """What a terminal of that size shows, without colour unless `environ` brings some."""
    size = {"COLUMNS": str(width), "LINES": str(height), "TERM": "dumb"}
    screen = Screen(is_terminal=True, encoding=encoding)
    renderer(as_json=False, stream=screen, environ=size | dict(environ or {}))(view)
    return screen.written().decode(encoding)


def in_pipe(view: object, *, as_json: bool = False, encoding: str = "utf-8") -> str:
    """What a program reads at the other end of a pipe."""
    pipe = Screen(is_terminal=False, encoding=encoding)
    renderer(as_json=as_json, stream=pipe, environ={})(view)
    return pipe.written().decode(encoding)
