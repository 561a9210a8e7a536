"""The scheduler on cases worked out by hand."""

from datetime import date

import pytest

from netlog.domain.awaiting import Awaiting, answer_days, awaiting
from netlog.domain.cadence import Cadence, Targets, cadence_for
from netlog.domain.scheduler import (
    Baseline,
    Candidate,
    Clock,
    Dated,
    Pick,
    Reason,
    clock,
    klass,
    morning,
    overdue_ratio,
    priority,
    rhythm_ratio,
    slots,
    spread,
    state,
    warmth,
)
from netlog.domain.strength import tally

INNER = Cadence(7, "tier:inner", 8.0)
CLOSE = Cadence(30, "tier:close", 4.0)
ACTIVE = Cadence(90, "tier:active", 2.0)
WIDE = Cadence(365, "tier:wide", 1.0)
LONG_AGO = Baseline(day=1, fresh=False, spread=0.0)
MONDAY = date(2025, 9, 1).toordinal()

Rule = tuple[int | None, tuple[str, ...], str | None]
"""Days set on the person, tags, tier."""


def tie(
    *contacts: tuple[int, float], cadence: Cadence = CLOSE, baseline: Baseline = LONG_AGO, jitter: float = 0.0
) -> Clock:
    made = clock(tally(contacts), baseline, cadence=cadence, jitter=jitter)
    assert made is not None
    return made


def met_on(*days: int, cadence: Cadence = ACTIVE) -> Clock:
    """A tie begun in person on day 1000, with full contacts on these days."""
    baseline = Baseline(day=1000, fresh=True, spread=0.0)
    return tie(*((day, 1.0) for day in days), cadence=cadence, baseline=baseline)


def late(person: int, days: int, cadence: Cadence = CLOSE) -> Candidate:
    """Somebody whose one contact was due that many days before MONDAY."""
    assert cadence.days is not None
    return Candidate(person, tie((MONDAY - days - cadence.days, 1.0), cadence=cadence))


def fresh(person: int, day: int) -> Candidate:
    """Somebody met on that day and not contacted since."""
    return Candidate(person, tie(cadence=ACTIVE, baseline=Baseline(day, fresh=True, spread=0.0)))


def listed(picks: tuple[Pick, ...]) -> list[tuple[int, str]]:
    return [(pick.id, pick.section) for pick in picks]


def test_a_cadence_without_days_has_no_clock() -> None:
    assert clock(tally([]), LONG_AGO, cadence=Cadence(None, "none", 1.0), jitter=0.5) is None


def test_one_full_contact_sets_every_day_of_the_clock() -> None:
    made = tie((1000, 1.0))

    assert (made.soon_on, made.show_on, made.due_on, made.dormant_on) == (1021, 1030, 1030, 1593)
    assert (made.off_rhythm_on, made.drifting_on, made.fading_on, made.gap) == (None, None, None, None)
    assert (made.rule, made.value, made.pull) == ("tier:close", 4.0, 2 * 30**0.375)
    assert (made.first, made.last, made.days) == (1000, 1000, 1)


@pytest.mark.parametrize(
    ("contacts", "due_exact", "due_on"),
    [
        (((1000, 1.0),), 1030.0, 1030),
        (((1000, 1.0), (1025, 0.1)), 1030.0, 1030),
        (((1000, 1.0), (1028, 0.1)), 1031.0, 1031),
        (((1000, 1.0), (1020, 0.5)), 1035.0, 1035),
        (((1000, 0.48),), 1014.4, 1015),
        (((1000, 0.3),), 1009.0, 1009),
    ],
)
def test_a_light_contact_covers_its_share_of_the_interval(
    contacts: tuple[tuple[int, float], ...], due_exact: float, due_on: int
) -> None:
    made = tie(*contacts)

    assert (made.due_exact, made.due_on) == (due_exact, due_on)


@pytest.mark.parametrize(
    ("days", "rung", "effective", "due_on"),
    [
        ((), 0, 2, 1002),
        ((1000,), 1, 2, 1002),
        ((1000, 1003), 2, 14, 1017),
        ((1000, 1003, 1015), 3, 45, 1060),
        ((1000, 1003, 1015, 1061), None, 90, 1151),
    ],
)
def test_a_new_tie_climbs_a_ladder_of_follow_ups(
    days: tuple[int, ...], rung: int | None, effective: int, due_on: int
) -> None:
    made = met_on(*days)

    assert (made.rung, made.effective_days, made.due_on) == (rung, effective, due_on)


