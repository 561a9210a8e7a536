"""What importing needs from the store: who is meant, what was said before, and adding or changing rows by the many."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from netlog.domain.people import Named
from netlog.interchange import Card, Stored, Talk
from netlog.ports import Appender, Reader


class OriginRow(NamedTuple):
    """A record of another program as it was seen last; `said` is the record as JSON text."""

    id: int
    key: str
    person_id: int | None
    interaction_id: int | None
    inbox_id: int | None
    said: str


class Held(NamedTuple):
    """What the journal holds of a person, as far as a card can say it; contacts are (sort, value)."""

    fields: Mapping[str, Any]
    aliases: tuple[str, ...]
    contacts: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    extra: tuple[str, ...]


class ImportReader(Reader, Protocol):
    """What can be asked while importing."""

    def origin(self, source: str, key: str) -> OriginRow | None:
        """What that source said under that key before."""
        ...

    def origin_of_note(self, inbox: int) -> tuple[str, OriginRow] | None:
        """The source and the record that wait in a note of the inbox."""
        ...

    def of_uuid(self, uuid: str) -> Named | None:
        """The person of that UUID."""
        ...

    def named_by(self, person: int) -> Named:
        """The names of a person."""
        ...

    def noted(self, name: str) -> str | None:
        """What the store itself keeps under that name."""
        ...

    def is_forgotten(self, name: str) -> bool:
        """Whether what that names was erased for good: a UUID, or "SOURCE KEY" of what another program said."""
        ...

    def reached_by(self, folded: Collection[str]) -> tuple[Named, ...]:
        """Everybody who is reached in one of these ways, given as `contact_key` folds them."""
        ...

    def known_to(self, source: str, person: int) -> bool:
        """Whether the source has a record of the person."""
        ...

    def held(self, person: int) -> Held:
        """What the journal holds of a person."""
        ...

    def participants(self, interaction: int) -> set[int]:
        """Who takes part in an interaction."""
        ...


class CardReader(Protocol):
    """What can be asked of everybody, or of the people of those numbers."""

    def cards(self, people: Sequence[int] | None = None) -> Iterator[Card]:
        """Everybody chosen, by handle."""
        ...

    def talks(self, people: Sequence[int] | None = None) -> Iterator[Talk]:
        """Contacts and notes with the people chosen, by day."""
        ...

    def stored(self, people: Sequence[int] | None = None) -> Iterator[Stored]:
        """Every row of the truth, or those about the people chosen."""
        ...

    def addresses(self, words: str, people: Sequence[int]) -> list[tuple[str, str, str]]:
        """(e-mail, name, what they do) of the people, where the words are part of an address, a name or a handle."""
        ...


class Importer(Appender, Protocol):
    """A transaction that takes in what files say."""

    @property
    def reader(self) -> ImportReader:
        """Reads inside the transaction; names of whoever was added count once `index_names` was called."""
        ...

    def add_origin(
        self,
        source: str,
        key: str,
        said: str,
        *,
        person: int | None = None,
        interaction: int | None = None,
        inbox: int | None = None,
    ) -> None:
        """Remember what a source said under a key, and what became of it."""
        ...

    def change_row(self, entity: str, number: int, changes: Mapping[str, Any]) -> None:
        """Set columns of a row."""
        ...

    def remove_row(self, entity: str, number: int) -> None:
        """Remove a row on which nothing stands, and keep what it was."""
        ...

    def remove_card_lines(self, person: int) -> None:
        """Remove the vCard lines kept of a person."""
        ...

    def add_belongings(
        self,
        person: int,
        *,
        aliases: Iterable[str] = (),
        contacts: Iterable[tuple[str, str]] = (),
        tags: Iterable[str] = (),
        topics: Iterable[tuple[str, str]] = (),
        facts: Iterable[tuple[date, str]] = (),
        extra: Iterable[str] = (),
    ) -> None:
        """Add what hangs on a person."""
        ...

    def add_participant(self, interaction: int, person: int) -> None:
        """Let a person take part in an interaction."""
        ...

    def note(self, name: str, value: str) -> None:
        """Keep something about the store itself, which is no part of an operation."""
        ...

    def index_names(self) -> bool:
        """Let whoever was added or renamed in this transaction be found by name; whether there was anybody."""
        ...
