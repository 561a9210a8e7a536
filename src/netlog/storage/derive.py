"""What follows from the log, made anew for whatever a write touched: contact days, names, passages, ties."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from netlog.domain.folding import fold
from netlog.domain.interactions import Depth, Direction, kind_named
from netlog.domain.people import name_keys
from netlog.domain.strength import worth
from netlog.storage.journal import Touched
from netlog.storage.statements import INSERTS, SCHEMA, UPSERTS
from netlog.storage.ties import Reckoning, grouped, ids, marks, outdated, reckoned

INDEXED_CHARACTERS = 64 * 1024
BATCH = 500
TRIGGERS = tuple(statement for statement in SCHEMA if statement.startswith("CREATE TRIGGER"))
NO_CONTACT = "none"


def refresh(connection: sqlite3.Connection, touched: Touched, reckoning: Reckoning) -> None:
    """Make the derived rows of everything touched equal to a recomputation from the log."""
    for batch in batches(touched.interactions):
        touched.people |= people_of(connection, batch)
        refresh_contact_days(connection, batch)
        refresh_passages(connection, "entry", batch, ENTRY_TEXTS)
    for batch in batches(touched.people):
        refresh_names(connection, batch)
        refresh_passages(connection, "person", batch, PERSON_TEXTS)
        refresh_ties(connection, batch, reckoning)
    for batch in batches(touched.facts):
        refresh_passages(connection, "fact", batch, FACT_TEXTS)
    for batch in batches(touched.inbox):
        refresh_passages(connection, "inbox", batch, INBOX_TEXTS)


def rebuild(connection: sqlite3.Connection, reckoning: Reckoning) -> None:
    """Make every derived row anew, and remember the settings it was done with."""
    for table in ("contact_day", "name_key", "passage", "tie"):
        connection.execute(f"DELETE FROM {table}")
    drop_search_triggers(connection)
    everything = Touched(
        *(ids(connection, f"SELECT id FROM {table}") for table in ("person", "interaction", "fact", "inbox"))
    )
    refresh(connection, everything, reckoning)
    connection.execute("INSERT INTO passage_search (passage_search) VALUES ('rebuild')")
    for trigger in TRIGGERS:
        connection.execute(trigger)
    remember_settings(connection, reckoning)


def drop_search_triggers(connection: sqlite3.Connection) -> None:
    """Leave the search index behind for a while: filled at once it takes a sixth of the time."""
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger.split()[2]}")


def renew(connection: sqlite3.Connection, reckoning: Reckoning) -> None:
    """Reckon the clocks anew that today or the settings have overtaken."""
    for batch in batches(outdated(connection, reckoning)):
        refresh_ties(connection, batch, reckoning)
    remember_settings(connection, reckoning)


def remember_settings(connection: sqlite3.Connection, reckoning: Reckoning) -> None:
    """Note which settings the stored clocks were reckoned with."""
    connection.execute(UPSERTS["meta"], {"name": "settings", "value": reckoning.stamp})


def batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The numbers in ascending order, a few hundred at a time."""
    rest = iter(sorted(numbers))
    while batch := list(islice(rest, BATCH)):
        yield batch


def people_of(connection: sqlite3.Connection, interactions: Collection[int]) -> set[int]:
    """Everybody who takes part in the interactions now, or did when they were last derived."""
    found: set[int] = set()
    for table in ("participant", "contact_day"):
        query = f"SELECT person_id FROM {table} WHERE interaction_id IN ({marks(interactions)})"
        found |= ids(connection, query, interactions)
    return found


def refresh_contact_days(connection: sqlite3.Connection, interactions: Collection[int]) -> None:
    """Whose day it was and how much it counts."""
    chosen = marks(interactions)
    connection.execute(f"DELETE FROM contact_day WHERE interaction_id IN ({chosen})", tuple(interactions))
    rows = connection.execute(
        f"""
        SELECT participant.person_id, interaction.on_day, interaction.id,
               kind, depth, direction, minutes, counts
        FROM interaction
        JOIN participant ON participant.interaction_id = interaction.id
        WHERE interaction.id IN ({chosen})
        """,
        tuple(interactions),
    )
    connection.executemany(INSERTS["contact_day"], [contact_day(*row) for row in rows.fetchall()])


