"""The side door holds a few facts a second time, because the first place takes too long to import."""

from netlog import side_door
from netlog.config import DEFAULTS
from netlog.domain.interactions import KINDS
from netlog.options import NAMED
from netlog.storage import connect


def test_the_layout_is_the_one_storage_writes() -> None:
    assert (side_door.APPLICATION_ID, side_door.SCHEMA_NUMBER) == (connect.APPLICATION_ID, connect.SCHEMA_NUMBER)


def test_the_defaults_are_those_of_the_settings() -> None:
    assert (DEFAULTS.day_starts_at, DEFAULTS.birthday_lead_days) == (side_door.DAY_STARTS_AT, side_door.LEAD_DAYS)


def test_the_longest_lead_and_the_latest_start_are_the_most_that_may_be_set() -> None:
    assert NAMED["birthday.lead_days"].allowed.endswith(f" to {side_door.LONGEST_LEAD}")
    assert NAMED["day_starts_at"].allowed.endswith(f" to {side_door.LATEST_START}")


def test_the_kinds_are_those_that_netlog_knows() -> None:
    assert sorted(side_door.KINDS) == sorted(KINDS)
