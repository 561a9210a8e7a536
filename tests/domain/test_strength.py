"""What contacts are worth and what a log says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netlog.domain.interactions import KINDS, Depth, Direction
from netlog.domain.strength import Log, keep_alive, median_wait, outlook, tally, worth

WORTHS = st.sampled_from([0.0, 0.1, 0.15, 0.3, 0.4, 0.48, 0.5, 0.64, 0.8, 0.9, 1.0])
CONTACTS = st.lists(st.tuples(st.integers(0, 2000), WORTHS), max_size=30)


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


def test_nobody_waits_for_a_contact_that_never_was() -> None:
    assert median_wait(tally([(10, 0.1)]), 20) is None


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
