"""Everything the journal knows about one person."""

from datetime import date
from typing import NamedTuple

from netlog.domain.views import Entry, Fact, TieState
from netlog.domain.views_exchanges import Exchange
from netlog.domain.views_introductions import Introduced
from netlog.domain.views_mentoring import Mentorship
from netlog.domain.views_promises import Promise


class Dossier(NamedTuple):
    """Everything the journal knows about one person."""

    today: date
    tie: TieState
    company: str | None
    role: str | None
    place: str | None
    met: str | None
    met_on: date | None
    via: str | None
    event: str | None
    birthday: str | None
    cadence: str
    is_kin: bool
    snoozed_until: date | None
    paused_on: date | None
    ended_on: date | None
    ended_why: str | None
    aliases: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    urls: tuple[str, ...]
    tags: tuple[str, ...]
    can: tuple[str, ...]
    wants: tuple[str, ...]
    facts: tuple[Fact, ...]
    contacts: int
    first_on: date | None
    last_on: date | None
    started_by_me: int
    started_by_them: int
    timeline: tuple[Entry, ...]
    timeline_total: int
    introductions: tuple[Introduced, ...] = ()
    introduced_me_to: tuple[str, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    """The newest few; `flows` counts all of them."""
    flows: tuple[tuple[str, int], ...] = ()
    promises: tuple[Promise, ...] = ()
    """The open ones, mine first."""
    mentorships: tuple[Mentorship, ...] = ()
    """Those that run."""
    promises_kept_by_me: int = 0
    promises_kept_by_them: int = 0
    private_facts: int = 0
    """How many facts are private and left out."""
