"""Changing what is stored: SQLModel sessions on the same transaction, lock and journal as appends."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Any, Self

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.orm import UOWTransaction
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, select

from netlog.domain.contacts import contact_key
from netlog.storage.appends import SqlAppender
from netlog.storage.journal import Journal, new_uuid
from netlog.storage.tables import (
    Alias,
    Contact,
    Event,
    Exchange,
    Fact,
    Inbox,
    Interaction,
    Introduction,
    Participant,
    Pause,
    Person,
    Promise,
    Season,
    Tag,
    Topic,
)
from netlog.storage.tables_interchange import CardLine, NotSame, Origin
from netlog.storage.tables_mentoring import AgendaItem, MentorGoal, MentorSession, Mentorship
from netlog.storage.waiting import in_force

OF_PERSON: tuple[type[SQLModel], ...] = (
    Alias,
    Contact,
    Topic,
    Tag,
    Fact,
    Participant,
    Promise,
    Exchange,
    Introduction,
    CardLine,
    NotSame,
)
OF_OTHER: tuple[type[Any], ...] = (Introduction, NotSame)
"""What has a second person."""

SAID_WITH: tuple[type[Any], ...] = (Promise, Exchange)
"""What may have been said in an interaction, and stays when that is removed."""

FLOWING: Mapping[str, type[SQLModel]] = {
    "promise": Promise,
    "exchange": Exchange,
    "introduction": Introduction,
    "event": Event,
    "fact": Fact,
    "season": Season,
    "mentorship": Mentorship,
    "mentor_goal": MentorGoal,
    "agenda_item": AgendaItem,
}
OF_MENTORSHIP: tuple[type[Any], ...] = (MentorGoal, AgendaItem, MentorSession)


class SqlModelRecords(SqlAppender):
    """A transaction that changes and removes rows, and can append as well."""

    def __enter__(self) -> Self:
        """Begin; raises StorageProblem when the journal cannot be written."""
        super().__enter__()
        with ExitStack() as unless_complete:
            unless_complete.push(self.stack)
            self.session = self.stack.enter_context(Session(engine_on(self.connection), autoflush=True))
            watch(self.session, self.journal)
            unless_complete.pop_all()
        return self

    def finish(self, command: str, words: str) -> int:
        """Flush, name the operation, derive what follows; the number of the operation."""
        self.session.flush()
        return super().finish(command, words)

    def change_person(self, number: int, changes: Mapping[str, Any], *, event_name: str | None = None) -> None:
        """Set columns of a person, and the event they were met at; None leaves it, an empty name clears it."""
        person = self.session.get_one(Person, number)
        set_columns(person, changes)
        if event_name is not None:
            person.event_id = self.event(event_name) if event_name else None

    def replace_aliases(self, number: int, names: Sequence[str]) -> None:
        """Make these the person's aliases."""
        self.replace(Alias, number, [{"name": name} for name in names])

    def replace_tags(self, number: int, slugs: Sequence[str]) -> None:
        """Make these the person's tags."""
        self.replace(Tag, number, [{"slug": slug} for slug in slugs])

    def replace_contacts(self, number: int, contacts: Sequence[tuple[str, str]]) -> None:
        """Make these (sort, value) the ways to reach the person."""
        rows = [{"sort": sort, "value": value, "folded": contact_key(value)} for sort, value in contacts]
        self.replace(Contact, number, rows)

    def replace_topics(self, number: int, topics: Sequence[tuple[str, str]]) -> None:
        """Make these (side, words) the person's topics."""
        self.replace(Topic, number, [{"side": side, "words": words} for side, words in topics])

    def replace_facts(self, number: int, facts: Sequence[tuple[date, str]]) -> None:
        """Make these (day, text) the person's facts."""
        rows = [{"on_day": on, "text": text} for on, text in facts]
        self.replace(Fact, number, rows, created_at=self.clock.stamp)

    def replace(self, table: type[Any], person: int, rows: Sequence[dict[str, Any]], **constants: str) -> None:
        """Keep the person's rows that are wanted, remove the others, add the new ones."""
        wanted = [row for i, row in enumerate(rows) if row not in rows[:i]]
        for present in self.session.exec(select(table).where(table.person_id == person)).all():
            row = next((w for w in wanted if all(getattr(present, k) == v for k, v in w.items())), None)
            if row is None:
                self.session.delete(present)
            else:
                wanted.remove(row)
        self.session.flush()
        for row in wanted:
            self.session.add(table(uuid=new_uuid(), person_id=person, **row, **constants))
        self.session.flush()

    def add_pause(self, since_on: date, until_on: date | None) -> None:
        """Pause the check-ins with everybody, up to a day that is not included, or until resumed."""
        self.session.add(Pause(uuid=new_uuid(), since_on=since_on, until_on=until_on))
        self.session.flush()

    def end_pause(self, until_on: date | None, *, day: date) -> None:
        """Let whatever pause is in force on `day` end before that day, or when resumed."""
        for pause in self.session.exec(select(Pause).where(text(in_force(day)))).all():
            pause.until_on = until_on
        self.session.flush()

    def remove_person(self, number: int) -> int:
        """Remove a person, what hangs on them, and contacts with nobody else; how many contacts went."""
        alone = [entry for entry in self.entries_of(number) if self.is_only_participant(entry, number)]
        for entry in alone:
            self.remove_entry(entry)
        self.remove_mentorships(number)
        for table in OF_PERSON:
            self.remove_all(table, person=number)
        for table in OF_OTHER:
            for row in self.session.exec(select(table).where(table.other_id == number)).all():
                self.session.delete(row)
        for origin in self.session.exec(select(Origin).where(Origin.person_id == number)).all():
            origin.person_id = None  # what was removed on purpose is not imported again
        for other in self.session.exec(select(Person).where(Person.via_id == number)).all():
            other.via_id = None
        self.session.flush()
        self.session.delete(self.session.get_one(Person, number))
        self.session.flush()
        return len(alone)

    def remove_mentorships(self, person: int) -> None:
        """Remove the mentorships with a person, with everything on them."""
        own = select(Mentorship.id).where(Mentorship.person_id == person)
        for mentorship in self.session.exec(own).all():
            for table in OF_MENTORSHIP:
                for row in self.session.exec(select(table).where(table.mentorship_id == mentorship)).all():
                    self.session.delete(row)
        self.session.flush()
        self.remove_all(Mentorship, person=person)

    def entries_of(self, person: int) -> Sequence[int]:
        """The interactions a person takes part in."""
        return self.session.exec(select(Participant.interaction_id).where(Participant.person_id == person)).all()

    def is_only_participant(self, entry: int, person: int) -> bool:
        """Whether nobody else takes part."""
        others = select(Participant).where(Participant.interaction_id == entry, Participant.person_id != person)
        return self.session.exec(others).first() is None

    def remove_all(self, table: type[Any], *, person: int) -> None:
        """Remove every row of a table that hangs on the person."""
        for row in self.session.exec(select(table).where(table.person_id == person)).all():
            self.session.delete(row)
        self.session.flush()

    def change_entry(
        self,
        number: int,
        changes: Mapping[str, Any],
        *,
        people: Collection[int] | None = None,
        tags: Collection[str] | None = None,
        event_name: str | None = None,
    ) -> None:
        """Set columns of an interaction, its people, its tags, its event; None leaves them."""
        entry = self.session.get_one(Interaction, number)
        set_columns(entry, changes)
        if event_name is not None:
            entry.event_id = self.event(event_name) if event_name else None
        if people is not None:
            self.replace_of_entry(Participant, number, "person_id", people)
        if tags is not None:
            self.replace_of_entry(Tag, number, "slug", tags)
        self.session.flush()

    def replace_of_entry(self, table: type[Any], entry: int, column: str, wanted: Collection[Any]) -> None:
        """Make the rows of an interaction have exactly these values."""
        rows = self.session.exec(select(table).where(table.interaction_id == entry)).all()
        present = {getattr(row, column): row for row in rows}
        for value in present.keys() - set(wanted):
            self.session.delete(present[value])
        for value in dict.fromkeys(wanted):
            if value not in present:
                self.session.add(table(uuid=new_uuid(), interaction_id=entry, **{column: value}))
        self.session.flush()

    def remove_entry(self, number: int) -> None:
        """Remove an interaction with its participants, tags and session; what was promised or given in it stays."""
        for said in (row for table in SAID_WITH for row in self.said_in(table, number)):
            said.interaction_id = None
        for origin in self.session.exec(select(Origin).where(Origin.interaction_id == number)).all():
            origin.interaction_id = None  # what was removed on purpose is not imported again
        for table in (Participant, Tag, MentorSession):
            for row in self.session.exec(select(table).where(table.interaction_id == number)).all():
                self.session.delete(row)
        self.session.flush()
        self.session.delete(self.session.get_one(Interaction, number))
        self.session.flush()

    def change(self, entity: str, number: int, changes: Mapping[str, Any]) -> None:
        """Set columns of a promise, an exchange, an introduction, an event, or of a mentorship and what is on it."""
        set_columns(self.session.get_one(FLOWING[entity], number), changes)
        self.session.flush()

    def remove(self, entity: str, number: int) -> None:
        """Remove a promise, an exchange, an introduction, an event or a fact."""
        self.session.delete(self.session.get_one(FLOWING[entity], number))
        self.session.flush()

    def said_in(self, table: type[Any], entry: int) -> Sequence[Any]:
        """The promises or the help that came up in an interaction."""
        return self.session.exec(select(table).where(table.interaction_id == entry)).all()

    def remove_inbox(self, number: int) -> None:
        """Remove a note from the inbox; what another program said in it is left out from now on."""
        for origin in self.session.exec(select(Origin).where(Origin.inbox_id == number)).all():
            origin.inbox_id = None
        self.session.delete(self.session.get_one(Inbox, number))
        self.session.flush()


