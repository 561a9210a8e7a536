"""What somebody may look for, for a fuzzer: queries to a real journal in memory, held against an answer by hand."""

import sqlite3
from contextlib import closing
from datetime import date
from functools import cache

from tests.fuzz.scratch import scratch
from tests.storage.driving import Desk

from netlog.domain.folding import fold
from netlog.domain.snippets import WIDTH, snippet
from netlog.domain.topics import words_of
from netlog.errors import UsageProblem
from netlog.rows import Filters
from netlog.services.looking import find
from netlog.storage.connect import opened_to_read
from netlog.storage.read_search import search_words
from netlog.storage.reader import SqlReader

TODAY = date(2026, 11, 21)
EVERYTHING = 400
PEOPLE = {
    "giulia": "Giulia Rossi",
    "lukasz": "Łukasz Żak",
    "niamh": "Niamh O'Brien",
    "li": "李 小龙",
    "jean": "Jean-Luc",
}
TEXTS = (
    "pricing of the new-model, and AND or NOT near", "kawa z Łukaszem o sprzedaży", "caffè: parlato di prezzi",
    "her move to Cork_Street 12", "e-mail a@b.example C++ 3.5%", "straße ﬁn ½ İstanbul", "李 小龙 写信",
    "", "a", "price prices pricing",
)  # fmt: skip
FILTERS = (
    Filters(),
    Filters(tags=("pm",)),
    Filters(kind="coffee", since=date(2026, 1, 1)),
    Filters(tier="close", near="cork"),
)


@cache
def reader() -> SqlReader:
    """The journal, copied into memory."""
    path = scratch() / "netlog.db"
    desk = Desk(path, TODAY)
    for handle, name in PEOPLE.items():
        number = desk.add(handle, name=name, place="Cork, Éire", tier="close", tags=("pm",), aliases=(f"Ø{handle}",))
        for text in TEXTS:
            desk.log(number, text=text, tags=("pricing",))
    memory = sqlite3.connect(":memory:")
    with closing(opened_to_read(path)) as stored:
        stored.backup(memory)
    return SqlReader(memory, desk.reckoning)


def search(data: bytes) -> None:
    """The first line finds what a reader of every passage finds; in the rest of the text the hits are marked."""
    query, _, text = data.decode("utf-8", "surrogateescape").partition("\n")
    try:
        found = find(reader(), query, FILTERS[len(data) % len(FILTERS)], today=TODAY, limit=EVERYTHING)
    except UsageProblem:
        assert not any(letter.isalnum() for letter in query)
        return
    words = search_words(query)
    if len(data) % len(FILTERS) == 0:
        assert sorted((hit.source, hit.id) for hit in found.hits) == by_hand(words)
    for hit in found.hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
    marked(text, words)


def by_hand(words: list[str]) -> list[tuple[str, int]]:
    """The passages in which every word begins a word, and every phrase stands; an apostrophe parts words."""
    rows = reader().connection.execute("SELECT source, source_id, folded FROM passage")
    return sorted((source, number) for source, number, text in rows if words and stand_in(words, words_of(text)))


def stand_in(words: list[str], text: list[str]) -> bool:
    return all(stands_in(word.split(" "), text) for word in words)


def stands_in(phrase: list[str], text: list[str]) -> bool:
    *whole, last = phrase
    runs = (text[at : at + len(phrase)] for at in range(len(text) - len(phrase) + 1))
    return any(run[:-1] == whole and run[-1].startswith(last) for run in runs)


def marked(text: str, words: list[str]) -> None:
    """The part of a text that is shown is one line, and each span in it is a word that begins so."""
    shown, spans = snippet(text, words)
    starts = tuple(part for word in words for part in word.split())

    assert len(shown) <= WIDTH + 2
    assert len(shown.splitlines()) <= 1
    for start, end in spans:
        assert fold(shown[start:end]).startswith(starts)
