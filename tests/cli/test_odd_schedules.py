"""Cadences, worths and clocks that make no sense: one clear line or a correct list, never a guess."""

import pytest
from tests.cli.running import SATURDAY, Result, Run

SPANS = ("0", "-7", "0d", "-7d", "ten thousand years", "10000y", "1.5w", "nan", "²", "9" * 400 + "d")
WRITTEN = (
    ("cadence.inner", "0"),
    ("cadence.inner", "-7"),
    ("cadence.inner", "3651"),
    ("cadence.inner", "1.5"),
    ("cadence.inner", '"ten thousand years"'),
    ("cadence.default", "true"),
    ("cadence.tag.mentor", "0"),
    ("cadence.tag.mentor", '"10000y"'),
    ("worth.coffee", "1.5"),
    ("worth.coffee", "-1"),
    ("worth.coffee", "nan"),
    ("worth.coffee", "inf"),
    ("worth.coffee", "true"),
    ("worth.coffee", '"half"'),
    ("worth.coffee", "[0.5]"),
    ("reciprocity_weight", "0.31"),
    ("reciprocity_weight", "nan"),
)
EVERYDAY = ("due", "why giulia", "show giulia", "people", "log giulia coffee", "skip giulia", "stats", "due --count")
READS = ("due", "due --all --within 1y", "why giulia", "show giulia", "people", "stats", "stats giulia", "history")


@pytest.fixture
def giulia(netlog: Run) -> Run:
    """Giulia, an inner tie with two tags, seen three weeks ago."""
    netlog.at("2026-01-01T10:00")
    netlog.ok("add", "Giulia Rossi", "--tier", "inner", "--on", "2025-01-01", "--tag", "mentor", "--tag", "board")
    netlog.at(SATURDAY).ok("log", "giulia", "coffee", "--on", "2026-10-31")
    return netlog


def cadence(netlog: Run) -> tuple[str, str]:
    """What `why` says of Giulia's cadence."""
    term = next(term for term in netlog.json("why", "giulia")["terms"] if term["name"] == "cadence")
    return term["value"], term["detail"]


def assert_one_line(refused: Result, *parts: str) -> None:
    """One line on standard error that names each of these, and nothing else."""
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert all(part in refused.stderr for part in parts), refused.stderr


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("command", ["add Zed --every", "edit giulia --every"])
def test_a_cadence_that_is_none_is_refused_and_nothing_is_stored(giulia: Run, command: str, span: str) -> None:
    before = giulia.stored()

    assert_one_line(giulia(*command.split(), span), f"“{span[:40]}", "is not a length of time I can read")

    assert giulia.stored() == before


@pytest.mark.parametrize("span", ["3651d", "99y", "100y"])
def test_a_cadence_of_more_than_ten_years_is_refused_with_the_longest_there_is(giulia: Run, span: str) -> None:
    assert_one_line(giulia("add", "Zed", "--every", span), "a cadence is 1 to 3650 days")


@pytest.mark.parametrize(("name", "value"), WRITTEN)
def test_a_setting_out_of_range_stops_every_command_with_one_line_that_names_it(
    giulia: Run, name: str, value: str
) -> None:
    giulia.settings(f"{name} = {value}\n")
    before = giulia.stored()

    for command in EVERYDAY:
        assert_one_line(giulia(*command.split()), f"netlog: {name} takes ", str(giulia.config), "for example")

    assert giulia.stored() == before


@pytest.mark.parametrize("value", ["1.5", "2", "1.0000001", "nan", "inf", "half", "", "1e9", "0x1"])
def test_a_worth_outside_0_to_1_cannot_be_set(giulia: Run, value: str) -> None:
    before = giulia.stored()

    assert_one_line(giulia("config", "set", "worth.coffee", value), "worth.coffee takes a number from 0 to 1")

    assert giulia.stored() == before


