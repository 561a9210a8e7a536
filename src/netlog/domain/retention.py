"""Which copies of the journal are kept: some of each day, week and month, and the last of each sort."""

from collections.abc import Callable, Hashable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from netlog.domain.views_health import Backup

ASKED = "asked"
"""Why a copy was made that the user asked for; the others say what came next, as `before import`."""

LEAST_BYTES = 200 * 1024 * 1024
TIMES_THE_NEWEST = 10
"""All copies together take no more than the larger of the two."""


class Kept(NamedTuple):
    """How many copies stay: of days, weeks and months that have one, and the last of each sort."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 6
    last: int = 3


USUAL = Kept()
Period: TypeAlias = "Callable[[Backup], Hashable]"


def superfluous(backups: "Sequence[Backup]", kept: Kept) -> "tuple[Backup, ...]":
    """Those of the copies, oldest first, that may go; the newest never does."""
    newest_first = tuple(reversed(backups))
    if not newest_first:
        return ()
    newest = newest_first[0]
    room = max(LEAST_BYTES, TIMES_THE_NEWEST * newest.bytes)
    staying = {newest.name} | within(newest_first, names_kept(newest_first, kept), room)
    return tuple(backup for backup in backups if backup.name not in staying)


def names_kept(newest_first: "Sequence[Backup]", kept: Kept) -> set[str]:
    """The copies that the numbers ask for."""
    periods: tuple[tuple[int, Period], ...] = (
        (kept.daily, lambda backup: backup.on),
        (kept.weekly, lambda backup: backup.on.isocalendar()[:2]),
        (kept.monthly, lambda backup: (backup.on.year, backup.on.month)),
    )
    staying = {backup.name for number, period in periods for backup in newest_of_each(newest_first, period, number)}
    for sort in {sort_of(backup) for backup in newest_first}:
        same = (backup.name for backup in newest_first if sort_of(backup) == sort)
        staying |= set(islice(same, kept.last))
    return staying


def newest_of_each(newest_first: "Sequence[Backup]", period: Period, number: int) -> "list[Backup]":
    """The newest copy of each of the last so many periods that have one."""
    first: dict[Hashable, Backup] = {}
    for backup in newest_first:
        first.setdefault(period(backup), backup)
    return list(first.values())[:number]


def sort_of(backup: "Backup") -> str:
    """Why it was made, whatever the number of the layout: asked for, before an import, before a merge …"""
    return backup.why.rstrip("0123456789 ")


def within(newest_first: "Sequence[Backup]", staying: set[str], room: int) -> set[str]:
    """As many of those that stay, the newest first, as there is room for in bytes."""
    fitting = set()
    for backup in newest_first:
        if backup.name in staying:
            room -= backup.bytes
            if room < 0:
                break
            fitting.add(backup.name)
    return fitting
