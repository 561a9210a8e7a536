"""The nearest name: near enough to help, never a wild guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.nearest import nearest

NAMES = ("per_day", "day_order", "cadence.inner", "cadence.wide")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("per_day", "per_day"),
        ("PER_DAY", "per_day"),
        ("perday", "per_day"),
        ("per-day", "per_day"),
        ("dayorder", "day_order"),
        ("cadence.iner", "cadence.inner"),
        ("cadense.wide", "cadence.wide"),
        ("colour", None),
        ("", None),
        ("x" * 100_000, None),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_slip_finds_its_name_and_a_foreign_word_none(word: str, name: str | None) -> None:
    assert nearest(word, NAMES) == name


@given(st.sampled_from(NAMES), st.data())
def test_one_letter_left_out_is_forgiven(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))

    assert nearest(name[:at] + name[at + 1 :], NAMES) == name
