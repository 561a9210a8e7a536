"""Whether rows that nobody changed are still what the newest backup says: the only trace of a value that decayed."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from netlog.storage.backups import FOLDER, backups_of, is_as_made
from netlog.storage.connect import SCHEMA_NUMBER, opened
from netlog.storage.statements import COLUMNS

MARKED = {("operation", "undone"): "NULL", ("change", "after"): "iif(is_insertion, NULL, after)"}
"""What undoing writes into history that is there already."""

COMPARED = {
    table: ", ".join(("id", *(MARKED.get((table, column), f'"{column}"') for column in columns if column != "id")))
    for table, columns in COLUMNS.items()
    if "id" in columns and table != "passage"
}
"""The columns of the tables of what is true and of history; a passage follows from others."""

Touched = dict[str, set[int]]


def decayed(path: Path, *, wait: float) -> tuple[str, dict[str, int]] | None:
    """The newest backup, and how many rows by table differ from it although no operation since changed them.

    None when there is no sound backup of this layout from which the journal has grown.
    """
    newest = next(reversed(backups_of(path)), None)
    if newest is None or newest.layout != SCHEMA_NUMBER or not is_as_made(path, newest):
        return None
    with (
        closing(opened(path, "ro", wait=wait)) as journal,
        closing(opened(path.with_name(FOLDER) / newest.name, "ro", wait=wait)) as backup,
    ):
        for connection in (journal, backup):
            connection.text_factory = bytes  # a text that decayed need not be one any more
        if not has_grown(journal, backup):
            return None
        since = touched(journal, backup)
        found = {table: differing(table, journal, backup, since.get(table, set())) for table in COMPARED}
    return newest.name, {table: rows for table, rows in found.items() if rows}


def has_grown(journal: sqlite3.Connection, backup: sqlite3.Connection) -> bool:
    """Whether the journal has the last operation of the backup, and nobody was erased since, which leaves no trace."""
    last = backup.execute("SELECT id, uuid FROM operation ORDER BY id DESC LIMIT 1").fetchone()
    if last is None or journal.execute("SELECT id, uuid FROM operation WHERE id = ?", last[:1]).fetchone() != last:
        return False
    erased = "SELECT digest FROM forgotten ORDER BY digest"
    return journal.execute(erased).fetchall() == backup.execute(erased).fetchall()


def touched(journal: sqlite3.Connection, backup: sqlite3.Connection) -> Touched:
    """The rows that operations changed since the backup, by being done, undone or done again."""
    before = dict(backup.execute("SELECT id, undone FROM operation"))
    now = journal.execute("SELECT id, undone FROM operation").fetchall()
    moved = {number for number, undone in now if number not in before or before[number] != undone}
    last = backup.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]
    found: Touched = {}
    for number, operation, entity, row in journal.execute("SELECT id, operation_id, entity, row_id FROM change"):
        if number > last or operation in moved:
            found.setdefault(entity.decode(errors="replace"), set()).add(row)
    return found


def differing(table: str, journal: sqlite3.Connection, backup: sqlite3.Connection, since: Collection[int]) -> int:
    """How many rows of the backup the journal lacks or has otherwise, of those that nobody touched."""
    query = f"SELECT {COMPARED[table]} FROM {table} ORDER BY id"
    rows = journal.execute(query)
    row, wrong = next(rows, None), 0
    for kept in backup.execute(query):
        while row is not None and row[0] < kept[0]:
            row = next(rows, None)
        wrong += row != kept and kept[0] not in since
    return wrong
