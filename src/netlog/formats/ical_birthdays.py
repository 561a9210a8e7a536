"""Whose birthday an event of a calendar is."""

import re

from netlog.domain.birthdays import Birthday
from netlog.formats.ical_events import Event
from netlog.formats.ical_series import is_yearly
from netlog.interchange import Card

SPOKEN = re.compile(
    r"(?P<of>.+?)(?:['’]s?)?\s+(?:\d+(?:st|nd|rd|th)\s+)?birthday"
    r"|(?P<is>.+?)\s*[-–—:]\s*(?:birthday|compleanno|urodziny)"
    r"|(?:birthday|compleanno|urodziny)\s*[-–—:]\s*(?P<after>.+)"
    r"|birthday\s+of\s+(?P<whose>.+)|compleanno\s+(?:di|d['’])\s*(?P<di>.+)|urodziny\s+użytkownika\s+(?P<user>.+)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\s*[(*]\s*\*?((?:19|20)\d\d)\)?\s*$")
ORNAMENT = re.compile(r"^[^\w(]+|[^\w).]+$")
LONGEST = 200


def birthday_card(event: Event, where: str) -> Card | None:
    """The person whose birthday the event is; none when it is something else.

    The year is known only when the words give it: the event itself may begin in any year.
    """
    if not (event.start.is_day and is_yearly(event)) or event.guests or len(event.summary) > LONGEST:
        return None
    year = YEAR.search(event.summary)
    if not (match := SPOKEN.fullmatch(ORNAMENT.sub("", YEAR.sub("", event.summary)))):
        return None
    name = ORNAMENT.sub("", next(part for part in match.groups() if part))
    born = Birthday(int(year[1]) if year else None, event.start.wall.month, event.start.wall.day)
    if not name or (year and (born.month, born.day) == (2, 29) and int(year[1]) % 4):
        return None
    return Card(key=f"birthday:{event.uid}" if event.uid else "", where=where, name=name, birthday=str(born))
