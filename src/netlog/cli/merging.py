"""dupes, merge: who is in the journal twice, and making two people one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import Json, Limit
from netlog.cli.uniting import from_journal
from netlog.errors import Declined, UsageProblem
from netlog.services import dupes as finding
from netlog.services import merging
from netlog.services.naming import one_person
from netlog.storage.read_dupes import DupeQueries
from netlog.workspace import Workspace

HOW = "try netlog dupes, or netlog dupes no A B"
PEOPLE = "netlog merge KEPT OTHER makes the second a part of the first; netlog dupes lists who may be two"


def dupes(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[no A B]", show_default=False)] = None,
    all: Annotated[bool, typer.Option("--all", help="The weak ones too.")] = False,  # noqa: A002, FBT002
    limit: Limit = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """List who may be in the journal twice, with the reasons and how certain it is.

    “no” says of two people that they are two: they are not listed again.

    Example: netlog dupes no giulia giulia-2
    """
    net, given = workspace(ctx, as_json=as_json), list(words or ())
    if not given:
        net.show(finding.dupes(reads(net), today=net.today, limit=limit, is_all=all))
    elif given[0] == "no" and len(given) == 3 and not all and limit is None:
        one, other = one_person(net.reader, given[1]), one_person(net.reader, given[2])
        with net.merging() as records:
            changed = finding.tell_apart(records, one, other, today=net.today)
        net.show(changed)
    else:
        raise UsageProblem("that is not how dupes works", hint=HOW)


def merge(
    ctx: typer.Context,
    people: Annotated[list[str] | None, typer.Argument(metavar="[KEPT OTHER]", show_default=False)] = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Unite with another journal instead.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,  # noqa: FBT002
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would become of each field.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Make two people one, or with --from two journals.

    The first keeps handle and values, the second's go where they are not lost. At a terminal each field is shown
    first, and asked about; undo takes all of it back.

    Example: netlog merge giulia giulia-2 --dry-run
    """
    net, names = workspace(ctx, as_json=as_json), list(people or ())
    if source and not names:
        from_journal(net, source, dry_run=dry_run, yes=yes)
    elif source:
        raise UsageProblem("a journal is united as a whole: leave the people out", hint="netlog merge --from FILE")
    elif len(names) != 2:
        raise UsageProblem(f"a merge has two people, not {len(names)}", hint=PEOPLE)
    else:
        merge_people(net, names, dry_run=dry_run, yes=yes)


def merge_people(net: Workspace, names: Sequence[str], *, dry_run: bool, yes: bool) -> None:
    """Make two people one, after what becomes of each field was shown to somebody who is there."""
    kept, other = one_person(net.reader, names[0]), one_person(net.reader, names[1])
    plan = merging.preview(net.reader, reads(net), kept, other, today=net.today)
    if dry_run:
        net.show(plan)
        return
    if net.is_interactive and not yes:
        net.show(plan)
        agree(f"Merge {other.name} ({other.handle}) into {kept.name} ({kept.handle})?")
    net.backed_up("merge")
    with net.merging() as records:
        changed = merging.merge(records, kept, other, today=net.today)
    net.show(changed)


def agree(question: str) -> None:
    """Go on only after a yes; raises Declined."""
    if not ask.is_sure(question):
        raise Declined("not merged; nothing was changed")


def reads(net: Workspace) -> DupeQueries:
    """Reads about who looks like whom."""
    return DupeQueries(net.reader.connection, net.reckoning)
