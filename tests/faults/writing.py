"""A program that writes to a journal and says so: each entry's number, the seconds it took, its words.

Its arguments are the journal, a name that no other writer has, how many entries to log (0: until it dies),
and the number of the person to log them with (0: add somebody first).
"""

import os
import sys
import time
from itertools import count
from pathlib import Path

from tests.faults.tampering import tamper
from tests.storage.driving import Desk, contact


def written(desk: Desk, person: int, words: str) -> tuple[int, str]:
    """Log an entry that says how many there were before, and give its number and words."""
    with desk.appending() as appender:
        before = appender.connection.execute("SELECT count(*) FROM interaction").fetchone()[0]
        text = f"{words} after {before}"
        number = appender.interaction(contact((person,), desk.clock)._replace(text=text))
        appender.finish("log", "logged a contact")
    return number, text


def main() -> None:
    """Write, then say so."""
    path, name, wanted, person = sys.argv[1:]
    tamper(os.environ.get("NETLOG_MUTANT", ""))
    desk = Desk(Path(path), wait=60)
    print("ready", flush=True)  # noqa: T201 (this is the protocol)
    sys.stdin.readline()
    whom = int(person) or desk.add(name)
    for number in count(1):
        started = time.perf_counter()
        entry, words = written(desk, whom, f"{name} wrote {number}")
        took = time.perf_counter() - started
        print(entry, f"{took:.3f}", words, flush=True)  # noqa: T201 (this is the protocol)
        if number == int(wanted):
            break


if __name__ == "__main__":
    main()
