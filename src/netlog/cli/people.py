"""people: everybody, or those who pass the filters, as a list or as addresses for a mail program."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Event, IOwe, Json, Kind, Near, OnlyAsked, Since, Tags, Tier, Until, With, filters
from netlog.errors import UsageProblem, either, shorten
from netlog.services import addresses, looking

Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="With --format, what to look for.")]
Form = Annotated[
    str | None, typer.Option("--format", metavar="mutt", help="Addresses as mutt's query_command has them.")
]


def people(
    ctx: typer.Context,
    words: Words = None,
    format: Form = None,  # noqa: A002
    sort: Annotated[str, typer.Option(help="By name, last, due or strength.")] = "name",
    people: With = None,
    tag: Tags = None,
    tier: Tier = None,
    kind: Kind = None,
    event: Event = None,
    near: Near = None,
    since: Since = None,
    until: Until = None,
    i_owe: IOwe = False,  # noqa: FBT002
    only_asked: OnlyAsked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """List people.

    Example: netlog people --tag investor --sort due
    """
    net = workspace(ctx, as_json=as_json)
    if sort not in looking.SORTS:
        raise UsageProblem(f"cannot sort by {shorten(sort)}", hint=f"sort by {either(tuple(looking.SORTS))}")
    chosen = filters(
        net, people=people, tags=tag, tier=tier, kind=kind, event=event, near=near, since=since, until=until
    )
    chosen = chosen._replace(i_owe=i_owe, only_asked=only_asked)
    if format is not None or words:
        net.show(addresses.addresses(net.reader, net.cards, chosen, " ".join(words or ()), format))
        return
    net.show(looking.people(net.reader, chosen, today=net.today, sort=sort))
