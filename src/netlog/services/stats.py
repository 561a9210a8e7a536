"""How the network is doing, or one tie: counts, and what they amount to, with the counts beside it."""

from datetime import date

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from netlog.domain.cadence import Targets, cadence_for
from netlog.domain.calibration import FEWEST, Held, held, pace_of, window_of
from netlog.domain.views_stats import MonthCount, Stats, TierCount
from netlog.ports import Reader
from netlog.ports_counts import Counts
from netlog.rows import TierRow
from netlog.services.naming import one_person

FEW = 10
"""Fewer contacts than this say nothing about habits."""

TIER_ORDER = ("inner", "close", "active", "wide", "", "none")


def stats(reader: Reader, counts: Counts, query: str | None, *, today: date, targets: Targets) -> Stats:
    """How the network is doing, or the tie with one person."""
    person = one_person(reader, query) if query else None
    number = person.id if person else None
    total, first = counts.totals(number)
    began, year_ago = today + relativedelta(years=-1, day=1), today - relativedelta(years=1)
    ways, window = counts.started(number), window_of(today.toordinal())
    told = {} if person else counts.forecasts()
    known = enough_forecasts(held(told, window))
    return Stats(
        today=today,
        person=person.name if person else None,
        people=reader.people_count(),
        interactions=total,
        first_on=first,
        months=months(counts, number, began, today),
        days=tuple(counts.days(number, since=year_ago)),
        kinds=tuple(counts.kinds(number)),
        started_by_me=ways.get("out", 0),
        started_by_them=ways.get("in", 0),
        mutual=ways.get("mutual", 0),
        tiers=() if person else tiers(counts.tiers(), targets),
        concentration=None if person else concentration(counts.most_seen(since=year_ago)),
        answered=None if person else enough(*counts.answered(since=year_ago)),
        held=known,
        pace=pace_of(told, window) if known else None,
        promises=tuple(counts.promise_counts(number)),
        introduced=None if person else any_of(*counts.introduced()),
        became_ties=None if person else any_of(*counts.became_ties(since=year_ago)),
    )


def enough_forecasts(rows: tuple[Held, ...]) -> tuple[Held, ...] | None:
    """The rows, or None when they are about too few forecasts."""
    return rows if sum(row.people for row in rows) >= FEWEST else None


def months(counts: Counts, person: int | None, began: date, today: date) -> tuple[MonthCount, ...]:
    """Every month from the one of `began` to this one, the empty ones too."""
    interactions = dict(counts.months(person, since=began))
    seen = counts.people_by_month(person, since=began)
    names = [f"{month:%Y-%m}" for month in rrule(MONTHLY, dtstart=began, until=today)]
    return tuple(MonthCount(name, interactions.get(name, 0), seen.get(name, 0)) for name in names)


def tiers(rows: list[TierRow], targets: Targets) -> tuple[TierCount, ...]:
    """How each tier stands, those without people left out."""
    return tuple(
        tier_count(tier, {row.state: row.people for row in rows if row.tier == tier}, targets)
        for tier in TIER_ORDER
        if any(row.tier == tier for row in rows)
    )


def tier_count(tier: str, states: dict[str, int], targets: Targets) -> TierCount:
    """One tier's people by state, beside the days it aims for."""
    return TierCount(
        tier=tier or "default",
        target_days=cadence_for(every_days=None, tags=(), tier=tier or None, targets=targets).days,
        people=sum(states.values()),
        warm=states.get("warm", 0),
        due=states.get("due", 0),
        drifting=states.get("drifting", 0),
        dormant=states.get("dormant", 0),
    )


def concentration(most_seen: list[int]) -> tuple[int, int] | None:
    """Contacts with the five most seen people, and with all; None when too few."""
    return (sum(most_seen[:5]), sum(most_seen)) if sum(most_seen) >= FEW else None


def any_of(some: int, every: int) -> tuple[int, int] | None:
    """The two counts, or None when there is nothing to count."""
    return (some, every) if every else None


def enough(answered: int, sent: int) -> tuple[int, int] | None:
    """The two counts, or None when too few."""
    return (answered, sent) if sent >= FEW else None
