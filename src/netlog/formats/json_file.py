"""A JSON file as a whole, and what its objects hold, whatever they were meant to hold."""

import json
from collections.abc import Mapping
from datetime import date
from typing import TypeGuard

from netlog.domain.people import UNSAYABLE
from netlog.errors import FormatProblem, shorten
from netlog.formats.decoding import encoding_of
from netlog.interchange import Source

LARGEST = 100_000_000
"""Bytes: a file is loaded at once, and takes some eight times as much memory."""

Json = Mapping[str, object]
NOTHING: Json = {}


def load(source: Source, encoding: str | None = None) -> Json:
    """The object that the file is; raises FormatProblem for anything else."""
    with source.open() as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FormatProblem(
            f"{shorten(source.name)} is larger than {LARGEST // 1_000_000} MB", hint="export fewer people at once"
        )
    try:
        found = json.loads(data.decode(encoding_of(source, encoding), errors="replace"))
    except (ValueError, RecursionError) as problem:
        raise FormatProblem(f"{shorten(source.name)} is no JSON: {_why(problem)}", hint="export it once more") from None
    if not is_object(found):
        raise FormatProblem(f"{shorten(source.name)} is JSON, but no object")
    return found


def _why(problem: ValueError | RecursionError) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return f"{problem.msg} in line {problem.lineno}"
    return "nested too deep" if isinstance(problem, RecursionError) else "a number in it has too many digits"


def is_object(value: object) -> TypeGuard[Json]:
    """Whether the value is a JSON object."""
    return isinstance(value, dict)


def inside(record: Json, key: str) -> Json:
    """The object under a key, empty if it holds anything else."""
    value = record.get(key)
    return value if is_object(value) else NOTHING


def values(record: Json, key: str) -> list[object]:
    """The array under a key, empty if it holds anything else."""
    value = record.get(key)
    return value if isinstance(value, list) else []


def objects(record: Json, key: str) -> list[Json]:
    """The objects of the array under a key."""
    return [value for value in values(record, key) if is_object(value)]


def text(record: Json, key: str) -> str:
    """The text or number under a key as trimmed text, empty if it holds anything else."""
    return plain(record.get(key))


def plain(value: object) -> str:
    """A text or number as text that can be stored; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return UNSAYABLE.sub("\N{REPLACEMENT CHARACTER}", str(value)).strip()


def day(record: Json, key: str) -> date | None:
    """The day that a date or an instant under a key begins with."""
    try:
        return date.fromisoformat(text(record, key)[:10])
    except ValueError:
        return None
