"""Which cadence rule wins: how many days may pass between two real contacts, and says who."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from netlog.errors import UsageProblem

TIERS = ("inner", "close", "active", "wide", "none")
NEVER = "none"
TIER_DAYS: Mapping[str, int] = {"inner": 7, "close": 30, "active": 90, "wide": 365}
TIER_VALUES: Mapping[str, float] = {"inner": 8.0, "close": 4.0, "active": 2.0, "wide": 1.0, "none": 1.0}
DEFAULT_DAYS = 90
DEFAULT_VALUE = 1.5
LONGEST_DAYS = 3650


class Targets(NamedTuple):
    """The configured days per tier, per tag and for everybody else."""

    tier_days: Mapping[str, int] = TIER_DAYS
    tag_days: Mapping[str, int] = MappingProxyType({})
    default_days: int = DEFAULT_DAYS


class Cadence(NamedTuple):
    """Days between real contacts (none: never nudged), the rule that set them, and what the tie is worth."""

    days: int | None
    rule: str
    value: float

    @property
    def is_personal(self) -> bool:
        """The days were set on the person, not by a rule about many."""
        return self.rule == "person"


def cadence_for(*, every_days: int | None, tags: Collection[str], tier: str | None, targets: Targets) -> Cadence:
    """The winning rule: the person's own days, else the shortest of the tag rules, else tier, else default.

    Tier "none" silences tags and default, but not days set on the person. The value is always the tier's.
    """
    days, rule = _days_and_rule(every_days, tags=tags, tier=tier, targets=targets)
    return Cadence(days, rule, DEFAULT_VALUE if tier is None else TIER_VALUES[tier])


def _days_and_rule(
    every_days: int | None, *, tags: Collection[str], tier: str | None, targets: Targets
) -> tuple[int | None, str]:
    if every_days is not None:
        return every_days, "person"
    if tier == NEVER:
        return None, NEVER
    if ruled := [(targets.tag_days[tag], tag) for tag in tags if tag in targets.tag_days]:
        days, tag = min(ruled)
        return days, f"tag:{tag}"
    if tier is not None:
        return targets.tier_days.get(tier, TIER_DAYS[tier]), f"tier:{tier}"
    return targets.default_days, "default"


def check_days(days: int) -> int:
    """The same days, or UsageProblem when no cadence can have them."""
    if not 1 <= days <= LONGEST_DAYS:
        raise UsageProblem(f"a cadence is 1 to {LONGEST_DAYS} days", hint="for example 6w, or 90d")
    return days
