"""forget: erasing somebody for good."""

from contextlib import closing
from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.domain.people import Named
from netlog.domain.receipts import Ref
from netlog.domain.views_dupes import Copy, ForgetPlan, Forgotten
from netlog.errors import Declined, StorageProblem, UsageProblem
from netlog.services.naming import one_person
from netlog.storage.connect import opened_to_read
from netlog.storage.erased import digest
from netlog.storage.forget import Erasure, SqlForgetting, compact, extent, forgotten, naming, uuid_of
from netlog.storage.own_copies import CLEAN, copies
from netlog.workspace import Workspace

NOT_UNDOABLE = "Nothing brings this back: undo cannot."
HOW = "netlog forget PERSON --dry-run shows what would go"


def forget(
    ctx: typer.Context,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", show_default=False)] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Erase from the journal without asking.")] = False,  # noqa: FBT002
    backups: Annotated[
        bool | None,
        typer.Option("--backups/--no-backups", help="Clear netlog's own copies too, or leave them as they are."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would go.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Erase somebody for good: from the journal, its search, what undo kept, and netlog's own copies.

    It asks twice. Nothing brings it back. Without a person, --backups clears the copies of all who are forgotten.

    Example: netlog forget marco --dry-run
    """
    net = workspace(ctx, as_json=as_json)
    if person is None:
        clear_copies(net, backups=backups)
        return
    named = one_person(net.reader, person)
    plan = planned(net, named)
    if dry_run:
        net.show(plan)
        return
    is_clearing = agreed(net, plan, yes=yes, backups=backups)
    net.show(erased(net, plan, named, is_clearing=is_clearing))


def planned(net: Workspace, named: Named) -> ForgetPlan:
    """What would go, where they are named besides, and which copies hold them."""
    connection = net.reader.connection
    mark = digest(uuid_of(connection, named.id))
    return ForgetPlan(
        net.today,
        Ref(named.handle, named.name),
        extent(connection, named.id),
        naming(connection, named.id),
        copies(net.path, {mark}, wait=net.wait),
    )


def agreed(net: Workspace, plan: ForgetPlan, *, yes: bool, backups: bool | None) -> bool:
    """Whether to clear the copies too; raises Declined unless the erasing was agreed to, twice at a terminal."""
    held = [copy for copy in plan.copies if copy.state != CLEAN]
    if net.is_interactive and not yes:
        net.show(plan)
        ask.say(NOT_UNDOABLE)
        if ask.text(f"Type the handle “{plan.person.handle}” to erase {plan.person.name}") != plan.person.handle:
            raise Declined("nobody was forgotten; nothing was changed")
        if not ask.is_sure("Erase for good?"):
            raise Declined("nobody was forgotten; nothing was changed")
    elif not yes:
        raise Declined("forgetting cannot be undone, so it must be agreed to", hint=f"add --yes; {HOW}")
    if not held or backups is not None:
        return bool(backups)
    if net.is_interactive and not yes:
        return ask.is_sure(f"Clear the copies too ({len(held)})?")
    raise Declined(
        f"netlog's own copies hold {plan.person.name} too",
        hint="add --backups to clear them as well, or --no-backups to leave them",
    )


def erased(net: Workspace, plan: ForgetPlan, named: Named, *, is_clearing: bool) -> Forgotten:
    """Erase the person, and what was done."""
    marks = {digest(uuid_of(net.reader.connection, named.id))}
    net.close()
    with SqlForgetting(net.store, net.clock, net.reckoning, wait=net.wait) as erasing:
        done = erasing.forget(marks)
    try:
        compact(net.path, wait=net.wait)
        left = cleared(net) if is_clearing else plan.copies
    except StorageProblem as problem:
        raise StorageProblem(
            f"they are erased from the journal, but not everything was cleared: {problem.message}",
            code="unfinished",
            hint="netlog forget --backups finishes it",
        ) from problem
    return answer(net, plan, done, left)


def answer(net: Workspace, plan: ForgetPlan, done: Erasure, left: tuple[Copy, ...]) -> Forgotten:
    """What was erased, and what is left."""
    return Forgotten(net.today, plan.person, done.rows, done.operations, plan.named, left)


def cleared(net: Workspace) -> tuple[Copy, ...]:
    """Clear the copies of everybody who is forgotten, not of the last one alone."""
    with closing(opened_to_read(net.path, wait=net.wait)) as connection:
        marks = forgotten(connection)
    return net.clear_copies(marks)


def clear_copies(net: Workspace, *, backups: bool | None) -> None:
    """Finish what an earlier forgetting left: clear the copies, and write the journal anew."""
    if not backups:
        raise UsageProblem("whom?", hint=f"{HOW}; netlog forget --backups clears the copies of who is forgotten")
    compact(net.store, wait=net.wait)
    net.show(Forgotten(net.today, None, (), 0, (), cleared(net)))