def test_of_tag_rules_in_conflict_the_shortest_wins_and_the_next_is_named(giulia: Run) -> None:
    giulia.settings('[cadence.tag]\nmentor = 21\nboard = "6w"\n')
    assert cadence(giulia) == ("21 days", "tag mentor; without it 42 days (tag board)")

    giulia.settings('[cadence.tag]\nmentor = 42\nboard = "6w"\n')
    assert cadence(giulia) == ("42 days", "tag board; without it 42 days (tag mentor)")

    giulia.settings('[cadence.tag]\nmentor = "2y"\n')
    assert cadence(giulia) == ("730 days", "tag mentor; without it 7 days (inner)")

    giulia.ok("edit", "giulia", "--every", "5d")
    assert cadence(giulia) == ("5 days", "set for this person; without it 730 days (tag mentor)")


def test_a_tag_rule_with_a_tier_of_none_is_silent(giulia: Run) -> None:
    giulia.settings("[cadence.tag]\nmentor = 21\n")

    giulia.ok("edit", "giulia", "--tier", "none")

    assert cadence(giulia) == ("never", "tier none")
    assert giulia.listed() == set()


def test_a_kind_worth_nothing_leaves_the_clock_alone_and_one_worth_all_resets_it(giulia: Run) -> None:
    before = giulia.json("why", "giulia")["due_on"]
    giulia.settings("[worth]\nlike = 1\ncoffee = 0\n")
    assert giulia.json("why", "giulia")["due_on"] != before

    giulia.ok("log", "giulia", "liked")

    assert giulia.json("why", "giulia")["due_on"] == "2026-11-28"


@pytest.mark.parametrize("moment", ["2025-11-21T10:00", "1999-12-31T10:00", "2026-10-30T10:00"])
def test_a_clock_set_back_takes_back_what_has_not_happened_and_nothing_is_lost(giulia: Run, moment: str) -> None:
    before, stored = giulia.ok("due", "--json").stdout, giulia.stored()
    giulia.at(moment)

    for command in READS:
        giulia.ok(*command.split())
    assert giulia.json("due")["today"] == moment[:10]
    assert giulia.json("show", "giulia")["last_on"] is None

    assert giulia.stored() == stored
    assert giulia.at(SATURDAY).ok("due", "--json").stdout == before


def test_what_is_written_under_a_clock_set_back_is_right_once_it_goes_again(giulia: Run) -> None:
    giulia.at("2025-11-21T10:00").ok("log", "giulia", "call")
    assert giulia.json("show", "giulia")["last_on"] == "2025-11-21"

    giulia.at(SATURDAY)

    assert giulia.json("show", "giulia")["last_on"] == "2026-10-31"
    assert giulia.json("stats", "giulia")["interactions"] == 2


def test_a_journal_that_lies_in_the_future_gives_a_calm_list(giulia: Run) -> None:
    giulia.at("2020-01-01T10:00")

    morning = giulia.json("due")

    assert (morning["first"], morning["if_time"], morning["reconnect"], morning["rest"]) == ([], [], None, 0)
    tie = giulia.json("why", "giulia")
    assert (tie["state"], tie["warmth"], tie["p_30"], tie["rank"]) == ("warm", 1.0, 0.0, None)
    assert "-" not in tie["reason"].replace("check-in", "")


@pytest.mark.parametrize("on", ["2026-11-22", "2027-06-01", "2199-12-31"])
def test_contacts_that_all_lie_ahead_wait_for_their_day(netlog: Run, on: str) -> None:
    netlog.at("2026-01-01T10:00").ok("add", "Tom Baker", "--tier", "inner", "--on", "2025-01-01")
    before = netlog.at(SATURDAY).json("due")["first"]
    netlog.ok("log", "tom", "coffee", "--on", on)

    assert netlog.json("due")["first"] == before
    assert netlog.json("why", "tom")["terms"][1]["value"] == "none"
    assert netlog.at(f"{on}T10:00").listed() == set()
    assert netlog.json("show", "tom")["last_on"] == on
