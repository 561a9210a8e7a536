"""Netlog on a disk that fails when it is told to: a process with `disk.c` before its C library, forked per request."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import IO, NamedTuple

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("disk.c")
COMPILER = shutil.which("cc") or shutil.which("gcc")
IS_POSSIBLE = sys.platform == "linux" and COMPILER is not None
WHY_NOT = "needs Linux and a C compiler"
ERRORS = {"ENOSPC": errno.ENOSPC, "EDQUOT": errno.EDQUOT, "EIO": errno.EIO, "EROFS": errno.EROFS}


class Action(IntEnum):
    """What happens at an operation; the numbers are those of `disk.c`."""

    COUNT = 0
    KILL_BEFORE = 1
    KILL_AFTER = 2
    TORN = 3
    REFUSE_ONCE = 4
    REFUSE_FROM = 5


class Fault(NamedTuple):
    """What the disk does: at which of its operations, and with which error; reads are operations too when asked."""

    action: Action = Action.COUNT
    nth: int = 0
    error: int = 0
    reads: bool = False
    log: str = ""


NONE = Fault()


class Outcome(NamedTuple):
    """What became of the commands: the exit code of each, what they said, the operations; killed ones have no codes."""

    codes: tuple[int, ...]
    said: str
    complained: str
    operations: int
    is_killed: bool


class Disk:
    """Runs netlog's commands in forks of one warm process whose disk may fail."""

    def __init__(self, asked: IO[str], told: IO[str]) -> None:
        self.asked, self.told = asked, told

    def run(self, home: Path, *commands: Sequence[str], fault: Fault = NONE, **more: object) -> Outcome:
        """Run the commands one after the other in one process, on the journal of that folder."""
        request = {"home": str(home), "commands": [list(each) for each in commands], "fault": fault, **more}
        self.asked.write(json.dumps(request) + "\n")
        self.asked.flush()
        answer = json.loads(self.told.readline())
        return Outcome(tuple(answer.pop("codes")), **answer)

    def begin(self, home: Path, *commands: Sequence[str], **more: object) -> None:
        """Ask as `run` does, without waiting for the answer."""
        request = {"home": str(home), "commands": [list(each) for each in commands], "fault": NONE, **more}
        self.asked.write(json.dumps(request) + "\n")
        self.asked.flush()


@contextmanager
def serving(folder: Path, *, mutant: str = "", is_frozen: bool = True) -> Iterator[Disk]:
    """A disk, until the end; the shared object lies in the folder. A mutant has one of netlog's own cares taken out."""
    library = folder / "disk.so"
    if not library.exists():
        unfinished = folder / f"disk-{os.getpid()}.so"
        options = ("-shared", "-fPIC", "-O1", "-w", "-o", str(unfinished), str(SOURCE), "-ldl")
        subprocess.run([str(COMPILER), *options], check=True)
        unfinished.replace(library)
    environ = {**os.environ, "LD_PRELOAD": str(library), "TZ": "Europe/Rome", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "tests.faults.serving", mutant, "frozen" if is_frozen else ""]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stdout.readline() == "ready\n"
        yield Disk(server.stdin, server.stdout)
        server.stdin.close()
