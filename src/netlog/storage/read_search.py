"""Full-text search over everything written, with snippets of our own."""

import re
from datetime import date
from typing import Any

from netlog.domain.exchanges import flow_words
from netlog.domain.folding import fold
from netlog.domain.snippets import snippet
from netlog.domain.topics import words_of
from netlog.domain.views import Hit
from netlog.rows import Filters
from netlog.storage.queries import Queries, entry_conditions, person_conditions, where

NEWEST = 400
"""A common word may stand in a million places: this many of the newest are weighed."""

PHRASE = re.compile(r'"([^"]*)"|(\S+)')
LIMITED_TO_ENTRIES = ("kind", "since", "until")


def search_words(query: str) -> list[str]:
    """The folded words or quoted phrases of a query, without the characters that FTS5 would read as its own.

    An apostrophe parts words, as it does in the index: O'Brien is looked for as a phrase.
    """
    groups = (words_of(fold(quoted or word)) for quoted, word in PHRASE.findall(query))
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
                SELECT passage.id, source, source_id, passage.folded
                FROM passage_search CROSS JOIN passage ON passage.id = passage_search.rowid
                WHERE passage_search MATCH :words {only} ORDER BY passage_search.rowid DESC LIMIT :newest
            )
            SELECT source, source_id, folded,
                   coalesce((SELECT on_day FROM interaction WHERE source = 'entry' AND interaction.id = source_id), '')
            FROM newest ORDER BY newest.id DESC
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

    def promise_hit(self, number: int) -> tuple[Any, ...]:
        """Day, side, text and person of a promise."""
        on, side, text, handle, name = self.all(
            """
            SELECT made_on, side, text, handle, name FROM promise JOIN person ON person.id = person_id
            WHERE promise.id = ?
            """,
            (number,),
        )[0]
        return on, "promise" if side == "mine" else "promised", text, [(handle, name)]

    def exchange_hit(self, number: int) -> tuple[Any, ...]:
        """Day, way, text and person of help given, got or asked for."""
        on, flow, text, handle, name = self.all(
            """
            SELECT on_day, flow, text, handle, name FROM exchange JOIN person ON person.id = person_id
            WHERE exchange.id = ?
            """,
            (number,),
        )[0]
        return on, flow_words(flow), text, [(handle, name)]

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

    def mentorship_hit(self, number: int) -> tuple[Any, ...]:
        """Day, role, area and person of a mentorship, and why it ended."""
        on, role, area, why, handle, name = self.all(
            """
            SELECT began_on, mentorship.role, area, mentorship.ended_why, handle, name
            FROM mentorship JOIN person ON person.id = person_id WHERE mentorship.id = ?
            """,
            (number,),
        )[0]
        return on, role, " · ".join(part for part in (area, why) if part), [(handle, name)]

    def mentor_goal_hit(self, number: int) -> tuple[Any, ...]:
        """Day, text and person of a goal."""
        return self.of_mentorship("set_on, 'goal', mentor_goal.text", "mentor_goal", number)

    def agenda_item_hit(self, number: int) -> tuple[Any, ...]:
        """Day, text and person of something on an agenda."""
        return self.of_mentorship("added_on, 'agenda', agenda_item.text", "agenda_item", number)

    def mentor_session_hit(self, number: int) -> tuple[Any, ...]:
        """Day, topics, feedback and person of a session."""
        texts = " || char(10) || ".join(
            f"coalesce({name}, '')" for name in ("topics", "feedback_given", "feedback_got")
        )
        day = "(SELECT on_day FROM interaction WHERE id = interaction_id)"
        on, sort, text, people = self.of_mentorship(f"{day}, 'session', {texts}", "mentor_session", number)
        return on, sort, " · ".join(line for line in text.splitlines() if line), people

    def of_mentorship(self, columns: str, table: str, number: int) -> tuple[Any, ...]:
        """Three columns of a row that hangs on a mentorship, and the person."""
        *told, handle, name = self.all(
            f"""
            SELECT {columns}, handle, person.name FROM {table} JOIN mentorship ON mentorship.id = mentorship_id
            JOIN person ON person.id = person_id WHERE {table}.id = ?
            """,
            (number,),
        )[0]
        return *told, [(handle, name)]

    def inbox_hit(self, number: int) -> tuple[Any, ...]:
        """Day and text of a note in the inbox."""
        on, text = self.all("SELECT on_day, text FROM inbox WHERE id = ?", (number,))[0]
        return on, None, text, []

    def introduction_hit(self, number: int) -> tuple[Any, ...]:
        """Day, reason, outcome and the two people of an introduction."""
        on, why, outcome, *people = self.all(
            """
            SELECT moved_on, why, outcome, one.handle, one.name, other.handle, other.name
            FROM introduction JOIN person AS one ON one.id = person_id JOIN person AS other ON other.id = other_id
            WHERE introduction.id = ?
            """,
            (number,),
        )[0]
        return on, None, " · ".join(part for part in (why, outcome) if part), [people[:2], people[2:]]


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
        parts += [
            PASSAGES.format(source=source, chosen=f"SELECT id FROM {source} WHERE {of_people.format(people=people)}")
            for source, of_people in OF_PEOPLE.items()
        ]
        values |= more
    return f"AND +passage_search.rowid IN ({' UNION ALL '.join(parts)})", values


OF_MENTORSHIP = "mentorship_id IN (SELECT id FROM mentorship WHERE person_id IN ({people}))"
OF_PEOPLE = {
    "fact": "person_id IN ({people})",
    "promise": "person_id IN ({people})",
    "exchange": "person_id IN ({people})",
    "introduction": "person_id IN ({people}) OR other_id IN ({people})",
    "mentorship": "person_id IN ({people})",
    "mentor_goal": OF_MENTORSHIP,
    "agenda_item": OF_MENTORSHIP,
    "mentor_session": OF_MENTORSHIP,
}
"""Whose each passage is that belongs to people and to no entry."""

PASSAGES = "SELECT passage.id FROM passage WHERE source = '{source}' AND source_id IN ({chosen})"


def chosen(filters: Filters) -> tuple[str, dict[str, Any]]:
    """The query for the people who pass the filters, with its parameters."""
    conditions, values = person_conditions(filters)
    return f"SELECT person.id FROM person {where(conditions)}", values


def rank(row: tuple[str, int, str, str], words: list[str]) -> tuple[int, int, str, int]:
    """Best last: whole words before beginnings of words, people before entries, then the newest."""
    source, number, text, on = row
    padded = f" {' '.join(words_of(text[:2000]))} "
    whole = sum(f" {word} " in padded for word in words)
    return whole, int(source == "person"), on, number
