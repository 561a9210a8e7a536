"""config: how netlog is set up."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.errors import UsageProblem

HOW = "try netlog config, config get NAME, config set NAME VALUE, config unset NAME or config explain NAME"


def config(
    ctx: typer.Context,
    action: Annotated[str | None, typer.Argument(metavar="[get|set|unset|explain]", show_default=False)] = None,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", show_default=False)] = None,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]", show_default=False)] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show, explain or change the settings.

    Example: netlog config set per_day 5
    """
    net = workspace(ctx, as_json=as_json)
    wanted = {None: 0, "get": 1, "explain": 1, "unset": 1, "set": 2}
    given = sum(word is not None for word in (name, value))
    if action not in wanted or given != wanted[action]:
        raise UsageProblem("that is not how config works", hint=HOW)
    net.show(net.settings.answer(action, name or "", value or ""))


# A value may begin with a minus, as in worth.coffee -1: what is wrong with it is then said.
config.context_settings = {"ignore_unknown_options": True}  # type: ignore[attr-defined]
