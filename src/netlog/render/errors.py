"""Tells what went wrong: one line for people, one object for programs."""

from typing import TextIO

from netlog.errors import NetlogError
from netlog.render import json_line
from netlog.render.encoding import encoding_of, legible
from netlog.render.safe import safe


def tell(error: NetlogError, *, as_json: bool, stream: TextIO) -> None:
    """Write the error to a stream: what was wrong, and what to do about it."""
    encoding = encoding_of(stream)
    stream.write(json_line(_content(error), encoding=encoding) if as_json else _line(error, encoding))


def _line(error: NetlogError, encoding: str) -> str:
    said = "; ".join(part for part in (error.message, error.hint) if part)
    return legible(f"netlog: {safe(said)}\n", encoding)


def _content(error: NetlogError) -> dict[str, object]:
    known = {
        "code": error.code,
        "exit_code": int(error.exit_code),
        "message": error.message,
        "hint": error.hint,
    }
    return {"error": known | {key: item for key, item in error.details().items() if key not in known}}
