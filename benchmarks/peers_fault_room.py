"""What a program does when there is no room for an entry: a full disk, or without the rights for one, a quota."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from peers_fault_kills import damage
from peers_fault_tools import Tool, moved

FREE_KIB = (0, 4, 8, 12, 16, 24, 32, 48)
TRIES = 24
"""A file's last page has room for some more entries on a disk that is full."""

WORST = (
    "unreadable",
    "all gone",
    "entries gone",
    "half an entry",
    "exit 0, nothing saved",
    "then stuck",
    "intact, traceback",
    "intact",
)
BALLAST = "ballast"


class Outcome(NamedTuple):
    """What became of the entries, and whether the program simply worked."""

    words: str
    is_saved: bool


def room(tool: Tool) -> str:
    """The worst that happened, at how many of the levels."""
    found = list(on_full_disks(tool) if can_mount(tool.home.parent) else under_quotas(tool))
    refused = [each.words for each in found if not each.is_saved]
    worst = next((each for each in WORST if each in refused), None)
    return f"{worst}, {refused.count(worst)} of {len(found)}" if worst else f"always room, {len(found)} of {len(found)}"


def can_mount(folder: Path) -> bool:
    """Whether this user may make file systems."""
    point = folder / "may-mount"
    point.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(point)], capture_output=True, check=False
    )
    if done.returncode == 0:
        subprocess.run(["umount", str(point)], check=True)
    return done.returncode == 0


def on_full_disks(tool: Tool) -> Iterator[Outcome]:
    """The program in a small file system, with that much left."""
    for free in FREE_KIB:
        with file_system(tool.home.with_name(f"{tool.home.name}-disk"), megabytes=64) as disk:
            copy = moved(tool, disk / "home")
            ballast = disk / BALLAST
            with ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, left(disk) - free * 1024)
            yield outcome(copy, copy, ballast)


@contextmanager
def file_system(point: Path, *, megabytes: int) -> Iterator[Path]:
    """A small file system in memory."""
    point.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(point)], check=True)
    try:
        yield point
    finally:
        subprocess.run(["umount", "--lazy", str(point)], check=True)


def left(disk: Path) -> int:
    """How many bytes there is room for."""
    status = os.statvfs(disk)
    return status.f_bavail * status.f_frsize


def under_quotas(tool: Tool) -> Iterator[Outcome]:
    """The program with no file allowed to grow beyond so much over the largest that it has."""
    for free in FREE_KIB:
        copy = moved(tool, tool.home.with_name(f"{tool.home.name}-quota"))
        largest = max(path.stat().st_size for path in copy.home.rglob("*") if path.is_file())
        blocks = largest // 512 + free * 2
        limited = ("sh", "-c", f'trap "" XFSZ; ulimit -f {blocks}; exec "$0" "$@"', *tool.program)
        yield outcome(copy._replace(program=limited), copy)


def outcome(pressed: Tool, free: Tool, ballast: Path | None = None) -> Outcome:
    """Let the program add entries until it refuses, then make room and look."""
    before = free.state().old
    acknowledged, complaint = until_refused(pressed)
    if ballast:
        ballast.unlink()
    after = free.state()
    if found := damage(after, before):
        return Outcome(found, is_saved=False)
    if acknowledged - after.new:
        return Outcome("exit 0, nothing saved", is_saved=False)
    if complaint is None:
        return Outcome("saved", is_saved=True)
    if free.add("after").returncode or "after" not in free.state().new:
        return Outcome("then stuck", is_saved=False)
    return Outcome("intact, traceback" if "Traceback (most" in complaint else "intact", is_saved=False)


def until_refused(tool: Tool) -> tuple[set[str], str | None]:
    """The marks of the entries it acknowledged, and what it said to the one it did not."""
    acknowledged: set[str] = set()
    for number in range(TRIES):
        done = tool.add(f"full{number}")
        if done.returncode:
            return acknowledged, done.stdout + done.stderr
        acknowledged.add(f"full{number}")
    return acknowledged, None
