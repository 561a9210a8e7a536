"""Reads the configuration file; a mistake in it becomes one line that says where."""

import os
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path

from netlog.config import Config
from netlog.domain.views import Option, Options
from netlog.errors import BadConfiguration
from netlog.nearest import nearest
from netlog.options import (
    NAMED,
    RULES,
    Setting,
    UnknownOption,
    Value,
    chosen,
    config_of,
    setting_named,
    written,
)

LARGEST_BYTES = 1 << 20
MOST_DOTS = 100
"""In a line that is no comment: the time tomllib takes for a key grows with the square of its parts."""


def read(path: Path) -> Config:
    """The settings of the file, the defaults when there is no file; raises BadConfiguration."""
    return config_of(options_in(values(path), path))


def values(path: Path) -> dict[str, object]:
    """What the file says, nested and unchecked; nothing when there is no file."""
    return tables(source(path), path)


def describe(path: Path) -> Options:
    """Every option with its value now, and every tag rule of the file."""
    given = options_in(values(path), path)
    rules = sorted(given.keys() - NAMED.keys())
    return Options(str(path), tuple(_option(name, given) for name in (*NAMED, *rules)))


def one(path: Path, name: str) -> Option:
    """The option of that name with its value now; raises UnknownOption with the nearest name."""
    known(name)
    return _option(name, options_in(values(path), path))


def known(name: str, *, where: str = "") -> Setting:
    """The option of that dotted name; raises UnknownOption with the nearest name."""
    try:
        return setting_named(name)
    except UnknownOption as problem:
        guess = nearest(name, every_name())
        raise UnknownOption(name, where=where, guess=guess) from problem


def every_name() -> tuple[str, ...]:
    """The names of all options, those of rules for tags and kinds with a word to be filled in."""
    return (*NAMED, *(rule.name for rule in RULES.values()))


def options_in(given: Mapping[str, object], path: Path) -> dict[str, Value]:
    """The options that the tables of the file set, by dotted name; an error names the file."""
    try:
        return chosen(given)
    except UnknownOption as problem:
        guess = nearest(problem.name, every_name())
        raise UnknownOption(problem.name, where=f" (in {path})", guess=guess) from problem
    except BadConfiguration as problem:
        raise BadConfiguration(f"{problem.message} (in {path})", hint=problem.hint) from problem


def tables(text: str, path: Path) -> dict[str, object]:
    """The TOML text as nested tables; an error names the file and the line."""
    lines = enumerate(text.splitlines(), start=1)
    if dotted := [at for at, line in lines if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#")]:
        raise BadConfiguration(f"{path}, line {dotted[0]}: too many dots")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise BadConfiguration(f"{path}, {_mistake(problem, text)}") from problem
    except (ValueError, RecursionError) as problem:
        raise BadConfiguration(f"{path} holds a value that is too long or too deep") from problem


def source(path: Path) -> str:
    """The text of the file, empty when there is none."""
    try:
        data = _content(path)
    except FileNotFoundError:
        return ""
    except OSError as problem:
        raise BadConfiguration(f"cannot read {path}: {problem.strerror}") from problem
    if len(data) > LARGEST_BYTES:
        raise BadConfiguration(f"{path} is larger than a configuration can be (1 MiB)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise BadConfiguration(f"{path}, line {line}: not UTF-8 text") from problem


def _content(path: Path) -> bytes:
    """At most one byte more than is allowed, from what cannot block: a regular file or the null device."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and str(path) != os.devnull:
        raise BadConfiguration(f"{path} is {'a folder' if stat.S_ISDIR(mode) else 'not a file'}")
    with path.open("rb") as file:
        return file.read(LARGEST_BYTES + 1)


def _mistake(problem: tomllib.TOMLDecodeError, text: str) -> str:
    what, _, place = str(problem).rpartition(" (at ")
    is_numbered = place.startswith("line ")
    line = place.removeprefix("line ").partition(",")[0] if is_numbered else text.count("\n") + 1
    return f"line {line}: {what[:1].lower()}{what[1:]}"


def _option(name: str, given: Mapping[str, Value]) -> Option:
    setting = setting_named(name)
    value, origin = (given[name], "file") if name in given else (setting.default, "default")
    return Option(name, written(value), written(setting.default), origin, setting.help)
