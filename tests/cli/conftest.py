"""A user in Rome on a Saturday morning, with nothing written down yet."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import ROME, SATURDAY, Processes, Run, Terminal, folders, settled_zone

FOREIGN = ("NETLOG_DB", "NETLOG_CONFIG", "NETLOG_TRACEBACK", "NO_COLOR", "COLUMNS", "LINES", "VISUAL", "EDITOR")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The user's home folder."""
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture
def netlog(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Netlog in this process, on Saturday 21 November 2026 at ten in Rome."""
    for name in FOREIGN:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**folders(home), "TZ": ROME}.items():
        monkeypatch.setenv(name, value)
    mask = os.umask(0o022)
    user = Run(home, monkeypatch).at(SATURDAY)
    yield user
    user.thaw()
    os.umask(mask)
    monkeypatch.undo()
    settled_zone()


@pytest.fixture
def processes(home: Path) -> Processes:
    """Netlog in processes of its own, with the true clock."""
    return Processes(home)


@pytest.fixture
def terminal(processes: Processes) -> Terminal:
    """Netlog at a terminal, with the true clock."""
    return Terminal(processes)
