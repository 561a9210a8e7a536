"""why: one person's place in the morning, accounted for."""

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Person
from netlog.services import why as account


def why(ctx: typer.Context, person: Person, as_json: Json = False) -> None:  # noqa: FBT002
    """Explain one person's place in the morning, and what would change it.

    Example: netlog why giulia
    """
    net = workspace(ctx, as_json=as_json)
    net.show(
        account.why(
            net.reader,
            person,
            today=net.today,
            targets=net.config.targets,
            per_day=net.per_day,
            worths=net.config.worths,
        )
    )
