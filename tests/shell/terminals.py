"""Real shells at a real terminal: what TAB makes of a line, and what a line prints."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.shell.journals import Place

from netlog.cli.app import app
from netlog.cli.shell import text_for

SHELLS = ("bash", "zsh", "fish")
PATIENCE_SECONDS = 30

COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETUP = {
    "bash": (
        "bind 'set bell-style none'",
        r"""bind -x '"\C-g": printf "%s" "$READLINE_LINE" >line.new; mv line.new line'""",
        "source ./netlog.bash",
    ),
    "zsh": (
        "autoload -Uz compinit && compinit -D -u",
        """dump() { print -rn -- "$BUFFER" >line.new; command mv line.new line }; zle -N dump; bindkey '^G' dump""",
        "source ./netlog.zsh",
    ),
    "fish": (
        r"bind \cg 'commandline | string collect >line.new; command mv line.new line'",
        "source ./netlog.fish",
    ),
}
PRINTED = {
    "bash": "{{ {line}; }} >printed.new; mv printed.new printed",
    "zsh": "{{ {line}; }} >printed.new; command mv printed.new printed",
    "fish": "begin; {line}; end >printed.new; command mv printed.new printed",
}
CLEAR, TAB, DUMP = "\x15", "\t", "\x07"


class Terminal(NamedTuple):
    """A shell that has evaluated its script, in the folder of a journal."""

    name: str
    folder: Path
    process: Any

    def tab(self, line: str) -> str:
        """The line after TAB."""
        self.process.send(f"{line}{TAB}{DUMP}")
        after = self.appeared("line")
        self.process.send(CLEAR)
        return after.rstrip("\n")

    def run(self, line: str) -> str:
        """What the line prints."""
        self.process.send(PRINTED[self.name].format(line=line) + "\r")
        return self.appeared("printed")

    def appeared(self, name: str) -> str:
        """The content of the file once it is there; it is then taken away."""
        path, until = self.folder / name, time.monotonic() + PATIENCE_SECONDS
        while not path.exists():
            assert time.monotonic() < until, f"{self.name} does not answer"
            self.read()
        content = path.read_text(encoding="utf-8")
        path.unlink()
        return content

    def read(self) -> None:
        """Take what the shell draws, so that it does not wait for a reader."""
        pexpect = pytest.importorskip("pexpect")
        try:
            self.process.read_nonblocking(65536, 0.02)
        except pexpect.TIMEOUT:
            return


def need(name: str) -> None:
    """Skip where there is no such shell, or no terminal to run it at."""
    pytest.importorskip("pexpect", reason="no terminals here")
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")


def prepared(place: Place, **variables: str) -> dict[str, str]:
    """The environment of somebody with `netlog` on the path; the scripts are written beside the journal."""
    for name in SHELLS:
        (place.folder / f"netlog.{name}").write_text(text_for(name, app(), has_alias=True), encoding="utf-8")
    program = place.folder / "bin" / "netlog"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netlog "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(place.folder),
        "XDG_CONFIG_HOME": str(place.folder / "settings"),
        "XDG_DATA_HOME": str(place.folder / "data"),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "PS1": "> ",
        **place.environ,
        **variables,
    }


@contextmanager
def terminal(name: str, place: Place, *before: str) -> Iterator[Terminal]:
    """The shell of that name, in which the lines `before` were run first."""
    pexpect = pytest.importorskip("pexpect")
    process = pexpect.spawn(
        COMMANDS[name][0],
        COMMANDS[name][1:],
        cwd=str(place.folder),
        env=prepared(place),
        encoding="utf-8",
        dimensions=(50, 200),
    )
    made = Terminal(name, place.folder, process)
    try:
        for line in (*before, *SETUP[name]):
            made.run(line)
        yield made
    finally:
        process.close(force=True)
