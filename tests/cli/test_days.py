"""Days as the user lives them: birthdays, answers, zones, the hour a day begins, and the ends of the calendar."""

import pytest
from tests.cli.running import Run

NOWHERE_DUE = ("--every", "10y")


def sections(netlog: Run) -> list[tuple[str, str]]:
    """(section, handle) of everybody on the list."""
    morning = netlog.json("due")
    return [(item["section"], item["handle"]) for item in [*morning["first"], *morning["if_time"]]]


def reasons(netlog: Run) -> list[str]:
    return [item["reason"] for item in netlog.json("due")["first"]]


@pytest.mark.parametrize(
    ("birthday", "today", "reason"),
    [
        ("1986-11-28", "2026-11-21", "birthday in 7 days · turns 40"),
        ("1986-11-22", "2026-11-21", "birthday tomorrow · turns 40"),
        ("1986-11-21", "2026-11-21", "birthday today · turns 40"),
        ("11-21", "2026-11-21", "birthday today"),
        ("--11-24", "2026-11-21", "birthday in 3 days"),
        ("2000-02-29", "2027-02-28", "birthday today · turns 27"),
        ("2000-02-29", "2028-02-28", "birthday tomorrow · turns 28"),
        ("02-29", "2028-02-29", "birthday today"),
        ("01-01", "2026-12-31", "birthday tomorrow"),
    ],
)
def test_a_birthday_is_mentioned_ahead_for_those_who_are_near(
    netlog: Run, birthday: str, today: str, reason: str
) -> None:
    netlog.ok("add", "Giulia Rossi", "--tier", "close", *NOWHERE_DUE, "--birthday", birthday)

    assert reasons(netlog.at(f"{today}T10:00")) == [reason]


@pytest.mark.parametrize(
    ("tier", "today"),
    [("close", "2026-11-20"), ("active", "2026-11-27"), ("wide", "2026-11-27"), ("close", "2026-11-29")],
)
def test_a_birthday_is_not_mentioned_before_its_lead_or_after_its_day(netlog: Run, tier: str, today: str) -> None:
    netlog.ok("add", "Giulia Rossi", "--tier", tier, *NOWHERE_DUE, "--birthday", "1986-11-28")

    assert reasons(netlog.at(f"{today}T10:00")) == []


def test_the_lead_of_birthdays_comes_from_the_settings(netlog: Run) -> None:
    netlog.settings("birthday.lead_days = 14\n")
    netlog.ok("add", "Giulia Rossi", "--tier", "close", *NOWHERE_DUE, "--birthday", "1986-12-05")

    assert reasons(netlog) == ["birthday in 14 days · turns 40"]


def test_who_does_not_answer_is_nudged_once_after_a_week_and_then_rested(netlog: Run) -> None:
    netlog.ok("add", "Tom Baker", *NOWHERE_DUE)
    netlog.ok("log", "tom", "email", "--out")
    assert sections(netlog.at("2026-11-27T10:00")) == []

    assert sections(netlog.at("2026-11-28T10:00")) == [("awaiting", "tom")]
    assert reasons(netlog) == ["you wrote 7 days ago · no answer logged · one nudge is enough"]
    netlog.ok("log", "tom", "email", "--out")
    assert sections(netlog.at("2026-12-20T10:00")) == []


def test_three_messages_without_an_answer_rest_the_tie_until_they_write(netlog: Run) -> None:
    netlog.at("2025-01-01T10:00").ok("add", "Tom Baker", "--tier", "inner", "--on", "2024-01-01")
    for day in ("2026-10-01", "2026-10-10", "2026-10-20"):
        netlog.ok("log", "tom", "message", "--out", "--on", day)
    netlog.at("2026-11-21T10:00")
    assert netlog.json("why", "tom")["state"] == "resting"
    assert sections(netlog) == []

    netlog.ok("log", "tom", "message", "--in", "--on", "2026-11-01")

    assert sections(netlog) == [("reply", "tom")]


def test_a_reply_owed_is_said_after_two_days_until_it_is_logged(netlog: Run) -> None:
    netlog.ok("add", "Tom Baker", *NOWHERE_DUE)
    netlog.ok("log", "tom", "email", "--in")
    assert sections(netlog.at("2026-11-22T10:00")) == []

    assert reasons(netlog.at("2026-11-24T10:00")) == ["wrote 3 days ago · no reply logged yet"]
    netlog.ok("log", "tom", "email", "--out")
    assert sections(netlog) == []


def test_an_answer_ends_the_waiting(netlog: Run) -> None:
    netlog.ok("add", "Tom Baker", *NOWHERE_DUE)
    netlog.ok("log", "tom", "email", "--out")
    netlog.at("2026-11-28T10:00").ok("log", "tom", "call", "--on", "yesterday")

    assert sections(netlog) == []


def test_a_contact_planned_with_on_does_not_count_before_its_day(netlog: Run) -> None:
    netlog.at("2025-01-01T10:00").ok("add", "Tom Baker", "--tier", "inner", "--on", "2024-01-01")
    netlog.at("2026-11-21T10:00").ok("log", "tom", "coffee", "--on", "2026-11-25")

    assert sections(netlog) == [("overdue", "tom")]
    assert netlog.json("show", "tom")["last_on"] is None
    assert sections(netlog.at("2026-11-25T10:00")) == []
    assert netlog.json("show", "tom")["last_on"] == "2026-11-25"


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-11-21T03:59", "2026-11-20"), ("2026-11-21T04:00", "2026-11-21"), ("2026-11-22T00:30", "2026-11-21")],
)
def test_the_day_begins_at_four_in_the_morning(netlog: Run, moment: str, day: str) -> None:
    netlog.ok("add", "Tom Baker")
    netlog.at(moment)

    assert netlog.json("log", "tom", "coffee")["on"] == day
    assert netlog.json("due")["today"] == day


