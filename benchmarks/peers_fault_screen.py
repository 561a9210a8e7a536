"""How much of what drives a terminal reaches it from a stored entry, and who may read the files."""

import os
import pty
import stat
import subprocess
import termios
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from peer_files import Entry
from peers_fault_tools import Tool, entry

ACTIVE = (
    *(f"\x1b[{code}" for code in ("2J", "3J", "2;2H", "9A", "99D", "2K", "3L", "3M", "4P", "9S", "9T", "4h", "5i")),
    *(f"\x1b[{code}" for code in ("31m", "7m", "8m", "6n", "c", "21t", "5;9r", "!p", "?25l", "?1049h", "?1003h")),
    *(f"\x1b]{code}\x07" for code in ("0;title", "2;title", "52;c;cHduZWQ=", "8;;https://a.example", "10;?", "4;1;?")),
    *(f"\x1b]{code}\x07" for code in ("7;file:///", "9;told", "50;font", "1337;File=:AA==", "777;notify;a;b")),
    *("\x1bP$qm\u009c", "\x1b_apc\u009c", "\x1b^pm\u009c", "\x1bc", "\x1b#8", "\x1b(0", "\x1bM", "\x1b=", "\x1bN"),
    *("\u009b2J", "\u009d0;title\u009c", "\u0090$qm\u009c", "\u009fapc\u009c", "\u0084", "\u008d"),
    *("\x07", "\x08\x08\x08", "\x0e", "\x0f", "\x05"),
)
"""What moves, wipes, renames, asks, copies, links, prints, rings; none of it holds a blank or ends a line."""

LINES_AND_COLUMNS = (200, 250)
LIMIT = 60


def screen(tool: Tool) -> str:
    """How many of the active strings a listing of the stored entries hands to the terminal as they are."""
    shown = on_a_terminal([*tool.program, *tool.peer.screen], tool.variables)
    raw = sum(f"m{number:02}{text}".encode() in shown for number, text in enumerate(ACTIVE))
    listed = sum(f"m{number:02}".encode() in shown for number, _ in enumerate(ACTIVE))
    return f"{raw} of {listed}"


def hostile() -> list[Entry]:
    """An entry for each active string, known by its number."""
    first = datetime(2020, 1, 1, 9)
    return [entry(number, first + timedelta(hours=number), f"m{number:02}{text}") for number, text in enumerate(ACTIVE)]


def on_a_terminal(command: list[str], variables: dict[str, str]) -> bytes:
    """What a command writes to a terminal that is wide enough for anything."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, LINES_AND_COLUMNS)
    seen = {**variables, "TERM": "xterm-256color"}
    with subprocess.Popen(
        command, env=seen, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as done:
        os.close(theirs)
        told = b"".join(parts(ours))
        os.close(ours)
        done.wait(LIMIT)
    return told


def parts(terminal: int) -> Iterator[bytes]:
    """What comes out of a terminal until nobody holds its other end."""
    with suppress(OSError):
        while part := os.read(terminal, 65536):
            yield part


def modes(tool: Tool) -> str:
    """The modes of the files a program makes for two entries, under the usual umask 022, and which are not private."""
    for mark in ("first", "second"):
        tool.add(mark).check_returncode()
    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tool.files()}
    open_ones = sorted({f"{mode:04o}" for mode in found.values() if mode & 0o077})
    private = sorted({f"{mode:04o}" for mode in found.values() if not mode & 0o077})
    if not open_ones or not private:
        return ", ".join(private + open_ones)
    names = sorted(name for name, mode in found.items() if mode & 0o077)
    return f"{', '.join(private)}; {', '.join(names)} {', '.join(open_ones)}"
