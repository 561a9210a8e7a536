"""Whose rhythm speaks for another tier."""

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netlog.domain.cadence import TIER_DAYS
from netlog.domain.suggestions import FEWEST, SETTLED, SILENT, Suggestion, rhythm, side, suggested
from netlog.domain.wording import other_rhythm

TODAY = 10_000
LOGS = st.lists(st.integers(TODAY - 2000, TODAY + 30), unique=True, min_size=1, max_size=60).map(sorted)
TARGETS = st.sampled_from([7, 11, 30, 45, 90, 365])


def every(gap: int, *, contacts: int, ago: int = 0) -> list[int]:
    """Contact-days at an interval, the last one so many days ago."""
    return [TODAY - ago - gap * number for number in reversed(range(contacts))]


def tier_for(full_days: Sequence[int], target: int) -> str | None:
    found = suggested(full_days, target=target, tiers=TIER_DAYS, today=TODAY)
    return found.tier if found else None


@pytest.mark.parametrize(
    ("gap", "contacts", "target", "tier"),
    [
        (12, 20, 90, "close"),
        (12, 20, 30, "inner"),
        (5, 40, 365, "active"),
        (100, 9, 30, "active"),
        (20, 30, 7, "close"),
        (210, 9, 30, "wide"),
        (30, 20, 30, None),
        (16, 20, 30, None),
        (59, 20, 30, None),
        (1, 90, 7, None),
        (800, 6, 365, None),
        (300, 6, 100, "wide"),
    ],
)
def test_a_rhythm_outside_half_to_twice_the_target_speaks_for_the_nearest_tier_on_its_side(
    gap: int, contacts: int, target: int, tier: str | None
) -> None:
    assert tier_for(every(gap, contacts=contacts), target) == tier


def test_a_suggestion_says_what_it_rests_on() -> None:
    found = suggested(every(12, contacts=14), target=30, tiers=TIER_DAYS, today=TODAY)

    assert found == Suggestion("inner", 7, 12.0, 14)


@pytest.mark.parametrize(("ago", "tier"), [(0, "close"), (44, "close"), (45, None), (300, None)])
def test_nobody_is_asked_for_more_often_while_the_tie_drifts(ago: int, tier: str | None) -> None:
    full_days = every(10, contacts=18, ago=ago)

    assert rhythm(full_days, 60) * SILENT == 45
    assert tier_for(full_days, 60) == tier


def test_a_drifting_tie_may_still_be_asked_for_less_often() -> None:
    assert tier_for(every(100, contacts=9, ago=500), 30) == "active"


def test_a_burst_of_the_last_weeks_says_nothing_yet() -> None:
    calm = every(90, contacts=8, ago=60)

    assert tier_for(calm, 90) is None
    assert tier_for([*calm, *every(2, contacts=25)], 90) is None


def test_contacts_ahead_of_the_clock_say_nothing() -> None:
    assert tier_for([TODAY + 1 + number for number in range(99)], 90) is None


@given(LOGS, TARGETS)
def test_contacts_ahead_change_nothing(full_days: list[int], target: int) -> None:
    assert tier_for(full_days, target) == tier_for([day for day in full_days if day <= TODAY], target)


@given(LOGS, TARGETS)
def test_a_suggestion_lies_on_the_side_of_the_rhythm_and_was_there_for_sixty_days(
    full_days: list[int], target: int
) -> None:
    found = suggested(full_days, target=target, tiers=TIER_DAYS, today=TODAY)
    assume(found)

    assert found
    known = [day for day in full_days if day <= TODAY]
    sides = {
        side(rhythm([each for each in known if each <= day], target), target)
        for day in range(TODAY - SETTLED, TODAY + 1)
    }
    assert sides == {1 if found.days > target else -1}
    assert found.contacts >= FEWEST


@given(LOGS, TARGETS)
def test_without_suggestion_one_of_the_conditions_fails(full_days: list[int], target: int) -> None:
    assume(tier_for(full_days, target) is None)
    known = [day for day in full_days if day <= TODAY]
    settled = [day for day in known if day <= TODAY - SETTLED]
    sides = [side(rhythm(known[:count], target), target) for count in range(max(1, len(settled)), len(known) + 1)]

    is_one_sided = len(set(sides)) == 1 and sides[0] != 0
    has_tier = is_one_sided and any((days > target) == (sides[0] > 0) and days != target for days in TIER_DAYS.values())
    is_drifting = is_one_sided and sides[0] < 0 and TODAY - known[-1] >= SILENT * rhythm(known, target)
    assert len(settled) < FEWEST or not has_tier or is_drifting


@given(LOGS, st.integers(-5000, 5000), TARGETS)
def test_the_calendar_does_not_matter(full_days: list[int], shift: int, target: int) -> None:
    moved = suggested([day + shift for day in full_days], target=target, tiers=TIER_DAYS, today=TODAY + shift)

    assert moved == suggested(full_days, target=target, tiers=TIER_DAYS, today=TODAY)


@pytest.mark.parametrize(
    ("gap", "rule", "words"),
    [
        (12.04, "tier:close", "about every 12 days over 9 contacts · close aims for 30"),
        (1.2, "default", "about every day over 9 contacts · the default aims for 30"),
        (12.6, "tier:close+kin", "about every 13 days over 9 contacts · close, kin aims for 30"),
    ],
)
def test_the_reason_gives_the_rhythm_and_the_aim(gap: float, rule: str, words: str) -> None:
    assert other_rhythm(gap=gap, contacts=9, target_days=30, rule=rule) == words
