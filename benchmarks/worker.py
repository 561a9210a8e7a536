"""Runs the commands read from its input, one at a time, and writes what each cost.

It imports next to nothing: the system counts a parent's memory into the peak of the processes it starts.
A line holds NAME=VALUE pairs, `--` and the command, parted by the ASCII unit separator.
"""

import os
import sys
import time

PART = "\x1f"


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        parts = line.rstrip("\n").split(PART)
        end = parts.index("--")
        print(*cost(parts[end + 1 :], dict(part.split("=", 1) for part in parts[:end])), flush=True)


def cost(argv: list[str], changes: dict[str, str]) -> tuple[float, float, int, int]:
    """Seconds of wall and of processor, peak memory as the system counts it, exit code; output is thrown away."""
    environ = {**os.environ, **changes}
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    started = time.perf_counter()
    child = os.posix_spawn(argv[0], argv, environ, file_actions=silence)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
