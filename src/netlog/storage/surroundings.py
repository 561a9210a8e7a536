"""What is around the journal: modes, leftovers, room, file system, copies, versions."""

import os
import platform
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netlog.domain.retention import Kept
from netlog.domain.sizes import size
from netlog.domain.views_health import Finding
from netlog.storage.backups import FOLDER, MANIFEST, UNFINISHED, backups_of, is_as_made
from netlog.storage.connect import lock_path
from netlog.storage.lock import locked
from netlog.storage.ties import Reckoning
from netlog.version import __version__

FIX = "netlog doctor --fix"
BACK_UP = "netlog backup makes one"
OLD_DAYS = 30
SPARE = 16 * 1024 * 1024
TIMES_THE_JOURNAL = 3
"""A copy, another of it that is being made, and what SQLite sets aside while it writes."""

SHARED = re.compile(r"nfs.*|cifs|smb.*|9p|fuse\b.*|fuseblk|afs|ceph|vboxsf|prl_fs")
SYNCHRONISED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "syncthing": "Syncthing",
}
MOUNTS = Path("/proc/self/mountinfo")
OWN_FOLDERS = (FOLDER, "drafts")


class Patient(NamedTuple):
    """A journal to be looked at, and perhaps put right."""

    path: Path
    reckoning: Reckoning
    kept: Kept
    is_to_fix: bool
    wait: float

    @property
    def today(self) -> date:
        """The user's day."""
        return date.fromordinal(self.reckoning.today)

    def fixable(self, what: str, words: str, fix: Callable[[], object]) -> Finding:
        """Something that can be put right, and is when that was asked for; raises what the fix does."""
        if not self.is_to_fix:
            return Finding(what, "fixable", words, FIX)
        fix()
        return Finding(what, "fixed", words)


def files(patient: Patient) -> Iterator[Finding]:
    """Who may look at the files, and what killed processes left."""
    if os.name == "posix":
        yield modes(patient)
        yield folder(patient)
    yield leftovers(patient)


def modes(patient: Patient) -> Finding:
    """Whether only the owner can look at what netlog wrote."""
    loose = [path for path in own_files(patient.path) if path.stat().st_mode & 0o077]

    def tighten() -> None:
        for path in loose:
            path.chmod(path.stat().st_mode & (0o700 if path.is_dir() else 0o600))

    if not loose:
        return Finding("permissions", "ok", "only you can look at the journal and its copies")
    return patient.fixable("permissions", f"others may look at {listed(loose)}", tighten)


def folder(patient: Patient) -> Finding:
    """Whether others can put another journal in the place of this one; the folder itself is the user's business."""
    place = patient.path.parent
    if place.exists() and place.stat().st_mode & 0o022 and not place.stat().st_mode & 0o1000:
        advice = "take the right to write away from them: chmod go-w on the folder"
        return Finding("folder", "warning", "others may put files into the journal's folder", advice)
    return Finding("folder", "ok", "only you can put files beside the journal")


def own_files(path: Path) -> list[Path]:
    """Everything that netlog made beside the journal, links left out."""
    beside = (path, *sorted(path.parent.glob(f"{glob_safe(path.name)}*")), *set_aside(path))
    inside = (each for name in OWN_FOLDERS for each in (path.with_name(name), *sorted(path.with_name(name).glob("*"))))
    return list(dict.fromkeys(each for each in (*beside, *inside) if each.exists() and not each.is_symlink()))


def set_aside(path: Path) -> list[Path]:
    """The journals that restore replaced."""
    stem = glob_safe(path.stem)
    return [each for word in ("replaced", "damaged") for each in sorted(path.parent.glob(f"{stem}-{word}-*"))]


def glob_safe(name: str) -> str:
    """A name in which nothing is a pattern."""
    return re.sub(r"([*?[])", r"[\1]", name)


