"""due: the morning."""

import sys
from datetime import timedelta
from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import Json, Limit, Near, Tags, Tier, filters
from netlog.domain.views import Value
from netlog.services import morning
from netlog.workspace import is_terminal

MANY = 1_000_000


def due(
    ctx: typer.Context,
    all: Annotated[bool, typer.Option("--all", help="Everybody who is due, without a budget.")] = False,  # noqa: A002, FBT002
    within: Annotated[str | None, typer.Option(metavar="SPAN", help="Due by then, as 7d or 2w.")] = None,
    limit: Limit = None,
    tier: Tier = None,
    tag: Tags = None,
    near: Near = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of people with a reason today.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show who is due for a check-in, each with the reason.

    Example: netlog due --within 7d --tag investor
    """
    net = workspace(ctx, as_json=as_json)
    chosen = filters(net, tags=tag, tier=tier, near=near)
    if count:
        net.show(Value("due", net.reader.count_waiting(filters=chosen, day=net.today)))
    elif all or within:
        until = net.today + timedelta(net.span(within) if within else 0)
        net.show(morning.agenda(net.reader, today=net.today, until=until, limit=limit or MANY, filters=chosen))
    else:
        per_day = limit / 2 if limit else net.per_day
        net.show(morning.due(net.reader, today=net.today, per_day=per_day, filters=chosen))


def welcome(ctx: typer.Context) -> None:
    """The morning; in a pipe, where an empty one says nothing, how to begin is said beside it."""
    due(ctx)
    net = workspace(ctx)
    if not net.reader.people_count() and not is_terminal(sys.stdout):
        ask.say("netlog: nobody is in the journal yet; begin with: netlog add Giulia Rossi --met ProductTank")
