"""Netlog with one of its cares taken out, so that the harness can be seen to notice."""

import sqlite3
from typing import Any

from netlog.storage import lock

INSTEAD = {
    "journal off": ("PRAGMA journal_mode = OFF", "BEGIN IMMEDIATE"),
    "journal in memory": ("PRAGMA journal_mode = MEMORY", "BEGIN IMMEDIATE"),
    "sync off": ("PRAGMA synchronous = OFF", "BEGIN IMMEDIATE"),
    "sync full": ("PRAGMA synchronous = FULL", "BEGIN IMMEDIATE"),
    "deferred": ("BEGIN",),
}
"""What a connection does when it is told to begin."""

UNLOCKED = {"deferred", "no lock"}
"""Mutants without the queue; with it, how a transaction begins does not matter."""


class Tampered(sqlite3.Connection):
    """A connection without one of the cares that netlog takes, or with a small cache (pages; 0 is the usual)."""

    mutant = ""
    cache = 0

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401 (as the driver takes them)
        """Run a statement, or others."""
        if sql != "BEGIN IMMEDIATE":
            return super().execute(sql, *arguments)
        if self.cache:
            super().execute(f"PRAGMA cache_size = {self.cache}")
        *first, last = INSTEAD.get(self.mutant, (sql,))
        for statement in first:
            super().execute(statement)
        return super().execute(last)


def tamper(mutant: str) -> None:
    """Let every connection be one of those, and take the queue away if that is what is to be missing."""
    connect = sqlite3.connect

    def tampered(*arguments: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 (as the driver takes them)
        connection: sqlite3.Connection = connect(*arguments, factory=Tampered, **options)
        return connection

    Tampered.mutant = mutant
    sqlite3.connect = tampered  # type: ignore[assignment]
    if mutant in UNLOCKED:
        lock.take = lambda descriptor: None
