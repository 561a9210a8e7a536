"""Which tier a tie's own rhythm speaks for: proposed, never applied."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

FEWEST = 5
"""Full contact-days before a rhythm says anything."""

SETTLED = 60
"""Days for which the rhythm must have been that far from the target."""

KEPT = 90
"""Days for which a tier the user chose to keep is not asked about again."""

SILENT = 3
"""Gaps of silence after which no shorter days are proposed: the tie drifts (Navarro et al. 2017)."""

TIGHTER = -1


class Suggestion(NamedTuple):
    """A tier whose days are nearer the rhythm; `gap_days` is the mean between the contact-days there were."""

    tier: str
    days: int
    gap_days: float
    contacts: int


def suggested(full_days: Sequence[int], *, target: int, tiers: Mapping[str, int], today: int) -> Suggestion | None:
    """The tier nearest in proportion to the rhythm, when that was outside half to twice the target for 60 days.

    `full_days` are full contact-days, ascending; `tiers` has the days each tier would give. A rhythm changes only
    with the log, so it is looked at as it was 60 days ago and after each contact since.
    """
    known = full_days[: bisect_right(full_days, today)]
    settled = bisect_right(known, today - SETTLED)
    if settled < FEWEST:
        return None
    rhythms = [rhythm(known[:count], target) for count in range(settled, len(known) + 1)]
    now, (way, *others) = rhythms[-1], {side(each, target) for each in rhythms}
    if others or not way or (way == TIGHTER and today - known[-1] >= SILENT * now):
        return None
    on_that_side = [tier for tier, days in tiers.items() if (days > target) - (days < target) == way]
    tier = min(on_that_side, key=lambda each: abs(math.log(tiers[each] / now)), default=None)
    gap = (known[-1] - known[0]) / (len(known) - 1)
    return Suggestion(tier, tiers[tier], gap, len(known)) if tier else None


def rhythm(full_days: Sequence[int], target: int) -> float:
    """The usual gap in days: the mean, shrunk to the target by one more, at least a quarter of the target."""
    return max(target / 4, (full_days[-1] - full_days[0] + target) / len(full_days))


def side(gap: float, target: int) -> int:
    """-1 when the gap is below half the target, 1 above twice the target, else 0."""
    return TIGHTER if 2 * gap < target else int(gap > 2 * target)
