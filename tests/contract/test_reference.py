"""The reference says what the code says."""

import re

import pytest
from scripts.reference import MADE, PAGES, TARGET, command_help, records, type_of_class

from netlog.cli.app import COMMANDS, Entry
from netlog.errors import ExitCode
from netlog.options import SETTINGS
from netlog.render.columns import COLUMNS


def page(name: str) -> str:
    return (TARGET / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_says(name: str) -> None:
    assert page(name) == PAGES[name](), "run python scripts/reference.py"


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_has_an_example_that_uses_it(entry: Entry) -> None:
    example = re.search(r"^ +Example: (.+)", command_help(entry), flags=re.MULTILINE)

    assert example
    assert f"netlog {entry.name}" in example[1]


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_option_of_a_command_is_explained(entry: Entry) -> None:
    options = command_help(entry).partition("Options:\n")[2]
    starts = [line for line in options.splitlines() if line.startswith("  -")]
    follow = dict(zip(options.splitlines(), [*options.splitlines()[1:], ""], strict=True))

    assert [line for line in starts if not re.search(r"\S  +\S", line.strip()) and not follow[line].strip()] == []


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_is_documented(entry: Entry) -> None:
    assert f"\n### netlog {entry.name}\n" in page("commands.md")


@pytest.mark.parametrize("code", ExitCode, ids=lambda code: code.name)
def test_every_exit_code_is_listed(code: ExitCode) -> None:
    assert f"\n| {int(code)} |" in page("exit-codes.md")


def test_every_answer_has_its_shape_in_the_reference() -> None:
    headings = re.findall(r"^### (\w+)$", page("json.md"), flags=re.MULTILINE)

    assert sorted(headings) == sorted(type_of_class(kind) for kind in records())


def test_every_sort_of_row_and_every_setting_is_in_the_reference() -> None:
    assert [name for name in COLUMNS if f"| `{name}` |" not in page("plain.md")] == []
    assert [each.name for each in SETTINGS if f"| `{each.name}` |" not in page("configuration.md")] == []


def test_pages_that_call_themselves_made_are_the_made_ones() -> None:
    assert {path.name for path in TARGET.iterdir() if MADE in page(path.name)} == set(PAGES)
