"""Which formats there are, ours and those of plugins, and which of them a file is."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from netlog.errors import FormatProblem, either, shorten
from netlog.interchange import Format, Source

GROUP = "netlog.formats"
OURS = "netlog"
SURE_ENOUGH = 50


class Broken(NamedTuple):
    """A format that cannot be used: its name, the package it comes from, and why."""

    name: str
    package: str
    reason: str


def formats() -> tuple[Format, ...]:
    """Every format that can be used, by name."""
    return tuple(each for each in map(_loaded, _entries().values()) if isinstance(each, Format))


def broken() -> tuple[Broken, ...]:
    """Every format that is installed and cannot be used, by name."""
    return tuple(each for each in map(_loaded, _entries().values()) if isinstance(each, Broken))


def format_named(name: str) -> Format:
    """The format of that name; raises FormatProblem if there is none, or if it cannot be used."""
    entries = _entries()
    if name not in entries:
        near = get_close_matches(name.lower()[:64], entries, n=3)
        hint = f"did you mean {either(near)}?" if near else "netlog formats lists them"
        raise FormatProblem(f"no format is called {shorten(name)}", hint=hint)
    found = _loaded(entries[name])
    if isinstance(found, Broken):
        hint = f"update or remove the package {found.package}"
        raise FormatProblem(f"the format {name} cannot be used: {found.reason}", hint=hint)
    return found


def recognised(source: Source, formats: Sequence[Format]) -> Format | None:
    """The format that is surest the source is its own, the first by name of several, None if none is sure enough."""
    certainties = {each.name: _certainty(each, source) for each in formats}
    chosen = min(formats, key=lambda each: (-certainties[each.name], each.name), default=None)
    return chosen if chosen and certainties[chosen.name] >= SURE_ENOUGH else None


def _entries() -> dict[str, EntryPoint]:
    """What installed packages offer, by name; where two offer the same name, ours counts."""
    offered = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _package(entry) != OURS))
    named: dict[str, EntryPoint] = {}
    for entry in offered:
        named.setdefault(entry.name, entry)
    return named


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "unknown"


def _loaded(entry: EntryPoint) -> Format | Broken:
    try:
        found = entry.load()
    except Exception as problem:  # noqa: BLE001 -- the module of a stranger may raise anything while it is imported
        return Broken(entry.name, _package(entry), f"{type(problem).__name__}: {problem}".splitlines()[0])
    if not isinstance(found, Format):
        return Broken(entry.name, _package(entry), f"{entry.value} is no Format")
    if found.name != entry.name:
        return Broken(entry.name, _package(entry), f"it calls itself {shorten(found.name)}")
    return found


def _certainty(format_: Format, source: Source) -> int:
    """How sure the format is; one that fails over a file, or cannot read, is not."""
    if format_.recognise is None or format_.read is None:
        return 0
    try:
        return int(format_.recognise(source))
    except Exception:  # noqa: BLE001 -- a plugin that fails over a file must not stand in the way of the others
        return 0