def leftovers(patient: Patient) -> Finding:
    """Files that a killed process did not come to finish or to remove."""
    path = patient.path
    name = glob_safe(path.name)
    found = [*path.parent.glob(f"{name}.new*"), *path.parent.glob(f"{name}.restoring*")]
    copies = path.with_name(FOLDER)
    found += copies.glob(f"{UNFINISHED}*")

    def remove() -> None:
        with ExitStack() as held:
            for each in (path, *([copies / MANIFEST] if copies.exists() else [])):
                held.enter_context(locked(lock_path(each), wait=patient.wait))
            for each in found:
                each.unlink(missing_ok=True)

    if found:
        return patient.fixable("leftovers", f"something was cut short and left {listed(found)}", remove)
    if old := set_aside(path):
        words = f"nothing was cut short; journals that restore replaced: {listed(old)}"
        return Finding("leftovers", "ok", words, "remove them when you are sure that you do not need them")
    return Finding("leftovers", "ok", "nothing was cut short")


def listed(paths: list[Path]) -> str:
    """A few of the names, and how many more there are."""
    names = ", ".join(path.name for path in paths[:3])
    return f"{names} and {len(paths) - 3} more" if len(paths) > 3 else names


def surroundings(patient: Patient) -> Iterator[Finding]:
    """What the journal lives in and on."""
    yield from space(patient.path)
    yield from file_system(patient.path)
    yield from copies(patient)
    yield versions()


def space(path: Path) -> Iterator[Finding]:
    """Whether there is room for a backup and a large change."""
    with suppress(OSError):
        free = shutil.disk_usage(path.parent).free
        needed = SPARE + TIMES_THE_JOURNAL * (path.stat().st_size if path.exists() else 0)
        if free < needed:
            yield Finding("space", "warning", f"{size(free)} free, {size(needed)} would be safe", "make room")
        else:
            yield Finding("space", "ok", f"{size(free)} free")


def file_system(path: Path) -> Iterator[Finding]:
    """Whether locks hold where the journal is, and nothing else copies it about."""
    real = Path(os.path.realpath(path))
    advice = "keep the journal on a disk of this machine, and copies wherever you like: netlog backup -o FILE"
    service = next((SYNCHRONISED[part.lower()] for part in real.parts if part.lower() in SYNCHRONISED), None)
    if service:
        words = f"the folder is synchronised by {service}: two machines that write make two journals"
        yield Finding("file system", "warning", words, advice)
    elif (kind := kind_of_mount(real)) and SHARED.fullmatch(kind):
        yield Finding("file system", "warning", f"{kind}: a lock may not hold on a network share", advice)
    elif kind:
        yield Finding("file system", "ok", kind)


def kind_of_mount(path: Path) -> str | None:
    """The type of the file system that holds the path, where the system tells."""
    kinds = {}
    with suppress(OSError):
        for line in MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            before, _, after = line.partition(" - ")
            point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), before.split()[4])
            kinds[Path(point)] = after.split()[0]
    return next((kinds[place] for place in (path, *path.parents) if place in kinds), None)


def copies(patient: Patient) -> Iterator[Finding]:
    """How old the newest backup is, and whether it is still what was verified."""
    known = backups_of(patient.path)
    if not known:
        if patient.path.exists():
            yield Finding("backups", "warning", "there is none yet", BACK_UP)
        return
    newest = known[-1]
    age = (patient.today - newest.on).days
    words = f"{len(known)}, the newest of {newest.on} ({age} days old)"
    if not is_as_made(patient.path, newest):
        words = f"the newest, of {newest.on}, is not what it was when it was made"
        yield Finding("backups", "broken", words, f"{BACK_UP}; then look after the disk")
    elif age > OLD_DAYS:
        yield Finding("backups", "warning", words, BACK_UP)
    else:
        yield Finding("backups", "ok", words)


def versions() -> Finding:
    """What this runs on."""
    python = ".".join(map(str, sys.version_info[:3]))
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    words = f"netlog {__version__}, Python {python}, SQLite {sqlite3.sqlite_version}, {system}"
    return Finding("versions", "ok", words)