def test_the_ladder_yields_to_a_shorter_target_and_to_days_set_on_the_person() -> None:
    short, own = met_on(1000, 1003, cadence=INNER), met_on(cadence=Cadence(90, "person", 1.5))

    assert (short.rung, short.effective_days, own.rung, own.due_on) == (None, 7, None, 1090)


@pytest.mark.parametrize(("share", "due_on"), [(0.0, 1000), (0.5, 1045), (0.9999, 1090)])
def test_people_added_without_a_meeting_are_spread_over_the_target(share: float, due_on: int) -> None:
    added = Baseline(day=1000, fresh=False, spread=share)

    assert tie(cadence=ACTIVE, baseline=added).due_on == due_on


@pytest.mark.parametrize(("jitter", "show_on"), [(0.0, 1090), (0.1, 1089), (0.5, 1084), (0.9999, 1077)])
def test_a_constant_of_the_person_shows_them_up_to_15_percent_early(jitter: float, show_on: int) -> None:
    made = tie((1000, 1.0), cadence=ACTIVE, jitter=jitter)

    assert (made.show_on, made.due_on) == (show_on, 1090)


def test_the_spread_is_the_same_everywhere_and_differs_between_people() -> None:
    shares = [spread(f"person-{number}") for number in range(1000)]

    assert spread("00000000-0000-4000-8000-000000000001") == 0.1185
    assert all(0 <= share < 1 for share in shares)
    assert 0.45 < sum(shares) / 1000 < 0.55


@pytest.mark.parametrize(
    ("days", "target", "gap"),
    [
        ((1000, 1010, 1020), 30, None),
        ((1000, 1010, 1020, 1030), 30, 20.0),
        ((1000, 1090, 1180, 1270), 30, 60.0),
        ((1000, 1001, 1002, 1003), 30, 15.5),
        (tuple(range(1000, 1050)), 30, 7.5),
    ],
)
def test_the_rhythm_is_shrunk_to_the_target(days: tuple[int, ...], target: int, gap: float | None) -> None:
    made = tie(*((day, 1.0) for day in days), cadence=Cadence(target, "default", 1.5))

    assert made.gap == gap


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (1030, "warm"),
        (1050, "warm"),
        (1051, "soon"),
        (1060, "due"),
        (1089, "due"),
        (1090, "drifting"),
        (1190, "fading"),
        (1760, "fading"),
        (1761, "dormant"),
    ],
)
def test_a_tie_passes_through_its_states_in_order(today: int, expected: str) -> None:
    made = tie(*((day, 1.0) for day in range(1000, 1040, 10)))

    assert (made.gap, state(made, today)) == (20.0, expected)


def test_somebody_never_contacted_is_not_dormant_before_two_years() -> None:
    made = tie(baseline=Baseline(day=1000, fresh=False, spread=0.5))

    assert [state(made, day) for day in (1000, 1015, 1730, 1731)] == ["warm", "due", "due", "dormant"]


def test_a_light_contact_keeps_a_silent_tie_from_being_dormant_while_it_covers() -> None:
    silent = [(0, 1.0), (4000, 0.4)]

    made = tie(*silent, cadence=ACTIVE)

    assert [state(made, day) for day in (3999, 4000, 4035, 4036)] == ["warm", "warm", "soon", "dormant"]


def test_ratios_and_warmth_follow_the_silence() -> None:
    made = tie(*((day, 1.0) for day in range(1000, 1040, 10)))

    assert [overdue_ratio(made, day) for day in (1030, 1060, 1090)] == [0.0, 1.0, 2.0]
    assert [warmth(made, day) for day in (1030, 1060, 1090)] == [1.0, 0.5, 0.25]
    assert [rhythm_ratio(made, day) for day in (1030, 1050, 1070)] == [0.0, 1.0, 2.0]
    assert rhythm_ratio(tie((1000, 1.0)), 1090) is None


def test_priority_is_the_greater_ratio_times_the_roots_of_value_and_interval() -> None:
    rhythmic = tie(*((day, 1.0) for day in range(1000, 1040, 10)))

    assert priority(tie((1000, 1.0)), 1045) == pytest.approx(1.5 * 2 * 30**0.375)
    assert priority(rhythmic, 1070) == pytest.approx(2 * 2 * 30**0.375)
    assert priority(rhythmic, 1070, factor=0.5) == pytest.approx(1 * 2 * 30**0.375)


