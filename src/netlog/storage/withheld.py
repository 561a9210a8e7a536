"""What is private is withheld in one place: views that stand before the tables for whatever a connection reads."""

import sqlite3
from collections.abc import Mapping

from netlog.domain.private import WITHHELD
from netlog.storage.statements import COLUMNS

PRIVATE_ENTRY = "EXISTS (SELECT 1 FROM main.interaction AS held WHERE held.id = {number} AND held.is_private)"
SAID_THERE = PRIVATE_ENTRY.format(number="interaction_id")

TOLD_WORDS = f"""CASE WHEN command NOT IN ('log', 'import') AND EXISTS (
    SELECT 1 FROM main.change AS done WHERE done.operation_id = operation.id AND (
        entity IN ('fact', 'inbox') AND json_extract(coalesce(before, after), '$.is_private')
        OR entity = 'fact' AND EXISTS (SELECT 1 FROM main.fact AS held WHERE held.id = row_id AND held.is_private)
        OR entity = 'inbox' AND EXISTS (SELECT 1 FROM main.inbox AS held WHERE held.id = row_id AND held.is_private)
        OR entity = 'promise' AND EXISTS (
            SELECT 1 FROM main.promise AS said JOIN main.interaction AS held ON held.id = said.interaction_id
            WHERE said.id = row_id AND held.is_private
        )
        OR entity = 'exchange' AND EXISTS (
            SELECT 1 FROM main.exchange AS said JOIN main.interaction AS held ON held.id = said.interaction_id
            WHERE said.id = row_id AND held.is_private
        )
    )
) THEN command || ': {WITHHELD}' ELSE words END"""
"""The words of an operation, which may quote what has become private since."""

HIDDEN_WORDS: Mapping[str, Mapping[str, str]] = {
    "interaction": {
        name: f"CASE WHEN is_private THEN {blank} ELSE {name} END"
        for name, blank in (("text", "''"), ("place", "NULL"))
    },
    "inbox": {name: f"CASE WHEN is_private THEN '{WITHHELD}' ELSE {name} END" for name in ("text", "reason")},
    "promise": {"text": f"CASE WHEN {SAID_THERE} THEN '{WITHHELD}' ELSE text END"},
    "exchange": {"text": f"CASE WHEN {SAID_THERE} THEN '{WITHHELD}' ELSE text END"},
    "operation": {"words": TOLD_WORDS},
    "mentor_session": {
        name: f"CASE WHEN {SAID_THERE} THEN NULL ELSE {name} END"
        for name in ("topics", "feedback_given", "feedback_got")
    },
}
"""Columns of which the words are kept back, row by row."""

IN_TABLE = "EXISTS (SELECT 1 FROM main.{table} AS held WHERE held.id = source_id AND held.is_private)"
IN_ENTRY = (
    "EXISTS (SELECT 1 FROM main.{table} AS said JOIN main.interaction AS held ON held.id = said.interaction_id"
    " WHERE said.id = source_id AND held.is_private)"
)
HIDDEN_ROWS: Mapping[str, str] = {
    "fact": "is_private",
    "tag": f"interaction_id IS NOT NULL AND {SAID_THERE}",
    "origin": f"(interaction_id IS NOT NULL AND {SAID_THERE})"
    " OR EXISTS (SELECT 1 FROM main.inbox AS held WHERE held.id = inbox_id AND held.is_private)",
    "passage": " ".join(
        (
            "CASE source",
            f"WHEN 'entry' THEN {PRIVATE_ENTRY.format(number='source_id')}",
            *(f"WHEN '{table}' THEN {IN_TABLE.format(table=table)}" for table in ("fact", "inbox")),
            *(
                f"WHEN '{table}' THEN {IN_ENTRY.format(table=table)}"
                for table in ("promise", "exchange", "mentor_session")
            ),
            "ELSE 0 END",
        )
    ),
}
"""Rows that are not there at all for who may not read them."""


def view(table: str) -> str:
    """The view that is read instead of a table."""
    words = HIDDEN_WORDS.get(table, {})
    columns = ", ".join(f'{words[name]} AS "{name}"' if name in words else f'"{name}"' for name in COLUMNS[table])
    rows = f" WHERE NOT ({HIDDEN_ROWS[table]})" if table in HIDDEN_ROWS else ""
    return f"CREATE TEMP VIEW {table} AS SELECT {columns} FROM main.{table} AS {table}{rows}"


VIEWS = tuple(view(table) for table in (*HIDDEN_WORDS, *HIDDEN_ROWS))


def withhold(connection: sqlite3.Connection) -> None:
    """Let nothing that is private be read on this connection, on which the journal cannot be written then."""
    for statement in VIEWS:
        connection.execute(statement)


def is_withheld(connection: sqlite3.Connection) -> bool:
    """Whether that was done."""
    return connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'interaction'").fetchone() is not None
