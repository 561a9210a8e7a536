"""How the journal is: every check there is, and what can be put right without losing anything."""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import Any

from netlog.domain.views_health import Finding, Health
from netlog.errors import StorageProblem
from netlog.storage.backups import FOLDER, OLDEST
from netlog.storage.compared import decayed
from netlog.storage.connect import (
    SCHEMA_NUMBER,
    is_absent,
    lock_path,
    opened,
    tighten,
    translated,
    writing,
)
from netlog.storage.derive import rebuild
from netlog.storage.lock import locked
from netlog.storage.migrate import upgrade
from netlog.storage.surroundings import Patient, files, surroundings
from netlog.storage.verify import drift

LISTED = 20
RESTORE = "netlog restore brings back the newest backup, and keeps this journal beside it"
INDEX_ONLY = re.compile(r"row \d+ missing from index \S+|wrong # of entries in index \S+|non-unique entry in index \S+")
FORMAT_AT, WAL = 18, b"\2"
"""Where the file says how its changes are journalled; what netlog never asks for."""


def examined(patient: Patient) -> Health:
    """Everything there is to say of the journal; it is only read unless it is to be put right."""
    parts = (("files", files), ("journal", journal), ("surroundings", surroundings))
    findings = tuple(finding for name, part in parts for finding in guarded(patient, name, part))
    is_sound = not any(finding.state in {"fixable", "broken"} for finding in findings)
    return Health(patient.today, is_sound, findings)


def guarded(patient: Patient, name: str, part: Callable[[Patient], Iterator[Finding]]) -> Iterator[Finding]:
    """What a part finds; where it cannot go on, that is a finding too, told without the folders of the journal."""
    try:
        with translated(patient.path):
            yield from part(patient)
    except StorageProblem as problem:
        words = problem.message.replace(str(patient.path.with_name(FOLDER)), FOLDER)
        yield Finding(name, "broken", words.replace(str(patient.path), patient.path.name), problem.hint)


def journal(patient: Patient) -> Iterator[Finding]:
    """The journal itself, from whether it is there to whether what follows from it is right."""
    if is_absent(patient.path):
        yield Finding("journal", "ok", "there is none yet")
        return
    if unsettled := settled(patient):
        yield unsettled
    if unsettled is None or unsettled.state == "fixed":
        yield from inside(patient)


def settled(patient: Patient) -> Finding | None:
    """Whether a write was cut short, or the file is in a mode that makes side files; both are fixed by opening it."""
    words = "a change was half-written when its writer was killed" if is_half_written(patient) else ""
    if not words and is_in_wal(patient):
        words = "its journal mode makes side files, which a copy of the journal would lack"
    return patient.fixable("journal mode", words, partial(reopen, patient)) if words else None


def is_half_written(patient: Patient) -> bool:
    """Whether SQLite must roll something back before anybody can read."""
    if is_in_wal(patient):
        return False
    try:
        opened(patient.path, "ro", wait=patient.wait, oldest=OLDEST).close()
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorname == "SQLITE_READONLY_ROLLBACK":
            return True
        raise
    return False


def is_in_wal(patient: Patient) -> bool:
    """Whether the file says so; read before this process has any connection, whose locks closing it would drop."""
    with patient.path.open("rb") as file:
        file.seek(FORMAT_AT)
        return file.read(1) == WAL


def reopen(patient: Patient) -> None:
    """Open the journal as a writer does: what was cut short is rolled back, the journal mode is the right one."""
    with locked(lock_path(patient.path), wait=patient.wait):
        tighten(patient.path)
        opened(patient.path, "rw", wait=patient.wait, oldest=OLDEST).close()


def inside(patient: Patient) -> Iterator[Finding]:
    """What is in the file."""
    number = layout_of(patient)
    if number < SCHEMA_NUMBER:
        words = f"it has layout {number}, this netlog writes {SCHEMA_NUMBER}; any command brings it up to date"
        update = partial(upgrade, patient.path, patient.reckoning, kept=patient.kept, wait=patient.wait)
        yield patient.fixable("layout", words, update)
    else:
        yield Finding("layout", "ok", f"{number}, as this netlog writes it")
    pages = integrity(patient)
    yield pages
    yield references(patient)
    if pages.state not in {"ok", "fixed"}:
        yield Finding("derived rows", "warning", "not looked at, as the pages are not sound")
    elif layout_of(patient) == SCHEMA_NUMBER:
        yield derived(patient)
        yield from values(patient)


def values(patient: Patient) -> Iterator[Finding]:
    """Whether a value is another than in the newest backup although nobody changed it; said only when one is."""
    found = decayed(patient.path, wait=patient.wait)
    if found and found[1]:
        name, tables = found
        words = ", ".join(f"{rows} in {table}" for table, rows in sorted(tables.items()))
        yield Finding("values", "broken", f"rows differ from {name} though nothing changed them: {words}", RESTORE)


def layout_of(patient: Patient) -> int:
    """The number of the layout."""
    number: int = asked(patient, "PRAGMA user_version")[0][0]
    return number


def asked(patient: Patient, question: str) -> list[tuple[Any, ...]]:
    """What a connection of its own answers."""
    with closing(opened(patient.path, "ro", wait=patient.wait, oldest=OLDEST)) as connection:
        return connection.execute(question).fetchall()


def integrity(patient: Patient) -> Finding:
    """Whether every page, row and index is whole; indexes can be made anew from the rows."""
    found = [str(row[0]) for row in asked(patient, f"PRAGMA integrity_check({LISTED})")]
    if found == ["ok"]:
        return Finding("integrity", "ok", "every page is whole")
    if all(INDEX_ONLY.fullmatch(line) for line in found):
        return patient.fixable("integrity", f"{len(found)} faults in indexes: {found[0]}", partial(reindex, patient))
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return Finding("integrity", "broken", f"{found[0]}{more}", RESTORE)


def reindex(patient: Patient) -> None:
    """Make every index anew; raises StorageProblem, and changes nothing, when that is not enough."""
    with writing(patient.path, wait=patient.wait) as connection:
        connection.execute("REINDEX")
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise StorageProblem("making the indexes anew is not enough", code="damaged", hint=RESTORE)


def references(patient: Patient) -> Finding:
    """Whether whatever a row refers to is there."""
    dangling = Counter(str(row[0]) for row in asked(patient, "PRAGMA foreign_key_check"))
    if not dangling:
        return Finding("references", "ok", "whatever a row refers to is there")
    words = ", ".join(f"{rows} in {table}" for table, rows in sorted(dangling.items()))
    return Finding("references", "broken", f"rows refer to what is not there: {words}", RESTORE)


def derived(patient: Patient) -> Finding:
    """Whether what is kept beside the log is what the log says."""
    with closing(opened(patient.path, "ro", wait=patient.wait)) as connection:
        differing = drift(connection, patient.reckoning)
    if not differing:
        return Finding("derived rows", "ok", "equal to a recomputation from the log")
    words = ", ".join(f"{rows} in {table}" for table, rows in sorted(differing.items()))
    return patient.fixable("derived rows", f"not what the log says: {words}", partial(derive_anew, patient))


def derive_anew(patient: Patient) -> None:
    """Make everything that follows from the log anew."""
    with writing(patient.path, wait=patient.wait) as connection:
        rebuild(connection, patient.reckoning)
