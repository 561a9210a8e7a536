"""What the system has made read-only can be read, is not written, and nothing is created beside it."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.driving import Desk, files

from netlog.errors import ExitCode

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
ATTEMPT = """
import sys
from datetime import date
from pathlib import Path
from tests.storage.driving import Desk
from netlog.errors import StorageProblem

desk = Desk(Path(sys.argv[1]), wait=0.02)
with desk.reading() as reader:
    print(reader.people_count(), flush=True)
try:
    desk.add("aiko")
except StorageProblem as refusal:
    print(refusal.code, flush=True)
    sys.exit(refusal.exit_code)
"""

pytestmark = pytest.mark.skipif(
    os.name != "posix" or (os.geteuid() == 0 and sys.platform != "linux"),
    reason="needs modes that bind this user; only Linux lets root give up its privilege",
)


def obey_modes() -> None:
    """Give up root's right to pass over file modes, from the next program on; others never had it."""
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def attempt(path: Path) -> subprocess.CompletedProcess[str]:
    """Read, then write, as a program that file modes bind."""
    return subprocess.run(
        [sys.executable, "-c", ATTEMPT, path],
        preexec_fn=obey_modes,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A journal in a folder of its own, which may be locked."""
    desk = Desk(tmp_path / "journal" / "journal.db")
    desk.add("giulia")
    yield desk
    desk.path.parent.chmod(0o700)


def test_modes_bind_the_program_that_attempts(desk: Desk) -> None:
    done = attempt(desk.path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")


@pytest.mark.parametrize(
    ("folder", "journal", "code"),
    [(0o700, 0o400, "read_only"), (0o700, 0o444, "read_only"), (0o500, 0o600, "unusable_store"), (0o500, 0o400, None)],
)
def test_a_read_only_journal_is_read_and_not_written(desk: Desk, folder: int, journal: int, code: str | None) -> None:
    desk.path.with_name("journal.db.lock").unlink()
    before = files(desk.path.parent)
    desk.path.chmod(journal)
    desk.path.parent.chmod(folder)

    done = attempt(desk.path)

    assert (done.returncode, done.stdout, done.stderr) == (
        ExitCode.STORAGE,
        f"1\n{code or 'unusable_store'}\n",
        "",
    )
    assert {name: content for name, content in files(desk.path.parent).items() if name != "journal.db.lock"} == before


def test_a_folder_that_cannot_be_made_is_refused(desk: Desk) -> None:
    desk.path.parent.chmod(0o500)

    done = attempt(desk.path.parent / "new" / "journal.db")

    assert (done.returncode, done.stdout) == (ExitCode.STORAGE, "0\nunusable_store\n")
