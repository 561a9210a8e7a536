"""What follows from the log, made anew for whatever a write touched: contact days, names, passages, ties."""

import sqlite3
from collections.abc import Collection

from netlog.domain.calibration import added, window_of
from netlog.domain.folding import fold
from netlog.domain.people import name_keys
from netlog.storage import calibrated
from netlog.storage.contact_days import refresh_contact_days, revalued, stamp_of
from netlog.storage.journal import Touched
from netlog.storage.statements import INSERTS, SCHEMA, UPSERTS
from netlog.storage.ties import Reckoning, batches, grouped, ids, marks, outdated, reckoned

INDEXED_CHARACTERS = 64 * 1024
TRIGGERS = tuple(statement for statement in SCHEMA if statement.startswith("CREATE TRIGGER"))


def refresh(connection: sqlite3.Connection, touched: Touched, reckoning: Reckoning) -> None:
    """Make the derived rows of everything touched equal to a recomputation from the log."""
    for batch in batches(touched.interactions):
        touched.people |= people_of(connection, batch)
    before = forecasts_of(connection, touched.people, reckoning)
    for batch in batches(touched.interactions):
        refresh_contact_days(connection, batch, reckoning.worths)
        refresh_passages(connection, "entry", batch, ENTRY_TEXTS)
    calibrated.change(connection, before, forecasts_of(connection, touched.people, reckoning))
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
    for table in ("contact_day", "name_key", "passage", "tie", "calibration"):
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
    """Reckon anew what today or the settings have overtaken."""
    others = revalued(connection, reckoning)
    for batch in batches(others):
        refresh_contact_days(connection, batch, reckoning.worths)
    if others or calibrated.is_past(connection, reckoning):
        calibrated.keep(connection, calibrated.cells(connection, reckoning))
    for batch in batches(outdated(connection, reckoning)):
        refresh_ties(connection, batch, reckoning)
    remember_settings(connection, reckoning)


def remember_settings(connection: sqlite3.Connection, reckoning: Reckoning) -> None:
    """Note which settings the stored clocks were reckoned with, and in which window of days."""
    known = {
        "settings": reckoning.stamp,
        "worths": stamp_of(reckoning.worths),
        "window": str(window_of(reckoning.today)),
    }
    connection.executemany(UPSERTS["meta"], [{"name": name, "value": value} for name, value in known.items()])


def forecasts_of(connection: sqlite3.Connection, people: Collection[int], reckoning: Reckoning) -> calibrated.Cells:
    """The forecasts of these people, a few hundred at a time."""
    some = (calibrated.cells(connection, reckoning, batch) for batch in batches(people))
    return added(cell for found in some for cell in found.items())


def people_of(connection: sqlite3.Connection, interactions: Collection[int]) -> set[int]:
    """Everybody who takes part in the interactions now, or did when they were last derived."""
    found: set[int] = set()
    for table in ("participant", "contact_day"):
        query = f"SELECT person_id FROM {table} WHERE interaction_id IN ({marks(interactions)})"
        found |= ids(connection, query, interactions)
    return found


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
