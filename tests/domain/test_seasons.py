"""A season raises those it speaks of, from its first day until the day it is over, by one factor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.seasons import NONE, Season, is_boosted, strongest, turning_points

UUIDS = st.sampled_from(["u-1", "u-2", "close", "pm"])
TIERS = st.sampled_from([None, "close", "wide"])
TAGS = st.sets(st.sampled_from(["pm", "data", "close"]))
SEASONS = st.lists(
    st.builds(
        Season,
        st.sampled_from(["hiring", "moving", "a"]),
        st.just("tag:pm"),
        st.sampled_from([1.1, 1.5, 3.0]),
        st.integers(0, 40),
        st.integers(0, 40),
    )
)


@pytest.mark.parametrize(
    ("boost", "is_meant"),
    [
        ("tag:pm", True),
        ("tag:data", False),
        ("tag:close", False),
        ("tier:close", True),
        ("tier:pm", False),
        ("person:u-1", True),
        ("person:u-2", False),
        ("nonsense", False),
        ("", False),
    ],
)
def test_a_boost_speaks_of_a_tag_a_tier_or_one_person(boost: str, is_meant: bool) -> None:
    assert is_boosted(boost, uuid="u-1", tier="close", tags=("pm",)) == is_meant


@given(UUIDS, TIERS, TAGS)
def test_whose_tier_is_not_set_is_in_no_tier(uuid: str, tier: str | None, tags: set[str]) -> None:
    assert not is_boosted("tier:None", uuid=uuid, tier=tier, tags=tags)
    assert not is_boosted("tier:", uuid=uuid, tier=tier, tags=tags)


@given(SEASONS, st.integers(-5, 45))
def test_of_those_that_are_on_the_strongest_counts_alone(seasons: list[Season], today: int) -> None:
    found, on = strongest(seasons, today), [each for each in seasons if each.since <= today < each.until]

    assert found.factor == max((each.factor for each in on), default=1.0)
    assert found in on or (found == NONE and not on)
    assert strongest(seasons[::-1], today)[:3] == found[:3]


@given(SEASONS, st.integers(-5, 45))
def test_between_turning_points_nothing_changes(seasons: list[Season], today: int) -> None:
    if today + 1 not in turning_points(seasons):
        assert strongest(seasons, today + 1).factor == strongest(seasons, today).factor
