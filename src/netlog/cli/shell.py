"""shell: what a shell needs to feel at home."""

import typer

from netlog.cli.params import Json


def shell(ctx: typer.Context, as_json: Json = False) -> None:  # noqa: FBT002
    """Print aliases, completion, a prompt and timers for your shell."""
