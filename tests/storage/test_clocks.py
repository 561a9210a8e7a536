"""A stored clock goes stale on known days, and a reader sets it right without writing."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, Rows, contact, derived, files, looking, recomputed

from netlog.domain.cadence import Targets
from netlog.domain.calibration import KEPT, window_of
from netlog.rows import NewSeason
from netlog.storage.reader import SqlReader
from netlog.storage.ties import outdated

AHEAD = timedelta(5)
OWN = {"coffee": 0.3, "message": 1.0}


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


@pytest.fixture
def history(tmp_path: Path) -> Desk:
    """A year of coffees with one, and of messages with another."""
    desk = Desk(tmp_path / "history.db")
    giulia, tom = desk.add("giulia"), desk.add("tom")
    coffee, message = contact((giulia,), desk.clock), contact((tom,), desk.clock)
    with desk.appending() as appender:
        for day in (TODAY - timedelta(ago) for ago in range(3, 363, 40)):
            appender.interaction(coffee._replace(on_day=day))
            appender.interaction(message._replace(on_day=day - timedelta(5), kind="message", depth="message"))
        appender.finish("log", "logged a year")
    return desk


def stored(desk: Desk) -> Rows:
    with looking(desk.path) as connection:
        return derived(connection)


def shadows(reader: SqlReader) -> set[str]:
    """The derived tables a reader has made copies of, for itself."""
    return {name for (name,) in reader.connection.execute("SELECT name FROM sqlite_temp_schema WHERE type = 'table'")}


def test_other_worths_are_seen_at_once_by_who_only_reads(history: Desk) -> None:
    before = files(history.path.parent)
    history.turn_to(TODAY, worths=OWN, stamp="own")

    with history.reading() as reader:
        assert shadows(reader) == {"contact_day", "tie", "calibration"}
        assert derived(reader.connection) == recomputed(history.path, history.reckoning)
        assert (reader.tie(1).log.days, reader.tie(2).log.days) == (0, 9)
        assert {share for share, _ in reader.marks(1)} == {0.3}
    assert files(history.path.parent) == before


def test_a_write_stores_what_other_worths_make(history: Desk) -> None:
    history.turn_to(TODAY, worths=OWN, stamp="own")

    history.add("aiko")

    assert stored(history) == recomputed(history.path, history.reckoning)
    with history.reading() as reader:
        assert shadows(reader) == set()


def test_worths_taken_back_give_what_was(history: Desk) -> None:
    before = stored(history)
    history.turn_to(TODAY, worths=OWN, stamp="own")
    number = history.log(1, kind="note", depth="touch", on_day=TODAY - timedelta(1))
    history.turn_to(TODAY)

    with history.recording() as records:
        records.remove_entry(number)
        records.finish("rm", "removed an entry")

    assert stored(history) == before


@pytest.mark.parametrize("own", [{"sauna": 0.5}, {"coffee": 1.0}])
def test_worths_of_kinds_that_are_not_there_or_as_shipped_change_no_tie(history: Desk, own: dict[str, float]) -> None:
    before = stored(history)
    history.turn_to(TODAY, worths=own, stamp="own")

    with history.reading() as reader:
        assert derived(reader.connection) == before == recomputed(history.path, history.reckoning)


@pytest.mark.parametrize("days", [1, 29, 30, 31, 90, 700, -1, -30, -365])
def test_forecasts_are_those_of_the_windows_before_today(history: Desk, days: int) -> None:
    before = files(history.path.parent)
    history.turn_to(TODAY + timedelta(days))
    window = window_of(history.day.toordinal())

    with history.reading() as reader:
        windows = {row[0] for row in derived(reader.connection)["calibration"]}
        assert derived(reader.connection) == recomputed(history.path, history.reckoning)
        assert windows <= set(range(window - KEPT, window))
        assert ("calibration" in shadows(reader)) == (window != window_of(TODAY.toordinal()))
    assert files(history.path.parent) == before


@pytest.mark.parametrize("days", [30, -365])
def test_a_write_in_another_window_stores_its_forecasts(history: Desk, days: int) -> None:
    history.turn_to(TODAY + timedelta(days))

    history.log(2)

    assert stored(history) == recomputed(history.path, history.reckoning)


def test_a_journal_that_lies_in_the_future_knows_nothing_yet(history: Desk) -> None:
    """A clock set back to before it was begun: no contact, no forecast, nobody due, and no complaint."""
    history.turn_to(TODAY - timedelta(1000))

    with history.reading() as reader:
        ties = [reader.tie(1), reader.tie(2)]
        assert [(tie.log.days, tie.pace, tie.hidden_until) for tie in ties] == [(0, 1.0, 0)] * 2
        assert [reader.rank(tie.id, day=history.day) for tie in ties] == [None, None]
        assert derived(reader.connection)["calibration"] == []
        assert derived(reader.connection) == recomputed(history.path, history.reckoning)


@pytest.mark.parametrize(("days", "is_on"), [(-1, False), (0, True), (9, True), (10, False), (400, False)])
def test_a_season_begins_and_is_over_on_its_days_without_a_write(history: Desk, days: int, is_on: bool) -> None:
    plain = pulls(history)
    with history.appending() as appender:
        appender.season(NewSeason("hiring", "tier:close", 2.0, TODAY, TODAY + timedelta(10)))
        appender.finish("season", "season hiring")
    with history.recording() as records:
        records.change_person(1, {"tier": "close"})
        records.finish("edit", "edited giulia")
    history.turn_to(TODAY + timedelta(days))
    before = files(history.path.parent)

    with history.reading() as reader:
        clock = reader.tie(1).clock
        assert clock is not None
        assert clock.pull == 4**0.5 * 30 ** (3 / 8) * (2 if is_on else 1)
        assert derived(reader.connection) == recomputed(history.path, history.reckoning)
    assert pulls(history)[2] == plain[2]
    assert files(history.path.parent) == before


def test_only_who_a_season_speaks_of_is_stale_when_it_ends_and_undoing_it_gives_what_was(history: Desk) -> None:
    before = stored(history)
    with history.reading() as reader:
        uuid = reader.person(2).uuid
    with history.appending() as appender:
        appender.season(NewSeason("hiring", f"person:{uuid}", 3.0, TODAY, TODAY + timedelta(10)))
        number = appender.finish("season", "season hiring")
    assert stored(history) != before

    history.turn_to(TODAY + timedelta(10))
    assert stale(history) == {2}
    history.turn_to(TODAY)
    history.undo(number)
    assert stored(history) == before


def pulls(desk: Desk) -> dict[int, float | None]:
    with desk.reading() as reader:
        return {tie.id: tie.clock and tie.clock.pull for tie in (reader.tie(1), reader.tie(2))}


def test_a_skipped_day_counts_from_its_day_on(history: Desk) -> None:
    history.turn_to(TODAY + timedelta(100))
    with history.recording() as records:
        records.change_person(1, {"skipped_on": history.day})
        records.finish("skip", "skipped giulia")

    dues = []
    for day in (TODAY + timedelta(99), TODAY + timedelta(100)):
        history.turn_to(day)
        with history.reading() as reader:
            clock = reader.tie(1).clock
            assert clock
            dues.append(clock.due_exact - clock.lapse_exact)
            assert derived(reader.connection) == recomputed(history.path, history.reckoning)
    assert dues[0] == 0 < dues[1]
