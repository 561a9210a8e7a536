"""Appends to the journal: rows through compiled INSERTs, recorded and derived in one transaction."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from netlog.clock import Clock
from netlog.domain.contacts import contact_key
from netlog.domain.people import slug
from netlog.rows import (
    NewExchange,
    NewFact,
    NewInboxItem,
    NewInteraction,
    NewIntroduction,
    NewPerson,
    NewPromise,
    NewSeason,
)
from netlog.rows_mentoring import NewAgendaItem, NewMentorGoal, NewMentorSession, NewMentorship
from netlog.storage.connect import WAIT_SECONDS, writing
from netlog.storage.derive import refresh, renew
from netlog.storage.journal import Journal, new_uuid
from netlog.storage.reader import SqlReader
from netlog.storage.statements import COLUMNS, INSERTS
from netlog.storage.ties import Reckoning


class SqlAppender:
    """A transaction that only adds: nothing is stored until `finish` has given it words."""

    def __init__(self, path: Path, clock: Clock, reckoning: Reckoning, *, wait: float = WAIT_SECONDS) -> None:
        self.path, self.clock, self.reckoning, self.wait = path, clock, reckoning, wait
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        """Begin; raises StorageProblem when the journal cannot be written."""
        self.connection = self.stack.enter_context(writing(self.path, wait=self.wait))
        self.reader = SqlReader(self.connection, self.reckoning)
        self.journal = Journal(self.connection, self.clock)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit, or roll back whole if anything was raised."""
        self.stack.__exit__(kind, problem, trace)

    def finish(self, command: str, words: str) -> int:
        """Name the operation and derive what follows from it; the number of the operation."""
        number = self.journal.close(command, words)
        self.derive()
        return number

    def derive(self) -> None:
        """Make the derived rows of everything touched anew."""
        renew(self.connection, self.reckoning)
        refresh(self.connection, self.journal.touched, self.reckoning)

    def person(self, new: NewPerson) -> int:
        """Add a person with all that belongs to them; their number."""
        event_id = self.event(new.event) if new.event else None
        fields = columns("person", new)
        number = self.insert("person", **fields, event_id=event_id, created_at=self.clock.stamp)
        for name in new.aliases:
            self.insert("alias", person_id=number, name=name)
        for tag in new.tags:
            self.insert("tag", person_id=number, slug=tag)
        for sort, value in new.contacts:
            self.insert("contact", person_id=number, sort=sort, value=value, folded=contact_key(value))
        for side, words in new.topics:
            self.insert("topic", person_id=number, side=side, words=words)
        for text in new.facts:
            self.fact(NewFact(number, self.clock.today, text))
        return number

    def interaction(self, new: NewInteraction) -> int:
        """Add a contact with its people and tags; its number."""
        event_id = self.event(new.event) if new.event else None
        fields = columns("interaction", new)
        number = self.insert("interaction", **fields, event_id=event_id, created_at=self.clock.stamp)
        for person in new.people:
            self.insert("participant", interaction_id=number, person_id=person)
        for tag in new.tags:
            self.insert("tag", interaction_id=number, slug=tag)
        return number

    def inbox(self, new: NewInboxItem) -> int:
        """Keep a note that could not be settled; its number."""
        return self.insert("inbox", **columns("inbox", new))

    def promise(self, new: NewPromise) -> int:
        """Add a promise; its number."""
        return self.insert("promise", **columns("promise", new))

    def exchange(self, new: NewExchange) -> int:
        """Add help given, got or asked for; its number."""
        return self.insert("exchange", **columns("exchange", new))

    def introduction(self, new: NewIntroduction) -> int:
        """Add an introduction to be made; its number."""
        return self.insert("introduction", **columns("introduction", new))

    def fact(self, new: NewFact) -> int:
        """Add a fact about a person; its number."""
        return self.insert("fact", **columns("fact", new), created_at=self.clock.stamp)

    def mentorship(self, new: NewMentorship) -> int:
        """Begin a mentorship; its number."""
        return self.insert("mentorship", **columns("mentorship", new))

    def mentor_goal(self, new: NewMentorGoal) -> int:
        """Set a goal of a mentorship; its number."""
        return self.insert("mentor_goal", **columns("mentor_goal", new))

    def agenda_item(self, new: NewAgendaItem) -> int:
        """Put something on the agenda of a mentorship; its number."""
        return self.insert("agenda_item", **columns("agenda_item", new))

    def mentor_session(self, new: NewMentorSession) -> int:
        """Add what a meeting of a mentorship was about; its number."""
        return self.insert("mentor_session", **columns("mentor_session", new))

    def season(self, new: NewSeason) -> int:
        """Begin a season; its number."""
        return self.insert("season", **columns("season", new))

    def event(self, name: str) -> int:
        """The number of the event of that name, which is made on first mention."""
        known = self.connection.execute("SELECT id FROM event WHERE slug = ?", (slug(name),)).fetchone()
        return known[0] if known else self.insert("event", slug=slug(name), name=name, held_on=self.day)

    @property
    def day(self) -> str:
        """Today as ISO text."""
        return self.clock.today.isoformat()

    def insert(self, entity: str, **values: Any) -> int:  # noqa: ANN401 (column values)
        """Add one row and record it."""
        row = {**dict.fromkeys(COLUMNS[entity]), **values, "uuid": values.get("uuid") or new_uuid()}
        number = self.connection.execute(INSERTS[entity], row).lastrowid or 0
        self.journal.record(entity, number, owner=values)
        return number


New = NewPerson | NewInteraction | NewInboxItem | NewPromise | NewExchange | NewIntroduction | NewFact | NewSeason
OfMentorship = NewMentorship | NewMentorGoal | NewAgendaItem | NewMentorSession


def columns(entity: str, new: New | OfMentorship) -> dict[str, Any]:
    """The fields that are columns of the table, days as ISO text."""
    fields = new._asdict()
    found = {name: fields[name] for name in COLUMNS[entity] if name in fields}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}
