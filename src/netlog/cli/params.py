"""The options commands share, each with its one sentence of help."""

from typing import Annotated, TypeAlias

import typer

from netlog.errors import UsageProblem
from netlog.rows import Filters
from netlog.services.checks import check_event, check_field, check_tier, kind_slug, tag_slug
from netlog.services.naming import some_people
from netlog.workspace import Workspace

MANY = 1_000_000
FRESH_HELP = "A new tie, with early check-ins after 2, 14 and 45 days, or one that keeps to its cadence."
KIN_HELP = "Family: the cadence of tag, tier or default is half as long again."

Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Person: TypeAlias = Annotated[str, typer.Argument(metavar="PERSON", help="A handle, name, alias or part of one.")]

Private: TypeAlias = Annotated[
    bool, typer.Option("--private", help="Keep the words out of every list, brief, search and export.")
]
Unlocked: TypeAlias = Annotated[bool, typer.Option("--private", help="With what is private, which is left out else.")]

Counts: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="0..1", help="How much of a full contact it is, instead of what its kind says.", show_default=False
    ),
]

With: TypeAlias = Annotated[list[str] | None, typer.Option("--with", metavar="PERSON", help="With this person.")]
Tags: TypeAlias = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag.")]
Tier: TypeAlias = Annotated[
    str | None, typer.Option("--tier", metavar="TIER", help="In tier inner, close, active, wide or none.")
]
Kind: TypeAlias = Annotated[str | None, typer.Option("-k", "--kind", metavar="KIND", help="Of this kind, as coffee.")]
Event: TypeAlias = Annotated[str | None, typer.Option("--event", metavar="EVENT", help="At this event.")]
Near: TypeAlias = Annotated[str | None, typer.Option("--near", metavar="PLACE", help="Living near this place.")]
Since: TypeAlias = Annotated[str | None, typer.Option("--since", metavar="DATE", help="On this day or later.")]
Until: TypeAlias = Annotated[str | None, typer.Option("--until", metavar="DATE", help="On this day or before.")]
IOwe: TypeAlias = Annotated[
    bool, typer.Option("--i-owe", help="Who asked you, or has a promise of yours, and still waits.")
]
OnlyAsked: TypeAlias = Annotated[bool, typer.Option("--only-asked", help="Whom you only ever asked for help.")]
Limit: TypeAlias = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, max=MANY, help="At most so many.")]


def filters(
    net: Workspace,
    *,
    people: list[str] | None = None,
    tags: list[str] | None = None,
    tier: str | None = None,
    kind: str | None = None,
    event: str | None = None,
    near: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Filters:
    """The filters that the options describe; raises UsageProblem, NotFound or Ambiguous."""
    made = Filters(
        people=tuple(person.id for person in some_people(net.reader, people or ())),
        tags=tuple(map(tag_slug, tags or ())),
        tier=check_tier(tier) if tier is not None else None,
        kind=kind_slug(kind) if kind is not None else None,
        event=check_event(event) if event is not None else None,
        near=check_field(near) if near is not None else None,
        since=net.past(since).on if since is not None else None,
        until=net.past(until).on if until is not None else None,
    )
    if made.since and made.until and made.since > made.until:
        raise UsageProblem(
            f"--since {made.since.isoformat()} lies after --until {made.until.isoformat()}", hint="swap the two"
        )
    return made
