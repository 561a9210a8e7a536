"""The entries of a journal as the files other programs keep: the same texts on the same dates for each."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

FOLDER_OF_TEXT = "entries"


class Entry(NamedTuple):
    """One contact: when, with whom, what was said."""

    number: int
    at: datetime
    handle: str
    name: str
    text: str


def entries(journal: Path) -> list[Entry]:
    """Every contact of a netlog journal with its first person, oldest first."""
    query = """
        SELECT interaction.id, at, handle, name, text
        FROM interaction JOIN participant ON interaction_id = interaction.id JOIN person ON person.id = person_id
        WHERE participant.id = (SELECT min(id) FROM participant WHERE interaction_id = interaction.id) ORDER BY at
    """
    with closing(sqlite3.connect(f"file:{journal}?mode=ro", uri=True)) as connection:
        rows = connection.execute(query).fetchall()
    return [Entry(number, datetime.fromisoformat(at), *rest) for number, at, *rest in rows]


def jrnl(home: Path, found: Sequence[Entry]) -> None:
    """One text file, and the configuration that names it."""
    journal = home / "journal.txt"
    journal.write_text("".join(f"[{e.at:%F %r}] {e.name}: {e.text}\n\n" for e in found), encoding="utf-8")
    settings = JRNL.format(journal=journal)
    written(home / ".config/jrnl/jrnl.yaml", settings)


JRNL = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: '{journal}'}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %r'
version: '4.6'
"""


def khard(home: Path, found: Sequence[Entry]) -> None:
    """One vCard for every entry, the text as its note."""
    book = home / FOLDER_OF_TEXT
    for e in found:
        written(book / f"{e.number}.vcf", VCARD.format(e=e, last=e.name.split()[-1], first=e.name.split()[0]))
    written(home / ".config/khard/khard.conf", f"[addressbooks]\n[[book]]\npath = {book}\n")
    written(home / "new.yaml", "First name : Zuzanna\nLast name : Próba\nNote : talked about the roadmap\n")


VCARD = """\
BEGIN:VCARD\r
VERSION:3.0\r
UID:entry-{e.number}\r
FN:{e.name}\r
N:{last};{first};;;\r
NOTE:{e.text}\r
REV:{e.at:%Y%m%dT%H%M%SZ}\r
END:VCARD\r
"""


def todoman(home: Path, found: Sequence[Entry]) -> None:
    """One to-do for every entry."""
    for e in found:
        written(home / FOLDER_OF_TEXT / f"{e.number}.ics", VTODO.format(e=e))
    settings = f'path = "{home}/*"\ndefault_list = "{FOLDER_OF_TEXT}"\n'
    written(home / ".config/todoman/config.py", settings)


VTODO = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:netlog benchmark\r
BEGIN:VTODO\r
UID:entry-{e.number}\r
DTSTAMP:{e.at:%Y%m%dT%H%M%SZ}\r
CREATED:{e.at:%Y%m%dT%H%M%SZ}\r
STATUS:NEEDS-ACTION\r
SUMMARY:{e.name}: {e.text}\r
END:VTODO\r
END:VCALENDAR\r
"""


def watson(home: Path, found: Sequence[Entry]) -> None:
    """One JSON file of frames, the text as the project, the person as the tag."""
    frames = [frame(e) for e in found]
    written(home / ".config/watson/frames", json.dumps(frames, indent=1, ensure_ascii=False))


def frame(entry: Entry) -> list[object]:
    """Start, end, project, id, tags and last change."""
    start, end = (int(moment.timestamp()) for moment in (entry.at, entry.at + timedelta(minutes=30)))
    return [start, end, entry.text, f"{entry.number:032x}", [entry.handle], end]


def buku(home: Path, found: Sequence[Entry]) -> None:
    """One SQLite table of bookmarks, the text as the comment."""
    path = home / ".local/share/buku/bookmarks.db"
    path.parent.mkdir(parents=True)
    rows = ((e.number, f"https://example.org/{e.number}", e.name, f",{e.handle},", e.text) for e in found)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(BOOKMARKS)
        connection.executemany("INSERT INTO bookmarks VALUES (?, ?, ?, ?, ?, 0)", rows)


BOOKMARKS = """
    CREATE TABLE bookmarks (
        id integer PRIMARY KEY, URL text NOT NULL UNIQUE, metadata text default '', tags text default ',',
        desc text default '', flags integer default 0
    )
"""


def written(path: Path, text: str) -> None:
    """Write a file, its folder first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


Layout = Callable[[Path, Sequence[Entry]], None]
