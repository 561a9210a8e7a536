"""Uniting two journals, by UUID and time of change: the same result in either order, and nothing new a second time.

`unite(transaction, rows)` takes rows of another journal into any transaction that appends, and tells what came of it;
the caller names the operation with `finish`, unless `is_news` says that nothing came.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Any, NamedTuple, Protocol

from netlog.domain.private import WITHHELD
from netlog.domain.stored_rows import CHANGED_AT, ENTITIES, FIELDS, FORGOTTEN, PRIVATE, REFERENCES, fault
from netlog.domain.uniting import Uniting
from netlog.domain.views_united import Disagreement, Tally, Unreadable
from netlog.interchange import Stored
from netlog.storage.appends import SqlAppender
from netlog.storage.erased import digest
from netlog.storage.held_back import HeldBack, uuid_of
from netlog.storage.removals import KEYS, NOTHING_GONE, ORDER, Gone, gone, is_owner
from netlog.storage.settling import Settling
from netlog.storage.states import each_once, label, shown, wins
from netlog.storage.stored import BATCH, Values, column, fetched, in_order, stamps_of
from netlog.storage.ties import marks
from netlog.storage.united_rows import Numbers, UnitedRows

Knows = Callable[[str, str, str], bool]
"""Whether the other journal had the row of that entity and UUID as it was since that instant."""


class Mine(NamedTuple):
    """A row of this journal: its number, its fields, and when it was changed last."""

    number: int
    values: Values
    at: str


def unite(
    transaction: SqlAppender, rows: Iterable[Stored], *, removed: Gone = NOTHING_GONE, knows: Knows | None = None
) -> Uniting:
    """Take another journal's rows into a transaction, then remove what that journal removed."""
    uniter = Uniter(transaction, knows)
    uniter.take_in(rows)
    uniter.remove(removed)
    return uniter.told()


class Other(Protocol):
    """Another journal, with its history."""

    def rows(self) -> Iterable[Stored]:
        """Every row of the truth."""
        ...

    def removed(self) -> Gone:
        """What it removed."""
        ...

    def knows(self, entity: str, uuid: str, at: str) -> bool:
        """Whether it had the row as it was since that instant."""
        ...


class SqlUniter(SqlAppender):
    """A transaction that takes in another journal's rows."""

    def unite(self, rows: Iterable[Stored], *, removed: Gone = NOTHING_GONE, knows: Knows | None = None) -> Uniting:
        """Take in the rows, then remove what the other removed."""
        return unite(self, rows, removed=removed, knows=knows)

    def unite_with(self, other: Other) -> Uniting:
        """Take another journal in whole."""
        return self.unite(other.rows(), removed=other.removed(), knows=other.knows)


