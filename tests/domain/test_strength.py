"""What contacts are worth and what a log says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netlog.domain.interactions import KINDS, Depth, Direction
from netlog.domain.strength import Log, keep_alive, longest_silence, median_wait, outlook, tally, worth

WORTHS = st.sampled_from([0.0, 0.1, 0.15, 0.3, 0.4, 0.48, 0.5, 0.64, 0.8, 0.9, 1.0])
CONTACTS = st.lists(st.tuples(st.integers(0, 2000), WORTHS), max_size=30)
FULL_CONTACTS = st.lists(st.tuples(st.integers(0, 2000), st.just(1.0)), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("kind", "direction", "minutes", "expected"),
    [
        ("coffee", Direction.MUTUAL, None, 1.0),
        ("coffee", Direction.IN, None, 1.0),
        ("call", Direction.OUT, 0, 0.8),
        ("call", Direction.OUT, 5, 0.9),
        ("call", Direction.OUT, 15, 1.0),
        ("call", Direction.OUT, 240, 1.0),
        ("message", Direction.MUTUAL, None, 0.5),
        ("message", Direction.MUTUAL, 5, 0.5),
        ("message", Direction.OUT, None, 0.3),
        ("message", Direction.IN, None, 0.4),
        ("letter", Direction.OUT, None, 0.48),
        ("letter", Direction.IN, None, 0.64),
        ("like", Direction.OUT, None, 0.1),
        ("note", Direction.OUT, None, 0.0),
    ],
)
def test_a_contact_is_worth_its_kind_direction_and_length(
    kind: str, direction: Direction, minutes: int | None, expected: float
) -> None:
    known = KINDS[kind]

    assert worth(known.worth, depth=known.depth, direction=direction, minutes=minutes) == expected


@given(st.floats(0, 2), st.sampled_from(Depth), st.sampled_from(Direction), st.none() | st.integers(0, 10**6))
def test_a_contact_is_worth_whole_hundredths_up_to_one(
    kind_worth: float, depth: Depth, direction: Direction, minutes: int | None
) -> None:
    share = worth(kind_worth, depth=depth, direction=direction, minutes=minutes)

    assert 0 <= share <= 1
    assert share == round(share, 2)


def test_an_empty_log_knows_nothing() -> None:
    assert tally([]) == Log(last_by_worth=(), first=None, last=None, days=0)


def test_the_log_keeps_the_days_that_can_still_matter() -> None:
    log = tally([(100, 1.0), (130, 0.5), (130, 0.3), (140, 0.1), (90, 0.8), (135, 0.1), (138, 0.0)])

    assert log == Log(last_by_worth=((0.1, 140), (0.5, 130), (1.0, 100)), first=90, last=130, days=3)
    assert log.span == 40


def test_only_days_worth_half_a_contact_are_counted() -> None:
    log = tally([(10, 0.49), (20, 0.5), (20, 1.0)])

    assert (log.first, log.last, log.days) == (20, 20, 1)


@given(CONTACTS, st.data())
def test_the_order_of_contacts_does_not_matter(contacts: list[tuple[int, float]], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(contacts))

    assert tally(shuffled) == tally(contacts)


@given(CONTACTS)
def test_counting_twice_changes_nothing(contacts: list[tuple[int, float]]) -> None:
    assert tally(contacts + contacts) == tally(contacts)


@given(CONTACTS, st.integers(0, 2000))
def test_contacts_to_come_are_not_counted(contacts: list[tuple[int, float]], today: int) -> None:
    past = [(day, share) for day, share in contacts if day <= today]

    assert tally(contacts, today) == tally(past)


@given(CONTACTS, st.data())
def test_a_lighter_second_contact_on_a_day_changes_nothing(
    contacts: list[tuple[int, float]], data: st.DataObject
) -> None:
    assume(contacts)
    day, share = data.draw(st.sampled_from(contacts))
    lighter = data.draw(WORTHS.filter(lambda other: other <= share))

    assert tally([*contacts, (day, lighter)]) == tally(contacts)


@given(CONTACTS, CONTACTS)
def test_merging_two_people_is_the_log_of_both(ours: list[tuple[int, float]], theirs: list[tuple[int, float]]) -> None:
    both = tally(ours + theirs)
    decided = [(day, share) for log in (tally(ours), tally(theirs)) for share, day in log.last_by_worth]

    assert both == tally(theirs + ours)
    assert both.last_by_worth == tally(decided).last_by_worth


@pytest.mark.parametrize(
    ("log", "today", "horizon", "expected"),
    [
        (Log(), 100, 30, 0.0),
        (Log(((1.0, 100),), 100, 100, 1), 100, 30, 0.456633),
        (Log(((1.0, 100),), 100, 100, 1), 114, 30, 0.207317),
        (Log(((1.0, 100),), 60, 100, 16), 100, 30, 0.976868),
    ],
)
def test_the_chance_of_a_contact_matches_figures_worked_by_hand(
    log: Log, today: int, horizon: int, expected: float
) -> None:
    assert keep_alive(log, today, horizon=horizon) == pytest.approx(expected, abs=1e-6)


@given(FULL_CONTACTS, st.integers(0, 4000), st.integers(1, 400), st.integers(1, 400))
def test_a_longer_wait_is_never_less_likely_to_bring_a_contact(
    contacts: list[tuple[int, float]], silence: int, horizon: int, more: int
) -> None:
    log = tally(contacts)
    today = max(contacts)[0] + silence

    sooner, later = (keep_alive(log, today, horizon=days) for days in (horizon, horizon + more))

    assert 0 < sooner <= later < 1
    assert sooner < later or sooner > 0.999


@given(FULL_CONTACTS, st.integers(0, 4000), st.integers(0, 400))
def test_silence_never_raises_the_chance(contacts: list[tuple[int, float]], silence: int, more: int) -> None:
    log = tally(contacts)
    today = max(contacts)[0] + silence

    assert keep_alive(log, today + more, horizon=30) <= keep_alive(log, today, horizon=30)


@given(CONTACTS)
def test_a_full_contact_today_never_lowers_the_chance(contacts: list[tuple[int, float]]) -> None:
    before, after = tally(contacts), tally([*contacts, (2000, 1.0)])

    assert keep_alive(after, 2000, horizon=30) >= keep_alive(before, 2000, horizon=30)


@given(CONTACTS, st.integers(-500, 500))
def test_the_chance_does_not_depend_on_the_calendar(contacts: list[tuple[int, float]], days: int) -> None:
    moved = tally([(day + days, share) for day, share in contacts])

    assert keep_alive(moved, 2000 + days, horizon=30) == keep_alive(tally(contacts), 2000, horizon=30)


def test_nobody_waits_for_a_contact_that_never_was() -> None:
    assert median_wait(tally([(10, 0.1)]), 20) is None


@given(FULL_CONTACTS, st.integers(0, 1000))
def test_half_of_the_contacts_come_within_the_median_wait(contacts: list[tuple[int, float]], silence: int) -> None:
    log, today = tally(contacts), max(contacts)[0] + silence
    wait = median_wait(log, today)

    assert wait is not None
    assert keep_alive(log, today, horizon=int(wait)) <= 0.5 <= keep_alive(log, today, horizon=int(wait) + 1)


@given(FULL_CONTACTS)
def test_the_longest_silence_is_where_the_chance_crosses(contacts: list[tuple[int, float]]) -> None:
    log = tally(contacts)
    edge = longest_silence(log, chance=0.1, horizon=365)
    last = max(contacts)[0]

    assert keep_alive(log, last + int(edge), horizon=365) >= 0.1
    assert keep_alive(log, last + int(edge) + 1, horizon=365) < 0.1


@pytest.mark.parametrize(
    ("contacts", "today", "word"),
    [
        ([], 100, "new"),
        ([(day, 1.0) for day in range(0, 101, 5)], 101, "steady"),
        ([(100, 1.0)], 100, "quiet"),
        ([(100, 1.0)], 114, "faint"),
        ([(100, 1.0)], 150, "silent"),
    ],
)
def test_the_outlook_is_one_word(contacts: list[tuple[int, float]], today: int, word: str) -> None:
    assert outlook(tally(contacts), today, target_days=30) == word
