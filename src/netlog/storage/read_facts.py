"""Facts and what people look for, each with its day."""

from collections.abc import Collection
from datetime import date

from netlog.domain.people import slug
from netlog.rows import FactRow
from netlog.storage.queries import Queries
from netlog.storage.read_flows import chosen, dated

FACTS = """
    SELECT fact.id, person_id, handle, name, on_day, fact.text, sort, confirmed_on, is_private
    FROM fact JOIN person ON person.id = person_id
"""
SOUGHT = """
    SELECT coalesce(
        (
            SELECT max(on_day) FROM change JOIN operation ON operation.id = operation_id
            WHERE entity = 'topic' AND row_id = topic.id AND is_insertion AND undone IS NULL
        ),
        since_on
    ), words
    FROM topic JOIN person ON person.id = person_id WHERE side = 'wants' AND person_id = ? ORDER BY 1 DESC, topic.id
"""
"""The history knows when a topic was written down; one that came in another way is as old as the person."""


class FactQueries(Queries):
    """Reads of what is known."""

    def facts(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[FactRow]:
        """Facts, the oldest first; of one person, or of those numbers."""
        where, values = chosen("fact", ("person_id",), person=person, numbers=numbers)
        rows = self.all(f"{FACTS} {where} ORDER BY on_day, fact.id", values)
        return [FactRow._make((*dated(row[:-1], (4, 7)), bool(row[-1]))) for row in rows]

    def met_in_words(self, event: str) -> set[int]:
        """Everybody who was met where words, not an event, say so, if they come to that slug."""
        rows = self.all("SELECT id, met FROM person WHERE met IS NOT NULL AND event_id IS NULL")
        return {number for number, words in rows if slug(words) == event}

    def sought(self, person: int) -> list[tuple[date, str]]:
        """What a person looks for, each with the day it was written down, the newest first."""
        return [(date.fromisoformat(on), words) for on, words in self.all(SOUGHT, (person,))]
