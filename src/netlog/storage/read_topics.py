"""What speaks for people: passages with certain words, and of whom each says something."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from netlog.rows_topics import ClueRow, TopicRow
from netlog.storage.queries import Queries, day
from netlog.storage.ties import batches, marks

BY_SOURCE = """
    SELECT source, source_id, passage.folded FROM passage_search JOIN passage ON passage.id = passage_search.rowid
    WHERE passage_search MATCH :words AND source {sources} ORDER BY passage_search.rowid DESC LIMIT :most
"""
UNLIMITED = -1
WRITTEN_ON = """(
    SELECT operation.on_day FROM change JOIN operation ON operation.id = operation_id
    WHERE entity = 'topic' AND row_id = topic.id AND is_insertion ORDER BY change.id DESC LIMIT 1
)"""
CLUES: Mapping[str, str] = {
    "person": f"""
        SELECT person.id, 'offered', {WRITTEN_ON}, words, 'person', topic.id
        FROM topic JOIN person ON person.id = person_id
        WHERE side = 'can' AND ended_on IS NULL AND person.id IN ({{chosen}})
        UNION ALL
        SELECT id, 'role', NULL, role || coalesce(' at ' || company, ''), 'person', id
        FROM person WHERE role IS NOT NULL AND ended_on IS NULL AND id IN ({{chosen}})
        UNION ALL
        SELECT id, 'role', NULL, company, 'person', id
        FROM person WHERE role IS NULL AND company IS NOT NULL AND ended_on IS NULL AND id IN ({{chosen}})
        UNION ALL
        SELECT person.id, 'tagged', NULL, slug, 'person', tag.id
        FROM tag JOIN person ON person.id = person_id WHERE ended_on IS NULL AND person.id IN ({{chosen}})
    """,
    "exchange": """
        SELECT person_id, 'helped', on_day, exchange.text, 'exchange', exchange.id
        FROM exchange JOIN person ON person.id = person_id
        WHERE flow = 'got' AND ended_on IS NULL AND exchange.id IN ({chosen})
    """,
    "entry": """
        SELECT person_id, 'mentioned', on_day, '', 'entry', interaction.id
        FROM interaction JOIN participant ON interaction_id = interaction.id JOIN person ON person.id = person_id
        WHERE ended_on IS NULL AND interaction.id IN ({chosen})
    """,
    "fact": """
        SELECT person_id, 'mentioned', on_day, '', 'fact', fact.id
        FROM fact JOIN person ON person.id = person_id WHERE ended_on IS NULL AND fact.id IN ({chosen})
    """,
}
"""Of whom the rows of each source say something; {chosen} are their numbers."""

TEXTS = {"entry": "SELECT text FROM interaction WHERE id = ?", "fact": "SELECT text FROM fact WHERE id = ?"}


def either(beginnings: Sequence[str]) -> str:
    """One of these beginnings of words, as FTS5 has it."""
    return " OR ".join(f'"{start}"*' for start in beginnings)


class TopicQueries(Queries):
    """Reads of what people can help with."""

    def passages_about(
        self, beginnings: Sequence[Sequence[str]], *, limit: int
    ) -> tuple[list[tuple[str, int, str]], bool]:
        """(source, number, folded text) of what holds a word beginning so for each; of entries the newest `limit`.

        The second answer is whether older entries were left out.
        """
        words = " AND ".join(f"({either(some)})" for some in beginnings)
        entries = self.all(BY_SOURCE.format(sources="= 'entry'"), {"words": words, "most": limit})
        others = self.all(
            BY_SOURCE.format(sources="IN ('person', 'exchange', 'fact')"), {"words": words, "most": UNLIMITED}
        )
        return [*others, *entries], len(entries) == limit

    def clues(self, source: str, numbers: Collection[int]) -> list[ClueRow]:
        """What these people, exchanges, entries or facts say of whom; who was let go is left out."""
        return [ClueRow(person, sort, day(on), *more) for person, sort, on, *more in self.said(source, numbers)]

    def said(self, source: str, numbers: Collection[int]) -> Iterator[Sequence[Any]]:
        """The rows of the clues, a few hundred sources at a time."""
        for batch in batches(numbers):
            query = CLUES[source]
            yield from self.all(query.format(chosen=marks(batch)), batch * query.count("{chosen}"))

    def text_of(self, source: str, number: int) -> str:
        """What was written in an entry or a fact."""
        return str(self.one(TEXTS[source], (number,)) or "")

    def topics(self) -> list[TopicRow]:
        """What everybody can help with or looks for, the earliest said first; who was let go is left out."""
        rows = self.all(
            """
            SELECT topic.id, person_id, handle, name, side, words FROM topic JOIN person ON person.id = person_id
            WHERE ended_on IS NULL ORDER BY topic.id
            """
        )
        return [TopicRow._make(row) for row in rows]
