"""What `why` says would happen is what happens when it is done."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.cli.running import SATURDAY, Run

TIERS = ("inner", "close", "active", "wide")
CROWD = (
    ("Giulia Rossi", "close", (45, 80)),
    ("Tom Baker", "inner", (9, 16, 23, 30)),
    ("Rosa Verdi", "wide", (400,)),
    ("Aiko Mori", "active", (95, 180, 300)),
    ("Sven Lund", "close", (33, 60, 90, 121, 160)),
    ("Nadia Haddad", "inner", (21,)),
    ("Orla Byrne", "wide", (380, 700)),
    ("Lukasz Nowak", "active", (130,)),
)
HANDLES = tuple(name.split()[0].lower() for name, _, _ in CROWD)
NUMBER = re.compile(r"due (.+), number (\d+) of (\d+) due, priority (\S+)")
UNTIL = re.compile(r"today: off the list until \w+ (\d+ \w+)(?: (\d+))?")


@pytest.fixture
def crowd(netlog: Run) -> Run:
    """Eight people of every tier, all of them due for a check-in."""
    netlog.at("2024-06-01T10:00")
    for name, tier, _ in CROWD:
        netlog.ok("add", name, "--tier", tier, "--on", "2024-01-01")
    netlog.at(SATURDAY)
    for handle, (_, _, agos) in zip(HANDLES, CROWD, strict=True):
        for ago in agos:
            netlog.ok("log", handle, "coffee", "--on", f"{ago} days ago")
    return netlog


def in_tier(account: Any, tier: str) -> str:  # noqa: ANN401 (a document)
    """What an account says of another tier."""
    return next((line for line in account["what_if"] if line.startswith(f"in tier {tier}: ")), "")


def test_the_number_in_another_tier_is_the_rank_after_an_edit(crowd: Run) -> None:
    for handle in HANDLES:
        before = crowd.json("why", handle)
        for tier in (tier for tier in TIERS if tier != before["tier"]):
            crowd.ok("edit", handle, "--tier", tier)
            assert_told(in_tier(before, tier), crowd.json("why", handle))
            crowd.ok("undo")


def assert_told(line: str, now: Any) -> None:  # noqa: ANN401 (a document)
    """What the line said of the tier is how it is now."""
    if found := NUMBER.search(line):
        assert (int(found[2]), int(found[3])) == (now["rank"], now["rank_of"])
        assert float(found[4]) == pytest.approx(now["priority"], abs=0.006)
    else:
        assert "not on the list before" in line
        assert now["rank"] is None


@pytest.mark.parametrize(
    ("setting", "handle"), [('[cadence.tag]\nteam = "21d"\n', "sven"), ('[cadence]\nwide = "400d"\n', "giulia")]
)
def test_the_number_in_another_tier_follows_the_settings(crowd: Run, setting: str, handle: str) -> None:
    crowd.ok("edit", "sven", "--tag", "team")
    crowd.settings(setting)
    told = in_tier(crowd.json("why", handle), "wide")

    crowd.ok("edit", handle, "--tier", "wide")

    now = crowd.json("why", handle)
    day = date.fromisoformat(now["due_on"])
    assert told.startswith(f"in tier wide: due {day:%a} {day.day} {day:%b}") or "the same, for tag team decides" in told


@pytest.mark.parametrize(
    ("what", "command"), [("a call", "log {} call"), ("a message", "log {} message"), ("skipped", "skip {}")]
)
def test_nobody_is_due_again_before_the_day_that_is_named(crowd: Run, what: str, command: str) -> None:
    for handle in HANDLES:
        told = next(line for line in crowd.json("why", handle)["what_if"] if line.startswith(what))

        crowd.ok(*command.format(handle).split())

        day = named(told)
        assert crowd.at(f"{day:%Y-%m-%d}T10:00").json("why", handle)["rank"] is not None
        assert crowd.at(f"{day - timedelta(1):%Y-%m-%d}T10:00").json("why", handle)["rank"] is None
        crowd.at(SATURDAY).ok("undo")


def test_who_is_skipped_does_not_come_back_as_a_filler(crowd: Run) -> None:
    for handle in HANDLES:
        told = next(line for line in crowd.json("why", handle)["what_if"] if line.startswith("skipped"))
        crowd.ok("skip", handle)

        assert handle not in crowd.listed()
        assert handle not in crowd.at(f"{named(told) - timedelta(1):%Y-%m-%d}T10:00").listed()
        crowd.at(SATURDAY)


def named(told: str) -> date:
    """The day of a line, of this year unless it names another."""
    found = UNTIL.search(told)
    assert found
    return datetime.strptime(f"{found[1]} {found[2] or 2026}", "%d %b %Y").date()
