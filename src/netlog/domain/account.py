"""The account of one tie: every term of its arithmetic, written so that a pocket calculator can follow."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netlog.domain import scheduler, strength, wording
from netlog.domain.cadence import KIN, OF_ONE, kin_days
from netlog.domain.scheduler import Baseline, Clock
from netlog.domain.seasons import NONE as NO_SEASON
from netlog.domain.seasons import Season
from netlog.domain.strength import Log
from netlog.domain.views import Term

HORIZON = 30
ALMOST = 0.01
"""Days within which two due dates are one."""

Rule = tuple[int | None, str]
Mark = tuple[float, int, str]
"""The share of an interval that a day covers, the day, and what it is if it is no contact."""


class Account(NamedTuple):
    """What the arithmetic stands on; `marks` are (worth, latest day) of contacts, days are ordinals."""

    clock: Clock
    log: Log
    marks: Sequence[tuple[float, int]]
    born: Baseline
    skipped: int | None
    factor: float
    pace: float
    today: int
    season: Season = NO_SEASON


def cadence_term(rules: Iterable[Rule], *, is_kin: bool) -> Term:
    """Which rule won, and which would without it; `rules` are in the order in which they are asked."""
    (days, rule), *others = rules
    if days is None:
        return Term("cadence", "never", wording.rule_words(rule))
    kin = is_kin and rule not in OF_ONE
    value = wording.count(kin_days(days) if kin else days, "day")
    stretched = f" {days} x 1.5, kin" if kin else ""
    return Term(
        "cadence", value, f"{wording.rule_words(rule.removesuffix(KIN))}{stretched}{otherwise(others, is_kin=is_kin)}"
    )


def otherwise(others: Sequence[Rule], *, is_kin: bool) -> str:
    """The rule that would win next."""
    days, rule = others[0] if others else (None, "")
    if days is None:
        return ""
    kin = is_kin and rule not in OF_ONE
    return f"; without it {wording.count(kin_days(days) if kin else days, 'day')} ({wording.rule_words(rule)})"


def terms(account: Account) -> Iterator[Term]:
    """What follows from the log and the cadence, in the order in which it is reckoned."""
    clock, ratio = account.clock, scheduler.overdue_ratio(account.clock, account.today)
    if clock.rung is not None:
        step = f"step {clock.rung + 1} of {len(scheduler.LADDER)} for somebody just met"
        yield Term("interval now", wording.count(clock.effective_days, "day"), step)
    yield Term("due", iso(clock.due_on), addition(account))
    if clock.show_on != clock.due_on:
        yield Term("shown from", iso(clock.show_on), shown_words(account))
    late = f"1 + ({account.today - clock.due_exact:+g} days) / {clock.effective_days}"
    yield Term("overdue ratio", f"{ratio:.2f}", f"{late}; 0 after a full contact, 1 when due")
    silence = max(scheduler.silence_ratio(clock, account.today), 0)
    alone = "; what was skipped does not count" if clock.lapse_exact < clock.due_exact else ""
    yield Term("warmth", f"{scheduler.warmth(clock, account.today):.2f}", f"2^-{silence:.2f}{alone}")
    yield from rhythm_terms(account)
    yield from chance_terms(account)
    if account.season != NO_SEASON:
        yield season_term(account.season)
    yield priority_term(account)
    yield from later_terms(account)


def addition(account: Account) -> str:
    """Which contact, or which other day, carries furthest, as an addition of days."""
    days = account.clock.effective_days
    return added(carrying(account, days), f"{days}")


def added(mark: Mark, interval: str) -> str:
    """A mark and what it covers of an interval."""
    share, day, why = mark
    return f"{iso(day)}{why} + {share:g} x {interval} days"


def carrying(account: Account, interval: float) -> Mark:
    """The mark that covers most of what is to come, where an interval is that long."""
    met = "the day you met" if account.born.fresh else "the day they were written down"
    stands_in = [(1.0 if account.born.fresh else account.born.spread, account.born.day, f" ({met})")]
    candidates: list[Mark] = [
        *((share, day, "") for share, day in account.marks),
        *(stands_in if account.born.stands(account.log) else ()),
        *([(scheduler.SKIPPED, account.skipped, " (skipped)")] if account.skipped is not None else ()),
    ]
    return max(candidates, key=lambda each: each[1] + each[0] * interval)


def shown_words(account: Account) -> str:
    """Why the list has the person before the due date, or a little after."""
    clock, early = account.clock, scheduler.JITTER / 100
    rest = min(scheduler.REST, clock.effective_days)
    if clock.show_on == max((day for _, day in account.marks), default=0) + rest:
        return f"{wording.count(rest, 'day')} of rest after any contact"
    jitter = f"{clock.effective_days} x (1 - {early:g} x {account.born.spread:g})"
    mark = carrying(account, clock.effective_days * (1 - early * account.born.spread))
    is_same = mark == carrying(account, clock.effective_days)
    return f"{f'the same with {jitter} days' if is_same else added(mark, jitter)}: spreads people met on one day"


def rhythm_terms(account: Account) -> Iterator[Term]:
    """The usual gap, from four contact days on."""
    clock = account.clock
    if clock.gap is None or clock.last is None or clock.first is None:
        return
    prior, silence = scheduler.RHYTHM_PRIOR, account.today - clock.last
    mean = f"({clock.last - clock.first} + {prior} x {clock.target_days}) / ({clock.days} - 1 + {prior})"
    made = mean if clock.gap > clock.target_days / 4 + ALMOST else f"at least {clock.target_days} / 4"
    yield Term("usual rhythm", f"every {clock.gap:.1f} days", made)
    yield Term("silence", f"{silence / clock.gap:.2f} gaps", f"{silence} days / {clock.gap:.1f}")


def chance_terms(account: Account) -> Iterator[Term]:
    """How likely the two are to be in touch anyway."""
    log, pace, day = account.log, account.pace, account.today
    if log.last is None:
        return
    chance = strength.keep_alive(log, day, horizon=HORIZON, pace=pace)
    scale, shape = strength.scale(log, day), strength.shape(log)
    power = f"{shape:.3f}" if pace == 1 else f"({pace:.2f} x {shape:.3f})"
    made = f"1 - ({scale:.2f} / {scale + HORIZON:.2f})^{power}, if nobody is reminded"
    yield Term(f"chance in {HORIZON} days", f"{chance:.0%}", made)
    wait = strength.median_wait(log, day, pace=pace) or 0
    word = strength.outlook(log, day, target_days=account.clock.target_days, pace=pace)
    yield Term("outlook", word, wording.even_chance(wait))


def priority_term(account: Account) -> Term:
    """Where the tie ranks."""
    clock, day = account.clock, account.today
    best = max(scheduler.overdue_ratio(clock, day), scheduler.rhythm_ratio(clock, day) or 0)
    factor = "" if account.factor == 1 else f"{account.factor:g} x "
    left, more = share_left(clock, account.season), account.season.factor
    season = "" if more == 1 else f" x {more:g}"
    shared = "" if left == 1 else f" x {left:.2f}, as you start most contacts"
    made = f"{factor}{best:.2f} x sqrt({clock.value:g}) x {clock.effective_days}^{scheduler.REACH:g}{season}{shared}"
    return Term("priority", f"{scheduler.priority(clock, day, factor=account.factor):.2f}", made)


def season_term(season: Season) -> Term:
    """The season that the tie is in."""
    until = date.fromordinal(season.until)
    return Term(f"season {season.name}", f"x {season.factor:g}", f"until {until:%a} {until.day} {until:%b %Y}")


def share_left(clock: Clock | None, season: Season) -> float:
    """What is left of the pull where I start most contacts and that is to count (`awaiting.initiative`).

    A season that the tie is in has made the pull greater, by another factor.
    """
    if clock is None:
        return 1.0
    left = clock.pull / (clock.value**0.5 * clock.effective_days**scheduler.REACH * season.factor)
    return 1.0 if left > 1 - ALMOST / 10 else left


def later_terms(account: Account) -> Iterator[Term]:
    """What the silence comes to be called, if it lasts."""
    clock = account.clock
    days = ((clock.drifting_on, "drifting"), (clock.fading_on, "fading"), (clock.dormant_on, "dormant"))
    ahead = sorted((day, name) for day, name in days if day and account.today < day <= clock.dormant_on)
    if ahead:
        first, *others = (f"{name} {iso(day)}" for day, name in ahead)
        yield Term("if silent", first, ", ".join(others))


def iso(day: int) -> str:
    """An ordinal as an ISO day."""
    return date.fromordinal(day).isoformat()
