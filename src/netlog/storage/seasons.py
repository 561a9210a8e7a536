"""Seasons as they are stored, and whom each of them boosts."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from netlog.domain.seasons import PERSON, TAG, TIER, Season

BOOSTED = {
    TAG: "SELECT person_id FROM tag WHERE slug = ? AND person_id IS NOT NULL",
    TIER: "SELECT id FROM person WHERE tier = ?",
    PERSON: "SELECT id FROM person WHERE uuid = ?",
}


def every_season(connection: sqlite3.Connection) -> list[Season]:
    """Every season there is, was or will be."""
    rows = connection.execute("SELECT name, boost, factor, since_on, until_on FROM season ORDER BY id")
    return [Season(name, boost, factor, ordinal(since), ordinal(until)) for name, boost, factor, since, until in rows]


def ordinal(day: str) -> int:
    """A stored day as an ordinal."""
    return date.fromisoformat(day).toordinal()


def boosted(connection: sqlite3.Connection, boosts: Iterable[str]) -> set[int]:
    """The numbers of everybody that one of the boosts speaks of."""
    parted = (boost.partition(":") for boost in boosts)
    return {row[0] for sort, _, what in parted for row in connection.execute(BOOSTED[sort], (what,))}
