"""How much of everything: a short form for every change of the code, a long one for `python -m tests.faults`."""

from typing import NamedTuple


class Numbers(NamedTuple):
    """Targets by row of the table; 0 where everything there is shall be done."""

    kills: int
    """T1: processes killed at random."""
    moments: int
    """T2: moments of each command at which it is killed; every second one in the midst of a write."""
    cuts: int
    """T3: states of the disk after a power cut, for each command."""
    refusals: int
    """T4: operations of each command that are refused, with one error after the other, once or for good."""
    writers: int
    """T6: processes that write at once."""
    entries: int
    """T6: what each of them writes."""
    processes: int
    """T7: processes started as a shell starts them, each command anew."""
    commands: int
    """T7: commands of each."""
    races: int
    """T8: times that sixteen processes race to make a journal."""
    upgrades: int
    """T9: moments of the upgrade of each layout at which it is killed, and as many at which the disk is full."""
    damages: int
    """T11: journals damaged in each way."""
    drills: int
    """T12: journals damaged in each way, found and restored, row by row."""
    copies: int
    """T13: backups made while others write."""
    interactions: str
    """T12: the size of the journal whose recovery is timed."""


SHORT = Numbers(
    kills=60,
    moments=8,
    cuts=40,
    refusals=16,
    writers=16,
    entries=6,
    processes=8,
    commands=2,
    races=1,
    upgrades=8,
    damages=4,
    drills=2,
    copies=6,
    interactions="small",
)
LONG = Numbers(
    kills=2000,
    moments=0,
    cuts=1500,
    refusals=0,
    writers=16,
    entries=200,
    processes=16,
    commands=25,
    races=20,
    upgrades=0,
    damages=150,
    drills=10,
    copies=60,
    interactions="large",
)
