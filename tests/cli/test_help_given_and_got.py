"""Help given, got and asked for, from the command line: what is stored, what is open, what is refused."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def two(netlog: Run) -> Run:
    netlog.people("Giulia Rossi", "Tymek Kot")
    return netlog


def told(user: Run, *arguments: str) -> list[tuple[str, str, str]]:
    """(day, way, words) of the exchanges."""
    return [(each["on"], each["flow"], each["text"]) for each in user.json("exchanges", *arguments)["exchanges"]]


def test_help_is_written_down_each_way_for_today_or_a_day_before(two: Run) -> None:
    two.ok("gave", "giulia", "notes", "on", "pricing", "-3d")
    two.ok("got", "giulia", "an introduction to Bo", "--on", "yesterday")
    two.ok("asked", "tymek", "a look at my slides")

    assert told(two) == [
        ("2026-11-21", "asked", "a look at my slides"),
        ("2026-11-20", "got", "an introduction to Bo"),
        ("2026-11-18", "gave", "notes on pricing"),
    ]
    assert told(two, "tymek") == [("2026-11-21", "asked", "a look at my slides")]


def test_what_they_asked_waits_in_the_morning_from_the_next_day_until_answered(two: Run) -> None:
    receipt = two.ok("asked-by", "tymek", "feedback on his CV")
    assert "open until answered: netlog answer 1" in receipt.stdout
    assert two.json("due")["loops"] == []

    two.at("2026-11-22T09:00")
    (line,) = two.json("due")["loops"]
    assert (line["words"], line["how"]) == ("asked 1 day ago: feedback on his CV", "netlog answer 1")

    two.ok("answer", "tymek")
    assert two.json("due")["loops"] == []
    assert two.json("exchanges")["exchanges"][0]["answered_on"] == "2026-11-22"


def test_an_answer_that_helped_is_help_given_and_one_undo_takes_both_back(two: Run) -> None:
    two.ok("asked-by", "tymek", "feedback on his CV")
    two.ok("answer", "1", "an hour on the phone")
    assert ("2026-11-21", "gave", "an hour on the phone") in told(two)

    two.ok("undo")

    assert told(two) == [("2026-11-21", "asked_by", "feedback on his CV")]
    assert two.json("people", "--i-owe")["people"][0]["handle"] == "tymek"
    assert two.ok("redo").stdout.startswith("done again: answered Tymek Kot: feedback on his CV · gave: an hour")


def test_a_log_line_may_hold_several_exchanges_for_everybody_in_it(two: Run) -> None:
    receipt = two.ok(
        *("log", "giulia and tymek: dinner", "yesterday", "--gave", "a lift home", "--got", "advice"),
        *("--asked", "a reference", "--asked-by", "the slides", "--asked-by", "a room in Turin"),
    )

    assert "gave Giulia Rossi: a lift home" in receipt.stdout
    assert len(told(two)) == 10
    assert {on for on, _, _ in told(two)} == {"2026-11-20"}
    assert two.json("show", "giulia")["flows"] == [["gave", 1], ["got", 1], ["asked", 1], ["asked_by", 2]]

    two.ok("undo")
    assert told(two) == []


def test_help_stays_when_the_contact_it_came_up_in_is_removed(two: Run) -> None:
    two.ok("log", "giulia coffee", "--gave", "a book")

    two.ok("rm", "1")

    assert told(two) == [("2026-11-21", "gave", "a book")]


def test_what_was_written_down_by_mistake_is_removed_and_brought_back(two: Run) -> None:
    two.ok("gave", "giulia", "a book")

    assert two.ok("rm", "exchange", "1").stdout == "removed: gave Giulia Rossi: a book, Sat 21 Nov 2026\n"
    assert told(two) == []

    two.ok("undo")
    assert told(two) == [("2026-11-21", "gave", "a book")]


def test_the_dossier_shows_the_newest_five_and_counts_all(two: Run) -> None:
    for number in range(7):
        two.ok("gave", "giulia", f"page {number}")

    dossier = two.json("show", "giulia")

    assert [each["text"] for each in dossier["exchanges"]] == [f"page {number}" for number in (6, 5, 4, 3, 2)]
    assert dossier["flows"] == [["gave", 7]]


@pytest.mark.parametrize("words", ["feedback", "FEED", "cv"])
def test_what_was_asked_is_found_by_its_words(two: Run, words: str) -> None:
    two.ok("asked-by", "tymek", "Feedback on his CV", "--on", "yesterday")

    (hit,) = two.json("find", words)["hits"]

    assert (hit["source"], hit["kind"], hit["on"], hit["handles"]) == (
        "exchange",
        "was asked",
        "2026-11-20",
        ["tymek"],
    )
    assert two.json("find", words, "--with", "giulia")["hits"] == []
    assert len(two.json("find", words, "--with", "tymek")["hits"]) == 1


def test_people_can_be_narrowed_to_whom_i_owe_and_whom_i_only_asked(two: Run) -> None:
    two.ok("asked-by", "tymek", "feedback")
    two.ok("asked", "giulia", "a reference")
    assert [row[0] for row in two.ok("people", "--i-owe").rows()] == ["tymek"]
    assert [row[0] for row in two.ok("people", "--only-asked").rows()] == ["giulia"]

    two.ok("answer", "tymek", "--gave")
    two.ok("got", "giulia", "the reference")
    two.ok("promised-by", "giulia", "the other reference")

    assert two.ok("people", "--i-owe").stdout == two.ok("people", "--only-asked").stdout == ""


def test_a_promise_of_mine_is_owed_until_it_is_kept(two: Run) -> None:
    two.ok("promise", "giulia", "send the deck")
    assert [row[0] for row in two.ok("people", "--i-owe").rows()] == ["giulia"]

    two.ok("keep", "1")
    assert two.ok("people", "--i-owe").stdout == ""


def test_somebody_due_whom_i_only_asked_is_listed_with_a_thought(two: Run) -> None:
    two.ok("edit", "giulia", "--tier", "inner")
    two.ok("log", "giulia", "coffee", "--on", "2026-09-01")
    two.ok("log", "giulia", "email", "--on", "2026-09-20", "--asked", "a reference")
    two.ok("asked", "giulia", "a room", "--on", "2026-10-01")
    thought = "the last two times you asked for something; is there something to give?"

    assert thought in two.ok("due").stdout

    two.ok("gave", "giulia", "an introduction", "--on", "2026-10-02")
    assert thought not in two.ok("due").stdout


REFUSED = (
    ("gave", 2, "Missing argument"),
    ("gave|giulia", 2, "Missing argument"),
    ("gave|giulia|", 2, "an empty value says nothing"),
    ("gave|giulia|x|--on|tomorrow", 2, "2026-11-22 lies ahead"),
    ("got|giulia|x|--on|someday", 2, "“someday” is not a date I can read"),
    ("asked|giulia|" + "x" * 1001, 2, "keep it under 1000"),
    ("asked-by|nobody|x", 3, "no person answers to “nobody”"),
    ("log|giulia|coffee|--gave|", 2, "an empty value says nothing"),
    ("log|nobody|coffee|--asked|x", 3, "no person answers to “nobody”"),
    ("answer", 2, "Missing argument"),
    ("answer|9", 3, "no open ask answers to “9”"),
    ("answer|giulia", 3, "no open ask answers to “Giulia Rossi”"),
    ("answer|tymek", 4, "“tymek” could be 1 (feedback) or 2 (a room); answer one by its number"),
    ("answer|3", 5, "was answered on 2026-11-21; netlog undo takes that back"),
    ("answer|1|--on|2026-10-01", 2, "2026-10-01 is before Tymek Kot asked"),
    ("answer|1|--on|tomorrow", 2, "lies ahead"),
    ("answer|1|", 2, "an empty value says nothing"),
    ("rm|exchange|9", 3, "no exchange answers to “9”"),
    ("rm|exchange|x", 3, "no exchange answers to “x”"),
    ("exchanges|nobody", 3, "no person answers to “nobody”"),
)


@pytest.mark.parametrize(("line", "code", "message"), REFUSED)
def test_what_cannot_be_is_refused_in_one_line_and_nothing_is_stored(
    two: Run, line: str, code: int, message: str
) -> None:
    for text in ("feedback", "a room", "a call"):
        two.ok("asked-by", "tymek", text, "--on", "2026-11-05")
    two.ok("answer", "3")
    before = two.stored()

    refused = two(*line.split("|"))

    assert (refused.exit_code, refused.stdout, two.stored()) == (code, "", before)
    assert message in refused.stderr
    assert refused.stderr.count("\n") == 1
