"""What the clock of a tie promises for every log, held against the formulas in exact fractions.

invariants.md lists the promises; chances and mornings have files of their own.
"""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.ties import (
    CADENCES,
    CONTACTS,
    DAYS,
    LAST_DAY,
    SHARES,
    SILENCES,
    TARGETS,
    TIES,
    WORTHS,
    Contact,
    Tie,
    exact_interval,
    exact_overdue,
    exact_rhythm,
    exact_silence,
    exact_state,
    is_dormant,
)

from netlog.domain.awaiting import initiative
from netlog.domain.cadence import TIERS, Cadence, Targets, cadence_for
from netlog.domain.scheduler import (
    LADDER,
    REST,
    SKIPPED,
    Baseline,
    clock,
    klass,
    overdue_ratio,
    priority,
    rhythm_ratio,
    silence_ratio,
    state,
    warmth,
)

CLOSE_ENOUGH = 1e-8


@given(TIES, SILENCES)
def test_comparing_days_gives_the_state_of_the_formulas(tie: Tie, silence: int) -> None:
    today = LAST_DAY + silence

    assert state(tie.clock(), today) == exact_state(tie, today)


@given(TIES, st.data())
def test_the_state_changes_exactly_on_the_days_of_the_clock(tie: Tie, data: st.DataObject) -> None:
    made = tie.clock()
    edges = [made.soon_on, made.due_on, made.drifting_on, made.fading_on, made.dormant_on]
    edge = data.draw(st.sampled_from([day for day in edges if day is not None]))
    today = max(LAST_DAY, edge + data.draw(st.integers(-1, 1)))

    assert state(made, today) == exact_state(tie, today)


@given(TIES, SILENCES)
def test_ratios_equal_their_formulas(tie: Tie, silence: int) -> None:
    made, today = tie.clock(), LAST_DAY + silence
    rhythm, exact = rhythm_ratio(made, today), exact_rhythm(tie, today)

    assert made.effective_days == exact_interval(tie)
    assert abs(overdue_ratio(made, today) - exact_overdue(tie, today)) < CLOSE_ENOUGH
    assert abs(silence_ratio(made, today) - exact_silence(tie, today)) < CLOSE_ENOUGH
    assert rhythm == exact or (exact is not None and rhythm is not None and abs(rhythm - exact) < CLOSE_ENOUGH)


@given(TIES, SILENCES)
def test_the_class_follows_from_the_formulas(tie: Tie, silence: int) -> None:
    unspread, today = tie._replace(jitter=0.0), LAST_DAY + silence
    made, overdue = unspread.clock(), exact_overdue(tie, today)
    is_early = overdue >= Fraction(7, 10) or (exact_rhythm(tie, today) or 0) >= 1
    rested = all(today >= day + min(REST, made.effective_days) for day, _ in tie.contacts)
    passed = tie.skipped is None or today >= tie.skipped + SKIPPED * made.effective_days
    awake = ("fresh" if made.rung is not None else "overdue") if overdue >= 1 else "fill" if is_early else "later"

    expected = "dormant" if is_dormant(tie, today) else awake if rested and passed else "later"
    assert klass(made, today) == expected


@given(TIES, DAYS, WORTHS, SILENCES)
def test_a_contact_never_brings_a_due_date_nearer(tie: Tie, day: int, share: float, silence: int) -> None:
    """Invariant 1, but for the one corner of the next test."""
    more, today = tie.plus((day, share)), LAST_DAY + silence
    assume(more.stands == tie.stands)
    before, after = tie.clock(), more.clock()

    assert after.due_exact >= before.due_exact
    assert after.due_on >= before.due_on
    assert after.show_on >= before.show_on
    assert overdue_ratio(after, today) <= overdue_ratio(before, today) + CLOSE_ENOUGH


@given(TIES.filter(lambda tie: not tie.baseline.fixed), DAYS)
def test_only_a_contact_of_before_they_were_new_lets_the_day_they_came_in_fall(tie: Tie, day: int) -> None:
    """Invariant 1, its corner: from then on the contacts alone count, as if there had been no such day."""
    long_ago = Baseline(1, fresh=False, spread=0.0)
    known = tie.plus((min(day, tie.baseline.day - 15), 1.0))

    assert not known.stands
    assert known.clock() == known._replace(baseline=long_ago).clock()


