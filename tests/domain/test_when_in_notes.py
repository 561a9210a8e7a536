"""Dates at the two ends of a note, where ordinary words must stay what they are; lengths of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.when import Prefer, When, leading_when, read_span, read_when, trailing_when
from netlog.errors import UnreadableDate

SATURDAY = date(2026, 11, 21)
DAYS = st.dates(date(20, 1, 1), date(9900, 12, 31))
PREFERENCES = st.sampled_from(Prefer)

NO_END = (
    "coffee with Giulia | score was 10 | see you in may | the long march | nel mar | her third set"
    " | needle ago | a casa, dom | loved the sun | where she sat | mon | a good week | paid 5/11"
    " | on 5/11 | 5/11 at 18:00 | away for 2 weeks | worked 2w | arrived 18:00 | arrived at 18"
    " | wzrosło o 5 | open since friday | waiting until tomorrow | slides for tomorrow | every friday"
    " | ogni lunedì | moved to next week | between monday and friday | monday - friday | from 5 to 7 nov"
    " | better than last year | riunione di domani | kurs od jutra | co piątek | gift from yesterday"
    " | what to do tomorrow | 5-7 nov | due 29 feb 2026 | on fri 21 nov 2026 | friday of next month"
    " | monday the 3rd at 18:00 | meet before 12 nov | had a fine week | she was fine may | 2 ore 15"
    " | yesterday: fun | yesterday was fun | tell me on 30 feb"
)

NO_START = (
    "coffee with Giulia | 10 people came | may be interested | may: report | march on | mar: call"
    " | set up a call | set: all | ago: needle | dom: call | gio: coffee | sun is out | sat with Ana"
    " | sat next to Giulia | we sat down | mon ami | week: planning | 5/11 done | 2w: nothing"
    " | 2 weeks: left | 10: ten | 18:00 tea | at 18 she left | yesterday and today | today to friday"
    " | monday - friday: away | friday is her last day | last week of work | 29 feb 2026: x"
    " | fri 21 nov 2026: x | 31 april: fools | yesterday's lunch | fine mesety | last mar: call"
    " | : yesterday | end may: x"
)


def phrases(table: str) -> list[str]:
    return [phrase.strip() for phrase in table.split("|")]


FRAGMENTS = st.lists(
    st.sampled_from(
        phrases(
            "last|next|31|30|29|feb|nov|2026|0|at|18:00|yesterday|ieri|l'altro|za|3|dni|week|of|the|end|by|do|na|on"
            "|tue|:|-|6pm|morning|5/11|5.11.2026|2026-11-05T18:00|in|a|ago|fa|due|tre|mar|999999|-3d|2w|,|fine|mese"
        )
    ),
    max_size=9,
)


@given(st.lists(st.text()) | FRAGMENTS, st.dates(), PREFERENCES)
def test_a_phrase_in_a_note_takes_at_least_one_word_and_no_more_than_there_are(
    words: list[str], today: date, prefer: Prefer
) -> None:
    for found in (leading_when(words, today, prefer=prefer), trailing_when(words, today, prefer=prefer)):
        assert found is None or 1 <= found[1] <= len(words)


@given(FRAGMENTS, DAYS, PREFERENCES)
def test_a_phrase_in_a_note_names_the_day_it_names_alone(words: list[str], today: date, prefer: Prefer) -> None:
    found = trailing_when(words, today, prefer=prefer)
    if found:
        alone = " ".join(words[-found[1] :]).removeprefix("- ")
        assert read_when(alone, today, prefer=prefer) == found[0]


@pytest.mark.parametrize(
    ("note", "day", "taken"),
    [
        ("yesterday: coffee with Giulia", "2026-11-20", 1),
        ("yesterday : coffee", "2026-11-20", 2),
        ("yesterday - coffee", "2026-11-20", 2),
        ("yesterday, coffee with Giulia", "2026-11-20", 1),
        ("yesterday coffee with Giulia", "2026-11-20", 1),
        ("yesterday", "2026-11-20", 1),
        ("last tue, call", "2026-11-17", 2),
        ("Friday lunch with Piotr", "2026-11-20", 1),
        ("tue: call", "2026-11-17", 1),
        ("this morning call with Łukasz", "2026-11-21", 2),
        ("last week: lunch", "2026-11-14", 2),
        ("3 days ago call with Ana", "2026-11-18", 3),
        ("l'altro ieri caffè con Giulia", "2026-11-19", 2),
        ("ieri sera cena con Nicolò", "2026-11-20", 2),
        ("stasera: cena", "2026-11-21", 1),
        ("w zeszły piątek kawa z Anną", "2026-11-20", 3),
        ("tydzień temu rozmowa", "2026-11-14", 2),
        ("20 nov coffee", "2026-11-20", 2),
        ("on 12 Nov coffee", "2026-11-12", 3),
        ("Nov 5, 2024: coffee", "2024-11-05", 3),
        ("2026-11-05 18:00 call", "2026-11-05", 2),
        ("2026-11-05T18:00 call", "2026-11-05", 1),
        ("5/11: lunch", "2026-11-05", 1),
        ("5.11.: lunch", "2026-11-05", 1),
        ("5/11/2026 lunch", "2026-11-05", 1),
        ("18:00: tea", "2026-11-21", 1),
        ("-3d call", "2026-11-18", 1),
        ("yesterday at 18:00: call", "2026-11-20", 3),
        ("yesterday at 6pm call", "2026-11-20", 3),
        ("yesterday: 18:00 was too late", "2026-11-20", 1),
    ],
)
def test_a_date_at_the_start_of_a_note_is_found(note: str, day: str, taken: int) -> None:
    found = leading_when(note.split(), SATURDAY, prefer=Prefer.PAST)
    assert found is not None
    assert (found[0].on.isoformat(), found[1]) == (day, taken)


@pytest.mark.parametrize("note", ["", *phrases(NO_START)])
def test_the_start_of_an_ordinary_note_is_no_date(note: str) -> None:
    found = leading_when(note.split(), SATURDAY, prefer=Prefer.PAST)
    assert found is None


@pytest.mark.parametrize(
    ("note", "day", "taken"),
    [
        ("coffee with Giulia yesterday", "2026-11-20", 1),
        ("coffee with Giulia yesterday.", "2026-11-20", 1),
        ("coffee with Giulia - yesterday", "2026-11-20", 2),
        ("met Ana 3 days ago", "2026-11-18", 3),
        ("met Ana about 3 days ago", "2026-11-18", 4),
        ("lunch on 12 Nov", "2026-11-12", 3),
        ("lunch 20 nov at 18:00", "2026-11-20", 4),
        ("lunch 20 nov 6pm", "2026-11-20", 3),
        ("zadzwonię za tydzień", "2026-11-28", 2),
        ("kawa z Anną w zeszłym tygodniu", "2026-11-14", 3),
        ("caffè con Nicolò venerdì scorso", "2026-11-20", 2),
        ("cena con Giulia ieri sera", "2026-11-20", 2),
        ("visto Marco l'altro ieri", "2026-11-19", 2),
        ("visto Marco il 12 novembre", "2026-11-12", 3),
        ("call friday", "2026-11-20", 1),
        ("call on fri", "2026-11-20", 2),
        ("call last tue", "2026-11-17", 2),
        ("call tuesday last week", "2026-11-10", 3),
        ("call at 18:00", "2026-11-21", 2),
        ("call 6pm", "2026-11-21", 1),
        ("chiamata alle 18", "2026-11-21", 2),
        ("deck by friday", "2026-11-27", 2),
        ("slides entro venerdì", "2026-11-27", 2),
        ("raport do piątku", "2026-11-27", 2),
        ("report by the end of the month", "2026-11-30", 6),
        ("report by 5/11", "2027-11-05", 2),
        ("lunch 5/11/2026", "2026-11-05", 1),
        ("lunch 2026-11-05 18:00", "2026-11-05", 2),
        ("lunch -3d", "2026-11-18", 1),
        ("reminder: tomorrow", "2026-11-22", 1),
        ("today: tomorrow", "2026-11-22", 1),
        ("yesterday", "2026-11-20", 1),
    ],
)
def test_a_date_at_the_end_of_a_note_is_found(note: str, day: str, taken: int) -> None:
    found = trailing_when(note.split(), SATURDAY, prefer=Prefer.PAST)
    assert found is not None
    assert (found[0].on.isoformat(), found[1]) == (day, taken)


@pytest.mark.parametrize("note", ["", *phrases(NO_END)])
def test_the_end_of_an_ordinary_note_is_no_date(note: str) -> None:
    found = trailing_when(note.split(), SATURDAY, prefer=Prefer.PAST)
    assert found is None


def test_a_note_of_any_length_is_read_at_its_two_ends_only() -> None:
    words = ["yesterday", "x" * 1_000_000, *["last"] * 100_000, "12", "nov"]

    assert leading_when(words, SATURDAY, prefer=Prefer.PAST) == (When(date(2026, 11, 20), None), 1)
    assert trailing_when(words, SATURDAY, prefer=Prefer.PAST) == (When(date(2026, 11, 12), None), 2)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("1d", 1), ("6w", 42), ("1m", 30), ("1y", 365), ("100y", 36_500), ("2 weeks", 14), ("two weeks", 14),
        ("a week", 7), ("week", 7), ("every week", 7), ("every 6 weeks", 42), ("every 6w", 42), ("3 mesi", 90),
        ("un mese", 30), ("un'anno", 365), ("ogni due settimane", 14), ("10 dni", 10), ("dwa tygodnie", 14),
        ("co miesiąc", 30), ("co 3 miesiące", 90), ("rok", 365), ("5 lat", 1825), ("fortnight", 14), (" 6W ", 42),
    ],
)  # fmt: skip
def test_a_length_of_time_is_counted_in_days(words: str, days: int) -> None:
    assert read_span(words) == days


@pytest.mark.parametrize(
    "words",
    [
        "",
        "0d",
        "0 weeks",
        "-6w",
        "+6w",
        "6",
        "w",
        "every",
        "101y",
        "36501d",
        "999999 years",
        "6w 2d",
        "1.5w",
        "6 w",
        "6w" + " " * 100,
    ],
)
def test_what_is_no_length_of_time_is_refused(words: str) -> None:
    with pytest.raises(UnreadableDate) as refusal:
        read_span(words)

    assert "6w" in refusal.value.hint


@given(st.text() | st.from_regex(r"(every )?[0-9]{1,7} ?(d|w|m|y|days|mesi|lat)", fullmatch=True))
def test_any_text_is_a_length_of_time_or_a_refusal(words: str) -> None:
    try:
        days = read_span(words)
    except UnreadableDate:
        return
    assert 1 <= days <= 36_500
