"""A warm netlog that answers each line of JSON by running commands in a fork, on the disk of `disk.c`.

Besides netlog's own commands there is `@state`, which says as one hash everything that is true and everything undo
kept, and `@look FOLDER`, which says the same of any journal if that is whole.
"""

import ctypes
import hashlib
import io
import json
import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from tests.faults.tampering import Tampered, tamper

from netlog.cli.main import main as netlog
from netlog.storage.verify import DERIVED

NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Europe/Rome"))
NOT_TRUE = {*DERIVED, "meta", "passage"}
"""Tables that follow from the others; whether they do is what doctor says."""

WARM = (
    "add Giulia Rossi --email giulia@example.org --tag pm",
    "add Julia Rossi --new",
    "log giulia coffee at the station",
    "edit giulia --company Acme",
    "merge giulia julia --yes",
    "undo",
    "redo",
    "promise giulia the report",
    "people",
    "due",
    "backup",
    "doctor --json",
    "restore --yes",
    "rm giulia",
    "undo",
    "forget giulia --yes --backups",
    "history",
)
"""One of everything, so that what they import is there before the first fork."""


def state(home: Path) -> str:
    """A hash of every row that is true or history; "" of a journal that is not there."""
    path = home / "journal.db"
    if not path.exists():
        return ""
    with closing(sqlite3.connect(f"file:{path}?mode=rw", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        wanted = [name for (name,) in tables if name not in NOT_TRUE and not name.startswith(("sqlite_", "passage_"))]
        rows = (row for name in wanted for row in connection.execute(f"SELECT '{name}', * FROM {name}"))  # noqa: S608
        # a sum, as rows may stand in any order
        total = sum(int.from_bytes(hashlib.sha256(repr(row).encode()).digest()) for row in rows)
    return f"{total % 2**256:064x}"


def looked_at(home: Path) -> str:
    """The state of a journal that may be anything, or what is wrong with it."""
    try:
        found = state(home)
        with closing(sqlite3.connect(f"file:{home / 'journal.db'}?mode=rw", uri=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        return "" if not (home / "journal.db").exists() else f"{problem}"
    return found if (whole, dangling) == ("ok", None) else f"{whole} {dangling}"


def performed(command: list[str], home: Path) -> int:
    """The exit code of one command."""
    if command[0] == "@state":
        print(state(home))  # noqa: T201 (this is the protocol)
    elif command[0] == "@look":
        print(looked_at(Path(command[1])))  # noqa: T201 (this is the protocol)
    else:
        return netlog(command)
    return 0


def child(request: Mapping[str, Any], told: int, disk: ctypes.CDLL) -> None:
    """Do what was asked, and say how it went; the disk counts netlog's operations alone."""
    home, (action, nth, error, reads, log) = Path(request["home"]), request["fault"]
    os.environ.update(NETLOG_DB=str(home / "journal.db"), NETLOG_CONFIG=str(home / "config.toml"))
    os.umask(request.get("umask", 0o022))
    Tampered.cache = request.get("cache", 0)
    os.urandom = Random(repr(request["commands"])).randbytes
    at = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if log else -1
    acks = os.open(request["acks"], os.O_WRONLY | os.O_APPEND | os.O_CREAT) if "acks" in request else -1
    said, complained, codes = io.StringIO(), io.StringIO(), []
    disk.disk_arm(f"{home}/".encode(), nth, action, error, at, int(reads))
    with redirect_stdout(said), redirect_stderr(complained):
        for number, command in enumerate(request["commands"], 1):
            codes.append(performed(command, home))
            disk.disk_mark(number)
            if acks >= 0 and codes[-1] == 0:
                os.write(acks, f"{' '.join(command)}\n".encode())
    taken = disk.disk_taken()
    disk.disk_disarm()
    answer = {"codes": codes, "said": said.getvalue(), "complained": complained.getvalue(), "operations": taken}
    os.write(told, json.dumps(answer).encode())


def answered(request: Mapping[str, Any], disk: ctypes.CDLL) -> Mapping[str, Any]:
    """Fork, and say what became of the child."""
    reading, writing = os.pipe()
    if (process := os.fork()) == 0:
        try:
            os.close(reading)
            child(request, writing, disk)
        except BaseException as problem:  # noqa: BLE001 (whatever it was, the parent's loop must not go on here)
            answer = {"codes": [70], "said": "", "complained": f"harness: {problem!r}", "operations": 0}
            with suppress(OSError):
                os.write(writing, json.dumps(answer).encode())
        finally:
            os._exit(0)
    os.close(writing)
    if "kill_in" in request:
        time.sleep(request["kill_in"])
        os.kill(process, signal.SIGKILL)
    with os.fdopen(reading) as told:
        text = told.read()
    os.waitpid(process, 0)
    if text:
        return {**json.loads(text), "is_killed": False}
    return {"codes": [], "said": "", "complained": "", "operations": 0, "is_killed": True}


def warm_up() -> None:
    """Run one of everything in this process, on a journal that goes away."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()):
        os.environ.update(NETLOG_DB=f"{folder}/journal.db", NETLOG_CONFIG=f"{folder}/config.toml")
        cards = Path(folder, "cards.vcf")
        cards.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Łucja Zięba\r\nN:Zięba;Łucja;;;\r\nEND:VCARD\r\n")
        for line in (*WARM, f"import {cards} --yes"):
            assert netlog(line.split()) == 0, line


def main() -> None:
    """Answer every line."""
    mutant, frozen = sys.argv[1:]
    tamper(mutant)
    if frozen:
        time_machine.travel(NOW, tick=False).start()
    warm_up()
    disk = ctypes.CDLL(None)
    disk.disk_arm.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int]
    disk.disk_taken.restype = ctypes.c_long
    disk.disk_mark.argtypes = [ctypes.c_long]
    print("ready", flush=True)  # noqa: T201 (this is the protocol)
    for line in sys.stdin:
        print(json.dumps(answered(json.loads(line), disk)), flush=True)  # noqa: T201 (this is the protocol)


if __name__ == "__main__":
    main()
