"""Taking in what files say: appends and small changes by the hundred thousand, in one transaction."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from datetime import date
from typing import Any, Self

from netlog.domain.contacts import contact_key
from netlog.domain.people import Named
from netlog.ports_interchange import Held, OriginRow
from netlog.rows import NewFact, NewPerson
from netlog.storage.appends import SqlAppender
from netlog.storage.connect import configure, opened_to_read
from netlog.storage.derive import refresh, refresh_names, renew
from netlog.storage.erased import digest
from netlog.storage.journal import Journal
from netlog.storage.reader import SqlReader
from netlog.storage.statements import COLUMNS, UPSERTS
from netlog.storage.ties import batches, marks

FIELDS = ("name", "company", "role", "place", "birthday", "met", "met_on", "tier", "every_days", "is_kin", "via_id")
OWN = "netlog"
"""The source of people who were merged into others: the key is the UUID they had."""

CROWD = 50
"""As many people with one address are weighed: a whole firm may give the number of its front desk."""

ORIGIN = "id, key, person_id, interaction_id, inbox_id, said"


class ImportQueries(SqlReader):
    """Reads that importing needs besides the others."""

    def origin(self, source: str, key: str) -> OriginRow | None:
        """What that source said under that key before."""
        found = self.all(f"SELECT {ORIGIN} FROM origin WHERE source = ? AND key = ?", (source, key))
        return OriginRow(*found[0]) if found else None

    def origin_of_note(self, inbox: int) -> tuple[str, OriginRow] | None:
        """The source and the record that wait in a note of the inbox."""
        found = self.all(f"SELECT source, {ORIGIN} FROM origin WHERE inbox_id = ?", (inbox,))
        return (found[0][0], OriginRow(*found[0][1:])) if found else None

    def of_uuid(self, uuid: str) -> Named | None:
        """The person of that UUID, which may be one that was merged into them."""
        query = "SELECT id FROM person WHERE uuid = ? UNION SELECT person_id FROM origin WHERE source = ? AND key = ?"
        found = self.named(query, (uuid, OWN, uuid))
        return found[0] if found else None

    def named_by(self, person: int) -> Named:
        """The names of a person."""
        return self.named("SELECT ?", (person,))[0]

    def noted(self, name: str) -> str | None:
        """What the store itself keeps under that name."""
        value: str | None = self.one("SELECT value FROM meta WHERE name = ?", (name,))
        return value

    def is_forgotten(self, name: str) -> bool:
        """Whether what that names was erased for good: a UUID, or "SOURCE KEY" of what another program said."""
        return self.one("SELECT 1 FROM forgotten WHERE digest = ?", (digest(name),)) is not None

    def reached_by(self, folded: Collection[str]) -> tuple[Named, ...]:
        """Everybody who is reached in one of these ways, given as `contact_key` folds them; of a crowd the first."""
        query = "SELECT person_id FROM contact WHERE folded = ? ORDER BY id LIMIT ?"
        found = {row[0] for key in folded for row in self.all(query, (key, CROWD))}
        return tuple(each for batch in batches(found) for each in self.named(marks(batch), batch))

    def known_to(self, source: str, person: int) -> bool:
        """Whether the source has a record of the person."""
        return self.one("SELECT 1 FROM origin WHERE person_id = ? AND source = ?", (person, source)) is not None

    def held(self, person: int) -> Held:
        """What the journal holds of a person."""
        row = self.all(f"SELECT {', '.join(FIELDS)} FROM person WHERE id = ?", (person,))[0]
        own = "WHERE person_id = ? ORDER BY id"
        return Held(
            dict(zip(FIELDS, row, strict=True)),
            self.column(f"SELECT name FROM alias {own}", person),
            tuple(self.all(f"SELECT sort, value FROM contact {own}", (person,))),
            self.column(f"SELECT slug FROM tag {own}", person),
            tuple(self.all(f"SELECT side, words FROM topic {own}", (person,))),
            self.column(f"SELECT text FROM fact {own}", person),
            self.column(f"SELECT line FROM card_line {own}", person),
        )

    def participants(self, interaction: int) -> set[int]:
        """Who takes part in an interaction."""
        found = self.all("SELECT person_id FROM participant WHERE interaction_id = ?", (interaction,))
        return {row[0] for row in found}


class SqlImporter(SqlAppender):
    """A transaction that takes in what files say."""

    reader: ImportQueries

    def __enter__(self) -> Self:
        """Begin; raises StorageProblem when the journal cannot be written."""
        super().__enter__()
        self.reader = ImportQueries(self.connection, self.reckoning)
        self.unindexed: set[int] = set()
        return self

    def person(self, new: NewPerson) -> int:
        """Add a person with all that belongs to them; their number."""
        number = super().person(new)
        self.unindexed.add(number)
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
        """Remember what a source said under a key, and what became of it."""
        whose = {"person_id": person, "interaction_id": interaction, "inbox_id": inbox}
        self.insert("origin", source=source, key=key, said=said, **whose)

    def change_row(self, entity: str, number: int, changes: Mapping[str, Any]) -> None:
        """Set columns of a row, and keep what they were."""
        names = [name for name in COLUMNS[entity] if name in changes]
        after = {name: plain(changes[name]) for name in names}
        query = f"SELECT * FROM {entity} WHERE id = ?"
        whole = dict(zip(COLUMNS[entity], self.connection.execute(query, (number,)).fetchone(), strict=True))
        before = {name: whole[name] for name in names}
        columns = ", ".join(f"{name} = :{name}" for name in names)
        self.connection.execute(f"UPDATE {entity} SET {columns} WHERE id = :id", {**after, "id": number})
        self.journal.record(entity, number, before=before, after=after, owner={**whole, **after})
        if "name" in changes and entity == "person":
            self.unindexed.add(number)

    def remove_row(self, entity: str, number: int) -> None:
        """Remove a row on which nothing stands, and keep what it was."""
        row = self.connection.execute(f"SELECT * FROM {entity} WHERE id = ?", (number,)).fetchone()
        before = dict(zip(COLUMNS[entity], row, strict=True))
        self.connection.execute(f"DELETE FROM {entity} WHERE id = ?", (number,))
        self.journal.record(entity, number, before=before, owner=before)

    def remove_card_lines(self, person: int) -> None:
        """Remove the vCard lines kept of a person."""
        for (number,) in self.connection.execute("SELECT id FROM card_line WHERE person_id = ?", (person,)).fetchall():
            self.remove_row("card_line", number)

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
        rows: list[tuple[str, dict[str, Any]]] = [
            *(("alias", {"name": name}) for name in aliases),
            *(("contact", {"sort": sort, "value": v, "folded": contact_key(v)}) for sort, v in contacts),
            *(("tag", {"slug": slug}) for slug in tags),
            *(("topic", {"side": side, "words": words}) for side, words in topics),
            *(("card_line", {"line": line}) for line in extra),
        ]
        for on, text in facts:
            self.fact(NewFact(person, on, text))
        for entity, values in rows:
            self.insert(entity, person_id=person, **values)
            if entity == "alias":
                self.unindexed.add(person)

    def add_participant(self, interaction: int, person: int) -> None:
        """Let a person take part in an interaction."""
        self.insert("participant", interaction_id=interaction, person_id=person)

    def note(self, name: str, value: str) -> None:
        """Keep something about the store itself, which is no part of an operation."""
        self.connection.execute(UPSERTS["meta"], {"name": name, "value": value})

    def derive(self) -> None:
        """Make the derived rows of everything touched anew, the names only where they are not yet."""
        renew(self.connection, self.reckoning)
        refresh(self.connection, self.journal.touched, self.reckoning, named=self.unindexed)

    def index_names(self) -> bool:
        """Let whoever was added or renamed in this transaction be found by name; whether there was anybody."""
        found = bool(self.unindexed)
        for batch in batches(self.unindexed):
            refresh_names(self.connection, batch)
        self.unindexed.clear()
        return found


class Rehearsal(SqlImporter):
    """An import that leaves no trace: on a copy of the journal that goes when it is over."""

    def __enter__(self) -> Self:
        """Copy the journal, which may be absent."""
        self.connection = sqlite3.connect("", isolation_level=None)
        self.stack.callback(self.connection.close)
        with closing(opened_to_read(self.path, wait=self.wait)) as journal:
            journal.backup(self.connection)
        configure(self.connection)
        self.connection.execute("BEGIN")
        self.journal = Journal(self.connection, self.clock)
        self.reader = ImportQueries(self.connection, self.reckoning)
        self.unindexed = set()
        return self

    def finish(self, command: str, words: str) -> int:  # noqa: ARG002 (what an importer has)
        """Nothing is stored, so nothing need be derived."""
        return 0


def plain(value: Any) -> Any:  # noqa: ANN401 (column values)
    """Days as ISO text; everything else as it is."""
    return value.isoformat() if isinstance(value, date) else value
