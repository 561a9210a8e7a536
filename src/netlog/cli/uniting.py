"""merge --from, and import of an export of netlog: another journal's rows become part of this one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.cli import ask
from netlog.domain.views_united import United
from netlog.errors import Declined
from netlog.interchange import Record
from netlog.services import uniting
from netlog.workspace import Workspace

if TYPE_CHECKING:
    from netlog.storage.unite import SqlUniter


def from_journal(net: Workspace, path: Path, *, dry_run: bool, yes: bool) -> None:
    """Unite with the journal at the path, and show what came of it; at a terminal, what would come is shown first."""
    with net.other_journal(path) as other:

        def work(uniter: "SqlUniter", *, is_rehearsal: bool) -> United:
            return uniting.unite(uniter, other, path.name, today=net.today, is_rehearsal=is_rehearsal)

        carry_out(net, work, "Unite the two journals?", command="merge", dry_run=dry_run, yes=yes)


def from_export(
    net: Workspace, name: str, records: Callable[[], Iterable[Record]], *, dry_run: bool, yes: bool
) -> None:
    """Take in an export of netlog, which is read anew each time `records` is called, in the same way."""

    def work(uniter: "SqlUniter", *, is_rehearsal: bool) -> United:
        return uniting.bring_back(uniter, records(), name, today=net.today, is_rehearsal=is_rehearsal)

    carry_out(net, work, "Import this?", command="import", dry_run=dry_run, yes=yes)


def carry_out(
    net: Workspace, work: Callable[..., United], question: str, *, command: str, dry_run: bool, yes: bool
) -> None:
    """Do the work on a copy if it is to be seen first, then on the journal."""
    if dry_run or (net.is_interactive and not yes):
        with net.rehearsing_union() as trial:
            plan = work(trial, is_rehearsal=True)
        net.show(plan)
        if dry_run or not uniting.is_anything(plan):
            return
        if not ask.is_sure(question):
            raise Declined("nothing was changed")
    net.backed_up(command)
    with net.uniting() as uniter:
        united = work(uniter, is_rehearsal=False)
    net.show(united)
