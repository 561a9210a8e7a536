"""Where hostile text is tried: a terminal in this process, and a journal with such text in every column of words."""

import io
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from tests.cli.running import Run
from tests.golden.screen import Screen
from tests.hostile.judge import WIDTH, drawn, leaks, witnessed

from netlog.cli.main import main

TERMINAL = {
    "EDITOR": "true",
    "VISUAL": "",
    "TERM": "xterm-256color",
    "COLUMNS": str(WIDTH),
    "LINES": "60",
    "COLORTERM": "truecolor",
}
MOST_DRAWN = 20_000
"""Bytes that the terminal is given to draw, which is slow; every byte is looked at."""

WORDS = {
    "event": ("name", "venue"),
    "inbox": ("text", "reason"),
    "operation": ("words",),
    "season": ("name",),
    "interaction": ("kind", "text", "place"),
    "person": ("name", "company", "role", "place", "met", "ended_why"),
    "alias": ("name",),
    "contact": ("value",),
    "exchange": ("text",),
    "fact": ("text",),
    "introduction": ("why", "outcome"),
    "mentorship": ("area", "channel", "hours", "ended_why"),
    "promise": ("text",),
    "tag": ("slug",),
    "topic": ("words",),
    "agenda_item": ("text",),
    "mentor_goal": ("text",),
    "mentor_session": ("topics", "feedback_given", "feedback_got"),
    "origin": ("said",),
    "card_line": ("line",),
}
"""Where words stand that somebody wrote, or somebody else sent."""


class Shown(NamedTuple):
    """What a command did at a terminal."""

    exit_code: int
    stdout: bytes
    stderr: bytes

    @property
    def screen(self) -> str:
        """What stands on the terminal afterwards."""
        return drawn(witnessed(self.stdout + self.stderr))

    def is_clean(self, *, but: str = "\n", is_counting: bool = False) -> bool:
        """Whether the terminal was told nothing but words and styles; AssertionError says what else."""
        for written in (self.stdout, self.stderr):
            assert leaks(written, but=but, is_counting=is_counting) == set(), written
        assert b"Traceback" not in self.stderr
        assert b"this is a bug" not in self.stderr, self.stderr
        if not is_counting:
            told = {*witnessed(self.stdout[:MOST_DRAWN]).told, *witnessed(self.stderr[:MOST_DRAWN]).told}
            assert told <= ({"tab"} if "\t" in but else set()), told
        return True


class Keyboard(io.TextIOWrapper):
    """What is typed at a terminal."""

    def isatty(self) -> bool:
        return True


def at_terminal(netlog: Run, *arguments: str, typed: str = "", encoding: str = "utf-8") -> Shown:
    """Run the command in this process as at a terminal, where these lines are typed."""
    for name, value in TERMINAL.items():
        netlog.monkeypatch.setenv(name, value)
    netlog.monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO(typed.encode()), encoding="utf-8"))
    out, err = Screen(is_terminal=True, encoding=encoding), Screen(is_terminal=True, encoding=encoding)
    err.reconfigure(errors="backslashreplace")
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return Shown(code, out.written(), err.written())


def planted(path: Path, texts: Sequence[str]) -> None:
    """Put the texts into every column of words, in turn."""
    supply = cycle(texts)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in WORDS.items():
            rows = [row for (row,) in connection.execute(f"SELECT id FROM {table} ORDER BY id DESC")]  # noqa: S608
            change = f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"  # noqa: S608
            connection.executemany(change, [(*(next(supply) for _ in columns), row) for row in rows])


def handles(path: Path) -> list[str]:
    """Everybody in the journal."""
    with closing(sqlite3.connect(path)) as connection:
        return [handle for (handle,) in connection.execute("SELECT handle FROM person ORDER BY id")]


def strings(thing: object) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        yield from strings([*thing.values()])
    elif isinstance(thing, Iterable):
        for part in thing:
            yield from strings(part)


def bytes_of(path: Path) -> bytes:
    """What a file holds."""
    with open(os.fspath(path), "rb") as file:  # noqa: PTH123
        return file.read()
