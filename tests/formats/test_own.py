"""netlog's own format: recognised by its first line, every row as it was, anything broken told by its line."""

import json
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.domain.stored_rows import ENTITIES, FIELDS, fits
from netlog.errors import FormatProblem
from netlog.formats.own import FORMAT, read, recognise, write
from netlog.interchange import Card, Dated, Reading, Record, Rejected, Source, Stored, Talk, Writing

TODAY = date(2026, 11, 21)
HEAD = '{"type": "netlog/export", "version": 1}\n'
UUIDS = st.uuids(version=4).map(str)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
SORTS: dict[str, st.SearchStrategy[object]] = {
    "text": TEXTS,
    "name": st.sampled_from(["Łucja", "D'Angelo"]),
    "boost": st.sampled_from(["tag:pm", "tier:inner", "person:x"]),
    "day": DAYS,
    "instant": DAYS.map(lambda day: f"{day}T09:30:00Z"),
    "birthday": st.sampled_from(["--02-29", "1988-11-24"]),
    "slug": st.sampled_from(["pm", "design-week-2026"]),
    "handle": st.sampled_from(["giulia", "anna-3f9c"]),
    "months": st.sampled_from(["8", "1,12"]),
    "flag": st.booleans(),
    "whole": st.integers(1, 100),
    "number": st.sampled_from([1, 1.0]),
}


class Kept:
    """Rows to be written."""

    today = TODAY

    def __init__(self, rows: list[Stored]) -> None:
        self.rows = rows

    def stored(self) -> Iterator[Stored]:
        return iter(self.rows)

    def cards(self) -> Iterator[Card]:
        return iter(())

    def talks(self) -> Iterator[Talk]:
        return iter(())

    def dated(self) -> Iterator[Dated]:
        return iter(())


def source(content: bytes) -> Source:
    return Source("export.ndjson", content[:65536], lambda: BytesIO(content))


def records(text: str) -> list[Record]:
    return list(read(source(text.encode()), Reading(TODAY)))


@st.composite
def stored(draw: st.DrawFn) -> Stored:
    """A row of any entity whose fields each hold what they may."""
    entity = draw(
        st.sampled_from([each for each in ENTITIES if each not in ("tag", "origin", "mentorship", "promise")])
    )
    values: dict[str, object] = {"uuid": draw(UUIDS)}
    for name, field in FIELDS[entity].items():
        words = UUIDS if field.sort.startswith("@") else SORTS[field.sort]
        chosen = st.sampled_from(field.among) if field.sort == "text" and field.among else words
        if field.is_needed or draw(st.booleans()):
            values[name] = draw(chosen)
    return Stored("", entity, {**values, "changed_at": "2026-11-21T09:30:00Z"})


@settings(deadline=None)
@given(st.lists(stored(), max_size=6))
def test_what_is_written_is_read_as_it_was(rows: list[Stored]) -> None:
    found = records("".join(write(Kept(rows), Writing())))

    assert found == [row._replace(where=f"line {number}") for number, row in enumerate(rows, start=2)]


def test_a_line_is_one_object_in_utf_8_its_fields_in_order() -> None:
    row = Stored("", "alias", {"name": "Łucja", "person": "p", "uuid": "u", "changed_at": None})

    assert list(write(Kept([row]), Writing())) == [
        HEAD,
        '{"type": "alias", "uuid": "u", "person": "p", "name": "Łucja"}\n',
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\n"])
def test_the_first_line_says_what_it_is(mark: bytes) -> None:
    assert recognise(source(mark + HEAD.encode())) == 100
    assert recognise(source(b'{"type": "other"}\n' + HEAD.encode())) == 0
    assert FORMAT.name == "netlog"


@pytest.mark.parametrize("version", [2, 0, "1", None])
def test_another_version_is_refused(version: object) -> None:
    with pytest.raises(FormatProblem, match="version"):
        records(json.dumps({"type": "netlog/export", "version": version}) + "\n")


def test_a_file_without_the_first_line_is_refused() -> None:
    with pytest.raises(FormatProblem, match="no export"):
        records('{"type": "person"}\n')


BROKEN = {
    "{": "it is no JSON object",
    "[1]": "it is no JSON object",
    '{"type": "alias", "name": NaN}': "it is no JSON object",
    "[" * 5_000: "it is no JSON object",
    "{}": "it does not say its type",
    '{"type": "dog"}': "netlog has no dog",
    '{"type": "alias"}': "it has no UUID",
    '{"type": "pause", "uuid": "%s", "since_on": "2026-02-30"}': "since_on cannot be 2026-02-30",
    '{"type": "pause", "uuid": "%s"}': "since_on cannot be missing",
    '{"type": "pause", "uuid": "%s", "since_on": "2026-02-01", "why": 1}': "pause has no field why",
    '{"type": "tag", "uuid": "%s", "slug": "pm"}': "a tag is on a person or on an interaction",
    '{"type": "alias", "uuid": "%s", "person": "x", "name": "Ale"}': "person cannot be x",
}


@pytest.mark.parametrize(("line", "reason"), BROKEN.items(), ids=BROKEN.values())
def test_a_broken_line_is_told_and_the_rest_goes_on(line: str, reason: str) -> None:
    uuid = "018f0000-0000-7000-8000-000000000001"
    good = json.dumps({"type": "pause", "uuid": uuid, "since_on": "2026-02-01"})

    broken, kept = records(f"{HEAD}{line.replace('%s', uuid)}\n\n{good}\n")

    assert broken == Rejected("line 2", reason)
    assert isinstance(kept, Stored)
    assert kept.where == "line 4"


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda rest: HEAD.encode() + rest))
def test_no_bytes_do_harm(content: bytes) -> None:
    assert recognise(source(content)) in (0, 100)
    try:
        found = list(read(source(content), Reading(TODAY)))
    except FormatProblem:
        return
    assert all(isinstance(record, (Stored, Rejected)) for record in found)


@settings(deadline=None, max_examples=300)
@given(st.lists(stored(), min_size=1, max_size=3), st.data())
def test_a_changed_file_does_no_harm(rows: list[Stored], data: st.DataObject) -> None:
    whole = "".join(write(Kept(rows), Writing())).encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    content = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 4)) :]
    try:
        found = list(read(source(content), Reading(TODAY)))
    except FormatProblem:
        return
    for record in found:
        assert isinstance(record, (Stored, Rejected))
        if isinstance(record, Stored) and record.entity in FIELDS:
            assert all(fits(record.values.get(name), field) for name, field in FIELDS[record.entity].items())


def test_the_reference_names_every_row_and_every_field() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "own-format.md").read_text(encoding="utf-8")
    documented = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}

    assert set(documented) == {*ENTITIES, "forgotten"}
    for entity, fields in FIELDS.items():
        found = re.findall(r"(\*\*)?`([a-z_]+)`(?= ?[(*,|])", documented[entity].split("|", 2)[2])
        assert [name for _, name in found if name in fields] == list(fields), entity
        assert {name for bold, name in found if bold} == {name for name in fields if fields[name].is_needed}
