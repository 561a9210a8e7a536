"""What a command has loaded when it ends: only a process of its own proves that what is put off stays off."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = (
    "import sys; from netlog.__main__ import answered; answered(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
)
ORM = {"sqlmodel", "sqlalchemy", "pydantic", "alembic"}
DAILY = [
    "due",
    "due --json",
    "add Priya Nair",
    "log giulia coffee about pricing",
    "note Giulia moves to Gdańsk",
    "note nobody in particular",
    "find pricing",
    "show giulia",
    "why giulia",
    "people",
    "undo",
    "history",
    "--help",
    "log --help",
]
AT_THE_SIDE = ["due --count", "--names people g"]
CHANGING = ["rename giulia Giulia Bassi", "snooze giulia 2w", "edit giulia --tier close", "rm giulia"]


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with one person in it."""
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    loaded_by("add Giulia Ferraro", path)
    return path


def loaded_by(line: str, journal: Path) -> set[str]:
    """The modules loaded when that command has ended, its output in a pipe."""
    named = {"NETLOG_DB": str(journal), "NETLOG_CONFIG": str(journal.with_name("config.toml"))}
    environ = {**named, "PATH": os.environ.get("PATH", os.defpath)}
    command = [sys.executable, "-c", SCRIPT, *line.split()]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("line", DAILY)
def test_a_daily_command_in_a_pipe_loads_neither_the_orm_nor_rich(line: str, journal: Path) -> None:
    loaded = loaded_by(line, journal)

    assert "netlog.cli.main" in loaded
    assert loaded & (ORM | {"rich", "platformdirs", "tomlkit", "rapidfuzz"}) == set()


@pytest.mark.parametrize("line", AT_THE_SIDE)
def test_prompts_and_completion_leave_typer_out_too(line: str, journal: Path) -> None:
    loaded = loaded_by(line, journal)

    assert "netlog.side_door" in loaded
    assert loaded & (ORM | {"typer", "click", "rich", "netlog.cli.main"}) == set()


@pytest.mark.parametrize("line", CHANGING)
def test_changing_a_record_goes_through_the_orm(line: str, journal: Path, tmp_path: Path) -> None:
    copy = tmp_path / "journal.db"
    copy.write_bytes(journal.read_bytes())

    assert {"sqlmodel", "sqlalchemy"} <= loaded_by(line, copy)
