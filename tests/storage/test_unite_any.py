"""Whatever two people do to copies of one journal, uniting them gives the same in either order, once."""

from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import rule, run_state_machine_as_test
from tests.storage.driving import Desk, assert_sound, derived, recomputed
from tests.storage.test_any_history import EXAMPLES, AnyHistory
from tests.storage.two_journals import contents, copied, exported, rows, take_in, take_whole


class TwoHistories(AnyHistory):
    """A user with two machines, who writes now on the one, now on the other."""

    def __init__(self) -> None:
        super().__init__()
        self.other = copied(self.desk, self.folder / "desktop.db")

    @rule()
    def change_machine(self) -> None:
        """Go on at the other machine."""
        self.change_machine_now()

    def change_machine_now(self) -> None:
        """The other machine has the same clock."""
        self.desk, self.other = self.other, self.desk
        self.desk.clock, self.desk.reckoning = self.other.clock, self.other.reckoning

    @rule()
    def change_machine_again(self) -> None:
        """The same, so that it comes more often."""
        self.change_machine_now()

    def teardown(self) -> None:
        """Unite copies both ways, export one of them whole, and take it back."""
        one = copied(self.desk, self.folder / "one.db")
        two = copied(self.other, self.folder / "two.db")
        two.clock, two.reckoning = one.clock, one.reckoning
        before, operations = self.truth(), self.numbers("operation")
        take_in(one, self.other)
        take_in(two, self.desk)
        assert contents(one) == contents(two)
        for desk, source in ((one, self.other), (two, self.desk), (one, two)):
            self.check_nothing_is_new(desk, source)
        self.check_it_comes_back_whole(one)
        self.desk = one
        if self.numbers("operation") != operations:
            one.undo()
            assert self.truth() == before

    def check_nothing_is_new(self, desk: Desk, source: Desk) -> None:
        """Nothing is written a second time, and what is derived follows from what is there."""
        before = contents(desk)
        assert not take_in(desk, source).is_news
        assert contents(desk) == before
        assert_sound(desk.path)
        with desk.reading() as reader:
            assert derived(reader.connection) == recomputed(desk.path, desk.reckoning)

    def check_it_comes_back_whole(self, desk: Desk) -> None:
        """An export taken into an empty journal is exported as the same bytes."""
        empty = Desk(self.folder / "empty.db", desk.day)
        take_whole(empty, rows(desk))
        assert exported(empty) == exported(desk)


def test_two_journals_unite_to_the_same_in_either_order_and_only_once(tmp_path: Path) -> None:
    class Here(TwoHistories):
        folder = tmp_path / "two"

    run_state_machine_as_test(Here, settings=settings(max_examples=EXAMPLES, stateful_step_count=40, deadline=None))
