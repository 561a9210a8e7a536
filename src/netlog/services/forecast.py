"""What the cadences ask for, against the budget and what gets done; what is coming."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from netlog.domain import wording
from netlog.domain.cadence import OF_ONE, TIERS
from netlog.domain.capacity import WINDOW, Load, Overload, demand, overload
from netlog.domain.views_load import Forecast, RuleLoad, Week
from netlog.ports_counts import Loads
from netlog.rows import StandingRow
from netlog.services.capacity import budget

WEEK = 7
WEEKS_BACK = 8
LAST_DAY = date.max.toordinal()


def forecast(loads: Loads, configured: float | None, *, today: date, weeks: int) -> Forecast:
    """What the present cadences ask for, and how many people come due in each of so many weeks."""
    asking = asked(loads.standing())
    begun, coming = loads.began_on(), loads.coming_due(weeks=weeks)
    done_by_day = loads.done_by_day(since=today - timedelta(WEEKS_BACK * WEEK), until=today - timedelta(1))
    done = weeks_done(done_by_day, begun, today)
    window = sum(people for on, people in done_by_day if on >= today - timedelta(WINDOW))
    too_much = overload(asking, done=window, known_days=(today - begun).days if begun else 0)
    return Forecast(
        today=today,
        asked=by_rule(asking),
        asked_per_week=WEEK * demand(asking),
        per_day=budget(loads, configured, today=today),
        is_learned=configured is None and window > 0,
        done=done,
        done_per_week=sum(week.people for week in done) / len(done) if done else None,
        due_now=coming.get(0, 0),
        coming=tuple(Week(*week_ahead(number, today), coming.get(number, 0)) for number in range(1, weeks + 1)),
        advice=advice(too_much) if too_much else "",
        stretch=too_much.stretch if too_much else (),
    )


def advice(too_much: Overload) -> str:
    """What asks for more than gets done, and what may give way."""
    longer = [(each.rule, each.to_days) for each in too_much.stretch]
    return wording.capacity(asked=too_much.asked_per_day, done=too_much.done_per_day, stretch=longer)


def asked(rows: Iterable[StandingRow]) -> list[Load]:
    """Those who ask for check-ins, added up by rule and days."""
    people: dict[tuple[str, float, int], int] = {}
    for row in rows:
        if row.is_asking and row.target_days is not None:
            same = row.rule, row.value, row.target_days
            people[same] = people.get(same, 0) + row.people
    return [Load(*same, people=number) for same, number in sorted(people.items())]


def by_rule(loads: Sequence[Load]) -> tuple[RuleLoad, ...]:
    """What each rule asks for a week: tiers as they follow each other, the default, tags, days set on people."""
    return tuple(
        rule_load(rule, [load for load in loads if load.rule == rule])
        for rule in sorted({load.rule for load in loads}, key=place)
    )


def rule_load(rule: str, loads: Sequence[Load]) -> RuleLoad:
    """What the loads of one rule amount to."""
    days = None if rule in OF_ONE else loads[0].target_days
    return RuleLoad(rule, days, sum(load.people for load in loads), WEEK * demand(loads))


def place(rule: str) -> tuple[int, str]:
    """Where a rule stands in a table."""
    sort, _, name = rule.partition(":")
    tier = name.partition("+")[0]
    if sort == "tier":
        return TIERS.index(tier), name
    return len(TIERS) + ("default", "tag", *OF_ONE).index(sort.partition("+")[0]), name


def weeks_done(done_by_day: Iterable[tuple[date, int]], begun: date | None, today: date) -> tuple[Week, ...]:
    """The last eight weeks before today, oldest first, those before the first contact left out."""
    people = dict.fromkeys(range(1, WEEKS_BACK + 1), 0)
    for on, number in done_by_day:
        people[-(-(today - on).days // WEEK)] += number
    spans = ((today - timedelta(WEEK * back), today - timedelta(WEEK * back - WEEK + 1), back) for back in people)
    return tuple(Week(since, until, people[back]) for since, until, back in spans if begun and until >= begun)[::-1]


def week_ahead(number: int, today: date) -> tuple[date, date]:
    """The first and the last day of a week ahead, from 1 on; time ends with the year 9999."""
    first = today.toordinal() + WEEK * (number - 1) + 1
    return date.fromordinal(min(first, LAST_DAY)), date.fromordinal(min(first + WEEK - 1, LAST_DAY))
