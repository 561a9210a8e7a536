"""Holds versions against known vulnerabilities, without a network: `python scripts/audit.py ADVISORIES`.

ADVISORIES are in OSV's JSON (schema 1): a file with one or with a list, a folder of such files, or a zip of them.
Exit codes: 0 nothing is known, 1 a version is affected, 2 the advisories cannot be read.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from packaging.version import InvalidVersion, Version

ECOSYSTEM = "pypi"
Advisory = Mapping[str, Any]
CLEAN, AFFECTED, UNREADABLE = 0, 1, 2


class Finding(NamedTuple):
    """A version that an advisory speaks of."""

    name: str
    version: str
    advisory: str
    also: tuple[str, ...]
    fixed: tuple[str, ...]
    summary: str

    def line(self) -> str:
        """The finding in words."""
        also = f" ({', '.join(self.also)})" if self.also else ""
        return f"{self.name} {self.version}: {self.advisory}{also}, {self.cure()}: {self.summary}"

    def cure(self) -> str:
        """Which versions are not affected any more."""
        return f"fixed in {', '.join(self.fixed)}" if self.fixed else "not fixed"


def plain(name: str) -> str:
    """The name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed() -> dict[str, str]:
    """Every distribution of this environment, with its version."""
    return {plain(each.name): each.version for each in distributions()}


def pinned(text: str) -> dict[str, str]:
    """What a file of constraints pins."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s\\]+)", text, re.MULTILINE)
    return {plain(name): version for name, version in found}


def advisories(path: Path) -> Iterator[Advisory]:
    """Every advisory at the path; raises OSError or ValueError where one cannot be read."""
    for text in texts(path):
        found = json.loads(text)
        for each in found if isinstance(found, list) else [found]:
            if not isinstance(each, dict) or not isinstance(each.get("id"), str):
                raise ValueError("this is no advisory: it has no id")
            yield each


def texts(path: Path) -> Iterator[bytes]:
    """The JSON files at the path: of a folder, of a zip, or the file itself."""
    if path.is_dir():
        yield from (each.read_bytes() for each in sorted(path.rglob("*.json")))
    elif path.suffix == ".zip":
        with ZipFile(path) as archive:
            yield from (archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".json"))
    else:
        yield path.read_bytes()


def findings(known: Iterable[Advisory], versions: Mapping[str, str]) -> Iterator[Finding]:
    """Every advisory that speaks of one of the versions and was not withdrawn."""
    for advisory in (each for each in known if not each.get("withdrawn")):
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            name = plain(package.get("name", ""))
            is_ours = package.get("ecosystem", "").lower() == ECOSYSTEM and name in versions
            if is_ours and is_affected(versions[name], affected):
                also = tuple(advisory.get("aliases", ()))
                summary = advisory.get("summary") or advisory.get("details", "")[:120] or "no summary"
                yield Finding(name, versions[name], advisory["id"], also, fixes(affected), " ".join(summary.split()))


def is_affected(version: str, affected: Mapping[str, Any]) -> bool:
    """Whether the version is listed, or lies in one of the ranges; one that cannot be judged counts as affected."""
    try:
        mine = Version(version)
        ranges = [each for each in affected.get("ranges", ()) if each.get("type") != "GIT"]
        return is_listed(mine, affected.get("versions", ())) or any(lies_in(mine, each["events"]) for each in ranges)
    except InvalidVersion:
        return True


def is_listed(mine: Version, listed: Iterable[str]) -> bool:
    """Whether the version is one of those; of old names that are no versions none is meant."""
    return any(mine == version for version in map(parsed, listed))


def parsed(text: str) -> Version | None:
    """The text as a version; None when it is none."""
    try:
        return Version(text)
    except InvalidVersion:
        return None


def lies_in(mine: Version, events: Iterable[Mapping[str, str]]) -> bool:
    """Whether the version comes after an introduction and before what ends it, as OSV evaluates events."""
    turns = sorted((moment(text), sort) for event in events for sort, text in event.items())
    limits = [at for at, sort in turns if sort == "limit"]
    if limits and not any(mine < limit for limit in limits):
        return False
    is_inside = False
    for at, sort in turns:
        if sort == "introduced" and mine >= at:
            is_inside = True
        elif (sort == "fixed" and mine >= at) or (sort == "last_affected" and mine > at):
            is_inside = False
    return is_inside


def moment(text: str) -> Version:
    """The version of an event; 0 comes before every other, first releases in development included."""
    return Version("0.dev0" if text == "0" else text)


def fixes(affected: Mapping[str, Any]) -> tuple[str, ...]:
    """The versions with which ranges end."""
    ranges = [each for each in affected.get("ranges", ()) if each.get("type") != "GIT"]
    return tuple(event["fixed"] for each in ranges for event in each["events"] if "fixed" in event)


def main(arguments: Sequence[str]) -> int:
    """Say which versions are affected."""
    made = argparse.ArgumentParser(prog="python scripts/audit.py", description=__doc__)
    made.add_argument("advisories", type=Path)
    made.add_argument("--pins", type=Path, help="hold this file of constraints against them, not what is installed")
    made.add_argument("--accept", action="append", default=[], metavar="ID", help="an advisory that was looked into")
    chosen = made.parse_args(arguments)
    try:
        versions = pinned(chosen.pins.read_text(encoding="utf-8")) if chosen.pins else installed()
        if not (known := list(advisories(chosen.advisories))):
            raise ValueError("there are none")
        found = [each for each in findings(known, versions) if not {each.advisory, *each.also} & {*chosen.accept}]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, BadZipFile) as problem:
        print(f"the advisories cannot be read: {problem}", file=sys.stderr)
        return UNREADABLE
    print(
        "\n".join(each.line() for each in found) or f"{len(versions)} versions, {len(known)} advisories: none applies"
    )
    return AFFECTED if found else CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
