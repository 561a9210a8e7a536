"""Rows of any CSV: the header wherever it stands, and rows that cannot be trusted."""

import csv
import io
import tracemalloc
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_csv import PREAMBLE, SAMPLES, source

from netlog.errors import FormatProblem
from netlog.formats import any_csv, google_csv, linkedin, outlook_csv, thunderbird_csv
from netlog.formats.csv_rows import LONGEST, Row, delimiter_of, is_headed, named, opened_table
from netlog.interchange import HEAD_BYTES, Reading, Rejected

SAMPLE_DAY = date(2026, 11, 22)
MEANING = named({"name": "name", "e mail": "mail", "note": "note"}, "name", "mail")
FORMATS = {
    each.name: each
    for each in (
        linkedin.CONNECTIONS,
        linkedin.MESSAGES,
        google_csv.FORMAT,
        outlook_csv.FORMAT,
        thunderbird_csv.FORMAT,
        any_csv.FORMAT,
    )
}
EVERY_SAMPLE = [sample for samples in SAMPLES.values() for sample in samples]


def read(text: str | bytes, encoding: str | None = None) -> list[tuple[str, object]]:
    with opened_table(source(text), encoding, MEANING) as table:
        return [(each.where, each.values if isinstance(each, Row) else each.reason) for each in table.rows]


def cells(text: str | bytes) -> list[object]:
    return [values for _, values in read(text)]


@pytest.mark.parametrize("before", ["", "\n\n", PREAMBLE, "sep=;\r\n", "x\n" * 14])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_is_found_by_its_names_after_any_preamble(before: str, delimiter: str) -> None:
    text = before + delimiter.join(("Name ", "E-MAIL")) + "\n" + delimiter.join(("Giulia", "g@example.org")) + "\n"

    assert cells(text) == [{"name": ["Giulia"], "mail": ["g@example.org"]}]


def test_a_header_below_the_first_fifteen_lines_is_none() -> None:
    with pytest.raises(FormatProblem, match=r"the columns of people\.csv are not named in its first 15 lines"):
        read("x\n" * 15 + "Name,E-mail\n")


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [("a,b;c;d", ";"), ('"a;b;c;d",e', ","), ("a\tb,c\td", "\t"), ("alone", ","), ('"open;;;', ",")],
)
def test_a_delimiter_is_counted_outside_quotes(line: str, delimiter: str) -> None:
    assert delimiter_of(line) == delimiter


def test_lines_are_those_of_the_file_whatever_the_quotes_hold() -> None:
    text = 'Name,E-mail,Note\r\n\r\nAnna,a@x.it,"one\r\ntwo"\r\n,,\r\nBo,b@x.it\r\n'

    assert read(text) == [
        ("line 3", {"name": ["Anna"], "mail": ["a@x.it"], "note": ["one\ntwo"]}),
        ("line 6", {"name": ["Bo"], "mail": ["b@x.it"]}),
    ]


def test_extra_cells_are_a_comma_gone_astray_unless_they_are_empty() -> None:
    text = "Name,E-mail\nAnna,a@x.it,,\nRossi, Bo,b@x.it\n"

    assert read(text) == [
        ("line 2", {"name": ["Anna"], "mail": ["a@x.it"]}),
        ("line 3", "3 cells under 2 columns"),
    ]


def test_a_quote_left_open_costs_its_own_row_only() -> None:
    text = 'Name,E-mail\n"Anna,a@x.it\nBo,b@x.it\nCy,c@x.it\n'

    assert [where for where, _ in read(text)] == ["line 2", "line 3", "line 4"]
    assert read(text)[0][1] == "a quote is opened and not closed"
    assert cells(text)[1:] == [{"name": ["Bo"], "mail": ["b@x.it"]}, {"name": ["Cy"], "mail": ["c@x.it"]}]


def test_a_quote_left_open_in_a_large_file_is_given_up_after_a_while() -> None:
    count = LONGEST // 10
    found = read('Name,E-mail\n"Anna,a@x.it\n' + "Bo,b@x.it\n" * count)

    assert found[0] == ("line 2", "a quote is opened and not closed")
    assert len(found) == count + 1
    assert found[-1][0] == f"line {count + 2}"


def test_rows_that_never_end_are_not_read_again_and_again() -> None:
    line = 'a"b,c",""",b\n'

    with opened_table(source("Name,E-mail\n" + line * 400_000), None, MEANING) as table:
        assert all(isinstance(each, Rejected) for each in table.rows)


