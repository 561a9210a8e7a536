"""Who wrote last, who writes first, and what follows: an answer waited for, one nudge, then rest."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

NUDGE_AFTER = 7
LOWERED_AFTER = 2
RESTED_AFTER = 3
REPLY_AFTER = 2
"""Days until a nudge, silences until a tie is lowered and rests, days until a reply is owed."""

FEWEST_ANSWERS = 5
SOONEST, LATEST = 2, 30
"""Answers before a person's own time is known, and the bounds of that in days."""


class Awaiting(NamedTuple):
    """Attempts that found no answer yet: since when, how many, and whether to try again."""

    since: int | None
    silences: int
    nudge_on: int | None
    rested: bool

    @property
    def factor(self) -> float:
        """What is left of the ratio in ranking: half after two silences."""
        return 0.5 if self.silences >= LOWERED_AFTER else 1.0


def awaiting(
    days_out: Sequence[int], last_in_or_mutual: int | None, *, today: int, nudge_after: int = NUDGE_AFTER
) -> Awaiting:
    """The attempts up to today that came after their last sign of life, counted by days.

    One nudge, `nudge_after` days after the first; none after the second; from the third on the tie rests.
    """
    open_days = {day for day in days_out if day <= today and (last_in_or_mutual is None or day > last_in_or_mutual)}
    first = min(open_days, default=None)
    silences = len(open_days)
    nudge_on = first + nudge_after if first is not None and silences < LOWERED_AFTER else None
    return Awaiting(first, silences, nudge_on, silences >= RESTED_AFTER)


def answer_days(sent: Iterable[int], heard: Iterable[int], *, otherwise: int) -> int:
    """Days within which three in four of a person's answers came, 2 to 30; `otherwise` with fewer than five.

    An answer is the first sign of life, on the same day or later; attempts before one and the same answer are one.
    """
    seen, asked = sorted(set(heard)), dict[int, int]()
    for day in sorted(set(sent)):
        if (place := bisect_left(seen, day)) < len(seen):
            asked.setdefault(seen[place], day)
    waits = sorted(answer - first for answer, first in asked.items())
    if len(waits) < FEWEST_ANSWERS:
        return otherwise
    return min(LATEST, max(SOONEST, waits[-(-3 * len(waits) // 4) - 1]))


def initiative(mine: int, theirs: int, *, weight: float) -> float:
    """What is left of a tie's pull, 1 down to 1 - weight, when I start more than half of our contacts.

    The logs that were measured show no effect of who starts, so the weight is 0 unless the user sets it.
    """
    share = mine / (mine + theirs) if mine + theirs else 0.5
    return 1 - weight * 2 * max(0.0, share - 0.5)
