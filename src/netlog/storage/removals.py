"""What a journal says is gone: removals that stand in its history, told apart from what merely went along."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from netlog.domain.stored_rows import ENTITIES, FIELDS, REFERENCES
from netlog.storage.stored import LATEST, Values, column

KEYS: Mapping[str, tuple[str, ...]] = {
    "event": ("slug",),
    "participant": ("interaction", "person"),
    "tag": ("slug", "person", "interaction"),
    "alias": ("person", "name"),
    "contact": ("person", "sort", "value"),
    "topic": ("person", "side", "words"),
    "not_same": ("person", "other"),
    "mentor_session": ("interaction",),
    "origin": ("source", "key"),
}
"""What of these a journal has once: two rows with the same fields are the same thing, whatever their UUIDs."""

Key = tuple[Any, ...]
Place = tuple[str, int]


class Removal(NamedTuple):
    """A row that was removed, as it was, and the operation that did it."""

    entity: str
    row: dict[str, Any]
    operation: int
    at: str

    @property
    def place(self) -> Place:
        """Which row it was."""
        return self.entity, self.row["id"]


class Gone(NamedTuple):
    """What was removed and when: by UUID, by key where rows have one, and contacts that went with their people."""

    rows: dict[tuple[str, str], str]
    keys: dict[tuple[str, Key], str]
    fell: frozenset[str]

    def at(self, entity: str, values: Values) -> str | None:
        """When the thing was removed."""
        if entity in KEYS:
            return self.keys.get((entity, key_of(entity, values)))
        return self.rows.get((entity, values["uuid"]))


NOTHING_GONE = Gone({}, {}, frozenset())


def is_owner(entity: str, field: str) -> bool:
    """Whether a row goes when what this field names is gone."""
    return entity == "tag" or FIELDS[entity][field].is_needed


def key_of(entity: str, values: Values) -> Key:
    """What the row is known by besides its UUID."""
    return tuple(values.get(field) for field in KEYS[entity])


def gone(connection: sqlite3.Connection) -> Gone:
    """Everything a journal removed and has not got again."""
    by_operation: defaultdict[int, list[Removal]] = defaultdict(list)
    removed_uuids: dict[Place, str] = {}
    for removal in removals(connection):
        by_operation[removal.operation].append(removal)
        removed_uuids[removal.place] = removal.row["uuid"]
    rows: dict[tuple[str, str], str] = {}
    keys: dict[tuple[str, Key], str] = {}
    fell: set[str] = set()
    for together in by_operation.values():
        places = {each.place for each in together}
        with_people = entries_with_people(together, places)
        for each in together:
            if each.place in with_people:
                fell.add(each.row["uuid"])
            elif not went_along(each, places) and not is_there(connection, each):
                note(connection, each, removed_uuids, rows, keys)
    return Gone(rows, keys, frozenset(fell))


def removals(connection: sqlite3.Connection) -> Iterator[Removal]:
    """Every removal by an operation that stands."""
    rows = connection.execute(
        f"""
        SELECT entity, before, operation_id, {LATEST} FROM change JOIN operation ON operation.id = operation_id
        WHERE undone IS NULL AND NOT is_insertion AND after IS NULL AND before IS NOT NULL ORDER BY change.id
        """
    )
    for entity, before, operation, at in rows:
        if entity in FIELDS:
            yield Removal(entity, json.loads(before), operation, at)


def entries_with_people(together: list[Removal], places: set[Place]) -> set[Place]:
    """Contacts that one operation removed along with somebody who took part."""
    return {
        ("interaction", each.row["interaction_id"])
        for each in together
        if each.entity == "participant"
        and ("person", each.row["person_id"]) in places
        and ("interaction", each.row["interaction_id"]) in places
    }


def went_along(removal: Removal, places: set[Place]) -> bool:
    """Whether the same operation removed what the row hung on."""
    return any(
        is_owner(removal.entity, field) and (target, removal.row.get(column(field, removal.entity))) in places
        for field, target in REFERENCES[removal.entity].items()
    )


def is_there(connection: sqlite3.Connection, removal: Removal) -> bool:
    """Whether the journal has the row again, or another one with its key."""
    names = [column(field, removal.entity) for field in KEYS.get(removal.entity, ("uuid",))]
    condition = " AND ".join(f'"{name}" IS :{name}' for name in names)
    query = f"SELECT 1 FROM {removal.entity} WHERE {condition}"
    return connection.execute(query, removal.row).fetchone() is not None


def note(
    connection: sqlite3.Connection,
    removal: Removal,
    removed_uuids: Mapping[Place, str],
    rows: dict[tuple[str, str], str],
    keys: dict[tuple[str, Key], str],
) -> None:
    """Keep the latest removal of a thing."""
    entity, row = removal.entity, removal.row
    if entity not in KEYS:
        place = (entity, row["uuid"])
        rows[place] = max(rows.get(place, ""), removal.at)
        return
    values: Values = {field: row.get(column(field, entity)) for field in KEYS[entity]}
    for field, target in REFERENCES[entity].items():
        if field in values and values[field] is not None:
            values[field] = removed_uuids.get((target, values[field])) or uuid_of(connection, target, values[field])
    if entity == "not_same":
        values = dict(zip(values, sorted(map(str, values.values())), strict=True))
    named = (entity, key_of(entity, values))
    keys[named] = max(keys.get(named, ""), removal.at)


def uuid_of(connection: sqlite3.Connection, entity: str, number: int) -> str | None:
    """The UUID of a row."""
    found = connection.execute(f"SELECT uuid FROM {entity} WHERE id = ?", (number,)).fetchone()
    return found[0] if found else None


ORDER: Mapping[str, int] = {entity: place for place, entity in enumerate(ENTITIES)}
