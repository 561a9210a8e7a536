"""What is worth knowing before a meeting, and what is known of somebody."""

from datetime import date
from typing import NamedTuple

from netlog.domain.asking import Question
from netlog.domain.views import Entry


class KnownFact(NamedTuple):
    """A fact with its sort, and whether it is perhaps out of date; `id` is what `facts --confirm` takes."""

    id: int
    handle: str
    name: str
    on: date
    confirmed_on: date | None
    sort: str
    is_stale: bool
    text: str
    is_private: bool = False

    @property
    def known_on(self) -> date:
        """The day it was last known to be so."""
        return max(self.on, self.confirmed_on or self.on)


class FactList(NamedTuple):
    """Facts about one person, or about everybody, the oldest first; `private_facts` more are private and left out."""

    today: date
    person: str | None
    facts: tuple[KnownFact, ...]
    private_facts: int = 0


class OpenLoop(NamedTuple):
    """Something open between the two: `on` is the day it is for, or else since when it is open."""

    sort: str
    id: int
    on: date
    is_date: bool
    words: str


class Brief(NamedTuple):
    """Somebody on one screen: who, how met, the last contacts, what is open, what is known, what to ask about.

    `birthday_on` is the next birthday where it comes within 30 days.
    """

    today: date
    handle: str
    name: str
    role: str | None
    company: str | None
    place: str | None
    met: str | None
    met_on: date | None
    via: str | None
    birthday_on: date | None
    turns: int | None
    contacts: int
    last: tuple[Entry, ...]
    loops: tuple[OpenLoop, ...]
    can: tuple[str, ...]
    wants: tuple[str, ...]
    facts: tuple[KnownFact, ...]
    questions: tuple[Question, ...]


class EventBrief(NamedTuple):
    """Everybody who was met at an event or has an entry of it, by handle, a few lines each."""

    today: date
    event: str
    people: tuple[Brief, ...]
