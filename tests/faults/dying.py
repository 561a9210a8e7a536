"""A program that does one thing to a journal again and again, and dies by SIGKILL where it is told to.

It reads lines of a number and a path; for each it forks a child that does its job on that journal and dies
before the step of that number. The answer is a line: how many steps there were, or `killed`.
A step is a statement given to SQLite or a change of a file's name, mode or existence.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.storage.driving import TODAY, Desk, contact, person

from netlog.storage import migrate, records

FILE_EVENTS = {"open", "os.mkdir", "os.rename", "os.remove", "os.chmod"}
KILLED = "killed"


class Steps:
    """Counts the steps of this process, which does not live to take the last one."""

    def __init__(self, last: int) -> None:
        self.last, self.taken = last, 0

    def step(self, *_: object) -> None:
        """Take one, or die."""
        self.taken += 1
        if self.taken == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, folder: Path) -> None:
        """From now on, count what happens to the files of the folder and every statement of any connection.

        A cache of one page makes SQLite write to the file in the midst of the transaction.
        """
        connect = sqlite3.connect

        def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 (as the driver takes them)
            connection: sqlite3.Connection = connect(*arguments, **options)
            connection.execute("PRAGMA cache_size = 1")
            connection.set_trace_callback(self.step)
            return connection

        def heard(event: str, arguments: tuple[object, ...]) -> None:
            if event in FILE_EVENTS and str(arguments[0]).startswith(str(folder)):
                self.step()

        sqlite3.connect = watched  # type: ignore[assignment]
        sys.addaudithook(heard)


def add(desk: Desk) -> None:
    """Add somebody with everything a person can have."""
    new = person("zosia", TODAY)._replace(
        event="Design Week",
        via_id=None,
        aliases=("Zofia",),
        tags=("pm", "gdynia"),
        contacts=(("email", "zosia@example.org"),),
        topics=(("can", "translations"),),
        facts=("Met on the ferry", "Plays the fiddle"),
    )
    with desk.appending() as appender:
        appender.person(new)
        appender.finish("add", "added Zosia")


def log(desk: Desk) -> None:
    """Log a long talk with two people."""
    new = contact((1, 2), desk.clock)._replace(text="Łódź and pricing " * 1500, event="Design Week", tags=("pm",))
    with desk.appending() as appender:
        appender.interaction(new)
        appender.finish("log", "logged a coffee")


def change(desk: Desk) -> None:
    """Change a person, all that hangs on them, and an entry."""
    with desk.recording() as opened:
        opened.change_person(1, {"name": "Giulia Verdi", "tier": "inner", "snoozed_until": TODAY + timedelta(9)})
        opened.replace_tags(1, ["milano", "data"])
        opened.replace_facts(1, [(TODAY, "Moved to Turin")])
        opened.change_entry(3, {"text": "rewritten " * 2000, "counts": 0.5}, people=[1, 4], tags=["new"])
        opened.finish("edit", "edited")


def remove(desk: Desk) -> None:
    """Remove a person."""
    with desk.recording() as opened:
        opened.remove_person(1)
        opened.finish("rm", "removed")


JOBS: Mapping[str, Callable[[Desk], object]] = {
    "add": add,
    "log": log,
    "change": change,
    "remove": remove,
    "undo": Desk.undo,
    "redo": Desk.redo,
    "create": add,
    "upgrade": lambda desk: migrate.upgrade(desk.path, desk.reckoning),
}


def answer(job: str, last: int, path: Path) -> str:
    """Fork, let the child do the job, and say what became of it."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            steps = Steps(last)
            steps.watch(path.parent)
            JOBS[job](Desk(path))
            os.write(writing, str(steps.taken).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        steps_taken = told.read()
    _, status = os.waitpid(child, 0)
    return KILLED if os.waitstatus_to_exitcode(status) == -signal.SIGKILL else steps_taken


def main() -> None:
    """Answer every line; the slow imports happen once."""
    assert records
    for line in sys.stdin:
        last, path = line.rstrip("\n").split(" ", 1)
        print(answer(sys.argv[1], int(last), Path(path)), flush=True)  # noqa: T201 (this is the protocol)


if __name__ == "__main__":
    main()
