"""Who is due, in which order, and why: a handful of days per tie, and the morning they add up to.

Everything about a tie changes only on the days its clock names, so that comparing days is all a reader needs.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple
from zlib import crc32

from netlog.domain.cadence import Cadence
from netlog.domain.strength import Log, longest_silence

LADDER = (2, 2, 14, 45)
SOON = 70
JITTER = 15
RHYTHM_FROM = 4
RHYTHM_PRIOR = 3
DRIFTING = 3
FADING = 8
DORMANT_DAYS = 730
DORMANT_CHANCE = 0.1
DORMANT_HORIZON = 365
RECONNECT_AMONG = 10
JUST_MET = 14
"""Days: somebody in touch longer than this before being written down was known already."""

REST = 3
"""Days without a suggestion after any contact, however light: it has just been acted on."""

SKIPPED = 0.5
"""The share of an interval that saying "not this time" covers."""

REACH = 3 / 8
"""The power of the interval in ranking: how far a long cadence makes up for being late by a smaller part."""


# Shares are kept in ten-thousandths and intervals in hundredths of a day, so that no day is lost to rounding.
SHARE = 10_000
HUNDREDTHS = 100
DAY = SHARE * HUNDREDTHS

State = Literal["warm", "soon", "due", "drifting", "fading", "dormant"]
Class = Literal["fresh", "overdue", "fill", "dormant", "later"]
Reason = Literal["promise", "birthday", "reply", "awaiting"]
Section = Literal["promise", "birthday", "reply", "awaiting", "follow-up", "overdue", "fill", "reconnect", "coming"]
SECTIONS: Mapping[Class, Section] = {"fresh": "follow-up", "overdue": "overdue", "fill": "fill"}


class Baseline(NamedTuple):
    """The day a person was met or added; `spread` (0 to below 1) staggers those not met in person.

    The day counts like a contact. Unless it is `fixed`, as for an import, it counts for nothing once the log
    shows that the two were in touch well before: somebody known for long is not new for being written down.
    """

    day: int
    fresh: bool
    spread: float
    fixed: bool = True

    def stands(self, log: Log) -> bool:
        """Whether the day still counts, given the log."""
        return self.fixed or log.first is None or log.first >= self.day - JUST_MET


class Clock(NamedTuple):
    """One tie's days, as ordinals: each names the first day on which something is so; none is never.

    `rung` is the step of the follow-up ladder, `gap` the usual one in days, `pull` the weight in ranking. Contacts
    alone reach to `lapse_exact`; what was skipped may carry the due date further. From `early_on` on the tie may
    fill a free place.
    """

    target_days: int
    effective_days: int
    rung: int | None
    rule: str
    value: float
    lapse_exact: float
    due_exact: float
    due_on: int
    show_on: int
    soon_on: int
    early_on: int
    off_rhythm_on: int | None
    drifting_on: int | None
    fading_on: int | None
    dormant_on: int
    gap: float | None
    pull: float
    first: int | None
    last: int | None
    days: int


def spread(uuid: str) -> float:
    """A constant of the person in [0, 1), in ten-thousandths: the same on every machine and every day."""
    return crc32(uuid.encode()) % SHARE / SHARE


def baseline_of(uuid: str, day: int, *, is_fresh: bool, is_imported: bool) -> Baseline:
    """What the day a person came in counts for; `spread` is that person's constant, which the jitter is too."""
    return Baseline(day, is_fresh, spread(uuid), fixed=is_imported)


def clock(log: Log, baseline: Baseline, *, cadence: Cadence, jitter: float, skipped: int | None = None) -> Clock | None:
    """The days of a tie with this log, baseline and cadence; none for people who are never nudged.

    `skipped` is the day on which the user last said "not this time": it covers half an interval and is no contact.
    """
    if cadence.days is None:
        return None
    target = cadence.days
    rung = _rung(log, baseline, cadence=cadence, target=target)
    effective = target if rung is None else LADDER[rung]
    contacts = [*log.last_by_worth, *_born(log, baseline)]
    skips = [] if skipped is None else [(SKIPPED, skipped)]
    marks, shown = [*contacts, *skips], _shown_interval(effective, jitter)
    due = _covered(marks, effective * HUNDREDTHS)
    gap = _gap(log, target)
    soon_on = _first_day(due - (HUNDREDTHS - SOON) * effective * SHARE)
    off_rhythm_on = _silent_for(log, 1, gap)
    rested_on = max(_rested_on(log, effective), _first_day(_covered(skips, shown)))
    return Clock(
        target_days=target,
        effective_days=effective,
        rung=rung,
        rule=cadence.rule,
        value=cadence.value,
        lapse_exact=_covered(contacts, effective * HUNDREDTHS) / DAY,
        due_exact=due / DAY,
        due_on=_first_day(due),
        show_on=max(rested_on, _first_day(_covered(marks, shown))),
        soon_on=soon_on,
        early_on=max(rested_on, soon_on if off_rhythm_on is None else min(soon_on, off_rhythm_on)),
        off_rhythm_on=off_rhythm_on,
        drifting_on=_drifting_on(log, gap, due),
        fading_on=_silent_for(log, FADING, gap),
        dormant_on=_dormant_on(log, baseline, target=target, effective=effective),
        gap=None if gap is None else gap[0] / gap[1],
        pull=float(math.sqrt(cadence.value) * effective**REACH),
        first=log.first,
        last=log.last,
        days=log.days,
    )


