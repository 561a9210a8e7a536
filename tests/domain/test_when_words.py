"""Every month, day, number and unit is known in all three languages."""

from datetime import date, timedelta

import pytest

from netlog.domain.when import Prefer, leading_when, read_span, read_when, trailing_when

SATURDAY = date(2026, 11, 21)

MONTHS = (
    "january jan gennaio gen styczeń stycznia sty",
    "february feb febbraio luty lutego lut",
    "march mar marzo marzec marca",
    "april apr aprile kwiecień kwietnia kwi",
    "may maggio mag maj maja",
    "june jun giugno giu czerwiec czerwca cze",
    "july jul luglio lug lipiec lipca lip",
    "august aug agosto ago sierpień sierpnia sie",
    "september sept sep settembre set wrzesień września wrz",
    "october oct ottobre ott październik października paź",
    "november nov novembre listopad listopada lis",
    "december dec dicembre dic grudzień grudnia gru",
)
WEEKDAYS = (
    "monday mon lunedì lun poniedziałek pon",
    "tuesday tue martedì wtorek wt",
    "wednesday wed mercoledì mer środa środę śr",
    "thursday thu giovedì gio czwartek czw",
    "friday fri venerdì ven piątek pt",
    "saturday sat sabato sab sobota sobotę sob",
    "sunday sun domenica dom niedziela niedzielę nd",
)
NUMBERS = (
    "one uno un una jeden jedna jedno",
    "two due dwa dwie dwóch",
    "three tre trzy trzech",
    "four quattro cztery czterech",
    "five cinque pięć pięciu",
    "six sei sześć sześciu",
    "seven sette siedem siedmiu",
    "eight otto osiem ośmiu",
    "nine nove dziewięć dziewięciu",
    "ten dieci dziesięć dziesięciu",
    "eleven undici jedenaście jedenastu",
    "twelve dodici dwanaście dwunastu",
)
UNITS = {
    1: "day days giorno giorni dzień dni",
    7: "week weeks settimana settimane tydzień tygodnie tygodni",
    30: "month months mese mesi miesiąc miesiące miesięcy",
    365: "year years anno anni rok lata lat",
}


def numbered(rows: tuple[str, ...]) -> list[tuple[str, int]]:
    return [(word, number) for number, words in enumerate(rows, start=1) for word in words.split()]


@pytest.mark.parametrize(("word", "month"), numbered(MONTHS))
def test_a_month_has_its_number(word: str, month: int) -> None:
    assert read_when(f"3 {word} 2026", SATURDAY, prefer=Prefer.PAST).on == date(2026, month, 3)
    assert read_when(f"{word.upper()} 3, 2026", SATURDAY, prefer=Prefer.PAST).on == date(2026, month, 3)


@pytest.mark.parametrize(("word", "day"), numbered(WEEKDAYS))
def test_a_weekday_has_its_place_in_the_week(word: str, day: int) -> None:
    assert read_when(word, SATURDAY, prefer=Prefer.FUTURE).on.isoweekday() == day
    assert read_when(f"last {word}", SATURDAY, prefer=Prefer.FUTURE).on.isoweekday() == day


@pytest.mark.parametrize(("word", "number"), numbered(NUMBERS))
def test_a_number_word_counts(word: str, number: int) -> None:
    day = SATURDAY - timedelta(days=number)
    assert read_when(f"{word} days ago", SATURDAY, prefer=Prefer.PAST).on == day


@pytest.mark.parametrize(("days", "words"), UNITS.items())
def test_a_unit_has_its_length(days: int, words: str) -> None:
    assert {read_span(f"2 {word}") for word in words.split()} == {2 * days}


@pytest.mark.parametrize("word", sorted({word for row in (*MONTHS, *NUMBERS, *UNITS.values()) for word in row.split()}))
def test_a_month_number_or_unit_alone_is_no_date_in_a_note(word: str) -> None:
    assert leading_when([f"{word}:", "coffee"], SATURDAY, prefer=Prefer.PAST) is None
    assert trailing_when(["coffee", word], SATURDAY, prefer=Prefer.PAST) is None
