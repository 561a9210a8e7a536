"""A journal of an older layout is brought up to date by whichever command comes first."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.running import Run

OLD = Path(__file__).parent.parent / "storage" / "stores" / "layout-1.sql"


@pytest.fixture
def old(netlog: Run) -> Path:
    path = netlog.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    return path


@pytest.mark.parametrize(
    "command", ["due", "add Zed Zimmer", "log giulia coffee", "note giulia sings", "rename giulia Giulia Verdi", "undo"]
)
def test_any_command_can_be_the_first_on_an_older_journal(netlog: Run, old: Path, command: str) -> None:
    netlog.ok(*command.split())

    assert netlog.json("people")["total"] >= 10
    assert [copy.name for copy in (old.parent / "backups").iterdir()] != []
