"""It does not matter when or in which order things are logged, only on which days they happened."""

import shutil
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.driving import TODAY, Desk, Rows, derived, looking
from tests.storage.journals import TALKS, Someone, Talk, fill, hold, someones


def ties(desk: Desk) -> Rows:
    """The derived rows, without the numbers that entries got."""
    with looking(desk.path) as connection:
        found = derived(connection)
    found["contact_day"] = sorted((person, on, *rest) for person, on, _, *rest in found["contact_day"])
    return {table: found[table] for table in ("contact_day", "tie")}


@settings(max_examples=15, deadline=None)
@given(people=someones(), talks=TALKS.flatmap(lambda talks: st.tuples(st.just(talks), st.permutations(talks))))
def test_a_shuffled_log_gives_the_same_ties(
    tmp_path_factory: pytest.TempPathFactory, people: list[Someone], talks: tuple[list[Talk], list[Talk]]
) -> None:
    ordered = Desk(tmp_path_factory.mktemp("ordered") / "journal.db")
    shuffled = Desk(ordered.path.with_name("shuffled.db"))
    numbers = fill(ordered, people, [])
    shutil.copy(ordered.path, shuffled.path)

    hold(ordered, numbers, talks[0])
    hold(shuffled, numbers, talks[1])

    assert ties(shuffled) == ties(ordered)


@settings(max_examples=8, deadline=None)
@given(people=someones(), talks=TALKS)
def test_logging_on_the_day_or_all_at_once_gives_the_same_ties(
    tmp_path_factory: pytest.TempPathFactory, people: list[Someone], talks: list[Talk]
) -> None:
    at_once = Desk(tmp_path_factory.mktemp("once") / "journal.db")
    day_by_day = Desk(at_once.path.with_name("daily.db"))
    numbers = fill(at_once, people, [])
    shutil.copy(at_once.path, day_by_day.path)

    hold(at_once, numbers, talks)
    for talk in talks:
        day_by_day.turn_to(TODAY + timedelta(min(talk.ahead, 0)))
        hold(day_by_day, numbers, [talk])
    day_by_day.turn_to(TODAY)
    hold(day_by_day, numbers, [])

    assert ties(day_by_day) == ties(at_once)
