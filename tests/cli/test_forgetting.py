"""forget as its user meets it: asked twice, thorough, and honest about what it cannot reach."""

from pathlib import Path

import pytest
from tests.cli.running import Run, Terminal

NAME = "Zbigniewa Quarantotti"


@pytest.fixture
def known(netlog: Run) -> Run:
    """Somebody with a contact of their own and one with somebody else, who is named there and in a fact."""
    netlog.ok("add", *NAME.split(), "--email", "zq@quarantotti.example", "--note", "collects barometers")
    netlog.ok("add", "Bo", "Lind", "--note", f"once worked with {NAME}")
    netlog.ok("log", "zbigniewa", "coffee,", "about", "her", "barometers")
    netlog.ok("log", "zbigniewa", "and", "bo", "lunch,", "about", "the", "weather")
    return netlog


def holding(run: Run, word: str) -> list[str]:
    """Files of the journal's folder that hold a word in any case."""
    return [name for name, content in run.stored().items() if word.lower().encode() in content.lower()]


def test_without_a_yes_nobody_is_forgotten(known: Run) -> None:
    before = known.stored()

    refused = known("forget", "zbigniewa")

    assert refused.exit_code == 1
    assert "--yes" in refused.stderr
    assert known.stored() == before


def test_a_dry_run_says_what_would_go_and_what_would_stay(known: Run) -> None:
    shown = known.json("forget", "zbigniewa", "--dry-run")

    assert {each["what"]: each["rows"] for each in shown["erases"]} == {
        "person": 1,
        "entry": 1,
        "contact": 1,
        "fact": 1,
        "participant": 2,
    }
    assert [(each["source"], each["id"]) for each in shown["named"]] == [("fact", 2)]


def test_whoever_is_forgotten_is_in_no_file_but_where_others_name_them(known: Run) -> None:
    known.ok("forget", "zbigniewa", "--yes")
    assert holding(known, "barometer") == holding(known, "quarantotti.example") == []

    assert known("show", "zbigniewa").exit_code == 3
    assert [hit["source"] for hit in known.json("find", "Quarantotti")["hits"]] == ["fact"]


def test_what_was_shared_with_others_stays_theirs(known: Run) -> None:
    known.ok("forget", "zbigniewa", "--yes")

    (entry,) = known.json("show", "bo")["timeline"]
    assert (entry["kind"], entry["handles"]) == ("lunch", ["bo"])


def test_undo_says_plainly_that_it_cannot(known: Run) -> None:
    known.ok("forget", "zbigniewa", "--yes")

    refused = known("undo")

    assert refused.exit_code == 5
    assert "somebody who is forgotten was part of it" in refused.stderr
    assert known.ok("history", "--limit", "1").rows()[0][3:] == ["forget", "no", "forgot somebody for good"]


def test_copies_that_hold_somebody_must_be_decided_about(known: Run) -> None:
    known.ok("backup")

    refused = known("forget", "zbigniewa", "--yes")

    assert refused.exit_code == 1
    assert "--backups" in refused.stderr
    assert known("show", "zbigniewa").exit_code == 0


def test_copies_are_cleared_and_can_still_be_restored(known: Run) -> None:
    known.ok("backup")

    done = known.json("forget", "zbigniewa", "--yes", "--backups")

    assert [copy["state"] for copy in done["copies"]] == ["erased"]
    assert holding(known, "barometer") == []
    known.ok("restore", Path(done["copies"][0]["path"]).name, "--yes")
    assert [person["handle"] for person in known.json("people")["people"]] == ["bo"]


def test_copies_that_were_left_are_named_and_can_be_cleared_later(known: Run) -> None:
    known.ok("backup")
    left = known.json("forget", "zbigniewa", "--yes", "--no-backups")
    assert [copy["state"] for copy in left["copies"]] == ["holds"]
    assert len(holding(known, "barometer")) == 1

    known.ok("forget", "--backups")

    assert holding(known, "barometer") == []


def test_a_journal_that_still_knows_somebody_does_not_bring_them_back(known: Run, tmp_path: Path) -> None:
    laptop = tmp_path / "laptop.db"
    laptop.write_bytes(known.path.read_bytes())
    known.ok("forget", "zbigniewa", "--yes")

    known.ok("merge", "--from", str(laptop))

    assert known("show", "zbigniewa").exit_code == 3
    assert holding(known, "barometer") == []


def test_a_journal_that_forgot_somebody_can_be_united_with_one_that_did_not(known: Run, tmp_path: Path) -> None:
    laptop = tmp_path / "laptop.db"
    laptop.write_bytes(known.path.read_bytes())
    known.ok("--db", str(laptop), "forget", "zbigniewa", "--yes")

    known.ok("merge", "--from", str(laptop))

    assert known("show", "bo").exit_code == 0


def test_somebody_must_be_named(known: Run) -> None:
    assert known("forget").exit_code == 2
    assert known("forget", "--yes").exit_code == 2
    assert known("forget", "nobody", "--yes").exit_code == 3


@pytest.mark.parametrize(
    ("answers", "exit_code", "people"),
    [(["bo"], 1, 2), (["ada", "n"], 1, 2), (["ada", "y"], 0, 1)],
)
def test_at_a_terminal_it_asks_twice(terminal: Terminal, answers: list[str], exit_code: int, people: int) -> None:
    terminal.processes("add", "Ada", "Conti")
    terminal.processes("add", "Bo", "Lind")
    talk = terminal("forget", "ada")

    for question, answer in zip(("Type the handle “ada”", "Erase for good?"), answers, strict=False):
        talk.answer(question, answer)
    talk.rest()

    assert talk.exit_code == exit_code
    assert len(terminal.processes("people").rows()) == people


def test_at_a_terminal_copies_are_a_question_of_their_own(terminal: Terminal) -> None:
    terminal.processes("add", "Ada", "Conti")
    terminal.processes("backup")
    talk = terminal("forget", "ada")

    for question, answer in (("Type the handle", "ada"), ("Erase for good?", "y"), ("Clear the copies too (1)?", "y")):
        talk.answer(question, answer)

    assert b"out of reach: exports" in talk.rest()
    assert b"Conti" not in b"".join(file.read_bytes() for file in terminal.processes.home.rglob("*.db"))
