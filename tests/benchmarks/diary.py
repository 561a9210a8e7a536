"""A diary in one file for the tests of faults: `diary.py careful|careless add TEXT`, `list`, `read`.

The careless one writes over its file, for all to read, and shows whatever it holds.
"""

import fcntl
import os
import sys
from pathlib import Path


def add(text: str, *, is_careful: bool) -> None:
    """Write the whole file anew with one more line."""
    os.umask(0o077 if is_careful else 0o022)
    path = Path("~/diary.txt").expanduser()
    if not is_careful:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(f"{before}{text}\n", encoding="utf-8")
        return
    with path.with_name("lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        with path.with_name("unfinished").open("w", encoding="utf-8") as file:
            file.write(f"{before}{text}\n")
            file.flush()
            os.fsync(file.fileno())
        path.with_name("unfinished").replace(path)


def main() -> None:
    """Add, list for people, or read for programs."""
    how, what, *rest = sys.argv[1:]
    if what == "add":
        add(rest[0], is_careful=how == "careful")
        return
    for line in Path("~/diary.txt").expanduser().read_text(encoding="utf-8").split("\n"):
        print(ascii(line) if how == "careful" and what == "list" else line)  # noqa: T201 (this is what it is for)


if __name__ == "__main__":
    main()