def _born(log: Log, baseline: Baseline) -> list[tuple[float, int]]:
    """What the day they were met or added counts as, if it does: a full contact, or a share of one."""
    return [(1.0 if baseline.fresh else baseline.spread, baseline.day)] if baseline.stands(log) else []


def _rested_on(log: Log, effective: int) -> int:
    """The first day after a contact of any weight on which the tie may be suggested again."""
    return max((day + min(REST, effective) for _, day in log.last_by_worth), default=0)


def _rung(log: Log, baseline: Baseline, *, cadence: Cadence, target: int) -> int | None:
    """The step that shortens the target: new ties fade fastest, so first contacts come soon (Burt 2000)."""
    if not (baseline.fresh and baseline.stands(log)) or cadence.is_personal or log.days >= len(LADDER):
        return None
    return log.days if LADDER[log.days] < target else None


def _covered(marks: Iterable[tuple[float, int]], interval: int) -> int:
    """Until when, in millionths of a day, the best of the marks covers its share of the interval; 0 without any."""
    return max((day * DAY + round(share * SHARE) * interval for share, day in marks), default=0)


def _shown_interval(effective: int, jitter: float) -> int:
    """Up to 15 % shorter: the interval, not the due date, so that no added contact brings the day nearer."""
    return effective * HUNDREDTHS - JITTER * round(jitter * SHARE) * effective // SHARE


