"""An advisory lock beside the store, so that writers queue politely instead of colliding."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.errors import StorageProblem

if sys.platform == "win32":
    import msvcrt

    def take(descriptor: int) -> None:
        """Lock the first byte of the file or raise OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take(descriptor: int) -> None:
        """Lock the file or raise OSError at once; the kernel lets go when the process ends."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, *, wait: float) -> Iterator[None]:
    """Hold the lock file at `path`, waiting at most `wait` seconds; raises StorageProblem."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        queue(descriptor, until=time.monotonic() + wait)
        yield
    finally:
        os.close(descriptor)


def queue(descriptor: int, *, until: float) -> None:
    """Try the lock every few milliseconds until the monotonic instant `until`."""
    while True:
        try:
            return take(descriptor)
        except OSError as taken:
            if time.monotonic() >= until:
                raise StorageProblem(
                    "another netlog is writing and does not finish",
                    code="locked",
                    hint="wait for it or end it, then try again; nothing was changed",
                ) from taken
            time.sleep(0.005)
