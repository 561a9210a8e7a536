"""Whatever is searched for, search finds what a reader in Python finds, and never an error."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.running import Run
from tests.hostile.corpus import QUERIES, everything, storable
from tests.storage.driving import Desk, contact

from netlog.domain.folding import fold
from netlog.rows import Filters
from netlog.storage.reader import SqlReader

PARTS = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(r"[^\W_]+")

SIGNS = "\"'*^:+-(){}[]<>=~,.;!?#%&/\\|@_$€·…“”’ \n\t"
WORDS = (
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR/2",
    "folded",
    "a",
    "ab",
    "abc",
    "Łódź",
    "d'Angelo",
    "naïve",
    "1",
    "12",
    "山田",
    "😀",
)
queries = st.lists(st.sampled_from(WORDS) | st.text(SIGNS, max_size=3), max_size=6).map("".join)
anything = st.text(max_size=40)


YOUNG = set("\u061c\u2066\u2067\u2068\u2069")
"""Younger than the tables of Unicode in SQLite, which takes them for letters: a word with one is found with it only."""


def known(text: str) -> bool:
    """Whether SQLite and Python agree on what is a letter in the text."""
    return not YOUNG & set(text)


def words(text: str) -> list[str]:
    """The words that a reader sees."""
    return WORD.findall(fold(text))


def is_found(groups: list[list[str]], text: list[str]) -> bool:
    """Whether the text has every word or phrase, the last letters free."""
    return bool(groups) and all(stands(group, text) for group in groups)


def stands(group: list[str], text: list[str]) -> bool:
    """Whether these words stand there one after the other, the last one perhaps going on."""
    size = len(group)
    starts = range(len(text) - size + 1)
    return any(text[at : at + size - 1] == group[:-1] and text[at + size - 1].startswith(group[-1]) for at in starts)


class Library(NamedTuple):
    """A reader of a journal, and the words of each entry in it."""

    reader: SqlReader
    entries: dict[int, list[str]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The corpus as entries, and words beside."""
    desk = Desk(tmp_path_factory.mktemp("search") / "journal.db")
    number = desk.add("giulia")
    pairs = [f"{one} {other}" for one, other in pairwise(WORDS)]
    with desk.appending() as appender:
        for text in filter(known, [*filter(storable, everything()), *WORDS, *pairs]):
            appender.interaction(contact((number,), desk.clock)._replace(text=text))
        appender.finish("import", "imported")
    with desk.reading() as reader:
        rows = reader.connection.execute("SELECT id, text || ' ' || kind FROM interaction").fetchall()
        yield Library(reader, {number: words(text) for number, text in rows})


def compared(library: Library, query: str) -> None:
    """Hold what search finds against what a reader in Python finds."""
    hits, _, is_partial = library.reader.search(query, Filters(), limit=10_000)
    found = {hit.id for hit in hits if hit.source == "entry"}
    groups = [group for quoted, word in PARTS.findall(query) if (group := words(quoted or word))]
    expected = {number for number, text in library.entries.items() if is_found(groups, text)}
    assert found == expected or (is_partial and found < expected), (query, found ^ expected)


def test_the_corpus_is_searched_for_without_an_error(library: Library) -> None:
    for query in (*QUERIES.values(), *everything()):
        if storable(query):
            compared(library, query)


@given(queries)
@settings(max_examples=150)
def test_operators_are_words(library: Library, query: str) -> None:
    compared(library, query)


@given(anything)
@settings(max_examples=200)
def test_any_text_may_be_searched_for(library: Library, query: str) -> None:
    library.reader.search(query.encode("utf-8", "replace").decode(), Filters(), limit=10)


def test_the_command_takes_every_query(netlog: Run) -> None:
    netlog.people("Giulia Rossi")
    for query in (*QUERIES.values(), *everything()[::5]):
        result = netlog("find", "--limit", "1", "--", query)
        assert result.exit_code in (0, 2), query
        assert "a bug" not in result.stderr


def test_a_pattern_of_like_is_a_text(netlog: Run) -> None:
    netlog.ok("add", "Ada Neri", "--place", "Milano", "--email", "ada@example.org")

    for pattern in ("%", "_ilano", "M%o", "\\", "[M]ilano", "*"):
        assert netlog.json("people", "--near", pattern)["people"] == []
        assert "ada@" not in netlog("people", "--format", "mutt", pattern).stdout
