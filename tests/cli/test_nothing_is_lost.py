"""Nothing typed is lost, a failed command changes nothing, and everything done can be taken back in words."""

import json

import pytest
from tests.cli.a_week import live_through
from tests.cli.running import Run

QUICK_NOTES = (
    "Anna rang",
    "met Zofia at the tram stop",
    "@nobody said hi",
    "giulia and @nobody: lunch",
    "bought milk",
    "+tag",
    "@",
    "2026-13-45 giulia",
    "tomorrow giulia coffee",
    "1800-01-01: giulia coffee",
    "9999-12-31: giulia coffee",
    "giulia got -50% off",
    "-x",
    "-3d giulia coffee",
    "\x1b[31mred\x1b[0m giulia\x07",
    "\u202egiulia",
    "emoji 👩‍👩‍👧 for Zofia",
    "Анна: кофе",
    "x" * 100_000,
)
WRITES = (
    ("add Zofia Nowak --company Acme --can pricing --birthday 02-29", "added Zofia Nowak"),
    ("log giulia coffee about boats", "logged coffee with Giulia Rossi, Sat 21 Nov 2026"),
    ("note giulia has a boat", "noted about Giulia Rossi, Sat 21 Nov 2026"),
    ("note met Zofia", "kept in the inbox: met Zofia"),
    ("inbox settle 1 tom", "logged meeting with Tom Baker, Sat 21 Nov 2026"),
    ("inbox drop 1", "removed from the inbox: met somebody new"),
    ("rm 1", "removed: call with Tom Baker, Wed 18 Nov 2026"),
    ("rm tom", "removed: Tom Baker with 1 entry"),
    ("rename giulia Giulia Bianchi --handle giulia-b", "renamed Giulia Rossi to Giulia Bianchi"),
    ("alias giulia Giu", "Giulia Rossi answers to Giu too"),
    ("snooze giulia 2w", "snoozed Giulia Rossi until Sat 5 Dec 2026"),
    ("pause giulia", "paused Giulia Rossi"),
    ("let-go giulia --why drifted", "let Giulia Rossi go: drifted"),
)
FAILURES = (
    "log Zofia coffee",
    "log giulia coffee --in --out",
    "log giulia yesterday --on today",
    "log giulia coffee --on gibberish",
    "log giulia coffee --on 1800-01-01",
    "log giulia coffee --minutes 99999",
    "log giulia --kind !!",
    "log",
    "log bought milk",
    "note",
    "add Giulia Rossi",
    "add !!!",
    "add Zed --tier best",
    "add Zed --birthday 2026-02-30",
    "add Zed --birthday 2027-01-01",
    "add Zed --on 2027-01-01",
    "add Zed --via nobody",
    "rename giulia Tom --handle tom",
    "snooze giulia yesterday",
    "alias giulia X --remove",
    "rm 99",
    "rm 99999999999999999999",
    "inbox settle 99 giulia",
    "inbox settle 1",
    "undo 99",
    "redo",
    "config set per_day x",
    "due --within never",
)


@pytest.fixture
def desk(netlog: Run) -> Run:
    """Two people, a call, and a note that waits."""
    netlog.people("Giulia Rossi", "Tom Baker")
    netlog.ok("log", "tom", "call", "--on", "3 days ago")
    netlog.ok("note", "met somebody new")
    return netlog


def visible(netlog: Run) -> str:
    """All answers that are not about history."""
    people = netlog.json("people")
    dossiers = [netlog.json("show", person["handle"]) for person in people["people"]]
    reads = [netlog.json(read) for read in ("due", "stats", "inbox")]
    return json.dumps([people, dossiers, reads], indent=1)


@pytest.mark.parametrize("note", QUICK_NOTES)
def test_rule_7_a_quick_note_is_never_refused_and_can_be_found_again(desk: Run, note: str) -> None:
    desk.people("Anna Kowalska", "Anna Bianchi")

    kept = desk.ok("note", *note.split(" "), "--json").json()

    assert kept["type"] in ("kept", "logged")
    if kept["type"] == "kept":
        assert kept["text"] == note
        assert [item["text"] for item in desk.json("inbox")["items"]] == ["met somebody new", note]


def test_rule_7_the_inbox_says_what_could_not_be_settled(desk: Run) -> None:
    desk.people("Anna Kowalska", "Anna Bianchi")
    for note in ("Anna rang", "lunch with Zofia", "1800-01-01: giulia coffee"):
        desk.ok("note", note)

    assert [row[2] for row in desk.ok("inbox").rows()] == [
        "nobody is named",
        "“Anna” could be anna or anna-b",
        "nobody answers to “Zofia”",
        "1800-01-01 is out of range",
    ]


def test_rule_7_a_note_settled_later_counts_on_the_day_it_was_about(desk: Run) -> None:
    desk.ok("note", "yesterday: lunch with Zofia")
    desk.at("2026-11-25T10:00").ok("add", "Zofia Nowak")

    logged = desk.json("inbox", "settle", "2")

    assert (logged["on"], logged["kind"], logged["people"]) == (
        "2026-11-20",
        "lunch",
        [{"handle": "zofia", "name": "Zofia Nowak"}],
    )
    assert len(desk.json("inbox")["items"]) == 1


