"""Rows as other journals see them: read with UUIDs where this one has numbers, and when each was changed last."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from netlog.domain.stored_rows import CHANGED_AT, ENTITIES, FIELDS, REFERENCES
from netlog.storage.ties import marks

BATCH = 500
Values = dict[str, Any]

FLAGS: Mapping[str, tuple[str, ...]] = {
    entity: tuple(name for name, field in fields.items() if field.sort == "flag") for entity, fields in FIELDS.items()
}

LATEST = "coalesce(nullif(made_at, ''), operation.at)"
"""When a change was made, here or in the journal it came from."""


def column(field: str, entity: str) -> str:
    """The column of a field."""
    return f"{field}_id" if field in REFERENCES[entity] else field


def selected(entity: str) -> str:
    """The number and the fields of every row, up to FROM and its joins."""
    names = [f"of_{field}.uuid" if field in REFERENCES[entity] else f'{entity}."{field}"' for field in FIELDS[entity]]
    joins = [
        f"LEFT JOIN {target} AS of_{field} ON of_{field}.id = {entity}.{field}_id"
        for field, target in REFERENCES[entity].items()
    ]
    return f"SELECT {entity}.id, {entity}.uuid, {', '.join(names)} FROM {entity} {' '.join(joins)}"


SELECTED: Mapping[str, str] = {entity: selected(entity) for entity in ENTITIES}


def fetched(
    connection: sqlite3.Connection, entity: str, rest: str, parameters: Collection[Any] = ()
) -> Iterator[tuple[int, Values]]:
    """The number and the fields of the rows that the rest of the query chooses; what is empty is left out."""
    names, flags = ("uuid", *FIELDS[entity]), FLAGS[entity]
    for number, *row in connection.execute(f"{SELECTED[entity]} {rest}", tuple(parameters)):
        values = {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for flag in flags:
            values[flag] = bool(values[flag])
        yield number, in_order(entity, values)


def in_order(entity: str, values: Values) -> Values:
    """The two people of a pair in the order of their UUIDs: that of their numbers means nothing elsewhere."""
    if entity == "not_same" and values["other"] < values["person"]:
        return {**values, "person": values["other"], "other": values["person"]}
    return values


def batched(rows: Iterator[tuple[int, Values]]) -> Iterator[list[tuple[int, Values]]]:
    """The rows, a few hundred at a time."""
    while batch := list(islice(rows, BATCH)):
        yield batch


def changed_at(connection: sqlite3.Connection, entity: str, numbers: Collection[int]) -> dict[int, str]:
    """When each of these rows was changed last by an operation that stands."""
    rows = connection.execute(
        f"""
        SELECT row_id, {LATEST}, max(change.id) FROM change JOIN operation ON operation.id = operation_id
        WHERE undone IS NULL AND entity = ? AND row_id IN ({marks(numbers)}) GROUP BY row_id
        """,
        (entity, *numbers),
    )
    return {number: at for number, at, _ in rows}


def dated(connection: sqlite3.Connection, entity: str, batch: list[tuple[int, Values]]) -> Iterator[Values]:
    """The fields of the rows, with when each was changed last."""
    instants = changed_at(connection, entity, [number for number, _ in batch])
    for number, values in batch:
        at = instants.get(number)
        yield values if at is None else {**values, CHANGED_AT: at}


def stamps_of(connection: sqlite3.Connection, entity: str, number: int) -> set[str]:
    """Every instant at which a row was changed by an operation that stands."""
    rows = connection.execute(
        f"""
        SELECT {LATEST} FROM change JOIN operation ON operation.id = operation_id
        WHERE undone IS NULL AND entity = ? AND row_id = ?
        """,
        (entity, number),
    )
    return {row[0] for row in rows}
