"""What the day's list promises for every crowd, every budget and every day."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.ties import (
    BUDGETS,
    CADENCES,
    DATED,
    FIRST_DAY,
    LAST_DAY,
    PEOPLE,
    SHARES,
    TODAYS,
    Tie,
    overcommitted,
    shown_ids,
)

from netlog.domain.cadence import Cadence
from netlog.domain.scheduler import (
    Baseline,
    Candidate,
    Dated,
    klass,
    morning,
    overdue_ratio,
    priority,
    slots,
)

YEARS_3 = 3 * 365


def urgency(person: Candidate, today: int) -> float:
    return priority(person.clock, today, factor=person.factor)


@given(PEOPLE, DATED, TODAYS, BUDGETS)
def test_a_morning_is_no_longer_than_its_slots(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float
) -> None:
    """Invariant 15, the size: only reasons with a day of their own may go beyond it."""
    made = morning(people, dated, today=today, per_day=per_day)
    beyond = max(0, len(dated) - slots(per_day) // 2)

    assert len(shown_ids(made)) <= slots(per_day) + beyond
    assert len(made.today) <= max(len(dated), per_day + 1)
    assert shown_ids(made)[: len(dated)] == [r.id for r in sorted(dated, key=lambda r: (r.on, r.kind, r.id))]


@given(PEOPLE, DATED, TODAYS, BUDGETS)
def test_nobody_hidden_outranks_somebody_shown_in_the_same_class(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float
) -> None:
    """Invariant 15, the order."""
    listed = set(shown_ids(morning(people, dated, today=today, per_day=per_day)))
    free = [person for person in people if person.id not in {reason.id for reason in dated}]

    for shown in (person for person in free if person.id in listed):
        rivals = [person for person in free if klass(person.clock, today) == klass(shown.clock, today)]
        hidden = [urgency(person, today) for person in rivals if person.id not in listed]
        assert urgency(shown, today) >= max(hidden, default=float("-inf"))


@given(PEOPLE, DATED, TODAYS, BUDGETS)
def test_everybody_due_is_shown_or_counted(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float
) -> None:
    made = morning(people, dated, today=today, per_day=per_day)
    due = {person.id for person in people if klass(person.clock, today) in {"fresh", "overdue"}}

    assert made.rest == len(due - set(shown_ids(made)))


@given(PEOPLE, DATED, TODAYS, BUDGETS)
def test_only_candidates_and_dated_people_are_listed_and_the_dormant_only_to_reconnect(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float
) -> None:
    """Invariant 18, for the domain: who is hidden is no candidate, and then cannot come in by another door."""
    made = morning(people, dated, today=today, per_day=per_day)
    promised = {reason.id for reason in dated}
    classes = {person.id: klass(person.clock, today) for person in people}

    assert all(classes[person] in {"fresh", "overdue", "fill"} for person in {*shown_ids(made)} - promised)
    assert made.reconnect is None or classes[made.reconnect.id] == "dormant"


@given(PEOPLE, DATED, TODAYS, BUDGETS, st.data())
def test_the_morning_does_not_depend_on_the_order_it_is_given(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float, data: st.DataObject
) -> None:
    """Invariant 19: the same people and reasons, the same list."""
    mixed, remixed = data.draw(st.permutations(people)), data.draw(st.permutations(dated))

    given_so = morning(people, dated, today=today, per_day=per_day)
    assert morning(mixed, remixed, today=today, per_day=per_day) == given_so


PRINT_A_MORNING = """
from tests.domain.ties import FIRST_DAY, overcommitted
from netlog.domain.scheduler import Candidate, Dated, morning

people = [Candidate(person, tie.clock()) for person, tie in overcommitted(60).items()]
reasons = {Dated(person, kind, FIRST_DAY) for person in range(4) for kind in ("birthday", "reply")}
print(morning(people, list(reasons), today=FIRST_DAY + 100, per_day=3))
"""


def test_the_morning_is_the_same_in_every_process() -> None:
    """Invariant 19: whatever seed its sets and dictionaries are hashed with."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_A_MORNING],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1
    assert printed.pop().startswith("Morning(today=(Pick(id=")


@given(PEOPLE, TODAYS)
def test_in_any_week_at_most_one_sleeping_tie_is_suggested(people: list[Candidate], today: int) -> None:
    week = [morning(people, [], today=today + day, per_day=3).reconnect for day in range(7)]

    assert sum(pick is not None for pick in week) <= 1


@given(CADENCES, SHARES, st.integers(1, 30))
def test_twenty_people_added_after_an_event_do_not_flood_a_morning(
    cadence: Cadence, jitter: float, budget: int
) -> None:
    met = Baseline(LAST_DAY, fresh=True, spread=0.0)
    crowd = [Candidate(person, Tie((), met, cadence, jitter).clock()) for person in range(20)]
    follow_ups = [person for person in crowd if person.clock.rung is not None]

    made = morning(follow_ups, [], today=LAST_DAY + 2, per_day=budget)

    assert len(made.today + made.if_time) == min(len(follow_ups), budget)


def due_only(people: list[Candidate]) -> list[Candidate]:
    """Those the fill does not bring."""
    return [person for person in people if klass(person.clock, LAST_DAY) == "overdue"]


@given(
    st.lists(st.lists(st.integers(0, 700), min_size=1, max_size=3, unique=True), max_size=20),
    CADENCES,
)
def test_in_one_tier_the_order_is_days_since_the_last_contact(silences: list[list[int]], cadence: Cadence) -> None:
    """Invariant 21, without jitter and fill; from four contacts on the usual rhythm has a say in the order."""
    known = Baseline(FIRST_DAY, fresh=False, spread=0.0)
    ties = [Tie(tuple((LAST_DAY - ago, 1.0) for ago in agos), known, cadence) for agos in silences]
    due = due_only([Candidate(number, tie.clock()) for number, tie in enumerate(ties)])

    made = morning(due, [], today=LAST_DAY, per_day=20)

    expected = sorted((person.id for person in due), key=lambda number: (-min(silences[number]), number))
    assert shown_ids(made) == expected


def test_nobody_starves_in_three_years_on_one_check_in_a_day() -> None:
    """Invariant 16: 300 people who ask for more than two check-ins a day, all of those shown contacted."""
    ties = overcommitted(300)
    clocks = {person: tie.clock() for person, tie in ties.items()}
    seen: set[int] = set()
    worst = 0.0

    for today in range(FIRST_DAY, FIRST_DAY + YEARS_3):
        waiting = [Candidate(person, made) for person, made in clocks.items() if made.show_on <= today]
        for person in shown_ids(morning(waiting, [], today=today, per_day=1)):
            worst = max(worst, overdue_ratio(clocks[person], today))
            ties[person] = ties[person].plus((today, 1.0))
            clocks[person] = ties[person].clock()
            seen.add(person)

    assert seen == set(ties)
    assert worst < 2
