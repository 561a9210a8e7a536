"""The entries of jrnl, as its JSON export and as its own text file: those that name somebody with an @."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netlog.domain.interactions import NOTE
from netlog.errors import FormatProblem, shorten
from netlog.formats.day_order import DayOrder
from netlog.formats.decoding import opened_text
from netlog.formats.jrnl_stamp import Stamp, numbers_in, read_stamp
from netlog.formats.json_file import day, load, objects, text, values
from netlog.formats.told import OUTSIDE, digest, is_outside, kind_in, once_more
from netlog.interchange import Format, Mention, Reading, Record, Rejected, Skipped, Source, Talk

NAMED = re.compile(r"(?<![\w@.+-])@([\w+*#/-]*\w)")
HEADER = re.compile(r"\[([^\]\\]{6,40})\] (.*)", re.DOTALL)
OTHER_SYMBOLS = "#+%&"
STARRED = "starred"
DEFAULT_HEADER = re.compile(r"\[[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?: [AP]M)?\] \S")


class Entry(NamedTuple):
    """An entry: where it stands, when it was written, its title, all of its words, and what it is marked with."""

    where: str
    on: date
    time: str
    title: str
    words: str
    tags: tuple[str, ...]
    uuid: str = ""


def recognise_json(source: Source) -> int:
    """Sure where the keys of an export stand in an object."""
    head = source.head.decode("utf-8-sig", errors="replace").lstrip()
    keys = ('"entries"', '"title"', '"body"', '"starred"')
    found = sum(key in head for key in keys) if head.startswith("{") else 0
    return {4: 95, 3: 60}.get(found, 0)


def recognise_text(source: Source) -> int:
    """Sure where the file begins with a date and a time as jrnl writes them unless told otherwise."""
    first = next((line for line in source.head.decode("utf-8-sig", errors="replace").splitlines() if line.strip()), "")
    if DEFAULT_HEADER.match(first):
        return 85
    found = HEADER.match(first)
    return 51 if found and (numbers_in(found[1]) or read_stamp(found[1], None)) else 0


def read_json(source: Source, reading: Reading) -> Iterator[Record]:
    """The contacts and notes that the entries of an export tell of."""
    whole = load(source, reading.encoding)
    if not isinstance(whole.get("entries"), list):
        raise FormatProblem(f"{shorten(source.name)} has no entries", hint="write it with: jrnl --format json")
    seen: Counter[str] = Counter()
    for number, record in enumerate(objects(whole, "entries"), start=1):
        where, on = f"entry {number}", day(record, "date")
        if on is None:
            yield Rejected(where, "no day")
            continue
        title = text(record, "title")
        symbols = tuple(tag for tag in values(record, "tags") if isinstance(tag, str))
        tags = tuple(tag[1:] for tag in symbols if tag[:1] in OTHER_SYMBOLS and tag[1:])
        words = "\n".join(filter(None, (title, text(record, "body"))))
        starred = (STARRED,) if record.get("starred") is True else ()
        entry = Entry(where, on, text(record, "time"), title, words, (*starred, *tags), text(record, "uuid"))
        yield _talk(entry, reading, seen)


def read_text(source: Source, reading: Reading) -> Iterator[Record]:
    """The contacts and notes that the entries of a journal tell of."""
    order = DayOrder(reading.today)
    for stamp, _, _ in _headers(source, reading):
        if numbers := numbers_in(stamp):
            order.see(*numbers)
    reader, seen, count = order.reader(said=reading.day_first), Counter[str](), 0
    lines: list[str] = []
    where, opened = "", None
    for stamp, line, number in _headers(source, reading, is_whole=True):
        if stamp and (found := read_stamp(stamp, reader)):
            if opened:
                yield _talk(_entry(where, opened, lines), reading, seen)
            where, opened, lines, count = f"line {number}", found, [], count + 1
            line = line[len(stamp) + 3 :]
        lines.append(line)
    if not opened:
        raise FormatProblem(
            f"{shorten(source.name)} has no entry of jrnl", hint="an entry begins: [2026-11-20 18:30] …"
        )
    yield _talk(_entry(where, opened, lines), reading, seen)


def _headers(source: Source, reading: Reading, *, is_whole: bool = False) -> Iterator[tuple[str, str, int]]:
    """What stands in brackets at the beginning of a line, the line and its number; or every line."""
    with opened_text(source, reading.encoding) as stream:
        for number, line in enumerate(stream, start=1):
            line = line.replace("\x00", "\N{REPLACEMENT CHARACTER}").rstrip("\r\n")
            found = HEADER.match(line + " ")
            if found or is_whole:
                yield found[1] if found else "", line, number


def _entry(where: str, stamp: Stamp, lines: list[str]) -> Entry:
    """The entry of those lines: an asterisk at the end of its first line makes it a starred one."""
    first = lines[0].strip()
    is_starred = first.endswith("*")
    first = first.rstrip(" *") if is_starred else first
    words = "\n".join([first, *(line.rstrip() for line in lines[1:])]).strip()
    return Entry(where, stamp.on, stamp.time, first, words, (STARRED,) if is_starred else ())


def _talk(entry: Entry, reading: Reading, seen: Counter[str]) -> Record:
    """The contact an entry tells of, or a note where no word says what it was."""
    if is_outside(entry.on, reading):
        return Skipped(entry.where, OUTSIDE)
    names = (reading.person or "", *(name.replace("_", " ").strip() for name in NAMED.findall(entry.words)))
    people = tuple(Mention(name) for name in dict.fromkeys(filter(None, names)))
    if not people:
        return Skipped(entry.where, "names nobody")
    key = entry.uuid or once_more(f"{entry.on} {entry.time}|{digest(entry.words)}", seen)
    kind = kind_in(NAMED.sub(" ", entry.title)) or NOTE
    return Talk(key, entry.where, entry.on, people, kind, entry.words, tags=entry.tags)


JSON = Format("jrnl-json", "the JSON export of jrnl", recognise_json, read_json, needs_people=True)
TEXT = Format("jrnl", "the text file of jrnl", recognise_text, read_text, needs_people=True)
