"""Ties made up at random, and what the formulas of the scheduler say of them in exact fractions.

What the scheduler promises is listed in invariants.md beside this file.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from hypothesis import strategies as st

from netlog.domain.cadence import Cadence
from netlog.domain.scheduler import (
    JUST_MET,
    LADDER,
    SKIPPED,
    Baseline,
    Candidate,
    Clock,
    Dated,
    Morning,
    clock,
    spread,
)
from netlog.domain.strength import Log, keep_alive, tally

Contact = tuple[int, float]

LAST_DAY = 740_000
FIRST_DAY = LAST_DAY - 2500
SHARES = st.integers(0, 9_999).map(lambda number: number / 10_000)
WORTHS = st.sampled_from([0.1, 0.15, 0.3, 0.4, 0.48, 0.5, 0.64, 0.83, 0.9, 1.0])
LIGHT = WORTHS.filter(lambda share: share < 0.5)
DAYS = st.one_of(st.integers(FIRST_DAY, LAST_DAY), st.integers(LAST_DAY - 60, LAST_DAY))
CONTACTS = st.lists(st.tuples(DAYS, WORTHS), max_size=12).map(tuple)
SILENCES = st.one_of(st.integers(0, 60), st.integers(0, 4000))
BASELINES = st.builds(Baseline, day=DAYS, fresh=st.booleans(), spread=SHARES, fixed=st.booleans())
TARGETS = st.sampled_from([1, 2, 5, 7, 14, 30, 45, 90, 365, 1000])
RULES = st.sampled_from(["person", "tag:team", "tier:close", "default"])
CADENCES = st.builds(Cadence, days=TARGETS, rule=RULES, value=st.sampled_from([1.0, 1.5, 2.0, 4.0, 8.0]))


class Tie(NamedTuple):
    """Everything a clock is made from."""

    contacts: tuple[Contact, ...]
    baseline: Baseline
    cadence: Cadence
    jitter: float = 0.0
    skipped: int | None = None

    def log(self, today: int | None = None) -> Log:
        """What the log says, contacts after today left out."""
        return tally(self.contacts, today)

    def clock(self, today: int | None = None) -> Clock:
        """The days of the tie."""
        made = clock(self.log(today), self.baseline, cadence=self.cadence, jitter=self.jitter, skipped=self.skipped)
        assert made is not None
        return made

    def plus(self, *more: Contact) -> "Tie":
        """The tie with more contacts."""
        return self._replace(contacts=(*self.contacts, *more))

    def aimed(self, days: int) -> "Tie":
        """The tie with another target."""
        return self._replace(cadence=self.cadence._replace(days=days))

    def moved(self, days: int) -> "Tie":
        """The tie with everything so many days later."""
        return self._replace(
            contacts=tuple((day + days, share) for day, share in self.contacts),
            baseline=self.baseline._replace(day=self.baseline.day + days),
            skipped=None if self.skipped is None else self.skipped + days,
        )

    @property
    def stands(self) -> bool:
        """Whether the day they came in counts: an import's always, another's unless the log goes back further."""
        full = [day for day, share in self.contacts if share >= 0.5]
        return self.baseline.fixed or min(full, default=LAST_DAY) >= self.baseline.day - JUST_MET

    @property
    def is_climbing(self) -> bool:
        """Whether the ladder for people just met may shorten the interval."""
        return self.baseline.fresh and self.stands and self.cadence.rule != "person"


def with_early_days(tie: Tie, early: list[Contact]) -> Tie:
    """The tie with contacts around the day they came in, given as days from then on."""
    return tie.plus(*((min(tie.baseline.day + days, LAST_DAY), share) for days, share in early))


EARLY: st.SearchStrategy[list[Contact]] = st.one_of(
    st.just([]), st.lists(st.tuples(st.integers(-20, 20), WORTHS), max_size=3)
)
TIES = st.builds(with_early_days, st.builds(Tie, CONTACTS, BASELINES, CADENCES, SHARES, st.none() | DAYS), EARLY)


def exact_interval(tie: Tie) -> int:
    """The target, or less on the ladder, which ends with the fourth full contact-day."""
    days, target = len({day for day, share in tie.contacts if share >= 0.5}), tie.cadence.days
    assert target is not None
    return min(target, LADDER[days]) if tie.is_climbing and days < len(LADDER) else target


def exact_ratio(marks: Sequence[Contact], interval: int, today: int) -> Fraction:
    """The overdue ratio as the scheduler notes write it: the least over all marks."""
    return min(Fraction(today - day, interval) + 1 - Fraction(str(share)) for day, share in marks)


def exact_silence(tie: Tie, today: int) -> Fraction:
    """The ratio by contacts, and by the day they came in as long as that stands."""
    born = [(tie.baseline.day, 1.0 if tie.baseline.fresh else tie.baseline.spread)] if tie.stands else []
    return exact_ratio([*tie.contacts, *born], exact_interval(tie), today)


def exact_overdue(tie: Tie, today: int) -> Fraction:
    """The ratio by everything that covers: what was skipped too."""
    if tie.skipped is None:
        return exact_silence(tie, today)
    return min(exact_silence(tie, today), exact_ratio([(tie.skipped, SKIPPED)], exact_interval(tie), today))


def exact_rhythm(tie: Tie, today: int) -> Fraction | None:
    """Silence over the shrunk mean gap, from four contact-days on."""
    log, target = tie.log(), tie.cadence.days
    if log.last is None or log.first is None or log.days < 4 or target is None:
        return None
    gap = max(Fraction(target, 4), Fraction(log.last - log.first + 3 * target, log.days - 1 + 3))
    return (today - log.last) / gap


def is_dormant(tie: Tie, today: int) -> bool:
    """Silent for long or unlikely to come back, and not covered by any contact."""
    log, target = tie.log(), tie.cadence.days
    assert target is not None
    silence = today - (tie.baseline.day if log.last is None else log.last)
    unlikely = log.last is not None and keep_alive(log, today, horizon=365) < 0.1
    is_covered = bool(tie.contacts) and exact_ratio(tie.contacts, exact_interval(tie), today) < 1
    return not is_covered and (silence > max(3 * target, 730) or unlikely)


def exact_state(tie: Tie, today: int) -> str:
    """The state by the formulas alone, without any day of the clock."""
    overdue, rhythm = exact_overdue(tie, today), exact_rhythm(tie, today) or Fraction(0)
    if is_dormant(tie, today):
        return "dormant"
    if rhythm >= 8:
        return "fading"
    if rhythm >= 3 and overdue >= 1:
        return "drifting"
    if overdue >= 1:
        return "due"
    return "soon" if overdue >= Fraction(7, 10) else "warm"


FACTORS = st.sampled_from([0.5, 1.0, 1.0, 1.0])
ALIKE = st.lists(TIES, min_size=1, max_size=8).flatmap(
    lambda ties: st.lists(st.tuples(st.sampled_from(ties), FACTORS), max_size=20)
)
PEOPLE = ALIKE.map(lambda made: [Candidate(number, tie.clock(), factor) for number, (tie, factor) in enumerate(made)])
"""Candidates, many of them alike to the day."""

KINDS = st.sampled_from(["promise", "birthday", "reply", "awaiting"])
REASONS = st.builds(Dated, id=st.integers(0, 25), kind=KINDS, on=DAYS)
DATED = st.lists(REASONS, max_size=6)
BUDGETS = st.sampled_from([0.5, 1, 1.5, 2, 3, 5])
TODAYS = st.integers(LAST_DAY, LAST_DAY + 400)


def shown_ids(made: Morning) -> list[int]:
    """Everybody on the list but for the one to wake, in order."""
    return [pick.id for pick in made.today + made.if_time]


def overcommitted(people: int) -> dict[int, Tie]:
    """People of every tier, added together and asking for more than two check-ins a day."""
    sizes = {Cadence(7, "inner", 8.0): 5, Cadence(30, "close", 4.0): 10, Cadence(90, "active", 2.0): 35}
    tiers = [cadence for cadence, size in sizes.items() for _ in range(size)]
    tiers += [Cadence(365, "wide", 1.0)] * (people - len(tiers))
    shares = [spread(f"person {person}") for person in range(people)]
    added = [Baseline(FIRST_DAY, fresh=False, spread=share) for share in shares]
    return {person: Tie((), added[person], tiers[person], shares[person]) for person in range(people)}
