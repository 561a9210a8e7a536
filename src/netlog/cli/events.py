"""event: where people are met."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.domain.views_events import EventEnd
from netlog.errors import UsageProblem
from netlog.services import events
from netlog.services.checks import check_event, check_field, tag_slug
from netlog.workspace import Workspace

HOW = "try netlog event start NAME, event end, event show NAME or event list"
TAKES: Mapping[str, tuple[str, ...]] = {
    "start": ("place", "tag", "on"),
    "end": ("on", "apply"),
    "show": (),
    "list": (),
}
"""Which options each action has."""


def event(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="[start|end|show|list]", show_default=False)] = "list",
    name: Annotated[list[str] | None, typer.Argument(metavar="[EVENT]", show_default=False)] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="With start: where it is.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="With start: a tag for all that is written there.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="With start and end: not today.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="With end: store the days of the follow-ups.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Start, end and show events; while one runs, add, log and note belong to it.

    The end lists who has no words yet and what was promised, and spreads the first follow-ups over the days to come,
    no more a day than your budget; --apply stores that, on a terminal you are asked.

    Example: netlog event start ProductTank Milano --place Milano --tag pm
    """
    refuse_foreign(action, place=place, tag=tag, on=on, apply=apply or None)
    title = " ".join(name or ()).strip()
    if (action == "list" and title) or (action in ("start", "show") and not title):
        raise UsageProblem("that is not how event works", hint=HOW)
    net = workspace(ctx, as_json=as_json)
    day = net.past(on).on if on is not None else None
    if action == "start":
        start(net, title, place, tag or [], day)
    elif action == "end":
        end(net, title or None, day, is_applied=apply)
    elif action == "show":
        net.show(events.show(net.reader, title, today=net.today))
    else:
        net.show(events.events(net.reader, today=net.today))


def refuse_foreign(action: str, **options: object) -> None:
    """Raise UsageProblem for an unknown action, or an option that it does not have."""
    if action not in TAKES:
        raise UsageProblem("that is not how event works", hint=HOW)
    for name, value in options.items():
        if value is not None and name not in TAKES[action]:
            raise UsageProblem(f"--{name} does not go with event {action}", hint=HOW)


def start(net: Workspace, title: str, place: str | None, tags: list[str], on: date | None) -> None:
    """Open an event."""
    name, slugs = check_field(check_event(title)), tuple(dict.fromkeys(map(tag_slug, tags)))
    venue = check_field(place) if place is not None else None
    with net.recording() as records:
        started = events.start(records, name, place=venue, tags=slugs, on=on or net.today, today=net.today)
    net.show(started)


def end(net: Workspace, query: str | None, on: date | None, *, is_applied: bool) -> None:
    """Show the end of an event, then store it: on a terminal the plan only after a yes, in a pipe with --apply."""
    found = events.to_end(net.reader, query, is_applied=is_applied)
    plan = events.ending(net.reader, found, on=on, per_day=net.per_day, today=net.today, is_stored=is_applied)
    if net.is_interactive and not is_applied and is_spread(plan):
        net.show(plan)
        plan = plan._replace(is_stored=ask.is_sure("Put the others off to those days?"))
        with net.recording() as records:
            net.show(events.end(records, found, plan, today=net.today))
        return
    with net.recording() as records:
        events.end(records, found, plan, today=net.today)
    net.show(plan)


def is_spread(plan: EventEnd) -> bool:
    """Whether there is anything to store but the end."""
    return any(each.is_put_off for each in plan.people)
