"""Rows of any CSV: the row of column names is found by its names, and no row is trusted to have its shape."""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import islice
from typing import NamedTuple, TextIO

from netlog.domain.people import spoken
from netlog.errors import FormatProblem
from netlog.formats.decoding import opened_text
from netlog.interchange import HEAD_BYTES, Rejected, Source

HEADER_WITHIN = 15
"""Lines among which the row of column names is looked for: exports begin with notes."""
TALLEST_HEADER = 10
LONGEST = 1 << 20
"""Characters of one record; without an end, one open quote would swallow a file."""
DELIMITERS = ",;\t"
QUOTED = re.compile('"[^"]*"?')
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Fields = Sequence[str | None]
"""For each column what it means to a format, or nothing."""
Meaning = Callable[[Sequence[str]], Fields | None]
"""What the columns of a row mean to a format; None when the row does not name its columns."""


class Row(NamedTuple):
    """A record: for each field that has any, its values in the order of their columns."""

    where: str
    values: Mapping[str, Sequence[str]]

    def one(self, field: str) -> str:
        """The first value of a field, or nothing."""
        return self.values[field][0] if field in self.values else ""

    def many(self, field: str) -> Sequence[str]:
        """Every value of a field."""
        return self.values.get(field, ())


class Header(NamedTuple):
    """A row that may name the columns: on which line it ends, what parts its cells, and the names as written."""

    last_line: int
    delimiter: str
    columns: tuple[str, ...]


class Table(NamedTuple):
    """The columns of a file as written, what they mean, and its rows, which stream."""

    columns: tuple[str, ...]
    fields: Fields
    rows: Iterator[Row | Rejected]


class Lines:
    """Lines as they stand in the file, counted; those of the record being read can be read again, once."""

    def __init__(self, text: TextIO) -> None:
        self.fresh = iter(partial(text.readline, LONGEST), "")
        self.waiting: deque[str] = deque()
        self.record: list[str] = []
        self.size = self.number = self.reread_until = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.waiting.popleft() if self.waiting else next(self.fresh)
        self.number += 1
        self.size += len(line)
        self.record.append(line)
        if self.size > LONGEST:
            raise csv.Error(self.size)
        return line.replace("\x00", "")

    def begin(self) -> int:
        """Begin a record; the number of its first line."""
        self.record.clear()
        self.size = 0
        return self.number + 1

    def step_back(self) -> None:
        """Read all but the first line of the record again, unless they have been read again before."""
        first = self.number - len(self.record) + 1
        if first > self.reread_until:
            self.reread_until = self.number
            self.waiting.extendleft(reversed(self.record[1:]))
            self.number = first

    def is_left_open(self) -> bool:
        """Whether the record took more than one line and still has a quote without its pair."""
        return len(self.record) > 1 and sum(line.count('"') for line in self.record) % 2 == 1


def column_words(column: str) -> str:
    """A column's name without case, accents and marks: `E-mail 1 - Value` is `e mail 1 value`."""
    return " ".join(spoken(column.removeprefix("ï»¿")))


def named(names: Mapping[str, str], *needed: str) -> Meaning:
    """Finds the fields of columns in a table by `column_words`; a header has all the needed fields."""

    def meaning(columns: Sequence[str]) -> Fields | None:
        fields = [names.get(column_words(column)) for column in columns]
        return fields if set(needed) <= set(fields) else None

    return meaning


@contextmanager
def opened_table(source: Source, encoding: str | None, meaning: Meaning) -> Iterator[Table]:
    """The table in a source; FormatProblem when no row of its beginning names columns the format knows."""
    if source.head.startswith(SPREADSHEETS):
        raise FormatProblem(f"{source.name} is a spreadsheet, not CSV", hint="save it as CSV, best as CSV UTF-8")
    with opened_text(source, encoding) as text:
        lines = Lines(text)
        head = list(islice(lines.fresh, HEADER_WITHIN + TALLEST_HEADER))
        header, fields = header_in(head, meaning)
        if header is None:
            raise FormatProblem(
                f"the columns of {source.name} are not named in its first {HEADER_WITHIN} lines",
                hint="export it again with its row of column names",
            )
        lines.waiting.extend(head[header.last_line :])
        lines.number = header.last_line
        csv.field_size_limit(LONGEST)
        yield Table(header.columns, fields, rows(lines, header, fields))


