"""The budget, the forecast and the tiers, from counts that are given."""

from datetime import date, timedelta

import pytest
from tests.services.memory import TODAY

from netlog.domain.cadence import Targets
from netlog.domain.capacity import demand
from netlog.domain.views_load import RuleLoad, TierLoad, Week
from netlog.rows import StandingRow, SuggestibleRow
from netlog.services.capacity import budget
from netlog.services.forecast import asked, forecast
from netlog.services.tiers import suggest, tiers

STANDING = [
    StandingRow("", "tag:pm", 4.0, 42, "warm", True, 3),
    StandingRow("", "person", 2.0, 60, "due", True, 1),
    StandingRow("", "person", 8.0, 10, "due", True, 2),
    StandingRow("close", "tier:close", 4.0, 30, "warm", True, 4),
    StandingRow("close", "tier:close", 4.0, 30, "due", True, 2),
    StandingRow("close", "tier:close", 4.0, 30, "hidden", False, 9),
    StandingRow("close", "tier:close+kin", 4.0, 45, "drifting", True, 1),
    StandingRow("wide", "tier:wide", 1.0, 365, "dormant", False, 5),
    StandingRow("", "default", 1.5, 90, "hidden", True, 9),
    StandingRow("none", "none", 1.0, None, "none", False, 7),
]


class Given:
    """Counts that are given, not made; `done` is (days ago, people)."""

    def __init__(self, *done: tuple[int, int], begun: int | None = 400) -> None:
        self.done = [(TODAY - timedelta(ago), people) for ago, people in done]
        self.begun = begun
        self.rows: list[SuggestibleRow] = []

    def began_on(self) -> date | None:
        return None if self.begun is None else TODAY - timedelta(self.begun)

    def done_by_day(self, *, since: date, until: date) -> list[tuple[date, int]]:
        return sorted((on, people) for on, people in self.done if since <= on <= until)

    def asked_per_day(self) -> float:
        return demand(asked(STANDING))

    def is_within(self, people: int) -> bool:
        return people >= 38

    def standing(self) -> list[StandingRow]:
        return STANDING

    def coming_due(self, *, weeks: int) -> dict[int, int]:
        return {week: people for week, people in {0: 7, 2: 3, 9: 1}.items() if week <= weeks}

    def suggestible(self, *, fewest: int, kept_since: date) -> tuple[list[SuggestibleRow], int]:
        return self.rows, len(self.rows)


@pytest.mark.parametrize(
    ("configured", "done", "expected"),
    [
        (2.5, [(1, 9)], 2.5),
        (None, [(1, 2), (3, 5), (28, 2)], 2),
        (None, [(1, 2), (3, 5)], 4),
        (None, [(0, 9), (29, 9)], 3),
        (None, [], 3),
    ],
)
def test_the_budget_is_set_or_learned_from_the_28_days_before_today(
    configured: float | None, done: list[tuple[int, int]], expected: float
) -> None:
    assert budget(Given(*done), configured, today=TODAY) == expected


def test_each_rule_asks_for_its_people_by_their_days() -> None:
    view = forecast(Given(), 3.0, today=TODAY, weeks=1)

    assert [each._replace(per_week=round(each.per_week, 4)) for each in view.asked] == [
        RuleLoad("tier:close", 30, 6, 1.4),
        RuleLoad("tier:close+kin", 45, 1, 0.1556),
        RuleLoad("default", 90, 9, 0.7),
        RuleLoad("tag:pm", 42, 3, 0.5),
        RuleLoad("person", None, 3, 1.5167),
    ]
    assert round(view.asked_per_week, 4) == 4.2722


def test_the_last_eight_weeks_end_with_yesterday() -> None:
    view = forecast(Given((0, 50), (1, 2), (7, 1), (8, 4), (56, 3), (57, 50)), 3.0, today=TODAY, weeks=1)

    assert [week.people for week in view.done] == [3, 0, 0, 0, 0, 0, 4, 3]
    assert view.done[-1] == Week(date(2026, 11, 14), date(2026, 11, 20), 3)
    assert view.done_per_week == 10 / 8


@pytest.mark.parametrize(("begun", "weeks"), [(None, 0), (0, 0), (1, 1), (7, 1), (8, 2), (49, 7), (50, 8), (900, 8)])
def test_weeks_before_the_first_contact_are_left_out(begun: int | None, weeks: int) -> None:
    view = forecast(Given(begun=begun), 3.0, today=TODAY, weeks=1)

    assert len(view.done) == weeks
    assert view.done_per_week == (0 if weeks else None)


