"""Typed words for a fuzzer: the note grammar, dates and lengths of time, names and handles."""

from contextlib import suppress
from datetime import date
from itertools import product

from netlog.domain.birthdays import read_birthday
from netlog.domain.deadlines import with_deadline
from netlog.domain.folding import fold
from netlog.domain.interactions import KINDS
from netlog.domain.note import People, read_note
from netlog.domain.people import (
    PREFIXES,
    Handles,
    Named,
    called,
    check_handle,
    check_name,
    handle_typed,
    matches,
    name_keys,
    rank,
    slug,
    spoken,
)
from netlog.domain.when import LONGEST_SPAN_DAYS, Prefer, leading_when, read_span, read_when, trailing_when
from netlog.errors import UnreadableDate, UsageProblem
from netlog.services.checks import tag_slug

TODAY = date(2026, 11, 21)
MOST_NAMES = 12
PEOPLE = tuple(
    Named(number, handle, name, aliases)
    for number, (handle, name, aliases) in enumerate(
        (
            ("giulia", "Giulia Rossi", ("Giù",)),
            ("giulia-f", "Giulia Ferraro", ()),
            ("lukasz", "Łukasz Żak", ("Luca",)),
            ("pawel", "Paweł Wójcik", ()),
            ("tom", "Tom Hart", ("Dr. T",)),
            ("may", "May O'Brien", ()),
            ("jean-luc", "Jean-Luc D'Angelo", ()),
            ("li", "李 小龙", ()),
        )
    )
)


class Book:
    """A journal with these people."""

    def called(self, query: str) -> People:
        return called(query, PEOPLE)


def typed(data: bytes) -> str:
    """The bytes as a shell hands them over."""
    return data.decode("utf-8", "surrogateescape")


def note(data: bytes) -> None:
    """A note says something of people, tags, a kind and a day that is over, whatever was typed."""
    text = typed(data)
    found = read_note(text.split(" "), Book(), TODAY, day_first=len(data) % 2 == 0)

    assert set(found.people) <= set(PEOPLE)
    assert all(len(people) > 1 for _, people in found.ambiguous)
    assert all(tag and slug(tag) == tag for tag in found.tags)
    assert found.kind is None or found.kind in KINDS
    assert found.when is None or found.when.on <= TODAY


def dates(data: bytes) -> None:
    """Words are a day, a length of time, a birthday or a deadline, or refused as none."""
    text = typed(data)
    words = text.split()
    for prefer, is_day_first in product(Prefer, (True, False)):
        with suppress(UnreadableDate):
            read_when(text, TODAY, prefer=prefer, day_first=is_day_first)
        for read in (leading_when, trailing_when):
            found = read(words, TODAY, prefer=prefer, day_first=is_day_first)
            assert found is None or 1 <= found[1] <= len(words)
    with suppress(UnreadableDate):
        assert 1 <= read_span(text) <= LONGEST_SPAN_DAYS
    with suppress(UnreadableDate):
        born = read_birthday(text)
        assert read_birthday(str(born)) == born
    with suppress(UnreadableDate):
        with_deadline(text, TODAY, day_first=len(data) % 2 == 0)


def names(data: bytes) -> None:
    """A query in the first line, people in the others: each gets a handle of their own, and the index finds them."""
    query, *lines = typed(data).split("\n")[:MOST_NAMES]
    assert fold(fold(query)) == fold(query)
    with suppress(UsageProblem):
        tag = tag_slug(query)
        assert tag_slug(tag) == tag
    people = people_named(lines)

    for person in people:
        assert matches(person.handle, people) == (person,)
        assert person in called(person.name, people) or handle_typed(person.name) in {each.handle for each in people}
    for person in called(query, people):
        assert handle_typed(query) == person.handle or " ".join(spoken(query)) in keys(person)
    for person in matches(query, people):
        if rank(spoken(query), person, handle=handle_typed(query)) in range(1, PREFIXES + 1):
            assert any(key.startswith(spoken(query)[0]) for key in keys(person))


def people_named(lines: list[str]) -> list[Named]:
    """Somebody for each line that is a name."""
    people: list[Named] = []
    handles = Handles(lambda handle: handle in {person.handle for person in people})
    for number, line in enumerate(lines):
        with suppress(UsageProblem):
            name = check_name(line)
            assert check_name(name) == name
            handle = check_handle(handles.handle_for(name))
            assert handle not in {person.handle for person in people}
            people.append(Named(number, handle, name))
    return people


def keys(person: Named) -> frozenset[str]:
    """What the index has of the person."""
    return name_keys(person.name, person.handle, person.aliases)