@given(TIES, st.data())
def test_the_order_of_contacts_does_not_matter(tie: Tie, data: st.DataObject) -> None:
    """Invariant 2."""
    shuffled = tuple(data.draw(st.permutations(tie.contacts)))

    assert tie._replace(contacts=shuffled).clock() == tie.clock()


@given(TIES)
def test_counting_contacts_twice_changes_nothing(tie: Tie) -> None:
    """Invariant 3."""
    assert tie.plus(*tie.contacts).clock() == tie.clock()


@given(TIES, SILENCES, st.integers(1, 400))
def test_lateness_grows_by_one_interval_at_a_time(tie: Tie, silence: int, days: int) -> None:
    """Invariant 4."""
    made, today = tie.clock(), LAST_DAY + silence
    grown = overdue_ratio(made, today + days) - overdue_ratio(made, today)

    assert abs(grown - days / made.effective_days) < CLOSE_ENOUGH
    assert 0 <= warmth(made, today + days) <= warmth(made, today) <= 1
    assert priority(made, today + days) > priority(made, today)


@given(TIES, TARGETS, TARGETS)
def test_a_longer_target_is_never_due_earlier(tie: Tie, one: int, other: int) -> None:
    """Invariant 5."""
    shorter, longer = tie.aimed(min(one, other)).clock(), tie.aimed(max(one, other)).clock()

    assert longer.due_exact >= shorter.due_exact
    assert longer.show_on >= shorter.show_on


@given(TIES, st.lists(st.tuples(st.integers(1, 900), WORTHS), min_size=1, max_size=3))
def test_contacts_ahead_change_nothing_today(tie: Tie, ahead: list[Contact]) -> None:
    """Invariant 6."""
    planned = tie.plus(*((LAST_DAY + days, share) for days, share in ahead))

    assert planned.clock(LAST_DAY) == tie.clock()


@given(TIES, SILENCES)
def test_after_a_full_contact_today_nothing_is_owed(tie: Tie, silence: int) -> None:
    """Invariant 7."""
    today = LAST_DAY + silence
    made = tie.plus((today, 1.0)).clock()

    assert (overdue_ratio(made, today), warmth(made, today)) == (0.0, 1.0)
    assert (state(made, today), made.due_on) == ("warm", today + made.effective_days)


@given(TIES, SILENCES, WORTHS)
def test_a_light_contact_covers_no_more_than_its_share(tie: Tie, silence: int, share: float) -> None:
    """Invariant 8, but for a step up the ladder, which lengthens the interval for every contact."""
    before, today = tie.clock(), LAST_DAY + silence
    after = tie.plus((today, share)).clock()
    assume(after.effective_days == before.effective_days)

    assert after.due_exact <= max(before.due_exact, today + share * before.effective_days) + CLOSE_ENOUGH


@given(TIES, st.data())
def test_a_second_lighter_contact_on_a_day_changes_nothing(tie: Tie, data: st.DataObject) -> None:
    """Invariant 11."""
    assume(tie.contacts)
    day, share = data.draw(st.sampled_from(tie.contacts))
    lighter = data.draw(WORTHS.filter(lambda other: other <= share))

    assert tie.plus((day, lighter)).clock() == tie.clock()


@given(TIES, CONTACTS)
def test_two_histories_of_one_person_are_due_when_the_later_is(tie: Tie, other: tuple[Contact, ...]) -> None:
    """Invariant 12, merging, where the interval is one: elsewhere the union is simply the longer log."""
    theirs, both = tie._replace(contacts=other), tie.plus(*other)
    assume(theirs.stands == tie.stands == both.stands)
    parts = (tie.clock(), theirs.clock())
    assume({part.effective_days for part in parts} == {both.clock().effective_days})

    assert both.clock().due_exact == max(part.due_exact for part in parts)
    assert both.clock().last == max((part.last for part in parts if part.last), default=None)


@given(TIES, SILENCES, st.integers(-5000, 5000))
def test_the_calendar_does_not_matter(tie: Tie, silence: int, days: int) -> None:
    """Invariant 14; the chance is moved in test_chance_properties.py."""
    today = LAST_DAY + silence
    here, there = tie.clock(), tie.moved(days).clock()

    assert there.due_on - here.due_on == there.show_on - here.show_on == days
    assert there.early_on - here.early_on == days
    assert state(there, today + days) == state(here, today)
    assert abs(overdue_ratio(there, today + days) - overdue_ratio(here, today)) < 1e-6
    assert abs(priority(there, today + days) - priority(here, today)) < 1e-6


