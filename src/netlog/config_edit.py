"""Changes one option in the configuration file and leaves the rest, comments included, as it was."""

import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Item, Key, Table

from netlog.config_file import known, options_in, source, tables
from netlog.domain.receipts import Configured
from netlog.errors import BadConfiguration, StorageProblem
from netlog.options import NAMED, SECTIONS, Value, settle, written

Body = list[tuple[Key | None, Item]]


def assign(path: Path, name: str, value: str) -> Configured:
    """Set an option in the file, made when there is none; raises BadConfiguration or StorageProblem."""
    known(name)
    new = settle(name, value)
    plain = int(new) if isinstance(new, float) and new.is_integer() else new
    return _edited(path, name, lambda document: _put(document, name, plain), expected=plain)


def unset(path: Path, name: str) -> Configured:
    """Take an option, also an unknown one, out of the file; raises BadConfiguration or StorageProblem."""
    present = tables(source(path), path)
    if name in SECTIONS or _found(present, name) is None:
        default = written(known(name).default)
        return Configured(name, default, default, str(path))
    return _edited(path, name, lambda document: _take(document, name), expected=None)


def _edited(path: Path, name: str, change: Callable[[TOMLDocument], None], *, expected: Value | None) -> Configured:
    text = source(path)
    before = tables(text, path)
    new_text, after = _rewritten(text, change, path)
    if _found(after, name) != expected or _others(before, name) != _others(after, name):
        raise _tangled(path)
    options_in(after, path)
    if new_text != text:
        _replace(path, new_text)
    return Configured(name, _told(before, name), _told(after, name), str(path))


def _rewritten(text: str, change: Callable[[TOMLDocument], None], path: Path) -> tuple[str, Mapping[str, object]]:
    """The text after the change and what it says; tomlkit fails in several ways on what it cannot edit."""
    try:
        document = tomlkit.parse(text)
        change(document)
        new_text = tomlkit.dumps(document)
        return new_text, tomllib.loads(new_text)
    except (TOMLKitError, LookupError, RecursionError, TypeError, ValueError) as problem:
        raise _tangled(path) from problem


def _tangled(path: Path) -> BadConfiguration:
    return BadConfiguration(f"{path} is written in a way netlog cannot edit", hint="change it in an editor")


def _put(document: TOMLDocument, name: str, value: Value) -> None:
    """Set an option: a new group gets a heading, one within it dots, or braces where dots cannot be."""
    words = name.split(".")
    group: Any = document
    while len(words) > 1 and words[0] in group:
        group = group[words.pop(0)]
    while len(words) > 1 and not isinstance(group, Table):
        group[words[0]] = tomlkit.table() if group is document else tomlkit.inline_table()
        group = group[words.pop(0)]
    body = _body(group)
    before = list(body)
    if len(words) > 1:
        group.append(tomlkit.key(words), value)
    else:
        group[words[0]] = value
    _move_up(body, before)


def _body(group: object) -> Body:
    """The lines of a group, blank ones and comments included, where they are to be had in one piece."""
    if isinstance(group, Table):
        return group.value.body
    return group.body if isinstance(group, TOMLDocument) else []


def _move_up(body: Body, before: Body) -> None:
    """Put a new option right behind its fellows: a comment further down belongs to what follows."""
    if len(body) == len(before):
        return
    here = next(at for at, line in enumerate(body) if at == len(before) or line is not before[at])
    behind = 1 + max((at for at, (key, _) in enumerate(body[:here]) if key is not None), default=here - 1)
    if behind < here:
        body.insert(behind, body.pop(here))
        if here + 1 < len(body) and isinstance(heading := body[here + 1][1], Table):
            # tomlkit set the heading apart from the option, which is no longer above it
            heading.trivia.indent = heading.trivia.indent.removeprefix("\n")


def _take(document: TOMLDocument, name: str) -> None:
    *groups, key = name.split(".")
    group: Any = document
    for word in groups:
        group = group[word]
    del group[key]


def _found(present: Mapping[str, object], name: str) -> object:
    """What the tables hold under the dotted name, or None."""
    found: object = present
    for word in name.split("."):
        found = found.get(word) if isinstance(found, Mapping) else None
    return found


def _others(present: Mapping[str, object], name: str) -> dict[tuple[str, ...], object]:
    """Everything the tables hold but what is at or below the dotted name."""
    words = tuple(name.split("."))
    return {place: raw for place, raw in _leaves(present) if place[: len(words)] != words}


def _leaves(present: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, raw in present.items():
        if isinstance(raw, Mapping):
            yield from _leaves(raw, (*above, key))
        else:
            yield (*above, key), raw


def _told(present: Mapping[str, object], name: str) -> str:
    """The value as the file has it, else the default; empty when there is neither."""
    raw = _found(present, name)
    if raw is None:
        return written(NAMED[name].default) if name in NAMED else ""
    return written(raw) if isinstance(raw, str | int | float) else ""


def _replace(path: Path, text: str) -> None:
    """Write the file whole or not at all; a link stays a link and its target is replaced."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise BadConfiguration(f"{path} is not a file")
        _make_folder(target.parent)
        _swap(target, text.encode())
    except OSError as problem:
        raise StorageProblem(f"cannot write {path}: {problem.strerror}") from problem


def _make_folder(folder: Path) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def _swap(target: Path, data: bytes) -> None:
    """Replace the target by a private file that is on the disk before it gets the name."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
