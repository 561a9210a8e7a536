"""Whether what is kept beside the log equals what the log says: reckoned anew on a copy, and compared."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from netlog.storage.derive import rebuild, renew
from netlog.storage.ties import Reckoning

DERIVED: Mapping[str, str] = {
    "contact_day": "*",
    "name_key": "*",
    "tie": "*",
    "passage": "source, source_id, folded",
    "calibration": "*",
    "loop": "*",
}
"""The columns to compare: the number of a passage says nothing."""


def drift(connection: sqlite3.Connection, reckoning: Reckoning) -> dict[str, int]:
    """How many rows of each derived table are missing, wrong or too many; empty when all is as it should be.

    A search index that is not what the passages say counts as one.

    The journal is only read. A copy is brought to today and to the present settings first, as any write
    would, so that what is found is damage or a fault of the program, never age.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as copy:  # in memory, and in a file of its own when large
        connection.backup(copy)
        unsearchable = 0 if is_searchable(copy) else 1
        renew(copy, reckoning)
        for table, columns in DERIVED.items():
            copy.execute(f"CREATE TEMP TABLE kept_{table} AS SELECT {columns} FROM main.{table}")
        rebuild(copy, reckoning)
        found = {table: differences(copy, table, columns) for table, columns in DERIVED.items()}
    found["passage_search"] = unsearchable
    return {table: rows for table, rows in found.items() if rows}


def is_searchable(connection: sqlite3.Connection) -> bool:
    """Whether the search index is whole and says what the passages say; to SQLite the question is a write."""
    try:
        connection.execute("INSERT INTO passage_search (passage_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def differences(copy: sqlite3.Connection, table: str, columns: str) -> int:
    """Rows that only one of the two has; a row that changed counts once."""
    kept, made = f"SELECT * FROM kept_{table}", f"SELECT {columns} FROM main.{table}"
    return max(
        int(copy.execute(f"SELECT count(*) FROM ({one} EXCEPT {other})").fetchone()[0])
        for one, other in ((kept, made), (made, kept))
    )
