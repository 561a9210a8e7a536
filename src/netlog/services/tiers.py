"""The tiers: how each stands, and whose tier does not fit the rhythm."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from netlog.domain import wording
from netlog.domain.cadence import KIN, TIER_DAYS, Targets, cadence_for, kin_days
from netlog.domain.capacity import demand
from netlog.domain.people import Named
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.suggestions import FEWEST, KEPT, Suggestion, suggested
from netlog.domain.views_load import RuleLoad, TierLoad, Tiers, TierSuggestion, TierSuggestions
from netlog.ports import Records
from netlog.ports_counts import Loads
from netlog.rows import StandingRow, SuggestibleRow
from netlog.services.forecast import WEEK, asked, by_rule
from netlog.services.stats import TIER_ORDER


def tiers(loads: Loads, *, today: date, targets: Targets) -> Tiers:
    """How every tier stands, those without people too, and the tag rules in use."""
    rows = loads.standing()
    return Tiers(
        today=today,
        tiers=tuple(tier_load(tier, [row for row in rows if row.tier == tier], targets) for tier in TIER_ORDER),
        tag_rules=tag_rules(rows),
    )


def tier_load(tier: str, rows: Sequence[StandingRow], targets: Targets) -> TierLoad:
    """One tier's people by state, beside the days it aims for and the check-ins a week that takes."""
    states = {state: sum(row.people for row in rows if row.state == state) for state in {row.state for row in rows}}
    return TierLoad(
        tier=tier or "default",
        target_days=cadence_for(every_days=None, tags=(), tier=tier or None, targets=targets).days,
        people=sum(states.values()),
        warm=states.get("warm", 0),
        due=states.get("due", 0),
        drifting=states.get("drifting", 0),
        dormant=states.get("dormant", 0),
        hidden=states.get("hidden", 0),
        per_week=WEEK * demand(asked(rows)),
    )


def tag_rules(rows: Iterable[StandingRow]) -> tuple[RuleLoad, ...]:
    """What each tag rule asks for that sets somebody's days."""
    return by_rule(asked(row for row in rows if row.rule.startswith("tag:")))


def suggest(loads: Loads, *, today: date, targets: Targets) -> TierSuggestions:
    """Tiers that fit the rhythm of 60 days better, the furthest off first."""
    rows, judged = loads.suggestible(fewest=FEWEST, kept_since=today - timedelta(KEPT - 1))
    found = [(row, better) for row in rows if (better := better_tier(row, today=today, targets=targets))]
    found.sort(key=lambda pair: (-abs(math.log(pair[1].days / pair[0].target_days)), pair[0].handle))
    return TierSuggestions(today, tuple(proposed(row, better) for row, better in found), judged)


def better_tier(row: SuggestibleRow, *, today: date, targets: Targets) -> Suggestion | None:
    """The tier the rhythm of one tie speaks for, if it is another."""
    days = {tier: targets.tier_days.get(tier, shipped) for tier, shipped in TIER_DAYS.items()}
    if row.rule.endswith(KIN):
        days = {tier: kin_days(each) for tier, each in days.items()}
    return suggested(row.full_days, target=row.target_days, tiers=days, today=today.toordinal())


def proposed(row: SuggestibleRow, better: Suggestion) -> TierSuggestion:
    """A suggestion with its reason, and the command that follows it."""
    reason = wording.other_rhythm(
        gap=better.gap_days, contacts=better.contacts, target_days=row.target_days, rule=row.rule
    )
    return TierSuggestion(
        handle=row.handle,
        name=row.name,
        tier=row.tier,
        suggested=better.tier,
        target_days=row.target_days,
        suggested_days=better.days,
        rhythm_days=better.gap_days,
        contacts=better.contacts,
        reason=f"{reason} · netlog edit {row.handle} --tier {better.tier}",
    )


def keep(records: Records, named: Named, *, today: date) -> Changed | Unchanged:
    """Leave a person's tier as it is: it is not asked about for 90 days."""
    person = records.reader.person(named.id)
    if person.tier_kept_on == today:
        return Unchanged(today, f"nothing changes: the tier of {named.name} was kept today")
    records.change_person(named.id, {"tier_kept_on": today})
    words = wording.tier_kept(name=named.name, tier=person.tier, again_on=today + timedelta(KEPT))
    return Changed(today, records.finish("tiers", words), "tiers", words)
