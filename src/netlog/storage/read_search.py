"""Full-text search over everything written, with snippets of our own."""

import re
from datetime import date
from typing import Any

from netlog.domain.people import spoken
from netlog.domain.snippets import snippet
from netlog.domain.views import Hit
from netlog.rows import Filters
from netlog.storage.queries import Queries, entry_conditions, person_conditions, where

NEWEST = 400
"""A common word may stand in a million places: this many of the newest are weighed."""

PHRASE = re.compile(r'"([^"]*)"|(\S+)')
LIMITED_TO_ENTRIES = ("kind", "since", "until")


def search_words(query: str) -> list[str]:
    """The folded words or quoted phrases of a query, without the characters that FTS5 would read as its own."""
    groups = (spoken(quoted or word) for quoted, word in PHRASE.findall(query))
    return [" ".join(group) for group in groups if group]


def fts_query(words: list[str]) -> str:
    """Every word quoted, the last letters free, all required: nothing typed is read as an operator."""
    return " ".join(f'"{word}"*' for word in words)


class SearchQueries(Queries):
    """Reads by what was written."""

    def search(self, query: str, filters: Filters, *, limit: int) -> tuple[list[Hit], int, bool]:
        """The best hits, how many were weighed, and whether there may be more that were not."""
        words = search_words(query)
        rows = self.passages(words, filters) if words else []
        ranked = sorted(rows, key=lambda row: rank(row, words), reverse=True)
        hits = [self.hit(source, number, words) for source, number, *_ in ranked[:limit]]
        return hits, len(rows), len(rows) == NEWEST

    def passages(self, words: list[str], filters: Filters) -> list[tuple[str, int, str, str]]:
        """(source, number, folded text, day) of the newest passages with all the words."""
        only, values = passage_conditions(filters)
        return self.all(
            f"""
            WITH newest AS (
                SELECT rowid AS id FROM passage_search WHERE passage_search MATCH :words {only}
                ORDER BY rowid DESC LIMIT :newest
            )
            SELECT source, source_id, folded,
                   coalesce((SELECT on_day FROM interaction WHERE source = 'entry' AND id = source_id), '')
            FROM newest JOIN passage ON passage.id = newest.id
            ORDER BY newest.id DESC
            """,
            {**values, "words": fts_query(words), "newest": NEWEST},
        )

    def hit(self, source: str, number: int, words: list[str]) -> Hit:
        """A place where the words stand, as the reader will see it."""
        on, kind, text, people = getattr(self, f"{source}_hit")(number)
        shown, spans = snippet(text, words)
        handles, names = tuple(row[0] for row in people), tuple(row[1] for row in people)
        return Hit(source, number, date.fromisoformat(on) if on else None, handles, names, kind, shown, spans)

    def entry_hit(self, number: int) -> tuple[Any, ...]:
        """Day, kind, text and people of an interaction."""
        on, kind, text, place = self.all("SELECT on_day, kind, text, place FROM interaction WHERE id = ?", (number,))[0]
        tags = self.all("SELECT slug FROM tag WHERE interaction_id = ? ORDER BY slug", (number,))
        people = self.all(
            """
            SELECT handle, name FROM participant JOIN person ON person.id = person_id
            WHERE interaction_id = ? ORDER BY participant.id
            """,
            (number,),
        )
        extra = [f"at {place}"] * bool(place) + [f"+{tag}" for (tag,) in tags]
        return on, kind, " · ".join([text or kind, *extra]), people

    def fact_hit(self, number: int) -> tuple[Any, ...]:
        """Day, text and person of a fact."""
        on, text, handle, name = self.all(
            """
            SELECT on_day, text, handle, person.name FROM fact JOIN person ON person.id = person_id
            WHERE fact.id = ?
            """,
            (number,),
        )[0]
        return on, None, text, [(handle, name)]

    def person_hit(self, number: int) -> tuple[Any, ...]:
        """What is written on a person."""
        handle, name, *texts = self.all(
            """
            SELECT handle, name, role, company, place, met,
                   (SELECT group_concat(name, ', ') FROM alias WHERE person_id = person.id),
                   (SELECT group_concat(words, ', ') FROM topic WHERE person_id = person.id),
                   (SELECT group_concat('+' || slug, ' ') FROM tag WHERE person_id = person.id),
                   (SELECT group_concat(value, ', ') FROM contact WHERE person_id = person.id)
            FROM person WHERE id = ?
            """,
            (number,),
        )[0]
        return None, None, " · ".join([name, *(text for text in texts if text)]), [(handle, name)]

    def inbox_hit(self, number: int) -> tuple[Any, ...]:
        """Day and text of a note in the inbox."""
        on, text = self.all("SELECT on_day, text FROM inbox WHERE id = ?", (number,))[0]
        return on, None, text, []


def passage_conditions(filters: Filters) -> tuple[str, dict[str, Any]]:
    """What the filters ask of a passage: entries by their own fields, people and facts by their person.

    The plus before `rowid` has the hits read once and held against the set; without it FTS5 looks up every number
    of the set by itself, which takes a hundred times as long.
    """
    if not any(filters):
        return "", {}
    entry, values = entry_conditions(filters._replace(tier=None, near=None))
    if filters.tier or filters.near:
        of_people, more = chosen(Filters(tier=filters.tier, near=filters.near))
        entry += [f"interaction.id IN (SELECT interaction_id FROM participant WHERE person_id IN ({of_people}))"]
        values |= more
    parts = [PASSAGES.format(source="entry", chosen=f"SELECT interaction.id FROM interaction {where(entry)}")]
    if not any(getattr(filters, name) for name in LIMITED_TO_ENTRIES):
        people, more = chosen(filters)
        parts += [PASSAGES.format(source="person", chosen=people)]
        parts += [PASSAGES.format(source="fact", chosen=f"SELECT id FROM fact WHERE person_id IN ({people})")]
        values |= more
    return f"AND +rowid IN ({' UNION ALL '.join(parts)})", values


PASSAGES = "SELECT passage.id FROM passage WHERE source = '{source}' AND source_id IN ({chosen})"


def chosen(filters: Filters) -> tuple[str, dict[str, Any]]:
    """The query for the people who pass the filters, with its parameters."""
    conditions, values = person_conditions(filters)
    return f"SELECT person.id FROM person {where(conditions)}", values


def rank(row: tuple[str, int, str, str], words: list[str]) -> tuple[int, int, str, int]:
    """Best last: whole words before beginnings of words, people before entries, then the newest."""
    source, number, text, on = row
    padded = f" {' '.join(spoken(text[:2000]))} "
    whole = sum(f" {word} " in padded for word in words)
    return whole, int(source == "person"), on, number
