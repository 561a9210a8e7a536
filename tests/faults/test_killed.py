"""A process may die at any moment: the journal is as it was before or as it is after, and goes on working."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.dying import JOBS, KILLED
from tests.storage.driving import (
    HISTORY,
    TRUTH,
    Desk,
    Rows,
    assert_sound,
    derived,
    files,
    laid_out_as_1,
    looking,
    recomputed,
    rows,
)

from netlog.storage.connect import SCHEMA_NUMBER, Behind, opened_to_read
from netlog.storage.migrate import upgrade
from netlog.storage.statements import COLUMNS

POINTS = int(os.environ.get("NETLOG_FAULT_POINTS", "24"))
"""At how many moments of each job to die, evenly spread; 0 is all of them."""

ROOT = Path(__file__).parents[2]
NOT_RANDOM = {
    table: ", ".join(f'"{column}"' for column in COLUMNS[table] if column != "uuid") for table in (*TRUTH, *HISTORY)
}
NOTHING: Rows = {table: [] for table in NOT_RANDOM}
Ask = Callable[[int, Path], str]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="dies by SIGKILL in a forked child")


@pytest.fixture(params=list(JOBS))
def job(request: pytest.FixtureRequest) -> str:
    """What is being done."""
    return str(request.param)


@pytest.fixture
def ask(job: str) -> Iterator[Ask]:
    """Do the job on that journal and die before that step."""
    command = [sys.executable, "-m", "tests.faults.dying", job]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin
        assert server.stdout
        asked, told = server.stdin, server.stdout

        def answer(last: int, path: Path) -> str:
            asked.write(f"{last} {path}\n")
            asked.flush()
            return told.readline().strip()

        yield answer
        asked.close()


@pytest.fixture
def before(job: str, tmp_path: Path) -> Path:
    """A folder with the journal as the job finds it."""
    desk = Desk(tmp_path / "before" / "journal.db")
    desk.path.parent.mkdir()
    if job != "create":
        laid_out_as_1(desk.path)
    if job not in {"create", "upgrade"}:
        upgrade(desk.path, desk.reckoning)
        desk.log(1, 2, text="a long story " * 3000)
    if job == "redo":
        desk.undo()
    return desk.path.parent


def state(path: Path) -> Rows:
    """Everything stored that is not chance; a journal that is absent holds nothing."""
    if not path.exists():
        return NOTHING
    with looking(path) as connection:
        return rows(connection, NOT_RANDOM)


def moments(steps: int) -> list[int]:
    """Steps to die at, the first and the last among them."""
    wanted = min(POINTS or steps, steps)
    return sorted({1 + (steps - 1) * i // max(1, wanted - 1) for i in range(wanted)})


def first_command_after(desk: Desk, moment: int) -> None:
    """Read or write, in turn: either must cope with what was left behind."""
    try:
        if moment % 2:
            opened_to_read(desk.path).close()
        else:
            with desk.appending():
                pass
    except Behind:
        upgrade(desk.path, desk.reckoning)


def layout(path: Path) -> int:
    with closing(opened_to_read(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_process_killed_at_any_step_leaves_the_journal_before_or_after(
    job: str, ask: Ask, before: Path, tmp_path: Path
) -> None:
    done = Desk(shutil.copytree(before, tmp_path / "done") / "journal.db")
    steps = int(ask(0, done.path))
    known = [state(before / "journal.db"), state(done.path)]
    left_hot = set()

    for moment in moments(steps):
        desk = Desk(shutil.copytree(before, tmp_path / "killed") / "journal.db")
        assert ask(moment, desk.path) == KILLED
        left_hot.add(any(name.endswith("-journal") for name in files(desk.path.parent)))
        first_command_after(desk, moment)

        assert state(desk.path) in known, f"step {moment} of {steps}"
        desk.add("afterwards")
        assert_sound(desk.path)
        with looking(desk.path) as connection:
            assert connection.execute("SELECT count(*) FROM person WHERE handle = 'afterwards'").fetchone() == (1,)
            assert derived(connection) == recomputed(desk.path, desk.reckoning)
        assert layout(desk.path) == SCHEMA_NUMBER
        assert not [name for name in files(desk.path.parent) if name.startswith(".") or ".new" in name]
        shutil.rmtree(desk.path.parent)

    assert left_hot == {True, False}, "some deaths leave a journal to roll back, some do not"
