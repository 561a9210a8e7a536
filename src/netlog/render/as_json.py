"""Any record, a named tuple or a dataclass, as JSON: versioned, lossless, and harmless to a terminal.

Key order is field order, dates are ISO 8601, floats have at most four places, NaN and infinity are null. The fields
of a tie stand beside those of the answer that holds it, so that a person is one object.
"""

import json
import math
import re
from collections.abc import Mapping
from datetime import date
from typing import TextIO

from netlog.domain.views import TieState
from netlog.render.encoding import can_encode, encoding_of
from netlog.render.safe import HIDDEN

VERSION = 1
PLACES = 4
HUMP = re.compile(r"(?<!^)(?=[A-Z])")
HIGH, LOW, PLANE = 0xD800, 0xDC00, 0x10000


def show(view: object, *, stream: TextIO) -> None:
    """Write one answer as an indented document."""
    envelope = {"netlog": VERSION, "type": type_of(view), **_parts(view)}
    stream.write(document(envelope, encoding=encoding_of(stream), indent=2))


def type_of(view: object) -> str:
    """The name of an answer: its class in snake case."""
    return HUMP.sub("_", type(view).__name__).lower()


def document(content: Mapping[str, object], *, encoding: str, indent: int | None = None) -> str:
    """A JSON document with a newline at its end; what the encoding lacks or a terminal obeys is escaped."""
    text = json.dumps(value(content), indent=indent, ensure_ascii=False, allow_nan=False)
    text = HIDDEN.sub(_escaped, text)
    return (text if can_encode(text, encoding) else _in_ascii(text)) + "\n"


def _in_ascii(text: str) -> str:
    return "".join(char if char.isascii() else _escape(char) for char in text)


def _escaped(found: re.Match[str]) -> str:
    return _escape(found[0])


def _escape(char: str) -> str:
    point = ord(char)
    if point < PLANE:
        return f"\\u{point:04x}"
    high, low = divmod(point - PLANE, 0x400)
    return f"\\u{HIGH + high:04x}\\u{LOW + low:04x}"


def value(thing: object) -> object:
    """The thing in the types JSON knows; TypeError when there is none for it."""
    if thing is None or isinstance(thing, (str, int)):
        return thing
    if isinstance(thing, float):
        return round(thing, PLACES) + 0.0 if math.isfinite(thing) else None
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, (tuple, list)) and not hasattr(thing, "_fields"):
        return [value(item) for item in thing]
    parts = thing if isinstance(thing, Mapping) else _parts(thing)
    return {str(name): value(part) for name, part in parts.items()}


def _parts(thing: object) -> dict[str, object]:
    names = getattr(thing, "_fields", None) or getattr(thing, "__dataclass_fields__", None)
    if names is None:
        raise TypeError(f"no JSON for {type(thing).__name__}")
    parts: dict[str, object] = {}
    for name in names:
        part = getattr(thing, name)
        parts |= _parts(part) if isinstance(part, TieState) else {name: part}
    return parts
