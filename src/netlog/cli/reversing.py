"""undo, redo, history: what was done, taken back and done again."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Limit
from netlog.services import looking, reversing

LARGEST = 2**63 - 1
"""Of the numbers SQLite can hold."""

Number = Annotated[
    int | None, typer.Argument(metavar="[NUMBER]", min=1, max=LARGEST, help="From history.", show_default=False)
]
SHOWN = 50


def undo(ctx: typer.Context, number: Number = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Take back the last thing done, or the one of that number.

    Example: netlog undo
    """
    net = workspace(ctx, as_json=as_json)
    with net.reversing() as history:
        reversed_ = reversing.undo(history, number, today=net.today)
    net.show(reversed_)


def redo(ctx: typer.Context, number: Number = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Do again what was undone last, or the one of that number.

    Example: netlog redo
    """
    net = workspace(ctx, as_json=as_json)
    with net.reversing() as history:
        reversed_ = reversing.redo(history, number, today=net.today)
    net.show(reversed_)


def history(ctx: typer.Context, limit: Limit = None, as_json: Json = False) -> None:  # noqa: FBT002
    """List what was done to the journal, newest first.

    Example: netlog history --limit 10
    """
    net = workspace(ctx, as_json=as_json)
    net.show(looking.history(net.reader, today=net.today, limit=limit or SHOWN))
