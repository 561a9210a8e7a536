"""Meetings of a calendar as contacts with people, and why an event is none."""

import re
from datetime import datetime, timedelta
from hashlib import sha256

from netlog.domain.interactions import KIND_WORDS, TALKS, Direction
from netlog.formats.ical_events import Event, is_person
from netlog.formats.ical_series import repeats
from netlog.formats.ical_zones import Moment
from netlog.formats.mail_addresses import Me
from netlog.interchange import Mention, Talk

MOST_PEOPLE = 50
VIDEO = re.compile(r"\bzoom\.(?:us|com)\b|\bmeet\.google\.|\bteams\.\w+\.|microsoft teams|\bwebex\b", re.I)
LINK = re.compile(r"\b(?:[a-z][a-z+.-]{1,20}://|www\.|meet\.google\.)\S*", re.I)
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
MINUTE = timedelta(minutes=1)


def unfit(event: Event, me: Me) -> str:
    """Why the event is no contact with anybody, in words that many share; empty when it is one."""
    if event.is_cancelled:
        return "cancelled"
    if any(guest.has_declined and me.is_mine(guest.mention) for guest in event.guests):
        return "declined by me"
    if len(event.guests) > MOST_PEOPLE:
        return "too many people"
    if people(event, me):
        return ""
    return "a whole day without guests" if event.start.is_day and not event.guests else "no other people"


def people(event: Event, me: Me) -> tuple[Mention, ...]:
    """Who else was there: the organiser and the guests, without rooms and those who declined."""
    away = {guest.mention.address.lower() for guest in event.guests if guest.has_declined or not guest.is_person}
    found = [guest.mention for guest in event.guests if guest.is_person and not guest.has_declined]
    if event.organiser and is_person(event.organiser) and event.organiser.address.lower() not in away - {""}:
        found.append(event.organiser)
    once: dict[str, Mention] = {}
    for mention in found:
        if not me.is_mine(mention):
            once.setdefault((mention.address or mention.name).lower(), mention)
    return tuple(once.values())


def talk(event: Event, start: Moment, me: Me, where: str) -> Talk:
    """The event as a contact, on the day it was for the reader."""
    instant = None if start.is_day else start.instant
    return Talk(
        key=key(event, start),
        where=where,
        on=instant.astimezone().date() if instant else start.wall.date(),
        people=people(event, me),
        kind=kind(event),
        text=event.summary,
        direction=direction(event, me),
        at=instant,
        minutes=None if start.is_day or event.lasts is None else event.lasts // MINUTE or None,
        place=" ".join(LINK.sub("", event.location).split()).strip(" ,;|-") or None,
    )


def key(event: Event, start: Moment) -> str:
    """What names the meeting for ever: the event, and of a series its day, even when it was moved since."""
    uid = event.uid or sha256(f"{event.start.wall}\n{event.summary}".encode()).hexdigest()[:32]
    if event.instead_of:
        return f"{uid}/{event.instead_of.seen_in(start.zone).date()}"
    return f"{uid}/{start.wall.date()}" if repeats(event) else uid


def kind(event: Event) -> str:
    """What sort of contact it was: by its links, else by its words."""
    if any(VIDEO.search(link) for link in event.links):
        return "video"
    said = (KIND_WORDS.get(word) for word in WORD.findall(event.summary.lower()))
    return next((each for each in said if each in TALKS), "meeting")


def direction(event: Event, me: Me) -> Direction:
    """Who began it, as far as the event has an organiser and it is known who I am."""
    if event.organiser is None or not is_person(event.organiser) or not (me.addresses or me.names):
        return Direction.MUTUAL
    return Direction.OUT if me.is_mine(event.organiser) else Direction.IN


def slack(first: datetime, last: datetime) -> tuple[datetime, datetime]:
    """The two times a day further apart: what the wall of any zone may show between them."""
    return first - timedelta(days=1), last + timedelta(days=1)
