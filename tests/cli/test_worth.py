"""How much a contact counts, and how often one is aimed for: --counts, worth.<kind>, --kin."""

from typing import Any

import pytest
from tests.cli.running import Run


@pytest.fixture
def giulia(netlog: Run) -> Run:
    """Giulia, to be seen every 30 days, last seen on 1 November."""
    netlog.at("2026-01-01T10:00").ok("add", "Giulia Rossi", "--tier", "close", "--on", "2025-01-01")
    netlog.ok("log", "giulia", "coffee", "--on", "2026-11-01")
    return netlog.at("2026-11-21T10:00")


def standing(netlog: Run) -> tuple[Any, Any]:
    """When Giulia is due, and how warm the tie is."""
    tie = netlog.json("why", "giulia")
    return tie["due_on"], tie["warmth"]


@pytest.mark.parametrize(
    ("counts", "worth", "due", "said"),
    [
        ("1", 1, "2026-12-21", None),
        ("0.5", 0.5, "2026-12-06", None),
        ("0,4", 0.4, "2026-12-03", "counts 40 % of a full contact"),
        (".25", 0.25, "2026-12-01", "counts 25 % of a full contact"),
        ("0", 0, "2026-12-01", "not counted as a contact"),
    ],
)
def test_what_a_contact_is_said_to_count_is_stored_and_told(
    giulia: Run, counts: str, worth: float, due: str, said: str | None
) -> None:
    text = giulia.ok("log", "giulia", "coffee", "--counts", counts).stdout
    giulia.ok("undo")

    logged = giulia.json("log", "giulia", "coffee", "--counts", counts)

    assert (logged["worth"], standing(giulia)[0]) == (worth, due)
    assert (said in text) if said else ("count" not in text)
    assert giulia.json("show", "giulia")["timeline"][0]["counts"] == worth


def test_a_note_may_be_said_to_count_as_a_contact(giulia: Run) -> None:
    assert giulia.json("note", "giulia moves to Gdańsk")["worth"] == 0

    assert giulia.json("note", "giulia moves to Gdańsk", "--counts", "1")["worth"] == 1

    assert standing(giulia)[0] == "2026-12-21"


def test_what_a_note_in_the_inbox_was_to_count_is_not_lost(giulia: Run) -> None:
    kept = giulia.json("note", "zofia called about boats", "--counts", "0.5")

    assert kept["type"] == "kept"
    assert kept["reason"].endswith("it was to count 0.5")
    assert giulia.json("inbox")["items"][0]["reason"] == kept["reason"]


def test_an_edited_count_moves_the_due_date_and_an_empty_one_gives_the_kind_its_say_again(giulia: Run) -> None:
    giulia.ok("log", "giulia", "coffee")
    assert standing(giulia)[0] == "2026-12-21"

    giulia.ok("edit", "2", "--counts", "0")
    assert standing(giulia)[0] == "2026-12-01"

    giulia.ok("edit", "2", "--counts", "")
    assert standing(giulia)[0] == "2026-12-21"


@pytest.mark.parametrize(("command", "arguments"), [("log", ("giulia", "coffee")), ("note", ("giulia", "coffee"))])
def test_the_receipt_says_what_the_settings_make_of_the_kind(
    giulia: Run, command: str, arguments: tuple[str, ...]
) -> None:
    giulia.settings("[worth]\ncoffee = 0.3\n")

    logged = giulia.json(command, *arguments)

    assert logged["worth"] == 0.3
    assert "counts 30 % of a full contact" in giulia.ok(command, *arguments).stdout


def test_what_is_said_of_one_contact_wins_over_the_settings(giulia: Run) -> None:
    giulia.settings("[worth]\ncoffee = 0.3\n")

    assert giulia.json("log", "giulia", "coffee", "--counts", "1")["worth"] == 1
    assert standing(giulia)[0] == "2026-12-21"


def test_a_note_settled_from_the_inbox_counts_as_the_settings_say(giulia: Run) -> None:
    giulia.ok("note", "coffee with Giu")
    giulia.settings("[worth]\ncoffee = 0.3\n")

    assert giulia.json("inbox", "settle", "1", "giulia")["worth"] == 0.3


def test_a_note_with_a_count_that_is_none_is_refused_and_nothing_is_stored(giulia: Run) -> None:
    before = giulia.stored()

    refused = giulia("note", "giulia moves", "--counts", "1.2")

    assert (refused.exit_code, refused.stdout, giulia.stored()) == (2, "", before)


@pytest.mark.parametrize(
    ("options", "cadence"),
    [
        (("--tier", "close"), "every 45 days (close, kin)"),
        ((), "every 135 days (the default, kin)"),
        (("--every", "30d"), "every 30 days (set for this person)"),
        (("--tier", "none"), "no check-ins (tier none)"),
    ],
)
def test_family_may_wait_half_as_long_again_unless_the_days_are_their_own(
    netlog: Run, options: tuple[str, ...], cadence: str
) -> None:
    added = netlog.json("add", "Nonna Rossi", "--kin", *options)

    dossier = netlog.json("show", "nonna")
    assert (added["cadence"], dossier["cadence"], dossier["is_kin"]) == (cadence, cadence, True)


def test_being_family_is_changed_told_and_undone(giulia: Run) -> None:
    before = standing(giulia)

    answer = giulia.ok("edit", "giulia", "--kin").stdout

    assert answer == "edited Giulia Rossi: family\nnext check-in: Giulia Rossi Wed 16 Dec\n"
    giulia.ok("edit", "giulia", "--no-kin")
    assert (standing(giulia), giulia.json("show", "giulia")["is_kin"]) == (before, False)
    giulia.ok("undo")
    assert giulia.json("show", "giulia")["cadence"] == "every 45 days (close, kin)"
