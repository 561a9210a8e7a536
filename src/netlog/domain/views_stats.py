"""How the network is doing, or one tie, in counts."""

from datetime import date
from typing import NamedTuple

from netlog.domain.calibration import Held
from netlog.domain.views_promises import PromiseCount


class TierCount(NamedTuple):
    """How one tier stands: people, and how many are in each state."""

    tier: str
    target_days: int | None
    people: int
    warm: int
    due: int
    drifting: int
    dormant: int


class MonthCount(NamedTuple):
    """Interactions of one month, `YYYY-MM`."""

    month: str
    interactions: int
    people: int


class Stats(NamedTuple):
    """How the network, or one person's tie, is doing, with counts beside every share."""

    today: date
    person: str | None
    people: int
    interactions: int
    first_on: date | None
    months: tuple[MonthCount, ...]
    days: tuple[tuple[date, int], ...]
    kinds: tuple[tuple[str, int], ...]
    started_by_me: int
    started_by_them: int
    mutual: int
    tiers: tuple[TierCount, ...]
    concentration: tuple[int, int] | None
    """Contacts of the last year with the five most seen people, and with all; None when too few."""
    answered: tuple[int, int] | None
    """Outreach of the last year that was answered, and all outreach; None when too few."""
    held: tuple[Held, ...] | None = None
    """Forecasts of half a year, by fifths of the chance, and what came true; None when fewer than 30."""
    pace: float | None = None
    """How readily ties come back, 1 being usual; None when there is too little to tell."""
    promises: tuple[PromiseCount, ...] = ()
    """What became of the promises of each side that made any."""
    introduced: tuple[int, int] | None = None
    """Introductions made of which an outcome was heard, and all that were made; None when none was."""
    became_ties: tuple[int, int] | None = None
    """Of the people met in the last year, with how many a real contact followed, and all; None when nobody was."""
