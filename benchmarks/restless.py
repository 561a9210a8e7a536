"""A netlog that logs without pause, to be waited behind: `python restless.py HANDLE NAME` until its input ends.

It says of each entry the exit code, the number and the seconds it took. What it runs is the command line itself,
without its start. It speaks only in the end.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from itertools import count
from pathlib import Path
from threading import Event, Thread

from netlog.cli.main import main


def until_input_ends() -> Event:
    """An event that is set when whoever started this closes its input."""
    ended = Event()

    def listen() -> None:
        sys.stdin.read()
        ended.set()

    Thread(target=listen, daemon=True).start()
    return ended


def write(handle: str, name: str) -> Iterator[tuple[int, int, float]]:
    """Log one entry after the other."""
    ended = until_input_ends()
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        for number in count(1):
            if ended.is_set():
                return
            started = time.perf_counter()
            code = main(["log", handle, f"said {name}-{number}q"])
            yield code, number, time.perf_counter() - started


if __name__ == "__main__":
    for told in list(write(*sys.argv[1:])):
        print(*told)
