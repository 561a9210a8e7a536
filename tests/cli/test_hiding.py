"""Snoozed, paused, let go, tier none: who is hidden, for how long, and what is never shown for them."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def two(netlog: Run) -> Run:
    """Two weekly ties, both overdue."""
    netlog.at("2025-05-01T10:00")
    for name in ("Giulia Rossi", "Tom Baker"):
        netlog.ok("add", name, "--tier", "inner", "--on", "2025-01-01", "--birthday", "05-05")
    netlog.at("2026-11-10T10:00")
    netlog.ok("log", "giulia and tom: dinner")
    return netlog.at("2026-11-20T10:00")


def test_a_snoozed_person_is_hidden_until_the_day_and_back_on_it(two: Run) -> None:
    two.ok("snooze", "giulia", "1", "week")

    assert two.listed() == {"tom"}
    assert two.at("2026-11-26T23:00").listed() == {"tom"}
    assert two.at("2026-11-27T09:00").listed() == {"giulia", "tom"}


def test_snoozing_does_not_move_the_due_date(two: Run) -> None:
    before = two.json("why", "giulia")

    two.ok("snooze", "giulia", "2w")

    after = two.json("why", "giulia")
    assert (after["due_on"], after["overdue_ratio"]) == (before["due_on"], before["overdue_ratio"])
    assert (after["state"], after["reason"]) == ("snoozed", "snoozed")
    assert two.json("show", "giulia")["snoozed_until"] == "2026-12-04"


@pytest.mark.parametrize("day", ["yesterday", "today", "2026-11-01", "1 week ago"])
def test_a_snooze_into_the_past_is_refused(two: Run, day: str) -> None:
    before = two.stored()

    refused = two("snooze", "giulia", *day.split())

    assert (refused.exit_code, refused.stdout, two.stored()) == (2, "", before)
    assert "is not ahead" in refused.stderr


def test_a_paused_person_is_hidden_until_resumed(two: Run) -> None:
    two.ok("pause", "giulia")
    assert two.at("2027-11-20T10:00").json("why", "giulia")["state"] == "paused"
    assert two.at("2026-11-20T10:00").listed() == {"tom"}

    two.ok("resume", "giulia")

    assert two.listed() == {"giulia", "tom"}


def test_a_tie_let_go_is_never_suggested_and_its_history_stays(two: Run) -> None:
    two.ok("let-go", "giulia", "--why", "different paths")

    assert two.listed() == {"tom"}
    assert two.listed("--all", "--within", "1y") == {"tom"}
    dossier = two.json("show", "giulia")
    assert (dossier["ended_on"], dossier["ended_why"]) == ("2026-11-20", "different paths")
    assert len(dossier["timeline"]) == 1
    assert dossier["reason"] == "let go: kept in the journal, never suggested"


def test_a_tie_let_go_has_no_birthday_in_the_morning(two: Run) -> None:
    two.ok("let-go", "giulia")
    two.at("2027-05-05T10:00")

    assert [(i["section"], i["handle"]) for i in two.json("due")["first"]] == [("birthday", "tom")]


def test_a_tie_let_go_cannot_be_snoozed_before_it_is_resumed(two: Run) -> None:
    two.ok("let-go", "giulia")

    refused = two("snooze", "giulia", "2w")

    assert (refused.exit_code, refused.stdout) == (5, "")
    assert refused.stderr == "netlog: you let Giulia Rossi go on 2026-11-20; netlog resume brings it back\n"


def test_resuming_brings_back_a_tie_let_go(two: Run) -> None:
    two.ok("let-go", "giulia", "--why", "a quarrel")

    two.ok("resume", "giulia")

    assert two.listed() == {"giulia", "tom"}
    assert two.json("show", "giulia")["ended_why"] is None


@pytest.mark.parametrize("hidden", ["pause giulia", "let-go giulia", "snooze giulia 2w"])
def test_contacts_with_somebody_hidden_are_logged_and_counted(two: Run, hidden: str) -> None:
    two.ok(*hidden.split())

    two.ok("log", "giulia", "coffee")

    assert two.json("show", "giulia")["contacts"] == 2
    assert two.listed() == {"tom"}


def test_tier_none_is_never_nudged_whatever_the_silence(netlog: Run) -> None:
    netlog.ok("add", "Quiet One", "--tier", "none")

    later = netlog.at("2030-01-01T10:00")

    assert later.listed("--all", "--within", "1y") == set()
    assert later.json("why", "quiet")["state"] == "none"
    assert later.json("why", "quiet")["what_if"] == ["a tier or a cadence (netlog edit) would bring check-ins"]


def test_the_list_of_people_says_who_is_hidden_and_how(two: Run) -> None:
    two.people("Anna Nowak", "Rosa Verdi")
    for command in ("pause giulia", "let-go anna", "snooze tom 2w"):
        two.ok(*command.split())

    states = {person["handle"]: person["state"] for person in two.json("people")["people"]}

    assert states == {"giulia": "paused", "anna": "let go", "tom": "snoozed", "rosa": "warm"}


def test_due_filters_by_tag_tier_and_place(two: Run) -> None:
    two.at("2025-05-01T10:00").ok("add", "Rosa Verdi", "--tag", "Saas", "--place", "Łódź", "--every", "7d")
    two.at("2026-11-20T10:00")

    assert two.listed("--tag", "saas") == {"rosa"}
    assert two.listed("--near", "lodz") == {"rosa"}
    assert two.listed("--tier", "inner") == {"giulia", "tom"}
    assert two.ok("due", "--count", "--tier", "inner").stdout == "2\n"


def test_due_within_looks_ahead_and_the_limit_counts_the_rest(two: Run) -> None:
    two.ok("log", "giulia", "coffee")
    assert two.listed("--all") == {"tom"}

    assert two.listed("--within", "7d") == {"giulia", "tom"}
    cut = two.json("due", "--within", "7d", "--limit", "1")
    assert ([item["handle"] for item in cut["first"]], cut["rest"]) == (["tom"], 1)


def test_the_budget_of_the_morning_comes_from_the_settings(netlog: Run) -> None:
    netlog.at("2025-05-01T10:00")
    for number in range(12):
        netlog.ok("add", f"P{number:02} Test", "--every", "7d", "--on", "2025-01-01")
    netlog.at("2026-01-01T10:00")
    netlog.settings("per_day = 2\n")

    morning = netlog.json("due")

    assert (len(morning["first"]), len(morning["if_time"]), morning["rest"]) == (2, 2, 8)
    assert netlog.ok("due", "--count").stdout == "12\n"


def test_cadence_rules_win_in_their_order_and_are_named(netlog: Run) -> None:
    netlog.settings("[cadence.tag]\ninvestor = '60d'\nmentor = '3w'\n")
    netlog.ok("add", "A One", "--tag", "investor", "--tag", "mentor", "--tier", "wide", "--every", "5w")
    netlog.ok("add", "B Two", "--tag", "investor", "--tag", "mentor", "--tier", "wide")
    netlog.ok("add", "C Three", "--tier", "wide")
    netlog.ok("add", "D Four")

    assert [netlog.json("show", handle)["cadence"] for handle in "abcd"] == [
        "every 35 days (set for this person)",
        "every 21 days (tag mentor)",
        "every 365 days (wide)",
        "every 90 days (the default)",
    ]


def test_a_changed_cadence_in_the_settings_is_seen_at_once(two: Run) -> None:
    assert two.json("why", "tom")["due_on"] == "2026-11-17"

    two.settings("[cadence]\ninner = '3w'\n")

    assert two.json("why", "tom")["due_on"] == "2026-12-01"
    assert two.listed("--all") == set()


def test_a_dormant_tie_is_offered_on_mondays_only(netlog: Run) -> None:
    netlog.at("2020-01-01T10:00").ok("add", "Old Friend", "--tier", "close")
    netlog.ok("log", "old", "coffee")

    monday = netlog.at("2026-11-23T10:00").json("due")["reconnect"]

    assert monday["handle"] == "old"
    assert "gladder to hear from you" in monday["reason"]
    assert netlog.at("2026-11-24T10:00").json("due")["reconnect"] is None