def contact_day(
    person: int,
    on_day: str,
    interaction: int,
    kind: str,
    depth: str,
    direction: str,
    minutes: int | None,
    counts: float | None,
) -> dict[str, Any]:
    """The derived row of one participant; a conversation is mutual, whoever proposed it, a note is no contact."""
    deep, way = Depth(depth), Direction(direction)
    usual = worth(kind_named(kind).worth, depth=deep, direction=way, minutes=minutes)
    share = usual if counts is None else counts
    is_one_sided = deep in (Depth.MESSAGE, Depth.TOUCH)
    return {
        "person_id": person,
        "on_day": on_day,
        "interaction_id": interaction,
        "worth": share,
        "direction": (direction if is_one_sided else Direction.MUTUAL.value) if share else NO_CONTACT,
    }


def refresh_names(connection: sqlite3.Connection, people: Collection[int]) -> None:
    """The folded words each person may be called by."""
    chosen = marks(people)
    connection.execute(f"DELETE FROM name_key WHERE person_id IN ({chosen})", tuple(people))
    aliases = grouped(connection, f"SELECT person_id, name FROM alias WHERE person_id IN ({chosen})", people)
    rows = connection.execute(f"SELECT id, name, handle FROM person WHERE id IN ({chosen})", tuple(people))
    keys = [
        {"key": key, "person_id": person}
        for person, name, handle in rows
        for key in sorted(name_keys(name, handle, aliases.get(person, ())))
    ]
    connection.executemany(INSERTS["name_key"], keys)


PERSON_TEXTS = """
    SELECT id, name || char(10) || coalesce(company, '') || char(10) || coalesce(role, '')
           || char(10) || coalesce(place, '') || char(10) || coalesce(met, '') || char(10)
           || coalesce((SELECT group_concat(alias.name, char(10)) FROM alias WHERE person_id = person.id), '')
           || char(10)
           || coalesce((SELECT group_concat(words, char(10)) FROM topic WHERE person_id = person.id), '')
           || char(10)
           || coalesce((SELECT group_concat(slug, ' ') FROM tag WHERE person_id = person.id), '')
           || char(10)
           || coalesce((SELECT group_concat(value, ' ') FROM contact WHERE person_id = person.id), '')
    FROM person WHERE id IN ({chosen})
"""
ENTRY_TEXTS = """
    SELECT interaction.id,
           text || char(10) || coalesce(place, '') || char(10) || kind || char(10)
           || coalesce((SELECT group_concat(slug, ' ') FROM tag WHERE interaction_id = interaction.id), '')
           || char(10)
           || coalesce((SELECT name FROM event WHERE event.id = event_id), '')
    FROM interaction WHERE interaction.id IN ({chosen})
"""
FACT_TEXTS = "SELECT id, text FROM fact WHERE id IN ({chosen})"
INBOX_TEXTS = "SELECT id, text FROM inbox WHERE id IN ({chosen})"


def refresh_passages(connection: sqlite3.Connection, source: str, numbers: Collection[int], texts: str) -> None:
    """The folded text that a search of these rows sees, at most 64 KiB of each."""
    rows = connection.execute(texts.format(chosen=marks(numbers)), tuple(numbers)).fetchall()
    gone = set(numbers) - {row[0] for row in rows}
    connection.executemany(
        "DELETE FROM passage WHERE source = ? AND source_id = ?", [(source, number) for number in gone]
    )
    connection.executemany(
        UPSERTS["passage"],
        [{"source": source, "source_id": number, "folded": fold(text[:INDEXED_CHARACTERS])} for number, text in rows],
    )


def refresh_ties(connection: sqlite3.Connection, people: Collection[int], reckoning: Reckoning) -> None:
    """The clock of each person, as `ties.py` reckons it."""
    rows = reckoned(connection, people, reckoning)
    gone = set(people) - {row["person_id"] for row in rows}
    connection.executemany("DELETE FROM tie WHERE person_id = ?", [(person,) for person in gone])
    connection.executemany(UPSERTS["tie"], rows)
