"""The reminders people have today, rebuilt from the source or the manual of each."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policy_lists import Dawn, Listed, User
from policy_world import Flags


class AtRandom:
    """A few people at random; none of them for somebody without a tool."""

    def __init__(self, user: User, *, room: int) -> None:
        self.luck, self.room = user.world.picking_luck, room

    def listed(self, dawn: Dawn) -> Listed:
        """Whom today's dice put first."""
        return Listed(leading(self.luck[dawn.day], dawn.free)[: self.room])


class MonicaTimer:
    """Monica 3 and 4: a mail on the trigger date, the next one a period later, whatever was logged meanwhile.

    A mail that nobody acts on is gone; a trigger in the past has moved on by whole periods.
    """

    def __init__(self, user: User) -> None:
        self.period = user.world.target
        last = user.logged.last
        self.trigger = last + self.period * np.maximum(1, -(last // self.period))

    def listed(self, dawn: Dawn) -> Listed:
        """Those whose mail comes today."""
        mailed = self.trigger == dawn.day
        self.trigger[mailed] += self.period[mailed]
        return Listed(np.flatnonzero(mailed & dawn.free).tolist(), mailed)


class FriendsSuggest:
    """The program `friends`: one at random from each of three groups by number of activities.

    Fewer than two; of the others the lower three quarters; the top quarter.
    """

    def __init__(self, user: User) -> None:
        self.luck, self.logged = user.world.picking_luck, user.logged

    def listed(self, dawn: Dawn) -> Listed:
        """Up to three people."""
        activities = self.logged.days
        known = leading(activities, dawn.free & (activities >= 2))
        cut = len(known) * 3 // 4
        groups = (np.flatnonzero(dawn.free & (activities < 2)).tolist(), known[:cut], known[cut:])
        return Listed([min(group, key=lambda who: self.luck[dawn.day, who]) for group in groups if group])


class OldestFirst:
    """Those not heard from for longest, whatever their tier; as many as netlog shows."""

    def __init__(self, user: User) -> None:
        self.logged, self.room = user.logged, max(1, math.ceil(2 * user.per_day))

    def listed(self, dawn: Dawn) -> Listed:
        """The longest silences."""
        return Listed(leading(self.logged.last, dawn.free)[: self.room])


class FixedCadence:
    """Due a target after the last logged contact, and everybody due is shown: Dex, keepintouch and many more.

    Those due first come first, or with `by_ratio` those most overdue for their target. All targets are multiplied
    by `stretch`.
    """

    def __init__(self, user: User, *, stretch: float = 1.0, by_ratio: bool = False) -> None:
        self.interval, self.logged, self.by_ratio = user.world.target * stretch, user.logged, by_ratio

    def listed(self, dawn: Dawn) -> Listed:
        """Everybody due."""
        due_on = self.logged.last + self.interval
        due = due_on <= dawn.day
        score = (due_on - dawn.day) / self.interval if self.by_ratio else due_on
        return Listed(leading(score, due & dawn.free), due)


def leading(score: NDArray[Any], allowed: Flags) -> list[int]:
    """Those allowed, the lowest score first, equals in the order of their numbers."""
    who = np.flatnonzero(allowed)
    ordered: list[int] = who[np.argsort(score[who], kind="stable")].tolist()
    return ordered
