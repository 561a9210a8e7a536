"""An advisory lock beside the store, so that writers queue politely instead of colliding."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from netlog.errors import StorageProblem

if sys.platform == "win32":
    import msvcrt

    def take(descriptor: int) -> None:
        """Lock the first byte of the file or raise OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def queue(descriptor: int, *, wait: float) -> bool:
        """Try the lock every few milliseconds for so many seconds; whether it was got."""
        until = time.monotonic() + wait
        while time.monotonic() < until:
            with suppress(OSError):
                take(descriptor)
                return True
            time.sleep(0.005)
        return False
else:
    import fcntl

    def take(descriptor: int) -> None:
        """Lock the file or raise OSError at once; the kernel lets go when the process ends."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def queue(descriptor: int, *, wait: float) -> bool:
        """Stand in the kernel's line, first come, first served, for so many seconds; whether it was got.

        Whoever only tried again and again would starve behind programs that write without pause. Standing in line
        cannot be bounded, so a thread does it, with a descriptor of its own for the same open file: when its turn
        comes, the lock is this process's, or, if nobody waits for it any more, nobody's.
        """
        got = Event()
        Thread(target=stand_in_line, args=(os.dup(descriptor), got), daemon=True).start()
        return got.wait(wait)

    def stand_in_line(descriptor: int, got: Event) -> None:
        """Lock the file, however long it takes."""
        with suppress(OSError):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            finally:
                os.close(descriptor)
            got.set()


@contextmanager
def locked(path: Path, *, wait: float) -> Iterator[None]:
    """Hold the lock file at `path`, waiting at most `wait` seconds; raises StorageProblem."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        take_or_queue(descriptor, wait=wait)
        yield
    finally:
        os.close(descriptor)


def take_or_queue(descriptor: int, *, wait: float) -> None:
    """Take the lock at once if it is free, else in turn; raises StorageProblem."""
    try:
        take(descriptor)
    except OSError as taken:
        if not (wait and queue(descriptor, wait=wait)):
            raise StorageProblem(
                "another netlog is writing and does not finish",
                code="locked",
                hint="wait for it or end it, then try again; nothing was changed",
            ) from taken
