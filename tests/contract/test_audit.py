"""Versions held against advisories: what is affected is named, what is not stays unsaid, without any network."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version
from scripts.audit import findings, is_affected, main, pinned

Event = dict[str, str]
Advisory = dict[str, object]


def advisory(*events: Event, versions: tuple[str, ...] = (), name: str = "Sql_Thing", **more: object) -> Advisory:
    """An invented advisory."""
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    affected = {"package": {"ecosystem": "PyPI", "name": name}, "ranges": ranges, "versions": list(versions)}
    told: Advisory = {"id": "TEST-2026-1", "summary": "It says too\n much", "aliases": ["CVE-0-1"]}
    return {**told, "affected": [affected], **more}


def run(tmp_path: Path, *known: Advisory, pins: str = "sql.thing==1.4\nother==1\n", more: tuple[str, ...] = ()) -> int:
    """The exit code of an audit."""
    advisories, constraints = tmp_path / "known.json", tmp_path / "pins.txt"
    advisories.write_text(json.dumps(known), encoding="utf-8")
    constraints.write_text(pins, encoding="utf-8")
    return main([str(advisories), "--pins", str(constraints), *more])


@pytest.mark.parametrize(
    ("events", "version", "affected"),
    [
        ([{"introduced": "0"}, {"fixed": "1.4"}], "1.3.9", True),
        ([{"introduced": "0"}, {"fixed": "1.4"}], "1.4", False),
        ([{"introduced": "0"}, {"fixed": "1.4"}], "1.4rc1", True),
        ([{"introduced": "0"}, {"fixed": "1.4"}], "0.0.dev1", True),
        ([{"introduced": "1.2"}, {"fixed": "1.4"}], "1.1", False),
        ([{"introduced": "1.2"}, {"last_affected": "1.4"}], "1.4.0", True),
        ([{"introduced": "1.2"}, {"last_affected": "1.4"}], "1.4.1", False),
        ([{"introduced": "1.2"}], "9", True),
        ([{"fixed": "1.4"}, {"introduced": "0"}, {"introduced": "2"}, {"fixed": "2.1"}], "2.0.1", True),
        ([{"introduced": "0"}, {"fixed": "1.4"}, {"introduced": "2"}, {"fixed": "2.1"}], "1.9", False),
        ([{"introduced": "0"}, {"limit": "1.4"}], "1.3", True),
        ([{"introduced": "0"}, {"limit": "1.4"}], "1.5", False),
        ([{"introduced": "0"}, {"fixed": "1.10"}], "1.9", True),
        ([{"introduced": "0"}, {"fixed": "some day"}], "1.9", True),
    ],
)
def test_a_version_is_affected_between_events(events: list[Event], version: str, affected: bool) -> None:
    assert is_affected(version, {"ranges": [{"type": "ECOSYSTEM", "events": events}]}) is affected


@pytest.mark.parametrize(("version", "affected"), [("1.0", True), ("1.0.0", True), ("2.0", False)])
def test_a_version_that_is_listed_is_affected_however_it_is_spelt(version: str, affected: bool) -> None:
    assert is_affected(version, {"versions": ["1.0", "2004-old style"]}) is affected


def test_a_range_of_commits_says_nothing_of_a_version() -> None:
    assert not is_affected("1.0", {"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]})


@given(st.integers(0, 9), st.integers(0, 9), st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), max_size=3))
def test_a_version_is_affected_exactly_inside_a_range(major: int, minor: int, spans: list[tuple[int, int]]) -> None:
    mine = Version(f"{major}.{minor}")
    ends = [(f"{start}.5", f"{start + length}.2") for start, length in spans]
    ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": start}, {"fixed": end}]} for start, end in ends]

    is_inside = any(Version(start) <= mine < Version(end) for start, end in ends)
    assert is_affected(str(mine), {"ranges": ranges}) is is_inside


def test_an_advisory_is_told_with_its_other_names_and_what_puts_it_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, advisory({"introduced": "1"}, {"fixed": "1.5"})) == 1

    assert capsys.readouterr().out == "sql-thing 1.4: TEST-2026-1 (CVE-0-1), fixed in 1.5: It says too much\n"


@pytest.mark.parametrize(
    "known",
    [
        advisory({"introduced": "1"}, {"fixed": "1.4"}),
        advisory({"introduced": "0"}, name="sql"),
        advisory({"introduced": "0"}, withdrawn="2026-01-01T00:00:00Z"),
        {"id": "TEST-2", "affected": [{"package": {"ecosystem": "npm", "name": "other"}, "versions": ["1"]}]},
        {"id": "TEST-3"},
    ],
)
def test_what_does_not_apply_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], known: Advisory) -> None:
    assert run(tmp_path, known) == 0
    assert capsys.readouterr().out.startswith("2 versions, ")


def test_an_advisory_that_was_looked_into_is_passed_over_by_any_of_its_names(tmp_path: Path) -> None:
    known = advisory(versions=("1.4",))

    assert run(tmp_path, known) == 1
    assert run(tmp_path, known, more=("--accept", "CVE-0-1")) == 0
    assert run(tmp_path, known, more=("--accept", "CVE-0-2")) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"id": 3}', b"\xff", b'{"id": "a", "affected": [1]}'])
def test_advisories_that_cannot_be_read_are_no_clean_bill(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(content)

    assert [main([str(path)]), main([str(tmp_path / "none.json")])] == [2, 2]
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("sort", ["folder", "zip"])
def test_a_folder_and_a_zip_of_advisories_are_read_whole(tmp_path: Path, sort: str) -> None:
    text, pins = json.dumps(advisory(versions=("1.4",))), tmp_path / "pins.txt"
    pins.write_text("sql-thing==1.4", encoding="utf-8")
    folder = tmp_path / "known"
    folder.mkdir()
    (folder / "TEST-2026-1.json").write_text(text, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("TEST-2026-1.json", text)

    assert main([str(folder if sort == "folder" else tmp_path / "all.zip"), "--pins", str(pins)]) == 1


def test_an_empty_folder_is_no_clean_bill(tmp_path: Path) -> None:
    (tmp_path / "known").mkdir()

    assert main([str(tmp_path / "known")]) == 2


def test_what_is_installed_is_audited_when_no_pins_are_given(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(json.dumps(advisory({"introduced": "0"}, name="pytest")), encoding="utf-8")

    assert main([str(tmp_path / "known.json")]) == 1


def test_pins_are_read_with_and_without_digests() -> None:
    assert pinned("# a\nMy_Thing==1.0 \\\n    --hash=sha256:00\nother==2\n") == {"my-thing": "1.0", "other": "2"}


def test_every_package_of_an_advisory_is_looked_at() -> None:
    packages = [{"package": {"ecosystem": "PyPI", "name": name}, "versions": ["1"]} for name in ("one", "two")]
    found = findings([{"id": "TEST-2", "affected": packages}], {"one": "1", "two": "1"})

    assert [(each.name, each.summary) for each in found] == [("one", "no summary"), ("two", "no summary")]
