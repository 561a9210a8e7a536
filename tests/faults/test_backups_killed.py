"""A backup or a restore may die at any moment: the journal is as before or as restored, and no copy is half a copy."""

import os
import shutil
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.faults.dying import KILLED, Steps
from tests.storage.driving import Desk, Rows, assert_sound, truth

from netlog.domain.retention import USUAL
from netlog.storage.backups import backups_of
from netlog.storage.connect import opened_to_read
from netlog.storage.safekeeping import SqlBackups

POINTS = int(os.environ.get("NETLOG_FAULT_POINTS", "24"))
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="dies by SIGKILL in a forked child")


def safe(desk: Desk) -> SqlBackups:
    return SqlBackups(desk.path, desk.clock, USUAL, wait=desk.wait)


def back_up(desk: Desk) -> None:
    safe(desk).make()


def restore(desk: Desk) -> None:
    with safe(desk).found(None) as found:
        safe(desk).restore(found)


JOBS: Mapping[str, Callable[[Desk], None]] = {"backup": back_up, "restore": restore}


@pytest.fixture
def before(tmp_path: Path) -> Desk:
    """A journal with a backup, and something done since."""
    desk = Desk(tmp_path / "before" / "journal.db")
    desk.log(desk.add("giulia"), text="a long story " * 3000)
    back_up(desk)
    desk.add("aiko")
    return desk


def steps_of(job: str, desk: Desk, last: int) -> str:
    """Do the job in a child that dies before that step: how many steps there were, or that it was killed."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            steps = Steps(last)
            steps.watch(desk.path.parent)
            JOBS[job](desk)
            os.write(writing, str(steps.taken).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        taken = told.read()
    _, status = os.waitpid(child, 0)
    return KILLED if os.waitstatus_to_exitcode(status) == -signal.SIGKILL else taken


def held(path: Path) -> Rows:
    return truth(path, "operation")


@pytest.mark.parametrize("job", JOBS)
def test_a_process_killed_while_copying_leaves_whole_journals_and_whole_copies(
    job: str, before: Desk, tmp_path: Path
) -> None:
    done = Desk(shutil.copytree(before.path.parent, tmp_path / "done") / "journal.db")
    steps = int(steps_of(job, done, 0))
    known = [held(before.path), held(done.path)]
    moments = sorted({1 + (steps - 1) * i // max(1, (POINTS or steps) - 1) for i in range(POINTS or steps)})

    for moment in moments:
        desk = Desk(shutil.copytree(before.path.parent, tmp_path / "killed") / "journal.db")
        assert steps_of(job, desk, moment) == KILLED

        opened_to_read(desk.path).close()
        assert held(desk.path) in known, f"step {moment} of {steps}"
        for backup in backups_of(desk.path):
            assert_sound(desk.path.with_name("backups") / backup.name)
        back_up(desk)
        restore(desk)
        desk.add("afterwards")
        assert_sound(desk.path)
        shutil.rmtree(desk.path.parent)