@given(TIES, st.lists(DAYS, min_size=5, max_size=5, unique=True))
def test_the_ladder_only_lengthens_and_never_beyond_the_target(tie: Tie, days: list[int]) -> None:
    """Invariant 20."""
    new = tie._replace(contacts=(), baseline=tie.baseline._replace(fresh=True, fixed=True))
    steps = [new.plus(*((day, 1.0) for day in days[:count])).clock() for count in range(6)]
    intervals = [made.effective_days for made in steps]

    assert intervals == sorted(intervals)
    assert intervals[len(LADDER)] == tie.cadence.days
    assert all(made.effective_days < made.target_days for made in steps if made.rung is not None)


@given(TIES)
def test_nobody_is_shown_late_or_more_than_15_percent_early(tie: Tie) -> None:
    made = tie.clock()

    rested = max((day + min(REST, made.effective_days) for day, _ in tie.contacts), default=0)

    assert made.due_on - 0.15 * made.effective_days - 1 <= made.show_on <= max(made.due_on, rested)
    assert made.soon_on <= made.show_on
    assert rested <= made.early_on <= made.show_on


@given(TIES, SILENCES, WORTHS)
def test_for_three_days_after_any_contact_nobody_is_suggested(tie: Tie, silence: int, share: float) -> None:
    today = LAST_DAY + silence
    made = tie.plus((today, share)).clock()

    rest = range(min(REST, made.effective_days))
    assert {klass(made, today + days) for days in rest} <= {"later", "dormant"}


@given(TIES, SILENCES)
def test_skipping_covers_half_an_interval_and_never_brings_the_day_nearer(tie: Tie, silence: int) -> None:
    today = LAST_DAY + silence
    before, after = tie.clock(), tie._replace(skipped=today).clock()

    assert after.due_exact >= before.due_exact
    assert after.show_on >= before.show_on
    unskipped = tie._replace(skipped=None).clock()
    assert after.due_exact == max(unskipped.due_exact, today + SKIPPED * after.effective_days)


@given(TIES, SILENCES, st.integers(0, 400))
def test_skipping_is_no_contact(tie: Tie, silence: int, days: int) -> None:
    """It moves only the day of the next suggestion: no warmth, no rhythm, no step up the ladder."""
    today = LAST_DAY + silence
    before, after = tie._replace(skipped=None).clock(), tie._replace(skipped=today).clock()
    moved = {"due_exact", "due_on", "show_on", "soon_on", "early_on", "drifting_on"}

    assert warmth(after, today + days) == warmth(before, today + days)
    kept = [name for name in before._fields if name not in moved]
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]


@given(TIES, st.sampled_from([None, *TIERS]), st.none() | TARGETS, st.booleans())
def test_kin_are_never_due_earlier_and_their_own_days_are_left_alone(
    tie: Tie, tier: str | None, every_days: int | None, tagged: bool
) -> None:
    targets, tags = Targets(tag_days={"team": 45}), ("team",) if tagged else ()
    friend, kin = (
        cadence_for(every_days=every_days, tags=tags, tier=tier, targets=targets, is_kin=is_kin)
        for is_kin in (False, True)
    )

    assert (friend.days is None) == (kin.days is None)
    if friend.days is not None:
        assert tie._replace(cadence=kin).clock().due_exact >= tie._replace(cadence=friend).clock().due_exact
    assert every_days is None or kin == friend


@given(st.integers(0, 50), st.integers(0, 50), SHARES)
def test_who_starts_lowers_a_tie_only_where_i_start_more_than_half(mine: int, theirs: int, weight: float) -> None:
    left = initiative(mine, theirs, weight=weight)

    assert 1 - weight - CLOSE_ENOUGH <= left <= 1
    assert left == 1 or mine > theirs
    assert initiative(mine, theirs, weight=0) == 1


@given(CADENCES, CONTACTS, SHARES)
def test_people_who_are_never_nudged_have_no_clock(
    cadence: Cadence, contacts: tuple[Contact, ...], share: float
) -> None:
    never = Tie(contacts, Baseline(LAST_DAY, fresh=True, spread=share), cadence._replace(days=None))

    assert clock(never.log(), never.baseline, cadence=never.cadence, jitter=share, skipped=LAST_DAY) is None
