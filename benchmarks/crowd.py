"""Writers who keep at it until told to end, and what they were told was stored."""

import subprocess
from collections.abc import Mapping
from threading import Event
from typing import NamedTuple

from stopwatch import Command, Stopwatch


class Said(NamedTuple):
    """What one writer was told: the marks of what was stored, how often it failed, seconds each command took."""

    stored: set[str]
    failed: int
    waits: list[float]


def one_who_starts(who: str, write: tuple[str, ...], variables: Mapping[str, str], end: Event) -> Said:
    """Start the program again for every entry, as people and scripts do."""
    said = Said(set(), 0, [])
    command = Command(who, "", tuple(part.replace("{who}", who) for part in write), {})
    with Stopwatch(variables) as stopwatch:
        number = 0
        while not end.is_set():
            number += 1
            cost = stopwatch.run(command)
            said.waits.append(cost.wall)
            if cost.status == 0:
                said.stored.add(f"{who}-{number}q")
            else:
                said = said._replace(failed=said.failed + 1)
    return said


def one_who_stays(who: str, resident: tuple[str, ...], variables: Mapping[str, str], end: Event) -> Said:
    """Let a program that stays write one entry after the other, without the pause that a start is."""
    with subprocess.Popen(
        [*resident, who], env=dict(variables), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        end.wait()
        out, _ = program.communicate()
    told = [line.split() for line in out.splitlines()]
    stored = {f"{who}-{number}q" for code, number, _ in told if code == "0"}
    return Said(stored, len(told) - len(stored), [float(wait) for *_, wait in told])
