"""A private folder for the files that a target needs on a disk, gone when the process ends."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


@cache
def folder() -> "TemporaryDirectory[str]":
    """The folder of this process."""
    return TemporaryDirectory(prefix="netlog-fuzz-")


def scratch() -> Path:
    """Where to put a file."""
    return Path(folder().name)
