"""Help in words: what is told of it, and when I was the only one to ask."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.exchanges import FLOWS, counted, deed, is_open, only_asked

flows = st.sets(st.sampled_from(FLOWS))
days = st.lists(flows, max_size=6)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], False),
        ([{"asked"}], False),
        ([{"asked"}, {"asked"}], True),
        ([{"asked"}, {"asked", "got"}], True),
        ([{"asked"}, {"got"}, {"asked"}], True),
        ([{"got"}, {"asked"}, {"asked"}], True),
        ([{"asked"}, {"asked", "gave"}], False),
        ([{"asked"}, {"asked", "asked_by"}], False),
        ([{"gave"}, {"asked"}, {"asked"}], False),
        ([{"asked"}, {"asked_by"}, {"asked"}], False),
        ([{"asked"}, set(), {"asked"}], False),
        ([{"asked"}, {"asked"}, {"gave"}], True),
    ],
)
def test_only_asking_twice_in_a_row_is_told_before_the_third_time(told: list[set[str]], expected: bool) -> None:
    assert only_asked(told) is expected


@given(days)
def test_giving_today_always_ends_a_row_of_asking(told: list[set[str]]) -> None:
    assert not only_asked([{"gave"}, *told])


@given(days)
def test_a_mere_contact_today_always_ends_a_row_of_asking(told: list[set[str]]) -> None:
    assert not only_asked([set(), *told])


@given(days)
def test_help_got_neither_makes_nor_ends_a_row_of_asking(told: list[set[str]]) -> None:
    assert only_asked([{"got"}, *told]) == only_asked(told)


@given(days, days)
def test_what_was_before_the_last_two_times_of_asking_does_not_matter(
    told: list[set[str]], before: list[set[str]]
) -> None:
    assert only_asked([{"asked"}, {"asked"}, *told]) == only_asked([{"asked"}, {"asked"}, *before])


@pytest.mark.parametrize(
    ("flow", "words"),
    [
        ("gave", "gave Bo: a book"),
        ("got", "got from Bo: a book"),
        ("asked", "asked Bo: a book"),
        ("asked_by", "Bo asked: a book"),
    ],
)
def test_each_way_is_told_in_words_of_its_own(flow: str, words: str) -> None:
    assert deed(flow, name="Bo", what="a book") == words


@given(st.sampled_from(FLOWS), st.none() | st.dates())
def test_only_what_they_asked_is_ever_open(flow: str, answered: date | None) -> None:
    assert is_open(flow, answered) == (flow == "asked_by" and answered is None)


def test_counts_are_words_for_each_way_and_no_balance() -> None:
    counts = (("gave", 1), ("got", 2), ("asked", 3), ("asked_by", 1200))

    assert counted(counts) == "gave once, got twice, asked 3 times, was asked 1,200 times"
