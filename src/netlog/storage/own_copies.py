"""Netlog's own copies of the journal, and who is in them: backups, and what restore set aside."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from netlog.domain.views_dupes import Copy
from netlog.errors import StorageProblem
from netlog.storage.backups import FOLDER, OLDEST
from netlog.storage.connect import opened
from netlog.storage.erased import digest
from netlog.storage.forget import known_by

SET_ASIDE = ("replaced", "damaged")
"""What restore calls the journals that it set aside."""

CLEAN, HOLDS, UNREADABLE, ERASED, REMOVED = "clean", "holds", "unreadable", "erased", "removed"


def copies(path: Path, digests: Collection[str], *, wait: float) -> tuple[Copy, ...]:
    """Every copy of netlog's own, and whether one of these people is in it; none of them is changed."""
    return tuple(
        Copy(copy.relative_to(path.parent).as_posix(), state_of(copy, digests, wait=wait)) for copy in own_copies(path)
    )


def own_copies(path: Path) -> Iterator[Path]:
    """The files beside the journal that hold it as it was; the journal itself is none, nor is another's."""
    folder = path.with_name(FOLDER)
    yield from sorted(file for file in folder.glob(f"*{path.suffix}") if is_copy(file, path))
    for word in SET_ASIDE:
        yield from sorted(file for file in path.parent.glob(f"*-{word}-*{path.suffix}") if is_copy(file, path))


def is_copy(file: Path, path: Path) -> bool:
    """Whether the file is called as copies of that journal are."""
    return file.is_file() and file.name.startswith(f"{path.stem}-")


def state_of(copy: Path, digests: Collection[str], *, wait: float) -> str:
    """Whether one of these people is in the copy, as far as it can be read."""
    try:
        with closing(opened(copy, "ro", wait=wait, oldest=OLDEST)) as connection:
            return HOLDS if holds(connection, digests) else CLEAN
    except (sqlite3.Error, StorageProblem):
        return UNREADABLE


def holds(connection: sqlite3.Connection, digests: Collection[str]) -> bool:
    """Whether one of these people is in a journal of any layout, or in what its undo kept."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "origin" in tables:
        return bool(known_by(connection, digests))
    from_change = "SELECT json_extract(coalesce(before, after), '$.uuid') FROM change WHERE entity = 'person'"
    rows = connection.execute(f"SELECT uuid FROM person UNION {from_change}")
    return any(uuid and digest(uuid) in digests for (uuid,) in rows)
