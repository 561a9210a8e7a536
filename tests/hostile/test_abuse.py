"""Arguments and streams that nobody would use on purpose: no traceback, and only the exit codes that are documented."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import PATIENCE, Processes, Result, Run

from netlog.errors import ExitCode

CLOSED_PIPE = 141
DOCUMENTED = {*map(int, ExitCode), CLOSED_PIPE}
MOMENTS = 20
on_posix = pytest.mark.skipif(os.name != "posix", reason="a shell and signals of its kind are needed")

ODD = {
    "bad UTF-8": b"caf\xe9\xff\xfe",
    "100 KB": b"x" * 100_000,
    "empty": b"",
    "blank": b"   ",
    "newlines": b"one\ntwo\n\n",
    "an option": b"--x",
    "a short option": b"-x",
    "a hyphen": b"-",
    "two hyphens": b"--",
    "equals": b"--x=y",
    "at": b"@",
    "plus": b"+",
    "percent": b"%s%n",
    "a number": b"99999999999999999999",
    "minus": b"-1",
    "quotes": b"'\"",
    "escape": b"\x1b]0;owned\x07",
}
FIRST = ("add", "log", "note", "show", "find", "due", "snooze", "import", "export", "config", "undo", "restore", "")


def quiet(result: Result) -> bool:
    """Whether nothing but a documented code and at most one line came of it."""
    return (
        result.exit_code in DOCUMENTED
        and "Traceback" not in result.stderr
        and "a bug" not in result.stderr
        and result.stderr.count("\n") <= 1
    )


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("form", ["alone", "after a name", "as a value", "after --"])
def test_odd_arguments_end_with_a_documented_code(
    netlog: Run, name: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(netlog.home)
    odd = os.fsdecode(ODD[name])
    before = {"alone": [], "after a name": ["giulia"], "as a value": ["--on"], "after --": ["--"]}[form]
    netlog.people("Giulia Rossi")

    for first in FIRST:
        result = netlog(*filter(None, [first]), *before, odd, stdin=b"something")
        assert quiet(result), (first, result)


@on_posix
@pytest.mark.parametrize(
    "argument", [b"caf\xe9", b"x" * 100_000, b"", b"one\ntwo", b"--x", b"\x1b]0;owned\x07"], ids=len
)
def test_odd_arguments_of_a_real_process_end_so_too(processes: Processes, argument: bytes) -> None:
    for first in ("add", "show"):
        assert quiet(processes(first, argument))


LINES = (
    ("$NETLOG people | head -c 0", {0, CLOSED_PIPE}),
    ("$NETLOG export | head -c 1", {0, CLOSED_PIPE}),
    ("$NETLOG people > /dev/full", {1}),
    ("$NETLOG people --json > /dev/full", {1}),
    ("$NETLOG export csv > /dev/full", {1}),
    ("$NETLOG --names people zolw > /dev/full", {1}),
    ("$NETLOG show nobody 2> /dev/full", {3}),
    ("$NETLOG show nobody 2>&-", {3}),
    ("$NETLOG people >&-", {0}),
    ("$NETLOG add Ada <&- >&- 2>&-", {0}),
    ("$NETLOG log bo - <&-", {2}),
    ("$NETLOG import - < /dev/null", {2}),
    ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 $NETLOG show zolw", {0}),
    ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 $NETLOG show żółw", {0, 2, 3}),
    ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 $NETLOG export csv", {0}),
    ("LC_ALL=nonsense LANG=xx_YY.ZZ $NETLOG people", {0}),
    ("TERM=dumb $NETLOG people", {0}),
    ("TERM= COLUMNS=-3 LINES=x $NETLOG people", {0}),
    ("env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME NETLOG_DB=$HOME/j.db $NETLOG people", {0, 6}),
    ("HOME=/nowhere XDG_DATA_HOME= XDG_CONFIG_HOME= $NETLOG people", {0, 6}),
    ("HOME=/proc XDG_DATA_HOME= XDG_CONFIG_HOME= $NETLOG add Ada", {6}),
    ("XDG_DATA_HOME=/dev/null $NETLOG add Ada", {6}),
    ("NETLOG_DB=/dev/full $NETLOG people", {6}),
    ("NETLOG_CONFIG=/ $NETLOG people", {2, 6}),
    ("NETLOG_CONFIG=/dev/zero $NETLOG people", {2, 6}),
    ("TZ=:/etc/passwd $NETLOG people", {0}),
    ("_NETLOG_COMPLETE=complete_bash COMP_WORDS='netlog show ' COMP_CWORD=1 $NETLOG", {0}),
    ("PYTHONWARNINGS=error $NETLOG people", {0}),
    ("ulimit -f 0; $NETLOG add Ada", {6, 128 + signal.SIGXFSZ} if os.name == "posix" else set()),
    ("ulimit -n 8; $NETLOG people", {0, 1, 6}),
)


@on_posix
@pytest.mark.parametrize(("line", "codes"), LINES, ids=[line for line, _ in LINES])
def test_odd_streams_and_surroundings_end_with_a_documented_code(
    processes: Processes, line: str, codes: set[int]
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    processes("add", "Żółw Bo", "--note", "\x1b[2J")

    result = processes.shell(f"({line}) 4>/dev/null")

    assert quiet(result), result
    assert result.exit_code in codes, result


STEPPING = """
import os, runpy, signal, sys
calls, moment = 0, int(sys.argv.pop(1))
def step(frame, event, argument):
    global calls
    calls += 1
    if calls == moment:
        sys.setprofile(None)
        signal.raise_signal(signal.SIGINT)
leaving = os._exit
def leave(code):
    sys.setprofile(None)
    if not moment:
        os.write(2, b"%d calls" % calls)
    leaving(code)
os._exit = leave
sys.argv[0] = "netlog"
import netlog.__main__
sys.setprofile(step)
netlog.__main__.run()
"""
"""Runs netlog and presses Ctrl-C at a given call of a function; without a moment it says how many there are."""


FIRST_CALL = 4
"""Before that, Python has not yet entered the block that catches it."""


def stepped(processes: Processes, moment: int) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", STEPPING, str(moment), "log", "giulia", f"coffee, moment {moment}"]
    return subprocess.run(command, capture_output=True, env=dict(processes.environ), timeout=PATIENCE, check=False)


@on_posix
def test_ctrl_c_at_any_moment_is_no_traceback_and_half_of_nothing(processes: Processes) -> None:
    processes("add", "Giulia Rossi")
    total = int(stepped(processes, 0).stderr.split()[0])
    codes = []

    for number in range(MOMENTS):
        done = stepped(processes, FIRST_CALL + number * (total - FIRST_CALL) // (MOMENTS - 1))
        assert done.stderr == b"", number
        codes.append(done.returncode)

    logged = [row for row in processes("history").rows() if row[3] == "log"]
    assert set(codes) <= {0, int(ExitCode.INTERRUPTED)}
    assert int(ExitCode.INTERRUPTED) in codes
    assert codes.count(0) <= len(logged) - 1 <= MOMENTS
    assert processes("doctor").exit_code == 0
