"""What a command gets from the root: the journal asked for, and the workspace on it."""

from typing import NamedTuple

import typer

from netlog.workspace import Workspace


class Root(NamedTuple):
    """The options that stand before the command."""

    db: str | None


def workspace(ctx: typer.Context, *, as_json: bool = False) -> Workspace:
    """The workspace for one command."""
    return Workspace(db=ctx.find_root().obj.db, as_json=as_json)
