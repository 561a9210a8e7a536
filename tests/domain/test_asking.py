"""Two things to ask about, always with their day, and the same ones every time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.asking import LONGEST, MOST, Dated, Question, questions

LATELY, BEFORE, LONG_AGO = date(2026, 11, 18), date(2026, 10, 1), date(2024, 3, 5)
said = st.lists(st.tuples(st.dates(), st.text(max_size=60)), max_size=4)


def asked(texts: list[Dated], *, stale: list[Dated] | None = None, wants: list[Dated] | None = None) -> list[Question]:
    return list(questions(texts, stale=stale or [], wants=wants or []))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Talked about pricing. She will move to Warsaw in spring.", "She will move to Warsaw in spring."),
        ("lunch; planning a trip to Japan; good soup", "planning a trip to Japan"),
        ("Pranzo. Il mese prossimo cambia squadra.", "Il mese prossimo cambia squadra."),
        ("Kawa. Będzie szukać biura.", "Będzie szukać biura."),
    ],
)
def test_what_was_said_of_the_time_to_come_is_asked_about(text: str, part: str) -> None:
    assert asked([(LATELY, text)])[0] == Question("ahead", part, LATELY)


def test_the_oldest_doubtful_fact_comes_second_and_a_want_only_when_there_is_room() -> None:
    texts, stale = [(LATELY, "she will move")], [(BEFORE, "works at Acme"), (LONG_AGO, "lives in Lecco")]

    assert asked(texts, stale=stale, wants=[(BEFORE, "a designer")]) == [
        Question("ahead", "she will move", LATELY),
        Question("fact", "lives in Lecco", LONG_AGO),
    ]
    assert asked([], stale=stale, wants=[(BEFORE, "a designer")]) == [
        Question("fact", "lives in Lecco", LONG_AGO),
        Question("want", "a designer", BEFORE),
    ]


def test_with_nothing_ahead_the_last_words_are_taken_up() -> None:
    assert asked([(LATELY, "the boat"), (BEFORE, "the choir"), (LONG_AGO, "the dog")]) == [
        Question("last", "the boat", LATELY),
        Question("last", "the choir", BEFORE),
    ]


def test_nothing_is_asked_twice() -> None:
    assert asked([(LATELY, "she will move"), (BEFORE, "She will move")]) == [Question("ahead", "she will move", LATELY)]


def test_who_told_nothing_is_asked_nothing() -> None:
    assert asked([]) == []


@given(said, said, said)
def test_two_questions_at_most_each_short_and_from_what_was_said(
    texts: list[Dated], stale: list[Dated], wants: list[Dated]
) -> None:
    found = asked(texts, stale=stale, wants=wants)

    assert len(found) <= MOST
    assert found == asked(texts, stale=stale, wants=wants)
    for each in found:
        assert 0 < len(each.words) <= LONGEST
        assert each.on in {on for on, _ in (*texts, *stale, *wants)}
