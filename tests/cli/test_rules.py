"""The rules that always hold, as a user at the command line can check them; rule 7 has a file of its own."""

import random
import shutil
from typing import Any

import pytest
from tests.cli.a_week import live_through
from tests.cli.running import SATURDAY, Run

READS = (
    "due",
    "due --all --within 1y",
    "due --count",
    "why giulia",
    "show giulia",
    "find pricing",
    "people",
    "stats",
    "stats giulia",
    "history",
    "inbox",
    "config",
    "--version",
    "--help",
)
CONTACTS = (
    "giulia coffee 2026-11-19",
    "giulia email 2026-11-20 --out",
    "tom call 2026-10-01",
    "tom message 2026-11-02 --in",
    "rosa liked 2026-09-01",
    "rosa and tom lunch 2026-07-05",
    "giulia walk 2026-03-01",
    "rosa video 2026-11-21",
)


def everything(netlog: Run) -> Any:  # noqa: ANN401 (documents)
    """All that the read commands have to say, but for the history."""
    people = netlog.json("people")
    shown = [netlog.json("show", person["handle"]) for person in people["people"]]
    lists = [netlog.json("due", "--all", "--within", "2y"), netlog.json("due"), netlog.json("stats")]
    return people, shown, lists, netlog.json("inbox")


def forget(netlog: Run, copy: str) -> None:
    """Put the journal back as it was copied."""
    shutil.copyfile(copy, netlog.path)


@pytest.fixture
def three(netlog: Run) -> Run:
    """Three people known for long, in tiers of their own."""
    netlog.at("2025-05-01T10:00")
    for name, tier in (("Giulia Rossi", "close"), ("Tom Baker", "inner"), ("Rosa Verdi", "wide")):
        netlog.ok("add", name, "--tier", tier, "--on", "2025-01-01")
    return netlog.at(SATURDAY)


@pytest.fixture
def copy(three: Run) -> str:
    """The journal of the three, to return to."""
    return shutil.copyfile(three.path, three.home / "copy.db").as_posix()


def test_rule_1_logging_counts_at_once_for_due_why_show_and_stats(three: Run) -> None:
    three.ok("log", "tom", "coffee", "2026-11-01")
    assert "tom" in three.listed()

    three.ok("log", "tom", "call")

    assert "tom" not in three.listed()
    assert three.json("why", "tom")["due_on"] == "2026-11-28"
    assert three.json("show", "tom")["last_on"] == "2026-11-21"
    assert three.json("stats", "tom")["interactions"] == 2


@pytest.mark.parametrize("day", ["2026-11-03", "2026-08-15", "2026-02-03", "2025-12-31"])
def test_rule_1_a_backdated_entry_gives_the_state_it_would_have_had(three: Run, copy: str, day: str) -> None:
    three.at(f"{day}T18:30").ok("log", "giulia", "coffee")
    on_time = everything(three.at(SATURDAY))
    forget(three, copy)

    three.ok("log", "giulia", "coffee", "--on", day)

    assert everything(three) == on_time


@pytest.mark.parametrize("seed", range(6))
def test_rule_1_any_order_of_insertion_gives_the_same_state(three: Run, copy: str, seed: int) -> None:
    def state_after(contacts: list[str]) -> Any:  # noqa: ANN401 (documents)
        forget(three, copy)
        for contact in contacts:
            three.ok("log", *contact.split())
        return three.json("due", "--all", "--within", "2y"), three.json("people"), three.json("why", "tom")

    shuffled = random.Random(seed).sample(CONTACTS, len(CONTACTS))

    assert state_after(shuffled) == state_after(list(CONTACTS))


def test_rule_1_last_contact_never_moves_backwards(three: Run) -> None:
    three.ok("log", "giulia", "coffee", "2026-11-20")

    three.ok("log", "giulia", "call", "2026-04-01")

    dossier = three.json("show", "giulia")
    assert (dossier["last_on"], dossier["due_on"]) == ("2026-11-20", "2026-12-20")