TEAM_AND_ALUMNI = Targets(tag_days={"team": 7, "alumni": 365}, default_days=365)


def ruled(days: int | None, tags: tuple[str, ...], tier: str | None) -> Cadence:
    return cadence_for(every_days=days, tags=tags, tier=tier, targets=TEAM_AND_ALUMNI)


@pytest.mark.parametrize("weekly", [(7, (), None), (7, (), "wide"), (None, ("team",), "wide"), (None, (), "inner")])
@pytest.mark.parametrize("yearly", [(365, (), None), (365, (), "inner"), (None, ("alumni",), None), (None, (), None)])
def test_a_weekly_tie_5_days_late_outranks_a_yearly_one_30_days_late(weekly: Rule, yearly: Rule) -> None:
    often, seldom = late(2, 5, ruled(*weekly)).clock, late(1, 30, ruled(*yearly)).clock

    assert priority(often, MONDAY) > priority(seldom, MONDAY)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(1020, "later"), (1021, "fill"), (1030, "overdue"), (1592, "overdue"), (1593, "dormant")],
)
def test_a_tie_competes_in_one_class_a_day(today: int, expected: str) -> None:
    assert klass(tie((1000, 1.0)), today) == expected


def test_an_unusual_silence_fills_before_the_target_is_near() -> None:
    made = tie(*((day, 1.0) for day in range(1000, 1040, 10)))

    assert [klass(made, day) for day in (1049, 1050, 1060)] == ["later", "fill", "overdue"]


@pytest.mark.parametrize(("per_day", "expected"), [(0, 1), (0.5, 1), (1, 2), (1.1, 3), (3, 6)])
def test_a_morning_has_twice_the_budget_in_slots(per_day: float, expected: int) -> None:
    assert slots(per_day) == expected


def test_the_most_overdue_come_first_and_the_rest_is_one_number() -> None:
    people = [late(person, days=person) for person in range(1, 9)]

    made = morning(people, [], today=MONDAY, per_day=2, more_due=10)

    assert listed(made.today) == [(8, "overdue"), (7, "overdue")]
    assert listed(made.if_time) == [(6, "overdue"), (5, "overdue")]
    assert made.rest == 14


def test_a_conference_takes_half_of_the_slots_each_morning_by_id() -> None:
    met = [fresh(person, MONDAY - 2) for person in range(30, 0, -1)]

    made = morning([*met, fresh(31, MONDAY - 1), late(41, 1), late(40, 1)], [], today=MONDAY, per_day=3)

    assert listed(made.today) == [(1, "follow-up"), (2, "follow-up"), (3, "follow-up")]
    assert listed(made.if_time) == [(40, "overdue"), (41, "overdue")]
    assert made.rest == 27


def test_early_people_fill_what_the_late_leave_free() -> None:
    people = [late(1, days=-3), late(2, days=2), late(3, days=-1), late(4, days=-20)]

    made = morning(people, [], today=MONDAY, per_day=1.5)

    assert listed(made.today + made.if_time) == [(2, "overdue"), (3, "fill"), (1, "fill")]
    assert made.rest == 0


def test_dated_reasons_are_all_shown_and_use_up_to_half_of_the_slots() -> None:
    kinds: tuple[Reason, ...] = ("birthday", "reply", "awaiting", "promise")
    dated = [Dated(50 + ago, kind, MONDAY - ago) for ago, kind in enumerate(kinds)]

    made = morning([late(person, 5) for person in range(1, 9)], dated, today=MONDAY, per_day=3)

    assert listed(made.today) == [(53, "promise"), (52, "awaiting"), (51, "reply"), (50, "birthday")]
    assert [pick.id for pick in made.if_time] == [1, 2, 3]
    assert made.rest == 5


def test_a_person_with_a_dated_reason_is_not_listed_again() -> None:
    made = morning([late(1, 5)], [Dated(1, "reply", MONDAY - 3)], today=MONDAY, per_day=3)

    assert listed(made.today + made.if_time) == [(1, "reply")]
    assert made.rest == 0


def test_those_who_do_not_answer_rank_as_half_as_late() -> None:
    silent = late(1, 20)._replace(factor=0.5)

    made = morning([silent, late(2, 10)], [], today=MONDAY, per_day=1)

    assert [pick.id for pick in made.today] == [2]