def test_rule_7_what_stands_on_standard_input_is_part_of_the_note(desk: Run) -> None:
    desk.ok("log", "giulia", "-", stdin="called about the boat\nand the harbour\n")

    assert desk.json("show", "giulia")["timeline"][0]["text"] == "called about the boat\nand the harbour"


@pytest.mark.parametrize("command", FAILURES)
def test_rule_7_a_failed_command_leaves_the_store_byte_for_byte_as_it_was(desk: Run, command: str) -> None:
    before = desk.stored()

    failed = desk(*command.split())

    assert failed.exit_code in (2, 3, 5)
    assert failed.stdout == ""
    assert len(failed.stderr.splitlines()) == 1
    assert desk.stored() == before


@pytest.mark.parametrize(("command", "words"), WRITES)
def test_rule_8_everything_done_is_undone_and_redone_in_words(desk: Run, command: str, words: str) -> None:
    before = visible(desk)
    desk.ok(*command.split())
    after = visible(desk)

    assert after != before
    assert desk.ok("undo").stdout == f"undone: {words}\n"
    assert visible(desk) == before
    assert desk.ok("redo").stdout == f"done again: {words}\n"
    assert visible(desk) == after


@pytest.mark.parametrize("hidden", ["snooze giulia 2w", "pause giulia", "let-go giulia"])
def test_rule_8_resuming_is_undone_too(desk: Run, hidden: str) -> None:
    desk.ok(*hidden.split())
    before = visible(desk)
    desk.ok("resume", "giulia")

    desk.ok("undo")

    assert visible(desk) == before


def test_rule_8_a_whole_week_is_undone_to_an_empty_journal_and_redone(netlog: Run) -> None:
    live_through(netlog)
    after = visible(netlog)

    for _ in range(15):
        netlog.ok("undo")

    assert netlog.json("people")["people"] == []
    assert netlog("undo").exit_code == 5
    for _ in range(15):
        netlog.ok("redo")
    assert visible(netlog) == after


def test_rule_8_undo_refuses_what_something_later_builds_on(desk: Run) -> None:
    before = desk.stored()

    refused = desk("undo", "2")

    assert (refused.exit_code, refused.stdout, desk.stored()) == (5, "", before)
    assert "“logged call with Tom Baker, Wed 18 Nov 2026” (#3) builds on it" in refused.stderr
    assert "netlog undo 3" in refused.stderr


def test_rule_8_an_operation_is_undone_by_its_number(desk: Run) -> None:
    assert desk.ok("undo", "3").stdout == "undone: logged call with Tom Baker, Wed 18 Nov 2026\n"
    assert desk("undo", "3").exit_code == 5
    assert desk.ok("redo", "3").stdout == "done again: logged call with Tom Baker, Wed 18 Nov 2026\n"


def test_rule_8_history_has_the_newest_first_and_says_what_is_undone(desk: Run) -> None:
    desk.ok("undo")

    assert [(row[0], row[3], row[4]) for row in desk.ok("history", "--limit", "2").rows()] == [
        ("4", "note", "yes"),
        ("3", "log", "no"),
    ]


def test_saying_what_is_so_already_changes_nothing(desk: Run) -> None:
    for command in ("alias giulia Giu", "pause giulia", "let-go giulia"):
        desk.ok(*command.split())
    before = desk.stored()

    for command in ("alias giulia Giu", "pause giulia", "let-go giulia", "rename giulia Giulia Rossi", "resume tom"):
        assert desk.json(*command.split())["type"] == "unchanged"

    assert desk.stored() == before


def test_a_person_renamed_keeps_handle_and_log_and_answers_to_the_new_name(desk: Run) -> None:
    desk.ok("rename", "tom", "Thomas", "Bäcker")

    assert desk.json("show", "backer")["name"] == "Thomas Bäcker"
    assert desk.json("show", "tom")["contacts"] == 1


def test_an_alias_taken_away_is_not_answered_to(desk: Run) -> None:
    desk.ok("alias", "giulia", "La", "Rossa")
    assert desk.json("show", "la rossa")["aliases"] == ["La Rossa"]

    desk.ok("alias", "giulia", "la rossa", "--remove")

    assert desk("show", "la rossa").exit_code == 3


def test_an_entry_is_removed_by_number_with_or_without_the_word(desk: Run) -> None:
    desk.ok("log", "giulia", "coffee")

    assert desk.ok("rm", "entry", "2").stdout.startswith("removed: coffee with Giulia Rossi")
    assert desk.ok("rm", "#1").stdout.startswith("removed: call with Tom Baker")
    assert desk.json("stats")["interactions"] == 0


def test_removing_a_person_keeps_what_others_took_part_in(desk: Run) -> None:
    desk.ok("log", "giulia and tom: dinner")

    desk.ok("rm", "tom")

    assert [(e["kind"], e["people"]) for e in desk.json("show", "giulia")["timeline"]] == [("dinner", ["Giulia Rossi"])]
