"""Every promise of the scheduler is held by a test that says so."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
LISTED = re.findall(
    r"^\| (\d+) \|", (TESTS / "domain" / "invariants.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)
HELD = {
    number
    for path in TESTS.rglob("test_*.py")
    for words in re.findall(r'""".*?Invariants? (\d[\d, and]*)', path.read_text(encoding="utf-8"))
    for number in re.findall(r"\d+", words)
}


def test_there_are_twenty_one() -> None:
    assert [str(number) for number in range(1, 22)] == LISTED


@pytest.mark.parametrize("number", LISTED)
def test_a_promise_is_held_by_a_test(number: str) -> None:
    assert number in HELD


def test_no_test_holds_a_promise_that_is_not_listed() -> None:
    assert set(LISTED) >= HELD
