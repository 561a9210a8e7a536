"""The date at the end of a promise, in three languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.deadlines import with_deadline
from netlog.errors import UnreadableDate

TODAY = date(2026, 11, 21)

DATED = (
    ("send the deck by friday", "send the deck", "2026-11-27"),
    ("send the deck by fri", "send the deck", "2026-11-27"),
    ("the deck, by tomorrow", "the deck", "2026-11-22"),
    ("the deck - by friday", "the deck", "2026-11-27"),
    ("intro to Bo by the end of the month", "intro to Bo", "2026-11-30"),
    ("intro to Bo by eom", "intro to Bo", "2026-11-30"),
    ("the report by 5 dec", "the report", "2026-12-05"),
    ("the report by 2027-01-15", "the report", "2027-01-15"),
    ("send the other one by friday", "send the other one", "2026-11-27"),
    ("read the first by the 5th of december", "read the first", "2026-12-05"),
    ("the report by 5/12", "the report", "2026-12-05"),
    ("manda il deck entro venerdì", "manda il deck", "2026-11-27"),
    ("manda il deck entro fine mese", "manda il deck", "2026-11-30"),
    ("presentare Bo entro due settimane", "presentare Bo", "2026-12-05"),
    ("chiamare entro il 12 gennaio", "chiamare", "2027-01-12"),
    ("wysłać prezentację do piątku", "wysłać prezentację", "2026-11-27"),
    ("wysłać prezentację do końca miesiąca", "wysłać prezentację", "2026-11-30"),
    ("oddać książkę do 5 grudnia", "oddać książkę", "2026-12-05"),
    ("oddać książkę do jutra", "oddać książkę", "2026-11-22"),
)
UNDATED = (
    "send the deck",
    "a list of things to do tomorrow",
    "prepare the talk on friday",
    "the book by Eco",
    "stand by me",
    "a plan signed by one",
    "by friday send the deck",
    "dinner in three weeks",
    "",
)


@pytest.mark.parametrize(("typed", "text", "due_on"), DATED)
def test_a_trailing_by_and_date_is_the_date_and_leaves_the_text(typed: str, text: str, due_on: str) -> None:
    assert with_deadline(typed, TODAY) == (text, date.fromisoformat(due_on))


@pytest.mark.parametrize("typed", UNDATED)
def test_every_other_text_is_kept_as_it_is(typed: str) -> None:
    assert with_deadline(typed, TODAY) == (typed, None)


@pytest.mark.parametrize("typed", ["deck by 30 feb", "deck by monday or tuesday", "call her by may", "entro 31/11"])
def test_what_is_meant_for_a_date_and_names_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableDate):
        with_deadline(typed, TODAY)


def test_a_date_that_is_over_is_read_and_left_to_whoever_asks() -> None:
    assert with_deadline("the deck by yesterday", TODAY) == ("the deck", date(2026, 11, 20))


def test_an_order_of_day_and_month_can_be_asked_for() -> None:
    assert with_deadline("the deck by 5/12", TODAY, day_first=False) == ("the deck", date(2027, 5, 12))


@given(st.dates(date(2000, 1, 1), date(2190, 1, 1)), st.integers(0, 3000), st.sampled_from(["by", "entro"]))
def test_any_day_written_out_is_found_whatever_today_is(today: date, ahead: int, word: str) -> None:
    due_on = today + timedelta(ahead)

    assert with_deadline(f"send the deck {word} {due_on.isoformat()}", today) == ("send the deck", due_on)


@given(st.lists(st.sampled_from(["by", "do", "entro", "friday", "5", "deck", "-", ":", "may", "fine"]), max_size=8))
def test_words_are_never_lost_but_for_the_date_at_the_end(words: list[str]) -> None:
    typed = " ".join(words)
    try:
        text, due_on = with_deadline(typed, TODAY)
    except UnreadableDate:
        return

    assert typed.startswith(text)
    assert due_on is not None or text == typed
