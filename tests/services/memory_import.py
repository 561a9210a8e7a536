"""An import into a journal in memory: what the ports of importing and of files ask, out of lists."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tests.services.memory import Memory, MemoryAppender

from netlog.domain.contacts import contact_key
from netlog.domain.people import Named
from netlog.domain.views import Entry, InboxItem
from netlog.interchange import Card, Stored, Talk
from netlog.ports_interchange import Held, OriginRow
from netlog.rows import EntryRow, Filters, ListedRow, NewInteraction, NewPerson

SCALARS = ("name", "company", "role", "place", "birthday", "met", "met_on", "tier", "every_days", "is_kin", "via_id")
GONE = OriginRow(0, "", None, None, None, "")


class ImportMemory(Memory):
    """A journal in memory that knows where its rows came from."""

    def __init__(self) -> None:
        super().__init__()
        self.origins: list[tuple[str, OriginRow]] = []
        self.facts: dict[int, list[tuple[date, str]]] = {}
        self.lines: dict[int, list[str]] = {}
        self.kept_names: dict[str, str] = {}
        self.erased: set[str] = set()
        self.dropped: set[int] = set()
        self.found_by_name: list[Named] = []

    def index(self) -> None:
        """Let everybody be found by name."""
        self.found_by_name = super().named()

    def named(self) -> list[Named]:
        return self.found_by_name

    def origin(self, source: str, key: str) -> OriginRow | None:
        return next((row for of, row in self.origins if (of, row.key) == (source, key)), None)

    def origin_of_note(self, inbox: int) -> tuple[str, OriginRow] | None:
        return next(((of, row) for of, row in self.origins if row.inbox_id == inbox), None)

    def of_uuid(self, uuid: str) -> Named | None:
        return next((self.named_by(row.id) for row in self.rows if row.uuid == uuid), None)

    def named_by(self, person: int) -> Named:
        row = self.rows[person - 1]
        return Named(row.id, row.handle, row.name, self.added[person - 1].aliases)

    def noted(self, name: str) -> str | None:
        return self.kept_names.get(name)

    def is_forgotten(self, name: str) -> bool:
        return name in self.erased

    def reached_by(self, folded: Collection[str]) -> tuple[Named, ...]:
        ways = [{contact_key(value) for _, value in new.contacts} for new in self.added]
        return tuple(self.named_by(at) for at, keys in enumerate(ways, start=1) if keys & set(folded))

    def known_to(self, source: str, person: int) -> bool:
        return any((of, row.person_id) == (source, person) for of, row in self.origins)

    def held(self, person: int) -> Held:
        row, own = self.rows[person - 1], self.added[person - 1]
        fields = {name: plain(getattr(row, name)) for name in SCALARS}
        facts = tuple(text for _, text in self.facts.get(person, ()))
        return Held(fields, own.aliases, own.contacts, own.tags, own.topics, facts, tuple(self.lines.get(person, ())))

    def participants(self, interaction: int) -> set[int]:
        return set(self.contacts[interaction - 1].people)

    def entry(self, number: int) -> EntryRow | None:
        row = self.contacts[number - 1]
        there = [self.rows[person - 1] for person in row.people]
        names, handles = tuple(each.name for each in there), tuple(each.handle for each in there)
        shared = (row.on_day, row.kind, row.depth, row.direction, row.text, names, handles, row.minutes, row.place)
        return EntryRow(Entry(number, *shared, tags=row.tags), row.at, row.zone, row.people)

    def inbox(self) -> list[InboxItem]:
        return [item for item in super().inbox() if item.id not in self.dropped]

    def listed(self, filters: Filters) -> list[ListedRow]:
        chosen = [row for row in self.rows if filters.tier in (None, row.tier)]
        return [ListedRow(row.company, row.role, row.place, (), None, self.tie(row.id)) for row in chosen]


class MemoryImporter(MemoryAppender):
    """A transaction that takes in what files say; `changed` are the rows it set, in order."""

    reader: ImportMemory

    def __init__(self, reader: ImportMemory) -> None:
        super().__init__(reader)
        self.changed: list[tuple[str, int, Mapping[str, Any]]] = []
        self.unindexed = False

    def person(self, new: NewPerson) -> int:
        number = super().person(new)
        self.unindexed = True
        if new.uuid:
            self.reader.change(number, uuid=new.uuid)
        self.reader.facts[number] = [(new.since_on, text) for text in new.facts]
        return number

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
        assert self.reader.origin(source, key) is None, "one record has one origin"
        row = OriginRow(len(self.reader.origins) + 1, key, person, interaction, inbox, said)
        self.reader.origins.append((source, row))

    def change_row(self, entity: str, number: int, changes: Mapping[str, Any]) -> None:
        self.changed.append((entity, number, changes))
        if entity == "person":
            self.reader.change(number, **changes)
            self.unindexed |= "name" in changes
        elif entity == "interaction":
            self.reader.contacts[number - 1] = self.reader.contacts[number - 1]._replace(**changes)
        else:
            source, row = self.reader.origins[number - 1]
            self.reader.origins[number - 1] = source, row._replace(**changes)

    def remove_row(self, entity: str, number: int) -> None:
        if entity == "inbox":
            self.reader.dropped.add(number)
        else:
            assert entity == "origin"
            self.reader.origins[number - 1] = "", GONE

    def remove_card_lines(self, person: int) -> None:
        self.reader.lines.pop(person, None)

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
        own = self.reader.added[person - 1]
        more = {"aliases": aliases, "contacts": contacts, "tags": tags, "topics": topics}
        changed = {name: (*getattr(own, name), *values) for name, values in more.items()}
        for name, values in changed.items():
            assert len(set(values)) == len(values), f"{name} are told once"
        self.unindexed |= len(changed["aliases"]) > len(own.aliases)
        self.reader.added[person - 1] = own._replace(**changed)  # type: ignore[arg-type]
        self.reader.facts.setdefault(person, []).extend(facts)
        self.reader.lines.setdefault(person, []).extend(extra)

    def add_participant(self, interaction: int, person: int) -> None:
        contact: NewInteraction = self.reader.contacts[interaction - 1]
        assert person not in contact.people
        self.reader.contacts[interaction - 1] = contact._replace(people=(*contact.people, person))

    def note(self, name: str, value: str) -> None:
        self.reader.kept_names[name] = value

    def index_names(self) -> bool:
        found, self.unindexed = self.unindexed, False
        self.reader.index()
        return found


class MemoryCards:
    """What files take, as it was laid down here."""

    def __init__(self, cards: Sequence[Card], talks: Sequence[Talk] = (), stored: Sequence[Stored] = ()) -> None:
        self.told, self.held, self.rows = cards, talks, stored
        self.asked: list[Sequence[int] | None] = []

    def cards(self, people: Sequence[int] | None = None) -> Iterator[Card]:
        self.asked.append(people)
        return (card for number, card in enumerate(self.told, start=1) if people is None or number in people)

    def talks(self, people: Sequence[int] | None = None) -> Iterator[Talk]:
        self.asked.append(people)
        return iter(self.held)

    def stored(self, people: Sequence[int] | None = None) -> Iterator[Stored]:
        self.asked.append(people)
        return iter(self.rows)

    def addresses(self, words: str, people: Sequence[int]) -> list[tuple[str, str, str]]:
        told = [card for number, card in enumerate(self.told, start=1) if number in people]
        return [(value, card.name, card.role or "") for card in told for _, value in card.contacts if words in value]


def plain(value: Any) -> Any:  # noqa: ANN401 (column values)
    """Days as ISO text, as a column holds them."""
    return value.isoformat() if isinstance(value, date) else value
