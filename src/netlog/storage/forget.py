"""Erasing somebody for good: from every table, from the search, and from what undo kept.

Whoever is erased is named by the hash of a UUID, so that a copy of the journal can be cleared long after the journal.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from netlog.domain.folding import fold
from netlog.domain.people import spoken
from netlog.domain.views_dupes import Moved, Place
from netlog.storage.appends import SqlAppender
from netlog.storage.connect import lock_path, opened_to_write, translated
from netlog.storage.erased import digest
from netlog.storage.lock import locked
from netlog.storage.read_dupes import OWN
from netlog.storage.undo import ERASED, OWNERS

HELD_BY_PERSON = tuple(pair for pair in OWNERS["person"] if pair[0] != "person")
HELD_BY_ENTRY = (("tag", "interaction_id"), ("mentor_session", "interaction_id"), ("origin", "interaction_id"))
"""What goes with an entry; what others promised or gave in it stays with them."""

FORGOTTEN = "forgotten"
"""What the history says instead of words that named somebody."""

BULK = ("import",)
"""Commands whose words are netlog's own, and tell of many."""

SHORTEST = 3
"""Letters of a word by which somebody may be named in the history."""

COUNTED = {
    "interaction": "entry",
    "inbox": "note in the inbox",
    "mentor_goal": "goal",
    "agenda_item": "agenda item",
    "mentor_session": "session",
    "card_line": "line of a card",
    "origin": "link to an imported record",
    "not_same": "pair told apart",
}
"""Tables in words, where those are others."""

Places = dict[str, set[int]]


class Erasure(NamedTuple):
    """What was erased: how many people of a copy, rows by table, operations that can no longer be undone."""

    people: int
    rows: tuple[Moved, ...]
    operations: int


class Traces(NamedTuple):
    """Everything that is theirs in one journal: numbers of people, rows by table, and what they are called."""

    people: set[int]
    uuids: set[str]
    places: Places
    names: tuple[str, ...]
    contacts: tuple[str, ...]


class SqlForgetting(SqlAppender):
    """A transaction that erases people for good; it is an operation that nothing takes back."""

    def forget(self, digests: Collection[str]) -> Erasure:
        """Erase whoever has a UUID of these hashes, and everything that is only theirs."""
        found = traces(self.connection, digests)
        present = {entity: existing(self.connection, entity, numbers) for entity, numbers in found.places.items()}
        self.keep_away(found, present)
        self.touch(found)
        self.remove(found, present)
        operations = blank(self.connection, found)
        self.journal.record(ERASED, 0, before={}, after={}, owner={})
        self.journal.close("forget", "forgot somebody for good")
        self.derive()
        self.connection.execute("INSERT INTO passage_search (passage_search) VALUES ('optimize')")
        rows = tuple(
            Moved(COUNTED.get(entity, entity), len(numbers)) for entity, numbers in sorted(present.items()) if numbers
        )
        return Erasure(len(present["person"]), rows, operations)

    def keep_away(self, found: Traces, present: Places) -> None:
        """Remember, as hashes, what no other journal and no file is to bring back."""
        names = set(found.uuids) | self.texts("SELECT uuid FROM interaction WHERE id IN ({})", present["interaction"])
        names |= self.texts("SELECT source || ' ' || key FROM origin WHERE id IN ({})", present["origin"])
        rows = [(digest(name), self.clock.stamp) for name in sorted(names)]
        self.connection.executemany("INSERT OR IGNORE INTO forgotten (digest, at) VALUES (?, ?)", rows)

    def texts(self, query: str, numbers: Iterable[int]) -> set[str]:
        """The only column of the rows of these numbers."""
        return {row[0] for row in self.connection.execute(query.format(listed(numbers)))}

    def touch(self, found: Traces) -> None:
        """Let what follows from the rows that go be made anew."""
        for entity, numbers in found.places.items():
            if entity in self.journal.touched.rows:
                self.journal.touched.rows[entity] |= numbers
        people = listed(found.people)
        shared = self.connection.execute(f"SELECT interaction_id FROM participant WHERE person_id IN ({people})")
        self.journal.touched.rows["interaction"] |= {row[0] for row in shared}
        brought = self.connection.execute(f"SELECT id FROM person WHERE via_id IN ({people})")
        self.journal.touched.rows["person"] |= {row[0] for row in brought}

    def remove(self, found: Traces, present: Places) -> None:
        """Remove the rows, and what refers to them from rows that stay."""
        execute, people, entries = self.connection.execute, listed(found.people), listed(present["interaction"])
        execute(f"UPDATE person SET via_id = NULL WHERE via_id IN ({people})")
        for table in ("promise", "exchange"):
            execute(f"UPDATE {table} SET interaction_id = NULL WHERE interaction_id IN ({entries})")
        for entity, numbers in present.items():
            execute(f"DELETE FROM {entity} WHERE id IN ({listed(numbers)})")
        for number, said in execute("SELECT id, said FROM origin").fetchall():
            if is_named(said, found):
                execute("UPDATE origin SET said = '{}' WHERE id = ?", (number,))


