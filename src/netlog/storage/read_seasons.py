"""Seasons, and whom they boost."""

from netlog.domain.seasons import Season
from netlog.rows import SeasonRow
from netlog.storage.queries import Queries, day
from netlog.storage.seasons import boosted, every_season

SEASONS = """
    SELECT season.id, season.name, boost, handle, person.name, factor, season.since_on, season.until_on
    FROM season LEFT JOIN person ON boost = 'person:' || person.uuid ORDER BY season.since_on, season.id
"""


class SeasonQueries(Queries):
    """Reads of seasons."""

    def seasons(self) -> list[Season]:
        """Every season there is, was or will be, as the arithmetic needs it."""
        return every_season(self.connection)

    def season_rows(self) -> list[SeasonRow]:
        """Every season as stored, the earliest first."""
        rows = self.all(SEASONS)
        return [SeasonRow._make((*row, day(since), day(until))) for *row, since, until in rows]

    def boosted(self, boost: str) -> int:
        """How many people a boost speaks of."""
        return len(boosted(self.connection, (boost,)))
