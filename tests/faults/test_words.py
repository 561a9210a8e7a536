"""What netlog says when a disk fails at an awkward moment: what is so, and what to do."""

from pathlib import Path

import pytest
from tests.faults.disk import ERRORS, Action, Disk, Fault
from tests.faults.homes import JOBS, PEOPLE, Bench
from tests.storage.driving import looking

EIO = ERRORS["EIO"]
BACKED_UP = (*PEOPLE[:5], ("backup",))


@pytest.fixture
def bench(disk: Disk, tmp_path: Path) -> Bench:
    return Bench(disk, tmp_path)


def test_a_restore_that_the_disk_does_not_confirm_says_that_nobody_knows(bench: Bench) -> None:
    before = bench.made("before", *BACKED_UP)
    with bench.copy(before) as home:
        operations = bench.run(home, ["restore", "--yes"]).operations

    with bench.copy(before) as home:
        refused = bench.run(home, ["restore", "--yes"], fault=Fault(Action.REFUSE_FROM, operations - 1, EIO))

    assert refused.codes == (6,)
    assert "which may or may not be stored" in refused.complained


def test_forgetting_that_was_cut_short_says_so_and_is_finished_by_one_command(bench: Bench) -> None:
    home = bench.made("home", *PEOPLE, ["backup"])
    with bench.copy(home) as trial:
        operations = bench.run(trial, JOBS["forget"].command).operations

    refused = bench.run(home, JOBS["forget"].command, fault=Fault(Action.REFUSE_FROM, operations - 5, EIO))

    assert refused.codes == (6,)
    assert "erased from the journal, but not everything was cleared" in refused.complained
    bench.ok(home, ["forget", "--backups"])
    assert not any(b"giulia@example.org" in each.read_bytes() for each in home.rglob("*.db"))


def test_restoring_says_what_the_damaged_journal_still_tells_of_what_is_lost(bench: Bench) -> None:
    home = bench.made("home", *BACKED_UP, ["add", "Never Seen", "--new"])
    with looking(home / "journal.db") as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'participant'").fetchone()[0]
    with (home / "journal.db").open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))

    said = bench.ok(home, ["restore", "--yes"])

    assert "lost, as far as the damaged journal still tells: added Never Seen" in said


def test_restoring_over_something_else_says_since_when_everything_is_lost(bench: Bench) -> None:
    home = bench.made("home", *BACKED_UP)
    (home / "journal.db").write_bytes(b"")

    assert "whatever was stored after 2026-11-21T09:00:00Z is lost" in bench.ok(home, ["restore", "--yes"])


@pytest.mark.parametrize("command", ["doctor", "people", "add Zed", "undo"])
def test_words_of_the_schema_that_are_no_text_any_more_are_damage_and_no_bug(bench: Bench, command: str) -> None:
    home = bench.made("home", *BACKED_UP)
    data = bytearray((home / "journal.db").read_bytes())
    data[data.index(b"ON contact (person_id)") + 13] ^= 0x80
    (home / "journal.db").write_bytes(data)

    refused = bench.run(home, command.split())

    assert (refused.codes, "bug" in refused.complained) == ((6,), False)
    assert "damaged" in refused.said + refused.complained
