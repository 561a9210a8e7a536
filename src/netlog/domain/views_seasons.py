"""Seasons: which ties pull more for a while."""

from datetime import date
from typing import NamedTuple


class SeasonView(NamedTuple):
    """A season: whom it boosts in words (`tag engineer`, `tier close` or a name), how many that are, and by what.

    It ends before the day `until_on`.
    """

    id: int
    name: str
    boost: str
    people: int
    factor: float
    since_on: date
    until_on: date
    is_running: bool


class Seasons(NamedTuple):
    """Every season, those that run first, the latest before the earlier."""

    today: date
    seasons: tuple[SeasonView, ...]
