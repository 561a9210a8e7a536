"""Pipes that close, disks that are full, Ctrl-C, and what a terminal is spared; in processes of their own."""

import os
import signal
import subprocess
import sys

import pytest
from tests.cli.running import Processes, Terminal

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x1b[31m\u202e\x9b31m\r\b[bold]x[/bold]"
DANGEROUS = (b"\x1b]", b"\x1b[2J", b"\x1b[31m", "\u202e".encode(), "\x9b".encode(), b"\x07", b"\b")
on_posix = pytest.mark.skipif(os.name != "posix", reason="a shell and signals of its kind are needed")


@on_posix
@pytest.mark.parametrize("command", ["show zed", "show zed --json"])
def test_a_pipe_closed_early_ends_quietly(processes: Processes, command: str) -> None:
    processes("add", "Zed")
    processes("log", "zed", "-", stdin=b"zed " * 60_000)

    cut = processes.shell(f"$NETLOG {command} | head -c 1; echo ${{PIPESTATUS[0]}} >&2")

    assert (len(cut.stdout), cut.stderr) == (1, "141\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("command", ["config", "config --json", "people", "--help", "add Zed"])
def test_an_answer_that_cannot_be_written_is_one_line_and_not_a_success(processes: Processes, command: str) -> None:
    processes("add", "Giulia Rossi")

    failed = processes.shell(f"$NETLOG {command} > /dev/full")

    assert failed.exit_code == 1
    assert failed.stderr.count("\n") == 1
    assert "cannot write the answer: No space left on device" in failed.stderr


@on_posix
@pytest.mark.parametrize("command", ["log", "note"])
def test_ctrl_c_while_reading_ends_with_130_and_no_traceback(processes: Processes, command: str) -> None:
    processes("add", "Giulia Rossi")
    child = subprocess.Popen(
        processes.command(command, "giulia", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(processes.environ),
    )
    wait_until_reading(child.pid)

    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)

    assert (child.returncode, out, err) == (130, b"", b"")
    assert processes("history").stdout.count("\n") == 1


def wait_until_reading(pid: int) -> None:
    """Return once the process sleeps in a read of its standard input."""
    import time

    for _ in range(600):
        with open(f"/proc/{pid}/syscall", encoding="ascii") as call:  # noqa: PTH123
            if call.read().split()[:2] == ["0", "0x0"]:
                return
        time.sleep(0.02)
    raise TimeoutError


@pytest.mark.parametrize(
    "command", ["people", "show zed", "due", "due --all", "why zed", "find zed", "history", "inbox"]
)
def test_what_was_typed_never_reaches_a_terminal_raw(processes: Processes, terminal: Terminal, command: str) -> None:
    processes("add", f"Zed {HOSTILE}", "--company", HOSTILE, "--met", HOSTILE, "--note", f"zed {HOSTILE}")
    processes("log", "zed", "coffee", HOSTILE)
    processes("note", HOSTILE)

    shown = terminal(*command.split())
    screen = shown.rest()

    assert shown.exit_code == 0
    assert [sequence for sequence in DANGEROUS if sequence in screen] == []
    assert b"[bold]x[/bold]" in screen or command in ("due", "due --all", "why zed")


def test_an_error_about_what_was_typed_never_reaches_a_terminal_raw(terminal: Terminal) -> None:
    refused = terminal("show", HOSTILE)
    screen = refused.rest()

    assert refused.exit_code == 3
    assert [sequence for sequence in DANGEROUS if sequence in screen] == []


def test_without_a_command_a_terminal_is_told_how_to_begin_and_later_the_morning(
    processes: Processes, terminal: Terminal
) -> None:
    assert b"netlog add" in terminal().rest()

    processes("add", "Giulia Rossi")

    assert b"Nobody is waiting today." in terminal().rest()


def test_no_color_is_respected(processes: Processes, terminal: Terminal) -> None:
    processes("add", "Giulia Rossi")
    coloured = terminal("show", "giulia").rest()
    terminal.more = {"NO_COLOR": "1"}

    plain = terminal("show", "giulia").rest()

    assert b"\x1b[3" in coloured
    assert b"\x1b[3" not in plain


def test_a_terminal_without_unicode_gets_plain_letters(processes: Processes) -> None:
    processes("add", "Łukasz Żółć")

    shown = processes("show", "lukasz", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "\\u0141ukasz" in shown.stdout


@on_posix
@pytest.mark.parametrize("nowhere", ["<&-", "< /dev/null"])
def test_without_standard_input_there_is_nothing_to_log(processes: Processes, nowhere: str) -> None:
    processes("add", "Giulia Rossi")

    refused = processes.shell(f"$NETLOG log giulia - {nowhere}")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.startswith("netlog: there is nothing on standard input")


def test_the_module_and_the_program_are_the_same(processes: Processes) -> None:
    program = os.path.join(os.path.dirname(sys.executable), "netlog")  # noqa: PTH118, PTH120
    if not os.path.exists(program):  # noqa: PTH110
        pytest.skip("the program is not installed beside this Python")

    said = subprocess.run([program, "--version"], capture_output=True, env=dict(processes.environ), check=True)

    assert said.stdout.decode() == processes("--version").stdout
