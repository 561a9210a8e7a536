"""The side door holds a few facts a second time, because the first place takes too long to import."""

from netlog import side_door
from netlog.config import DEFAULTS
from netlog.domain.interactions import KINDS
from netlog.options import NAMED
from netlog.storage import connect


def test_the_layout_is_the_one_storage_writes() -> None:
    assert (side_door.APPLICATION_ID, side_door.SCHEMA_NUMBER) == (connect.APPLICATION_ID, connect.SCHEMA_NUMBER)


def test_a_day_begins_when_the_settings_say() -> None:
    assert DEFAULTS.day_starts_at == side_door.DAY_STARTS_AT
    assert NAMED["day_starts_at"].allowed.endswith(f" to {side_door.LATEST_START}")


def test_the_kinds_are_those_that_netlog_knows() -> None:
    assert sorted(side_door.KINDS) == sorted(KINDS)
