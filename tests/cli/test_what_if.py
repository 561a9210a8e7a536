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
DAY = r"\w+ (\d+ \w+)(?: (\d{4}))?"
UNTIL = re.compile(rf"today: off the list until {DAY}, due (?:then|{DAY})$")


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
        assert "not on the list before" in line or "only where there is room" in line
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
def test_somebody_is_listed_again_on_the_first_day_named_and_due_on_the_second(
    crowd: Run, what: str, command: str
) -> None:
    for handle in HANDLES:
        told = next(line for line in crowd.json("why", handle)["what_if"] if line.startswith(what))
        listed_on, due_on = days_named(told)

        crowd.ok(*command.format(handle).split())

        assert handle not in listed(crowd, listed_on - timedelta(1))
        assert handle in listed(crowd, listed_on)
        assert crowd.json("why", handle)["due_on"] == due_on.isoformat()
        crowd.at(SATURDAY).ok("undo")


def listed(crowd: Run, day: date) -> set[str]:
    """Everybody on the list of that day, were there room for all."""
    morning = crowd.at(f"{day:%Y-%m-%d}T10:00").json("due", "--limit", "50")
    return {item["handle"] for item in (*morning["first"], *morning["if_time"])}


def test_what_one_does_not_count_does_not_bring_anything(crowd: Run) -> None:
    crowd.settings("[worth]\nmessage = 0\n")

    told = crowd.json("why", "tom")["what_if"][1]

    assert told == "a message logged today: due since Thu 19 Nov all the same"


def test_who_starts_counts_in_another_tier_as_it_does_in_this_one(crowd: Run) -> None:
    crowd.settings("reciprocity_weight = 0.3\n")
    for ago in (50, 60):
        crowd.ok("log", "giulia", "call", "--out", "--on", f"{ago} days ago")
    told = in_tier(crowd.json("why", "giulia"), "active")

    crowd.ok("edit", "giulia", "--tier", "active")

    assert_told(told, crowd.json("why", "giulia"))


@pytest.mark.parametrize("command", ["snooze tom 3w", "pause tom"])
def test_who_is_hidden_is_so_in_any_tier(crowd: Run, command: str) -> None:
    crowd.ok(*command.split())

    assert in_tier(crowd.json("why", "tom"), "close").endswith("hidden all the same")


def test_who_sleeps_is_not_told_days_long_past(crowd: Run) -> None:
    crowd.ok("add", "Old Friend", "--tier", "wide", "--on", "2020-01-01")
    crowd.ok("log", "old-friend", "call", "--on", "2024-09-01")

    assert in_tier(crowd.json("why", "old-friend"), "close") == "in tier close: dormant as well"


def days_named(told: str) -> tuple[date, date]:
    """The day from which somebody may be listed, and the day of being due; of this year unless another is named."""
    found = UNTIL.search(told)
    assert found
    first, first_year, second, second_year = found.groups()
    listed = datetime.strptime(f"{first} {first_year or 2026}", "%d %b %Y").date()
    return listed, datetime.strptime(f"{second} {second_year or 2026}", "%d %b %Y").date() if second else listed
