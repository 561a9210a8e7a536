"""Changes one option in the configuration file and leaves the rest, comments included, as it was."""

import os
import tempfile
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable, Table

from netlog.config import NAMED, SECTIONS, Value, flat, settle, written
from netlog.config_file import known, options_in, source, tables
from netlog.domain.receipts import Configured
from netlog.errors import BadConfiguration, StorageProblem

Tables = MutableMapping[str, Any]


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


def _edited(path: Path, name: str, change: Callable[[Tables], None], *, expected: Value | None) -> Configured:
    text = source(path)
    before = tables(text, path)
    new_text, after = _rewritten(text, change, path)
    options_in(after, path)
    if _found(after, name) != expected or _others(before, name) != _others(after, name):
        raise _tangled(path)
    if new_text != text:
        _replace(path, new_text)
    return Configured(name, _told(before, name), _told(after, name), str(path))


def _rewritten(text: str, change: Callable[[Tables], None], path: Path) -> tuple[str, Mapping[str, object]]:
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


def _put(document: Tables, name: str, value: Value) -> None:
    *groups, key = name.split(".")
    group = document
    for word in groups:
        if word not in group:
            group[word] = tomlkit.inline_table() if isinstance(group, InlineTable) else tomlkit.table()
        group = group[word]
    is_new = key not in group
    group[key] = value
    if is_new:
        _move_up(group, key)


def _move_up(group: Tables, key: str) -> None:
    """Put a new last option right behind its fellows: a comment in between belongs to what follows."""
    if not isinstance(group, Container | Table):
        return
    body = group.body if isinstance(group, Container) else group.value.body
    here = next(at for at, (each, _) in enumerate(body) if each is not None and each.key == key)
    fellows = [at for at, (each, _) in enumerate(body[:here]) if each is not None]
    if fellows:
        body.insert(fellows[-1] + 1, body.pop(here))


def _take(document: Tables, name: str) -> None:
    *groups, key = name.split(".")
    group = document
    for word in groups:
        group = group[word]
    del group[key]


def _found(present: Mapping[str, object], name: str) -> object:
    """What the tables hold under the dotted name, or None."""
    found: object = present
    for word in name.split("."):
        found = found.get(word) if isinstance(found, Mapping) else None
    return found


def _others(present: Mapping[str, object], name: str) -> dict[str, object]:
    return {each: raw for each, raw in flat(present) if each != name}


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
