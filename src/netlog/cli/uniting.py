"""merge --from: this journal and another one become one."""

from pathlib import Path

from netlog.cli import ask
from netlog.errors import Declined
from netlog.services import uniting
from netlog.workspace import Workspace


def from_journal(net: Workspace, path: Path, *, dry_run: bool, yes: bool) -> None:
    """Unite with the journal at the path, and show what came of it; at a terminal, what would come is shown first."""
    with net.other_journal(path) as other:
        if dry_run or (net.is_interactive and not yes):
            with net.rehearsing_union() as trial:
                plan = uniting.rehearse(trial, other, path.name, today=net.today)
            net.show(plan)
            if dry_run or not uniting.is_anything(plan):
                return
            if not ask.is_sure("Unite the two journals?"):
                raise Declined("not united; nothing was changed")
        net.backed_up("merge")
        with net.uniting() as uniter:
            united = uniting.unite(uniter, other, path.name, today=net.today)
    net.show(united)