def header_in(lines: Sequence[str], meaning: Meaning) -> tuple[Header | None, Fields]:
    """The first row that means something to the format, and what."""
    for header in headers(lines):
        fields = meaning(header.columns)
        if fields is not None:
            return header, fields
    return None, ()


def headers(lines: Sequence[str]) -> Iterator[Header]:
    """Every row among the first lines that could name columns."""
    for index, line in enumerate(lines[:HEADER_WITHIN]):
        delimiter = delimiter_of(line)
        reader = csv.reader(lines[index : index + TALLEST_HEADER], delimiter=delimiter)
        try:
            columns = tuple(cell.replace("\x00", "").strip() for cell in next(reader))
        except csv.Error:
            continue
        if any(columns):
            yield Header(index + reader.line_num, delimiter, columns)


def delimiter_of(line: str) -> str:
    """What parts the cells of a line: the mark it has most of outside quotes."""
    bare = QUOTED.sub("", line)
    return max(DELIMITERS, key=bare.count)


def top_rows(source: Source, encoding: str | None = None) -> list[tuple[str, ...]]:
    """The rows at the beginning of a source that could name columns."""
    if source.head.startswith(SPREADSHEETS):
        return []
    with opened_text(source, encoding) as text:
        lines = list(islice(Lines(text).fresh, HEADER_WITHIN + TALLEST_HEADER))
    return [header.columns for header in headers(lines)]


def head_of(source: Source) -> Source:
    """The source as far as its head goes, to be recognised without being read."""
    head = source.head
    whole = head if len(head) < HEAD_BYTES else head[: head.rfind(b"\n") + 1] or head
    return source._replace(head=whole, open=partial(BytesIO, whole))


def is_headed(source: Source, meaning: Meaning) -> bool:
    """Whether the source begins with a row of column names that the format knows."""
    return any(meaning(columns) is not None for columns in top_rows(head_of(source)))


def rows(lines: Lines, header: Header, fields: Fields) -> Iterator[Row | Rejected]:
    """The rows after the header; blank ones are passed over, those that lost their shape rejected."""
    meant, width = [(index, field) for index, field in enumerate(fields) if field], len(fields)
    for line, cells in records(lines, header.delimiter):
        where = f"line {line}"
        if cells is None:
            yield Rejected(where, "a quote is opened and not closed")
        elif len(cells) > width and any(map(str.strip, cells[width:])):
            yield Rejected(where, f"{len(cells)} cells under {width} columns")
        elif any(map(str.strip, cells)):
            yield Row(where, values_of(cells, meant))


def values_of(cells: Sequence[str], meant: Sequence[tuple[int, str]]) -> dict[str, list[str]]:
    """The trimmed values of a row by field, none of them empty; missing cells have none."""
    values: dict[str, list[str]] = {}
    width = len(cells)
    for index, field in meant:
        if index < width and (value := cells[index].strip()):
            values.setdefault(field, []).append(value.replace("\r\n", "\n"))
    return values


def records(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """The cells of each record with its first line; None for a record that a quote left open made endless."""
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        first = lines.begin()
        try:
            cells: list[str] | None = next(reader, [])
        except csv.Error:
            cells = None
        if not lines.record:
            return
        if cells is None or (lines.is_left_open() and is_last(lines)):
            cells = None
            lines.step_back()
        yield first, cells


def is_last(lines: Lines) -> bool:
    """Whether nothing follows; what is looked at waits to be read."""
    if not lines.waiting:
        lines.waiting.extend(islice(lines.fresh, 1))
    return not lines.waiting
