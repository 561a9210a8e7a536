"""Runs netlog as its user does: in this process with a frozen clock, in a process of its own, or at a terminal."""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
import time_machine

from netlog.cli.main import main

SATURDAY = "2026-11-21T10:00"
ROME = "Europe/Rome"
PATIENCE = 30


class Result(NamedTuple):
    """What a command left behind."""

    exit_code: int
    stdout: str
    stderr: str

    def json(self) -> Any:  # noqa: ANN401 (whatever the document holds)
        """The document on standard output."""
        return json.loads(self.stdout)

    def error(self) -> Any:  # noqa: ANN401 (whatever the document holds)
        """The error on standard error."""
        return json.loads(self.stderr)["error"]

    def rows(self) -> list[list[str]]:
        """The cells of each line."""
        return [line.split("\t") for line in self.stdout.splitlines()]


class Run:
    """A user with a home folder of their own; calling it runs a command in this process."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home, self.monkeypatch = home, monkeypatch
        self.frozen: time_machine.travel | None = None
        self.path = home / "data" / "netlog" / "journal.db"
        self.config = home / "config" / "netlog" / "config.toml"

    def __call__(self, *arguments: str, stdin: str | bytes = b"") -> Result:
        """Run the command, with what its standard input holds."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.BytesIO(), io.BytesIO()
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        with redirect_stdout(writer(out)) as stdout, redirect_stderr(writer(err)) as stderr:
            code = main(arguments)
            stdout.flush()
            stderr.flush()
        return Result(code, out.getvalue().decode(), err.getvalue().decode())

    def ok(self, *arguments: str, stdin: str | bytes = b"") -> Result:
        """Run a command that must succeed and have nothing to complain about."""
        result = self(*arguments, stdin=stdin)
        assert (result.exit_code, result.stderr) == (0, ""), result.stderr or arguments
        return result

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 (whatever the document holds)
        """The answer of a command that must succeed, as data."""
        return self.ok(*arguments, "--json").json()

    def at(self, moment: str, zone: str = ROME) -> "Run":
        """From now on it is that local time, and stays so."""
        self.thaw()
        self.frozen = time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)), tick=False)
        self.frozen.start()
        return self

    def thaw(self) -> None:
        """Let the clock run again."""
        if self.frozen:
            self.frozen.stop()
            self.frozen = None

    def stored(self) -> dict[str, bytes]:
        """Every file below the home folder, as it is, locks left out."""
        files = (path for path in sorted(self.home.rglob("*")) if path.is_file() and path.suffix != ".lock")
        return {str(path.relative_to(self.home)): path.read_bytes() for path in files}

    def settings(self, text: str) -> None:
        """Make this the configuration."""
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text(text, encoding="utf-8")

    def listed(self, *options: str) -> set[str]:
        """Handles of everybody in the morning."""
        morning = self.json("due", *options)
        extra = [morning["reconnect"]] if morning["reconnect"] else []
        return {item["handle"] for item in [*morning["first"], *morning["if_time"], *extra]}

    def people(self, *names: str) -> None:
        """Add people one after the other."""
        for name in names:
            self.ok("add", *name.split(), "--new")


def writer(buffer: io.BytesIO) -> io.TextIOWrapper:
    """A text stream such as a pipe has."""
    return io.TextIOWrapper(buffer, encoding="utf-8", newline="")


class Processes:
    """The same user, each command in a process of its own, with the true clock."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def environ(self) -> Mapping[str, str]:
        """What the processes see of this one."""
        passed = {name: os.environ[name] for name in ("PATH", "COVERAGE_PROCESS_START", "LANG") if name in os.environ}
        return {**passed, **folders(self.home), "TZ": ROME, "PYTHONUTF8": "1"}

    def __call__(self, *arguments: str | bytes, stdin: bytes = b"", **more: str) -> Result:
        """Run a command, its arguments perhaps as bytes, until it ends."""
        done = subprocess.run(
            self.command(*arguments),
            input=stdin,
            capture_output=True,
            env={**self.environ, **more},
            timeout=PATIENCE,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def command(self, *arguments: str | bytes) -> list[str | bytes]:
        """The command line."""
        return [sys.executable, "-m", "netlog", *arguments]

    def shell(self, line: str) -> Result:
        """Run a line of shell in which $NETLOG is the program."""
        program = f"{sys.executable} -m netlog"
        done = subprocess.run(
            ["/bin/bash", "-o", "pipefail", "-c", line],
            capture_output=True,
            env={**self.environ, "NETLOG": program},
            timeout=PATIENCE,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


class Terminal:
    """The same user at a terminal of 100 columns; `more` are variables set besides."""

    def __init__(self, processes: Processes) -> None:
        self.processes = processes
        self.more: dict[str, str] = {}
        self.pexpect = pytest.importorskip("pexpect", reason="there are no pseudo-terminals here")

    def __call__(self, *arguments: str) -> "Conversation":
        """Begin a command."""
        first, *others = self.processes.command(*arguments)
        child = self.pexpect.spawn(
            first,
            others,
            env={**self.processes.environ, "TERM": "xterm-256color", **self.more},
            dimensions=(40, 100),
            timeout=PATIENCE,
        )
        return Conversation(child, self.pexpect.EOF)


class Conversation:
    """Questions and answers with one command at a terminal."""

    def __init__(self, child: Any, end: Any) -> None:  # noqa: ANN401 (pexpect has no types)
        self.child, self.end = child, end

    def answer(self, question: str, words: str) -> None:
        """Wait for the question and type the words."""
        self.child.expect_exact(question.encode())
        self.child.sendline(words)

    def interrupt(self, question: str) -> None:
        """Wait for the question and press Ctrl-C."""
        self.child.expect_exact(question.encode())
        self.child.sendintr()

    def rest(self) -> bytes:
        """What is still shown until the command ends."""
        self.child.expect(self.end)
        self.child.close()
        return bytes(self.child.before)

    @property
    def exit_code(self) -> int:
        """The exit code, after `rest`."""
        return int(self.child.exitstatus)


def folders(home: Path) -> dict[str, str]:
    """The variables that keep a user's files together below one folder."""
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


def settled_zone() -> None:
    """Make the C library read TZ again."""
    if hasattr(time, "tzset"):
        time.tzset()