def test_every_week_ahead_is_there_the_empty_ones_too() -> None:
    view = forecast(Given(), 3.0, today=TODAY, weeks=3)

    assert (view.due_now, [week.people for week in view.coming]) == (7, [0, 3, 0])
    assert view.coming[0] == Week(date(2026, 11, 22), date(2026, 11, 28), 0)


def test_time_ends_where_the_calendar_does() -> None:
    view = forecast(Given(), 3.0, today=date.max, weeks=52)

    assert {week.until for week in view.coming} == {date.max}


@pytest.mark.parametrize(
    ("done", "begun", "is_said"),
    [
        ([(1, 1)], 400, True),
        ([(1, 1)], 28, True),
        ([(1, 1)], 27, False),
        ([(29, 1)], 400, False),
        ([(day, 1) for day in range(1, 29)], 400, False),
    ],
)
def test_too_much_is_said_with_a_way_out_and_only_from_enough_data(
    done: list[tuple[int, int]], begun: int, is_said: bool
) -> None:
    view = forecast(Given(*done, begun=begun), 3.0, today=TODAY, weeks=1)

    assert bool(view.advice) == bool(view.stretch) == is_said
    assert view.advice.startswith("your cadences ask for 0.61 check-ins a day" if is_said else "")


@pytest.mark.parametrize(("configured", "done", "is_learned"), [(3.0, 1, False), (None, 1, True), (None, 30, False)])
def test_a_budget_is_learned_only_where_there_is_something_to_learn_from(
    configured: float | None, done: int, is_learned: bool
) -> None:
    assert forecast(Given((done, 2)), configured, today=TODAY, weeks=1).is_learned == is_learned


def test_tiers_stand_in_their_order_the_empty_ones_too() -> None:
    view = tiers(Given(), today=TODAY, targets=Targets(tier_days={"inner": 9}, default_days=80))

    assert [(tier.tier, tier.target_days, tier.people) for tier in view.tiers] == [
        ("inner", 9, 0),
        ("close", 30, 16),
        ("active", 90, 0),
        ("wide", 365, 5),
        ("default", 80, 15),
        ("none", None, 7),
    ]


def test_a_tier_counts_its_people_by_state_and_what_those_ask_for_who_are_not_hidden_away() -> None:
    close = tiers(Given(), today=TODAY, targets=Targets()).tiers[1]

    assert close._replace(per_week=round(close.per_week, 4)) == TierLoad("close", 30, 16, 4, 2, 1, 0, 9, 1.5556)


def test_only_tag_rules_that_set_days_are_listed() -> None:
    assert tiers(Given(), today=TODAY, targets=Targets()).tag_rules == (RuleLoad("tag:pm", 42, 3, 0.5),)


def row(handle: str, gap: int, *, rule: str = "tier:close", target: int = 30) -> SuggestibleRow:
    """Somebody seen thirty times at an interval, last today."""
    days = tuple(TODAY.toordinal() - gap * number for number in reversed(range(30)))
    return SuggestibleRow(handle, handle.title(), rule.removeprefix("tier:"), rule, target, days)


def test_suggestions_come_with_their_reason_the_furthest_off_first() -> None:
    loads = Given()
    loads.rows = [row("ada", 10), row("bo", 32), row("cem", 300)]

    view = suggest(loads, today=TODAY, targets=Targets())

    assert [(each.handle, each.suggested) for each in view.suggestions] == [("cem", "wide"), ("ada", "inner")]
    assert view.suggestions[1].reason == (
        "about every 10 days over 30 contacts · close aims for 30 · netlog edit ada --tier inner"
    )
    assert view.judged == 3


def test_suggestions_follow_the_configured_days() -> None:
    loads = Given()
    loads.rows = [row("ada", 10)]

    view = suggest(loads, today=TODAY, targets=Targets(tier_days={"active": 12, "inner": 2}))

    assert [(each.suggested, each.suggested_days) for each in view.suggestions] == [("active", 12)]


def test_family_is_measured_by_the_longer_days_of_family() -> None:
    loads = Given()
    loads.rows = [row("ada", 23, rule="tier:close+kin", target=45), row("bo", 14, rule="tier:close+kin", target=45)]

    view = suggest(loads, today=TODAY, targets=Targets())

    assert [(each.handle, each.suggested, each.suggested_days) for each in view.suggestions] == [("bo", "inner", 11)]
