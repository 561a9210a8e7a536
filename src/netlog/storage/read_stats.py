"""Counts over the whole journal, or over one person's part of it."""

from datetime import date
from typing import Any

from netlog.domain.views_promises import PromiseCount
from netlog.rows import TierRow
from netlog.storage import calibrated
from netlog.storage.queries import Queries

MINE = "AND interaction.id IN (SELECT interaction_id FROM participant WHERE person_id = :person)"
STATE = """
    CASE WHEN due_on IS NULL THEN 'none'
         WHEN hidden_until > :today THEN 'hidden'
         WHEN dormant_on <= :today THEN 'dormant'
         WHEN fading_on <= :today THEN 'drifting'
         WHEN drifting_on <= :today THEN 'drifting'
         WHEN lapse_exact <= :today THEN 'due'
         ELSE 'warm' END
"""


class StatsQueries(Queries):
    """Aggregates; `person` narrows each to one person. A note does not count as an interaction."""

    def counted(self, what: str, tail: str, person: int | None, **values: Any) -> list[Any]:  # noqa: ANN401
        """Rows of an aggregate over the interactions that count, up to today."""
        today = date.fromordinal(self.reckoning.today).isoformat()
        return self.all(
            f"""
            SELECT {what} FROM interaction
            WHERE kind <> 'note' AND on_day <= :until {MINE if person else ""} {tail}
            """,
            {"person": person, "until": today, **values},
        )

    def totals(self, person: int | None) -> tuple[int, date | None]:
        """How many interactions, and the day of the first."""
        count, first = self.counted("count(*), min(on_day)", "", person)[0]
        return count, date.fromisoformat(first) if first else None

    def months(self, person: int | None, *, since: date) -> list[tuple[str, int]]:
        """(YYYY-MM, interactions) from that day on, only months with any."""
        tail = "AND on_day >= :since GROUP BY 1 ORDER BY 1"
        return self.counted("substr(on_day, 1, 7), count(*)", tail, person, since=since.isoformat())

    def people_by_month(self, person: int | None, *, since: date) -> dict[str, int]:
        """How many different people each month."""
        return dict(
            self.all(
                """
                SELECT substr(on_day, 1, 7), count(DISTINCT person_id) FROM contact_day
                WHERE worth > 0 AND on_day BETWEEN :since AND :until AND (:person IS NULL OR person_id = :person)
                GROUP BY 1
                """,
                {"since": since.isoformat(), "until": self.until, "person": person},
            )
        )

    @property
    def until(self) -> str:
        """Today as ISO text."""
        return date.fromordinal(self.reckoning.today).isoformat()

    def days(self, person: int | None, *, since: date) -> list[tuple[date, int]]:
        """(day, interactions) from that day on, only days with any."""
        tail = "AND on_day >= :since GROUP BY 1 ORDER BY 1"
        rows = self.counted("on_day, count(*)", tail, person, since=since.isoformat())
        return [(date.fromisoformat(on), count) for on, count in rows]

    def kinds(self, person: int | None) -> list[tuple[str, int]]:
        """(kind, interactions), most frequent first."""
        return self.counted("kind, count(*)", "GROUP BY 1 ORDER BY 2 DESC, 1", person)

    def started(self, person: int | None) -> dict[str, int]:
        """Interactions by direction."""
        return dict(self.counted("direction, count(*)", "GROUP BY 1", person))

    def tiers(self) -> list[TierRow]:
        """(tier or empty, state, people) of everybody whose tie has not ended."""
        rows = self.all(
            f"""
            SELECT coalesce(tier, ''), {STATE}, count(*)
            FROM tie JOIN person ON person.id = person_id
            WHERE ended_on IS NULL GROUP BY 1, 2
            """,
            {"today": self.reckoning.today},
        )
        return [TierRow(*row) for row in rows]

    def most_seen(self, *, since: date) -> list[int]:
        """Contacts of each person from that day on, most first."""
        query = """
            SELECT count(*) FROM contact_day WHERE worth > 0 AND on_day BETWEEN ? AND ?
            GROUP BY person_id ORDER BY 1 DESC
        """
        return [row[0] for row in self.all(query, (since.isoformat(), self.until))]

    def answered(self, *, since: date) -> tuple[int, int]:
        """Outreach from that day on that something from them, or together, followed; and all of it."""
        row = self.all(
            """
            SELECT coalesce(sum(EXISTS (
                       SELECT 1 FROM contact_day AS answer
                       WHERE answer.person_id = sent.person_id AND answer.direction IN ('in', 'mutual')
                             AND answer.on_day BETWEEN sent.on_day AND :until
                   )), 0), count(*)
            FROM contact_day AS sent
            WHERE sent.direction = 'out' AND sent.on_day BETWEEN :since AND :until
            """,
            {"since": since.isoformat(), "until": self.until},
        )[0]
        return row[0], row[1]

    def promise_counts(self, person: int | None) -> list[PromiseCount]:
        """What became of the promises of each side that made any, mine first."""
        rows = self.all(
            """
            SELECT side, sum(outcome IS NULL), total(outcome = 'kept'), total(outcome = 'kept' AND due_on IS NOT NULL),
                   total(outcome = 'kept' AND closed_on <= due_on), sum(postponed > 0), total(outcome = 'dropped')
            FROM promise WHERE :person IS NULL OR person_id = :person GROUP BY side ORDER BY side
            """,
            {"person": person},
        )
        return [PromiseCount(side, *map(int, numbers)) for side, *numbers in rows]

    def introduced(self) -> tuple[int, int]:
        """Introductions made of which an outcome was written down, and all that were made."""
        query = "SELECT count(CASE WHEN state = 'done' THEN outcome END), count(*) FROM introduction WHERE made_on <= ?"
        heard, made = self.all(query, (self.until,))[0]
        return heard, made

    def became_ties(self, *, since: date) -> tuple[int, int]:
        """People met from that day on with whom a full contact followed on a later day, and all of them."""
        row = self.all(
            """
            SELECT coalesce(sum(EXISTS (
                       SELECT 1 FROM contact_day
                       WHERE person_id = person.id AND worth >= 0.5
                             AND on_day > coalesce(met_on, since_on) AND on_day <= :until
                   )), 0), count(*)
            FROM person WHERE imported_on IS NULL AND coalesce(met_on, since_on) BETWEEN :since AND :until
            """,
            {"since": since.isoformat(), "until": self.until},
        )[0]
        return row[0], row[1]

    def forecasts(self) -> calibrated.Cells:
        """What was said of past windows about everybody, and what came of it."""
        return calibrated.kept(self.connection)
