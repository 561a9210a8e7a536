"""dupes and merge as their user meets them."""

from pathlib import Path

import pytest
from tests.cli.running import Run, Terminal


@pytest.fixture
def twins(netlog: Run) -> Run:
    """Somebody who is in the journal twice, and somebody else."""
    netlog.ok("add", "Giulia", "Rossi", "--email", "giulia@ferri.example", "--company", "Studio Ferri")
    netlog.ok("add", "Giulia", "Rosi", "--new", "--company", "Ferri & Co", "--phone", "+39 340 123 4567")
    netlog.ok("add", "Bo", "Lind")
    netlog.ok("log", "giulia-r", "coffee,", "about", "pricing")
    return netlog


def test_likely_duplicates_are_listed_with_reasons(twins: Run) -> None:
    (row,) = twins.ok("dupes").rows()

    assert row[:4] == ["giulia", "Giulia Rossi", "giulia-r", "Giulia Rosi"]
    assert row[5:] == ["possible", "one letter apart: “giulia rossi” and “giulia rosi”"]


def test_two_who_are_told_apart_are_not_listed_until_that_is_undone(twins: Run) -> None:
    twins.ok("dupes", "no", "giulia", "giulia-r")
    assert twins.json("dupes")["pairs"] == []

    twins.ok("undo")
    assert len(twins.json("dupes")["pairs"]) == 1


@pytest.mark.parametrize("words", [["no"], ["no", "giulia"], ["yes", "a", "b"], ["no", "bo", "giulia", "--all"]])
def test_another_way_to_say_it_is_refused_with_an_example(twins: Run, words: list[str]) -> None:
    refused = twins("dupes", *words)

    assert refused.exit_code == 2
    assert "netlog dupes no A B" in refused.stderr


def test_a_dry_run_shows_each_field_and_changes_nothing(twins: Run) -> None:
    before = twins.stored()

    shown = twins.json("merge", "giulia", "giulia-r", "--dry-run")

    fates = {each["field"]: each["fate"] for each in shown["fields"]}
    assert fates == {"handle": "alias", "name": "alias", "company": "fact", "e-mail": "kept", "phone": "taken"}
    assert shown["moves"] == [{"what": "entry", "rows": 1}]
    assert twins.stored() == before


def test_a_merge_unites_both_and_old_habits_still_find_them(twins: Run) -> None:
    twins.ok("merge", "giulia", "giulia-r")

    shown = twins.json("show", "giulia-r")
    assert (shown["handle"], shown["timeline_total"], shown["phones"]) == ("giulia", 1, ["+39 340 123 4567"])
    assert [fact["text"] for fact in shown["facts"]] == ["company: Ferri & Co (from the merged giulia-r)"]


def test_a_merge_is_undone_in_one_step(twins: Run) -> None:
    before = [twins.ok("show", handle).stdout for handle in ("giulia", "giulia-r")]
    twins.ok("merge", "giulia", "giulia-r")

    twins.ok("undo")

    assert [twins.ok("show", handle).stdout for handle in ("giulia", "giulia-r")] == before


def test_a_copy_is_kept_before_a_merge(twins: Run) -> None:
    twins.ok("merge", "giulia", "giulia-r")

    assert [backup["why"] for backup in twins.json("backup", "--list")["backups"]] == ["before merge"]


def test_one_person_cannot_be_merged_with_themselves(twins: Run) -> None:
    refused = twins("merge", "bo", "Bo Lind")

    assert (refused.exit_code, "both names are of Bo Lind (bo)" in refused.stderr) == (5, True)
    assert "backups" not in {path.split("/")[-2] for path in twins.stored()}


@pytest.mark.parametrize("names", [[], ["giulia"], ["giulia", "bo", "giulia-r"]])
def test_a_merge_has_two_people(twins: Run, names: list[str]) -> None:
    assert twins("merge", *names).exit_code == 2


def test_another_journal_is_united_as_a_whole(twins: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    twins.ok("--db", other, "add", "Ewa", "Nowak")
    assert twins("merge", "giulia", "--from", other).exit_code == 2

    twins.ok("merge", "--from", other)

    assert "ewa" in {person["handle"] for person in twins.json("people")["people"]}


@pytest.mark.parametrize(("answer", "people"), [("n", 2), ("y", 1)])
def test_at_a_terminal_each_field_is_shown_and_asked_about(terminal: Terminal, answer: str, people: int) -> None:
    terminal.processes("add", "Ada", "Conti")
    terminal.processes("add", "Ada", "Conti", "--new", "--role", "CFO")
    talk = terminal("merge", "ada", "ada-c")

    talk.answer("Merge Ada Conti (ada-c) into Ada Conti (ada)?", answer)
    talk.rest()

    assert talk.exit_code == (0 if answer == "y" else 1)
    assert len(terminal.processes("people").rows()) == people
