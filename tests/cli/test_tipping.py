"""add and edit say when they make the cadences ask for more than gets done."""

from datetime import date, timedelta

import pytest
from tests.cli.running import Run

NOW = date(2026, 11, 21)


@pytest.fixture
def weekly(netlog: Run) -> Run:
    """Somebody in tier inner who is seen every week; it is Saturday."""
    netlog.at("2026-06-01T10:00").people("Giulia Rossi --tier inner")
    for week in reversed(range(20)):
        netlog.ok("log", "giulia", "coffee", "--on", (NOW - timedelta(7 * week + 1)).isoformat())
    return netlog.at("2026-11-21T10:00")


def test_the_person_who_tips_the_balance_is_told_of_and_the_next_is_not(weekly: Run) -> None:
    assert weekly.ok("add", "Bo Lind", "--tier", "wide").stdout.count("\n") == 1

    tipped = weekly.ok("add", "Ada Nowak", "--tier", "close").stdout.splitlines()

    assert tipped[1:] == ["your cadences now ask for 0.18 check-ins a day, you do 0.14 · netlog forecast"]
    assert weekly.json("forecast")["advice"].startswith("your cadences ask for 0.18 check-ins a day, you do 0.14")
    assert weekly.ok("add", "Cem Aydin", "--tier", "inner").stdout.count("\n") == 1


@pytest.mark.parametrize("options", [["--tier", "inner"], ["--every", "2w"]])
def test_another_tier_or_cadence_that_tips_the_balance_says_so(weekly: Run, options: list[str]) -> None:
    weekly.ok("add", "Bo Lind", "--tier", "wide")

    tipped = weekly.json("edit", "bo", *options)

    assert len(tipped["notes"]) == 1
    assert tipped["notes"][0].endswith("a day, you do 0.14 · netlog forecast")
    assert weekly.json("edit", "bo", "--company", "Acme")["notes"] == []


def test_somebody_never_nudged_tips_nothing(weekly: Run) -> None:
    assert weekly.json("add", "Ada Nowak", "--tier", "none")["notes"] == []
    assert weekly.json("edit", "ada", "--company", "Acme")["notes"] == []
