"""Making two people one: everything that hangs on the one hangs on the other, in one operation that undo takes back."""

from collections.abc import Callable, Hashable
from typing import Any

from sqlmodel import SQLModel, col, select

from netlog.storage.journal import new_uuid
from netlog.storage.read_dupes import OWN
from netlog.storage.records import SqlModelRecords
from netlog.storage.tables import (
    Alias,
    Contact,
    Exchange,
    Fact,
    Introduction,
    Participant,
    Person,
    Promise,
    Season,
    Tag,
    Topic,
)
from netlog.storage.tables_interchange import CardLine, NotSame, Origin
from netlog.storage.tables_mentoring import Mentorship

UNITED: tuple[tuple[type[Any], Callable[[Any], Hashable]], ...] = (
    (Alias, lambda row: row.name.casefold()),
    (Contact, lambda row: (row.sort, row.folded)),
    (Topic, lambda row: (row.side, row.words.casefold())),
    (Tag, lambda row: row.slug),
    (CardLine, lambda row: row.line),
    (Participant, lambda row: row.interaction_id),
)
"""Tables of which one person has no two rows that say the same, and what a row says."""

CARRIED: tuple[type[Any], ...] = (Promise, Exchange, Origin)
"""Tables of which every row comes over as it is."""


class SqlMerging(SqlModelRecords):
    """A transaction that can say of people whether they are one or two."""

    def tell_apart(self, one: int, other: int) -> bool:
        """Remember that the two are two; False when that is known."""
        first, second = sorted((one, other))
        if self.rows_of(NotSame, NotSame.person_id == first, NotSame.other_id == second):
            return False
        self.session.add(NotSame(uuid=new_uuid(), person_id=first, other_id=second))
        self.session.flush()
        return True

    def unite(self, kept: int, other: int) -> None:
        """Let everything that hangs on the other hang on the one who is kept, then remove the other."""
        for table, said in UNITED:
            self.unite_rows(table, said, kept, other)
        self.unite_facts(kept, other)
        for table in CARRIED:
            self.carry(table, kept, other)
        self.unite_introductions(kept, other)
        self.unite_mentorships(kept, other)
        self.unite_pairs(kept, other)
        self.leave(kept, other)

    def rows_of(self, table: type[Any], *conditions: Any) -> list[Any]:  # noqa: ANN401 (SQL expressions)
        """The rows for which all of it holds, the first made first."""
        return list(self.session.exec(select(table).where(*conditions).order_by(table.id)).all())

    def carry(self, table: type[Any], kept: int, other: int) -> None:
        """Give every row of a table to the one who is kept."""
        for row in self.rows_of(table, table.person_id == other):
            row.person_id = kept
        self.session.flush()

    def unite_rows(self, table: type[Any], said: Callable[[Any], Hashable], kept: int, other: int) -> None:
        """Give the rows that say something new to the one who is kept, and remove the others."""
        known = {said(row) for row in self.rows_of(table, table.person_id == kept)}
        for row in self.rows_of(table, table.person_id == other):
            if said(row) in known:
                self.session.delete(row)
            else:
                row.person_id = kept
                known.add(said(row))
        self.session.flush()

    def unite_facts(self, kept: int, other: int) -> None:
        """Facts come over; one that both have is known since the earlier day and confirmed on the later."""
        known = {row.text.casefold(): row for row in self.rows_of(Fact, Fact.person_id == kept)}
        for row in self.rows_of(Fact, Fact.person_id == other):
            twin = known.get(row.text.casefold())
            if twin is None:
                row.person_id = kept
                continue
            days = [day for day in (twin.on_day, twin.confirmed_on, row.on_day, row.confirmed_on) if day]
            twin.on_day, latest = min(days), max(days)
            twin.confirmed_on = latest if latest > twin.on_day else None
            twin.sort = twin.sort or row.sort
            self.session.delete(row)
        self.session.flush()

    def unite_introductions(self, kept: int, other: int) -> None:
        """Introductions come over; one between the two is none any more."""
        either = (col(Introduction.person_id) == other) | (col(Introduction.other_id) == other)
        for row in self.rows_of(Introduction, either):
            if kept in (row.person_id, row.other_id):
                self.session.delete(row)
            elif row.person_id == other:
                row.person_id = kept
            else:
                row.other_id = kept
        self.session.flush()

    def unite_mentorships(self, kept: int, other: int) -> None:
        """Mentorships come over; of two that run in one role the later renews the earlier."""
        running = [row for row in self.rows_of(Mentorship, Mentorship.person_id == kept) if row.ended_on is None]
        for row in self.rows_of(Mentorship, Mentorship.person_id == other):
            twin = next((each for each in running if each.role == row.role and row.ended_on is None), None)
            if twin:
                earlier, later = sorted((twin, row), key=lambda each: (each.began_on, each is twin))
                earlier.ended_on, earlier.ending = later.began_on, "renewed"
                self.session.flush()
            row.person_id = kept
        self.session.flush()

    def unite_pairs(self, kept: int, other: int) -> None:
        """Whoever is not the same as the other is not the same as the one who is kept."""
        either = (col(NotSame.person_id) == other) | (col(NotSame.other_id) == other)
        for row in self.rows_of(NotSame, either):
            third = row.other_id if row.person_id == other else row.person_id
            self.session.delete(row)
            self.session.flush()
            if third != kept:
                self.tell_apart(kept, third)

    def leave(self, kept: int, other: int) -> None:
        """Remove the other, whom nothing hangs on any more, and remember under which UUID they were known."""
        gone, stays = self.session.get_one(Person, other), self.session.get_one(Person, kept)
        for row in self.rows_of(Person, Person.via_id == other):
            row.via_id = kept if row.id != kept else gone.via_id if gone.via_id != kept else None
        for season in self.rows_of(Season, Season.boost == f"person:{gone.uuid}"):
            season.boost = f"person:{stays.uuid}"
        self.session.flush()
        if not self.rows_of(Origin, Origin.source == OWN, Origin.key == gone.uuid):
            self.session.add(Origin(uuid=new_uuid(), source=OWN, key=gone.uuid, person_id=kept, said="{}"))
        self.session.delete(gone)
        self.session.flush()


TABLES: tuple[type[SQLModel], ...] = (
    *(table for table, _ in UNITED),
    Fact,
    *CARRIED,
    Introduction,
    Mentorship,
    NotSame,
)
"""Every table that has a person: a test compares this with the foreign keys."""
