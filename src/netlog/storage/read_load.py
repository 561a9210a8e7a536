"""What the cadences ask for, what gets done, and whose rhythm is another than the tier's."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from netlog.rows import FOREVER, StandingRow, SuggestibleRow
from netlog.storage.queries import Queries
from netlog.storage.read_stats import STATE

ASKING = "due_on IS NOT NULL AND hidden_until < :forever AND dormant_on > :today"
"""Ties that ask for check-ins: not let go, paused, resting or dormant."""

ON_THE_DAY = "max(due_on, hidden_until, :today)"
RULED_BY_MANY = "(tie.rule GLOB 'tier:*' OR tie.rule GLOB 'default*')"
FAR_OFF = """
    (2 * (tie.last - tie.first + target_days) < target_days * tie.days
     OR tie.last - tie.first + target_days > 2 * target_days * tie.days)
"""
"""`suggestions.side` as the log stands today; how it stood before is left to the domain."""


class LoadQueries(Queries):
    """Sums over ties and over the days of the last weeks."""

    def began_on(self) -> date | None:
        """The day of the first full contact, up to today."""
        first = self.one(
            """
            SELECT on_day FROM interaction AS seen WHERE on_day <= :today AND EXISTS (
                SELECT 1 FROM contact_day WHERE interaction_id = seen.id AND worth >= 0.5
            ) ORDER BY on_day LIMIT 1
            """,
            {"today": date.fromordinal(self.reckoning.today).isoformat()},
        )
        return date.fromisoformat(first) if first else None

    def done_by_day(self, *, since: date, until: date) -> list[tuple[date, int]]:
        """(day, people) of full contacts between the two days, only days with any, in order."""
        rows = self.all(
            """
            SELECT interaction.on_day, count(DISTINCT person_id)
            FROM interaction CROSS JOIN contact_day ON contact_day.interaction_id = interaction.id
            WHERE interaction.on_day BETWEEN :since AND :until AND worth >= 0.5
            GROUP BY interaction.on_day ORDER BY interaction.on_day
            """,
            {"since": since.isoformat(), "until": until.isoformat()},
        )
        return [(date.fromisoformat(on), people) for on, people in rows]

    def asked_per_day(self) -> float:
        """Check-ins a day that everybody's cadence asks for together: what `capacity.demand` makes of `standing`."""
        asked = self.one(
            f"SELECT sum(1.0 / target_days) FROM tie WHERE {ASKING}",
            {"today": self.reckoning.today, "forever": FOREVER},
        )
        return float(asked or 0)

    def is_within(self, people: int) -> bool:
        """Whether nobody has a higher number than that: numbers are never given twice."""
        return (self.one("SELECT max(id) FROM person") or 0) <= people

    def standing(self) -> list[StandingRow]:
        """How many people are under which rule and in which state, those whose tie has ended left out."""
        rows = self.all(
            f"""
            SELECT coalesce(tier, ''), tie.rule, value, target_days, {STATE}, coalesce({ASKING}, 0), count(*)
            FROM tie JOIN person ON person.id = person_id
            WHERE ended_on IS NULL GROUP BY 1, 2, 3, 4, 5, 6
            """,
            {"today": self.reckoning.today, "forever": FOREVER},
        )
        return [StandingRow(*row) for row in rows]

    def coming_due(self, *, weeks: int) -> dict[int, int]:
        """How many people come due if nobody is seen: by week ahead from 1, those who are due today under 0."""
        rows = self.all(
            f"""
            SELECT ({ON_THE_DAY} - :today + 6) / 7 AS week, count(*) FROM tie
            WHERE {ASKING} AND dormant_on > {ON_THE_DAY} AND week <= :weeks GROUP BY week
            """,
            {"today": self.reckoning.today, "forever": FOREVER, "weeks": weeks},
        )
        return dict(rows)

    def suggestible(self, *, fewest: int, kept_since: date) -> tuple[list[SuggestibleRow], int]:
        """Ties whose rhythm lies far off the target of their tier, by handle; and how many there are to judge by."""
        today = date.fromordinal(self.reckoning.today).isoformat()
        judged = f"""
            FROM tie JOIN person ON person.id = tie.person_id
            WHERE {ASKING} AND {RULED_BY_MANY} AND tie.days >= :fewest
                AND NOT coalesce(tier_kept_on BETWEEN :kept_since AND :today_text, 0)
        """
        values = {
            "today": self.reckoning.today,
            "forever": FOREVER,
            "fewest": fewest,
            "today_text": today,
            "kept_since": kept_since.isoformat(),
        }
        people = self.all(
            f"SELECT person.id, handle, name, tier, tie.rule, target_days {judged} AND {FAR_OFF} ORDER BY handle",
            values,
        )
        days = self.full_days([number for number, *_ in people], until=today)
        found = [SuggestibleRow._make((*row, days[number])) for number, *row in people]
        return found, self.one(f"SELECT count(*) {judged}", values)

    def full_days(self, people: Iterable[int], *, until: str) -> dict[int, tuple[int, ...]]:
        """The full contact-days of each of these people, as ascending ordinals."""
        rows = self.all(
            f"""
            SELECT DISTINCT person_id, on_day FROM contact_day
            WHERE person_id IN ({", ".join(map(str, people))}) AND worth >= 0.5 AND on_day <= ? ORDER BY 1, 2
            """,
            (until,),
        )
        by_person = groupby(rows, key=itemgetter(0))
        return {number: tuple(date.fromisoformat(on).toordinal() for _, on in days) for number, days in by_person}
