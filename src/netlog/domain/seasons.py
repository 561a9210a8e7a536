"""Seasons: for a while some ties pull more, by a factor the user gave."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

USUAL, MOST = 1.5, 3.0
"""The factor unless one is given, and the greatest; it is always above 1."""

TAG, TIER, PERSON = "tag", "tier", "person"


class Season(NamedTuple):
    """A season: whom it boosts (`tag:slug`, `tier:name` or `person:uuid`), by how much, and its days as ordinals.

    It ends before the day `until`.
    """

    name: str
    boost: str
    factor: float
    since: int
    until: int


NONE = Season("", "", 1.0, 0, 0)
"""What a tie is in when it is in no season."""


def is_boosted(boost: str, *, uuid: str, tier: str | None, tags: Collection[str]) -> bool:
    """Whether a boost speaks of this person."""
    sort, _, what = boost.partition(":")
    return what in {TAG: tags, TIER: (tier,), PERSON: (uuid,)}.get(sort, ())


def strongest(seasons: Iterable[Season], today: int) -> Season:
    """Of the seasons in force the one with the greatest factor, of equal ones the first by name: they do not add up."""
    in_force = (season for season in seasons if season.since <= today < season.until)
    return min(in_force, key=lambda season: (-season.factor, season.name), default=NONE)


def turning_points(seasons: Iterable[Season]) -> list[int]:
    """The days on which a season begins or is over."""
    return [day for season in seasons for day in (season.since, season.until)]