@pytest.mark.parametrize("weekday", [0, 4])
def test_one_sleeping_tie_is_suggested_on_one_weekday_only(weekday: int) -> None:
    sleeping = Candidate(1, tie((MONDAY - 3000, 1.0), cadence=ACTIVE))

    week = [morning([sleeping], [], today=MONDAY + day, per_day=3, reconnect_weekday=weekday) for day in range(7)]

    assert [day for day, made in enumerate(week) if made.reconnect == Pick(1, "reconnect")] == [weekday]
    assert all(made.today == made.if_time == () for made in week)


def test_the_ten_sleeping_ties_that_meant_most_take_turns() -> None:
    sleeping = [Candidate(person, tie((MONDAY - 3000, 1.0), cadence=WIDE)) for person in range(1, 12)]
    weightier = Candidate(20, tie((MONDAY - 3000, 1.0), (MONDAY - 3100, 1.0), cadence=WIDE))

    weeks = [morning([*sleeping, weightier], [], today=MONDAY + 7 * week, per_day=3).reconnect for week in range(20)]

    assert {pick.id for pick in weeks if pick} == {20, *range(1, 10)}
    assert weeks[:10] == weeks[10:]


@pytest.mark.parametrize(
    ("days_out", "heard", "expected", "factor"),
    [
        ((), None, Awaiting(None, 0, None, rested=False), 1.0),
        ((90,), None, Awaiting(90, 1, 97, rested=False), 1.0),
        ((90,), 95, Awaiting(None, 0, None, rested=False), 1.0),
        ((90,), 90, Awaiting(None, 0, None, rested=False), 1.0),
        ((90, 90), 80, Awaiting(90, 1, 97, rested=False), 1.0),
        ((97, 90), 80, Awaiting(90, 2, None, rested=False), 0.5),
        ((70, 90, 97, 99), 80, Awaiting(90, 3, None, rested=True), 0.5),
        ((90, 101), None, Awaiting(90, 1, 97, rested=False), 1.0),
    ],
)
def test_an_unanswered_attempt_is_nudged_once_then_lowered_then_rested(
    days_out: tuple[int, ...], heard: int | None, expected: Awaiting, factor: float
) -> None:
    waiting = awaiting(days_out, heard, today=100)

    assert (waiting, waiting.factor) == (expected, factor)


def test_the_wait_before_a_nudge_can_be_chosen() -> None:
    assert awaiting((90,), None, today=100, nudge_after=14).nudge_on == 104


def test_somebody_in_touch_long_before_being_written_down_is_reckoned_from_the_log() -> None:
    added = Baseline(day=1000, fresh=True, spread=0.0, fixed=False)

    made = tie((940, 1.0), baseline=added)

    assert (made.due_on, made.rung) == (970, None)


def test_a_contact_of_the_last_two_weeks_leaves_somebody_new() -> None:
    added = Baseline(day=1000, fresh=True, spread=0.0, fixed=False)

    made = tie((987, 1.0), baseline=added)

    assert (made.due_on, made.rung) == (1002, 1)


def test_an_import_stays_spread_out_whatever_history_comes_with_it() -> None:
    imported = Baseline(day=1000, fresh=False, spread=0.5, fixed=True)

    made = tie((900, 1.0), baseline=imported)

    assert made.due_on == 1015


def test_touches_of_long_ago_do_not_make_somebody_known() -> None:
    added = Baseline(day=1000, fresh=True, spread=0.0, fixed=False)

    assert tie((900, 0.1), baseline=added).due_on == 1002


@pytest.mark.parametrize(
    ("waits", "days"),
    [
        ((), 7),
        ((1, 1, 1, 1), 7),
        ((1, 1, 1, 1, 1), 2),
        ((1, 2, 3, 4, 20), 4),
        ((9, 9, 9, 9, 9, 1, 1), 9),
        ((60, 60, 60, 60, 60), 30),
    ],
)
def test_the_usual_answer_time_is_that_of_three_in_four_answers(waits: tuple[int, ...], days: int) -> None:
    sent = [100 * number for number, _ in enumerate(waits)]
    heard = [day + wait for day, wait in zip(sent, waits, strict=True)]

    assert answer_days(sent, heard, otherwise=7) == days


def test_attempts_before_one_answer_are_one_and_the_unanswered_do_not_count() -> None:
    sent = [*(day for start in range(0, 500, 100) for day in (start, start + 3)), 900]
    heard = [start + 5 for start in range(0, 500, 100)]

    assert answer_days(sent, heard, otherwise=7) == 5
