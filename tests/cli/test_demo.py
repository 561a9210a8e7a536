"""The demo as a newcomer meets it: in a pipe, at a terminal, at a place of their choice."""

import os
import re
import stat
import tempfile
from pathlib import Path

import pytest
from tests.cli.running import Processes, Run, Terminal

from netlog.demo.walk import FIRST, STEPS
from netlog.errors import ExitCode

SENTINEL = b"not a journal, and none of your business"
posix = pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def walk(netlog: Run) -> str:
    """What the demo says in a pipe."""
    return netlog.ok("demo").stdout


def test_the_walk_shows_every_command_in_order_each_with_an_answer(walk: str) -> None:
    shown = re.findall(r"^\$ netlog (.+)\n(?= *\S)", walk, flags=re.MULTILINE)

    assert shown == [step.line for step in STEPS]


@pytest.mark.parametrize(
    "words",
    [
        "This is an invented journal: 60 people and ",
        "\ntoday\n  awaiting    Kasia Wrońska ",
        "\nif you have time\n  follow up   Anna Maślanka ",
        "overdue     Giulia Ferrante ",
        "\nwhy Giulia Ferrante (giulia)\n",
        "\nZoë Whitcombe (zoe)\n",
        "\nkept in the inbox: Anna is looking for a room in Gdańsk ",
        "\nlogged call with Giulia Ferrante · yesterday, Fri 20 Nov · +pricing ",
        "\nby month\n",
        "\nundone: logged call with Giulia Ferrante, Fri 20 Nov 2026\n",
    ],
)
def test_the_answers_are_those_of_a_terminal(walk: str, words: str) -> None:
    assert words in walk


def test_the_walk_fits_eighty_columns_and_holds_neither_controls_nor_haste(walk: str) -> None:
    prose = [line for line in walk.splitlines() if "NETLOG_DB=" not in line and "--db" not in line]

    assert [line for line in prose if len(line) > 80] == []
    assert [char for char in walk if not (char.isprintable() or char == "\n")] == []
    assert "!" not in walk


def test_the_walk_ends_with_how_to_go_on_and_how_to_begin(walk: str, netlog: Run, drafts: Path) -> None:
    (journal,) = drafts.glob("netlog-demo-*/journal.db")

    assert str(journal) in walk
    assert walk.endswith(f"Your own journal begins with one line:\n\n  {FIRST}\n")
    assert "Giulia Ferrante" in netlog.ok("--db", str(journal), "due").stdout


def test_the_journal_is_as_it_was_before_the_log_of_the_walk(netlog: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    netlog.ok("demo", "--at", str(path))

    latest, before, *_ = netlog.json("--db", str(path), "history")["operations"]
    assert (latest["words"], latest["is_undone"]) == ("logged call with Giulia Ferrante, Fri 20 Nov 2026", True)
    assert before["words"].startswith("kept in the inbox: Anna is looking for a room")


@posix
def test_the_journal_lies_in_a_folder_of_its_owner(walk: str, drafts: Path) -> None:
    (folder,) = drafts.iterdir()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "journal.db").stat().st_mode) == 0o600
    assert walk


def test_every_demo_has_a_place_of_its_own(netlog: Run, drafts: Path) -> None:
    first, second = (netlog.json("demo")["path"] for _ in range(2))

    assert first != second
    assert {Path(first).parent, Path(second).parent} == set(drafts.iterdir())


def test_json_is_one_object_and_no_walk(netlog: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    answer = netlog.json("demo", "--at", str(path))

    assert (answer["type"], answer["path"], answer["people"], answer["inbox"]) == ("demo", str(path), 60, 3)
    assert answer["interactions"] == netlog.json("--db", str(path), "stats")["interactions"]
    assert answer["today"] == "2026-11-21"


@pytest.mark.parametrize("option", ["--at", "--keep"])
def test_a_file_that_is_there_is_refused_and_left_alone(netlog: Run, tmp_path: Path, option: str) -> None:
    path = tmp_path / "mine.db"
    path.write_bytes(SENTINEL)
    result = netlog("demo", option, str(path))

    assert (result.exit_code, result.stdout) == (ExitCode.CONFLICT, "")
    assert "is there already" in result.stderr
    assert path.read_bytes() == SENTINEL


def test_a_place_that_cannot_be_written_is_a_matter_of_storage(netlog: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(SENTINEL)

    assert netlog("demo", "--at", str(tmp_path / "file" / "demo.db")).exit_code == ExitCode.STORAGE


def test_without_a_temporary_folder_it_says_what_to_do(
    netlog: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    result = netlog("demo")

    assert (result.exit_code, result.stdout) == (ExitCode.STORAGE, "")
    assert "netlog demo --at PATH" in result.stderr


def test_a_journal_given_before_the_command_is_refused_untouched(netlog: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_bytes(SENTINEL)
    result = netlog("--db", str(path), "demo", "--json")

    assert (result.exit_code, result.error()["code"]) == (ExitCode.USAGE, "usage")
    assert path.read_bytes() == SENTINEL


def test_the_users_journal_and_settings_are_neither_read_nor_touched(
    netlog: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = {"NETLOG_DB": tmp_path / "mine.db", "NETLOG_CONFIG": tmp_path / "mine.toml"}
    for variable, path in theirs.items():
        path.write_bytes(SENTINEL)
        path.chmod(0o400)
        monkeypatch.setenv(variable, str(path))
    stored = netlog.stored()

    assert netlog.ok("demo").stdout.count("$ netlog") == len(STEPS)
    assert [path.read_bytes() for path in theirs.values()] == [SENTINEL, SENTINEL]
    assert netlog.stored() == stored


def test_a_terminal_that_knows_ascii_alone_gets_plain_letters(processes: Processes, drafts: Path) -> None:
    shown = processes("demo", TMPDIR=str(drafts), PYTHONUTF8="0", PYTHONIOENCODING="ascii").stdout

    assert shown.isascii()
    assert "Zoe Whitcombe" in shown
    assert re.findall(r"\S*\?", shown) == ["plans?"]


def test_a_pipe_is_as_wide_as_a_page_whatever_the_terminal(processes: Processes, drafts: Path) -> None:
    narrow, wide = (processes("demo", TMPDIR=str(drafts), COLUMNS=columns).stdout for columns in ("40", "200"))

    assert without_paths(narrow) == without_paths(wide)


def without_paths(walk: str) -> str:
    """The walk but for where its journal is."""
    return re.sub(r"netlog-demo-\w+", "", walk)


def test_waiting_between_steps_is_for_terminals(netlog: Run) -> None:
    assert netlog.ok("demo", "--step").stdout.count("$ netlog") == len(STEPS)


def test_at_a_terminal_it_waits_between_steps_when_asked(terminal: Terminal, tmp_path: Path) -> None:
    at_desk = terminal("demo", "--step", "--at", str(tmp_path / "demo.db"))
    for _ in STEPS:
        at_desk.answer("Enter goes on", "")

    assert FIRST.encode() in at_desk.rest()
    assert at_desk.exit_code == ExitCode.OK


def test_at_a_terminal_it_goes_on_by_itself_and_draws_as_every_command(terminal: Terminal, tmp_path: Path) -> None:
    shown = terminal("demo", "--at", str(tmp_path / "demo.db")).rest()

    assert b"\x1b[1mGiulia Ferrante\x1b[0m" in shown
    assert FIRST.encode() in shown
