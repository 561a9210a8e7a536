"""Two years under one policy: each morning a list, then what the user does of it and what befalls every tie."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from policy_lists import Dawn, Logged, Maker, User
from policy_world import DECAYS, Flags, Floats, Integers, World, allowances

WARM_FROM = 0.5
COOLEST, KEENEST = 0.25, 1.2
"""Bounds on how much a tie's strength slows or hastens contact that comes by itself."""

LOGGED = 0.9
ACTED = 0.8
REVIVED = 0.6
REST_DAYS = 3
HALF_LOST = 8
"""Rhythms of silence after which half of the neglected ties are gone; none goes within the first."""

WASTED_BELOW = 0.25
NEVER = -1_000


class Evening(NamedTuple):
    """What a day came to: people shown, due and newly due, whom the user reached out to, and how the ties stand.

    `due` counts those due in the morning in the policy's own eyes, none if it has none; `too_soon` are contacts
    that came within a quarter of the tie's rhythm after the one before.
    """

    day: int
    shown: int
    due: int | None
    newly_due: int
    reached: tuple[int, ...]
    too_soon: int
    warm: Flags
    lost: Flags


class Ties:
    """What is true and nobody sees: when each tie last had contact, and which are lost."""

    def __init__(self, world: World, decay: str) -> None:
        self.world, self.law = world, DECAYS[decay]
        self.last: Integers = np.array([days[-1] for days in world.history])
        self.lost: Flags = np.zeros(world.people, dtype=np.bool_)
        self.hazard = math.log(2) / ((HALF_LOST - 1) * world.rhythm)

    def silence(self, day: int) -> Floats:
        """Days since the last contact, in the tie's own rhythms."""
        silence: Floats = (day - self.last) / self.world.rhythm
        return silence

    def warm(self, day: int) -> Flags:
        """Those whose strength is at least one half."""
        warm: Flags = self.law(self.silence(day)) >= WARM_FROM
        return warm

    def meeting(self, day: int) -> Flags:
        """Those with whom contact comes by itself today: less so the weaker the tie, not at all once it is lost."""
        rate = self.world.rate[day] * np.clip(self.law(self.silence(day)) / 0.5, COOLEST, KEENEST)
        meeting: Flags = (self.world.meeting_luck[day] < rate) & ~self.lost
        return meeting

    def answers(self, who: int, day: int) -> bool:
        """Whether somebody answers when reached out to: always, unless the tie was lost."""
        return not self.lost[who] or bool(self.world.answering_luck[day, who] < REVIVED)

    def touch(self, who: int, day: int) -> None:
        """Contact, which also brings back what was lost."""
        self.last[who], self.lost[who] = day, False

    def fade(self, day: int) -> None:
        """Lose some of the ties that have been silent for longer than their rhythm."""
        self.lost |= (self.silence(day) > 1) & (self.world.losing_luck[day] < self.hazard)


def evenings(world: World, make: Maker, *, per_day: float, decay: str) -> Iterator[Evening]:
    """Live through the two years, day by day."""
    logged, ties = Logged(world), Ties(world, decay)
    policy = make(User(world, logged, per_day))
    tried = np.full(world.people, NEVER)
    was_due: Flags = np.zeros(world.people, dtype=np.bool_)
    for day, time in enumerate(allowances(per_day, world.holidays)):
        shown, due = policy.listed(Dawn(day, free=day - tried > REST_DAYS))
        newly_due = 0 if due is None else int(np.count_nonzero(due & ~was_due))
        reached = _reached(world, shown, day=day, time=time)
        too_soon = np.count_nonzero(ties.silence(day)[reached] < WASTED_BELOW)
        met = np.flatnonzero(ties.meeting(day)).tolist()
        answered = [who for who in reached if ties.answers(who, day)]
        for who in [*answered, *met]:
            ties.touch(who, day)
        for who in [*answered, *(who for who in met if world.logging_luck[day, who] < LOGGED)]:
            logged.add(who, day)
        ties.fade(day)
        tried[reached] = day
        if due is not None:
            was_due = due.copy()
            was_due[answered] = False
        yield Evening(
            day=day,
            shown=len(shown),
            due=None if due is None else int(np.count_nonzero(due)),
            newly_due=newly_due,
            reached=tuple(reached),
            too_soon=int(too_soon),
            warm=ties.warm(day),
            lost=ties.lost.copy(),
        )


def _reached(world: World, shown: Sequence[int], *, day: int, time: int) -> list[int]:
    """Whom the user reaches out to: down the list, passing over one in five, until the time is used up."""
    return [who for who in shown if world.acting_luck[day, who] < ACTED][:time]