def test_the_hour_a_day_begins_comes_from_the_settings(netlog: Run) -> None:
    netlog.settings("day_starts_at = 0\n")

    assert netlog.at("2026-11-21T00:00").json("due")["today"] == "2026-11-21"


@pytest.mark.parametrize(
    ("moment", "zone", "today", "tomorrow"),
    [
        ("2026-11-21T12:00", "Pacific/Kiritimati", "2026-11-21", "2026-11-22"),
        ("2026-11-21T12:00", "Etc/GMT+12", "2026-11-21", "2026-11-22"),
        ("2026-03-28T12:00", "Europe/Rome", "2026-03-28", "2026-03-29"),
        ("2026-03-29T12:00", "Europe/Rome", "2026-03-29", "2026-03-30"),
        ("2026-10-24T12:00", "Europe/Rome", "2026-10-24", "2026-10-25"),
        ("2026-10-25T12:00", "Europe/Rome", "2026-10-25", "2026-10-26"),
        ("2028-02-28T12:00", "Europe/Rome", "2028-02-28", "2028-02-29"),
        ("2028-02-29T12:00", "Europe/Rome", "2028-02-29", "2028-03-01"),
        ("2026-12-31T12:00", "Europe/Rome", "2026-12-31", "2027-01-01"),
        ("2026-11-21T23:59", "Asia/Kathmandu", "2026-11-21", "2026-11-22"),
    ],
)
def test_a_daily_tie_is_due_again_the_next_day_wherever_and_whenever(
    netlog: Run, moment: str, zone: str, today: str, tomorrow: str
) -> None:
    netlog.at("2025-01-01T10:00").ok("add", "Tom Baker", "--every", "1d", "--on", "2024-01-01")

    logged = netlog.at(moment, zone).json("log", "tom", "coffee")

    assert (logged["on"], logged["next"][0]["due_on"]) == (today, tomorrow)
    assert sections(netlog) == []
    assert sections(netlog.at(f"{tomorrow}T04:00", zone)) == [("overdue", "tom")]


@pytest.mark.parametrize(
    ("moment", "yesterday"),
    [
        ("2026-10-25T02:30", "2026-10-23"),
        ("2026-10-25T04:00", "2026-10-24"),
        ("2026-03-29T03:30", "2026-03-27"),
        ("2026-03-29T04:00", "2026-03-28"),
    ],
)
def test_the_nights_in_which_clocks_change_belong_to_one_day_each(netlog: Run, moment: str, yesterday: str) -> None:
    netlog.ok("add", "Tom Baker", "--on", "2026-01-01")

    netlog.at(moment).ok("log", "tom", "coffee", "yesterday")

    assert netlog.json("show", "tom")["last_on"] == yesterday


@pytest.mark.parametrize(
    ("moment", "words", "day"),
    [
        ("2028-02-29T10:00", "1 year ago", "2027-02-28"),
        ("2028-02-29T10:00", "yesterday", "2028-02-28"),
        ("2028-03-01T10:00", "yesterday", "2028-02-29"),
        ("2027-01-01T10:00", "yesterday", "2026-12-31"),
        ("2027-01-01T10:00", "last tue", "2026-12-29"),
        ("2026-12-31T10:00", "1 jan", "2026-01-01"),
        ("2026-03-30T10:00", "yesterday", "2026-03-29"),
    ],
)
def test_words_name_the_right_day_at_the_edges_of_the_calendar(netlog: Run, moment: str, words: str, day: str) -> None:
    netlog.ok("add", "Tom Baker")

    assert netlog.at(moment).json("log", "tom", "coffee", "--on", words)["on"] == day


def test_a_contact_keeps_its_day_when_the_user_travels(netlog: Run) -> None:
    netlog.ok("add", "Tom Baker")
    netlog.at("2026-11-21T23:30").ok("log", "tom", "dinner")

    far_east = netlog.at("2026-11-22T12:30", "Pacific/Kiritimati").json("show", "tom")
    far_west = netlog.at("2026-11-21T12:30", "Etc/GMT+12").json("show", "tom")

    assert far_east["last_on"] == far_west["last_on"] == "2026-11-21"


def test_dates_follow_the_order_of_day_and_month_in_the_settings(netlog: Run) -> None:
    netlog.ok("add", "Tom Baker")
    assert netlog.json("log", "tom", "--on", "3/4/2026")["on"] == "2026-04-03"

    netlog.settings('day_order = "mdy"\n')

    assert netlog.json("log", "tom", "--on", "3/4/2026")["on"] == "2026-03-04"


@pytest.mark.parametrize(
    "words", ["-2d giulia coffee", "giulia -2d coffee", "giulia coffee -2d", "giulia coffee --on -2d"]
)
def test_a_signed_span_is_a_day_wherever_it_stands(netlog: Run, words: str) -> None:
    netlog.ok("add", "Giulia Rossi")

    logged = netlog.json("log", *words.split())

    assert (logged["on"], logged["text"]) == ("2026-11-19", "coffee")
