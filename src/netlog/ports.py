"""What the services need from the outside: a reader, an appender, records."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, Protocol

from netlog.domain.people import Named
from netlog.domain.scheduler import Reason
from netlog.domain.seasons import Season
from netlog.domain.views import Done, Entry, Hit, InboxItem
from netlog.ports_events import EventAppender, EventReader
from netlog.ports_mentoring import MentoringAppender, MentoringReader
from netlog.rows import (
    Belongings,
    EntryRow,
    ExchangeRow,
    FactRow,
    Filters,
    IntroductionRow,
    LastWord,
    ListedRow,
    LoopRow,
    NewExchange,
    NewFact,
    NewInboxItem,
    NewInteraction,
    NewIntroduction,
    NewPerson,
    NewPromise,
    NewSeason,
    PauseRow,
    PersonRow,
    PromiseRow,
    SeasonRow,
    TieRow,
)

Flowing = Literal[
    "promise", "exchange", "introduction", "event", "fact", "season", "mentorship", "mentor_goal", "agenda_item"
]


class Reader(EventReader, MentoringReader, Protocol):
    """What can be asked of a journal."""

    def called(self, query: str) -> tuple[Named, ...]:
        """Everybody of exactly that handle, full name, alias or first name."""
        ...

    def matching(self, query: str) -> tuple[Named, ...]:
        """Everybody the query names best, down to a part of a name."""
        ...

    def is_handle(self, handle: str) -> bool:
        """Whether somebody has that handle."""
        ...

    def resembling(self, folded_name: str, contacts: Iterable[str]) -> list[tuple[str, str, str]]:
        """(handle, name, what is the same) of people who share the folded full name or a way to reach them."""
        ...

    def candidates(self, *, limit: int, filters: Filters, day: date) -> dict[str, list[TieRow]]:
        """The best of each class of the morning, at most `limit` of each, as it stands on `day`."""
        ...

    def count_waiting(self, *, filters: Filters, day: date) -> int:
        """How many people have a reason on `day`, due or dated, listed or not."""
        ...

    def count_held(self, *, filters: Filters, day: date) -> int:
        """How many people a pause of everybody keeps off the list on `day`."""
        ...

    def pause(self, day: date) -> PauseRow | None:
        """The pause of everybody that is in force on `day`; of several the one that lasts longest."""
        ...

    def dated(self, *, limit: int, filters: Filters, day: date) -> list[tuple[Reason, TieRow]]:
        """(reason, tie) for birthdays ahead, replies owed and answers waited for: the newest `limit` of each."""
        ...

    def tie(self, person: int) -> TieRow:
        """The tie of one person."""
        ...

    def ties(self, people: Collection[int]) -> list[TieRow]:
        """The ties of these people."""
        ...

    def last_words(self, people: Iterable[int]) -> dict[int, LastWord]:
        """The newest contact that counts of each, up to today, with the latest text that was kept."""
        ...

    def people_count(self) -> int:
        """How many people the journal has."""
        ...

    def person(self, number: int) -> PersonRow:
        """One person as stored; raises NotFound."""
        ...

    def belongings(self, number: int) -> Belongings:
        """What hangs on one person."""
        ...

    def listed(self, filters: Filters) -> list[ListedRow]:
        """Everybody who passes the filters, by handle."""
        ...

    def timeline(self, person: int, *, limit: int) -> tuple[list[Entry], int]:
        """The newest entries of a person, and how many there are."""
        ...

    def entry(self, number: int) -> EntryRow | None:
        """One entry as stored, with the numbers of its people."""
        ...

    def search(self, query: str, filters: Filters, *, limit: int) -> tuple[list[Hit], int, bool]:
        """The best hits, how many were weighed, and whether there may be more that were not."""
        ...

    def directions(self, person: int) -> dict[str, int]:
        """How many contacts of each direction one person's log has."""
        ...

    def event_name(self, slug: str) -> str | None:
        """The name of the event with that slug."""
        ...

    def marks(self, person: int) -> list[tuple[float, date]]:
        """(worth, latest day) of a person's contacts up to today, weightiest first."""
        ...

    def contact_days(self, person: int) -> list[tuple[date, float]]:
        """(day, worth) of a person's contacts."""
        ...

    def rank(self, person: int, *, day: date) -> tuple[int, int] | None:
        """The place of a person among those due by the clock, from 1, and how many these are; None when not due."""
        ...

    def place(self, priority: float, person: int, *, day: date) -> tuple[int, int]:
        """The place that person would have with that priority among those due by the clock, and of how many."""
        ...

    def started_last(self, person: int, *, limit: int) -> tuple[int, int]:
        """Of the last contacts that one side started, at most `limit`: how many I did, and how many they."""
        ...

    def snoozes(self, person: int, *, since: date | None) -> int:
        """How often a person was snoozed from that day on, what was undone left out."""
        ...

    def seasons(self) -> list[Season]:
        """Every season there is, was or will be, as the arithmetic needs it."""
        ...

    def loops(self, *, day: date, filters: Filters, limit: int) -> list[LoopRow]:
        """What is open and worth a line on `day`, the longest open first, at most so many."""
        ...

    def promises(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[PromiseRow]:
        """Promises of both sides, the earliest made first; of one person, or of those numbers."""
        ...

    def exchanges(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[ExchangeRow]:
        """Help given, got and asked for, the earliest first; of one person, or of those numbers."""
        ...

    def flows_by_day(self, people: Collection[int]) -> dict[int, list[set[str]]]:
        """Who of these was asked for something twice, with what flowed on each day with a contact, newest first."""
        ...

    def introductions(
        self, *, person: int | None = None, numbers: Collection[int] | None = None
    ) -> list[IntroductionRow]:
        """Introductions with one person on either side, or of those numbers, the earliest first."""
        ...

    def brought(self, person: int) -> tuple[str, ...]:
        """Names of the people whom this one introduced to me, by name."""
        ...

    def operations(self, *, limit: int) -> tuple[list[Done], int]:
        """The newest operations, and how many there are."""
        ...

    def inbox(self) -> list[InboxItem]:
        """Every note that waits, oldest first."""
        ...


class Knowledge(Reader, Protocol):
    """What is known of people, besides what a reader tells."""

    def facts(self, *, person: int | None = None, numbers: Collection[int] | None = None) -> list[FactRow]:
        """Facts, the oldest first; of one person, or of those numbers."""
        ...

    def private_facts(self, person: int | None) -> int:
        """How many facts about a person, or about everybody, are private and not told here."""
        ...

    def met_in_words(self, event: str) -> set[int]:
        """Everybody who was met where words, not an event, say so, if they come to that slug."""
        ...

    def season_rows(self) -> list[SeasonRow]:
        """Every season as stored, the earliest first."""
        ...

    def boosted(self, boost: str) -> int:
        """How many people a boost speaks of."""
        ...

    def sought(self, person: int) -> list[tuple[date, str]]:
        """What a person looks for, each with the day it was written down."""
        ...


class Appender(EventAppender, MentoringAppender, Protocol):
    """A transaction that only adds: nothing is stored until `finish` has given it words."""

    @property
    def reader(self) -> Reader:
        """Reads inside the transaction."""
        ...

    def person(self, new: NewPerson) -> int:
        """Add a person with all that belongs to them; their number."""
        ...

    def interaction(self, new: NewInteraction) -> int:
        """Add a contact with its people and tags; its number."""
        ...

    def inbox(self, new: NewInboxItem) -> int:
        """Keep a note that could not be settled; its number."""
        ...

    def promise(self, new: NewPromise) -> int:
        """Add a promise; its number."""
        ...

    def exchange(self, new: NewExchange) -> int:
        """Add help given, got or asked for; its number."""
        ...

    def introduction(self, new: NewIntroduction) -> int:
        """Add an introduction to be made; its number."""
        ...

    def season(self, new: NewSeason) -> int:
        """Begin a season; its number."""
        ...

    def fact(self, new: NewFact) -> int:
        """Add a fact about a person; its number."""
        ...

    def finish(self, command: str, words: str) -> int:
        """Name the operation and derive what follows from it; the number of the operation."""
        ...


class Records(Appender, Protocol):
    """A transaction that changes and removes rows, and can append as well."""

    def change_person(self, number: int, changes: Mapping[str, Any], *, event_name: str | None = None) -> None:
        """Set columns of a person, and the event they were met at; None leaves it, an empty name clears it."""
        ...

    def replace_aliases(self, number: int, names: Sequence[str]) -> None:
        """Make these the person's aliases."""
        ...

    def replace_tags(self, number: int, slugs: Sequence[str]) -> None:
        """Make these the person's tags."""
        ...

    def replace_contacts(self, number: int, contacts: Sequence[tuple[str, str]]) -> None:
        """Make these (sort, value) the ways to reach the person."""
        ...

    def replace_topics(self, number: int, topics: Sequence[tuple[str, str]]) -> None:
        """Make these (side, words) the person's topics."""
        ...

    def replace_facts(self, number: int, facts: Sequence[tuple[date, str]]) -> None:
        """Make these (day, text) the person's facts."""
        ...

    def add_pause(self, since_on: date, until_on: date | None) -> None:
        """Pause the check-ins with everybody, up to a day that is not included, or until resumed."""
        ...

    def end_pause(self, until_on: date | None, *, day: date) -> None:
        """Let whatever pause is in force on `day` end before that day, or when resumed."""
        ...

    def remove_person(self, number: int) -> int:
        """Remove a person, what hangs on them, and contacts with nobody else; how many contacts went."""
        ...

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
        ...

    def remove_entry(self, number: int) -> None:
        """Remove an interaction with its participants and tags."""
        ...

    def remove_inbox(self, number: int) -> None:
        """Remove a note from the inbox."""
        ...

    def change(self, entity: Flowing, number: int, changes: Mapping[str, Any]) -> None:
        """Set columns of a promise, an exchange, an introduction, an event or a fact."""
        ...

    def remove(self, entity: Flowing, number: int) -> None:
        """Remove a promise, an exchange, an introduction, an event or a fact."""
        ...


class Reversing(Protocol):
    """A transaction that takes operations back or does them again."""

    def undo(self, number: int | None) -> tuple[int, str]:
        """Reverse that operation, or the latest that stands: its number and words."""
        ...

    def redo(self, number: int | None) -> tuple[int, str]:
        """Do that operation again, or the one undone last: its number and words."""
        ...
