"""forecast, tiers and a learned budget, as their user meets them."""

from datetime import date, timedelta

import pytest
from tests.cli.running import Run

NOW = date(2026, 11, 21)


@pytest.fixture
def weekly(netlog: Run) -> Run:
    """Somebody in tier close who is seen every week, and somebody who is not; it is Saturday."""
    netlog.at("2026-06-01T10:00")
    netlog.people("Giulia Rossi --tier close", "Tom Baker --tier inner")
    for week in reversed(range(20)):
        netlog.ok("log", "giulia", "coffee", "--on", (NOW - timedelta(7 * week + 1)).isoformat())
    return netlog.at("2026-11-21T10:00")


def test_a_forecast_names_what_is_asked_done_and_coming(weekly: Run) -> None:
    view = weekly.json("forecast", "--weeks", "4")

    assert [(each["rule"], each["people"]) for each in view["asked"]] == [("tier:inner", 1), ("tier:close", 1)]
    assert [week["people"] for week in view["done"]] == [1] * 8
    assert (view["done_per_week"], view["per_day"], view["is_learned"]) == (1, 3, False)
    assert (view["due_now"], [week["people"] for week in view["coming"]]) == (1, [0, 0, 0, 0])


def test_a_forecast_looks_a_year_ahead_at_most(weekly: Run) -> None:
    assert len(weekly.json("forecast", "--weeks", "52")["coming"]) == 52

    for weeks in ("0", "53", "-1", "many"):
        refused = weekly("forecast", "--weeks", weeks)
        assert (refused.exit_code, refused.stdout, len(refused.stderr.splitlines())) == (2, "", 1)


def test_too_much_is_said_with_the_days_that_would_fit(weekly: Run) -> None:
    view = weekly.json("forecast")

    assert view["advice"] == (
        "your cadences ask for 0.18 check-ins a day, you do 0.14 · stretch close to 37 and inner to 8 days,"
        " or let some go"
    )
    for each in view["stretch"]:
        name = each["rule"].replace("tier:", "cadence.")
        weekly.ok("config", "set", name, str(each["to_days"]))
    assert weekly.json("forecast")["advice"] == ""


def test_the_advice_on_a_terminal_can_be_typed(weekly: Run) -> None:
    assert [row[:2] for row in weekly.ok("forecast").rows() if row[0] == "stretch"] == [
        ["stretch", "tier:close"],
        ["stretch", "tier:inner"],
    ]


def test_paused_people_and_those_let_go_ask_for_nothing(weekly: Run) -> None:
    weekly.ok("pause", "giulia")
    weekly.ok("let-go", "tom")

    view = weekly.json("forecast")

    assert (view["asked"], view["asked_per_week"], view["due_now"]) == ([], 0, 0)


def test_a_snoozed_person_comes_due_when_the_snooze_ends(weekly: Run) -> None:
    weekly.ok("snooze", "tom", "2w")

    view = weekly.json("forecast")

    assert (view["due_now"], view["coming"][1]["people"]) == (0, 1)


@pytest.mark.parametrize("command", [["forecast"], ["tiers"], ["tiers", "suggest"]])
def test_an_empty_journal_and_one_that_lies_ahead_are_no_trouble(netlog: Run, command: list[str]) -> None:
    netlog.at("2026-11-21T10:00")
    netlog.ok(*command)

    netlog.people("Giulia Rossi")
    for day in range(1, 9):
        netlog.ok("log", "giulia", "coffee", "--on", f"2027-01-0{day}")

    netlog.ok(*command)
    view = netlog.json(*command)
    assert (view.get("done"), view.get("advice"), view.get("judged")) in [
        ([], "", None),
        (None, None, None),
        (None, None, 0),
    ]


