"""The check behind doctor finds every derived row that is not what the log says."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, files, looking
from tests.storage.journals import crowd, fill

from netlog.storage.connect import opened_to_read
from netlog.storage.verify import DERIVED, drift


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A crowd, written today."""
    desk = Desk(tmp_path / "journal.db")
    fill(desk, *crowd(7))
    return desk


def found(desk: Desk) -> dict[str, int]:
    with closing(opened_to_read(desk.path)) as connection:
        return drift(connection, desk.reckoning)


def test_a_journal_that_was_only_written_by_netlog_has_no_drift(desk: Desk) -> None:
    assert found(desk) == {}


@pytest.mark.parametrize("days", [-365, 1, 45, 800])
def test_age_is_no_drift(desk: Desk, days: int) -> None:
    desk.turn_to(TODAY + timedelta(days), stamp="other")

    assert found(desk) == {}


@pytest.mark.parametrize(
    ("damage", "table"),
    [
        ("UPDATE tie SET due_on = due_on + 1 WHERE person_id = 3", "tie"),
        ("DELETE FROM tie WHERE person_id = 3", "tie"),
        ("UPDATE contact_day SET worth = 0.123 WHERE rowid_like = 1", "contact_day"),
        ("DELETE FROM name_key WHERE person_id = 3 AND key = (SELECT handle FROM person WHERE id = 3)", "name_key"),
        ("UPDATE calibration SET kept = kept + 1 WHERE window = (SELECT max(window) FROM calibration)", "calibration"),
        ("DELETE FROM passage WHERE id = 1", "passage"),
    ],
    ids=lambda value: value if value in DERIVED else "",
)
def test_a_derived_row_that_is_wrong_or_missing_is_counted(desk: Desk, damage: str, table: str) -> None:
    first = "(person_id, on_day, interaction_id) = (SELECT person_id, on_day, interaction_id FROM contact_day LIMIT 1)"
    with looking(desk.path) as connection:
        connection.execute(damage.replace("rowid_like = 1", first))

    assert set(found(desk)) == {table}
    assert found(desk)[table] >= 1


def test_a_row_of_nobody_is_counted(desk: Desk) -> None:
    with looking(desk.path) as connection:
        connection.execute("INSERT INTO name_key VALUES ('ghost', 9999)")

    assert found(desk) == {"name_key": 1}


def test_the_check_only_reads(desk: Desk) -> None:
    before = files(desk.path.parent)

    found(desk)

    assert files(desk.path.parent) == before
