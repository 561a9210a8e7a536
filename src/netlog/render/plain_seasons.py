"""Seasons as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_seasons import Seasons
from netlog.render.plain import Row, rows


def seasons(view: Seasons) -> Iterator[Row]:
    """One row per season, those that run first."""
    return (tuple(each) for each in view.seasons)


rows.register(Seasons, seasons)
