"""The way in as a process: what it exits with when it is interrupted or nobody listens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.shell.journals import Place

LINES = (("due", "--count"), ("--names", "people", "gi"), ("people",), ("due", "--count", "--json"))
NOT_HERE = pytest.mark.skipif(sys.platform == "win32", reason="pipes, signals and /dev are other things there")


@pytest.fixture
def filled(place: Place) -> Place:
    """A journal with one person."""
    place.desk().add("giulia")
    return place


def netlog(place: Place, *arguments: str, stdout: int = subprocess.PIPE, path: str = "") -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    command = [sys.executable, "-m", "netlog", *arguments]
    environ = {**os.environ, **place.environ, "PYTHONPATH": path}
    done = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environ, text=True, check=False)
    return done.returncode, done.stdout or "", done.stderr


def test_the_number_is_a_line_of_its_own(filled: Place) -> None:
    assert netlog(filled, "due", "--count") == (0, "1\n", "")


def test_names_are_lines(filled: Place) -> None:
    assert netlog(filled, "--names", "people", "gi") == (0, "giulia\n", "")


def test_letters_beyond_ascii_are_folded(filled: Place) -> None:
    filled.desk().add("lukasz", name="Łukasz Nowak")

    assert netlog(filled, "--names", "people", "Łu") == (0, "lukasz\n", "")


@pytest.mark.parametrize("arguments", [("due", "--count"), ("due",)])
def test_a_missing_journal_is_an_empty_one(place: Place, arguments: tuple[str, ...]) -> None:
    code, _, told = netlog(place, *arguments)

    assert (code, told) == (0, "")


def test_names_of_a_missing_journal_are_none(place: Place) -> None:
    assert netlog(place, "--names", "people", "gi") == (0, "", "")


@NOT_HERE
@pytest.mark.parametrize("arguments", LINES)
def test_a_closed_pipe_ends_it_quietly(filled: Place, arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        code, _, told = netlog(filled, *arguments, stdout=write)
    finally:
        os.close(write)

    assert (code, told) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("due", "--count"), ("people",)])
def test_a_full_disk_is_told(filled: Place, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        code, _, told = netlog(filled, *arguments, stdout=full.fileno())

    assert code == 1
    assert "cannot write the answer" in told


@NOT_HERE
@pytest.mark.parametrize("arguments", [*LINES, ("log", "giulia", "coffee")])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(filled: Place, arguments: tuple[str, ...], closed: str) -> None:
    line = f"exec '{sys.executable}' -m netlog {' '.join(arguments)} {closed}"
    done = subprocess.run(["sh", "-c", line], env={**os.environ, **filled.environ}, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


INTERRUPTS = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"


@NOT_HERE
@pytest.mark.parametrize(("module", "arguments"), [("sqlite3", LINES[0]), ("typer", LINES[2]), ("zlib", LINES[2])])
def test_an_interrupt_while_modules_load_ends_it_quietly(
    filled: Place, tmp_path: Path, module: str, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / f"{module}.py").write_text(INTERRUPTS, encoding="utf-8")

    assert netlog(filled, *arguments, path=str(tmp_path / "first")) == (130, "", "")


def test_what_runs_at_exit_still_runs(filled: Place, tmp_path: Path) -> None:
    left = "import atexit, os\natexit.register(lambda: os.write(2, b'bye'))\n"
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(left, encoding="utf-8")

    assert netlog(filled, "due", "--count", path=str(tmp_path / "first")) == (0, "1\n", "bye")
