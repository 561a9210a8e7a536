"""demo: an invented journal, and a walk through its morning."""

import os
import shutil
import sys
import textwrap
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Annotated, Any

import typer

from netlog import paths
from netlog.cli import ask
from netlog.cli.context import Root
from netlog.cli.params import Json
from netlog.demo import walk
from netlog.domain.views import Text
from netlog.errors import StorageProblem, UsageProblem
from netlog.render.encoding import encoding_of
from netlog.render.phrases import day
from netlog.workspace import Workspace, is_terminal

if TYPE_CHECKING:
    from netlog.demo.build import Demo

FILE = "journal.db"
WIDTH = 80
NO_SETTINGS = {"NETLOG_CONFIG": os.devnull}
PAPER = {"TERM": "dumb", "COLUMNS": str(WIDTH), "LINES": "40"}
"""The terminal that a pipe stands for: the walk is for people, wherever it goes."""


def demo(
    ctx: typer.Context,
    at: Annotated[
        str | None, typer.Option("--at", "--keep", metavar="PATH", help="Keep the journal in this new file.")
    ] = None,
    step: Annotated[bool, typer.Option("--step", help="Wait for Enter between the steps.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Try netlog on an invented journal; your own is neither read nor changed.

    Example: netlog demo --step
    """
    if ctx.obj.db is not None:
        raise UsageProblem("the demo makes a journal of its own", hint="netlog demo --at PATH says where")
    is_on_terminal = is_terminal(sys.stdout)
    environ = {**os.environ, **NO_SETTINGS, **({} if is_on_terminal else PAPER)}
    net = Workspace(db=str(chosen(at)), as_json=as_json, environ=environ)
    made = net.invent()
    if as_json:
        net.show(made)
    elif is_on_terminal:
        lead(ctx.find_root().command, net, made, stays=at is not None, waits=step and net.is_interactive)
    else:
        with redirect_stdout(Screen(encoding_of(sys.stdout))) as paper:
            lead(ctx.find_root().command, net, made, stays=at is not None, waits=False)
        sys.stdout.write(paper.getvalue())


def chosen(at: str | None) -> Path:
    """The file asked for, else one in a fresh folder that only its owner can open."""
    if at is not None:
        return Path(paths.expanded(at, os.environ)).absolute()
    try:
        return Path(mkdtemp(prefix="netlog-demo-"), FILE)
    except OSError as problem:
        reason = problem.strerror or problem
        raise StorageProblem(f"no temporary folder: {reason}", hint="netlog demo --at PATH says where") from problem


class Screen(StringIO):
    """Keeps what a terminal of that encoding would show."""

    encoding: str = "utf-8"

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self.encoding = encoding

    def isatty(self) -> bool:
        """Whether it is to be drawn on for people."""
        return True


def lead(tree: Any, net: Workspace, made: "Demo", *, stays: bool, waits: bool) -> None:  # noqa: ANN401 (a command of Typer's own Click)
    """Walk through the journal: say what comes, and let the commands answer for themselves."""
    tell(net, walk.OPENING.format(**made._asdict() | {"since": day(made.since, made.today)}))
    for number, step in enumerate(walk.STEPS, start=1):
        tell(net, f"{number}. {step.words}", f"$ netlog {step.line}", gap=2)
        arguments = ["--db", made.path, *step.line.split()]
        with closing(Root(net.environ)) as root:
            tree.main(args=arguments, prog_name="netlog", standalone_mode=False, obj=root)
        if waits:
            ask.text("Enter goes on")
    tell(net, walk.STAYS if stays else walk.STAYS_A_WHILE, f"  {made.try_it}", gap=2)
    tell(net, walk.OWN, f"  {walk.FIRST}", gap=1)


def tell(net: Workspace, words: str, line: str = "", *, gap: int = 0) -> None:
    """Say something after a gap, in lines no wider than the terminal, and show a command line as it is."""
    width = min(WIDTH, shutil.get_terminal_size().columns) if is_terminal(sys.__stdout__) else WIDTH
    parts = filter(None, (textwrap.fill(words, width), line))
    net.show(Text("\n" * gap + "\n\n".join(parts) + "\n"))
