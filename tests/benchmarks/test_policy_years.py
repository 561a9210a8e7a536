"""What befalls ties and users on the way through two years."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise, product

import numpy as np
import pytest

from policy_lists import Dawn, Listed, Policy, User
from policy_rules import AtRandom, FixedCadence
from policy_world import DAYS, DECAYS, Floats, World, allowances, world
from policy_years import Evening, Ties, evenings

NETWORK = world(3)


class Always:
    """Shows the same people every morning, as far as they are free."""

    def __init__(self, user: User, *, people: tuple[int, ...]) -> None:
        self.people = people

    def listed(self, dawn: Dawn) -> Listed:
        return Listed([who for who in self.people if dawn.free[who]])


def lived(make: Callable[[User], Policy], network: World = NETWORK) -> list[Evening]:
    return list(evenings(network, make, per_day=2.0, decay="exponential"))


def neglected(seed: int) -> Ties:
    """Ties in touch on day 0 to which nothing comes by itself."""
    network = world(seed)
    return Ties(network._replace(history=((0,),) * network.people), "exponential")


@pytest.mark.parametrize("law", DECAYS.values())
def test_strength_is_one_after_contact_and_one_half_after_one_rhythm(law: Callable[[Floats], Floats]) -> None:
    assert law(np.array([0.0, 1.0])).tolist() == [1, 0.5]


@pytest.mark.parametrize("decay", DECAYS)
def test_a_tie_is_warm_while_its_strength_is_at_least_one_half(decay: str) -> None:
    ties = Ties(NETWORK, decay)

    for day in (0, 100, 700):
        assert np.array_equal(ties.warm(day), DECAYS[decay](ties.silence(day)) >= 0.5)
        assert np.array_equal(ties.warm(day), ties.silence(day) <= 1)


def test_half_of_the_neglected_ties_are_lost_after_eight_rhythms_and_none_after_one() -> None:
    lost_by: dict[int, list[bool]] = {1: [], 8: []}
    for ties in map(neglected, range(12)):
        for day in range(DAYS):
            ties.fade(day)
            for rhythms, lost in lost_by.items():
                lost.extend(ties.lost[np.floor(rhythms * ties.world.rhythm) == day].tolist())

    assert not any(lost_by[1])
    assert len(lost_by[8]) > 400
    assert np.mean(lost_by[8]) == pytest.approx(0.5, abs=0.06)


def test_nothing_comes_by_itself_from_a_lost_tie_but_three_in_five_answer() -> None:
    ties = Ties(NETWORK, "exponential")
    ties.lost[:] = True
    answers = [ties.answers(who, day) for day in range(100) for who in range(NETWORK.people)]

    assert not any(ties.meeting(day).any() for day in range(DAYS))
    assert np.mean(answers) == pytest.approx(0.6, abs=0.02)


def test_contact_brings_back_a_lost_tie() -> None:
    ties = Ties(NETWORK, "exponential")
    ties.lost[5] = True

    ties.touch(5, 10)

    assert not ties.lost[5]
    assert ties.silence(10)[5] == 0


def test_contact_comes_by_itself_4_8_times_as_often_to_the_strongest_as_to_the_weakest() -> None:
    ties = Ties(NETWORK, "exponential")
    met = {0: 0, 5_000: 0}
    for day, silence in product(range(DAYS), met):
        ties.last[:] = day - silence
        met[silence] += int(ties.meeting(day).sum())

    assert met[0] / met[5_000] == pytest.approx(1.2 / 0.25, rel=0.2)


def test_the_same_policy_lives_through_the_same_years_twice() -> None:
    once, again = lived(FixedCadence), lived(FixedCadence)

    assert [evening.reached for evening in once] == [evening.reached for evening in again]
    assert all(
        np.array_equal(a.warm, b.warm) and np.array_equal(a.lost, b.lost) for a, b in zip(once, again, strict=True)
    )


def test_what_a_policy_does_with_some_leaves_the_luck_of_all_others_alone() -> None:
    nobody = lived(partial(AtRandom, room=0))
    somebody = lived(partial(Always, people=(3, 40)))
    others = [who for who in range(150) if who not in (3, 40)]

    assert any(evening.reached for evening in somebody)
    for one, other in zip(nobody, somebody, strict=True):
        assert np.array_equal(one.warm[others], other.warm[others])
        assert np.array_equal(one.lost[others], other.lost[others])


def test_the_user_goes_down_the_list_until_the_time_is_used_up() -> None:
    days = lived(partial(Always, people=tuple(range(40, 10, -1))))

    assert [len(evening.reached) for evening in days] == list(allowances(2.0, NETWORK.holidays))
    assert all(list(evening.reached) == sorted(evening.reached, reverse=True) for evening in days)


def test_the_user_passes_over_one_suggestion_in_five() -> None:
    time = allowances(2.0, NETWORK.holidays)
    chances = [evening for evening in lived(partial(Always, people=(3,))) if evening.shown and time[evening.day]]

    assert np.mean([len(evening.reached) for evening in chances]) == pytest.approx(0.8, abs=0.08)


def test_nobody_is_shown_again_within_three_days_of_being_reached_out_to() -> None:
    days = [evening.day for evening in lived(partial(Always, people=(3,))) if evening.reached]

    assert min(later - earlier for earlier, later in pairwise(days)) == 4


def test_the_log_holds_what_the_user_does_and_nine_in_ten_of_what_comes_by_itself() -> None:
    watched: list[User] = []

    def watching(user: User) -> Policy:
        watched.append(user)
        return AtRandom(user, room=0)

    logs = [(watching, NETWORK), (watching, NETWORK._replace(logging_luck=np.zeros_like(NETWORK.logging_luck)))]
    for make, network in logs:
        lived(make, network)
    before = sum(map(len, NETWORK.history))
    some, all_of_them = (int(user.logged.days.sum()) - before for user in watched)

    assert some / all_of_them == pytest.approx(0.9, abs=0.05)
