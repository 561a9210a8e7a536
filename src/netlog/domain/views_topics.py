"""Frozen answers about topics: who can help with one, and whose wants meet whose offers."""

from datetime import date
from typing import NamedTuple


class Evidence(NamedTuple):
    """What speaks for somebody: offered, helped, role, tagged or mentioned; `on` is the latest day of it."""

    sort: str
    on: date | None
    times: int
    words: str


class Helper(NamedTuple):
    """Somebody who may help, with what speaks for it, the strongest first."""

    handle: str
    name: str
    evidence: tuple[Evidence, ...]


class Helpers(NamedTuple):
    """Who can help with a topic, best first; `is_partial` says that only the newest entries were weighed."""

    today: date
    topic: str
    people: tuple[Helper, ...]
    total: int
    is_partial: bool


class Match(NamedTuple):
    """Somebody looks for what somebody else can help with; `how` is the command that begins the introduction."""

    wants_handle: str
    wants_name: str
    wants: str
    can_handle: str
    can_name: str
    can: str
    how: str


class Matches(NamedTuple):
    """Introductions worth making, the newest wants first; `has_more` says that some were left out."""

    today: date
    matches: tuple[Match, ...]
    has_more: bool