def _first_day(moment: int) -> int:
    return -(-moment // DAY)


def _gap(log: Log, target: int) -> tuple[int, int] | None:
    """The usual gap, as days over parts: the mean, shrunk to the target by three more, at least a quarter."""
    if log.days < RHYTHM_FROM:
        return None
    days, parts = log.span + RHYTHM_PRIOR * target, log.days - 1 + RHYTHM_PRIOR
    return (days, parts) if 4 * days >= target * parts else (target, 4)


def _silent_for(log: Log, gaps: int, gap: tuple[int, int] | None) -> int | None:
    """The first day on which the silence is that many gaps long (3 and 8: Navarro et al. 2017)."""
    if gap is None or log.last is None:
        return None
    days, parts = gap
    return log.last - (-gaps * days // parts)


def _drifting_on(log: Log, gap: tuple[int, int] | None, due: int) -> int | None:
    """The first day on which the silence is three gaps long and the tie is due as well."""
    day = _silent_for(log, DRIFTING, gap)
    return None if day is None else max(day, _first_day(due))


def _dormant_on(log: Log, baseline: Baseline, *, target: int, effective: int) -> int:
    """Silent for three targets and two years, or unlikely within a year; never while a contact covers."""
    rested = max(3 * target, DORMANT_DAYS)
    if log.last is None:
        silent = baseline.day + rested
    else:
        unlikely = longest_silence(log, chance=DORMANT_CHANCE, horizon=DORMANT_HORIZON)
        silent = log.last + min(rested, math.floor(unlikely))
    covered = _covered(log.last_by_worth, effective * HUNDREDTHS) if log.last_by_worth else 0
    return max(silent + 1, _first_day(covered))


def overdue_ratio(clock: Clock, today: int) -> float:
    """0 on the day of a full contact, 1 on the day a contact is due, and so on in a straight line."""
    return 1 + (today - clock.due_exact) / clock.effective_days


def silence_ratio(clock: Clock, today: int) -> float:
    """The overdue ratio by contacts alone: what was skipped warms nobody."""
    return 1 + (today - clock.lapse_exact) / clock.effective_days


def warmth(clock: Clock, today: int) -> float:
    """1 after a full contact, halved by every interval that passes (exponential decay: Jin et al. 2001)."""
    return float(2 ** -max(0.0, silence_ratio(clock, today)))


def rhythm_ratio(clock: Clock, today: int) -> float | None:
    """The silence in usual gaps; none before four contact-days."""
    return None if clock.gap is None or clock.last is None else (today - clock.last) / clock.gap


def priority(clock: Clock, today: int, *, factor: float = 1.0) -> float:
    """Where a tie ranks: its ratio, overdue or off its rhythm, times the root of the value and the interval^3/8.

    So a weekly tie 5 days late comes before a yearly one 30 days late. `factor` scales the ratio down for people
    who do not answer.
    """
    ratio = max(overdue_ratio(clock, today), rhythm_ratio(clock, today) or 0.0)
    return factor * ratio * clock.pull


def state(clock: Clock, today: int) -> State:
    """How the tie stands today: the last of the states whose day has come."""
    days: tuple[tuple[State, int | None], ...] = (
        ("dormant", clock.dormant_on),
        ("fading", clock.fading_on),
        ("drifting", clock.drifting_on),
        ("due", clock.due_on),
        ("soon", clock.soon_on),
    )
    return next((name for name, day in days if day is not None and day <= today), "warm")


def klass(clock: Clock, today: int) -> Class:
    """Which part of the morning a tie competes for; `storage.read_ties.CLASSES` says the same in SQL."""
    if clock.dormant_on <= today:
        return "dormant"
    if clock.show_on <= today:
        return "overdue" if clock.rung is None else "fresh"
    return "fill" if clock.early_on <= today else "later"


class Candidate(NamedTuple):
    """Somebody who may be suggested; `factor` below 1 lowers those who have not answered."""

    id: int
    clock: Clock
    factor: float = 1.0


class Dated(NamedTuple):
    """A reason with its own day, which no ranking may hide."""

    id: int
    kind: Reason
    on: int


class Pick(NamedTuple):
    """A person on the list, and the part of the list that put them there."""

    id: int
    section: Section


class Morning(NamedTuple):
    """The day's list: what fits the budget, as much again, perhaps one to wake, and how many more are due."""

    today: tuple[Pick, ...]
    if_time: tuple[Pick, ...]
    reconnect: Pick | None
    rest: int


def slots(per_day: float) -> int:
    """How many check-ins one morning shows: twice the budget, for not all of them will happen."""
    return max(1, math.ceil(2 * per_day))


def morning(
    candidates: Iterable[Candidate],
    dated: Sequence[Dated],
    *,
    today: int,
    per_day: float,
    more_due: int = 0,
    taken: int = 0,
    reconnect_weekday: int = 0,
) -> Morning:
    """The list for one day: dated reasons, then new ties (at most half), overdue ones, early ones to fill.

    `more_due` are people known to be due but not among the candidates, `taken` lines that stand elsewhere and
    take places like dated reasons; weekday 0 is Monday.
    """
    room = slots(per_day)
    free = room - min(len(dated) + taken, room // 2)
    promised = {reason.id for reason in dated}
    ranked = _ranked([person for person in candidates if person.id not in promised], today)
    due = [*ranked["fresh"][: math.ceil(room / 2)], *ranked["overdue"]]
    firm = [Pick(reason.id, reason.kind) for reason in sorted(dated, key=lambda r: (r.on, r.kind, r.id))]
    checks = [*due, *ranked["fill"]][:free]
    picks = [*firm, *(Pick(person.id, SECTIONS[klass(person.clock, today)]) for person in checks)]
    cut = max(math.ceil(per_day), len(firm))
    unseen = len(ranked["fresh"]) + len(ranked["overdue"]) - min(free, len(due))
    return Morning(
        today=tuple(picks[:cut]),
        if_time=tuple(picks[cut:]),
        reconnect=_reconnect(ranked["dormant"], today, weekday=reconnect_weekday),
        rest=more_due + unseen,
    )


def _ranked(candidates: Iterable[Candidate], today: int) -> dict[Class, list[Candidate]]:
    ranked: dict[Class, list[Candidate]] = {"fresh": [], "overdue": [], "fill": [], "dormant": [], "later": []}
    for person in sorted(candidates, key=lambda c: (-priority(c.clock, today, factor=c.factor), c.id)):
        ranked[klass(person.clock, today)].append(person)
    return ranked


def _reconnect(dormant: Sequence[Candidate], today: int, *, weekday: int) -> Pick | None:
    """One sleeping tie on one weekday, the ten that meant most taking turns (Walter et al. 2015)."""
    week, day = divmod(today - 1, 7)
    if not dormant or day != weekday:
        return None
    best = sorted(dormant, key=lambda c: (-(c.clock.value**2) * c.clock.days, c.id))[:RECONNECT_AMONG]
    return Pick(best[week % len(best)].id, "reconnect")
