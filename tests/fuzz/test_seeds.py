"""Every language netlog reads keeps its word: over the seeds, and over what Hypothesis makes of them."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.json_changes import changed_json
from tests.fuzz.targets import SEEDS, Target, seeds, targets

TARGETS = targets()
LONGEST = 4096
ODD = (
    b"",
    b"\0",
    b"\n",
    b"\r\n",
    b'"',
    b"'",
    b",",
    b";",
    b":",
    b"\\",
    b"{",
    b"[",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"9" * 40,
)


@st.composite
def mutated(draw: st.DrawFn, name: str) -> bytes:
    """A seed that was cut, joined with another, or had bytes put in their place."""
    known = list(seeds(name))
    data = draw(st.sampled_from(known))
    if as_json := changed_json(data, Random(draw(st.integers(0, 1 << 20)))):
        data = as_json
    for _ in range(draw(st.integers(0, 5))):
        start, cut = draw(st.integers(0, len(data))), draw(st.integers(0, 24))
        new = draw(st.sampled_from(ODD) | st.binary(max_size=4) | st.sampled_from(known).map(lambda each: each[:60]))
        data = data[:start] + new + data[start + cut :]
    return data[:LONGEST]


def test_every_target_has_seeds_and_every_seed_a_target() -> None:
    assert {path.name for path in SEEDS.iterdir()} == set(TARGETS)
    assert [name for name in TARGETS if not any(seeds(name))] == []


@pytest.mark.parametrize(("name", "target"), TARGETS.items(), ids=TARGETS)
def test_no_seed_breaks_a_target(name: str, target: Target) -> None:
    for seed in (b"", *seeds(name)):
        target(seed)


@pytest.mark.parametrize(("name", "target"), TARGETS.items(), ids=TARGETS)
@settings(max_examples=60)
@given(data=st.data())
def test_no_change_of_a_seed_breaks_a_target(name: str, target: Target, data: st.DataObject) -> None:
    target(data.draw(mutated(name)))
