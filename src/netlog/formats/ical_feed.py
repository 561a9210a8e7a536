"""What is due as a calendar that other programs subscribe to; the same day gives the same bytes."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from netlog.interchange import Dated, Outgoing, Writing

TITLES = {"due": "Get in touch with {name}", "promise": "{name}: {words}", "birthday": "{name}'s birthday"}
OTHERWISE = "{name}: {words}"
NAME = "netlog"
REFRESHED = timedelta(hours=12)
REMINDED = timedelta(hours=9)
"""Nine in the morning, counted from the midnight the day begins with."""

END = b"END:VCALENDAR\r\n"
UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def write(outgoing: Outgoing, _: Writing) -> Iterator[str]:
    """The calendar in pieces: its beginning, an event for every day worth an entry, its end."""
    yield calendar().to_ical().removesuffix(END).decode()
    stamp = datetime.combine(outgoing.today, time(), UTC)
    for dated in outgoing.dated():
        yield entry(dated, stamp).to_ical().decode()
    yield END.decode()


def calendar() -> Calendar:
    """The calendar without its events."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//{NAME}//{NAME}//EN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", NAME)
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    return made


def entry(dated: Dated, stamp: datetime) -> Event:
    """One whole day that takes no time, with a reminder in the morning."""
    title = sayable(TITLES.get(dated.sort, OTHERWISE).format(name=dated.name, words=dated.words))
    made = Event()
    made.add("uid", sayable(f"{dated.key}@{NAME}"))
    made.add("dtstamp", stamp)
    made.add("dtstart", dated.on)
    made.add("summary", title)
    if dated.words and dated.words not in title:
        made.add("description", sayable(dated.words))
    if dated.sort == "birthday":
        made.add("rrule", {"FREQ": ["YEARLY"]})
    made.add("transp", "TRANSPARENT")
    made.add("categories", [NAME])
    made.add_component(reminder(title))
    return made


def reminder(title: str) -> Alarm:
    """What rings on the morning of the day."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", title)
    made.add("trigger", REMINDED)
    return made


def sayable(text: str) -> str:
    """The text without what no calendar may hold."""
    return UNSAYABLE.sub("", text)
