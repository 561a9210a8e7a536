"""What netlog stands on: documented, pinned by version and by digest, and nothing of it unknown."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from scripts.pins import HASHED, PINNED, Pin, differences, pins, written
from tests.contract.pages import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = list(map(Requirement, PROJECT["dependencies"]))
DEVELOPMENT = list(map(Requirement, PROJECT["optional-dependencies"]["dev"]))
CODE = ("src", "tests", "scripts", "benchmarks")
ROW = re.compile(r"^\| ([a-z0-9-]+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PLACE = re.compile(r"`([^`]+)`")
PAGE = (ROOT / "docs/reference/dependencies.md").read_text(encoding="utf-8")
ONE, OTHER = "a" * 64, "b" * 64


class Row(NamedTuple):
    """A dependency as the page tells of it."""

    name: str
    licence: str
    places: tuple[str, ...]


def rows(heading: str) -> list[Row]:
    """The table below a heading of the page."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [
        Row(name, licence, () if "nowhere" in places else tuple(PLACE.findall(places)))
        for name, licence, places in ROW.findall(part)
        if name not in {"name", "---"}
    ]


TO_RUN, TO_CHECK = rows("To run"), rows("To check and to build")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imports() -> Iterator[tuple[str, str]]:
    """(distribution, file) of everything imported from outside, anywhere."""
    homes = packages_distributions()
    for path in chain.from_iterable((ROOT / top).rglob("*.py") for top in CODE):
        for name in modules(path):
            for home in set(homes.get(name.partition(".")[0], ())) - {"netlog"}:
                yield plain(home), path.relative_to(ROOT).as_posix()


def modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


IMPORTS = set(imports())


def covers(place: str, path: str) -> bool:
    """Whether a place of the page is the file, or a folder with the file in it."""
    folder = place.removesuffix("/**")
    return path == place or (folder != place and PurePosixPath(folder) in PurePosixPath(path).parents)


def brought_along() -> set[str]:
    """What the dependencies need to run, and what that needs."""
    waiting, seen = [each.name for each in RUNTIME], set[str]()
    while waiting:
        if (name := plain(waiting.pop())) not in seen and (found := installed(name)):
            seen.add(name)
            waiting += [each.name for each in map(Requirement, found.requires or ()) if applies(each)]
    return seen - {plain(each.name) for each in RUNTIME}


def installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def test_the_page_has_every_dependency_in_the_order_of_the_alphabet() -> None:
    for table, declared in ((TO_RUN, RUNTIME), (TO_CHECK, DEVELOPMENT)):
        names = [row.name for row in table]
        assert names == sorted(names)
        assert set(names) == {plain(each.name) for each in declared}


def test_the_page_names_what_comes_along() -> None:
    told = re.search(r"These bring along: ([^.]+)\.", PAGE)

    assert told
    assert {word.strip() for word in told[1].split(",")} >= brought_along() - {"greenlet", "colorama"}


@pytest.mark.parametrize("row", [*TO_RUN, *TO_CHECK], ids=lambda row: row.name)
def test_a_dependency_is_imported_where_the_page_says_and_nowhere_else(row: Row) -> None:
    importing = {path for name, path in IMPORTS if name == row.name}

    assert [place for place in row.places if not any(covers(place, path) for path in importing)] == []
    if row in TO_RUN:
        importing = {path for path in importing if path.startswith("src/")}
    assert [path for path in importing if not any(covers(place, path) for place in row.places)] == []


def test_everything_imported_by_tests_and_scripts_is_declared() -> None:
    declared = {plain(each.name) for each in (*RUNTIME, *DEVELOPMENT)}

    assert {name for name, _ in IMPORTS} - declared == set()


@pytest.mark.parametrize("row", [*TO_RUN, *TO_CHECK], ids=lambda row: row.name)
def test_the_licence_is_the_one_that_the_distribution_names(row: Row) -> None:
    found = installed(row.name)
    if not found:
        pytest.skip(f"{row.name} is not needed here")
    said = " ".join(str(found.metadata[name] or "") for name in ("License-Expression", "License"))
    said += " ".join(found.metadata.get_all("Classifier") or ())
    family = row.licence.split("-")[0].split(" ")[0]

    assert family in said or (family == "LGPL" and "Lesser General Public" in said)


def test_every_pin_is_a_version_that_the_project_allows() -> None:
    pinned = {pin.key: pin.version for pin in pins(PINNED.read_text(encoding="utf-8"))}
    wanted = [each for each in (*RUNTIME, *DEVELOPMENT) if applies(each)]

    assert [each.name for each in wanted if plain(each.name) not in pinned] == []
    assert [each.name for each in wanted if Version(pinned[plain(each.name)]) not in each.specifier] == []


def test_both_files_of_pins_agree_and_every_wheel_has_a_digest() -> None:
    pinned, hashed = (pins(path.read_text(encoding="utf-8")) for path in (PINNED, HASHED))

    assert list(differences(pinned, hashed)) == []
    assert len({pin.key for pin in hashed}) == len(hashed)


def test_no_file_of_pins_names_a_place() -> None:
    for path in (PINNED, HASHED):
        assert re.findall(r"https?:|file:|--index|--find-links| @ ", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("hashed", "said"),
    [
        ([Pin("Mako", "1.4", (ONE,))], []),
        ([Pin("mako", "1.4")], ["mako has no digest"]),
        ([Pin("mako", "1.5", (ONE,))], ["mako is 1.4 in one and 1.5 in the other"]),
        ([], ["mako stands in one of the files only"]),
        ([Pin("mako", "1.4", (ONE,)), Pin("odd", "1", (ONE,))], ["odd stands in one of the files only"]),
    ],
)
def test_where_the_files_differ_is_said(hashed: list[Pin], said: list[str]) -> None:
    assert list(differences([Pin("Mako", "1.4")], hashed)) == said


def test_pins_with_digests_are_read_as_they_were_written() -> None:
    text = written([Pin("Mako", "1.4"), Pin("a.b", "2")], {"mako": {OTHER, ONE}, "a-b": {ONE}})

    assert pins(text) == [Pin("Mako", "1.4", (ONE, OTHER)), Pin("a.b", "2", (ONE,))]


@pytest.mark.parametrize("line", ["mako>=1", "mako==1 --hash=md5:1", "-e .", "mako @ file:x", "mako==1 ; x"])
def test_a_line_that_is_no_pin_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        pins(line)
