"""What the scheduler promises for every log, held against the formulas in exact fractions.

A clock sees contacts only through `tally`, whose own properties (order, repetition, future) are tested there.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.cadence import Cadence
from netlog.domain.scheduler import (
    LADDER,
    REST,
    Baseline,
    Candidate,
    Clock,
    Dated,
    Morning,
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
from netlog.domain.strength import keep_alive, tally

Contact = tuple[int, float]

LAST_DAY = 740_000
FIRST_DAY = LAST_DAY - 2500
SHARES = st.integers(0, 9_999).map(lambda number: number / 10_000)
WORTHS = st.sampled_from([0.1, 0.15, 0.3, 0.4, 0.48, 0.5, 0.64, 0.83, 0.9, 1.0])
DAYS = st.integers(FIRST_DAY, LAST_DAY)
CONTACTS = st.lists(st.tuples(DAYS, WORTHS), max_size=12)
SILENCES = st.integers(0, 4000)
BASELINES = st.builds(Baseline, day=DAYS, fresh=st.booleans(), spread=SHARES, fixed=st.just(True))
TARGETS = st.sampled_from([1, 2, 5, 7, 14, 30, 45, 90, 365, 1000])
RULES = st.sampled_from(["person", "tag:team", "tier:close", "default"])
CADENCES = st.builds(Cadence, days=TARGETS, rule=RULES, value=st.sampled_from([1.0, 1.5, 2.0, 4.0, 8.0]))


class Tie(NamedTuple):
    """Everything a clock is made from."""

    contacts: tuple[Contact, ...]
    baseline: Baseline
    cadence: Cadence
    jitter: float

    def clock(self, *more: Contact, target: int | None = None) -> Clock:
        cadence = self.cadence if target is None else self.cadence._replace(days=target)
        made = clock(tally([*self.contacts, *more]), self.baseline, cadence=cadence, jitter=self.jitter)
        assert made is not None
        return made

    def moved(self, days: int) -> "Tie":
        later = tuple((day + days, share) for day, share in self.contacts)
        return self._replace(contacts=later, baseline=self.baseline._replace(day=self.baseline.day + days))


TIES = st.builds(Tie, CONTACTS.map(tuple), BASELINES, CADENCES, SHARES)


def exact_ratio(marks: Sequence[Contact], interval: int, today: int) -> Fraction:
    """The overdue ratio as the scheduler notes write it: the least over all contacts."""
    return min(Fraction(today - day, interval) + 1 - Fraction(str(share)) for day, share in marks)


def exact_overdue(tie: Tie, interval: int, today: int) -> Fraction:
    born = (tie.baseline.day, 1.0 if tie.baseline.fresh else tie.baseline.spread)
    return exact_ratio([*tie.contacts, born], interval, today)


def exact_rhythm(tie: Tie, today: int) -> Fraction | None:
    """Silence over the shrunk mean gap, from four contact-days on."""
    log, target = tally(tie.contacts), tie.cadence.days
    if log.last is None or log.first is None or log.days < 4 or target is None:
        return None
    gap = max(Fraction(target, 4), Fraction(log.last - log.first + 3 * target, log.days - 1 + 3))
    return (today - log.last) / gap


def is_dormant(tie: Tie, interval: int, today: int) -> bool:
    log, target = tally(tie.contacts), tie.cadence.days
    assert target is not None
    silence = today - (tie.baseline.day if log.last is None else log.last)
    unlikely = log.last is not None and keep_alive(log, today, horizon=365) < 0.1
    is_covered = bool(tie.contacts) and exact_ratio(tie.contacts, interval, today) < 1
    return not is_covered and (silence > max(3 * target, 730) or unlikely)


def exact_state(tie: Tie, interval: int, today: int) -> str:
    """The state by the formulas alone, without any day of the clock."""
    overdue, rhythm = exact_overdue(tie, interval, today), exact_rhythm(tie, today) or Fraction(0)
    if is_dormant(tie, interval, today):
        return "dormant"
    if rhythm >= 8:
        return "fading"
    if rhythm >= 3 and overdue >= 1:
        return "drifting"
    if overdue >= 1:
        return "due"
    return "soon" if overdue >= Fraction(7, 10) else "warm"


@given(TIES, SILENCES)
def test_comparing_days_gives_the_state_of_the_formulas(tie: Tie, silence: int) -> None:
    made, today = tie.clock(), LAST_DAY + silence

    assert state(made, today) == exact_state(tie, made.effective_days, today)


@given(TIES, st.data())
def test_the_state_changes_exactly_on_the_days_of_the_clock(tie: Tie, data: st.DataObject) -> None:
    made = tie.clock()
    edges = [made.soon_on, made.due_on, made.drifting_on, made.fading_on, made.dormant_on]
    edge = data.draw(st.sampled_from([day for day in edges if day is not None]))
    today = max(LAST_DAY, edge + data.draw(st.integers(-1, 1)))

    assert state(made, today) == exact_state(tie, made.effective_days, today)


@given(TIES, SILENCES)
def test_ratios_equal_their_formulas(tie: Tie, silence: int) -> None:
    made, today = tie.clock(), LAST_DAY + silence
    rhythm, exact = rhythm_ratio(made, today), exact_rhythm(tie, today)

    assert abs(overdue_ratio(made, today) - exact_overdue(tie, made.effective_days, today)) < 1e-8
    assert rhythm == exact or (exact is not None and rhythm is not None and abs(rhythm - exact) < 1e-8)


@given(TIES, SILENCES)
def test_the_class_follows_from_the_formulas(tie: Tie, silence: int) -> None:
    made, today = tie._replace(jitter=0.0).clock(), LAST_DAY + silence
    overdue = exact_overdue(tie, made.effective_days, today)
    is_early = overdue >= Fraction(7, 10) or (exact_rhythm(tie, today) or 0) >= 1
    awake = "overdue" if overdue >= 1 else "fill" if is_early else "later"

    expected = "fresh" if awake == "overdue" and made.rung is not None else awake
    assert klass(made, today) == ("dormant" if is_dormant(tie, made.effective_days, today) else expected)


@given(TIES, DAYS, WORTHS, SILENCES)
def test_a_contact_never_brings_a_due_date_nearer(tie: Tie, day: int, share: float, silence: int) -> None:
    before, after, today = tie.clock(), tie.clock((day, share)), LAST_DAY + silence

    assert after.due_exact >= before.due_exact
    assert after.due_on >= before.due_on
    assert after.show_on >= before.show_on
    assert overdue_ratio(after, today) <= overdue_ratio(before, today) + 1e-8


@given(TIES, SILENCES, st.integers(1, 400))
def test_lateness_grows_by_one_interval_at_a_time(tie: Tie, silence: int, days: int) -> None:
    made, today = tie.clock(), LAST_DAY + silence
    grown = overdue_ratio(made, today + days) - overdue_ratio(made, today)

    assert abs(grown - days / made.effective_days) < 1e-8
    assert 0 <= warmth(made, today + days) <= warmth(made, today) <= 1
    assert priority(made, today + days) > priority(made, today)


@given(TIES, TARGETS, TARGETS)
def test_a_longer_target_is_never_due_earlier(tie: Tie, one: int, other: int) -> None:
    shorter, longer = tie.clock(target=min(one, other)), tie.clock(target=max(one, other))

    assert longer.due_exact >= shorter.due_exact
    assert longer.show_on >= shorter.show_on


@given(TIES, SILENCES)
def test_after_a_full_contact_today_nothing_is_owed(tie: Tie, silence: int) -> None:
    today = LAST_DAY + silence
    made = tie.clock((today, 1.0))

    assert (overdue_ratio(made, today), warmth(made, today)) == (0.0, 1.0)
    assert (state(made, today), made.due_on) == ("warm", today + made.effective_days)


@given(TIES, SILENCES, WORTHS.filter(lambda share: share < 0.5))
def test_a_light_contact_covers_no_more_than_its_share(tie: Tie, silence: int, share: float) -> None:
    before, today = tie.clock(), LAST_DAY + silence
    after = tie.clock((today, share))

    assert after.due_exact <= max(before.due_exact, today + share * before.effective_days) + 1e-8


@given(TIES, SILENCES, st.integers(-5000, 5000))
def test_the_calendar_does_not_matter(tie: Tie, silence: int, days: int) -> None:
    today = LAST_DAY + silence
    here, there = tie.clock(), tie.moved(days).clock()

    assert there.due_on - here.due_on == there.show_on - here.show_on == days
    assert state(there, today + days) == state(here, today)
    assert abs(priority(there, today + days) - priority(here, today)) < 1e-6


@given(TIES)
def test_nobody_is_shown_late_or_more_than_15_percent_early(tie: Tie) -> None:
    made = tie.clock()

    rested = max((day + min(REST, made.effective_days) for day, _ in tie.contacts), default=0)

    assert made.due_on - 0.15 * made.effective_days - 1 <= made.show_on <= max(made.due_on, rested)
    assert made.soon_on <= made.show_on
    assert rested <= made.early_on <= made.show_on


@given(TIES, st.lists(DAYS, min_size=5, max_size=5, unique=True))
def test_the_ladder_only_lengthens_and_never_beyond_the_target(tie: Tie, days: list[int]) -> None:
    new = tie._replace(contacts=(), baseline=tie.baseline._replace(fresh=True))
    steps = [new.clock(*((day, 1.0) for day in days[:count])) for count in range(6)]
    intervals = [made.effective_days for made in steps]

    assert intervals == sorted(intervals)
    assert intervals[len(LADDER)] == tie.cadence.days
    assert all(made.effective_days < made.target_days for made in steps if made.rung is not None)


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=20, unique=True), CADENCES)
def test_in_one_tier_the_order_is_days_since_the_last_contact(silences: list[int], cadence: Cadence) -> None:
    baseline = Baseline(FIRST_DAY, fresh=False, spread=0.0)
    ties = [Tie(((LAST_DAY - silence, 1.0),), baseline, cadence, 0.0) for silence in silences]
    ranked = sorted(ties, key=lambda tie: -priority(tie.clock(), LAST_DAY))

    assert [tie.contacts[0][0] for tie in ranked] == sorted(LAST_DAY - silence for silence in silences)


@given(CADENCES, SHARES, st.integers(1, 30))
def test_twenty_people_added_after_an_event_do_not_flood_a_morning(
    cadence: Cadence, jitter: float, budget: int
) -> None:
    met = Baseline(LAST_DAY, fresh=True, spread=0.0)
    crowd = [Candidate(person, Tie((), met, cadence, jitter).clock()) for person in range(20)]
    follow_ups = [person for person in crowd if person.clock.rung is not None]

    made = morning(follow_ups, [], today=LAST_DAY + 2, per_day=budget)

    assert len(made.today + made.if_time) == min(len(follow_ups), budget)


PEOPLE = st.lists(TIES, max_size=25).map(
    lambda ties: [Candidate(number, tie.clock()) for number, tie in enumerate(ties)]
)
KINDS = st.sampled_from(["promise", "birthday", "reply", "awaiting"])
REASONS = st.builds(Dated, id=st.integers(0, 30), kind=KINDS, on=DAYS)
DATED = st.lists(REASONS, max_size=6)
BUDGETS = st.sampled_from([0.5, 1, 1.5, 2, 3, 5])
TODAYS = st.integers(LAST_DAY, LAST_DAY + 400)


def shown_ids(made: Morning) -> list[int]:
    return [pick.id for pick in made.today + made.if_time]


@given(PEOPLE, DATED, TODAYS, BUDGETS)
def test_a_morning_is_no_longer_than_its_slots(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float
) -> None:
    made = morning(people, dated, today=today, per_day=per_day)
    beyond = max(0, len(dated) - slots(per_day) // 2)

    assert len(shown_ids(made)) <= slots(per_day) + beyond
    assert len(made.today) <= max(len(dated), per_day + 1)
    assert shown_ids(made)[: len(dated)] == [r.id for r in sorted(dated, key=lambda r: (r.on, r.kind, r.id))]


@given(PEOPLE, DATED, TODAYS, BUDGETS)
def test_nobody_hidden_outranks_somebody_shown_in_the_same_class(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float
) -> None:
    listed = set(shown_ids(morning(people, dated, today=today, per_day=per_day)))
    free = [person for person in people if person.id not in {reason.id for reason in dated}]

    for shown in (person for person in free if person.id in listed):
        rivals = [person for person in free if klass(person.clock, today) == klass(shown.clock, today)]
        hidden = [priority(person.clock, today) for person in rivals if person.id not in listed]
        assert priority(shown.clock, today) >= max(hidden, default=float("-inf"))


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
    made = morning(people, dated, today=today, per_day=per_day)
    promised = {reason.id for reason in dated}
    classes = {person.id: klass(person.clock, today) for person in people}

    assert all(classes[person] in {"fresh", "overdue", "fill"} for person in {*shown_ids(made)} - promised)
    assert made.reconnect is None or classes[made.reconnect.id] == "dormant"


@given(PEOPLE, DATED, TODAYS, BUDGETS, st.data())
def test_the_morning_does_not_depend_on_the_order_it_is_given(
    people: list[Candidate], dated: list[Dated], today: int, per_day: float, data: st.DataObject
) -> None:
    mixed, remixed = data.draw(st.permutations(people)), data.draw(st.permutations(dated))

    given_so = morning(people, dated, today=today, per_day=per_day)
    assert morning(mixed, remixed, today=today, per_day=per_day) == given_so


@given(PEOPLE, TODAYS)
def test_in_any_week_at_most_one_sleeping_tie_is_suggested(people: list[Candidate], today: int) -> None:
    week = [morning(people, [], today=today + day, per_day=3).reconnect for day in range(7)]

    assert sum(pick is not None for pick in week) <= 1


def overcommitted(people: int) -> dict[int, Tie]:
    """People of every tier, added together and asking for more than two check-ins a day."""
    sizes = {Cadence(7, "inner", 8.0): 5, Cadence(30, "close", 4.0): 10, Cadence(90, "active", 2.0): 35}
    tiers = [cadence for cadence, size in sizes.items() for _ in range(size)]
    tiers += [Cadence(365, "wide", 1.0)] * (people - len(tiers))
    shares = [spread(f"person {person}") for person in range(people)]
    added = [Baseline(FIRST_DAY, fresh=False, spread=share) for share in shares]
    return {person: Tie((), added[person], tiers[person], shares[person]) for person in range(people)}


def test_nobody_starves_in_three_years_on_one_check_in_a_day() -> None:
    ties = overcommitted(300)
    clocks = {person: tie.clock() for person, tie in ties.items()}
    seen: set[int] = set()
    worst = 0.0

    for today in range(FIRST_DAY, FIRST_DAY + 3 * 365):
        waiting = [Candidate(person, made) for person, made in clocks.items() if made.show_on <= today]
        for person in shown_ids(morning(waiting, [], today=today, per_day=1)):
            worst = max(worst, overdue_ratio(clocks[person], today))
            ties[person] = ties[person]._replace(contacts=(*ties[person].contacts, (today, 1.0)))
            clocks[person] = ties[person].clock()
            seen.add(person)

    assert seen == set(ties)
    assert worst < 2
