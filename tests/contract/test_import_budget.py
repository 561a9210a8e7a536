"""What each road may load: looked at in a process of its own, for only there a deferral shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.storage.driving import Desk

ORM = {"sqlmodel", "sqlalchemy", "pydantic", "alembic"}
SELDOM = {"dateutil", "rapidfuzz", "snowballstemmer", "tomlkit", "platformdirs"}
"""What only a few commands need."""

HEAVY = {"typer", "rich", "json", "re", "dataclasses", "enum", "typing", "pathlib", "inspect", "contextlib", "tomllib"}
OURS = {"netlog.side_door", "netlog.paths", "netlog.storage", "netlog.storage.waiting"}
IMPORTED = re.compile(r"import time: +\d+ \| +\d+ \| +(\S+)")


@pytest.fixture
def journal(tmp_path: Path) -> dict[str, str]:
    """Where a journal with one person is."""
    path = tmp_path / "journal.db"
    Desk(path).add("giulia")
    return {"NETLOG_DB": str(path), "NETLOG_CONFIG": str(tmp_path / "config.toml")}


def loaded(environ: dict[str, str], *arguments: str) -> set[str]:
    """The modules that Python imports for these arguments, beyond those it begins with."""
    return imported(environ, "-m", "netlog", *arguments) - imported(environ, "-m", "this_is_no_module")


def imported(environ: dict[str, str], *arguments: str) -> set[str]:
    """The modules that Python imports for these arguments."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "NETLOG"))}
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, env=inherited | environ, capture_output=True, text=True, check=False)
    return set(IMPORTED.findall(done.stderr))


def packages(modules: set[str]) -> set[str]:
    """The packages that the modules are of."""
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(
    "arguments", [("due", "--count"), ("--names", "people", "gi"), ("--names", "tags", ""), ("--names", "kinds", "")]
)
def test_the_side_door_loads_next_to_nothing(journal: dict[str, str], arguments: tuple[str, ...]) -> None:
    modules = loaded(journal, *arguments)

    assert {name for name in modules if name.startswith("netlog.")} <= OURS
    assert packages(modules) & (HEAVY | ORM) == set()
    assert "sqlite3" in modules


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("due",),
        ("due", "--json"),
        ("due", "--count", "--json"),
        ("log", "giulia", "coffee"),
        ("note", "giulia likes sailing"),
        ("add", "Ada Nowak"),
        ("find", "pricing"),
        ("show", "giulia"),
        ("why", "giulia"),
        ("people",),
        ("undo",),
        ("shell", "bash"),
        ("--help",),
        ("log", "--help"),
        ("--version",),
        ("nonsense",),
    ],
)
def test_reads_appends_and_help_in_a_pipe_load_neither_the_orm_nor_rich(
    journal: dict[str, str], arguments: tuple[str, ...]
) -> None:
    modules = packages(loaded(journal, *arguments))

    assert modules & (ORM | {"rich"}) == set()
    assert "typer" in modules


def test_changing_a_record_loads_the_orm(journal: dict[str, str]) -> None:
    assert {"sqlmodel", "sqlalchemy"} <= packages(loaded(journal, "rename", "giulia", "Giulia Verdi"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "--json"),
        ("log", "giulia", "coffee"),
        ("note", "it rains"),
        ("add", "Ada Nowak"),
        ("find", "x"),
        ("show", "giulia"),
    ],
)
def test_what_is_used_all_day_leaves_out_what_few_commands_need(
    journal: dict[str, str], arguments: tuple[str, ...]
) -> None:
    assert packages(loaded(journal, *arguments)) & SELDOM == set()


def test_counting_months_is_left_to_dateutil(journal: dict[str, str]) -> None:
    assert "dateutil" in packages(loaded(journal, "stats"))


def test_comparing_topics_is_left_to_the_stemmer_without_the_orm(journal: dict[str, str]) -> None:
    modules = packages(loaded(journal, "who", "pricing"))

    assert "snowballstemmer" in modules
    assert modules & (ORM | {"rich"}) == set()


@pytest.mark.parametrize("arguments", [("gave", "giulia", "a book"), ("exchanges",), ("people", "--i-owe")])
def test_writing_down_help_and_looking_at_it_loads_nothing_seldom_needed(
    journal: dict[str, str], arguments: tuple[str, ...]
) -> None:
    assert packages(loaded(journal, *arguments)) & (ORM | SELDOM | {"rich"}) == set()
