"""What a program leaves when it is killed before each of its calls that change its files."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

from peers_fault_tools import State, Tool, moved

SHIM = Path(__file__).with_name("shim.c")
LARGE = "W"
WORST = ("unreadable", "all gone", "entries gone", "half an entry", "stuck")


class Moment(NamedTuple):
    """Before which call to die, and whether half of it is done."""

    call: int
    is_half: bool


def compiled(folder: Path) -> Path | None:
    """The library that counts and kills; None without a C compiler."""
    library = folder / "shim.so"
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", str(library), str(SHIM), "-ldl"], check=True)
    return library


def kills(tool: Tool, shim: Path) -> str:
    """How many moments to die at do damage, of how many, and the worst of it."""
    before = tool.state().old
    found = [aftermath(tool, shim, moment, before) for moment in moments(tool, shim)]
    damage = [each for each in found if each]
    worst = next((each for each in WORST if each in damage), "")
    return f"{len(damage)}/{len(found)}{f', {worst}' if worst else ''}"


def moments(tool: Tool, shim: Path) -> list[Moment]:
    """Before every call, and in the midst of those that write more than a page."""
    copy = copied(tool)
    log = calls(copy)
    copy.add("tried", **watched(copy, shim, Moment(0, is_half=False))).check_returncode()
    letters = log.read_text()
    whole = [Moment(number, is_half=False) for number in range(1, len(letters) + 1)]
    return whole + [Moment(number, is_half=True) for number, letter in enumerate(letters, 1) if letter == LARGE]


def aftermath(tool: Tool, shim: Path, moment: Moment, before: frozenset[str]) -> str:
    """What is wrong after dying at that moment; empty if nothing is."""
    copy = copied(tool)
    died = copy.add("killed", **watched(copy, shim, moment))
    if died.returncode != -signal.SIGKILL:
        return ""
    if found := damage(copy.state(), before):
        return found
    after = copy.add("after")
    return "" if after.returncode == 0 and "after" in copy.state().new else "stuck"


def damage(state: State, before: frozenset[str]) -> str:
    """What is wrong with the entries."""
    if not state.readable:
        return "unreadable"
    if not state.old:
        return "all gone"
    if before - state.old:
        return "entries gone"
    return "half an entry" if state.half else ""


def copied(tool: Tool) -> Tool:
    """The program with a fresh copy of its home, nothing of the last one left."""
    copy = moved(tool, tool.home.with_name(f"{tool.home.name}-killed"))
    calls(copy).unlink(missing_ok=True)
    return copy


def calls(tool: Tool) -> Path:
    """Where its calls are written down."""
    return tool.home.with_name(f"{tool.home.name}.calls")


def watched(tool: Tool, shim: Path, moment: Moment) -> dict[str, str]:
    """The variables of a program that is counted and killed."""
    return {
        "LD_PRELOAD": str(shim),
        "SHIM_FOLDER": f"{tool.home}{os.sep}",
        "SHIM_LOG": str(calls(tool)),
        "SHIM_LAST": str(moment.call),
        "SHIM_HALF": str(int(moment.is_half)),
    }
