"""who, match: who can help with a topic, and who could be introduced to whom."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Limit
from netlog.services import topics
from netlog.services.checks import check_field

PEOPLE, PAIRS = 10, 10


def who(
    ctx: typer.Context,
    topic: Annotated[list[str], typer.Argument(metavar="TOPIC", help="What you would ask about.")],
    limit: Limit = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show who can help with a topic, and how you know.

    Who offered comes first, then who helped you with it, then a role or tag, then who spoke of it. Endings of words
    do not matter in English, Italian and Polish.

    Example: netlog who pricing
    """
    net = workspace(ctx, as_json=as_json)
    words = check_field(" ".join(topic))
    net.show(topics.who(net.reader, net.topics, words, stems=net.stems, today=net.today, limit=limit or PEOPLE))


def match(ctx: typer.Context, limit: Limit = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Show who looks for what somebody else can help with: introductions worth making.

    Example: netlog match --limit 3
    """
    net = workspace(ctx, as_json=as_json)
    net.show(topics.match(net.reader, net.topics, stems=net.stems, today=net.today, limit=limit or PAIRS))
