"""The page on building a format does what it says: its package is built, found, and reads its file."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from tests.contract.pages import ROOT, blocks

from netlog.errors import FormatProblem
from netlog.formats.opening import sources
from netlog.formats.registry import SURE_ENOUGH, format_named, formats, recognised
from netlog.interchange import HEAD_BYTES, Card, Format, Noted, Reading, Record, Rejected

PAGE = (ROOT / "docs/how-to/build-a-format.md").read_text(encoding="utf-8")
READING = Reading(date(2026, 11, 21))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the page, built as an installer builds it and unpacked."""
    project, installed = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("installed")
    for name, language in (("pyproject.toml", "toml"), ("netlog_abook.py", "python")):
        (text,) = blocks(PAGE, language)
        (project / name).write_text(text, encoding="utf-8")
    built = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(installed)]
    subprocess.run(built, cwd=project, check=True, capture_output=True)
    with zipfile.ZipFile(next(installed.glob("*.whl"))) as wheel:
        wheel.extractall(installed)
    return installed


@pytest.fixture
def abook(package: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Format]:
    """The format of the page, installed for one test."""
    monkeypatch.syspath_prepend(str(package))
    yield format_named("abook")
    sys.modules.pop("netlog_abook")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file that the page shows."""
    (text,) = blocks(PAGE, "ini")
    path = tmp_path / "addressbook"
    path.write_text(text, encoding="utf-8")
    return path


def read(format_: Format, path: Path) -> list[Record]:
    assert format_.read
    with sources(path, BytesIO()) as found:
        return [record for source in found for record in format_.read(source, READING)]


def test_the_format_of_the_page_reads_the_file_of_the_page(abook: Format, file: Path) -> None:
    giulia = (("email", "giulia@example.org"), ("email", "g.ferraro@example.com"))
    lukasz = (("email", "lukasz@example.net"), ("phone", "+48 600 100 200"))

    assert read(abook, file) == [
        Card("", "[0]", "Giulia Ferraro", aliases=("Giu",), contacts=giulia, facts=(Noted("likes sailing"),)),
        Card("", "[1]", "Łukasz Zieliński", contacts=lukasz),
        Rejected("[2]", "no name"),
    ]


def test_the_file_of_the_page_is_recognised(abook: Format, file: Path) -> None:
    with sources(file, BytesIO()) as found:
        assert [recognised(source, formats()) for source in found] == [abook]


@pytest.mark.parametrize("content", [b"no section", b"[a]\nx=\xff\n", b"[a]\n[a]\n"])
def test_a_file_that_is_none_is_refused_in_one_line(abook: Format, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(FormatProblem, match="this is no address book") as refused:
        read(abook, file)

    assert "\n" not in refused.value.hint


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    assert f"below {SURE_ENOUGH} nobody is chosen" in PAGE
    assert f"the first {HEAD_BYTES >> 10} KiB" in PAGE
