"""A brief fits on a screen, whatever is known."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.golden.dataset_brief import brief
from tests.golden.screen import on_terminal
from tests.render.instances import instances

from netlog.domain.views_brief import Brief, EventBrief
from netlog.render.terminal_brief import LINES

OF_EACH = 6
patient = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
full = brief("Giulia Rossi", "[b]", "山田太郎")
crowds = st.integers(0, 40)


@patient
@given(instances(Brief), st.integers(40, 160))
def test_a_brief_takes_25_lines_at_most(view: Brief, width: int) -> None:
    assert len(on_terminal(view, width=width).splitlines()) <= LINES


@patient
@given(crowds, crowds, crowds, st.sampled_from([60, 80, 100]))
def test_a_brief_of_much_takes_25_lines_and_counts_the_rest(loops: int, facts: int, topics: int, width: int) -> None:
    view = full._replace(
        loops=full.loops[:1] * loops, facts=full.facts[-1:] * facts, can=full.can * topics, last=full.last[:1] * 3
    )

    drawn = on_terminal(view, width=width)

    assert len(drawn.splitlines()) <= LINES
    assert drawn.count(" more: netlog") == (loops > 5) + (facts > 4)


@patient
@given(instances(EventBrief), st.integers(40, 160))
def test_at_an_event_nobody_takes_more_than_six_lines(view: EventBrief, width: int) -> None:
    lines = on_terminal(view, width=width).splitlines()

    assert len(lines) <= 4 + len(view.people) * (OF_EACH + 1)


@pytest.mark.parametrize("width", [40, 80])
def test_the_last_contacts_get_the_room_that_is_left(width: int) -> None:
    talkative = full._replace(last=full.last[:1] * 3)
    bare = talkative._replace(loops=(), facts=(), can=(), wants=(), questions=())

    assert len(on_terminal(bare, width=width).splitlines()) == 4 + 3 * 4
    assert len(on_terminal(talkative, width=width).splitlines()) in range(LINES - 2, LINES + 1)
