"""Compile the SQL of the hot path from the SQLModel tables: `python scripts/statements.py [--check]`."""

import sys
from pathlib import Path

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.schema import CreateIndex, CreateTable

from netlog.storage.schema import METADATA, SEARCH

TARGET = Path(__file__).parent.parent / "src/netlog/storage/statements.py"
DIALECT = sqlite.dialect(paramstyle="named")
HEAD = '"""SQL compiled from the tables by scripts/statements.py: do not edit, run that instead."""\n'


def ordered() -> list[Table]:
    """The tables, each after those it refers to."""
    return list(METADATA.sorted_tables)


def schema() -> list[str]:
    """Every CREATE of a fresh store, in order."""
    made = [str(CreateTable(table).compile(dialect=DIALECT)).strip() for table in ordered()]
    indexes = sorted((index for table in ordered() for index in table.indexes), key=lambda index: str(index.name))
    made += [str(CreateIndex(index).compile(dialect=DIALECT)).strip() for index in indexes]
    return [*("\n".join(line.rstrip() for line in text.splitlines()) for text in made), *SEARCH]


def inserted(table: Table) -> str:
    """INSERT of a whole row; a row whose number is NULL is given the next one."""
    return str(insert(table).compile(dialect=DIALECT, column_keys=[column.name for column in table.columns]))


def replaced(table: Table, *key: str) -> str:
    """INSERT of a derived row that takes the place of the one with the same key."""
    row = insert(table)
    rest = {column.name: row.excluded[column.name] for column in table.columns if column.name not in {*key, "id"}}
    columns = [column.name for column in table.columns if column.name != "id"]
    return str(row.on_conflict_do_update(index_elements=key, set_=rest).compile(dialect=DIALECT, column_keys=columns))


def module() -> str:
    """The text of statements.py."""
    by_name = METADATA.tables
    inserts = {table.name: inserted(table) for table in ordered()}
    upserts = {
        "tie": replaced(by_name["tie"], "person_id"),
        "passage": replaced(by_name["passage"], "source", "source_id"),
        "meta": replaced(by_name["meta"], "name"),
    }
    columns = {table.name: tuple(column.name for column in table.columns) for table in ordered()}
    rows = "".join(f"    {sql!r},\n" for sql in schema())
    parts = [HEAD, f"SCHEMA: tuple[str, ...] = (\n{rows})\n"]
    for name, mapping in (("INSERTS", inserts), ("UPSERTS", upserts)):
        rows = "".join(f"    {key!r}: {sql!r},\n" for key, sql in mapping.items())
        parts += [f"{name}: dict[str, str] = {{\n{rows}}}\n"]
    rows = "".join(f"    {key!r}: {value!r},\n" for key, value in columns.items())
    parts += [f"COLUMNS: dict[str, tuple[str, ...]] = {{\n{rows}}}\n"]
    return "\n".join(parts)


def main() -> int:
    """Write the module, or with --check say whether it is fresh."""
    if "--check" not in sys.argv:
        TARGET.write_text(module(), encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == module():
        return 0
    print("src/netlog/storage/statements.py is stale: run python scripts/statements.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
