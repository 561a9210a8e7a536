"""netlog in the invented network is netlog: the same clocks, the same morning."""

from collections.abc import Sequence

import numpy as np
import pytest

from netlog.domain.scheduler import Candidate, klass, priority, spread
from netlog.domain.strength import tally
from policy_lists import Dawn, Logged, User
from policy_netlog import PRIORITIES, Form, Netlog, as_shipped, full_log, late_from, powers, ranked_by
from policy_world import START, World, world

INNER, CLOSE, ACTIVE, WIDE = 0, 5, 15, 50
EVERYBODY = np.ones(150, dtype=np.bool_)


def user(last: dict[int, int], per_day: float = 1.0) -> User:
    """Everybody was in touch yesterday, but for some whose only contact was on the day given."""
    drawn: World = world(1)
    made = drawn._replace(history=tuple((last.get(who, -1),) for who in range(drawn.people)))
    return User(made, Logged(made), per_day)


def shown(policy: Netlog, day: int = 0) -> list[int]:
    return list(policy.listed(Dawn(day, EVERYBODY)).shown)


def test_the_log_of_full_contacts_is_what_the_tally_makes_of_them() -> None:
    days = (-30, -12, -3)

    assert full_log(-30, -3, days=3) == tally((START + day, 1.0) for day in days)


def test_a_weekly_tie_late_by_five_days_comes_before_a_yearly_one_late_by_thirty() -> None:
    assert shown(Netlog(user({INNER: -12, WIDE: -395}))) == [INNER, WIDE]


def test_the_plain_product_puts_the_yearly_one_first() -> None:
    form = Form(ranking=ranked_by(powers(1 / 2, 1 / 2)))

    assert shown(Netlog(user({INNER: -12, WIDE: -395}), form=form)) == [WIDE, INNER]


def test_the_list_is_twice_the_budget_long() -> None:
    late = dict.fromkeys(range(CLOSE, CLOSE + 9), -40)

    assert len(shown(Netlog(user(late, per_day=1.5)))) == 3


def test_free_places_go_to_people_who_will_soon_be_due_unless_there_is_no_fill() -> None:
    soon = {CLOSE: -22}

    assert shown(Netlog(user(soon), form=Form(is_jittered=False))) == [CLOSE]
    assert shown(Netlog(user(soon), form=Form(is_jittered=False, fill="none"))) == []


def test_without_rhythm_fill_those_off_their_rhythm_wait_until_they_are_soon_due() -> None:
    lists = []
    for form in (Form(), Form(fill="by target")):
        asked = user({ACTIVE: -40})
        asked.logged.first[ACTIVE], asked.logged.days[ACTIVE] = -140, 20
        lists.append(shown(Netlog(asked, form=form)))

    assert lists == [[ACTIVE], []]


def test_jitter_shows_some_people_earlier_and_nobody_later() -> None:
    last = dict.fromkeys(range(150), -1)
    jittered, plain = (Netlog(user(last), form=Form(is_jittered=is_jittered)) for is_jittered in (True, False))
    shown(jittered), shown(plain)

    assert (jittered.shown_on <= plain.shown_on).all()
    assert (jittered.shown_on < plain.shown_on).sum() > 100


def test_due_are_those_who_may_be_shown_as_overdue_not_those_who_fill() -> None:
    listed = Netlog(user({INNER: -12, CLOSE: -22}), form=Form(is_jittered=False)).listed(Dawn(0, EVERYBODY))

    assert list(listed.shown) == [INNER, CLOSE]
    assert listed.due is not None
    assert np.flatnonzero(listed.due).tolist() == [INNER]


def test_a_clock_is_wound_again_when_and_only_when_a_contact_is_logged() -> None:
    asked = user({CLOSE: -40})
    policy = Netlog(asked)
    shown(policy)
    before = dict(policy.candidates)

    asked.logged.add(CLOSE, 0)
    shown(policy, 1)

    assert [who for who in before if policy.candidates[who] is not before[who]] == [CLOSE]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("day", [0, 100, 400])
def test_ranking_by_the_shipped_priority_gives_the_shipped_morning(seed: int, day: int) -> None:
    network = world(seed)
    policy = Netlog(User(network, Logged(network), 2.0))
    shown(policy)
    candidates = [person for person in policy.candidates.values() if klass(person.clock, START + day) != "later"]
    by_hand = ranked_as_shipped(candidates, START + day)

    assert as_shipped(candidates, START + day, 2.0)[:4] == by_hand[:4]
    assert len(candidates) > 10


def ranked_as_shipped(candidates: Sequence[Candidate], today: int) -> list[int]:
    """Overdue before fill, the greatest priority first, the lower number first among equals."""
    parts = ("overdue", "fill")
    ranked = [person for person in candidates if klass(person.clock, today) in parts]
    ranked.sort(key=lambda person: (parts.index(klass(person.clock, today)), -priority(person.clock, today), person.id))
    return [person.id for person in ranked]


@pytest.mark.parametrize("seed", range(3))
def test_other_rankings_reorder_the_same_classes(seed: int) -> None:
    network = world(seed)
    policy = Netlog(User(network, Logged(network), 75.0))
    shown(policy)
    candidates = list(policy.candidates.values())
    everybody = set(as_shipped(candidates, START, 75.0))

    assert all(set(ranked_by(order)(candidates, START, 75.0)) == everybody for order in PRIORITIES.values())


def test_late_from_counts_what_lies_beyond_the_line() -> None:
    assert late_from(0.5)(2.0, 4.0, 9) == pytest.approx(9.0)


def test_people_of_the_invented_network_have_the_jitter_of_their_name() -> None:
    assert Netlog(user({})).jitters[7] == spread("1-7")
