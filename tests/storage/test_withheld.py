"""Views stand before every table in which something private can be read, and cost no search of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.driving import Desk

from netlog.domain.stored_rows import ENTITIES, FIELDS, PRIVATE, REFERENCES
from netlog.rows import EVERYBODY, NewFact
from netlog.storage.connect import empty
from netlog.storage.statements import COLUMNS
from netlog.storage.withheld import HIDDEN_ROWS, HIDDEN_WORDS, is_withheld, withhold

WORDLESS = {"participant"}
"""What hangs on something private and has no words."""


@pytest.fixture
def shut() -> Iterator[sqlite3.Connection]:
    """A connection that may not read what is private."""
    with closing(empty()) as connection:
        withhold(connection)
        yield connection


def test_everything_that_is_private_or_hangs_on_it_is_withheld() -> None:
    private = {entity for entity in ENTITIES if PRIVATE in FIELDS[entity]}
    hanging = {entity for entity in ENTITIES if private & set(REFERENCES[entity].values())}

    assert private | hanging - WORDLESS <= {*HIDDEN_WORDS, *HIDDEN_ROWS}


def test_a_view_has_the_columns_of_its_table_in_their_order(shut: sqlite3.Connection) -> None:
    for table in (*HIDDEN_WORDS, *HIDDEN_ROWS):
        read = shut.execute(f"SELECT * FROM {table}")  # noqa: S608 (names of ours)
        assert tuple(column[0] for column in read.description) == COLUMNS[table]


def test_a_connection_tells_whether_it_was_shut(shut: sqlite3.Connection) -> None:
    with closing(empty()) as opened:
        assert (is_withheld(opened), is_withheld(shut)) == (False, True)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT text FROM interaction WHERE on_day > '2026'", "ix_interaction_on_day"),
        ("SELECT text FROM participant JOIN interaction ON interaction.id = interaction_id", "PRIMARY KEY"),
        ("SELECT text FROM fact WHERE person_id = 1", "ix_fact_person_id"),
        ("SELECT text FROM promise WHERE person_id = 1", "ix_promise_person_id"),
        ("SELECT person_id FROM tag WHERE slug = 'x'", "ix_tag_slug"),
        ("SELECT folded FROM passage WHERE source = 'entry' AND source_id = 1", "sqlite_autoindex_passage_1"),
    ],
)
def test_a_view_is_searched_by_the_index_of_its_table(shut: sqlite3.Connection, query: str, index: str) -> None:
    plan = [row[3] for row in shut.execute(f"EXPLAIN QUERY PLAN {query}")]

    assert any(index in step for step in plan), plan
    assert not any("MATERIALIZE" in step or "CO-ROUTINE" in step for step in plan), plan


def test_a_private_fact_that_was_removed_with_its_person_comes_back_private(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "journal.db")
    giulia, anna = desk.add("giulia"), desk.add("anna")
    with desk.appending() as appender:
        appender.fact(NewFact(anna, desk.day, "obsidian", None, is_private=True))
        appender.finish("fact", "noted")
    with desk.recording() as records:
        records.remove_person(anna)
        records.finish("rm", "removed")
    desk.undo()

    with desk.reading() as reader:
        assert [(fact.text, fact.is_private) for fact in reader.facts()] == [("obsidian", True)]
        assert [row.tie.id for row in reader.listed(EVERYBODY)] == [anna, giulia]
