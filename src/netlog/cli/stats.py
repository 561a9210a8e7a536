"""stats: how the network is doing."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.services import stats as counting


def stats(
    ctx: typer.Context,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", show_default=False)] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show how the network is doing, or the tie with one person.

    Example: netlog stats giulia
    """
    net = workspace(ctx, as_json=as_json)
    net.show(counting.stats(net.reader, net.reader, person, today=net.today, targets=net.config.targets))
