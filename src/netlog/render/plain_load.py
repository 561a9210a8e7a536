"""Forecast and tiers as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_load import Forecast, Tiers, TierSuggestions
from netlog.render.columns import COLUMNS
from netlog.render.plain import Row, rows

LOAD = ("asked_per_week", "per_day", "is_learned", "done_per_week", "due_now", "advice")


def forecast(view: Forecast) -> Iterator[Row]:
    """The sums field by field, then rules, weeks done, weeks ahead, and rules that may give way."""
    yield from ((name, getattr(view, name)) for name in LOAD)
    yield from (("asked", *rule) for rule in view.asked)
    yield from (("done", *week) for week in view.done)
    yield from (("coming", *week) for week in view.coming)
    yield from (("stretch", *each) for each in view.stretch)


def tiers(view: Tiers) -> Iterator[Row]:
    """One row per tier, then one per tag rule in use."""
    names = COLUMNS["tiers"][2:]
    yield from (("tier", tier.tier, *(getattr(tier, name) for name in names)) for tier in view.tiers)
    yield from (("tag_rule", *rule) for rule in view.tag_rules)


def tier_suggestions(view: TierSuggestions) -> Iterator[Row]:
    """One row per suggestion, the furthest from the rhythm first."""
    return (tuple(each) for each in view.suggestions)


rows.register(Forecast, forecast)
rows.register(Tiers, tiers)
rows.register(TierSuggestions, tier_suggestions)
