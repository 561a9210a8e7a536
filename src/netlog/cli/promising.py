"""promise, promised-by, promises, keep, drop, postpone: what both sides said they would do."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Person
from netlog.cli.pledges import pledge
from netlog.domain.promises import MINE, THEIRS
from netlog.services import promises as listing
from netlog.services import promising
from netlog.services.checks import check_field
from netlog.services.naming import one_person
from netlog.services.promises import one_promise
from netlog.workspace import Workspace

Text = Annotated[list[str], typer.Argument(metavar="TEXT", help="What; “by friday” at its end is the date.")]
By = Annotated[str | None, typer.Option("--by", metavar="DATE", help="By when; the text is kept as it is.")]
Which = Annotated[str, typer.Argument(metavar="NUMBER|PERSON", help="A promise, or whose only open one it is.")]


def promise(ctx: typer.Context, person: Person, text: Text, by: By = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Write down what you promised somebody.

    Example: netlog promise giulia "send the deck" --by friday
    """
    write_down(workspace(ctx, as_json=as_json), MINE, person, " ".join(text), by)


def promised_by(ctx: typer.Context, person: Person, text: Text, by: By = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Write down what somebody promised you.

    Example: netlog promised-by giulia intro to Bo by end of month
    """
    write_down(workspace(ctx, as_json=as_json), THEIRS, person, " ".join(text), by)


def write_down(net: Workspace, side: str, person: str, text: str, by: str | None) -> None:
    """Add a promise and show the receipt."""
    named = one_person(net.reader, person)
    made = pledge(net, side, text, by)
    with net.appending() as appender:
        promised = promising.promise(appender, named, made, today=net.today)
    net.show(promised)


def promises(
    ctx: typer.Context,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", show_default=False)] = None,
    all: Annotated[bool, typer.Option("--all", help="Kept and dropped ones too.")] = False,  # noqa: A002, FBT002
    mine: Annotated[bool, typer.Option("--mine", help="What you promised.")] = False,  # noqa: FBT002
    theirs: Annotated[bool, typer.Option("--theirs", help="What they promised.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """List open promises, yours first, by date.

    Example: netlog promises --mine
    """
    net = workspace(ctx, as_json=as_json)
    sides = [side for side, is_meant in ((MINE, mine), (THEIRS, theirs)) if is_meant or mine == theirs]
    net.show(listing.promises(net.reader, person, today=net.today, sides=sides, is_all=all))


def keep(
    ctx: typer.Context,
    which: Which,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When, if not today.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Close a promise that was kept, by either side.

    Example: netlog keep 3
    """
    net = workspace(ctx, as_json=as_json)
    found = one_promise(net.reader, which)
    day = net.past(on).on if on is not None else net.today
    with net.recording() as records:
        changed = promising.keep(records, found, day, today=net.today)
    net.show(changed)


def drop(
    ctx: typer.Context,
    which: Which,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="For yourself: why.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Close a promise that will not be kept.

    Example: netlog drop 3 --why "they found another venue"
    """
    net = workspace(ctx, as_json=as_json)
    found = one_promise(net.reader, which)
    reason = check_field(why) if why is not None else None
    with net.recording() as records:
        changed = promising.drop(records, found, reason, today=net.today)
    net.show(changed)


def postpone(
    ctx: typer.Context,
    which: Which,
    until: Annotated[list[str], typer.Argument(metavar="DATE", help="As 2w, next tuesday or 2027-01-15.")],
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Move the date of a promise; the old one stays in the history.

    Example: netlog postpone 3 next monday
    """
    net = workspace(ctx, as_json=as_json)
    found = one_promise(net.reader, which)
    day = net.ahead(" ".join(until))
    with net.recording() as records:
        changed = promising.postpone(records, found, day, today=net.today)
    net.show(changed)
