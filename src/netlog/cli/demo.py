"""demo: an invented journal to try things on."""

import typer

from netlog.cli.params import Json


def demo(ctx: typer.Context, as_json: Json = False) -> None:  # noqa: FBT002
    """Try netlog on an invented journal."""
