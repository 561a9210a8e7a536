"""Random journals, small enough to read and odd enough to matter."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st
from tests.storage.driving import TODAY, Desk, contact, person

from netlog.domain.cadence import Targets
from netlog.rows import NewPerson

SLUGS = ("pm", "milano", "data")
KINDS = (
    ("coffee", "meet", "mutual"),
    ("call", "talk", "in"),
    ("group", "meet", "mutual"),
    ("letter", "message", "out"),
    ("email", "message", "out"),
    ("message", "message", "in"),
    ("like", "touch", "out"),
    ("note", "touch", "out"),
)
KIND = {slug: number for number, (slug, *_) in enumerate(KINDS)}
SETTINGS = {
    "": Targets(),
    "tags": Targets(tag_days={"pm": 10, "data": 45}),
    "slow": Targets(tier_days={"inner": 14, "close": 60, "active": 120, "wide": 700}, default_days=365),
}


class Talk(NamedTuple):
    """A contact with some of the people, by index, that many days from today."""

    people: tuple[int, ...]
    ahead: int
    kind: int
    minutes: int | None
    counts: float | None = None


class Someone(NamedTuple):
    """A person, and what was decided about them later."""

    new: NewPerson
    later: dict[str, Any]


def days_from_today(ahead: int) -> Any:  # noqa: ANN401 (a date, or None beside others in a column)
    """The day so many days from today."""
    return TODAY + timedelta(ahead)


class Habit(NamedTuple):
    """Coffees at an interval, the last one so many days ago, and letters since that nobody answered."""

    coffees: int
    every_days: int
    ago: int
    unanswered: int

    def talks(self, person: int) -> list[Talk]:
        """The contacts this makes."""
        coffees = [
            Talk((person,), -(self.ago + i * self.every_days), KIND["coffee"], None) for i in range(self.coffees)
        ]
        letters = [Talk((person,), i + 1 - self.ago, KIND["email"], None) for i in range(self.unanswered)]
        return coffees + letters


@st.composite
def someones(draw: st.DrawFn) -> list[Someone]:
    """One to six people of every tier, age and state."""
    return [draw(someone(f"p{number}")) for number in range(draw(st.integers(1, 6)))]


def crowd(seed: int) -> tuple[list[Someone], list[Talk]]:
    """Forty people with rhythms of their own, many of them alike."""
    dice = Random(seed)
    people, talks = [], []
    for number in range(40):
        new = person(f"p{number}", TODAY)._replace(
            since_on=days_from_today(dice.choice([-900, -200, -30, -3, 0])),
            is_fresh=dice.random() < 0.7,
            tier=dice.choice([None, None, "inner", "close", "active", "wide", "none"]),
            every_days=dice.choice([None, None, None, 14]),
            birthday=dice.choice([None, None, "--03-12"]),
            tags=tuple(dice.sample(SLUGS, dice.randrange(3))),
            is_kin=number % 7 == 0,
        )
        later = dice.choice([{}, {}, {}, {}, {"snoozed_until": days_from_today(20)}, {"paused_on": TODAY}])
        if number % 5 == 0:
            later = {**later, "skipped_on": days_from_today(-number)}
        habit = Habit(
            dice.randrange(8),
            dice.choice([1, 10, 30]),
            dice.choice([4, 20, 60, 100, 700]),
            dice.choice([0, 0, 1, 2, 3]),
        )
        people.append(Someone(new, later))
        talks += habit.talks(number)
    return people, talks


def someone(handle: str) -> st.SearchStrategy[Someone]:
    """A person of that handle."""
    made = st.builds(
        person(handle, TODAY)._replace,
        since_on=st.sampled_from([-900, -200, -30, -30, -3, 0]).map(days_from_today),
        is_fresh=st.booleans(),
        tier=st.sampled_from([None, "inner", "close", "active", "wide", "none"]),
        every_days=st.sampled_from([None, None, 1, 14, 3650]),
        birthday=st.sampled_from([None, "--03-12", "1988-02-29"]),
        tags=st.lists(st.sampled_from(SLUGS), unique=True).map(tuple),
        imported_on=st.sampled_from([None, None, TODAY]),
        is_kin=st.booleans(),
    )
    later = st.fixed_dictionaries(
        {},
        optional={
            "snoozed_until": st.integers(-3, 40).map(days_from_today),
            "skipped_on": st.integers(-60, 3).map(days_from_today),
            "paused_on": st.just(TODAY),
            "ended_on": st.just(TODAY),
        },
    )
    return st.builds(Someone, made, st.one_of(st.just({}), st.just({}), later))


TALKS = st.lists(
    st.builds(
        Talk,
        st.sets(st.integers(0, 5), min_size=1, max_size=3).map(lambda chosen: tuple(sorted(chosen))),
        st.one_of(st.integers(-40, 3), st.integers(-1200, 60)),
        st.integers(0, len(KINDS) - 1),
        st.sampled_from([None, 0, 7, 90]),
        st.sampled_from([None, None, None, 0.0, 0.2, 0.5, 1.0]),
    ),
    max_size=14,
)


def fill(desk: Desk, people: Sequence[Someone], talks: Sequence[Talk]) -> list[int]:
    """Write it all; the numbers of the people."""
    with desk.recording() as records:
        numbers = [records.person(each.new) for each in people]
        for number, each in zip(numbers, people, strict=True):
            records.change_person(number, each.later)
        records.finish("import", "filled")
    hold(desk, numbers, talks)
    return numbers


def hold(desk: Desk, numbers: Sequence[int], talks: Sequence[Talk]) -> None:
    """Log the talks in one transaction."""
    with desk.appending() as appender:
        for talk in talks:
            kind, depth, direction = KINDS[talk.kind]
            chosen = tuple(sorted({numbers[index % len(numbers)] for index in talk.people}))
            appender.interaction(
                contact(chosen, desk.clock)._replace(
                    on_day=days_from_today(talk.ahead),
                    kind=kind,
                    depth=depth,
                    direction=direction,
                    minutes=talk.minutes,
                    counts=talk.counts,
                )
            )
        appender.finish("import", "held")
