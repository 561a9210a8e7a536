"""People and what hangs on them: lists, dossiers, timelines."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from netlog.domain.views import Entry, Fact
from netlog.errors import NotFound
from netlog.rows import Belongings, EntryRow, Filters, ListedRow, PersonRow
from netlog.storage.queries import Queries, day, person_conditions, where
from netlog.storage.read_ties import TIE_COLUMNS, tie_row

PERSON_COLUMNS = """
    person.id, person.uuid, handle, person.name, company, role, person.place, met, met_on, event.name,
    (SELECT via.name FROM person AS via WHERE via.id = person.via_id),
    tier, every_days, birthday, since_on, is_fresh, imported_on, snoozed_until, paused_on, ended_on, ended_why,
    is_kin, skipped_on, tier_kept_on, via_id
"""
DATES = ("met_on", "since_on", "imported_on", "snoozed_until", "paused_on", "ended_on", "skipped_on", "tier_kept_on")
CLAIMS = ("is_fresh", "is_kin")
ENTRY_COLUMNS = """
    interaction.id, interaction.on_day, kind, depth, interaction.direction, text, minutes, interaction.place,
    (SELECT name FROM event WHERE event.id = interaction.event_id), counts, is_private
"""


class PeopleQueries(Queries):
    """Reads of people and their entries."""

    def people_count(self) -> int:
        """How many people the journal has."""
        return int(self.one("SELECT count(*) FROM person"))

    def person(self, number: int) -> PersonRow:
        """One person as stored; raises NotFound."""
        query = f"""
            SELECT {PERSON_COLUMNS} FROM person LEFT JOIN event ON event.id = event_id WHERE person.id = ?
        """
        if not (found := self.all(query, (number,))):
            raise NotFound("number", str(number), hint="that person was removed meanwhile")
        row = PersonRow(*found[0])
        dates = {name: day(getattr(row, name)) for name in DATES}
        claims = {name: bool(getattr(row, name)) for name in CLAIMS}
        return PersonRow(**{**row._asdict(), **dates, **claims})

    def belongings(self, number: int) -> Belongings:
        """What hangs on one person."""
        contacts = self.all("SELECT sort, value FROM contact WHERE person_id = ? ORDER BY id", (number,))
        topics = self.all("SELECT side, words FROM topic WHERE person_id = ? ORDER BY id", (number,))
        known = "SELECT id, on_day, text, is_private FROM fact WHERE person_id = ? ORDER BY on_day, id"
        return Belongings(
            aliases=self.column("SELECT name FROM alias WHERE person_id = ? ORDER BY id", number),
            emails=tuple(value for sort, value in contacts if sort == "email"),
            phones=tuple(value for sort, value in contacts if sort == "phone"),
            urls=tuple(value for sort, value in contacts if sort == "url"),
            tags=self.column("SELECT slug FROM tag WHERE person_id = ? ORDER BY slug", number),
            can=tuple(words for side, words in topics if side == "can"),
            wants=tuple(words for side, words in topics if side == "wants"),
            facts=tuple(
                Fact(each, date.fromisoformat(on), text, bool(own))
                for each, on, text, own in self.all(known, (number,))
            ),
            private_facts=self.private_facts(number),
        )

    def private_facts(self, person: int | None) -> int:
        """How many facts about a person, or about everybody, are private and not told here."""
        told = "SELECT count(*) FROM {}" + ("" if person is None else " WHERE person_id = :person")
        every, shown = (int(self.one(told.format(table), {"person": person})) for table in ("main.fact", "fact"))
        return every - shown

    def column(self, query: str, number: int) -> tuple[str, ...]:
        """The only column of every row."""
        return tuple(row[0] for row in self.all(query, (number,)))

    def listed(self, filters: Filters) -> list[ListedRow]:
        """Everybody who passes the filters, by handle."""
        conditions, values = person_conditions(filters)
        rows = self.all(
            f"""
            SELECT company, role, person.place,
                   (SELECT group_concat(slug, ' ') FROM tag WHERE tag.person_id = person.id),
                   (SELECT max(on_day) FROM contact_day WHERE contact_day.person_id = person.id AND worth > 0),
                   {TIE_COLUMNS}
            FROM person JOIN tie ON tie.person_id = person.id
            {where(conditions)}
            ORDER BY handle
            """,
            values,
        )
        return [
            ListedRow(company, role, place, tuple((tags or "").split()), day(last), tie_row(tie, self.pace))
            for company, role, place, tags, last, *tie in rows
        ]

    def timeline(self, person: int, *, limit: int) -> tuple[list[Entry], int]:
        """The newest entries of a person, and how many there are."""
        total = self.one("SELECT count(*) FROM contact_day WHERE person_id = ?", (person,))
        rows = self.all(
            f"""
            SELECT {ENTRY_COLUMNS} FROM contact_day JOIN interaction ON interaction.id = interaction_id
            WHERE person_id = ? ORDER BY contact_day.on_day DESC, interaction_id DESC LIMIT ?
            """,
            (person, limit),
        )
        return [self.entry_from(row) for row in rows], int(total)

    def entry(self, number: int) -> EntryRow | None:
        """One entry as stored, with the numbers of its people."""
        rows = self.all(f"SELECT {ENTRY_COLUMNS}, at, zone FROM interaction WHERE id = ?", (number,))
        if not rows:
            return None
        *shown, at, zone = rows[0]
        people = self.all("SELECT person_id FROM participant WHERE interaction_id = ? ORDER BY id", (number,))
        return EntryRow(self.entry_from(shown), at, zone, tuple(row[0] for row in people))

    def entry_from(self, row: Sequence[Any]) -> Entry:
        """A row of ENTRY_COLUMNS with its people and tags."""
        number, on, kind, depth, direction, text, minutes, place, event, counts, is_private = row
        people = self.all(
            """
            SELECT handle, name FROM participant JOIN person ON person.id = person_id
            WHERE interaction_id = ? ORDER BY participant.id
            """,
            (number,),
        )
        return Entry(
            id=number,
            on=date.fromisoformat(on),
            kind=kind,
            depth=depth,
            direction=direction,
            text=text,
            people=tuple(name for _, name in people),
            handles=tuple(handle for handle, _ in people),
            minutes=minutes,
            place=place,
            event=event,
            tags=self.column("SELECT slug FROM tag WHERE interaction_id = ? ORDER BY slug", number),
            counts=counts,
            is_private=bool(is_private),
        )

    def event_name(self, slug: str) -> str | None:
        """The name of the event with that slug."""
        name: str | None = self.one("SELECT name FROM event WHERE slug = ?", (slug,))
        return name

    def directions(self, person: int) -> dict[str, int]:
        """How many one-sided contacts of each direction; whatever counts as talk is mutual."""
        return dict(
            self.all(
                """
                SELECT interaction.direction, count(*)
                FROM contact_day JOIN interaction ON interaction.id = interaction_id
                WHERE person_id = ? GROUP BY interaction.direction
                """,
                (person,),
            )
        )
