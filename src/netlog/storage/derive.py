"""What follows from the log, made anew for whatever a write touched: contact days, names, passages, ties."""

import sqlite3
from collections.abc import Collection

from netlog.domain.calibration import added, window_of
from netlog.domain.folding import fold
from netlog.domain.people import name_keys
from netlog.storage import calibrated
from netlog.storage.contact_days import refresh_contact_days, revalued, stamp_of
from netlog.storage.journal import Touched
from netlog.storage.open_loops import FROM, refresh_loops, table_of
from netlog.storage.seasons import boosted
from netlog.storage.statements import INSERTS, SCHEMA, UPSERTS
from netlog.storage.ties import Reckoning, batches, grouped, ids, marks, outdated, reckoned

INDEXED_CHARACTERS = 64 * 1024
TRIGGERS = tuple(statement for statement in SCHEMA if statement.startswith("CREATE TRIGGER"))


def refresh(
    connection: sqlite3.Connection, touched: Touched, reckoning: Reckoning, *, named: Collection[int] | None = None
) -> None:
    """Make the derived rows of everything touched equal to a recomputation from the log.

    `named` are the people whose names may be others than before, when that is known: otherwise it may be everybody.
    """
    people, interactions = touched.rows["person"], touched.rows["interaction"]
    people |= boosted(connection, touched.boosts)
    for batch in batches(interactions):
        people |= people_of(connection, batch)
    before = forecasts_of(connection, people, reckoning)
    for batch in batches(interactions):
        refresh_contact_days(connection, batch, reckoning.worths)
    calibrated.change(connection, before, forecasts_of(connection, people, reckoning))
    for batch in batches(people if named is None else named):
        refresh_names(connection, batch)
    for batch in batches(people):
        refresh_ties(connection, batch, reckoning)
    refresh_writing(connection, touched)


def refresh_writing(connection: sqlite3.Connection, touched: Touched) -> None:
    """What a search sees, and what is open, of everything touched."""
    for entity, texts in TEXTS.items():
        for batch in batches(touched.rows[entity]):
            refresh_passages(connection, SOURCES.get(entity, entity), batch, texts)
    for source in FROM:
        for batch in batches(touched.rows[table_of(source)]):
            refresh_loops(connection, source, batch)


def rebuild(connection: sqlite3.Connection, reckoning: Reckoning) -> None:
    """Make every derived row anew, and remember the settings it was done with."""
    for table in ("contact_day", "name_key", "passage", "tie", "loop", "calibration"):
        connection.execute(f"DELETE FROM {table}")
    drop_search_triggers(connection)
    everything = Touched()
    for table, numbers in everything.rows.items():
        numbers |= ids(connection, f"SELECT id FROM {table}")
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
TEXTS = {
    "person": PERSON_TEXTS,
    "interaction": ENTRY_TEXTS,
    "fact": "SELECT id, text FROM fact WHERE id IN ({chosen})",
    "inbox": "SELECT id, text FROM inbox WHERE id IN ({chosen})",
    "promise": "SELECT id, text FROM promise WHERE id IN ({chosen})",
    "exchange": "SELECT id, text FROM exchange WHERE id IN ({chosen})",
    "introduction": "SELECT id, why || char(10) || coalesce(outcome, '') FROM introduction WHERE id IN ({chosen})",
    "mentorship": """
        SELECT id, coalesce(area, '') || char(10) || coalesce(ended_why, '') FROM mentorship WHERE id IN ({chosen})
    """,
    "mentor_goal": "SELECT id, text FROM mentor_goal WHERE id IN ({chosen})",
    "agenda_item": "SELECT id, text FROM agenda_item WHERE id IN ({chosen})",
    "mentor_session": """
        SELECT id, coalesce(topics, '') || char(10) || coalesce(feedback_given, '') || char(10)
               || coalesce(feedback_got, '')
        FROM mentor_session WHERE id IN ({chosen})
    """,
}
"""What a search sees of each row, by table; {chosen} are the numbers."""

SOURCES = {"interaction": "entry"}
"""What a passage calls its table, where that is another word."""


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
