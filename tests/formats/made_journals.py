"""Invented files of other journals, and what reading and writing them takes in a test."""

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netlog.formats.json_file import Json
from netlog.interchange import HEAD_BYTES, Card, Dated, Format, Reading, Record, Source, Stored, Talk, Writing

TODAY = date(2026, 11, 22)
READING = Reading(TODAY)

FRIENDS_MD = """\
### Activities:
- 2026-11-04: Got lunch with **Giulia Rossi** and **Łukasz Żak** in _Torino_. @food
- 2026-11-04: call with **Niamh O'Brien**: about her move to _Cork_ (soon)
- 2026-10-01: **Giulia Rossi**: pricing, and who could help @work @ask:people

### Notes:
- 2026-09-15: **Niamh O'Brien** found a house (_Cork_) @family

### Friends:
- Giulia Rossi (a.k.a. Giù a.k.a. La Rossi) [Torino] @science @work
- Niamh O'Brien @family
- Łukasz Żak [Kraków]

### Locations:
- Cork
- Kraków
- Torino
"""

JRNL_TEXT = """\
[2026-06-28 18:22] Lunch with @giulia_rossi and @łukasz. *
We spoke about pricing.
[not a date] and so this is body.

[2026-06-29 09:00] Rain all day.

[2026-06-30 21:05] Called @niamh about the house
"""

ANDROID_CHAT = """\
12/03/2026, 09:14 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
12/03/2026, 09:15 - Zofia Nowak: good morning
12/03/2026, 09:16 - Marco D'Angelo: buongiorno!
and a second line, 13/13/13 long
13/03/2026, 18:00 - Marco D'Angelo: <Media omitted>
"""


class Held(NamedTuple):
    """What there is to write, from records as they were read."""

    records: tuple[Record, ...] = ()
    today: date = TODAY

    def cards(self) -> Iterator[Card]:
        return (each for each in self.records if isinstance(each, Card))

    def talks(self) -> Iterator[Talk]:
        talks = [each for each in self.records if isinstance(each, Talk)]
        return iter(sorted(talks, key=lambda talk: talk.on))

    def dated(self) -> Iterator[Dated]:
        return iter(())

    def stored(self) -> Iterator[Stored]:
        return iter(())


def source(data: str | bytes, name: str = "export") -> Source:
    raw = data.encode() if isinstance(data, str) else data
    return Source(name, raw[:HEAD_BYTES], lambda: io.BytesIO(raw))


def records(form: Format, data: str | bytes, reading: Reading = READING, *, name: str = "export") -> list[Record]:
    assert form.read
    return list(form.read(source(data, name), reading))


def talks(found: list[Record]) -> list[Talk]:
    return [each for each in found if isinstance(each, Talk)]


def cards(found: list[Record]) -> list[Card]:
    return [each for each in found if isinstance(each, Card)]


def written(form: Format, *held: Record) -> str:
    assert form.write
    return "".join(form.write(Held(held), Writing()))


def how_sure(form: Format, data: str | bytes, name: str = "export") -> int:
    assert form.recognise
    return form.recognise(source(data, name))


def monica_contact(uuid: str, name: str, *data: Json, **properties: object) -> Json:
    first, _, last = name.partition(" ")
    held = {"first_name": first, "last_name": last, "is_partial": False, "is_dead": False, **properties}
    return {"uuid": uuid, "created_at": "2024-01-06T03:05:00.000000Z", "properties": held, "data": list(data)}


def monica_list(sort: str, *values: object) -> Json:
    return {"count": len(values), "type": sort, "values": list(values)}


def monica_record(uuid: str = "", /, **properties: object) -> Json:
    named = {"uuid": uuid} if uuid else {}
    return {**named, "created_at": "2024-01-16T09:15:00.000000Z", "properties": properties}


def monica_export(*data: Json, **instance: object) -> str:
    account = {"uuid": "a", "data": list(data), "properties": {"journal_entries": []}, "instance": instance}
    export = {"version": "1.0-preview.1", "app_version": "4.1.2", "exported_by": "me@example.org", "account": account}
    return json.dumps(export, ensure_ascii=False)


def monica_relation(one: str, sort: str, other: str) -> Json:
    return monica_record(type=sort, contact_is=one, of_contact=other)
