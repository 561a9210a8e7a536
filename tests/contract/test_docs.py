"""What the pages say is so: examples show what happens, links lead somewhere, nothing is named that is not here."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from scripts.reference import MADE
from tests.contract.pages import ROOT, blocks, commands, played, reader

from netlog.cli.app import COMMANDS
from netlog.domain.when import Prefer, read_when

README = ROOT / "README.md"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
HAND_WRITTEN = [path for path in PAGES if MADE not in path.read_text(encoding="utf-8")]
PLAYED = [path for path in HAND_WRITTEN if blocks(path.read_text(encoding="utf-8"), "console")]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"\.\./shared|(?<![\w.~])/(?:work|tmp|root|home)/|file://")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def section(page: str, heading: str) -> str:
    """What stands between that heading and the next of its rank."""
    after = page.partition(f"\n## {heading}\n")[2]
    return after.partition("\n## ")[0]


def prose(page: str) -> str:
    """The page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)


def anchors(page: str) -> set[str]:
    """What a link may name after a hash: the headings in lower case, with hyphens."""
    headings = re.findall(r"^#+ (.+)$", prose(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path: Path) -> Iterator[str]:
    for target in LINK.findall(prose(path.read_text(encoding="utf-8"))):
        file, _, anchor = target.partition("#")
        aim = (path.parent / file).resolve() if file else path
        if "://" in target:
            continue
        if not aim.exists() or (anchor and anchor not in anchors(aim.read_text(encoding="utf-8"))):
            yield target


@pytest.mark.parametrize("path", PLAYED, ids=named)
def test_the_examples_of_a_page_show_what_happens(path: Path, tmp_path: Path, is_update: bool) -> None:
    written = path.read_text(encoding="utf-8")
    today = played(written, tmp_path)

    if is_update:
        path.write_text(today, encoding="utf-8")
    assert today == written or is_update


def test_the_tutorial_and_the_readme_are_among_the_pages_played() -> None:
    assert {"README.md", "docs/tutorial.md"} <= set(map(named, PLAYED))


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    assert list(broken_links(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_no_page_names_a_place_outside_the_repository(path: Path) -> None:
    assert ELSEWHERE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_command_a_page_tells_to_type_exists(path: Path) -> None:
    typed = (line.split() for line in commands(path.read_text(encoding="utf-8")))
    words = {line[1] for line in typed if line[:1] == ["netlog"] and len(line) > 1}

    assert {word for word in words if not word.startswith("-")} <= {entry.name for entry in COMMANDS}


def test_every_page_can_be_reached_from_the_index() -> None:
    waiting, reached = [ROOT / "docs/index.md"], set[Path]()
    while waiting:
        page = waiting.pop()
        reached.add(page)
        targets = (target.partition("#")[0] for target in LINK.findall(page.read_text(encoding="utf-8")))
        aims = {(page.parent / target).resolve() for target in targets if target.endswith(".md")}
        waiting += [aim for aim in aims if aim.exists() and aim not in reached]

    assert set(PAGES) <= reached


def test_the_picture_in_the_readme_is_the_morning_of_the_demo(tmp_path: Path, is_update: bool) -> None:
    page = README.read_text(encoding="utf-8")
    picture = blocks(page, "text")[0]
    with reader(tmp_path) as (_, run):
        run("netlog demo --at demo.db")
        shown = run("netlog --db demo.db due").text
    today = "$ netlog due\n" + "".join(f"{line.rstrip()}\n" for line in shown.splitlines())

    if is_update:
        README.write_text(page.replace(picture, today, 1), encoding="utf-8")
    assert picture == today or is_update


@pytest.mark.parametrize("heading", ["Try it", "Run the tests"])
def test_the_readme_gives_one_command_under_a_heading(heading: str) -> None:
    (block,) = blocks(section(README.read_text(encoding="utf-8"), heading), "sh")

    assert len(block.splitlines()) == 1


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    (command,) = blocks(section(README.read_text(encoding="utf-8"), "Run the tests"), "sh")

    assert (ROOT / ".ci/run").read_text(encoding="utf-8") == f"#!/usr/bin/env bash\n{command}"


def test_the_change_log_has_a_place_for_what_is_not_released_yet() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_command_answers_with_the_type_in_the_guide_to_json(tmp_path: Path) -> None:
    guide = (ROOT / "docs/how-to/json-in-scripts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(netlog [^`]+)`.* \| `(\w+)` \|$", guide, flags=re.MULTILINE)
    with reader(tmp_path) as (_, run):
        answers = [(line, json.loads(run(f"{line} --json").text)["type"]) for line, _ in rows]

    assert len(rows) > 15
    assert answers == rows


def test_every_date_in_the_guide_to_dates_can_be_read() -> None:
    guide = (ROOT / "docs/how-to/dates.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:a|so|in) .*$", guide, flags=re.MULTILINE)
    phrases = [phrase for row in rows for phrase in re.findall(r"`([^`]+)`", row)]

    assert len(phrases) > 20
    assert all(read_when(phrase, date(2026, 11, 21), prefer=Prefer.PAST) for phrase in phrases)
