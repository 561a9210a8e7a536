"""season: for a while some ties come first."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.errors import UsageProblem
from netlog.rows import NewSeason
from netlog.services import seasons
from netlog.workspace import Workspace

HOW = "try netlog season, season start NAME --boost tag:engineer --until DATE, or season end [NAME]"
Text = str | None


def season(
    ctx: typer.Context,
    action: Annotated[Text, typer.Argument(metavar="[start|end]", show_default=False)] = None,
    name: Annotated[Text, typer.Argument(metavar="[NAME]", show_default=False)] = None,
    boost: Annotated[Text, typer.Option(metavar="tag:NAME|tier:NAME|PERSON", help="Whom it raises.")] = None,
    by: Annotated[float | None, typer.Option(metavar="1..3", help="How much more they pull; 1.5 unless said.")] = None,
    until: Annotated[Text, typer.Option(metavar="DATE", help="The day on which it is over.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Let some ties come first for a while, list such seasons, or end one early.

    Example: netlog season start hiring --boost tag:engineer --until "30 jun"
    """
    net = workspace(ctx, as_json=as_json)
    if action == "start":
        start(net, name, boost=boost, by=by, until=until)
    elif action in (None, "end") and (boost, by, until) == (None, None, None):
        end(net, name) if action else net.show(seasons.seasons(net.reader, today=net.today))
    else:
        raise UsageProblem("that is not how season works", hint=HOW)


def start(net: Workspace, name: Text, *, boost: Text, by: float | None, until: Text) -> None:
    """Begin a season."""
    if name is None or boost is None or until is None:
        raise UsageProblem("a season needs a name, --boost and --until", hint=HOW)
    whom, factor = seasons.check_boost(net.reader, boost), seasons.check_factor(by)
    new = NewSeason(seasons.check_season(name), whom, factor, net.today, net.ahead(until))
    with net.appending() as appender:
        begun = seasons.start(appender, appender.reader, new, today=net.today)
    net.show(begun)


def end(net: Workspace, name: Text) -> None:
    """End the season of that name, or the only one."""
    row = seasons.one_season(net.reader, name, today=net.today)
    with net.recording() as records:
        ended = seasons.end(records, row, today=net.today)
    net.show(ended)
