"""The table: what is done to a journal, how often, and the function that does it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.faults.disk import Disk
from tests.faults.homes import JOBS
from tests.faults.numbers import Numbers
from tests.faults.row_crowds import at_once, by_the_command_line, copies, races
from tests.faults.row_cuts import power_cut
from tests.faults.row_damage import DAMAGES, damaged
from tests.faults.row_drills import drilled
from tests.faults.row_errors import refused_at_every_operation
from tests.faults.row_kills import killed_at_every_write, killed_at_random
from tests.faults.row_modes import UMASKS, only_the_owner, read_only
from tests.faults.row_mutants import MUTANTS, noticed
from tests.faults.row_upgrades import LAYOUTS, downgraded, upgraded
from tests.faults.tally import Tally

ALL = ("",)
RACERS = 16


class Row(NamedTuple):
    """What is done, what shall come of it, to what (one of the parts at a time), and how."""

    id: str
    what: str
    target: Callable[[Numbers], str]
    parts: tuple[str, ...]
    run: Callable[[Disk, Path, str, Numbers], Tally]


def moments(wanted: int) -> str:
    """How many moments, in words."""
    return f"{wanted} moments of each" if wanted else "every operation"


ROWS = (
    Row(
        "T1",
        "processes killed at random while they write",
        lambda n: f"{n.kills} kills",
        ALL,
        lambda disk, folder, part, n: killed_at_random(disk, folder, n.kills),
    ),
    Row(
        "T2",
        "each command killed before and within its writes",
        lambda n: moments(n.moments),
        tuple(JOBS),
        lambda disk, folder, part, n: killed_at_every_write(disk, folder, part, n.moments),
    ),
    Row(
        "T3",
        "the power cut during each command, and while a journal is made",
        lambda n: f"{n.cuts} states of each",
        ("create", *JOBS),
        lambda disk, folder, part, n: power_cut(disk, folder, part, n.cuts),
    ),
    Row(
        "T4",
        "a disk full, over quota, broken, read-only, once and for good",
        lambda n: moments(n.refusals),
        tuple(JOBS),
        lambda disk, folder, part, n: refused_at_every_operation(disk, folder, part, n.refusals),
    ),
    Row(
        "T5",
        "netlog without one of its cares: noticed by this harness",
        lambda n: f"{len(MUTANTS)} of {len(MUTANTS)}",
        MUTANTS,
        lambda disk, folder, part, n: noticed(folder, part),
    ),
    Row(
        "T6",
        "writers at once, and a reader",
        lambda n: f"{n.writers} × {n.entries}",
        ALL,
        lambda disk, folder, part, n: at_once(folder, n.writers, n.entries),
    ),
    Row(
        "T7",
        "commands at once, each a process of its own",
        lambda n: f"{n.processes} × {n.commands}",
        ALL,
        lambda disk, folder, part, n: by_the_command_line(folder, n.processes, n.commands),
    ),
    Row(
        "T8",
        "processes that race to make the journal",
        lambda n: f"{RACERS} × {n.races}",
        ALL,
        lambda disk, folder, part, n: races(folder, RACERS, n.races),
    ),
    Row(
        "T9",
        "the upgrade of each layout killed, torn, refused",
        lambda n: moments(n.upgrades),
        tuple(map(str, LAYOUTS)),
        lambda disk, folder, part, n: upgraded(disk, folder, int(part), n.upgrades),
    ),
    Row(
        "T10",
        "a newer journal refused and not touched",
        lambda n: "every command",
        ALL,
        lambda disk, folder, part, n: downgraded(disk, folder),
    ),
    Row(
        "T11",
        "journals damaged in each way, found, and put back",
        lambda n: f"{n.damages} of each",
        tuple(DAMAGES),
        lambda disk, folder, part, n: damaged(disk, folder, part, n.damages),
    ),
    Row(
        "T12",
        "from a damaged journal to a working one, timed",
        lambda n: f"{n.interactions} journal",
        ALL,
        lambda disk, folder, part, n: drilled(disk, folder, n.interactions, n.drills),
    ),
    Row(
        "T13",
        "backups made while others write",
        lambda n: f"{n.copies} copies",
        ALL,
        lambda disk, folder, part, n: copies(folder, n.copies),
    ),
    Row(
        "T14",
        "modes of every file ever made",
        lambda n: "none open to others",
        tuple(f"{umask:03o}" for umask in UMASKS),
        lambda disk, folder, part, n: only_the_owner(disk, folder, int(part, 8)),
    ),
    Row(
        "T21",
        "a disk that may only be read",
        lambda n: "every command",
        ALL,
        lambda disk, folder, part, n: read_only(disk, folder),
    ),
)
BY_ID = {row.id: row for row in ROWS}
