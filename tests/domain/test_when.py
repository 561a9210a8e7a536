"""Dates as people write them: the same day in three languages, and never a guess."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.domain.when import Prefer, When, read_when
from netlog.errors import UnreadableDate

SATURDAY = date(2026, 11, 21)
DAYS = st.dates(date(20, 1, 1), date(9900, 12, 31))
PREFERENCES = st.sampled_from(Prefer)

# What names one day whichever way we look.
CERTAIN = {
    "2026-11-21": "today | oggi | dziś | dzisiaj | TODAY | tonight | stasera | this morning | questa mattina"
    " | stamattina | this evening | dziś wieczorem | oggi pomeriggio | dzisiaj po południu | dzis",
    "2026-11-20": "yesterday | ieri | wczoraj | yesterday evening | ieri sera | wczoraj wieczorem | last night"
    " | la scorsa notte | 1 day ago | a day ago | one day ago | un giorno fa | 1 dzień temu | dzień temu | -1d"
    " | last fri | last friday | on last friday | venerdì scorso | lo scorso venerdì | l'ultimo venerdì"
    " | w zeszły piątek | zeszły piątek | ubiegły piątek | w ostatni piątek | friday last | yesterday.",
    "2026-11-19": "day before yesterday | the day before yesterday | l'altro ieri | l’altro ieri | altroieri"
    " | ieri l'altro | avantieri | avant'ieri | przedwczoraj | 2 days ago | two days ago | due giorni fa"
    " | 2 dni temu | dwa dni temu | -2d | −2d | 2d ago | last thu | giovedì scorso | gio scorso",
    "2026-11-22": "tomorrow | domani | jutro | tomorrow morning | domani mattina | jutro rano | in 1 day | in a day"
    " | tra un giorno | za dzień | +1d | next sunday | next sun | domenica prossima | prossima domenica"
    " | w przyszłą niedzielę | end of this week | koniec tego tygodnia | do jutra | by tomorrow | entro domani",
    "2026-11-23": "day after tomorrow | the day after tomorrow | dopodomani | pojutrze | in 2 days | fra due giorni"
    " | za dwa dni | next monday | monday next week | lunedì della settimana prossima | next week on monday"
    " | poniedziałek w przyszłym tygodniu | w przyszły poniedziałek",
    "2026-11-24": "next tue | next tuesday | this coming tuesday | martedì prossimo | prossimo martedì"
    " | il prossimo martedì | przyszły wtorek | w przyszły wtorek | 3 days from now | za 3 dni | in 3 days"
    " | fra tre giorni | entro 3 giorni | within 3 days | by tuesday | entro martedì | do wtorku",
    "2026-11-18": "3 days ago | three days ago | about 3 days ago | 3 giorni fa | tre giorni fa | circa tre giorni fa"
    " | 3 dni temu | trzy dni temu | last wed | mercoledì scorso | w zeszłą środę | środa w tym tygodniu"
    " | wednesday this week",
    "2026-11-17": "last tue | last tuesday | martedì scorso | lo scorso martedì | zeszły wtorek | -4d",
    "2026-11-14": "last week | a week ago | one week ago | 1w ago | la settimana scorsa | settimana scorsa"
    " | la scorsa settimana | una settimana fa | tydzień temu | w zeszłym tygodniu | zeszły tydzień | -1w"
    " | last saturday | sabato scorso | w zeszłą sobotę",
    "2026-11-10": "tuesday last week | martedì della settimana scorsa | wtorek w zeszłym tygodniu | last week tuesday",
    "2026-11-07": "2 weeks ago | two weeks ago | a fortnight ago | due settimane fa | 2 tygodnie temu"
    " | dwa tygodnie temu | -2w",
    "2026-10-21": "last month | a month ago | il mese scorso | mese scorso | lo scorso mese | un mese fa"
    " | miesiąc temu | w zeszłym miesiącu | -1m",
    "2025-11-21": "last year | a year ago | l'anno scorso | un anno fa | rok temu | w zeszłym roku | -1y",
    "2026-11-28": "next week | in a week | settimana prossima | la prossima settimana | tra una settimana"
    " | fra una settimana | za tydzień | w przyszłym tygodniu | +1w | in 7 days | next saturday",
    "2026-12-05": "in 2 weeks | in two weeks | tra due settimane | fra due settimane | za dwa tygodnie"
    " | za 2 tygodnie | +2w | in 2w | two weeks from now | two weeks from today | in a fortnight",
    "2026-12-12": "in 3 weeks | tra tre settimane | za trzy tygodnie | +3w",
    "2026-12-21": "next month | in a month | tra un mese | il mese prossimo | il prossimo mese | za miesiąc"
    " | w przyszłym miesiącu | +1m",
    "2027-04-21": "in five months | tra cinque mesi | za pięć miesięcy | za 5 miesięcy | +5m",
    "2027-11-21": "next year | in a year | l'anno prossimo | tra un anno | za rok | w przyszłym roku | +1y",
    "2026-11-30": "end of this month | by the end of the month | by eom | entro fine mese | do końca miesiąca",
    "2026-10-31": "end of last month | fine mese scorso | koniec zeszłego miesiąca",
    "2026-12-31": "end of next month | fine del mese prossimo | koniec przyszłego miesiąca | end of this year"
    " | entro fine anno | do końca roku",
    "2026-02-28": "end of february 2026 | fine febbraio 2026 | koniec lutego 2026",
    "2024-01-12": "12 january 2024 | 12 jan 2024 | jan 12, 2024 | January 12th, 2024 | 12 gennaio 2024"
    " | il 12 gennaio 2024 | 12 gennaio del 2024 | 12 gen 2024 | 12 stycznia 2024 | 12 stycznia 2024 r."
    " | dnia 12 stycznia 2024 | w dniu 12 stycznia 2024 roku | 12 sty 2024 | 12.1.2024 | 12.01.2024 | 12/1/2024"
    " | 12-01-2024 | 2024-01-12 | 2024/01/12 | 2024.1.12 | on 12 January 2024 | friday 12 january 2024"
    " | venerdì 12 gennaio 2024 | w piątek, 12 stycznia 2024 | Fri 12 Jan 2024 | Friday, January 12, 2024",
    "2026-11-05": "2026-11-05 | 5.11.2026 | 05.11.2026 | 5/11/2026 | 5th of November 2026 | Nov 5, 2026"
    " | 5 listopada 2026 | 5 listopad 2026 | 5 novembre 2026 | the 5th of november 2026 | on Thu 5 Nov 2026",
    "2024-12-31": "31 dec 2024 | 31 dicembre 2024 | 31 dic 2024 | 31 grudnia 2024 | 31 gru 2024 | 31 grudzień 2024",
    "2026-08-01": "1 august 2026 | 1 ago 2026 | 1° agosto 2026 | primo agosto 2026 | 1 sierpnia 2026"
    " | 1st aug 2026 | 1 sie 2026",
    "2026-03-03": "mar 3, 2026 | 3 mar 2026 | mar 3 mar 2026 | martedì 3 marzo 2026 | 3 marca 2026",
}

# What needs a direction: the day looking back, the day looking ahead, the phrases.
UNCERTAIN = [
    ("2026-11-17", "2026-11-24", "tue | tues | tuesday | on tue | on tuesday | martedì | wtorek | we wtorek | wt"),
    ("2026-11-20", "2026-11-27", "fri | friday | this friday | venerdì | questo venerdì | ven | piątek | w piątek"),
    ("2026-11-20", "2026-11-27", "w ten piątek | pt | on fri | w pt | friday morning | venerdì sera"),
    ("2026-11-14", "2026-11-28", "sat | saturday | sabato | sobota | w sobotę | sob | on saturday"),
    (
        "2026-11-21",
        "2026-11-21",
        "this saturday | this sat | questo sabato | w tę sobotę | ta sobota | 21 nov | 21.11.",
    ),
    ("2026-11-15", "2026-11-22", "sun | sunday | domenica | dom | niedziela | w niedzielę | nd | niedz."),
    ("2026-11-18", "2026-11-25", "wed | wednesday | mercoledì | mer | środa | w środę | śr | SRODA"),
    ("2026-11-19", "2026-11-26", "thu | thursday | giovedì | gio | czwartek | w czwartek | czw"),
    ("2026-11-16", "2026-11-23", "mon | monday | lunedì | lun | poniedziałek | w poniedziałek | pon"),
    ("2026-11-07", "2026-12-05", "2w | 2 weeks | two weeks | due settimane | 2 tygodnie | dwa tygodnie | 14d"),
    ("2026-11-18", "2026-11-24", "3d | 3 days | tre giorni | 3 dni | trzy dni"),
    ("2025-11-21", "2027-11-21", "1y | 12m | a year | un anno | 1 rok"),
    ("2026-10-31", "2026-11-30", "end of month | eom | EOM | end of the month | at the end of the month | fine mese"),
    ("2026-10-31", "2026-11-30", "fine del mese | alla fine del mese | koniec miesiąca | pod koniec miesiąca"),
    ("2026-11-15", "2026-11-22", "end of week | eow | end of the week | fine settimana | koniec tygodnia"),
    ("2025-12-31", "2026-12-31", "end of year | eoy | fine anno | fine dell'anno | koniec roku"),
    ("2026-02-28", "2027-02-28", "end of february | fine febbraio | koniec lutego"),
    ("2026-01-12", "2027-01-12", "12 jan | Jan 12 | january 12th | il 12 gennaio | 12 gennaio | 12 gen | 12 stycznia"),
    ("2026-01-12", "2027-01-12", "12 styczeń | 12 sty | 12.1. | 12.01. | 12/1 | 12/01 | the 12th of january | gen 12"),
    ("2026-11-05", "2027-11-05", "Nov 5 | 5 Nov | 5th of November | November 5 | 5 novembre | 5 listopada | 5 lis"),
    ("2026-11-05", "2027-11-05", "5.11. | 5.11 | 5/11 | 05/11 | on 5 nov | on the 5th of november | il 5 novembre"),
    ("2025-12-24", "2026-12-24", "24 dec | december 24 | 24 dicembre | 24 dic | 24 grudnia | 24 gru | 24.12. | 24/12"),
    ("2026-05-02", "2027-05-02", "2 may | may 2 | 2 maggio | 2 mag | 2 maja | 2 maj | 2nd of May"),
    ("2026-09-09", "2027-09-09", "9 sep | 9 sept | 9 settembre | 9 set | 9 sett | 9 września | 9 wrz"),
    ("2026-10-03", "2027-10-03", "3 oct | 3 ottobre | 3 ott | 3 października | 3 paź | 3 październik"),
    ("2024-02-29", "2028-02-29", "29 feb | feb 29 | 29 febbraio | 29 lutego | 29/2 | 29.2."),
]

NONSENSE = (
    "may | march | mar | set | ago | 10 | week | day | morning | the | at | last | next | scorso mar"
    " | last mar | mar 5 | latest tue | blah | yesterday blah | blah yesterday | tomorrow yesterday"
    " | 18:00 19:00 | 2026-02-29 | 29 feb 2026 | 30 feb | 31 april | 31 kwietnia | 0 nov | 32 nov"
    " | 2026-13-01 | 13/25 | 11/13 | 25/13/2026 | 11/13/2026 | 0/5 | 5/0 | 5/11/26 | 5-11 | 20261105"
    " | 2026-11 | nov 2026 | 0000-01-01 | 1 jan 0000 | fri 21 nov 2026 | tuesday 2026-11-05 | 5 nov 26"
    " | 25:00 | at 24:00 | 18:60 | yesterday at 25 | 13 am | tonight at 9am | this morning at 6pm"
    " | tonight at 12 | 2026-11-05T18:00Z | 2026-11-05T18:00+01:00 | 2026-11-05T | in 999999 years"
    " | 999999 years ago | in 999999 months | -999999y | +999999w | 9999999d | 1e3 days ago | half a year"
    " | a few days ago | 3 hours ago | by | by by | do | do tomorrow | friday of next month | 0x10"
    " | ٣ nov | ² | tomorrow: 18:00 | yesterday's | fine week | we sat | to friday | every friday"
    " | this week | 🗓 | ' | l' | l'l'ieri | - | : | nov-5 | 2w3d"
)

TIMED = {
    ("2026-11-05", "18:00"): "2026-11-05 18:00 | 2026-11-05T18:00 | 2026-11-05t18:00:00 | 2026-11-05, 18:00"
    " | 5 nov 2026 at 18:00 | 5 nov 2026 at 6pm | 5 novembre 2026 alle 18 | 5 listopada 2026 o 18:00"
    " | 6 pm 5 nov 2026 | at 6pm on 5 nov 2026 | 5.11.2026 o godz. 18 | 5.11.2026 alle ore 18.00",
    ("2026-11-20", "18:30"): "yesterday at 18:30 | yesterday 18:30 | yesterday at 6:30pm | yesterday 6:30 p.m."
    " | ieri alle 18:30 | ieri alle 18.30 | wczoraj o 18:30 | wczoraj o godzinie 18:30 | 18:30 wczoraj"
    " | ieri sera alle 6:30 | yesterday evening at 6:30 | wczoraj wieczorem o 6:30",
    ("2026-11-21", "18:00"): "18:00 | at 18:00 | at 6pm | 6pm | 6 pm | at 18 | alle 18 | alle 18:00 | ore 18"
    " | o 18 | o 18:00 | godz. 18:00 | today at 18:00 | stasera alle 6 | tonight at 6 | alle sei di sera",
    ("2026-11-21", "06:00"): "at 6 | alle 6 | alle sei | o 6 | 6am | 6:00 | at 6 in the morning | o 6 rano",
    ("2026-11-22", "12:00"): "tomorrow at noon | domani a mezzogiorno | jutro w południe | tomorrow 12pm",
    ("2026-11-22", "00:00"): "tomorrow at 12am | tomorrow 0:00 | domani alle 0",
    ("2026-11-24", "13:00"): "next tuesday at 1pm | martedì prossimo all'una di pomeriggio | w przyszły wtorek o 13",
    ("2026-11-21", "09:05"): "this morning at 9:05 | stamattina alle 9:05 | dziś rano o 9:05 | 9:05 am",
}


def phrases(table: str) -> list[str]:
    return [phrase.strip() for phrase in table.split("|")]


def ahead(words: str, today: date = SATURDAY) -> date:
    return read_when(words, today, prefer=Prefer.FUTURE).on


def back(words: str, today: date = SATURDAY) -> date:
    return read_when(words, today, prefer=Prefer.PAST).on


@pytest.mark.parametrize("prefer", Prefer)
@pytest.mark.parametrize(
    ("phrase", "day"), [(phrase, day) for day, table in CERTAIN.items() for phrase in phrases(table)]
)
def test_a_certain_phrase_names_one_day_whichever_way_we_look(phrase: str, day: str, prefer: Prefer) -> None:
    assert read_when(phrase, SATURDAY, prefer=prefer) == When(date.fromisoformat(day), None)


@pytest.mark.parametrize(
    ("phrase", "past", "future"),
    [(phrase, past, future) for past, future, table in UNCERTAIN for phrase in phrases(table)],
)
def test_an_uncertain_phrase_takes_the_nearest_day_in_its_direction(phrase: str, past: str, future: str) -> None:
    assert (back(phrase).isoformat(), ahead(phrase).isoformat()) == (past, future)


@pytest.mark.parametrize(
    ("phrase", "day", "clock"),
    [(phrase, *when) for when, table in TIMED.items() for phrase in phrases(table)],
)
def test_a_clock_time_may_go_with_the_day(phrase: str, day: str, clock: str) -> None:
    expected = When(date.fromisoformat(day), time.fromisoformat(clock))
    assert read_when(phrase, SATURDAY, prefer=Prefer.PAST) == expected


@pytest.mark.parametrize("nonsense", ["", " ", "\x00", *phrases(NONSENSE)])
def test_what_is_not_a_date_is_refused(nonsense: str) -> None:
    with pytest.raises(UnreadableDate):
        read_when(nonsense, SATURDAY, prefer=Prefer.PAST)


def test_a_refusal_names_the_words_and_shows_an_example() -> None:
    with pytest.raises(UnreadableDate) as refusal:
        read_when("someday", SATURDAY, prefer=Prefer.PAST)

    assert refusal.value.message == "“someday” is not a date I can read"
    assert refusal.value.hint == "try “yesterday”, “last tue”, “12 gennaio” or “2026-11-05”"


def test_a_refusal_of_a_huge_text_is_short() -> None:
    with pytest.raises(UnreadableDate) as refusal:
        read_when("yesterday " * 500_000, SATURDAY, prefer=Prefer.PAST)

    assert len(refusal.value.message) < 100


@pytest.mark.parametrize(
    ("phrase", "today", "day"),
    [
        ("next month", "2026-01-31", "2026-02-28"),
        ("+1m", "2024-01-31", "2024-02-29"),
        ("last month", "2026-03-31", "2026-02-28"),
        ("+1y", "2024-02-29", "2025-02-28"),
        ("-4y", "2024-02-29", "2020-02-29"),
        ("29 feb", "2024-02-29", "2024-02-29"),
        ("29 feb", "2024-02-28", "2020-02-29"),
        ("29 feb", "1903-06-01", "1896-02-29"),
        ("28 feb", "2024-02-29", "2024-02-28"),
        ("end of month", "2024-02-29", "2024-02-29"),
        ("end of month", "2026-12-31", "2026-12-31"),
        ("end of last month", "2026-12-31", "2026-11-30"),
        ("end of year", "2026-12-31", "2026-12-31"),
        ("1 jan", "2026-12-31", "2026-01-01"),
        ("31 dec", "2026-12-31", "2026-12-31"),
        ("tomorrow", "2026-12-31", "2027-01-01"),
        ("in 2 months", "2026-12-31", "2027-02-28"),
        ("monday", "2026-11-23", "2026-11-16"),
        ("this monday", "2026-11-23", "2026-11-23"),
    ],
)
def test_months_and_years_end_where_the_calendar_says(phrase: str, today: str, day: str) -> None:
    assert back(phrase, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("phrase", "today"),
    [
        ("tomorrow", date.max), ("next week", date.max), ("next month", date.max), ("end of next year", date.max),
        ("next tue", date.max), ("in 3 days", date.max), ("tuesday next week", date.max), ("1 jan", date.max),
        ("yesterday", date.min), ("last week", date.min), ("last month", date.min), ("29 feb", date.max),
        ("end of last year", date.min), ("last tue", date.min), ("wednesday last week", date.min), ("-1y", date.min),
    ],
)  # fmt: skip
def test_a_day_outside_the_calendar_is_unreadable(phrase: str, today: date) -> None:
    with pytest.raises(UnreadableDate):
        read_when(phrase, today, prefer=Prefer.FUTURE)


def test_month_first_is_read_only_where_it_is_asked_for() -> None:
    written = ["3/4", "3.4.", "3/4/2026", "3-4-2026", "11/13"]
    days = [read_when(words, SATURDAY, prefer=Prefer.PAST, day_first=False).on for words in written]

    march, november = date(2026, 3, 4), date(2026, 11, 13)
    assert days == [march, march, march, march, november]
    assert [back(words) for words in written[:4]] == [date(2026, 4, 3)] * 4


@pytest.mark.parametrize("words", ["13/11", "25/13", "13/11/2026"])
def test_a_date_that_fits_only_the_other_order_is_refused(words: str) -> None:
    with pytest.raises(UnreadableDate):
        read_when(words, SATURDAY, prefer=Prefer.PAST, day_first=False)


@given(st.dates(), DAYS, PREFERENCES)
def test_every_iso_date_reads_as_itself(day: date, today: date, prefer: Prefer) -> None:
    assert read_when(day.isoformat(), today, prefer=prefer) == When(day, None)


@given(st.datetimes(), PREFERENCES)
def test_every_iso_second_reads_as_itself(moment: datetime, prefer: Prefer) -> None:
    when = read_when(moment.isoformat(timespec="seconds"), SATURDAY, prefer=prefer)

    assert when == When(moment.date(), moment.time().replace(microsecond=0))


@given(st.dates(), st.booleans())
def test_a_numeric_date_reads_back_in_its_own_order(day: date, day_first: bool) -> None:
    first, second = (day.day, day.month) if day_first else (day.month, day.day)
    for mark in "./-":
        words = f"{first}{mark}{second}{mark}{day.year:04}"
        assert read_when(words, SATURDAY, prefer=Prefer.PAST, day_first=day_first).on == day


YEARLESS = st.sampled_from(
    ["31 dec", "1 jan", "1/1", *(phrase for *_, table in UNCERTAIN for phrase in phrases(table))]
)


@given(YEARLESS, DAYS)
@example("29 feb", date(2024, 2, 29))
@example("31 dec", date(2026, 12, 31))
def test_looking_back_never_finds_the_future_nor_looking_ahead_the_past(words: str, today: date) -> None:
    assert back(words, today) <= today <= ahead(words, today)


@given(st.integers(0, 365), DAYS)
@example(366, date(2024, 2, 29))
def test_a_day_and_month_find_the_nearest_such_day(apart: int, today: date) -> None:
    for found, day in ((back, today - timedelta(days=apart)), (ahead, today + timedelta(days=apart))):
        on = found(f"{day.day}.{day.month}.", today)
        assert (on.day, on.month) == (day.day, day.month)
        assert abs(today - on) <= abs(today - day)


@given(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), DAYS)
def test_last_and_next_weekdays_are_within_seven_days_and_never_today(name: str, today: date) -> None:
    last, following = back(f"last {name}", today), ahead(f"next {name}", today)

    assert 1 <= (today - last).days <= 7
    assert 1 <= (following - today).days <= 7
    assert f"{last:%a}".lower() == f"{following:%a}".lower() == name
    assert (back(name, today), ahead(name, today)) == (last, following)


@given(st.integers(1, 999), st.sampled_from(["d", "w", "m", "y"]), st.dates(date(1100, 1, 1), date(8000, 1, 1)))
def test_an_unsigned_span_goes_where_we_look_and_a_sign_decides(count: int, unit: str, today: date) -> None:
    span = f"{count}{unit}"

    assert back(span, today) == back(f"-{span}", today) == ahead(f"-{span}", today) < today
    assert ahead(span, today) == ahead(f"+{span}", today) == back(f"+{span}", today) > today


FRAGMENTS = st.lists(
    st.sampled_from(
        phrases(
            "last|next|31|30|29|feb|nov|2026|0|at|18:00|yesterday|ieri|l'altro|za|3|dni|week|of|the|end|by|do|na|on"
            "|tue|:|-|6pm|morning|5/11|5.11.2026|2026-11-05T18:00|in|a|ago|fa|due|tre|mar|999999|-3d|2w|,|fine|mese"
        )
    ),
    max_size=9,
)


@given(st.text() | FRAGMENTS.map(" ".join), st.dates(), PREFERENCES, st.booleans())
def test_any_text_is_a_date_or_a_refusal(words: str, today: date, prefer: Prefer, day_first: bool) -> None:
    try:
        when = read_when(words, today, prefer=prefer, day_first=day_first)
    except UnreadableDate:
        return
    assert isinstance(when, When)
