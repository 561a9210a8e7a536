"""Runs the examples of a Markdown page: what a reader would type, and what the page says they would see.

Examples stand in `console` blocks, commands after "$ ". A comment `<!-- now: 2026-11-16T08:30 -->` sets the clock.
"""

import hashlib
import io
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
import time_machine
from tests.golden.screen import Screen

from netlog.cli.main import main

ROOT = Path(__file__).parents[2]
START = "2026-11-16T08:30"
ZONE = "Europe/Warsaw"
BLOCK = re.compile(r"^<!-- now: (?P<now>\S+) -->$|^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """A command of a page, with what the page shows below it."""

    command: str
    shown: str


class Shown(NamedTuple):
    """What a command really shows."""

    exit_code: int
    text: str


def blocks(page: str, *languages: str) -> list[str]:
    """What stands in the fenced blocks of those languages."""
    return [found["body"] for found in BLOCK.finditer(page) if found["language"] in languages]


def examples(block: str) -> list[Example]:
    """The commands of a console block, each with its output."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [Example(command, shown) for command, _, shown in (part.partition("\n") for part in parts)]


def commands(page: str) -> list[str]:
    """Every command of the page that a reader may type: of its console blocks, and of its other shell blocks."""
    typed = [example.command for block in blocks(page, "console") for example in examples(block)]
    return typed + [line for block in blocks(page, "sh", "shell") for line in block.splitlines()]


def played(page: str, home: Path) -> str:
    """The page with what its commands show today, each run after the other in a journal of its own."""
    with reader(home) as (move_clock, run):

        def replay(found: re.Match[str]) -> str:
            if found["now"]:
                move_clock(found["now"])
            if found["language"] != "console":
                return found[0]
            return f"```console\n{''.join(shown_again(example, run) for example in examples(found['body']))}```"

        return BLOCK.sub(replay, page)


def shown_again(example: Example, run: Callable[[str], Shown]) -> str:
    """The example with what its command shows now; it must succeed, unless the page shows that it fails."""
    result = run(example.command)
    text = "\n".join(line.rstrip() for line in result.text.splitlines())
    told = any(line.startswith("netlog: ") for line in text.splitlines())
    assert (result.exit_code != 0) == told, (example.command, result)
    return f"$ {example.command}\n{text}\n" if text else f"$ {example.command}\n"


@contextmanager
def reader(home: Path) -> Iterator[tuple[Callable[[str], None], Callable[[str], Shown]]]:
    """A reader who follows a page: what moves their clock, and what runs a command line for them."""
    numbers = count()
    own = {
        "HOME": str(home),
        "TZ": ZONE,
        "COLUMNS": "80",
        "LINES": "60",
        "TERM": "dumb",
        "NETLOG_CONFIG": "config.toml",
    }
    with pytest.MonkeyPatch.context() as patch, time_machine.travel(moment(START), tick=False) as clock:
        for name in ("NETLOG_DB", "XDG_DATA_HOME", "VISUAL", "EDITOR", "NO_COLOR", "FORCE_COLOR"):
            patch.delenv(name, raising=False)
        for name, value in own.items():
            patch.setenv(name, value)
        patch.setattr(
            os, "urandom", lambda size: hashlib.blake2b(str(next(numbers)).encode(), digest_size=size).digest()
        )
        patch.chdir(home)
        time.tzset()
        yield lambda now: clock.move_to(moment(now), tick=False), lambda line: piped(line, patch)
    time.tzset()


def moment(text: str) -> datetime:
    """A local time of the reader."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


def piped(line: str, patch: pytest.MonkeyPatch) -> Shown:
    """What a line of `echo`, `netlog` and `python3`, parted by pipes, shows at its end."""
    stages = [list(stage) for stage in split(shlex.split(line, comments=True))]
    shown = Shown(0, "")
    for stage in stages:
        shown = staged(stage, shown.text, patch, is_last=stage is stages[-1])
    return shown


def split(words: list[str]) -> Iterator[list[str]]:
    """The words between the pipes."""
    while "|" in words:
        at = words.index("|")
        yield words[:at]
        words = words[at + 1 :]
    yield words


def staged(words: list[str], given: str, patch: pytest.MonkeyPatch, *, is_last: bool) -> Shown:
    """What one program of a pipeline shows."""
    program, *arguments = words
    if program == "echo":
        return Shown(0, f"{' '.join(arguments)}\n")
    if program == "netlog":
        return run_netlog(arguments, given, patch, is_terminal=is_last)
    assert program == "python3", f"the tests cannot run {program}"
    done = subprocess.run([sys.executable, *arguments], input=given, capture_output=True, text=True, check=True)
    return Shown(0, done.stdout)


def run_netlog(arguments: list[str], given: str, patch: pytest.MonkeyPatch, *, is_terminal: bool) -> Shown:
    """What netlog writes, to either stream, at a terminal or into a pipe."""
    screen = Screen(is_terminal=is_terminal)
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
    with redirect_stdout(screen), redirect_stderr(screen):
        code = main(arguments)
    return Shown(code, screen.written().decode())
