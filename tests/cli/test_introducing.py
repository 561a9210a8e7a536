"""Introductions at the command line: step by step, in the morning, in a dossier, and refused."""

import pytest
from tests.cli.running import Run

STEPS = ["asked", "agreed", "asked_other", "both_agreed", "made", "done"]
WHY = ("--why", "both rebuild their pricing")


@pytest.fixture
def pair(netlog: Run) -> Run:
    netlog.at("2026-11-02T10:00")
    netlog.people("Giulia Rossi", "Bo Chen", "Ada Nowak")
    return netlog


@pytest.fixture
def begun(pair: Run) -> Run:
    pair.ok("intro", "giulia", "bo", *WHY)
    return pair


def state(netlog: Run) -> str:
    return str(netlog.json("intro", "list", "--all")["introductions"][0]["state"])


def lines(netlog: Run) -> list[str]:
    return [loop["words"] for loop in netlog.json("due")["loops"] if loop["sort"] == "introduction"]


def test_it_goes_from_an_idea_to_how_it_went(begun: Run) -> None:
    for expected in STEPS[:-1]:
        begun.ok("intro", "next", "1")
        assert state(begun) == expected
    begun.ok("intro", "next", "#1", "they", "trade drafts")

    (line,) = begun.json("intro", "list", "--all")["introductions"]
    assert (line["state"], line["outcome"], line["made_on"]) == ("done", "they trade drafts", "2026-11-02")
    assert begun.ok("intro").stdout == ""


def test_every_step_is_undone_and_done_again(begun: Run) -> None:
    for _ in STEPS:
        begun.ok("intro", "next", "1")
    seen = []
    for _ in STEPS:
        begun.ok("undo")
        seen.append(state(begun))

    assert seen == [*STEPS[-2::-1], "idea"]
    for _ in STEPS:
        begun.ok("redo")
    assert state(begun) == "done"


def test_the_morning_waits_before_it_says_what_comes_next(begun: Run) -> None:
    assert lines(begun) == []
    assert lines(begun.at("2026-11-04T10:00")) == ["to Bo Chen · ask Giulia first whether it is welcome"]
    begun.ok("intro", "next", "1")
    assert lines(begun) == []
    assert lines(begun.at("2026-11-12T10:00")) == ["to Bo Chen · asked Giulia 8 days ago · no answer yet"]
    begun.ok("intro", "decline", "1", "--why", "no time this year")
    assert lines(begun.at("2026-12-30T10:00")) == []


def test_both_sides_and_who_introduced_whom_stand_in_the_dossiers(begun: Run) -> None:
    begun.ok("add", "Iris Aalto", "--via", "giulia")

    giulia, bo = begun.json("show", "giulia"), begun.json("show", "bo")
    assert giulia["introductions"][0] == bo["introductions"][0] | {"handle": "bo", "name": "Bo Chen"}
    assert giulia["introduced_me_to"] == ["Iris Aalto"]


def test_the_reason_and_the_outcome_are_found(begun: Run) -> None:
    begun.ok("intro", "decline", "1", "--why", "Bo has left the company")

    assert [hit["handles"] for hit in begun.json("find", "rebuild")["hits"]] == [["giulia", "bo"]]
    assert begun.json("find", "company", "--with", "bo")["total"] == 1
    assert begun.json("find", "company", "--with", "ada")["total"] == 0


def test_who_is_asked_first_may_be_said(pair: Run) -> None:
    receipt = pair.ok("intro", "giulia", "bo", *WHY, "--first", "bo").stdout

    assert receipt.startswith("will introduce Bo Chen to Giulia Rossi (introduction 1)\nnext: ask Bo first")


def test_removing_a_person_takes_their_introductions_along(begun: Run) -> None:
    begun.ok("rm", "bo")
    assert begun.json("intro", "list", "--all")["introductions"] == []
    begun.ok("undo")
    assert state(begun) == "idea"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("giulia", "giulia", *WHY), 2, "knows Giulia Rossi already"),
        (("giulia", "bo"), 2, "why should they meet?"),
        (("giulia", "bo", "--why", " "), 2, "an empty value"),
        (("giulia", *WHY), 2, "has two people, not 1"),
        (("giulia", "bo", "ada", *WHY), 2, "has two people, not 3"),
        (("giulia", "ada", *WHY, "--first", "bo"), 2, "Bo Chen is not one of the two"),
        (("giulia", "nobody", *WHY), 3, "no person answers"),
        (("bo", "giulia", *WHY), 5, "number 1"),
        (("next",), 2, "not how intro works"),
        (("next", "giulia"), 2, "not the number"),
        (("next", "1", "went well"), 2, "has not been made yet"),
        (("next", "2"), 3, "no introduction answers"),
        (("next", "1", "--first", "bo"), 2, "--first does not go with next"),
        (("decline",), 2, "not how intro works"),
        (("decline", "1", "2"), 2, "not how intro works"),
        (("decline", "7"), 3, "no introduction answers"),
        (("list", "1"), 2, "not how intro works"),
        (("list", *WHY), 2, "--why does not go with list"),
        (("giulia", "ada", "--all"), 2, "--all does not go with a new one"),
    ],
)
def test_what_cannot_be_done_changes_nothing(begun: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    before = begun.stored()
    result = begun("intro", *arguments)

    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert begun.stored() == before


@pytest.mark.parametrize("arguments", [("next", "1"), ("next", "1", "well"), ("decline", "1")])
def test_what_is_closed_moves_no_more(begun: Run, arguments: tuple[str, ...]) -> None:
    begun.ok("intro", "decline", "1")
    before = begun.stored()
    result = begun("intro", *arguments)

    assert (result.exit_code, result.stdout) == (5, "")
    assert "introduction 1 is closed: declined on 2026-11-02" in result.stderr
    assert begun.stored() == before


def test_what_has_been_made_cannot_be_declined(begun: Run) -> None:
    for _ in STEPS[:-1]:
        begun.ok("intro", "next", "1")

    assert begun("intro", "decline", "1").exit_code == 5


@pytest.fixture
def brought(pair: Run) -> Run:
    pair.ok("log", "giulia", "coffee", "--on", "2026-10-20")
    pair.ok("add", "Iris Aalto", "--via", "giulia", "--met", "a dinner")
    return pair


def thanks(netlog: Run) -> list[str]:
    return [f"{loop['handle']}: {loop['words']}" for loop in netlog.json("due")["loops"] if loop["sort"] == "thanks"]


def test_whoever_introduced_somebody_to_me_may_be_thanked_for_four_weeks(brought: Run) -> None:
    told = [thanks(brought.at(f"2026-{day}T10:00")) for day in ("11-04", "11-05", "12-02", "12-03")]

    assert told[0] == told[3] == []
    assert told[1:3] == [
        ["giulia: introduced you to Iris Aalto 3 days ago · a word of thanks"],
        ["giulia: introduced you to Iris Aalto 30 days ago · a word of thanks"],
    ]


def test_any_contact_since_is_thanks_enough(brought: Run) -> None:
    brought.at("2026-11-06T10:00").ok("log", "giulia", "message", "--out")
    assert thanks(brought) == []
    brought.ok("undo")
    assert len(thanks(brought)) == 1


def test_nobody_is_thanked_once_it_turns_out_otherwise(brought: Run) -> None:
    brought.at("2026-11-06T10:00").ok("edit", "iris", "--via", "bo")
    assert [line.partition(":")[0] for line in thanks(brought)] == ["bo"]
    brought.ok("rm", "bo")
    assert thanks(brought) == []
