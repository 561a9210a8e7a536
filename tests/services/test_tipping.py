"""What tips the balance is said by the command that did it, and by no other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.memory import TODAY, Writer
from tests.services.test_load import Given

from netlog.domain.capacity import SLACK, WINDOW, is_over
from netlog.rows import FOREVER, TieRow
from netlog.services.tipping import QUICK, share, tipped, tipped_by


class Asking(Given):
    """As much is asked a day as is given here; every day the same number of people is seen."""

    def __init__(self, asked: float, *, a_day: int = 1, begun: int | None = 400) -> None:
        super().__init__(*((ago, a_day) for ago in range(1, WINDOW + 1)), begun=begun)
        self.asked = asked

    def asked_per_day(self) -> float:
        return self.asked

    def is_within(self, people: int) -> bool:
        return people >= QUICK


class Crowded(Asking):
    """More people than can be summed up while somebody waits."""

    def is_within(self, people: int) -> bool:
        return False


@pytest.fixture
def daily(writer: Writer) -> TieRow:
    """Somebody who is to be seen every day."""
    return writer.journal.tie(writer.add("Giulia Rossi", every_days=1))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (1.1, ()),
        (1.7, ("your cadences now ask for 1.7 check-ins a day, you do 1.0 · netlog forecast",)),
        (2.3, ()),
    ],
)
def test_it_is_said_once_when_the_line_is_crossed(daily: TieRow, asked: float, words: tuple[str, ...]) -> None:
    assert tipped_by(daily, Asking(asked), today=TODAY) == words


@pytest.mark.parametrize(("a_day", "begun"), [(0, 400), (1, 27), (1, None)])
def test_nothing_is_said_before_anything_is_known(daily: TieRow, a_day: int, begun: int | None) -> None:
    assert tipped_by(daily, Asking(1.7, a_day=a_day, begun=begun), today=TODAY) == ()


def test_a_longer_cadence_and_one_that_stays_tip_nothing(daily: TieRow) -> None:
    assert daily.clock is not None
    weekly = daily._replace(clock=daily.clock._replace(target_days=7))

    assert tipped(Asking(1.7), (daily,), (weekly,), today=TODAY) == ()
    assert tipped(Asking(1.7), (daily,), (daily,), today=TODAY) == ()
    assert tipped(Asking(1.7), (weekly,), (daily,), today=TODAY) != ()


@pytest.mark.parametrize("changes", [{"hidden_until": FOREVER}, {"clock": None}])
def test_who_is_never_nudged_asks_for_nothing(daily: TieRow, changes: dict[str, object]) -> None:
    assert share([daily], TODAY) == 1
    assert share([daily._replace(**changes)], TODAY) == 0  # type: ignore[arg-type]
    assert share([daily], date.max) == 0


@given(st.floats(0, 100), st.integers(0, 500), st.integers(0, 60))
def test_over_means_more_than_the_slack(asked: float, done: int, known_days: int) -> None:
    is_known = done > 0 and known_days >= WINDOW

    assert is_over(asked, done=done, known_days=known_days) == (is_known and asked > SLACK * (done / WINDOW))


def test_a_journal_too_large_to_sum_up_quickly_is_left_alone(daily: TieRow) -> None:
    assert tipped_by(daily, Crowded(1.7), today=TODAY) == ()
    assert tipped_by(daily, None, today=TODAY) == ()
