"""Frozen answers about load: what the cadences ask for, what gets done, which tiers do not fit."""

from datetime import date
from typing import NamedTuple

from netlog.domain.capacity import Stretch


class RuleLoad(NamedTuple):
    """What one rule asks for; no `target_days` for days set on people, which differ."""

    rule: str
    target_days: int | None
    people: int
    per_week: float


class Week(NamedTuple):
    """Seven days and how many people they count."""

    since: date
    until: date
    people: int


class Forecast(NamedTuple):
    """What the present cadences ask for, what was done, and what comes due if nobody is seen."""

    today: date
    asked: tuple[RuleLoad, ...]
    asked_per_week: float
    per_day: float
    is_learned: bool
    """Whether the budget is read from the active days of the last four weeks, not set."""
    done: tuple[Week, ...]
    """The last eight weeks, up to yesterday; those before the first contact are left out."""
    done_per_week: float | None
    due_now: int
    coming: tuple[Week, ...]
    advice: str
    """What to do about cadences that ask for over 1.15 times what was done in 28 days; empty when they do not."""
    stretch: tuple[Stretch, ...]


class TierLoad(NamedTuple):
    """How one tier stands: `hidden` are snoozed, paused or resting; `per_week` is what its people ask for."""

    tier: str
    target_days: int | None
    people: int
    warm: int
    due: int
    drifting: int
    dormant: int
    hidden: int
    per_week: float


class Tiers(NamedTuple):
    """The tiers, and the tag rules that set somebody's days."""

    today: date
    tiers: tuple[TierLoad, ...]
    tag_rules: tuple[RuleLoad, ...]


class TierSuggestion(NamedTuple):
    """A tier that fits the rhythm better: `rhythm_days` is the mean between the full contact-days there were."""

    handle: str
    name: str
    tier: str | None
    suggested: str
    target_days: int
    suggested_days: int
    rhythm_days: float
    contacts: int
    reason: str


class TierSuggestions(NamedTuple):
    """Tiers to think about, the furthest from the rhythm first; never applied by themselves."""

    today: date
    suggestions: tuple[TierSuggestion, ...]
    judged: int
    """How many people have enough full contacts under a tier or the default to be judged."""