def traces(connection: sqlite3.Connection, digests: Collection[str]) -> Traces:
    """Everything of the people whose UUID, or that of whoever was merged into them, has one of these hashes."""
    uuids = known_by(connection, digests)
    people = numbers_of(connection, uuids)
    places: Places = {"person": people}
    for entity, column in HELD_BY_PERSON:
        places.setdefault(entity, set()).update(held(connection, entity, column, people))
    for entity, column in OWNERS["mentorship"]:
        places.setdefault(entity, set()).update(held(connection, entity, column, places["mentorship"]))
    places["interaction"] = entries_of(connection, people)
    for entity, column in HELD_BY_ENTRY:
        places.setdefault(entity, set()).update(held(connection, entity, column, places["interaction"]))
    places["season"] = held(connection, "season", "boost", [f"person:{uuid}" for uuid in uuids])
    found = Traces(people, uuids, places, *called(connection, places))
    for origin, note, said in connection.execute("SELECT id, inbox_id, said FROM origin WHERE inbox_id IS NOT NULL"):
        if is_named(said, found):  # a record that waits to be told whose it is
            places["origin"].add(origin)
            places.setdefault("inbox", set()).add(note)
    return found


def known_by(connection: sqlite3.Connection, digests: Collection[str]) -> set[str]:
    """The UUIDs with these hashes, with those of people who were merged into them."""
    rows = connection.execute("""
        SELECT uuid FROM person
        UNION SELECT json_extract(coalesce(before, after), '$.uuid') FROM change WHERE entity = 'person'
    """)
    found = {uuid for (uuid,) in rows if uuid and digest(uuid) in digests}
    merged = "SELECT key FROM origin JOIN person ON person.id = person_id WHERE source = ? AND person.uuid = ?"
    return found.union(*({row[0] for row in connection.execute(merged, (OWN, uuid))} for uuid in found))


def numbers_of(connection: sqlite3.Connection, uuids: Collection[str]) -> set[int]:
    """The numbers of the people with these UUIDs, present or removed."""
    return {
        row[0]
        for uuid in uuids
        for row in connection.execute(
            """
            SELECT id FROM person WHERE uuid = :uuid
            UNION SELECT row_id FROM change
            WHERE entity = 'person' AND :uuid IN (json_extract(before, '$.uuid'), json_extract(after, '$.uuid'))
            """,
            {"uuid": uuid},
        )
    }


def held(connection: sqlite3.Connection, entity: str, column: str, owners: Collection[Any]) -> set[int]:
    """The rows of a table, present or removed, that have or had one of these owners."""
    chosen = "(SELECT value FROM json_each(:owners))"
    rows = connection.execute(
        f"""
        SELECT id FROM {entity} WHERE {column} IN {chosen}
        UNION SELECT row_id FROM change WHERE entity = :entity AND (
            json_extract(before, '$.{column}') IN {chosen} OR json_extract(after, '$.{column}') IN {chosen}
        )
        """,
        {"entity": entity, "owners": json.dumps(sorted(owners))},
    )
    return {row[0] for row in rows}


def entries_of(connection: sqlite3.Connection, people: Collection[int]) -> set[int]:
    """The entries, present or removed, in which they took part and now nobody else does."""
    chosen = listed(people)
    rows = connection.execute(
        f"""
        SELECT interaction_id FROM participant WHERE person_id IN ({chosen})
        UNION SELECT json_extract(coalesce(before, after), '$.interaction_id') FROM change
        WHERE entity = 'participant' AND (
            json_extract(before, '$.person_id') IN ({chosen}) OR json_extract(after, '$.person_id') IN ({chosen})
        )
        """
    )
    found = {row[0] for row in rows if row[0]}
    shared = connection.execute(
        f"SELECT interaction_id FROM participant WHERE interaction_id IN ({listed(found)})"
        f" AND person_id NOT IN ({chosen})"
    )
    return found - {row[0] for row in shared}


def existing(connection: sqlite3.Connection, entity: str, numbers: Collection[int]) -> set[int]:
    """Those of the rows that are there."""
    return {row[0] for row in connection.execute(f"SELECT id FROM {entity} WHERE id IN ({listed(numbers)})")}