@pytest.mark.parametrize("contact", CONTACTS)
def test_rule_1_logging_and_deleting_leave_due_as_it_was(three: Run, contact: str) -> None:
    before = three.ok("due", "--json").stdout
    entry = three.json("log", *contact.split())["entry"]

    three.ok("rm", str(entry))

    assert three.ok("due", "--json").stdout == before


@pytest.mark.parametrize("contact", CONTACTS)
def test_rule_1_logging_and_undoing_leave_due_as_it_was(three: Run, contact: str) -> None:
    before = three.ok("due", "--json").stdout
    three.ok("log", *contact.split())

    three.ok("undo")

    assert three.ok("due", "--json").stdout == before


@pytest.mark.parametrize("command", READS)
def test_rule_2_reads_never_write(netlog: Run, command: str) -> None:
    live_through(netlog)
    before, modified = netlog.stored(), netlog.path.stat().st_mtime_ns

    netlog.at("2027-05-05T08:00").ok(*command.split())

    assert (netlog.stored(), netlog.path.stat().st_mtime_ns) == (before, modified)


@pytest.mark.parametrize("command", [read for read in READS if "giulia" not in read])
def test_rule_2_reads_of_a_journal_not_begun_make_no_file(netlog: Run, command: str) -> None:
    netlog.ok(*command.split())

    assert list(netlog.home.iterdir()) == []


def test_rule_3_a_weekly_tie_5_days_late_outranks_a_yearly_one_30_days_late(three: Run) -> None:
    three.ok("log", "tom", "coffee", "--on", "12 days ago")
    three.ok("log", "rosa", "coffee", "--on", "395 days ago")
    three.ok("log", "giulia", "coffee")

    first = three.json("due")["first"]

    assert [item["handle"] for item in first] == ["tom", "rosa"]
    assert three.json("why", "tom")["rank"] == 1


def test_rule_4_somebody_never_contacted_still_comes_due(netlog: Run) -> None:
    netlog.ok("add", "Silent Sam", "--met", "a train")

    monday = netlog.at("2026-11-23T09:00").json("due")["first"]

    assert [item["reason"] for item in monday] == ["met 2 days ago at a train · first follow-up"]


def test_rule_4_twenty_people_added_after_one_event_do_not_come_due_on_one_morning(netlog: Run) -> None:
    netlog.people(*(f"Guest{number:02} Conference" for number in range(20)))
    netlog.at("2026-11-23T09:00")

    morning = netlog.json("due")

    assert len(morning["first"]) + len(morning["if_time"]) == 3
    assert morning["rest"] == 17


def test_rule_4_all_twenty_get_their_turn_when_those_listed_are_contacted(netlog: Run) -> None:
    netlog.people(*(f"Guest{number:02} Conference" for number in range(20)))
    seen: set[str] = set()

    for day in range(23, 31):
        listed = netlog.at(f"2026-11-{day}T09:00").listed()
        seen |= listed
        for handle in listed:
            netlog.ok("log", handle, "call")

    assert len(seen) == 20


def test_rule_4_people_met_long_ago_and_added_together_are_spread_over_the_cadence(netlog: Run) -> None:
    for number in range(20):
        netlog.ok("add", f"Old{number:02} Friend", "--on", "2026-01-15", "--tier", "active")

    days = {person["due_on"] for person in netlog.json("people")["people"]}

    assert len(days) >= 12
    assert all("2026-11-21" <= day <= "2027-02-19" for day in days)


@pytest.mark.parametrize(
    ("words", "day"), [("friday", "2026-11-20"), ("20 dec", "2025-12-20"), ("monday", "2026-11-16")]
)
def test_rule_5_the_past_is_the_default_for_log(three: Run, words: str, day: str) -> None:
    assert three.json("log", "giulia", "coffee", "--on", words)["on"] == day


