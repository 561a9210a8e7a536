"""netlog's own scheduler in the invented network, whole or with a part taken out, and other ways to rank."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from netlog.domain.cadence import Cadence
from netlog.domain.scheduler import (
    Baseline,
    Candidate,
    Clock,
    Morning,
    clock,
    klass,
    morning,
    overdue_ratio,
    rhythm_ratio,
    slots,
    spread,
)
from netlog.domain.strength import Log
from policy_lists import Dawn, Listed, User
from policy_world import START, TIERS

Ranking = Callable[[Sequence[Candidate], int, float], list[int]]
"""The people shown, of these candidates, on that day, with time for so many."""


def as_shipped(candidates: Sequence[Candidate], today: int, per_day: float) -> list[int]:
    """The scheduler's own morning."""
    return everybody(morning(candidates, (), today=today, per_day=per_day))


def everybody(listed: Morning) -> list[int]:
    """All people of a morning in the order in which they are read."""
    reconnect = () if listed.reconnect is None else (listed.reconnect,)
    return [pick.id for pick in (*listed.today, *listed.if_time, *reconnect)]


class Form(NamedTuple):
    """A way to run the scheduler: `fill` says which people who are not yet due may take free places."""

    is_jittered: bool = True
    fill: Literal["all", "by target", "none"] = "all"
    ranking: Ranking = as_shipped


AS_SHIPPED = Form()


class Netlog:
    """The real clocks, wound again when a contact is logged: nothing else changes them."""

    def __init__(self, user: User, *, form: Form = AS_SHIPPED) -> None:
        world, self.logged, self.per_day = user
        self.form = form
        tiers = [TIERS[number] for number in world.tier.tolist()]
        self.cadences = [Cadence(tier.target_days, f"tier:{tier.name}", tier.value) for tier in tiers]
        self.jitters = [spread(f"{world.seed}-{who}") if form.is_jittered else 0.0 for who in range(world.people)]
        self.candidates: dict[int, Candidate] = {}
        self.listed_on, self.shown_on, self.dormant_on = (np.zeros(world.people, dtype=np.int64) for _ in range(3))

    def listed(self, dawn: Dawn) -> Listed:
        """The day's list; due are those it would show if there were room, without those who only fill."""
        for who in self.logged.news():
            self._wind(who)
        today = START + dawn.day
        candidates = [self.candidates[who] for who in np.flatnonzero(dawn.free & (self.listed_on <= today)).tolist()]
        due = (self.shown_on <= today) & (today < self.dormant_on)
        return Listed(self.form.ranking(candidates, today, self.per_day), due)

    def _wind(self, who: int) -> None:
        logged = self.logged
        log = full_log(int(logged.first[who]), int(logged.last[who]), days=int(logged.days[who]))
        wound = clock(log, known_since(log), cadence=self.cadences[who], jitter=self.jitters[who])
        if wound is None:
            return
        if self.form.fill == "by target":
            wound = wound._replace(early_on=wound.soon_on, off_rhythm_on=None)
        self.candidates[who] = Candidate(who, wound)
        self.shown_on[who], self.dormant_on[who] = wound.show_on, wound.dormant_on
        fills_on = wound.show_on if self.form.fill == "none" else wound.early_on
        self.listed_on[who] = min(wound.show_on, wound.dormant_on, fills_on)


def full_log(first: int, last: int, *, days: int) -> Log:
    """The log of somebody with so many full contact-days, counted from day 0 of the two years."""
    return Log(last_by_worth=((1.0, START + last),), first=START + first, last=START + last, days=days)


def known_since(log: Log) -> Baseline:
    """Written down on the day of the first contact but not as newly met: the ladder is no part of this world."""
    return Baseline(day=START if log.first is None else log.first, fresh=False, spread=0.0)


Priority = Callable[[float, float, int], float]
"""Of the ratio (overdue or of the rhythm, whichever is greater), the value and the target."""


def ranked_by(priority: Priority) -> Ranking:
    """The same classes and the same room as the scheduler's morning, in another order."""

    def ranking(candidates: Sequence[Candidate], today: int, per_day: float) -> list[int]:
        ordered = sorted(candidates, key=lambda person: (-_importance(priority, person.clock, today), person.id))
        classes = [(klass(person.clock, today), person) for person in ordered]
        shown = [person.id for part in ("overdue", "fill") for name, person in classes if name == part]
        asleep = [person for name, person in classes if name == "dormant"]
        return [*shown[: slots(per_day)], *as_shipped(asleep, today, per_day)]

    return ranking


def _importance(priority: Priority, tie: Clock, today: int) -> float:
    ratio = max(overdue_ratio(tie, today), rhythm_ratio(tie, today) or 0.0)
    return priority(ratio, tie.value, tie.target_days)


def late_from(line: float) -> Priority:
    """What lies beyond that ratio counts, weighted by the root of value and target."""
    return lambda ratio, value, target: (ratio - line) * math.sqrt(value * target)


def powers(of_value: float, of_target: float) -> Priority:
    """The ratio, weighted by powers of value and target."""
    return lambda ratio, value, target: ratio * value**of_value * target**of_target


PRIORITIES: Mapping[str, Priority] = {
    "r × √(V·T)": powers(1 / 2, 1 / 2),
    "(r − .5) × √(V·T)": late_from(0.5),
    "(r − .7) × √(V·T)": late_from(0.7),
    "(r − .85) × √(V·T)": late_from(0.85),
    "(r − 1) × √(V·T)": late_from(1),
    "r × √V × T^⅜": powers(1 / 2, 3 / 8),
    "r × (V·T)^.24": powers(0.24, 0.24),
}
