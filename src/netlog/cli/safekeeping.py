"""backup, restore, doctor: keeping the journal safe."""

from pathlib import Path
from typing import Annotated

import typer

from netlog import paths
from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.errors import Declined, ExitCode, UsageProblem
from netlog.render.sentences_health import extent

Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write the copy to this new file instead.")
]


def backup(
    ctx: typer.Context,
    output: Output = None,
    list_: Annotated[bool, typer.Option("--list", help="List the backups there are.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Keep a verified copy of the journal, also while others write.

    Backups go into backups/ beside the journal; old ones go as config backup.daily and its kin say.

    Example: netlog backup
    """
    net = workspace(ctx, as_json=as_json)
    if list_ and output is not None:
        raise UsageProblem("--list and --output do not go together", hint="netlog backup --list")
    if list_:
        net.show(net.backups.known())
    elif output is not None:
        net.show(net.backups.write(Path(paths.expanded(output, net.environ)).absolute()))
    else:
        net.show(net.backups.make())


def restore(
    ctx: typer.Context,
    copy: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE]", help="A backup or a file; otherwise the newest backup.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Put a backup in the journal's place; the journal that was there is kept beside it.

    The copy is verified first, and nothing of it is run.

    Example: netlog restore journal-2026-11-21.db
    """
    net = workspace(ctx, as_json=as_json)
    wanted = None if copy is None else paths.expanded(copy, net.environ)
    with net.backups.found(wanted) as found:
        now = f"now: {extent(found.was, net.today)}" if found.was else "now: no journal that can be read"
        then = f"{found.source}: {extent(found.now, net.today)}"
        if not yes and not net.is_interactive:
            raise UsageProblem(f"restore replaces the journal ({now}; {then})", hint="netlog restore --yes does it")
        if not yes:
            ask.say(now)
            ask.say(then)
            if not ask.is_sure("Put the copy in the journal's place?"):
                raise Declined("nothing was changed")
        restored = net.backups.restore(found)
    net.show(restored)


def doctor(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Put right what can be.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Look after the journal: whether all in it and around it is as it should be.

    Nothing is changed without --fix. No names are shown: the answer may go into a bug report.

    Example: netlog doctor
    """
    net = workspace(ctx, as_json=as_json)
    health = net.health(is_to_fix=fix)
    net.show(health)
    if not health.is_sound:
        raise typer.Exit(ExitCode.STORAGE)