def called(connection: sqlite3.Connection, places: Places) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every name they have or had, and every way to reach them, folded."""
    names = values(connection, "person", "name", places["person"])
    names |= values(connection, "alias", "name", places["alias"])
    contacts = values(connection, "contact", "value", places["contact"])
    return tuple(sorted(map(fold, names))), tuple(sorted(map(fold, contacts)))


def values(connection: sqlite3.Connection, entity: str, column: str, numbers: Collection[int]) -> set[str]:
    """What a column of these rows holds or held."""
    rows = connection.execute(
        f"""
        SELECT {column} FROM {entity} WHERE id IN ({listed(numbers)})
        UNION SELECT json_extract(before, '$.{column}') FROM change
        WHERE entity = :entity AND row_id IN ({listed(numbers)})
        UNION SELECT json_extract(after, '$.{column}') FROM change
        WHERE entity = :entity AND row_id IN ({listed(numbers)})
        """,
        {"entity": entity},
    )
    return {row[0] for row in rows if row[0]}


def blank(connection: sqlite3.Connection, found: Traces) -> int:
    """Take what undo kept of them out of the history; how many operations can no longer be undone for that."""
    blanked: set[int] = set()
    for number, entity, row, before, after in connection.execute(
        "SELECT id, entity, row_id, before, after FROM change WHERE entity <> ?", (ERASED,)
    ):
        texts = f"{before or ''}{after or ''}"
        if row in found.places.get(entity, ()) or (texts and is_named(texts, found)):
            blanked.add(number)
    for number in blanked:
        erase = "UPDATE change SET entity = ?, row_id = 0, is_insertion = 0, before = NULL, after = NULL WHERE id = ?"
        connection.execute(erase, (ERASED, number))
    unname(connection, found)
    query = f"SELECT count(DISTINCT operation_id) FROM change WHERE id IN ({listed(blanked)})"
    return int(connection.execute(query).fetchone()[0])


def unname(connection: sqlite3.Connection, found: Traces) -> None:
    """Say “forgotten” for words of the history that name them, or may tell of them."""
    rows = connection.execute(
        """
        SELECT operation.id, command, words, EXISTS (
            SELECT 1 FROM change WHERE operation_id = operation.id AND entity = ?
        ) FROM operation
    """,
        (ERASED,),
    ).fetchall()
    parts = {word for name in found.names for word in spoken(name) if len(word) >= SHORTEST}
    for number, command, words, is_theirs in rows:
        is_telling = is_theirs and (command not in BULK or not parts.isdisjoint(spoken(words)))
        if is_telling or is_named(words, found):
            connection.execute("UPDATE operation SET words = ? WHERE id = ?", (FORGOTTEN, number))


def is_named(text: str, found: Traces) -> bool:
    """Whether a text holds one of their whole names, of two words at least, or a way to reach them."""
    folded = fold(text)
    return any(name in folded for name in found.names if " " in name) or any(way in folded for way in found.contacts)


def listed(numbers: Iterable[int]) -> str:
    """Numbers for a query: there may be more of them than it can have parameters."""
    return ", ".join(map(str, sorted(numbers)))


def naming(connection: sqlite3.Connection, person: int) -> tuple[Place, ...]:
    """What is not theirs alone and holds their whole name, an alias or a way to reach them."""
    found = traces(connection, {digest(uuid_of(connection, person))})
    names = {f" {' '.join(spoken(name))} " for name in found.names}
    rows = connection.execute("SELECT source, source_id, folded FROM passage ORDER BY source, source_id")
    return tuple(
        Place(source, number)
        for source, number, folded in rows
        if number not in found.places.get({"entry": "interaction"}.get(source, source), ())
        and (any(way in folded for way in found.contacts) or any(n in f" {' '.join(spoken(folded))} " for n in names))
    )


def extent(connection: sqlite3.Connection, person: int) -> tuple[Moved, ...]:
    """How many rows of each table would go."""
    found = traces(connection, {digest(uuid_of(connection, person))})
    present = {entity: existing(connection, entity, numbers) for entity, numbers in found.places.items()}
    return tuple(Moved(COUNTED.get(entity, entity), len(rows)) for entity, rows in sorted(present.items()) if rows)


def uuid_of(connection: sqlite3.Connection, person: int) -> str:
    """The UUID of a person."""
    return str(connection.execute("SELECT uuid FROM person WHERE id = ?", (person,)).fetchone()[0])


def forgotten(connection: sqlite3.Connection) -> set[str]:
    """The hashes of everything that was erased for good."""
    return {row[0] for row in connection.execute("SELECT digest FROM forgotten")}


def compact(path: Path, *, wait: float) -> None:
    """Write the file anew, so that no page keeps what was in it."""
    with translated(path), locked(lock_path(path), wait=wait), closing(opened_to_write(path, wait=wait)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # into which it is written anew
        connection.execute("VACUUM")
