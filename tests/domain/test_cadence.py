"""Which cadence wins, and what it says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.cadence import TIER_DAYS, TIER_VALUES, TIERS, Cadence, Targets, cadence_for, check_days
from netlog.errors import UsageProblem

TARGETS = Targets(tag_days={"mentor": 21, "ex-acme": 180, "board": 21})


@pytest.mark.parametrize(
    ("every_days", "tags", "tier", "expected"),
    [
        (None, (), None, Cadence(90, "default", 1.5)),
        (None, (), "inner", Cadence(7, "tier:inner", 8.0)),
        (None, (), "close", Cadence(30, "tier:close", 4.0)),
        (None, (), "active", Cadence(90, "tier:active", 2.0)),
        (None, (), "wide", Cadence(365, "tier:wide", 1.0)),
        (None, ("ex-acme",), "inner", Cadence(180, "tag:ex-acme", 2.0)),
        (None, ("ex-acme", "mentor"), None, Cadence(21, "tag:mentor", 4.0)),
        (None, ("unruled",), "wide", Cadence(365, "tier:wide", 1.0)),
        (42, ("mentor",), "inner", Cadence(42, "person", 4.0)),
        (None, (), "none", Cadence(None, "none", 1.0)),
        (None, ("mentor",), "none", Cadence(None, "none", 1.0)),
        (42, (), "none", Cadence(42, "person", 4.0)),
    ],
)
def test_person_beats_tag_beats_tier_beats_default(
    every_days: int | None, tags: tuple[str, ...], tier: str | None, expected: Cadence
) -> None:
    assert cadence_for(every_days=every_days, tags=tags, tier=tier, targets=TARGETS) == expected


@pytest.mark.parametrize(
    ("every_days", "tags", "tier", "expected"),
    [
        (None, (), "inner", Cadence(11, "tier:inner+kin", 8.0)),
        (None, (), "close", Cadence(45, "tier:close+kin", 4.0)),
        (None, (), None, Cadence(135, "default+kin", 1.5)),
        (None, ("mentor",), None, Cadence(32, "tag:mentor+kin", 4.0)),
        (42, (), "close", Cadence(42, "person", 4.0)),
        (None, (), "none", Cadence(None, "none", 1.0)),
    ],
)
def test_kin_have_half_as_long_again_unless_the_days_are_their_own(
    every_days: int | None, tags: tuple[str, ...], tier: str | None, expected: Cadence
) -> None:
    assert cadence_for(every_days=every_days, tags=tags, tier=tier, targets=TARGETS, is_kin=True) == expected


@pytest.mark.parametrize(
    ("every_days", "tier", "is_kin", "expected"),
    [
        (None, "inner", False, Cadence(14, "mentorship", 8.0)),
        (None, "none", False, Cadence(14, "mentorship", 8.0)),
        (None, "close", True, Cadence(14, "mentorship", 8.0)),
        (42, "close", True, Cadence(42, "person", 4.0)),
    ],
)
def test_a_mentorship_comes_before_tags_and_tiers_and_after_days_set_on_the_person(
    every_days: int | None, tier: str, is_kin: bool, expected: Cadence
) -> None:
    found = cadence_for(
        every_days=every_days, tags=("mentor",), tier=tier, targets=TARGETS, is_kin=is_kin, mentorship_days=14
    )

    assert found == expected
    assert found.is_personal


@pytest.mark.parametrize(("days", "value"), [(1, 8), (14, 8), (15, 4), (51, 4), (52, 2), (181, 2), (182, 1), (3650, 1)])
def test_days_set_on_a_person_are_worth_what_the_nearest_tier_is(days: int, value: float) -> None:
    assert cadence_for(every_days=days, tags=(), tier=None, targets=TARGETS).value == value


@pytest.mark.parametrize(("days", "value"), [(7, 1.5), (90, 1.5), (365, 1.0)])
def test_the_default_is_never_worth_more_than_it_is_as_shipped(days: int, value: float) -> None:
    targets = Targets(default_days=days)

    assert cadence_for(every_days=None, tags=(), tier=None, targets=targets).value == value


def test_equal_tag_rules_are_named_alphabetically() -> None:
    cadence = cadence_for(every_days=None, tags={"mentor", "board"}, tier=None, targets=TARGETS)

    assert cadence.rule == "tag:board"


def test_a_configured_tier_replaces_its_default_and_leaves_the_others() -> None:
    targets = Targets(tier_days={"inner": 10}, default_days=60)

    days = [cadence_for(every_days=None, tags=(), tier=tier, targets=targets).days for tier in ("inner", "wide", None)]

    assert days == [10, 365, 60]


def test_only_days_set_on_the_person_are_personal() -> None:
    own = cadence_for(every_days=7, tags=(), tier="inner", targets=Targets())
    ruled = cadence_for(every_days=None, tags=(), tier="inner", targets=Targets())

    assert (own.is_personal, ruled.is_personal) == (True, False)


def test_every_tier_has_a_value_and_all_but_none_have_days() -> None:
    assert set(TIER_VALUES) == set(TIERS)
    assert set(TIER_DAYS) == set(TIERS) - {"none"}


@given(st.permutations(["mentor", "ex-acme", "board", "unruled"]), st.integers(0, 4))
def test_the_order_of_tags_does_not_matter(tags: list[str], kept: int) -> None:
    some = tags[:kept]

    forth = cadence_for(every_days=None, tags=some, tier="wide", targets=TARGETS)
    back = cadence_for(every_days=None, tags=some[::-1], tier="wide", targets=TARGETS)

    assert forth == back


@pytest.mark.parametrize("days", [1, 90, 3650])
def test_a_day_to_ten_years_is_a_cadence(days: int) -> None:
    assert check_days(days) == days


@pytest.mark.parametrize("days", [-7, 0, 3651])
def test_other_cadences_are_refused(days: int) -> None:
    with pytest.raises(UsageProblem, match="a cadence is 1 to 3650 days"):
        check_days(days)