def test_single_carriage_returns_end_lines_too_and_nul_is_left_out() -> None:
    assert cells("Name,E-mail\rAn\x00na,a@x.it\rBo,b@x.it\r") == [
        {"name": ["Anna"], "mail": ["a@x.it"]},
        {"name": ["Bo"], "mail": ["b@x.it"]},
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert cells("Name,E-mail\nŁucja,l@x.pl\n".encode(encoding)) == [{"name": ["Łucja"], "mail": ["l@x.pl"]}]


def test_a_mark_that_went_through_another_program_does_not_hide_the_first_column() -> None:
    assert cells("ï»¿Name,E-mail\nAnna,a@x.it\n") == [{"name": ["Anna"], "mail": ["a@x.it"]}]


@pytest.mark.parametrize("head", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest"])
def test_a_spreadsheet_is_told_how_to_become_a_csv(head: bytes) -> None:
    with pytest.raises(FormatProblem, match=r"people\.csv is a spreadsheet, not CSV") as refused:
        read(head)

    assert refused.value.hint == "save it as CSV, best as CSV UTF-8"


def test_a_polish_header_is_recognised_though_the_head_ends_inside_a_letter() -> None:
    meaning = named({"imie": "name", "zrodlo": "mail"}, "name", "mail")
    start = "Imię;Źródło\n".encode()
    data = start + b"x" * (HEAD_BYTES - len(start) - 1) + "ł\n".encode()

    assert is_headed(source(data), meaning)


def test_a_hundred_thousand_rows_take_no_more_memory_than_a_few() -> None:
    data = ("Name,E-mail\n" + "Anna Kowalska,anna@example.org\n" * 100_000).encode()

    tracemalloc.start()
    with opened_table(source(data), None, MEANING) as table:
        count = sum(isinstance(each, Row) for each in table.rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (count, peak < 6_000_000) == (100_000, True)


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\x00\r", codec="utf-8")), min_size=2, max_size=2)))
def test_what_the_csv_module_writes_is_read_back(rows: Sequence[Sequence[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["Name", "E-mail"], *rows])

    expected = [tuple(cell.strip() for cell in row) for row in rows]
    found = [values for values in cells(text.getvalue()) if isinstance(values, dict)]
    assert [("".join(each.get("name", [])), "".join(each.get("mail", []))) for each in found] == [
        row for row in expected if any(row)
    ]


@pytest.mark.parametrize(("name", "sample"), [(name, sample) for name in SAMPLES for sample in SAMPLES[name]])
def test_every_sample_is_recognised_best_by_its_own_format(name: str, sample: str) -> None:
    scores = {each.name: each.recognise(source(sample)) for each in FORMATS.values() if each.recognise}

    assert max(scores, key=lambda each: scores[each]) == name
    assert sum(score >= 90 for score in scores.values()) == (name != "csv")


@pytest.mark.parametrize("content", [b"", b"\x00", b"Dear Anna,\nhow are you?\n", b'{"a": 1}', b"BEGIN:VCARD\nN:A;B\n"])
def test_what_is_no_csv_is_nobodys(content: bytes) -> None:
    assert [each.recognise(source(content, "notes.txt")) for each in FORMATS.values() if each.recognise] == [0] * 6


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise_anything_but_a_format_problem(data: bytes) -> None:
    survive(data)


@settings(max_examples=300)
@given(
    st.sampled_from(EVERY_SAMPLE),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 30), st.binary(max_size=8)), min_size=1, max_size=4),
)
def test_a_damaged_file_never_raises_anything_but_a_format_problem(
    sample: str, damages: list[tuple[int, int, bytes]]
) -> None:
    data = sample.encode()
    for start, length, put in damages:
        data = data[:start] + put + data[start + length :]
    survive(data)


@settings(max_examples=300)
@given(
    st.sampled_from(EVERY_SAMPLE),
    st.lists(st.sampled_from(['"', ",", ";", "\n", "\r", "\t", "0", "99", ":::", "/", "-", "ł", "\ufeff"]), max_size=6),
    st.randoms(use_true_random=False),
)
def test_marks_in_the_wrong_places_never_raise_anything_but_a_format_problem(
    sample: str, marks: list[str], dice: Random
) -> None:
    for mark in marks:
        at = dice.randrange(len(sample))
        sample = sample[:at] + mark + sample[at:]
    survive(sample.encode())


def survive(data: bytes) -> None:
    for form in FORMATS.values():
        assert form.recognise is not None
        assert form.read is not None
        assert 0 <= form.recognise(source(data)) <= 100
        with suppress(FormatProblem):
            found = list(form.read(source(data), Reading(SAMPLE_DAY, me=("Marco Bianchi",))))
            assert all(record.where.startswith("line ") for record in found)
