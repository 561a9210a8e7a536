"""What a fact is about follows from few and sure words; how old it may be, from its sort."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.facts import SORTS, STALE_AFTER, full_months, is_stale, sort_of

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("works at Acme", "job"),
        ("has a NEW JOB since May", "job"),
        ("nuovo lavoro in banca", "job"),
        ("lavora per il comune", "job"),
        ("dostała nową pracę", "job"),
        ("pracuje w banku", "job"),
        ("moved to Gdańsk", "city"),
        ("lives in Lecco", "city"),
        ("si è trasferita a Roma", "city"),
        ("vive a Trieste", "city"),
        ("mieszka we Wrocławiu", "city"),
        ("przeprowadził się do Gdańska", "city"),
        ("has two kids", "family"),
        ("ha due figli", "family"),
        ("ma córkę", "family"),
        ("likes sailing", "other"),
        ("fan of kidney beans", "other"),
        ("", "other"),
    ],
)
def test_the_words_tell_the_sort(text: str, sort: str) -> None:
    assert sort_of(text) == sort


@given(st.text())
def test_every_text_is_of_some_sort_however_it_is_spaced_and_shouted(text: str) -> None:
    assert sort_of(text) in SORTS
    assert sort_of(f"  moved \n to {text}") in ("job", "city")
    assert sort_of(f"MOVED TO {text}") == sort_of(f"moved to {text}")


@pytest.mark.parametrize(
    ("sort", "last_fresh", "first_stale"),
    [("job", date(2026, 11, 20), date(2026, 11, 21)), ("city", date(2027, 5, 20), date(2027, 5, 21))],
)
def test_a_job_is_perhaps_out_of_date_after_a_year_and_a_city_after_a_year_and_a_half(
    sort: str, last_fresh: date, first_stale: date
) -> None:
    known_on = date(2025, 11, 21)

    assert not is_stale(sort, known_on, last_fresh)
    assert is_stale(sort, known_on, first_stale)


@given(st.sampled_from(sorted(set(SORTS) - set(STALE_AFTER))), days, days)
def test_family_and_what_is_of_no_sort_stay_true(sort: str, known_on: date, today: date) -> None:
    assert not is_stale(sort, known_on, today)


@given(st.sampled_from(SORTS), days, days, st.integers(0, 5000))
def test_what_is_out_of_date_does_not_come_right_by_waiting(sort: str, known_on: date, today: date, more: int) -> None:
    assert not is_stale(sort, known_on, today) or is_stale(sort, known_on, today + timedelta(more))


@given(days, st.integers(0, 3000))
def test_full_months_are_shorter_than_the_days_between(first: date, more: int) -> None:
    assert (
        28 * full_months(first, first + timedelta(more))
        <= more
        < 31 * (full_months(first, first + timedelta(more)) + 1)
    )
