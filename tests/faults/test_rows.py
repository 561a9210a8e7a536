"""The short form of the table of faults; `python -m tests.faults` runs the same at full length."""

from pathlib import Path

import pytest
from tests.faults.disk import Disk
from tests.faults.numbers import SHORT
from tests.faults.row_damage import IN_PART
from tests.faults.rows import BY_ID
from tests.faults.tally import Tally

COPYING = {"restore", "backup", "forget"}
"""Commands whose last operation is not the end of a change."""


def done(row: str, disk: Disk, folder: Path, part: str = "") -> Tally:
    """Do that row, or a part of it, and hold it to its promise: something was done, nothing lost, nothing damaged."""
    tally = BY_ID[row].run(disk, folder, part, SHORT)
    assert tally.is_clean, str(tally)
    assert tally.done
    return tally


def test_what_a_process_acknowledged_before_it_was_killed_is_there(disk: Disk, tmp_path: Path) -> None:
    tally = done("T1", disk, tmp_path)

    assert tally.done == SHORT.kills
    assert tally.acknowledged


@pytest.mark.parametrize("command", BY_ID["T2"].parts)
def test_a_command_killed_at_any_write_leaves_the_journal_as_before_or_as_after(
    disk: Disk, tmp_path: Path, command: str
) -> None:
    assert done("T2", disk, tmp_path, command).done == SHORT.moments


@pytest.mark.parametrize("command", BY_ID["T3"].parts)
def test_a_power_cut_takes_nothing_that_was_acknowledged(disk: Disk, tmp_path: Path, command: str) -> None:
    assert done("T3", disk, tmp_path, command).done >= SHORT.cuts


@pytest.mark.parametrize("command", BY_ID["T4"].parts)
def test_a_disk_that_refuses_an_operation_is_told_of_as_it_is(disk: Disk, tmp_path: Path, command: str) -> None:
    tally = done("T4", disk, tmp_path, command)

    assert tally.done == SHORT.refusals
    assert tally.notes["unknown"] or command in COPYING, "the last operation of a change is the one nobody can know of"


@pytest.mark.parametrize("care", BY_ID["T5"].parts)
def test_the_harness_notices_when_netlog_takes_less_care(disk: Disk, tmp_path: Path, care: str) -> None:
    done("T5", disk, tmp_path, care)


def test_sixteen_writers_at_once_lose_nothing_and_count_right(disk: Disk, tmp_path: Path) -> None:
    assert done("T6", disk, tmp_path).done == SHORT.writers * SHORT.entries


def test_commands_at_once_as_a_shell_starts_them_lose_nothing(disk: Disk, tmp_path: Path) -> None:
    assert done("T7", disk, tmp_path).done == SHORT.processes * SHORT.commands


def test_sixteen_processes_may_race_to_make_the_journal(disk: Disk, tmp_path: Path) -> None:
    done("T8", disk, tmp_path)


@pytest.mark.parametrize("layout", BY_ID["T9"].parts)
def test_an_upgrade_that_dies_or_is_refused_leaves_the_old_journal_or_the_new(
    disk: Disk, tmp_path: Path, layout: str
) -> None:
    assert done("T9", disk, tmp_path, layout).done == SHORT.upgrades


def test_a_newer_journal_is_refused_by_every_command_and_not_touched(disk: Disk, tmp_path: Path) -> None:
    done("T10", disk, tmp_path)


@pytest.mark.parametrize("way", BY_ID["T11"].parts)
def test_a_damaged_journal_is_found_and_put_back_and_kept(disk: Disk, tmp_path: Path, way: str) -> None:
    tally = done("T11", disk, tmp_path, way)

    assert way in IN_PART or tally.notes["missed"] == 0


def test_a_drill_ends_with_every_row_and_says_what_was_lost(disk: Disk, tmp_path: Path) -> None:
    done("T12", disk, tmp_path)


def test_every_backup_made_while_others_write_is_whole(disk: Disk, tmp_path: Path) -> None:
    assert done("T13", disk, tmp_path).done == SHORT.copies


@pytest.mark.parametrize("umask", ["000"])
def test_no_file_is_ever_open_to_others_whatever_the_umask(disk: Disk, tmp_path: Path, umask: str) -> None:
    assert done("T14", disk, tmp_path, umask).done > 100


def test_a_disk_that_may_only_be_read_is_read_and_not_written(disk: Disk, tmp_path: Path) -> None:
    done("T21", disk, tmp_path)
