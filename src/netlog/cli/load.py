"""forecast and tiers: whether the cadences can be kept, and whether they fit."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.errors import UsageProblem
from netlog.services import forecast as looking_ahead
from netlog.services import tiers as standing
from netlog.services.naming import one_person

HOW = "try netlog tiers, tiers suggest or tiers keep PERSON"


def forecast(
    ctx: typer.Context,
    weeks: Annotated[int, typer.Option(metavar="N", min=1, max=52, help="How many weeks ahead.")] = 8,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show what your cadences ask for, what gets done, and what is coming.

    Example: netlog forecast --weeks 4
    """
    net = workspace(ctx, as_json=as_json)
    net.show(looking_ahead.forecast(net.reader, net.config.per_day, today=net.today, weeks=weeks))


def tiers(
    ctx: typer.Context,
    action: Annotated[str | None, typer.Argument(metavar="[suggest|keep]", show_default=False)] = None,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", show_default=False)] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show how the tiers stand, suggest others, or keep a person's as it is.

    Example: netlog tiers suggest
    """
    net = workspace(ctx, as_json=as_json)
    if (action, person is None) == (None, True):
        net.show(standing.tiers(net.reader, today=net.today, targets=net.config.targets))
    elif (action, person is None) == ("suggest", True):
        net.show(standing.suggest(net.reader, today=net.today, targets=net.config.targets))
    elif action == "keep" and person is not None:
        named = one_person(net.reader, person)
        with net.recording() as records:
            kept = standing.keep(records, named, today=net.today)
        net.show(kept)
    else:
        raise UsageProblem("that is not how tiers works", hint=HOW)
