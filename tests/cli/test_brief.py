"""brief, as somebody reads it on the way to a meeting."""

import pytest
from tests.cli.running import Run

SECTIONS = ["handle", "last", "loops", "can", "wants", "facts", "questions"]


@pytest.fixture
def known(netlog: Run) -> Run:
    """Two years with Giulia, and little with Tom; it is Saturday."""
    netlog.at("2026-11-21T10:00")
    netlog.ok("add", "Giulia Rossi", "--company", "Acme", "--wants", "a designer", "--birthday", "1988-12-03")
    netlog.people("Tom Baker")
    netlog.ok("fact", "giulia", "works at Acme", "--on", "2024-11-05")
    for day, text in (("2025-01-07", "choir"), ("2026-06-01", "boat"), ("2026-09-01", "team")):
        netlog.ok("log", "giulia", "call", text, "--on", day, "--event", "ProductTank")
    netlog.ok("log", "giulia", "lunch. She will move to Warsaw in spring.", "--on", "2026-11-18")
    return netlog


def test_a_brief_holds_the_last_three_contacts_and_two_questions_with_their_days(known: Run) -> None:
    view = known.json("brief", "giulia")

    assert [entry["on"] for entry in view["last"]] == ["2026-11-18", "2026-09-01", "2026-06-01"]
    assert (view["birthday_on"], view["turns"], view["contacts"]) == ("2026-12-03", 38, 4)
    assert view["questions"] == [
        {"sort": "ahead", "words": "She will move to Warsaw in spring.", "on": "2026-11-18"},
        {"sort": "fact", "words": "works at Acme", "on": "2024-11-05"},
    ]


def test_a_want_is_as_old_as_the_day_it_was_written_down(known: Run) -> None:
    known.ok("facts", "--confirm", "1")
    known.at("2026-12-21T10:00").ok("edit", "giulia", "--wants", "a lawyer")

    assert known.json("brief", "giulia")["questions"][1] == {"sort": "want", "words": "a lawyer", "on": "2026-12-21"}
    assert known.json("brief", "giulia")["birthday_on"] is None


def test_a_contact_still_ahead_and_a_note_are_no_last_contacts(known: Run) -> None:
    known.ok("log", "tom", "lunch", "--on", "2026-12-01")
    known.ok("log", "tom", "-k", "note", "tall")

    assert known.json("brief", "tom")["last"] == []


def test_an_event_brings_everybody_who_was_there(known: Run) -> None:
    view = known.json("brief", "--event", "producttank")

    assert (view["event"], [person["handle"] for person in view["people"]]) == ("ProductTank", ["giulia"])


def test_who_was_met_there_before_it_was_an_event_is_brought_too(known: Run) -> None:
    known.ok("add", "Ada Nowak", "--met", "spring meetup", "--new")
    assert [person["handle"] for person in known.json("brief", "--event", "Spring Meetup")["people"]] == ["ada"]

    known.ok("log", "tom", "coffee", "--event", "Spring meetup")
    view = known.json("brief", "--event", "spring-meetup")
    assert (view["event"], [person["handle"] for person in view["people"]]) == ("Spring meetup", ["ada", "tom"])


def test_a_pipe_has_a_row_for_everything(known: Run) -> None:
    rows = known.ok("brief", "giulia").rows()

    assert [row[0] for row in rows if row[0] in ("entry", "wants", "fact", "ask")] == [
        *("entry", "entry", "entry", "wants", "fact", "ask", "ask")
    ]
    assert known.ok("brief", "--event", "ProductTank").rows() == rows


def test_somebody_of_whom_nothing_is_known_is_no_trouble(known: Run) -> None:
    view = known.json("brief", "tom")

    assert [view[name] for name in SECTIONS] == ["tom", [], [], [], [], [], []]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["giulia", "--event", "ProductTank"], 2),
        (["nobody-of-that-name"], 3),
        (["--event", "no such evening"], 3),
        (["--event", "!!"], 2),
        ([""], 3),
    ],
)
def test_what_brief_does_not_know_is_one_line_and_stores_nothing(known: Run, arguments: list[str], code: int) -> None:
    before = known.stored()

    refused = known("brief", *arguments)

    assert (refused.exit_code, refused.stdout, len(refused.stderr.splitlines())) == (code, "", 1)
    assert known.stored() == before
