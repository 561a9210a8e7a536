"""Any number of processes may write at once: whatever was acknowledged is there, and nothing else is lost."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from tests.faults.row_crowds import Writer, begin, finished, line, stored, writers
from tests.faults.row_crowds import acknowledged as entries
from tests.faults.tally import Tally
from tests.storage.driving import Desk, assert_sound, derived, files, looking, recomputed

ROUNDS = int(os.environ.get("NETLOG_FAULT_ROUNDS", "1"))
"""How many times over to do everything here."""


def acknowledged(started: Sequence[Writer]) -> dict[int, str]:
    """What all of them said was stored, once they have ended without a complaint."""
    tally = Tally()
    said = finished(started, tally)
    assert tally.is_clean, str(tally)
    return said


def assert_exact(desk: Desk) -> None:
    """The journal is whole, and counts what it holds."""
    assert_sound(desk.path)
    with looking(desk.path) as connection:
        assert derived(connection) == recomputed(desk.path, desk.reckoning)


@pytest.mark.parametrize("how_many", [2, 8])
def test_writers_at_once_lose_nothing(tmp_path: Path, how_many: int) -> None:
    desk = Desk(tmp_path / "journal.db")
    person = desk.add("giulia")

    with writers(desk.path, how_many, entries=15 * ROUNDS, person=person) as started:
        said = acknowledged(started)

    assert len(said) == how_many * 15 * ROUNDS
    assert stored(desk.path) == said
    assert_exact(desk)
    with desk.reading() as reader:
        assert reader.tie(person).contacts == len(said)


@pytest.mark.parametrize("attempt", range(2 * ROUNDS))
def test_eight_processes_may_race_to_make_the_journal(tmp_path: Path, attempt: int) -> None:
    desk = Desk(tmp_path / "new" / "folder" / "journal.db")

    with writers(desk.path, 8, entries=1) as started:
        said = acknowledged(started)

    assert stored(desk.path) == said
    with desk.reading() as reader:
        assert reader.people_count() == len(said) == 8
    assert set(files(desk.path.parent)) == {"journal.db", "journal.db.lock"}
    assert_exact(desk)


def test_a_reader_sees_every_state_whole_while_others_write(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "journal.db")
    person = desk.add("giulia")
    seen = [0]

    with writers(desk.path, 2, entries=20 * ROUNDS, person=person) as started:
        for writer in started:
            begin(writer)
        while any(writer.poll() is None for writer in started):
            with desk.reading() as reader:
                seen.append(reader.tie(person).contacts)
                assert reader.totals(None)[0] >= seen[-1]
            time.sleep(0.002)

    assert seen == sorted(seen)
    assert len(stored(desk.path)) == 40 * ROUNDS


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
def test_a_writer_killed_at_random_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    dice = Random(20260309)
    desk = Desk(tmp_path / "journal.db")
    person = desk.add("giulia")
    said: dict[int, str] = {}

    for _ in range(12 * ROUNDS):
        with writers(desk.path, 1, entries=0, person=person) as (writer,):
            begin(writer)
            said |= entries([line(writer)])
            time.sleep(dice.uniform(0, 0.03))
            writer.kill()
            said |= entries([writer.communicate()[0]])
        with desk.reading() as reader:
            assert reader.totals(None)[0] - len(said) in range(13 * ROUNDS)

    kept = stored(desk.path)
    assert {number: kept.get(number) for number in said} == said
    assert_exact(desk)
