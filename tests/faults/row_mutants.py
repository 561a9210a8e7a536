"""T5: netlog without one of its cares; the harness must notice each, or it proves nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults.disk import Disk, serving
from tests.faults.row_crowds import at_once, races
from tests.faults.row_cuts import power_cut
from tests.faults.row_kills import killed_at_every_write
from tests.faults.tally import Tally


def by_kills(disk: Disk, folder: Path) -> Tally:
    """The harness that kills at writes."""
    return killed_at_every_write(disk, folder, "log", 12)


def by_power_cuts(disk: Disk, folder: Path) -> Tally:
    """The harness that cuts the power."""
    return power_cut(disk, folder, "log", 200)


ON_A_DISK: Mapping[str, tuple[str, Callable[[Disk, Path], Tally]]] = {
    "no rollback journal": ("journal off", by_kills),
    "rollback journal in memory": ("journal in memory", by_kills),
    "no sync": ("sync off", by_power_cuts),
    "no sync of the folder": ("sync full", by_power_cuts),
}
IN_A_CROWD: Mapping[str, tuple[str, Callable[[Path, str], Tally]]] = {
    "a transaction that begins as a read": ("deferred", lambda folder, mutant: at_once(folder, 8, 8, mutant=mutant)),
    "no queue": ("no lock", lambda folder, mutant: races(folder, 12, 1, mutant=mutant)),
}
MUTANTS = (*ON_A_DISK, *IN_A_CROWD)


def noticed(folder: Path, name: str) -> Tally:
    """Take that care out, and count it as lost if the harness finds nothing wrong."""
    tally = Tally()
    with tally.timed():
        if name in ON_A_DISK:
            mutant, harness = ON_A_DISK[name]
            with serving(folder, mutant=mutant) as disk:
                found = harness(disk, folder)
        else:
            mutant, crowd = IN_A_CROWD[name]
            found = crowd(folder, mutant)
    tally.done = 1
    if found.is_clean:
        tally.lose(f"{name} went unnoticed")
    return tally
