"""Which formats there are: ours, those of plugins, those that do not work, and which of them a file is."""

import sys
import tomllib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pytest
from tests.contract.pages import ROOT

from netlog.errors import FormatProblem
from netlog.formats.registry import Broken, broken, format_named, formats, recognised
from netlog.interchange import Format, Reading, Record, Source

Install = Callable[..., None]

MODULE = """
from netlog.interchange import Format

FORMAT = Format({name!r}, "A plugin", lambda source: 40)
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a package with one format on the path, as an installer would."""

    def put(name: str, module: str | None = None, *, package: str = "netlog-plugin") -> None:
        top = f"plugin_{tmp_path.name}_{package}_{name}".replace("-", "_")
        folder, facts = tmp_path / package, tmp_path / package / f"{package.replace('-', '_')}-1.0.dist-info"
        facts.mkdir(parents=True)
        (folder / f"{top}.py").write_text(dedent(module or MODULE.format(name=name)), encoding="utf-8")
        (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
        (facts / "entry_points.txt").write_text(f"[netlog.formats]\n{name} = {top}:FORMAT\n", encoding="utf-8")
        monkeypatch.syspath_prepend(str(folder))

    return put


def names() -> list[str]:
    return [each.name for each in formats()]


def nothing(source: Source, reading: Reading) -> Iterator[Record]:
    yield from ()


def sure(name: str, certainty: int) -> Format:
    """A format that is as sure of any file."""
    return Format(name, name, lambda source: certainty, nothing)


def failing(source: Source) -> int:
    raise ZeroDivisionError


FILE = Source("some.txt", b"some", lambda: BytesIO(b"some"))


def test_every_format_of_ours_loads_under_its_own_name_and_can_be_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = sorted(project["entry-points"]["netlog.formats"])

    assert [each for each in broken() if each.package == "netlog"] == []
    assert [each.name for each in map(format_named, ours)] == ours
    assert set(ours) <= set(names())
    assert names() == sorted(names())


def test_a_plugin_is_found_once_it_is_installed(install: Install) -> None:
    assert "rolodex" not in names()
    install("rolodex")

    assert "rolodex" in names()
    assert format_named("rolodex").title == "A plugin"


def test_of_two_formats_of_one_name_ours_counts(install: Install) -> None:
    install("vcard", 'raise RuntimeError("loaded in the place of ours")', package="a-plugin")

    assert [each for each in broken() if each.package == "a-plugin"] == []
    assert format_named("vcard").title != "A plugin"


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing_of_this_name'"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("FORMAT: int", "AttributeError: module "),
        ("def FORMAT(:", "SyntaxError: invalid syntax"),
        ("class Odd(Exception): ...\nraise Odd('one\\ntwo')", "Odd: one"),
        ("FORMAT = 3", "plugin_"),
        (MODULE.format(name="vcard"), "it calls itself “vcard”"),
    ],
)
def test_a_plugin_that_does_not_work_is_left_out_with_its_reason(install: Install, module: str, reason: str) -> None:
    install("rolodex", module)
    (fault,) = [each for each in broken() if each.name == "rolodex"]

    assert "rolodex" not in names()
    assert fault.package == "netlog-plugin"
    assert fault.reason.startswith(reason)
    assert "\n" not in fault.reason


def test_a_plugin_that_does_not_work_is_named_when_it_is_asked_for(install: Install) -> None:
    install("rolodex", "1 / 0")
    with pytest.raises(FormatProblem) as refused:
        format_named("rolodex")

    assert refused.value.message == "the format rolodex cannot be used: ZeroDivisionError: division by zero"
    assert refused.value.hint == "update or remove the package netlog-plugin"


def test_asking_for_one_format_loads_no_other(install: Install) -> None:
    install("rolodex")
    install("index-cards", package="netlog-index-cards")
    format_named("rolodex")

    loaded = {name.rpartition("plugin_")[2] for name in sys.modules if name.startswith("plugin_")}
    assert any(name.endswith("rolodex") for name in loaded)
    assert not any(name.endswith("index_cards") for name in loaded)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("vcards", "did you mean vcard?"),
        ("LinkedIn", "did you mean linkedin or linkedin-messages?"),
        ("qqq", "netlog formats lists them"),
        ("", "netlog formats lists them"),
        ("x" * 10_000, "netlog formats lists them"),
    ],
)
def test_an_unknown_name_is_answered_with_those_near_it(name: str, hint: str) -> None:
    with pytest.raises(FormatProblem, match="no format is called") as refused:
        format_named(name)

    assert refused.value.hint == hint
    assert len(refused.value.message) < 100


@pytest.mark.parametrize(
    ("certainties", "chosen"),
    [
        ({"a": 60, "b": 90, "c": 70}, "b"),
        ({"a": 50}, "a"),
        ({"a": 49}, None),
        ({"b": 80, "a": 80}, "a"),
        ({}, None),
    ],
)
def test_a_file_is_of_the_format_that_is_surest(certainties: dict[str, int], chosen: str | None) -> None:
    known = [sure(name, certainty) for name, certainty in certainties.items()]
    found = recognised(FILE, known)

    assert (found and found.name) == chosen


def test_a_format_that_cannot_read_or_fails_over_a_file_is_not_its_format() -> None:
    known = [
        sure("a", 60),
        Format("b", "fails", failing, nothing),
        sure("c", 90)._replace(read=None),
        sure("d", 90)._replace(recognise=None),
    ]

    assert recognised(FILE, known) == known[0]


def test_nothing_is_told_of_a_plugin_that_works(install: Install) -> None:
    install("rolodex")

    assert [each for each in broken() if isinstance(each, Broken) and each.name == "rolodex"] == []
