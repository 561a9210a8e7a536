"""netlog's own format: one JSON object a line, a first line that says so, then every row of the truth."""

import json
from collections.abc import Iterator, Mapping

from netlog.domain.stored_rows import CHANGED_AT, FIELDS, FORGOTTEN, fault
from netlog.errors import FormatProblem
from netlog.formats.decoding import opened_text
from netlog.interchange import Format, Outgoing, Reading, Record, Rejected, Source, Stored, Writing

TYPE, VERSION = "netlog/export", 1
CERTAIN = 100
LONGEST_LINE = 8 << 20
ENTITY = "type"


def recognise(source: Source) -> int:
    """Certain of a file whose first line says what it is."""
    first = source.head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return CERTAIN if b'"netlog/export"' in first and first.startswith(b"{") else 0


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """The rows, each with the number of its line; raises FormatProblem for a newer version."""
    with opened_text(source, reading.encoding) as text:
        check(text.readline(LONGEST_LINE))
        number = 1
        while line := text.readline(LONGEST_LINE):
            number += 1
            if line.strip():
                yield record(line, f"line {number}")


def check(first: str) -> None:
    """Refuse a file of another sort, or of a version that this netlog does not know."""
    head = parsed(first)
    if not isinstance(head, dict) or head.get("type") != TYPE:
        raise FormatProblem("this is no export of netlog: its first line does not say so")
    if head.get("version") != VERSION:
        raise FormatProblem(
            f"this export has version {json.dumps(head.get('version'))[:40]}, this netlog reads version {VERSION}",
            hint="upgrade netlog; nothing was changed",
        )


def parsed(line: str) -> object:
    """What a line holds; None when it is no JSON, or holds what is no number."""
    try:
        return json.loads(line, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        return None


def refuse_constant(name: str) -> float:
    """NaN and infinity are no JSON."""
    raise ValueError(name)


def record(line: str, where: str) -> Record:
    """The row of a line, or why it cannot be read."""
    found = parsed(line)
    if not isinstance(found, dict):
        return Rejected(where, "it is no JSON object")
    entity = found.pop(ENTITY, None)
    if not isinstance(entity, str):
        return Rejected(where, "it does not say its type")
    problem = fault(entity, found)
    return Rejected(where, problem) if problem else Stored(where, entity, found)


def write(outgoing: Outgoing, _: Writing) -> Iterator[str]:
    """The first line, then a line a row, its fields in the order in which they are documented."""
    yield line_of({"type": TYPE, "version": VERSION})
    for row in outgoing.stored():
        yield line_of({ENTITY: row.entity, **ordered(row)})


def ordered(row: Stored) -> Mapping[str, object]:
    """The fields that hold something, in order."""
    if row.entity == FORGOTTEN:
        return row.values
    names = ("uuid", *FIELDS[row.entity], CHANGED_AT)
    return {name: row.values[name] for name in names if row.values.get(name) is not None}


def line_of(content: Mapping[str, object]) -> str:
    """One object on one line."""
    return json.dumps(content, ensure_ascii=False) + "\n"


FORMAT = Format("netlog", "netlog's own export, everything there and back", recognise, read, write)