def test_a_learned_budget_is_that_of_the_middle_active_day(netlog: Run) -> None:
    netlog.at("2026-11-01T10:00")
    names = ["Ada Nowak", "Bo Lind", "Cem Aydin", "Dora Weiss"]
    netlog.people(*names)
    for day, count in ((18, 4), (19, 1), (20, 2)):
        netlog.at(f"2026-11-{day}T10:00")
        for name in names[:count]:
            netlog.ok("log", name.split()[0].lower(), "coffee")
    netlog.at("2026-11-21T10:00").ok("config", "set", "per_day", "learned")

    view = netlog.json("forecast")

    assert (view["per_day"], view["is_learned"]) == (2, True)
    assert netlog.json("due")["per_day"] == 2


def test_tiers_count_people_by_state(weekly: Run) -> None:
    weekly.ok("snooze", "tom", "2w")

    found = {each["tier"]: each for each in weekly.json("tiers")["tiers"]}

    assert (found["close"]["people"], found["close"]["warm"], found["close"]["hidden"]) == (1, 1, 0)
    assert (found["inner"]["people"], found["inner"]["due"], found["inner"]["hidden"]) == (1, 0, 1)
    assert found["inner"]["per_week"] == 1


def test_a_rhythm_far_from_its_tier_is_suggested_and_never_applied(weekly: Run) -> None:
    before = weekly.stored()

    (found,) = weekly.json("tiers", "suggest")["suggestions"]

    assert (found["handle"], found["tier"], found["suggested"], found["contacts"]) == ("giulia", "close", "inner", 20)
    assert found["reason"] == (
        "about every 7 days over 20 contacts · close aims for 30 · netlog edit giulia --tier inner"
    )
    assert weekly.stored() == before


def test_the_suggestion_is_gone_once_it_is_followed(weekly: Run) -> None:
    (found,) = weekly.json("tiers", "suggest")["suggestions"]

    weekly.ok(*found["reason"].rpartition("netlog ")[2].split())

    assert weekly.json("tiers", "suggest")["suggestions"] == []


def test_a_tier_that_is_kept_is_asked_about_again_after_ninety_days(weekly: Run) -> None:
    kept = weekly.ok("tiers", "keep", "giulia")
    assert kept.stdout == "left Giulia Rossi in close · asked again from 2027-02-19 on at the earliest\n"
    assert weekly.json("tiers", "suggest") == {**weekly.json("tiers", "suggest"), "suggestions": [], "judged": 0}

    for moment, number in (("2027-02-18T10:00", 0), ("2027-02-19T10:00", 1)):
        weekly.at(moment).ok("log", "giulia", "coffee")
        assert len(weekly.json("tiers", "suggest")["suggestions"]) == number


def test_keeping_a_tier_can_be_undone_and_twice_is_once(weekly: Run) -> None:
    weekly.ok("tiers", "keep", "giulia")
    assert weekly.ok("tiers", "keep", "giulia").stdout == "nothing changes: the tier of Giulia Rossi was kept today\n"

    assert "left Giulia Rossi in close" in weekly.ok("undo").stdout
    assert len(weekly.json("tiers", "suggest")["suggestions"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["frobnicate"], 2),
        (["keep"], 2),
        (["suggest", "giulia"], 2),
        (["keep", "nobody-of-that-name"], 3),
    ],
)
def test_what_tiers_does_not_know_is_one_line_and_stores_nothing(weekly: Run, arguments: list[str], code: int) -> None:
    before = weekly.stored()

    refused = weekly("tiers", *arguments)

    assert (refused.exit_code, refused.stdout, len(refused.stderr.splitlines())) == (code, "", 1)
    assert weekly.stored() == before


def test_stats_hold_forecasts_against_what_came_once_there_are_thirty(netlog: Run) -> None:
    netlog.at("2026-11-21T10:00").people(*(f"Guest{chr(97 + n)} Rossi" for n in range(10)))
    assert netlog.json("stats")["held"] is None

    for ago in (400, 200, 100, 10):
        for n in range(10):
            netlog.ok("log", f"guest{chr(97 + n)}", "coffee", "--on", (NOW - timedelta(ago + n)).isoformat())

    view = netlog.json("stats")
    assert sum(row["people"] for row in view["held"]) == 60
    assert 0.25 <= view["pace"] <= 4
    assert netlog.json("stats", "guesta")["held"] is None
