"""A stored clock goes stale on known days, and a reader sets it right without writing."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, derived, files, looking, recomputed

from netlog.domain.cadence import Targets
from netlog.storage.ties import outdated

AHEAD = timedelta(5)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Somebody met today, with a coffee planned in five days."""
    desk = Desk(tmp_path / "journal.db")
    desk.log(desk.add("giulia", tags=("pm",)), on_day=TODAY + AHEAD)
    return desk


def stale(desk: Desk) -> set[int]:
    with looking(desk.path) as connection:
        return outdated(connection, desk.reckoning)


@pytest.mark.parametrize(
    ("days", "last"),
    [(0, None), (4, None), (5, TODAY + AHEAD), (6, TODAY + AHEAD), (400, TODAY + AHEAD), (-365, None)],
)
def test_a_contact_ahead_counts_from_its_day_on(desk: Desk, days: int, last: object) -> None:
    before = files(desk.path.parent)
    desk.turn_to(TODAY + timedelta(days))

    with desk.reading() as reader:
        clock = reader.tie(1).clock
        assert clock is not None
        assert clock.last == (None if last is None else (TODAY + AHEAD).toordinal())
        assert derived(reader.connection) == recomputed(desk.path, desk.reckoning)
    assert files(desk.path.parent) == before


def test_a_clock_set_back_takes_back_what_has_not_happened_yet(desk: Desk) -> None:
    desk.turn_to(TODAY + timedelta(30))
    desk.log(1)
    desk.turn_to(TODAY - timedelta(335))

    with desk.reading() as reader:
        tie = reader.tie(1)
        assert tie.clock is not None
        assert (tie.clock.last, tie.clock.days) == (None, 0)
        assert derived(reader.connection) == recomputed(desk.path, desk.reckoning)


def test_other_settings_give_other_clocks_at_once(desk: Desk) -> None:
    desk.turn_to(TODAY, targets=Targets(tag_days={"pm": 11}), stamp='[cadence.tags]\npm = "11d"')

    with desk.reading() as reader:
        assert (reader.tie(1).rule, derived(reader.connection)) == ("tag:pm", recomputed(desk.path, desk.reckoning))


def test_a_write_leaves_no_clock_stale(desk: Desk) -> None:
    for days, stamp in ((0, ""), (5, ""), (5, "other"), (-365, "other")):
        desk.turn_to(TODAY + timedelta(days), stamp=stamp)
        desk.add(f"aiko{days}{stamp}")
        assert stale(desk) == set()


def test_only_the_ties_that_a_day_changes_are_stale(desk: Desk) -> None:
    desk.log(desk.add("aiko"))

    assert stale(desk) == set()
    desk.turn_to(TODAY + AHEAD)
    assert stale(desk) == {1}
    desk.turn_to(TODAY - timedelta(1))
    assert stale(desk) == {2}
    desk.turn_to(TODAY, stamp="other")
    assert stale(desk) == {1, 2}


def test_a_reader_may_be_freshened_again(desk: Desk) -> None:
    desk.turn_to(TODAY + AHEAD, stamp="other")

    with desk.reading() as reader:
        first = derived(reader.connection)
        reader.freshen()
        assert derived(reader.connection) == first
