"""How strong a tie is: what each contact is worth, and what the whole log says about one person."""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netlog.domain.interactions import Depth, Direction

FULL = 0.5
MESSAGE_SHARE: Mapping[Direction, float] = {Direction.OUT: 0.6, Direction.IN: 0.8, Direction.MUTUAL: 1.0}
TIMED_FROM = 0.8
NEARLY_ONE = math.nextafter(1.0, 0.0)
WORDS = ((0.7, "steady"), (0.4, "quiet"), (0.15, "faint"), (0.0, "silent"))


class Log(NamedTuple):
    """What the log says about one person: the days that can still matter, whatever order they came in.

    `last_by_worth` holds (worth, latest day), newest first, without those a later and weightier day outdoes;
    `first`, `last` and `days` speak of full contact-days only.
    """

    last_by_worth: tuple[tuple[float, int], ...] = ()
    first: int | None = None
    last: int | None = None
    days: int = 0

    @property
    def span(self) -> int:
        """Days between the first and the last full contact."""
        return 0 if self.first is None or self.last is None else self.last - self.first


def worth(kind_worth: float, *, depth: Depth, direction: Direction, minutes: int | None = None) -> float:
    """How much of a full contact this one is, 0 to 1 in hundredths.

    A message that only one side wrote counts for less; a meeting counts the same whoever proposed it.
    """
    share = MESSAGE_SHARE[direction] if depth == Depth.MESSAGE else 1.0
    return round(min(1.0, kind_worth * share * _length_share(kind_worth, minutes)), 2)


def _length_share(kind_worth: float, minutes: int | None) -> float:
    """From 0.8 for a hello to 1 at a quarter of an hour, and no more after that."""
    if minutes is None or kind_worth < TIMED_FROM:
        return 1.0
    return min(1.0, 0.8 + 0.1 * math.log2(1 + minutes / 5))


def tally(contacts: Iterable[tuple[int, float]], today: int | None = None) -> Log:
    """The log of (day, worth) pairs recomputed from nothing; contacts after `today` are not counted yet."""
    known = {(day, share) for day, share in contacts if share > 0 and (today is None or day <= today)}
    full = {day for day, share in known if share >= FULL}
    return Log(_deciding(known), min(full, default=None), max(full, default=None), len(full))


def _deciding(known: Iterable[tuple[int, float]]) -> tuple[tuple[float, int], ...]:
    """Newest first, each weightier than all that came after it: nothing else can set a due date."""
    kept: list[tuple[float, int]] = []
    for day, share in sorted(known, reverse=True):
        if not kept or share > kept[-1][0]:
            kept.append((share, day))
    return tuple(kept)


def keep_alive(log: Log, today: int, *, horizon: int, pace: float = 1.0) -> float:
    """The chance, 0 to below 1, of a contact within `horizon` days if nobody is reminded.

    A Lomax (Pareto II) waiting time whose scale is the silence and whose shape is the number of contact-days;
    `pace` multiplies the shape: how readily this user's ties come back (`calibration.pace_of`).
    """
    if log.last is None:
        return 0.0
    silence = scale(log, today)
    return min(NEARLY_ONE, -math.expm1(pace * shape(log) * math.log(silence / (silence + horizon))))


def median_wait(log: Log, today: int, *, pace: float = 1.0) -> float | None:
    """Days from today until a contact without reminder is as likely as not; none if there never was one."""
    if log.last is None:
        return None
    return float(scale(log, today) * (2 ** (1 / (pace * shape(log))) - 1))


def longest_silence(log: Log, *, chance: float, horizon: int) -> float:
    """Days since the last contact after which `keep_alive` is below `chance`; needs a full contact."""
    kept = math.exp(math.log1p(-chance) / shape(log))
    return horizon * kept / (1 - kept) - _scale_at_contact(log)


def outlook(log: Log, today: int, *, target_days: int, pace: float = 1.0) -> str:
    """One calm word for the chance of a contact within the target: steady, quiet, faint, silent, or new."""
    if log.last is None:
        return "new"
    chance = keep_alive(log, today, horizon=target_days, pace=pace)
    return next(word for least, word in WORDS if chance >= least)


def scale(log: Log, today: int) -> float:
    """E of the chance: the silence in days, a twentieth of the span and two; needs a full contact."""
    return max(0, today - (log.last or today)) + _scale_at_contact(log)


def shape(log: Log) -> float:
    """A of the chance: it grows with the number of contact-days."""
    return float(0.22 * log.days**0.75)


def _scale_at_contact(log: Log) -> float:
    return 0.05 * log.span + 2
