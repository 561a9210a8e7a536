"""What a command gets from the root: the journal asked for, and the workspace on it."""

import os
from collections.abc import Mapping

import typer

from netlog.workspace import Workspace


class Root:
    """What the root knows: the environment, the journal asked for, the workspace once a command has begun."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self.environ = environ
        self.db: str | None = None
        self.net: Workspace | None = None

    def close(self) -> None:
        """Let go of the journal."""
        if self.net:
            self.net.close()


def workspace(ctx: typer.Context, *, as_json: bool = False, private: bool = False) -> Workspace:
    """The workspace for one command; it reads what is private only when that is asked for."""
    root: Root = ctx.find_root().obj
    root.close()
    root.net = net = Workspace(db=root.db, as_json=as_json, private=private, environ=root.environ)
    return net
