"""The events and zones of a calendar file as raw content lines, one after another, in bounded memory."""

import re
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from typing import NamedTuple, TextIO

from netlog.formats.decoding import encoding_of
from netlog.interchange import Source

LONGEST = 1 << 14
"""Characters of one line that are kept; a picture inside a line is of no use here."""

MOST_LINES = 1_000
EVENT, ZONE = "VEVENT", "VTIMEZONE"
OPENERS = {f"BEGIN:{sort}": sort for sort in (EVENT, ZONE)}
BOUND = re.compile(r"(?:BEGIN|END):", re.IGNORECASE)
ABOUT = re.compile(r"X-WR-(?:CALNAME|TIMEZONE)[;:]", re.IGNORECASE)
WANTED = re.compile(
    r"(?:UID|RECURRENCE-ID|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|URL|ORGANIZER|ATTENDEE|STATUS|RRULE|EXDATE|RDATE"
    r"|CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-SKYPETEAMSMEETINGURL)[;:]",
    re.IGNORECASE,
)
LINE = re.compile(r'([A-Za-z0-9-]++)((?:;[^;:="]++(?:=(?:"[^"]*+"|[^";:])*+)?+)*+):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([^;:="]++)=((?:"[^"]*+"|[^";:])*+)')
CARETS = {"^n": "\n", "^'": '"', "^^": "^"}
CARET = re.compile(r"\^[n'^]")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Line(NamedTuple):
    """A content line: its name and its parameters' names in capitals, its value as written."""

    name: str
    params: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, without its backslashes."""
        return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


class Piece(NamedTuple):
    """An event or a zone between its BEGIN and END, or a single line about the calendar (its sort is empty)."""

    where: str
    sort: str
    lines: list[str]
    is_whole: bool = False


def pieces(source: Source, encoding: str | None) -> Iterator[Piece]:
    """Every event, every zone and the lines about the calendar, in the order of the file."""
    held: Piece | None = None
    depth = 0
    for number, line in content_lines(source, encoding):
        mark = line.strip().upper() if BOUND.match(line) else ""
        if mark in OPENERS:
            if held:
                yield held
            held, depth = Piece(f"line {number}", OPENERS[mark], []), 0
        elif held is None:
            yield from about(number, line)
        elif mark == f"END:{held.sort}":
            yield held._replace(is_whole=True)
            held = None
        else:
            depth += mark.startswith("BEGIN:") - mark.startswith("END:")
            held.lines.extend(kept(held, line, is_inner=depth > 0))
    if held:
        yield held


def about(number: int, line: str) -> Iterator[Piece]:
    """The line, if it says something about the calendar that is asked later."""
    if ABOUT.match(line):
        yield Piece(f"line {number}", "", [line], is_whole=True)


def kept(piece: Piece, line: str, *, is_inner: bool) -> Iterator[str]:
    """The line, if it is asked later: all of a zone, little of an event, nothing of its alarms."""
    is_asked = piece.sort == ZONE or (not is_inner and WANTED.match(line))
    if is_asked and len(piece.lines) < MOST_LINES:
        yield line


def content_lines(source: Source, encoding: str | None) -> Iterator[tuple[int, str]]:
    """The unfolded lines with the number of the first line each stands in.

    A fold may cut a letter in two, so bytes are unfolded, as Latin-1, which has a letter for each, and then read.
    """
    otherwise = encoding_of(source, encoding)
    is_wide = otherwise.startswith("utf-16")
    with source.open() as stream:
        text = TextIOWrapper(stream, otherwise if is_wide else "latin-1", errors="replace", newline="")
        for number, line in unfolded(text):
            yield number, (line if is_wide else decoded(line.encode("latin-1"), otherwise)).lstrip("\ufeff")


def decoded(line: bytes, otherwise: str) -> str:
    """The line as UTF-8, or if it is none in the other encoding."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(otherwise, errors="replace")


def unfolded(text: TextIO) -> Iterator[tuple[int, str]]:
    """Lines joined with those that continue them, each cut where it grows too long."""
    held, size, begun, number = [""], 0, 1, 0
    is_new = True
    while raw := text.readline(LONGEST):
        bare = raw.rstrip("\r\n")
        number += is_new
        is_fold = is_new and bare[:1] in {" ", "\t"}
        if is_new and not is_fold and bare:
            yield begun, "".join(held)
            held, size, begun = [], 0, number
        if size < LONGEST:
            held.append(bare[1:] if is_fold else bare)
            size += len(bare)
        is_new = raw != bare
    yield begun, "".join(held)


def read_line(line: str) -> Line | None:
    """A content line taken apart; none when it is not one."""
    if not (match := LINE.fullmatch(line)):
        return None
    found = PARAMETER.findall(match[2])
    params = {name.strip().upper(): CARET.sub(lambda each: CARETS[each[0]], value.strip('"')) for name, value in found}
    return Line(match[1].upper(), params, match[3])
