"""Counts as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_stats import Stats
from netlog.render.plain import Row, rows

NETWORK = ("person", "people", "interactions", "first_on", "started_by_me", "started_by_them", "mutual")


def stats(view: Stats) -> Iterator[Row]:
    """The network field by field, then months, days, kinds and tiers; no row for what is too little data."""
    yield from ((name, getattr(view, name)) for name in NETWORK)
    yield from (("month", month.month, month.interactions, month.people) for month in view.months)
    yield from (("day", on, number) for on, number in view.days)
    yield from (("kind", kind, number) for kind, number in view.kinds)
    for tier in view.tiers:
        yield (
            "tier",
            tier.tier,
            tier.target_days,
            tier.people,
            tier.warm,
            tier.due,
            tier.drifting,
            tier.dormant,
        )
    if view.concentration:
        yield "concentration", *view.concentration
    if view.answered:
        yield "answered", *view.answered
    if view.introduced:
        yield "introduced", *view.introduced
    if view.became_ties:
        yield "became_ties", *view.became_ties
    if view.pace is not None:
        yield "pace", view.pace
    yield from (("forecast", *row) for row in view.held or ())
    yield from (("promises", *each) for each in view.promises)


rows.register(Stats, stats)
