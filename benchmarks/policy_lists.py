"""What every policy is given, the log and the morning, and what it gives: a list."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from policy_world import Flags, Integers, World


class Logged:
    """The log as a policy sees it: each person's first and last contact-day, and how many there are."""

    def __init__(self, world: World) -> None:
        self.first: Integers = np.array([days[0] for days in world.history])
        self.last: Integers = np.array([days[-1] for days in world.history])
        self.days: Integers = np.array([len(days) for days in world.history])
        self._changed = set(range(world.people))

    def add(self, who: int, day: int) -> None:
        """Log a contact; a second one on the same day adds nothing."""
        if self.last[who] < day:
            self.last[who] = day
            self.days[who] += 1
            self._changed.add(who)

    def news(self) -> list[int]:
        """Those with a contact logged since the last call; everybody at first."""
        changed, self._changed = sorted(self._changed), set()
        return changed


class User(NamedTuple):
    """Somebody with this network and this log, and with time for so many people a day."""

    world: World
    logged: Logged
    per_day: float


class Dawn(NamedTuple):
    """The day whose list is wanted, and who may be on it: not those reached out to in the last three days."""

    day: int
    free: Flags


class Listed(NamedTuple):
    """A morning's list, best first, and who is due in the policy's own eyes; none if it knows no due dates."""

    shown: Sequence[int]
    due: Flags | None = None


class Policy(Protocol):
    """Makes the list of each morning."""

    def listed(self, dawn: Dawn) -> Listed:
        """The list of this morning."""
        ...


Maker = Callable[[User], Policy]
