"""Files of contacts, read by what is in them: who, with whom, when. Nothing depends on a file's name."""

import csv
import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

COMMENTS = ("%", "#", "//")
DELIMITERS = (",", ";", "\t", None)
"""Tried in this order; None stands for any white space."""
GZIP = b"\x1f\x8b"
SAMPLE = 2000
SEVERAL = re.compile(r"[|;,]")
"""What stands between several recipients in one cell."""
WEIGHT_SPREAD = 0.01
"""A third column that spreads over less than this share of the fourth's range is a weight, not a time."""

HEADINGS = {
    "src": {"src", "source", "sender", "caller", "from", "user", "user_a", "userid1", "u", "i", "id1", "ego", "a"},
    "dst": {
        "dst",
        "target",
        "recipient",
        "receiver",
        "callee",
        "to",
        "user_b",
        "userid2",
        "v",
        "j",
        "id2",
        "alter",
        "b",
    },
    "t": {
        "t",
        "time",
        "timestamp",
        "date",
        "datetime",
        "eventdate",
        "start",
        "begin",
        "unixtime",
        "unix",
        "ts",
        "when",
    },
    "end": {"end", "stop", "finish", "until"},
    "duration": {"duration", "seconds", "length"},
}
ROLES = tuple(HEADINGS)


class Unreadable(Exception):
    """The file does not say who was in contact with whom, and when."""


class Row(NamedTuple):
    """One line of a log: names as written, the moment in the file's own unit."""

    src: str
    dst: str
    t: float
    end: float


class Sheet(NamedTuple):
    """The rows of a file, and how many of its lines said nothing that can be used."""

    rows: list[Row]
    columns: tuple[str, ...]
    odd_lines: int
    has_end: bool
    unanswered: int


def sheet(path: Path, *, columns: Sequence[str] = ()) -> Sheet:
    """Everything the file says; `columns` names them in order (src dst t end duration -) instead of a guess."""
    lines = cells(path)
    if not lines:
        raise Unreadable(f"{path.name} holds no lines of at least three columns.")
    headed = is_header(lines)
    names = tuple(columns) or (by_heading(lines[0]) if headed else by_content(lines[:SAMPLE]))
    if not {"src", "dst", "t"} <= set(names):
        raise Unreadable(f"{path.name}: which columns are src, dst and t? Say it with --format.")
    return gathered(path, lines[1:] if headed else lines, names)


def cells(path: Path) -> list[list[str]]:
    """The lines of a file, plain or gzipped, cut into cells; comments and blank lines left out."""
    lines = [line for line in written(path).splitlines() if line.strip() and not line.lstrip().startswith(COMMENTS)]
    fitting = [mark for mark in DELIMITERS if _fits(lines[:100], mark)]
    return list(_cut(lines, fitting[0])) if fitting else []


def written(path: Path) -> str:
    """The text of a file, whether gzipped or not and whatever its name says."""
    content = path.read_bytes()
    try:
        plain = gzip.decompress(content) if content.startswith(GZIP) else content
    except (OSError, EOFError, zlib.error) as problem:
        raise Unreadable(f"{path.name} is gzipped, but damaged: {problem}.") from problem
    return plain.decode("utf-8-sig", errors="replace")


def _cut(lines: Iterable[str], delimiter: str | None) -> Iterator[list[str]]:
    if delimiter is None:
        return (line.split() for line in lines)
    return ([cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter))


def _fits(lines: Sequence[str], delimiter: str | None) -> bool:
    widths = [len(row) for row in _cut(lines, delimiter)]
    usual, often = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return usual >= 3 and often >= 0.9 * len(widths)


def is_header(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the first line names columns: it holds no moment, and the second one does."""
    return len(lines) > 1 and not any(map(_is_moment, lines[0])) and any(map(_is_moment, lines[1]))


def by_heading(header: Sequence[str]) -> tuple[str, ...]:
    """What each column is, by its name."""
    words = [cell.strip().lower().replace(" ", "_") for cell in header]
    return tuple(next((role for role in ROLES if word in HEADINGS[role]), "-") for word in words)


def by_content(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What each column is, by position: `src dst t`, unless the figures say otherwise."""
    width = Counter(map(len, lines)).most_common(1)[0][0]
    whole = [line for line in lines if len(line) == width]
    if _begins_with_time(whole):
        return ("t", "src", "dst")
    if width == 3:
        return ("src", "dst", "t")
    third, fourth = ([moment(line[column]) for line in whole] for column in (2, 3))
    return ("src", "dst", *_third_and_fourth(third, fourth))


def _third_and_fourth(third: Sequence[float | None], fourth: Sequence[float | None]) -> tuple[str, str]:
    pairs = [(a, b) for a, b in zip(third, fourth, strict=True) if a is not None and b is not None]
    if not pairs:
        return ("-", "t") if third[0] is None else ("t", "-")
    starts, ends = zip(*pairs, strict=True)
    if max(starts) - min(starts) < WEIGHT_SPREAD * (max(ends) - min(ends)):
        return "-", "t"
    return ("t", "end") if all(start <= end for start, end in pairs) else ("t", "-")


def _begins_with_time(lines: Sequence[Sequence[str]]) -> bool:
    """Times run upwards and are not names: the first column does and the last does not."""
    columns = [[line[column] for line in lines] for column in range(3)]
    first, last = ([moment(cell) for cell in columns[place]] for place in (0, 2))
    if not _runs_upwards(first) or _runs_upwards(last):
        return False
    return _shared(columns[1], columns[2]) > _shared(columns[0], columns[1])


def _runs_upwards(values: Sequence[float | None]) -> bool:
    known = [value for value in values if value is not None]
    return len(known) == len(values) and known == sorted(known) and known[0] != known[-1]


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    return len({*one} & {*other}) / len({*one} | {*other})


def moment(text: str) -> float | None:
    """A number as it stands, an ISO date and time as Unix seconds; None for anything else."""
    try:
        return float(text)
    except ValueError:
        pass
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).timestamp()


def _is_moment(text: str) -> bool:
    return moment(text) is not None


def gathered(path: Path, lines: Sequence[Sequence[str]], names: Sequence[str]) -> Sheet:
    """The rows under these names of columns; a negative duration marks a call nobody answered, which is no contact."""
    place = {role: names.index(role) for role in ROLES if role in names}
    rows: list[Row] = []
    odd = unanswered = 0
    for line in lines:
        found = _row(line, place)
        odd += found is None
        if found is None:
            continue
        if _missed(line, place):
            unanswered += 1
            continue
        rows += [found._replace(dst=name.strip()) for name in SEVERAL.split(found.dst) if name.strip()]
    if not rows or odd > len(lines) / 2:
        raise Unreadable(f"{path.name}: {odd} of {len(lines)} lines cannot be read as {' '.join(names)}.")
    return Sheet(rows, tuple(names), odd, "end" in place, unanswered)


def _row(line: Sequence[str], place: dict[str, int]) -> Row | None:
    if len(line) <= max(place[role] for role in ("src", "dst", "t")):
        return None
    start = moment(line[place["t"]])
    if start is None or not line[place["src"]] or not line[place["dst"]]:
        return None
    end = moment(line[place["end"]]) if "end" in place and len(line) > place["end"] else None
    return Row(line[place["src"]], line[place["dst"]], start, start if end is None else end)


def _missed(line: Sequence[str], place: dict[str, int]) -> bool:
    if "duration" not in place or len(line) <= place["duration"]:
        return False
    length = moment(line[place["duration"]])
    return length is not None and length < 0
