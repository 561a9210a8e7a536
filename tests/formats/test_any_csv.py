"""Any other CSV: columns by name or as mapped, and people written for spreadsheets and read back."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.made_csv import PLAIN, READING, TODAY, cards, records, refused, source, table

from netlog.errors import FormatProblem
from netlog.formats.any_columns import FIELDS
from netlog.formats.any_csv import FORMAT
from netlog.formats.csv_safe import defused, restored
from netlog.interchange import Card, Dated, Mention, Noted, Stored, Talk, Writing

UNKNOWN = "Kto;Skąd;Uwagi\nŁucja Śliwa;Źródło;zna się na mostach\n"
WHOLE = Card(
    key="handle:lucja",
    where="line 2",
    name="Łucja Śliwa",
    aliases=("Lucy", "Śliwka, L."),
    company="=Acme",
    role="-",
    place="Łódź",
    birthday="--05-15",
    contacts=(("email", "lucja@example.org"), ("phone", "+48 600 300 400"), ("url", "https://x.example/a;b,c")),
    tags=("friends", "work"),
    facts=(
        Noted("two\nlines", date(2026, 1, 2)),
        Noted("a list:\n 2020-01-01: first", date(2026, 1, 3)),
    ),
    topics=(("can", "bridges, tunnels"), ("wants", "@introductions")),
    tier="close",
    every_days=42,
    met="Mosty 2019",
    met_on=date(2019, 5, 1),
    via=Mention("Tom Hart"),
    known_since=date(2019, 5, 2),
    handle="lucja",
)


@dataclass
class People:
    """Something to write: these people."""

    people: tuple[Card, ...]
    today: date = TODAY

    def cards(self) -> Iterator[Card]:
        return iter(self.people)

    def talks(self) -> Iterator[Talk]:
        return iter(())

    def dated(self) -> Iterator[Dated]:
        return iter(())

    def stored(self) -> Iterator[Stored]:
        return iter(())


def written(*people: Card, writing: Writing | None = None) -> str:
    assert FORMAT.write is not None
    return "".join(FORMAT.write(People(people), writing or Writing()))


def mapped(text: str, **mapping: str) -> list[Card]:
    return cards(FORMAT, text, READING._replace(mapping=mapping))


def one(**columns: str) -> Card:
    (card,) = cards(FORMAT, table({"Name": "Tom Hart", **columns}))
    return card


def refusal(**columns: str) -> str:
    ((where, reason),) = refused(FORMAT, table({"Name": "Tom Hart", **columns}))
    assert where == "line 2"
    return reason


def test_obvious_columns_need_no_mapping() -> None:
    (tom,) = cards(FORMAT, PLAIN)

    assert (tom.key, tom.name, tom.company, tom.tags) == ("mail:tom@example.com", "Tom Hart", "Hart", ("friends",))


@pytest.mark.parametrize(
    ("text", "name", "company"),
    [
        ("Nome;Cognome;Azienda\nNiccolò;Bruni;Città Aperta\n", "Niccolò Bruni", "Città Aperta"),
        ("Nome;Azienda\nNiccolò Bruni;Città Aperta\n", "Niccolò Bruni", "Città Aperta"),
        ("Imię;Nazwisko;Firma\nŁucja;Śliwa;Źródło\n", "Łucja Śliwa", "Źródło"),
        ("Imię i nazwisko\tFirma\nŁucja Śliwa\tŹródło\n", "Łucja Śliwa", "Źródło"),
        ("Name,Surname,Employer\nTom,Hart,Acme\n", "Tom Hart", "Acme"),
        ("First Name,Surname,Name,Employer\nTom,Hart,Tommy Hart,Acme\n", "Tommy Hart", "Acme"),
        ("FULL_NAME,ORGANISATION\nTom Hart,Acme\n", "Tom Hart", "Acme"),
    ],
)
def test_columns_are_known_by_name_in_three_languages(text: str, name: str, company: str) -> None:
    (card,) = cards(FORMAT, text)

    assert (card.name, card.company) == (name, company)


def test_a_mapping_says_which_column_is_what_and_goes_before_its_name() -> None:
    (lucja,) = mapped(UNKNOWN, Kto="name", **{"SKAD ": "company"}, Uwagi="met")

    assert (lucja.name, lucja.company, lucja.met, lucja.facts) == (
        "Łucja Śliwa",
        "Źródło",
        "zna się na mostach",
        (),
    )


def test_a_file_without_names_is_told_how_to_say_which_column_has_them() -> None:
    with pytest.raises(FormatProblem, match=r"no column of people\.csv is known to hold names") as problem:
        cards(FORMAT, UNKNOWN)

    assert problem.value.hint == ('say which does: --map "Kto=name"; its columns are “Kto”, “Skąd”, “Uwagi”')


def test_a_mapping_to_a_field_or_of_a_column_that_is_none_is_refused() -> None:
    with pytest.raises(FormatProblem, match="no field is called “phones”") as problem:
        mapped(UNKNOWN, Kto="phones")
    assert "name, first, last" in problem.value.hint
    with pytest.raises(FormatProblem, match=r"people\.csv has no column “Who”") as problem:
        mapped(UNKNOWN, Who="name")
    assert problem.value.hint == "its columns are “Kto”, “Skąd”, “Uwagi”"


@pytest.mark.parametrize("content", ["", "\n\n", '"'])
def test_a_file_without_columns_is_refused(content: str) -> None:
    with pytest.raises(FormatProblem, match=r"people\.csv"):
        cards(FORMAT, content)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Tier", "best", "there is no tier “best”, only inner, close, active, wide or none"),
        ("Every", "now and then", "“now and then” is not a length of time I can read"),
        ("Every", "99999", "a cadence is 1 to 3650 days"),
        ("Every", "0", "a cadence is 1 to 3650 days"),
        ("Met on", "some day", "“some day” is no date"),
        ("Since", "2027-01-01", "“2027-01-01” lies ahead"),
        ("Birthday", "31/02/1980", "no birthday is written “31/02/1980”"),
        ("Name", "!", "a name needs at least one letter or digit"),
        ("Company", "x" * 1001, "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” has 1,001 characters, more than 1,000"),
    ],
)
def test_a_value_no_journal_can_keep_rejects_its_row_with_the_reason(column: str, value: str, reason: str) -> None:
    assert refusal(**{column: value}) == reason


@pytest.mark.parametrize(
    ("written_as", "days"), [("6w", 42), ("every 2 weeks", 14), ("3 mesi", 90), ("30", 30), ("90d", 90), ("", None)]
)
def test_a_cadence_is_a_number_of_days_or_a_length_of_time(written_as: str, days: int | None) -> None:
    assert one(Every=written_as).every_days == days


def test_several_values_may_share_a_cell_or_have_columns_of_their_own() -> None:
    card = one(
        Email="a@x.org; b@x.org", Mail="Tom <c@x.org>", Phone="+44 1904 1; +44 1904 2", Tags="Old friends, York|work"
    )

    assert [value for _, value in card.contacts] == ["a@x.org", "b@x.org", "c@x.org", "+44 1904 1", "+44 1904 2"]
    assert card.tags == ("old-friends", "york", "work")


def test_dates_follow_the_file_then_the_user_then_the_language() -> None:
    text = "Nome completo;Data di nascita\nTom Hart;03/04/1980\n"

    assert cards(FORMAT, text)[0].birthday == "1980-04-03"
    assert one(Birthday="03/04/1980").birthday == "1980-03-04"
    assert cards(FORMAT, text + "Ann Lee;12/25/1970\n")[0].birthday == "1980-03-04"
    assert cards(FORMAT, text, READING._replace(day_first=False))[0].birthday == "1980-03-04"


def test_a_note_is_one_fact_and_lines_that_begin_with_a_day_are_facts_of_that_day() -> None:
    assert one(Notes="likes tea\nand bridges").facts == (Noted("likes tea\nand bridges"),)
    assert one(Notes="likes tea\n2025-03-01: moved to York\nwith Ann\n2025-04-01: 2020-01-01: x").facts == (
        Noted("likes tea"),
        Noted("moved to York\nwith Ann", date(2025, 3, 1)),
        Noted("2020-01-01: x", date(2025, 4, 1)),
    )


def test_rows_without_a_name_are_counted() -> None:
    text = "Name,Email,Company\n,a@x.org,\n,,Acme\n"

    assert refused(FORMAT, text) == [("line 2", "only an address"), ("line 3", "no name")]
    assert cards(FORMAT, text, READING._replace(is_other_included=True))[0].name == "a@x.org"


def test_what_is_written_is_read_back_whole() -> None:
    assert cards(FORMAT, written(WHOLE)) == [WHOLE]


def test_a_cell_that_could_be_a_formula_is_written_with_an_apostrophe_unless_raw() -> None:
    def cells(writing: Writing) -> dict[str, str]:
        return next(csv.DictReader(io.StringIO(written(WHOLE, writing=writing))))

    safe, raw = cells(Writing()), cells(Writing(is_raw=True))
    assert (safe["company"], safe["phone"], safe["birthday"]) == ("'=Acme", "'+48 600 300 400", "'--05-15")
    assert (raw["company"], raw["phone"], raw["birthday"]) == ("=Acme", "+48 600 300 400", "--05-15")
    assert safe["name"] == raw["name"] == "Łucja Śliwa"


def test_only_excel_gets_a_mark_of_utf_8() -> None:
    plain, excel = written(WHOLE), written(WHOLE, writing=Writing(is_for_excel=True))

    assert excel == "\ufeff" + plain
    assert plain.startswith("handle,name,")
    assert cards(FORMAT, excel) == [WHOLE]


def test_an_empty_journal_is_a_header() -> None:
    assert written().count("\r\n") == 1
    assert cards(FORMAT, written()) == []


def test_what_netlog_wrote_is_recognised_and_an_unknown_csv_by_its_ending_alone() -> None:
    assert FORMAT.recognise is not None

    assert FORMAT.recognise(source(written(WHOLE), "people.txt")) == 60
    assert FORMAT.recognise(source(PLAIN, "people.txt")) == 55
    assert FORMAT.recognise(source(UNKNOWN, "people.csv")) == 10
    assert FORMAT.recognise(source(UNKNOWN, "people.txt")) == 0


@given(st.text(st.sampled_from("'=+-@\t\ra ＝")))
def test_defusing_is_undone_and_leaves_no_formula(text: str) -> None:
    assert restored(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=6), st.lists(WORDS | st.just("1/2/99"), max_size=6))
def test_any_cell_may_stand_under_any_field(fields: list[str], values: list[str]) -> None:
    cells = dict(enumerate(["Tom Hart", *values, *fields][: len(fields) + 1]))
    mapping = {f"column {number}": field for number, field in enumerate(["name", *fields])}
    text = table({f"column {number}": cell for number, cell in cells.items()})

    assert len(records(FORMAT, text, READING._replace(mapping=mapping))) == 1


@given(WORDS, WORDS, st.lists(WORDS, max_size=3), st.sampled_from(["close", None]), st.booleans())
def test_any_words_survive_writing_and_reading(
    company: str, role: str, notes: list[str], tier: str | None, is_raw: bool
) -> None:
    facts = tuple(Noted(note, TODAY) for note in notes)
    card = Card("handle:tom", "line 2", "Tom Hart", company=company, role=role, tier=tier, facts=facts, handle="tom")

    found = cards(FORMAT, written(card, writing=Writing(is_raw=is_raw)))
    expected = card if not is_raw else card._replace(company=restored(company), role=restored(role))
    assert found == [expected]
