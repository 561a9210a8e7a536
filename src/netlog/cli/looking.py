"""show, find: looking back."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import (
    Event,
    Json,
    Kind,
    Limit,
    Near,
    Person,
    Since,
    Tags,
    Tier,
    Unlocked,
    Until,
    With,
    filters,
)
from netlog.services import looking

EVERYTHING = 1_000_000
TIMELINE, HITS = 20, 50


def show(
    ctx: typer.Context,
    person: Person,
    all: Annotated[bool, typer.Option("--all", help="The whole timeline.")] = False,  # noqa: A002, FBT002
    limit: Limit = None,
    private: Unlocked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show everything about one person.

    Example: netlog show giulia
    """
    net = workspace(ctx, as_json=as_json, private=private)
    entries = EVERYTHING if all else limit or TIMELINE
    net.show(looking.show(net.reader, person, today=net.today, limit=entries))


def find(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.")],
    people: With = None,
    tag: Tags = None,
    tier: Tier = None,
    kind: Kind = None,
    event: Event = None,
    near: Near = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    private: Unlocked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Find words in everything written.

    Accents and case do not matter, the last letters may be missing, "quoted words" stand together.

    Example: netlog find pricing --with giulia --since 2026-01-01
    """
    net = workspace(ctx, as_json=as_json, private=private)
    chosen = filters(
        net, people=people, tags=tag, tier=tier, kind=kind, event=event, near=near, since=since, until=until
    )
    net.show(looking.find(net.reader, " ".join(words), chosen, today=net.today, limit=limit or HITS))