@pytest.mark.parametrize(
    ("words", "said"), [("friday", "Fri 27 Nov 2026"), ("20 dec", "Sun 20 Dec 2026"), ("2w", "Sat 5 Dec 2026")]
)
def test_rule_5_the_future_is_the_default_for_snooze_and_is_echoed_with_its_weekday(
    three: Run, words: str, said: str
) -> None:
    assert three.ok("snooze", "giulia", *words.split()).stdout.startswith(f"snoozed Giulia Rossi until {said}\n")


@pytest.mark.parametrize(
    ("query", "handle"),
    [
        ("lukasz", "lukasz"),
        ("Łukasz", "lukasz"),
        ("ŁUKASZ WIŚNIEWSKI", "lukasz"),
        ("wisniewski", "lukasz"),
        ("Nicolò", "nicolo"),
        ("nicolo", "nicolo"),
        ("Strauß", "greta"),
        ("strauss", "greta"),
        ("STRAUSS", "greta"),
        ("@greta", "greta"),
        ("zażółć", "zazolc"),
        ("D'Angelo", "mia"),
        ("dangelo", "mia"),
        ("angelo", "mia"),
        ("bella", "mia"),
        ("wisn", "lukasz"),
        ("iewsk", "lukasz"),
        ("Владимир", "person"),
    ],
)
def test_rule_6_accents_case_parts_and_aliases_do_not_matter(netlog: Run, query: str, handle: str) -> None:
    for name in ("Łukasz Wiśniewski", "Nicolò Bianchi", "Greta Strauß", "Zażółć Gęślą", "Mia D'Angelo", "Владимир К"):
        netlog.ok("add", name)
    netlog.ok("alias", "mia", "La Bella")

    assert netlog.json("show", query)["handle"] == handle


def test_rule_6_the_exact_handle_wins_over_the_names_of_others(netlog: Run) -> None:
    netlog.people("Anna Kowalska", "Anna Bianchi", "Zoe Anna")

    assert netlog.json("show", "anna")["name"] == "Anna Kowalska"
    assert netlog("show", "Anna").exit_code == 4


@pytest.mark.parametrize(
    "command", ["show Anna", "why Anna", "log Anna call", "snooze Anna 2w", "rm Anna", "pause ann"]
)
def test_rule_6_an_ambiguous_name_is_never_guessed(netlog: Run, command: str) -> None:
    netlog.people("Anna Kowalska", "Anna Bianchi")
    before = netlog.stored()

    refused = netlog(*command.split())

    assert (refused.exit_code, refused.stdout, netlog.stored()) == (4, "", before)
    assert "could be anna (Anna Kowalska) or anna-b (Anna Bianchi)" in refused.stderr


def test_rule_9_one_command_is_one_operation(three: Run) -> None:
    three.ok("log", "giulia, tom and rosa: dinner +friends", "--event", "Birthday Party", "--minutes", "90")

    operations = three.json("history")["operations"]

    assert [done["command"] for done in operations] == ["log", "add", "add", "add"]


def test_rule_10_a_reason_comes_with_every_nudge_and_why_has_the_counterfactual(netlog: Run) -> None:
    live_through(netlog)
    netlog.at("2027-03-01T09:00")

    morning = netlog.json("due", "--all")

    assert len(morning["first"]) == 4
    for item in morning["first"]:
        assert item["reason"]
        assert netlog.json("why", item["handle"])["what_if"]


def test_rule_12_a_pipe_gets_every_row_in_plain_cells(netlog: Run) -> None:
    netlog.people(*(f"Person{number:03} Test" for number in range(45)))

    rows = netlog.ok("people").rows()

    assert len(rows) == 45
    assert {len(row) for row in rows} == {11}
    assert "\x1b" not in netlog.ok("people").stdout


def test_rule_12_what_was_typed_is_never_read_as_markup(netlog: Run) -> None:
    netlog.ok("add", "[bold]Rosa[/bold] {tom}")

    assert netlog.json("people")["people"][0]["name"] == "[bold]Rosa[/bold] {tom}"
    assert "[bold]Rosa[/bold] {tom}" in netlog.ok("show", "rosa").stdout
