"""Reading every row of the truth for another journal, all of it or what concerns some people."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from netlog.domain.stored_rows import ENTITIES, FIELDS, FORGOTTEN, PRIVATE, REFERENCES
from netlog.interchange import Stored
from netlog.storage.stored import Values, batched, dated, fetched
from netlog.storage.withheld import is_withheld

CHOSEN = "chosen_person"
ENTRIES = "chosen_entry"
OF_CHOSEN = f"IN (SELECT id FROM temp.{CHOSEN})"
OF_ENTRIES = f"IN (SELECT id FROM temp.{ENTRIES})"

SESSION = "mentor_session"
LEFT_OUT = ("inbox", "pause", "origin")
"""What is about nobody in particular, or quotes what may name others."""


def every_row(connection: sqlite3.Connection) -> Iterator[Stored]:
    """Every row of the truth and every hash of what was forgotten, by entity, then by UUID."""
    for entity in ENTITIES:
        yield from rows_of(connection, entity, "1")
    for digest, at in connection.execute("SELECT digest, at FROM forgotten ORDER BY digest"):
        yield Stored("", FORGOTTEN, {"digest": digest, "at": at})


def rows_about(connection: sqlite3.Connection, people: Collection[int]) -> Iterator[Stored]:
    """The rows that belong to those people, in the same order; whoever else they name is left out."""
    with chosen(connection, people):
        known = uuids(connection)
        for entity in ENTITIES:
            if entity not in LEFT_OUT:
                for row in rows_of(connection, entity, choice(entity)):
                    yield row._replace(values=without_others(entity, dict(row.values), known))


def rows_of(connection: sqlite3.Connection, entity: str, where: str) -> Iterator[Stored]:
    """The rows of one entity by UUID; a private one, or what was said in one, only where that may be read."""
    hidden = " OR ".join(private_claims(entity)) if is_withheld(connection) else "0"
    rest = f"WHERE ({where}) AND NOT ({hidden}) ORDER BY {entity}.uuid"
    for batch in batched(fetched(connection, entity, rest)):
        for values in dated(connection, entity, batch):
            yield Stored("", entity, values)


def private_claims(entity: str) -> Iterator[str]:
    """What makes a row private: that it says so, or that it names a row that does."""
    yield "0"
    if PRIVATE in FIELDS[entity]:
        yield f"{entity}.{PRIVATE}"
    for field, target in REFERENCES[entity].items():
        if PRIVATE in FIELDS[target]:
            yield f"coalesce(of_{field}.{PRIVATE}, 0)"


@contextmanager
def chosen(connection: sqlite3.Connection, people: Collection[int]) -> Iterator[None]:
    """Temporary tables of the people and of the contacts they took part in."""
    connection.execute(f"CREATE TEMP TABLE {CHOSEN} (id INTEGER PRIMARY KEY)")
    connection.execute(f"CREATE TEMP TABLE {ENTRIES} (id INTEGER PRIMARY KEY)")
    connection.executemany(f"INSERT OR IGNORE INTO temp.{CHOSEN} VALUES (?)", ((number,) for number in people))
    connection.execute(
        f"INSERT INTO temp.{ENTRIES} SELECT DISTINCT interaction_id FROM participant WHERE person_id {OF_CHOSEN}"
    )
    try:
        yield
    finally:
        connection.execute(f"DROP TABLE temp.{CHOSEN}")
        connection.execute(f"DROP TABLE temp.{ENTRIES}")


def choice(entity: str) -> str:
    """The condition that a row of this entity belongs to the chosen people."""
    if entity == "event":
        return f"""
            event.id IN (SELECT event_id FROM person WHERE id {OF_CHOSEN})
            OR event.id IN (SELECT event_id FROM interaction WHERE id {OF_ENTRIES})
        """
    if entity == "season":
        return f"boost IN (SELECT 'person:' || uuid FROM person WHERE id {OF_CHOSEN})"
    if entity in ("person", "interaction"):
        return f"{entity}.id {OF_CHOSEN if entity == 'person' else OF_ENTRIES}"
    if entity in ("introduction", "not_same"):
        return f"{entity}.person_id {OF_CHOSEN} AND {entity}.other_id {OF_CHOSEN}"
    if entity == "tag":
        return f"tag.person_id {OF_CHOSEN} OR tag.interaction_id {OF_ENTRIES}"
    if "person" in REFERENCES[entity]:
        return f"{entity}.person_id {OF_CHOSEN}"
    of_cycle = f"{entity}.mentorship_id IN (SELECT id FROM mentorship WHERE person_id {OF_CHOSEN})"
    return f"{of_cycle} AND {entity}.interaction_id {OF_ENTRIES}" if entity == SESSION else of_cycle


def uuids(connection: sqlite3.Connection) -> frozenset[str]:
    """The UUIDs of the chosen people and their contacts."""
    people = connection.execute(f"SELECT uuid FROM person WHERE id {OF_CHOSEN}")
    entries = connection.execute(f"SELECT uuid FROM interaction WHERE id {OF_ENTRIES}")
    return frozenset(row[0] for found in (people, entries) for row in found)


def without_others(entity: str, values: Values, known: frozenset[str]) -> Values:
    """The row without what it says of people and contacts that were not chosen."""
    hidden = [
        field
        for field, target in REFERENCES[entity].items()
        if target in ("person", "interaction") and values.get(field, "") not in known
    ]
    return {name: value for name, value in values.items() if name not in hidden}
