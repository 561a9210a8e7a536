"""Topics: the same thing in other words' endings, and in which order those who can help come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.folding import fold
from netlog.domain.topics import SORTS, beginnings, distance, is_about, rank, topic_of, words_of
from netlog.stems import Stems

STEMS = Stems()
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).filter(words_of)
spoken = st.sampled_from(
    ["pricing", "prices", "company", "Companies", "ricerca", "ricerche", "wywiady", "książka", "SQL", "1:1", "hiring"]
)
Clue = tuple[str, int, int]
clues = st.lists(st.tuples(st.sampled_from(SORTS), st.integers(0, 50), st.integers(0, 800_000)), min_size=1, max_size=5)


def speaks(text: str, topic: str) -> bool:
    return is_about(fold(text), topic_of(topic, STEMS), STEMS)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("pricing", "Talked about prices."),
        ("price", "their pricing page"),
        ("companies", "a company in Turin"),
        ("company", "two companies"),
        ("job", "three jobs"),
        ("ricerca", "le ricerche con gli utenti"),
        ("qualità", "la qualita del servizio"),
        ("colloqui", "un colloquio"),
        ("wywiad", "dwa wywiady"),
        ("ksiazki", "książka o produkcie"),
        ("cenniki", "nowy cennik"),
        ("pricing page", "the page with the prices"),
        ("a head of design", "she was head of the design team"),
        ("the", "the"),
        ("UX", "ux, mostly"),
    ],
)
def test_endings_accents_and_fillers_do_not_matter(topic: str, text: str) -> None:
    assert speaks(text, topic)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("pricing", "the prince of prisms"),
        ("pricing page", "prices only"),
        ("data", "a date in June"),
        ("art", "artichokes"),
        ("hire", "higher"),
        ("pricing", ""),
    ],
)
def test_other_words_are_other_topics(topic: str, text: str) -> None:
    assert not speaks(text, topic)


@given(st.text())
def test_a_text_is_about_itself_if_it_has_a_word(text: str) -> None:
    assert speaks(text, text) == bool(topic_of(text, STEMS).stems)


@given(st.text())
def test_a_topic_has_words_whenever_the_text_has(text: str) -> None:
    assert bool(topic_of(text, STEMS).stems) == bool(words_of(text))


@given(words | spoken, words | spoken)
def test_every_word_of_a_common_stem_begins_as_the_search_expects(one: str, other: str) -> None:
    if not STEMS(one).isdisjoint(STEMS(other)) and fold(one) in STEMS(other):
        assert fold(one).startswith(beginnings(fold(other), STEMS(other)))


@pytest.mark.parametrize(
    "pair", [("price", "pricing"), ("companies", "company"), ("study", "studies"), ("job", "jobs")]
)
def test_related_words_are_found_from_either_side(pair: tuple[str, str]) -> None:
    one, other = pair

    assert other.startswith(beginnings(one, STEMS(one)))
    assert one.startswith(beginnings(other, STEMS(other)))


@pytest.mark.parametrize(
    ("want", "offer", "expected"),
    [
        ("pricing", "prices", 0),
        ("help with pricing", "pricing", 0),
        ("design", "a head of design", 1),
        ("user research", "user interviews", None),
        ("...", "pricing", None),
    ],
)
def test_a_want_meets_an_offer_when_one_holds_all_of_the_other(want: str, offer: str, expected: int | None) -> None:
    assert distance(topic_of(want, STEMS), topic_of(offer, STEMS)) == expected


@given(st.lists(spoken, max_size=3).map(" ".join), st.lists(spoken, max_size=3).map(" ".join))
def test_the_distance_is_the_same_from_both_sides(one: str, other: str) -> None:
    topics = topic_of(one, STEMS), topic_of(other, STEMS)

    assert distance(*topics) == distance(*reversed(topics))


@given(clues, clues)
def test_who_offered_comes_before_who_did_not(
    some: list[tuple[str, int, int]], others: list[tuple[str, int, int]]
) -> None:
    offered = [("offered", 0, 0), *some]
    silent = [clue for clue in others if clue[0] != "offered"]

    assert rank(offered) < rank(silent)


def test_among_equals_more_mentions_and_then_the_latest_come_first() -> None:
    ranked = sorted([[("mentioned", 2, 900)], [("mentioned", 3, 100)], [("mentioned", 2, 901)]], key=rank)

    assert ranked == [[("mentioned", 3, 100)], [("mentioned", 2, 901)], [("mentioned", 2, 900)]]
