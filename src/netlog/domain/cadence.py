"""Which cadence rule wins: how many days may pass between two real contacts, and says who."""

import math
from collections.abc import Collection, Iterator, Mapping
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
KIN = "+kin"
"""Ends the rule of people whose tie lasts longer in silence, being family (Roberts and Dunbar 2011)."""


MENTORSHIP = "mentorship"
OF_ONE = ("person", MENTORSHIP)
"""Rules about one person, made with them: they are never stretched, and differ from person to person."""


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
        """The days were set on the person or agreed with them, not given by a rule about many."""
        return self.rule in OF_ONE


def cadence_for(
    *,
    every_days: int | None,
    tags: Collection[str],
    tier: str | None,
    targets: Targets,
    is_kin: bool = False,
    mentorship_days: int | None = None,
) -> Cadence:
    """The winning rule: the person's own days, a mentorship's, the shortest of the tag rules, tier, default.

    Tier "none" silences tags and default, but not days set on the person or agreed with them. Kin have half as long
    again, except where the days are such. The value goes with the rule: the tier's, or that of the tier nearest in
    days.
    """
    days, rule = next(
        rules(every_days=every_days, tags=tags, tier=tier, targets=targets, mentorship_days=mentorship_days)
    )
    value = _value(days, rule)
    if is_kin and days is not None and rule not in OF_ONE:
        days, rule = kin_days(days), rule + KIN
    return Cadence(days, rule, value)


def _value(days: int | None, rule: str) -> float:
    sort, _, tier = rule.partition(":")
    if days is None or sort == "tier":
        return TIER_VALUES[tier or NEVER]
    by_days = TIER_VALUES[nearest_tier(days)]
    return min(DEFAULT_VALUE, by_days) if sort == "default" else by_days


def nearest_tier(days: float) -> str:
    """The tier whose days, as shipped, are nearest to these in proportion."""
    return min(TIER_DAYS, key=lambda tier: abs(math.log(days / TIER_DAYS[tier])))


def rules(
    *,
    every_days: int | None,
    tags: Collection[str],
    tier: str | None,
    targets: Targets,
    mentorship_days: int | None = None,
) -> Iterator[tuple[int | None, str]]:
    """(days, rule) of every rule there is for a person, in the order in which they are asked; the first wins."""
    if every_days is not None:
        yield every_days, "person"
    if mentorship_days is not None:
        yield mentorship_days, MENTORSHIP
    if tier == NEVER:
        yield None, NEVER
        return
    yield from sorted((targets.tag_days[tag], f"tag:{tag}") for tag in set(tags) if tag in targets.tag_days)
    if tier is not None:
        yield targets.tier_days.get(tier, TIER_DAYS[tier]), f"tier:{tier}"
    yield targets.default_days, "default"


def kin_days(days: int) -> int:
    """The days of family under a rule about many: half as long again, rounded up."""
    return -(-3 * days // 2)


def check_days(days: int) -> int:
    """The same days, or UsageProblem when no cadence can have them."""
    if not 1 <= days <= LONGEST_DAYS:
        raise UsageProblem(f"a cadence is 1 to {LONGEST_DAYS} days", hint="for example 6w, or 90d")
    return days
