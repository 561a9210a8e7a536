"""The schema is declared once: everything else that knows a column agrees with tables.py."""

import io
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from alembic import command
from tests.storage.driving import TODAY, laid_out_as_1, looking, reckoning_on

from netlog.domain.scheduler import Clock
from netlog.storage.connect import APPLICATION_ID, SCHEMA_NUMBER, empty
from netlog.storage.migrate import alembic_on, upgrade
from netlog.storage.schema import METADATA
from netlog.storage.statements import COLUMNS
from netlog.storage.undo import OWNERS

SCRIPT = Path(__file__).parents[2] / "scripts" / "statements.py"


def test_the_compiled_statements_are_fresh() -> None:
    checked = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)

    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_stored_tie_holds_exactly_the_fields_of_a_clock_in_their_order() -> None:
    columns = COLUMNS["tie"]
    first, last = columns.index("target_days"), columns.index("days")

    assert columns[first : last + 1] == Clock.__match_args__


def test_undo_knows_every_row_that_can_stand_on_another() -> None:
    owned = defaultdict(set)
    for table in METADATA.tables.values():
        for key in table.foreign_keys:
            owned[key.column.table.name].add((table.name, key.parent.name))
    del owned["operation"]

    assert {target: set(owners) for target, owners in OWNERS.items()} == owned


def test_the_migrations_end_where_the_tables_are_declared(tmp_path: Path) -> None:
    path = laid_out_as_1(tmp_path / "journal.db")
    upgrade(path, reckoning_on(TODAY))

    with looking(path) as connection:
        config = alembic_on(connection)
        config.stdout = io.StringIO()
        command.check(config)


def test_a_migrated_journal_is_laid_out_as_a_fresh_one(tmp_path: Path) -> None:
    path = laid_out_as_1(tmp_path / "journal.db")
    upgrade(path, reckoning_on(TODAY))

    with looking(path) as migrated, closing(empty()) as fresh:
        for query in ("SELECT type, name, tbl_name, sql FROM sqlite_master", "SELECT * FROM alembic_version"):
            assert normal(migrated.execute(query)) == normal(fresh.execute(query))
        for setting, value in (("application_id", APPLICATION_ID), ("user_version", SCHEMA_NUMBER)):
            assert migrated.execute(f"PRAGMA {setting}").fetchone() == (value,)
            assert fresh.execute(f"PRAGMA {setting}").fetchone() == (value,)


def normal(rows: Iterable[Iterable[object]]) -> list[str]:
    """Rows as text, with single spaces, names without quotes (renaming a table adds them), and in one order."""
    texts = (" | ".join(map(str, row)).replace('"', "") for row in rows)
    return sorted(re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", text)) for text in texts)