class Uniter:
    """Takes the rows of another journal, in order of dependence if they are to be few in memory."""

    def __init__(self, transaction: SqlAppender, knows: Knows | None) -> None:
        self.connection, self.knows = transaction.connection, knows
        self.connection.execute("PRAGMA defer_foreign_keys = ON")
        self.rows = UnitedRows(self.connection, transaction.journal)
        self.settling = Settling(self.connection, self.rows)
        self.gone = gone(self.connection)
        self.forgotten = {row[0] for row in self.connection.execute("SELECT digest FROM forgotten")}
        self.forgotten_there: list[tuple[str, str]] = []
        self.same: dict[str, str] = {}
        self.held: list[Stored] = []
        self.is_last = False
        self.counts: Counter[tuple[str, str]] = Counter()
        self.conflicts = self.settling.conflicts
        self.rejected: list[Unreadable] = []

    def take_in(self, rows: Iterable[Stored]) -> None:
        """Take every row, then those that had to wait."""
        for entity, group in groupby(rows, key=lambda row: row.entity):
            while batch := list(islice(group, None if entity == "person" else BATCH)):
                self.take(entity, batch)
        self.take_held()
        self.take_forgotten()
        self.rows.flush()

    def take(self, entity: str, batch: Iterable[Stored]) -> None:
        """Take some rows of one entity."""
        sound = [row for row in batch if self.is_sound(row)]
        if entity == FORGOTTEN:
            self.forgotten_there += [(str(row.values["digest"]), str(row.values.get("at", ""))) for row in sound]
            return
        for part in each_once(sound):
            self.take_part(entity, [row._replace(values=self.named_as_here(row)) for row in part])

    def is_sound(self, row: Stored) -> bool:
        """Whether the row can be stored; it is told if not."""
        problem = fault(row.entity, row.values)
        if problem:
            self.rejected.append(Unreadable(row.where, problem))
        return problem is None

    def named_as_here(self, row: Stored) -> Values:
        """The fields, with the UUIDs that this journal has for the same events."""
        values = {name: value for name, value in row.values.items() if value is not None}
        if "event" in values and "event" in REFERENCES[row.entity]:
            values["event"] = self.same.get(str(values["event"]), values["event"])
        return in_order(row.entity, values)

    def take_part(self, entity: str, part: list[Stored]) -> None:
        """Take rows of which no two have the same UUID."""
        present = self.present(entity, [uuid_of(row) for row in part])
        numbers = self.referred(entity, part)
        if entity == "person":
            coming = [row for row in part if uuid_of(row) not in present and not self.must_wait(row)]
            numbers |= {("person", uuid_of(row)): self.rows.reserved(uuid_of(row)) for row in coming}
        for row in part:
            self.take_row(row, dict(row.values), present.get(uuid_of(row)), numbers)
        self.rows.flush()

    def present(self, entity: str, uuids: list[str]) -> dict[str, Mine]:
        """Those of the rows that are here."""
        found: list[tuple[int, Values]] = []
        for start in range(0, len(uuids), BATCH):
            some = uuids[start : start + BATCH]
            found += fetched(self.connection, entity, f"WHERE {entity}.uuid IN ({marks(some)})", some)
        instants = self.rows.instants(entity, [number for number, _ in found])
        return {values["uuid"]: Mine(number, values, instants.get(number, "")) for number, values in found}

    def referred(self, entity: str, part: list[Stored]) -> dict[tuple[str, str], int]:
        """The numbers of what the rows name and is here."""
        numbers: dict[tuple[str, str], int] = {}
        for target in set(REFERENCES[entity].values()):
            fields = [field for field, named in REFERENCES[entity].items() if named == target]
            uuids = {str(row.values[field]) for row in part for field in fields if field in row.values}
            numbers |= {(target, uuid): number for uuid, number in self.rows.numbers(target, uuids)}
        return numbers

    def must_wait(self, row: Stored) -> bool:
        """Whether this journal removed or forgot the row, so that it comes only if something later speaks for it."""
        if self.is_last:
            return False
        removed_at = self.gone.at(row.entity, dict(row.values))
        is_later = removed_at is not None and removed_at >= str(row.values.get(CHANGED_AT, ""))
        return is_later or uuid_of(row) in self.gone.fell or self.is_forgotten(uuid_of(row))

    def is_forgotten(self, uuid: str) -> bool:
        """Whether this journal erased the row for good."""
        return bool(self.forgotten) and digest(uuid) in self.forgotten

    def take_row(self, row: Stored, values: Values, mine: Mine | None, numbers: Numbers) -> None:
        """Add, compare, hold back or reject one row."""
        entity = row.entity
        missing = [
            field
            for field, target in REFERENCES[entity].items()
            if field in values and (target, values[field]) not in numbers
        ]
        if missing and not self.is_last:
            self.held.append(row)
            return
        if lost := [field for field in missing if is_owner(entity, field)]:
            self.rejected.append(Unreadable(row.where, f"{lost[0]} {values[lost[0]]} is not there"))
            return
        values = {name: value for name, value in values.items() if name not in missing}
        columns = {"uuid": values["uuid"], **self.rows.columns(entity, values, numbers)}
        mine = self.known_by_key(entity, columns, values, mine) if entity in KEYS else mine
        if mine is not None:
            self.compare(entity, mine, values, columns)
        elif self.must_wait(row):
            self.held.append(row)
        else:
            self.add(entity, columns, values.get(CHANGED_AT))

    def known_by_key(self, entity: str, columns: dict[str, Any], values: Values, mine: Mine | None) -> Mine | None:
        """The row here that is the same thing: by its key, else by its UUID."""
        number = self.rows.with_key(entity, columns)
        if number is None or (mine is not None and mine.number == number):
            return mine
        if mine is not None and (entity == "event" or mine.at >= values.get(CHANGED_AT, "")):
            return mine
        if mine is not None:
            self.removed(self.rows.remove(entity, mine.number, values.get(CHANGED_AT, "")))
        found = dict(fetched(self.connection, entity, f"WHERE {entity}.id = ?", (number,)))
        return Mine(number, found[number], self.rows.changed_at(entity, number))

    def add(self, entity: str, columns: dict[str, Any], at: str | None) -> None:
        """Add a row that is new here."""
        self.rows.add(entity, self.settling.settle(entity, columns, None), at)
        self.counts[entity, "new"] += 1

    def compare(self, entity: str, mine: Mine, theirs: Values, columns: dict[str, Any]) -> None:
        """Let the later of two states of a row stand, and of two UUIDs for one thing the smaller."""
        at = str(theirs.get(CHANGED_AT, ""))
        differing = [name for name in FIELDS[entity] if mine.values.get(name) != theirs.get(name)]
        is_theirs = bool(differing) and wins(mine.values, mine.at, theirs, at)
        if entity == "event" and "slug" in differing and self.rows.with_key(entity, columns) not in (None, mine.number):
            is_theirs = False
        uuid = min(mine.values["uuid"], theirs["uuid"])
        if entity == "event":
            self.same[theirs["uuid"]] = uuid
        wanted = {**(columns if is_theirs else {}), "uuid": uuid}
        present = self.rows.row(entity, mine.number) if is_theirs else {"uuid": mine.values["uuid"]}
        if is_theirs:
            wanted = self.settling.settle(entity, wanted, mine.number)
        changes = {name: value for name, value in wanted.items() if present[name] != value}
        if differing:
            self.tell(entity, mine, theirs, differing, is_theirs=is_theirs)
        if not changes and at > mine.at and (is_theirs or not differing):
            changes = {"uuid": uuid}
        self.counts[entity, "changed" if changes else "same"] += 1
        if changes:
            self.rows.change(entity, mine.number, changes, max(at, mine.at) if not differing or is_theirs else mine.at)

    def tell(self, entity: str, mine: Mine, theirs: Values, differing: list[str], *, is_theirs: bool) -> None:
        """Note what both journals changed since they last agreed."""
        at = str(theirs.get(CHANGED_AT, ""))
        since = stamps_of(self.connection, entity, mine.number)
        if at in since or (is_theirs and self.is_their_past(entity, mine, len(since))):
            return
        for name in differing:
            kept, dropped = (theirs, mine.values) if is_theirs else (mine.values, theirs)
            is_private = bool(kept.get(PRIVATE) or dropped.get(PRIVATE))
            told = [WITHHELD if is_private else shown(state.get(name)) for state in (kept, dropped)]
            self.conflicts.append(Disagreement(self.whose(entity, mine.number), name, *told))

    def is_their_past(self, entity: str, mine: Mine, states: int) -> bool:
        """Whether the other journal had the row as it is here; a file without history may have, if it never changed."""
        return self.knows(entity, mine.values["uuid"], mine.at) if self.knows else states == 1

    def whose(self, entity: str, number: int) -> str:
        """Whose row it is: a handle, or the table and the number."""
        row = self.rows.row(entity, number)
        person = number if entity == "person" else row.get("person_id")
        return self.rows.row("person", person)["handle"] if person else f"{entity} {number}"

    def take_held(self) -> None:
        """Take the rows that waited, but what this journal removed since and nobody changed later."""
        held = sorted(self.held, key=lambda row: ORDER[row.entity])
        waiting = HeldBack(held, self.gone, self.is_forgotten)
        waiting.decide()
        self.held, self.is_last = [], True
        living = (row for row in held if uuid_of(row) not in waiting.dead)
        for entity, group in groupby(living, key=lambda row: row.entity):
            self.take(entity, list(group))
        self.rows.flush()
        for _, number in self.rows.numbers("interaction", waiting.left_alone()):
            if self.rows.has_people(number):
                continue
            if self.rows.is_new("interaction", number):
                self.counts.subtract((entity, "new") for entity in self.rows.take_out("interaction", number))
            else:
                self.removed(self.rows.remove("interaction", number, self.rows.active_at("interaction", number)))
        for row in waiting.survivors:
            self.conflicts.append(Disagreement(label(row), row.entity, "changed there later", "removed here"))

    def take_forgotten(self) -> None:
        """Forget what the other forgot, but nothing that is here: that is told."""
        new = {key: at for key, at in self.forgotten_there if key not in self.forgotten}
        if not new:
            return
        for entity in ENTITIES:
            for number, uuid in self.connection.execute(f"SELECT id, uuid FROM {entity}"):
                if new.pop(digest(uuid), None) is not None:
                    self.conflicts.append(
                        Disagreement(self.whose(entity, number), entity, "is here", "forgotten there")
                    )
        self.connection.executemany("INSERT OR IGNORE INTO forgotten (digest, at) VALUES (?, ?)", new.items())

    def remove(self, removed: Gone) -> None:
        """Remove what the other journal removed, if nothing was changed about it here since."""
        for entity in reversed(ENTITIES):
            for number, at in list(self.removed_there(entity, removed)):
                if not self.rows.is_there(entity, number):
                    continue
                if at >= self.rows.active_at(entity, number):
                    self.removed(self.rows.remove(entity, number, at))
                else:
                    whose = self.whose(entity, number)
                    self.conflicts.append(Disagreement(whose, entity, "changed here later", "removed there"))

    def removed_there(self, entity: str, removed: Gone) -> Iterator[tuple[int, str]]:
        """Numbers of rows here that the other journal removed, and when."""
        if entity not in KEYS:
            instants = {uuid: at for (which, uuid), at in removed.rows.items() if which == entity}
            for uuid, number in self.rows.numbers(entity, set(instants)):
                yield number, instants[uuid]
            return
        for (which, key), at in removed.keys.items():
            if which == entity and (found := self.with_key(entity, dict(zip(KEYS[entity], key, strict=True)))):
                yield found, at

    def with_key(self, entity: str, values: Values) -> int | None:
        """The number of the row that has these fields."""
        row: dict[str, Any] = {}
        for field, value in values.items():
            target = REFERENCES[entity].get(field)
            number = dict(self.rows.numbers(target, {value})).get(value) if target and value else None
            if target and value and number is None:
                return None
            row[column(field, entity)] = number if target else value
        if entity == "not_same":
            row["person_id"], row["other_id"] = sorted(row.values())
        return self.rows.with_key(entity, row)

    def removed(self, entities: Iterable[str]) -> None:
        """Count rows that went."""
        self.counts.update((entity, "removed") for entity in entities)

    def told(self) -> Uniting:
        """What came of it."""
        tallies = tuple(
            Tally(entity, *(self.counts[entity, what] for what in ("new", "changed", "removed", "same")))
            for entity in ENTITIES
            if any(self.counts[entity, what] for what in ("new", "changed", "removed", "same"))
        )
        return Uniting(tallies, tuple(self.conflicts), tuple(self.rejected))
