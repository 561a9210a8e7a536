"""People and contacts as files of other programs take them, streamed a few hundred at a time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from netlog.domain.folding import fold
from netlog.interchange import Card, Mention, Noted, Stored, Talk
from netlog.storage.outgoing import every_row, rows_about
from netlog.storage.queries import Queries, day
from netlog.storage.ties import BATCH, marks

PERSON = """
    SELECT person.id, person.uuid, person.handle, person.name, company, role, person.place, person.birthday,
           person.tier, person.every_days, person.is_kin, coalesce(event.name, person.met), person.met_on,
           via.name, via.handle
    FROM person
    LEFT JOIN event ON event.id = person.event_id
    LEFT JOIN (SELECT id, name, handle FROM person) AS via ON via.id = person.via_id
    WHERE person.id IN ({chosen})
"""
BELONGINGS = {
    "aliases": "SELECT person_id, name FROM alias",
    "contacts": "SELECT person_id, sort, value FROM contact",
    "tags": "SELECT person_id, slug FROM tag",
    "topics": "SELECT person_id, side, words FROM topic",
    "facts": "SELECT person_id, text, on_day FROM fact",
    "extra": "SELECT person_id, line FROM card_line",
}
INTERACTION = """
    SELECT id, uuid, on_day, at, kind, text, direction, minutes, place FROM interaction WHERE id IN ({chosen})
"""
WITH = """
    SELECT interaction_id, name, handle FROM participant JOIN person ON person.id = person_id
    WHERE interaction_id IN ({chosen}) ORDER BY handle
"""
ADDRESSES = """
    SELECT value, name, coalesce(role, '') || CASE WHEN role > '' AND company > '' THEN ', ' ELSE '' END
           || coalesce(company, ''), contact.folded || ' ' || fold(name) || ' ' || handle
    FROM contact JOIN person ON person.id = person_id
    WHERE sort = 'email' AND person_id IN ({chosen}) ORDER BY handle, contact.id
"""
TAGGED = "SELECT interaction_id, slug FROM tag WHERE interaction_id IN ({chosen}) ORDER BY slug"


class CardQueries(Queries):
    """Reads of everything a file can hold; of everybody, or of the people of those numbers."""

    def cards(self, people: Sequence[int] | None = None) -> Iterator[Card]:
        """Everybody chosen, by handle."""
        for batch in self.chosen("SELECT id FROM person ORDER BY handle", people):
            hanging = {
                name: self.by_owner(f"{query} WHERE person_id IN ({{chosen}}) ORDER BY id", batch)
                for name, query in BELONGINGS.items()
            }
            rows = {row[0]: row for row in self.of(PERSON, batch)}
            for number in batch:
                yield card(rows[number], {name: found.get(number, []) for name, found in hanging.items()})

    def talks(self, people: Sequence[int] | None = None) -> Iterator[Talk]:
        """Contacts and notes with the people chosen, by day; others who took part are left out."""
        named = None if people is None else self.handles(people)
        for batch in self.chosen("SELECT id FROM interaction ORDER BY on_day, at, uuid", None):
            taking_part = self.by_owner(WITH, batch)
            tags = self.by_owner(TAGGED, batch)
            rows = {row[0]: row for row in self.of(INTERACTION, batch)}
            for number in batch:
                mentioned = [Mention(*each) for each in taking_part.get(number, ())]
                if those := [each for each in mentioned if named is None or each.address in named]:
                    yield talk(rows[number], those, [slug for (slug,) in tags.get(number, ())])

    def stored(self, people: Sequence[int] | None = None) -> Iterator[Stored]:
        """Every row of the truth, or those about the people chosen."""
        return every_row(self.connection) if people is None else rows_about(self.connection, people)

    def handles(self, people: Sequence[int]) -> frozenset[str]:
        """The handles of people."""
        query = "SELECT handle FROM person WHERE id IN ({chosen})"
        return frozenset(row[0] for batch in batched(people) for row in self.of(query, batch))

    def chosen(self, query: str, wanted: Sequence[int] | None) -> Iterator[list[int]]:
        """The numbers the query gives that are wanted, in its order, a few hundred at a time."""
        among = None if wanted is None else frozenset(wanted)
        numbers = [row[0] for row in self.all(query) if among is None or row[0] in among]
        return batched(numbers)

    def of(self, query: str, numbers: Sequence[int]) -> list[Any]:
        """The rows of these numbers."""
        return self.all(query.format(chosen=marks(numbers)), tuple(numbers))

    def by_owner(self, query: str, numbers: Sequence[int]) -> dict[int, list[Any]]:
        """The rest of the rows by their first column."""
        found: dict[int, list[Any]] = {}
        for owner, *rest in self.of(query, numbers):
            found.setdefault(owner, []).append(tuple(rest))
        return found

    def addresses(self, words: str, people: Sequence[int]) -> list[tuple[str, str, str]]:
        """(e-mail, name, what they do) of the people, where the words are part of an address, a name or a handle."""
        found = (row for batch in batched(people) for row in self.of(ADDRESSES, batch))
        return [(value, name, does) for value, name, does, searched in found if fold(words) in searched]


def batched(numbers: Sequence[int]) -> Iterator[list[int]]:
    """The numbers in their order, a few hundred at a time: SQLite takes no more of them than it has variables."""
    return (list(numbers[start : start + BATCH]) for start in range(0, len(numbers), BATCH))


def card(row: Sequence[Any], hanging: dict[str, list[Any]]) -> Card:
    """A row of PERSON with what hangs on the person."""
    _, uuid, handle, name, company, role, place, birthday, tier, every, kin, met, met_on, via, via_handle = row
    return Card(
        key=f"uid:{uuid}",
        where="",
        name=name,
        aliases=tuple(alias for (alias,) in hanging["aliases"]),
        company=company,
        role=role,
        place=place,
        birthday=birthday,
        contacts=tuple((sort, value) for sort, value in hanging["contacts"]),
        tags=tuple(sorted(slug for (slug,) in hanging["tags"])),
        facts=tuple(Noted(text, date.fromisoformat(on)) for text, on in hanging["facts"]),
        topics=tuple((side, words) for side, words in hanging["topics"]),
        tier=tier,
        every_days=every,
        is_kin=bool(kin),
        met=met,
        met_on=day(met_on),
        via=Mention(via, via_handle) if via else None,
        handle=handle,
        uuid=uuid,
        extra=tuple(line for (line,) in hanging["extra"]),
    )


def talk(row: Sequence[Any], people: Sequence[Mention], tags: Sequence[str]) -> Talk:
    """A row of INTERACTION with its people and tags."""
    _, uuid, on, at, kind, text, direction, minutes, place = row
    return Talk(
        key=uuid,
        where="",
        on=date.fromisoformat(on),
        people=tuple(people),
        kind=kind,
        text=text,
        direction=direction,
        at=datetime.fromisoformat(at),
        minutes=minutes,
        place=place,
        tags=tuple(tags),
    )
