"""Questions, drafts, previews and forms with hostile words: the terminal is told nothing but words."""

import io
import sys
from pathlib import Path

import pytest
from tests.cli.running import Run, Terminal
from tests.hostile.corpus import ACTIVE, TEXTS, everything, in_bundles, storable
from tests.hostile.judge import leaks, live
from tests.hostile.scene import Keyboard, at_terminal

from netlog.cli import ask
from netlog.domain.people import Named

NAMES = in_bundles([text.replace("\n", " ") for text in everything() if storable(text)], longest=120)
WORST = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m\r\b[bold]x[/bold]"
NO = "n\n"


@pytest.fixture
def crowd(netlog: Run) -> Run:
    """Two people who are called alike, with all of the corpus behind their names."""
    for name in NAMES[::4]:
        netlog.ok("add", f"Anna {name} Neri", "--new")
    return netlog


def test_which_of_several_is_asked_without_danger(crowd: Run) -> None:
    shown = at_terminal(crowd, "log", "Anna", "coffee", typed="\n")

    assert shown.is_clean()
    assert shown.stderr.count(b"Anna") >= len(NAMES[::4])


@pytest.mark.parametrize("name", NAMES[::4])
def test_whether_to_add_somebody_is_asked_without_danger(netlog: Run, name: str) -> None:
    for arguments in (("log", "coffee with", name), ("add", name), ("add", name)):
        assert at_terminal(netlog, *arguments, typed=NO * 3).is_clean()


def test_whether_to_merge_restore_or_forget_is_asked_without_danger(hostile: Run) -> None:
    for line in ("merge zed zed-t", "restore", "forget zed", "event end pycon", "demo --step"):
        shown = at_terminal(hostile, *line.split(), typed=NO * 30)

        assert shown.is_clean(but="\n\t"), line
        assert b"?" in shown.stderr or b"erase" in shown.stderr or line.startswith(("event", "demo")), line


@pytest.mark.parametrize("name", [*ACTIVE, *TEXTS])
def test_every_way_to_ask_is_safe(name: str, netlog: Run, capsys: pytest.CaptureFixture[str]) -> None:
    text = {**ACTIVE, **TEXTS}[name]
    netlog.monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO(b"y\n1\nx\n"), encoding="utf-8"))

    assert ask.is_sure(text)
    assert ask.which(text, [Named(1, "a", text)]).handle == "a"
    assert ask.text(text, default=text) == "x"
    ask.say(text)
    said = capsys.readouterr()

    assert live(said.err + said.out) == set()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1250"])
def test_no_encoding_of_a_terminal_is_too_poor_for_hostile_text(hostile: Run, encoding: str) -> None:
    for line in (
        "people",
        "show zed",
        "history",
        "export csv",
        "export vcard",
        "export",
        "merge zed zed-t",
        "show \u0142x",
    ):
        shown = at_terminal(hostile, *line.split(), typed=NO, encoding=encoding)

        assert b"this is a bug" not in shown.stderr, line
        assert leaks(shown.stdout.decode(encoding).encode()) == set()


def test_a_draft_in_a_folder_with_a_hostile_name_is_named_without_danger(netlog: Run) -> None:
    folder = netlog.home / WORST.replace("/", "-")
    netlog.monkeypatch.setenv("NETLOG_DB", str(folder / "journal.db"))
    netlog.ok("add", "Giulia Rossi")
    fails = netlog.home / "fails"
    fails.write_text('#!/bin/sh\necho tea >> "$1"; exit 3\n')
    fails.chmod(0o755)
    netlog.monkeypatch.setattr("tests.hostile.scene.TERMINAL", {"TERM": "xterm", "EDITOR": str(fails)})

    for line in ("log giulia -e", "edit giulia", "note -e", "log giulia -e --json"):
        shown = at_terminal(netlog, *line.split())

        assert shown.is_clean()
        assert shown.exit_code == 1
        assert b"your text is kept in" in shown.stderr
    assert len(list((folder / "drafts").iterdir())) == 4


def test_what_a_real_terminal_is_asked_is_as_harmless(terminal: Terminal) -> None:
    asked = terminal("log", "coffee", "with", f"Zofia {WORST}")
    asked.answer("Add them?", "n")
    asked.answer("Who is it then", "")

    assert leaks(asked.rest(), is_counting=True) == set()
    assert asked.exit_code == 1


def test_a_form_holds_nothing_that_an_editor_hides_or_obeys(hostile: Run) -> None:
    kept = hostile.home / "kept"
    copies = hostile.home / "copies"
    copies.write_text(f'#!/bin/sh\ncat "$1" >> "{kept}"\n')
    copies.chmod(0o755)
    hostile.monkeypatch.setattr("tests.hostile.scene.TERMINAL", {"TERM": "xterm", "EDITOR": str(copies)})

    for line in ("edit zed", "edit edmund", *(f"edit {number}" for number in range(1, 50))):
        assert b"nothing changes" in at_terminal(hostile, *line.split()).stdout

    assert live(kept.read_text(encoding="utf-8"), but="\n\t") == set()
    assert kept.stat().st_size > 10_000
    assert not list(Path(hostile.path.parent / "drafts").iterdir())
