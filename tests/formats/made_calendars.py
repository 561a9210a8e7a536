"""Invented calendars, and what reading them takes in a test."""

import io
from collections.abc import Iterator
from datetime import date

from netlog.formats.ical import FORMAT
from netlog.interchange import HEAD_BYTES, Card, Reading, Record, Rejected, Skipped, Source, Talk

TODAY = date(2026, 11, 20)
ME = "marco@example.com"
READING = Reading(TODAY, me=(ME, "Marco Bianchi"))

GUESTS = """\
ORGANIZER;CN=Giulia Rossi:mailto:giulia@example.it
ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Giulia Rossi:mailto:giulia@example.it
ATTENDEE;PARTSTAT=ACCEPTED;CN="Bianchi, Marco":MAILTO:Marco@example.com
"""

MEETING = f"""\
UID:one@example.it
DTSTART;TZID=Europe/Rome:20261104T100000
DTEND;TZID=Europe/Rome:20261104T113000
SUMMARY:Pricing\\, part two
LOCATION:Torino\\, via Po 1
{GUESTS}"""

WEEKLY = f"""\
UID:weekly@example.it
DTSTART;TZID=Europe/Rome:20261005T090000
DTEND;TZID=Europe/Rome:20261005T093000
RRULE:FREQ=WEEKLY;UNTIL=20261102T080000Z
EXDATE;TZID=Europe/Rome:20261019T090000
SUMMARY:Call with Giulia
{GUESTS}"""

OUTLOOK_ZONE = """\
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(*events: str, head: str = "") -> str:
    """A calendar with those events, each the lines between BEGIN and END, and lines before them."""
    inner = "".join(f"BEGIN:VEVENT\n{event.rstrip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{inner}END:VCALENDAR\n".replace("\n", "\r\n")


def a_calendar(content: str | bytes, name: str = "meetings.ics") -> Source:
    """The content as a file."""
    data = content.encode() if isinstance(content, str) else content
    return Source(name, data[:HEAD_BYTES], lambda: io.BytesIO(data))


def read(content: str | bytes, reading: Reading = READING, name: str = "meetings.ics") -> Iterator[Record]:
    """Every record of a calendar."""
    assert FORMAT.read
    return FORMAT.read(a_calendar(content, name), reading)


def talks(*events: str, head: str = "", reading: Reading = READING) -> list[Talk]:
    """The contacts of a calendar; nothing of it may be rejected."""
    found = list(read(calendar(*events, head=head), reading))
    assert not any(isinstance(each, Rejected) for each in found), found
    return [each for each in found if isinstance(each, Talk)]


def days(*events: str, head: str = "", reading: Reading = READING) -> list[str]:
    """The days of the contacts of a calendar."""
    return [each.on.isoformat() for each in talks(*events, head=head, reading=reading)]


def one_talk(event: str, head: str = "", reading: Reading = READING) -> Talk:
    """The only contact of a calendar."""
    (found,) = talks(event, head=head, reading=reading)
    return found


def reasons(*events: str, reading: Reading = READING) -> list[str]:
    """Why events were left out or cannot be read; nothing else may be in the calendar."""
    found = list(read(calendar(*events), reading))
    return [each.reason for each in found if isinstance(each, Rejected | Skipped)] if found else ["nothing"]


def card(event: str) -> Card:
    """The only person of a calendar."""
    (found,) = read(calendar(event))
    assert isinstance(found, Card), found
    return found


def changed(event: str, **lines: str) -> str:
    """The event with lines of those names (`_` for `-`) instead of its own; an empty one is left out."""
    names = {name.replace("_", "-"): value for name, value in lines.items()}
    kept = [line for line in event.splitlines() if line.split(":")[0].split(";")[0] not in names]
    return "\n".join([*kept, *(f"{name}{value}" for name, value in names.items() if value)])
