"""A user in Rome, and a journal of sixty people in which every word was written by somebody hostile."""

import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import FOREIGN, home, netlog, processes, terminal
from tests.cli.running import ROME, Run, folders, settled_zone
from tests.hostile.corpus import everything, storable
from tests.hostile.scene import planted

__all__ = ["home", "hostile", "netlog", "processes", "terminal"]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal, made once."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        for name in FOREIGN:
            patch.delenv(name, raising=False)
        for name, value in {**folders(folder), "TZ": ROME}.items():
            patch.setenv(name, value)
        user = Run(folder, patch).at("2026-11-21T10:00")
        made(user)
        user.thaw()
    settled_zone()
    return folder / "data"


def made(user: Run) -> None:
    """Write down something of every sort, then put the corpus in its place."""
    user.path.parent.mkdir(parents=True)
    user.ok("demo", "--at", str(user.path), "--json")
    user.ok("season", "start", "hiring", "--boost", "tier:close", "--until", "2027-01-30")
    user.ok("event", "start", "PyCon", "--place", "Firenze")
    user.ok("mentor", "session", "edmund", "pricing", "--topic", "a", "--gave-feedback", "b", "--got-feedback", "c")
    user.ok("add", "Zed", "Twin", "--new", "--email", "zed@example.org", "--birthday", "11-22")
    user.ok("add", "Zed", "Twin", "--new", "--email", "zed@example.org", "--tier", "inner", "--every", "1d")
    user.ok("backup")
    planted(user.path, [text for text in everything() if storable(text)])


@pytest.fixture
def hostile(template: Path, netlog: Run) -> Run:
    """The user of that journal."""
    shutil.copytree(template, netlog.home / "data")
    return netlog
