"""brief: what to know before a meeting."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Unlocked
from netlog.errors import UsageProblem
from netlog.services import brief as briefs
from netlog.services.checks import check_event


def brief(
    ctx: typer.Context,
    person: Annotated[
        str | None, typer.Argument(metavar="[PERSON]", help="A handle, name, alias or part of one.", show_default=False)
    ] = None,
    event: Annotated[str | None, typer.Option(metavar="EVENT", help="Everybody at this event, in short.")] = None,
    private: Unlocked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show on one screen what to know before you meet somebody.

    Example: netlog brief giulia
    """
    net = workspace(ctx, as_json=as_json, private=private)
    if (person is None) == (event is None):
        raise UsageProblem("name one person, or an event with --event", hint="for example: netlog brief giulia")
    if event is not None:
        net.show(briefs.event_brief(net.reader, check_event(event), today=net.today))
    elif person is not None:
        net.show(briefs.brief(net.reader, person, today=net.today))
