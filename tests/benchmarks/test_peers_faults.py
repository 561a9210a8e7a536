"""The faults that netlog is compared under tell a careless program from a careful one."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from peer_files import Entry
from peers_fault_crowd import crowd
from peers_fault_kills import compiled, kills
from peers_fault_room import can_mount, on_full_disks, under_quotas
from peers_fault_screen import ACTIVE, hostile, modes, screen
from peers_fault_tools import Peer, Tool, seeded
from peers_faults import markdown

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the faults are made as Linux lets them be made")
DIARY = Path(__file__).with_name("diary.py")
SEEDS = 300


def lay_out(tool: Tool, found: Sequence[Entry]) -> None:
    if found:
        tool.home.joinpath("diary.txt").write_text("".join(f"{e.text}\n" for e in found), encoding="utf-8")


def diary(home: Path, how: str, found: Sequence[Entry] | None = None) -> Tool:
    """A diary with entries, careful or careless."""
    peer = Peer("diary", "diary", "", "tests", SEEDS, lay_out, (how, "add", "{text}"), (how, "read"), (how, "list"))
    return seeded(peer, (sys.executable, "-I", "-S", str(DIARY)), home / "home", found)


@pytest.fixture
def shim(tmp_path: Path) -> Path:
    if (library := compiled(tmp_path)) is None:
        pytest.skip("no C compiler")
    return library


def test_a_kill_leaves_nothing_of_a_file_that_is_written_over(tmp_path: Path, shim: Path) -> None:
    damage, _, worst = kills(diary(tmp_path, "careless"), shim).partition("/")

    assert int(damage) > 0
    assert worst.endswith("all gone")


def test_a_kill_does_no_harm_to_a_file_that_is_replaced(tmp_path: Path, shim: Path) -> None:
    damage, _, moments = kills(diary(tmp_path, "careful"), shim).partition("/")

    assert (damage, int(moments) >= 4) == ("0", True)


def test_programs_that_do_not_wait_for_each_other_lose_entries(tmp_path: Path) -> None:
    lost = crowd(diary(tmp_path, "careless"), writers=8, each=10)

    assert lost != "0"


def test_programs_that_wait_for_each_other_lose_none(tmp_path: Path) -> None:
    assert crowd(diary(tmp_path, "careful"), writers=4, each=5) == "0"


@pytest.mark.parametrize("how", ["careless", "careful"])
def test_a_quota_harms_only_the_file_that_is_written_over(tmp_path: Path, how: str) -> None:
    found = {each.words for each in under_quotas(diary(tmp_path, how))}

    assert found <= {"saved", "intact, traceback"} if how == "careful" else found & {"entries gone", "half an entry"}


def test_a_full_disk_harms_the_file_that_is_written_over(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("only an administrator may make file systems")
    found = [each.words for each in on_full_disks(diary(tmp_path, "careful"))]

    assert found[0] == "intact, traceback"
    assert found[-1] == "saved"


def test_what_drives_a_terminal_is_counted_when_it_reaches_one(tmp_path: Path) -> None:
    assert screen(diary(tmp_path, "careless", hostile())) == f"{len(ACTIVE)} of {len(ACTIVE)}"
    shutil.rmtree(tmp_path / "home")
    assert screen(diary(tmp_path, "careful", hostile())) == f"0 of {len(ACTIVE)}"


@pytest.mark.parametrize(("how", "found"), [("careless", "0644"), ("careful", "0600")])
def test_the_modes_are_those_of_the_files_it_makes(tmp_path: Path, how: str, found: str) -> None:
    assert modes(diary(tmp_path, how, [])) == found


def test_the_table_is_markdown() -> None:
    assert markdown(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