class Borrowed:
    """A connection whose transaction belongs to somebody else: SQLAlchemy may use it, not end it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever the driver has)
        """Everything but the three below is the connection's own."""
        return getattr(self.connection, name)

    def commit(self) -> None:
        """Leave the transaction open."""

    def rollback(self) -> None:
        """Leave the transaction open."""

    def close(self) -> None:
        """Leave the connection open."""


def engine_on(connection: sqlite3.Connection) -> Engine:
    """SQLAlchemy on a connection that is open already; what the driver raises is raised as it is."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: Borrowed(connection),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "handle_error", lambda context: context.original_exception, retval=True)
    return engine


def set_columns(row: SQLModel, changes: Mapping[str, Any]) -> None:
    """Give a row new values, checked against the table's types."""
    checked = type(row).model_validate({**row.model_dump(), **changes})
    for name in changes:
        setattr(row, name, getattr(checked, name))


def watch(session: Session, journal: Journal) -> None:
    """Record in the journal whatever the session writes."""

    def record(session: Session, _: UOWTransaction) -> None:
        for row in session.new:
            journal.record(row.__tablename__, row.id, owner=columns_of(row))
        for row in session.dirty:
            if changed := {attr.key for attr in inspect(row).attrs if attr.history.has_changes()}:
                record_change(journal, row, changed)
        for row in session.deleted:
            journal.record(row.__tablename__, row.id, before=columns_of(row), owner=columns_of(row))

    event.listen(session, "after_flush", record)


def record_change(journal: Journal, row: Any, changed: Collection[str]) -> None:  # noqa: ANN401 (any table)
    """Record the old and the new values of the columns that changed, and whose row it is and was."""
    history = {name: inspect(row).attrs[name].history for name in changed}
    before = {name: plain(past.deleted[0] if past.deleted else None) for name, past in history.items()}
    after = {name: plain(getattr(row, name)) for name in changed}
    journal.touched.add(row.__tablename__, row.id, before)
    journal.record(row.__tablename__, row.id, before=before, after=after, owner=columns_of(row))


def columns_of(row: SQLModel) -> dict[str, Any]:
    """A row as column values that JSON can hold."""
    return {name: plain(value) for name, value in row.model_dump().items()}


def plain(value: Any) -> Any:  # noqa: ANN401 (column values)
    """Days as ISO text; everything else as it is."""
    return value.isoformat() if isinstance(value, date) else value
