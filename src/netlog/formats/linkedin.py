"""LinkedIn's archive: Connections.csv of every generation; its messages are read next door."""

import re
from collections.abc import Iterator

from netlog.domain.contacts import contact_key
from netlog.domain.folding import fold
from netlog.errors import shorten
from netlog.formats.csv_cards import (
    Made,
    Scene,
    contacts_of,
    day_first,
    facts,
    facts_of,
    is_url,
    odd_contacts,
    one_line,
    read_cards,
)
from netlog.formats.csv_dates import read_past_day
from netlog.formats.csv_rows import Row, is_headed, named
from netlog.formats.linkedin_messages import MESSAGES
from netlog.formats.linkedin_names import called_by, profile_slug, profile_url
from netlog.interchange import Card, Format, Noted, Reading, Record, Rejected, Skipped, Source

__all__ = ["CONNECTIONS", "MESSAGES"]

COLUMNS = {
    "first name": "first",
    "last name": "last",
    "url": "url",
    "email address": "email",
    "company": "company",
    "position": "position",
    "connected on": "connected",
    "address": "address",
    "websites": "sites",
    "instant messengers": "messengers",
}
MEANING = named(COLUMNS, "first", "last", "connected")
OTHERWISE = {"address": "address", "messengers": "instant messenger"}

LINK = re.compile(r"https?://[^\s,;\]]+")


def read_connections(source: Source, reading: Reading) -> Iterator[Record]:
    """The connections, each on the day it was made, which is no contact."""
    scene = Scene(reading, day_first(source, reading, MEANING, "connected", otherwise=False))
    yield from read_cards(source, reading, MEANING, scene=scene, card_of=connection)


def connection(row: Row, scene: Scene) -> Made:
    """One connection; members who left have no name, and often nothing but the day."""
    called = called_by(row.one("first"), row.one("last"))
    url = profile_url(row.one("url"))
    if not called.name:
        if not url:
            return Skipped(row.where, "no name")
        return Rejected(row.where, f"a profile without a name: {shorten(url)}")
    emails, links = row.many("email"), [link for cell in row.many("sites") for link in LINK.findall(cell)]
    connected = row.one("connected")
    since = read_past_day(connected, scene.reading.today, day_first=scene.day_first)
    told = [*facts("credentials", (called.credentials,)), *facts_of(row, OTHERWISE)]
    if connected and since is None:
        told.append(Noted(f"connected on LinkedIn: {one_line(connected)}"))
    return Card(
        key=connection_key(row, called.name, str(since or connected)),
        where=row.where,
        name=called.name,
        company=one_line(row.one("company")) or None,
        role=one_line(row.one("position")) or None,
        contacts=contacts_of(emails, (), (url, *links)),
        facts=(*told, *odd_contacts(emails, (), (url,))),
        known_since=since,
    )


def connection_key(row: Row, name: str, connected: str) -> str:
    """The profile, else the address, else what else tells two rows apart."""
    if is_url(row.one("url")):
        return f"url:{profile_slug(row.one('url'))}"
    if email := row.one("email"):
        return f"mail:{contact_key(email)}"
    return f"row:{fold(name)}|{fold(row.one('company'))}|{connected}"


CONNECTIONS = Format(
    "linkedin",
    "LinkedIn connections (Connections.csv)",
    recognise=lambda source: 95 * is_headed(source, MEANING),
    read=read_connections,
)
