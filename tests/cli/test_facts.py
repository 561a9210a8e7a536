"""fact and facts, as their user meets them."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def known(netlog: Run) -> Run:
    """Somebody whose job was noted two years ago; it is Saturday."""
    netlog.at("2026-11-21T10:00").people("Giulia Rossi", "Tom Baker")
    netlog.ok("fact", "giulia", "works", "at", "Acme", "--on", "2024-11-05")
    return netlog


def test_a_fact_is_told_with_its_sort_its_day_and_its_number(netlog: Run) -> None:
    netlog.at("2026-11-21T10:00").people("Giulia Rossi")

    noted = netlog.ok("fact", "giulia", "moved to Gdańsk", "--on", "yesterday")

    assert noted.stdout == "noted about Giulia Rossi: moved to Gdańsk (city, Fri 20 Nov 2026) · #1\n"
    assert [hit["source"] for hit in netlog.json("find", "gdansk")["hits"]] == ["fact"]


def test_a_fact_is_no_contact(known: Run) -> None:
    view = known.json("show", "giulia")

    assert (view["contacts"], view["last_on"]) == (0, None)
    assert [fact["text"] for fact in view["facts"]] == ["works at Acme"]


def test_what_is_said_of_the_sort_goes_before_what_the_words_tell(known: Run) -> None:
    known.ok("fact", "tom", "works at night", "--sort", "Other", "--on", "2020-01-01")

    assert [(fact["sort"], fact["is_stale"]) for fact in known.json("facts", "tom")["facts"]] == [("other", False)]


def test_a_fact_of_a_form_has_the_sort_its_words_tell(known: Run) -> None:
    known.ok("edit", "giulia", "--note", "2020-05-01 lives in Lecco")

    facts = known.json("facts")["facts"]

    assert [(fact["text"], fact["sort"], fact["is_stale"]) for fact in facts] == [
        ("lives in Lecco", "city", True),
        ("works at Acme", "job", True),
    ]


def test_confirming_makes_a_fact_as_fresh_as_today_and_can_be_undone(known: Run) -> None:
    assert known.ok("facts", "--confirm", "1").stdout == "confirmed about Giulia Rossi: works at Acme\n"
    (fact,) = known.json("facts", "giulia")["facts"]
    assert (fact["confirmed_on"], fact["is_stale"]) == ("2026-11-21", False)

    known.at("2027-11-21T10:00")
    assert known.json("facts")["facts"][0]["is_stale"]
    known.at("2026-11-21T10:00").ok("undo")
    assert known.json("facts")["facts"][0]["confirmed_on"] is None


def test_confirming_twice_on_a_day_is_once(known: Run) -> None:
    known.ok("facts", "--confirm", "1")
    before = known.stored()

    assert known.ok("facts", "--confirm", "1").stdout.startswith("nothing changes: ")
    assert known.stored() == before


def test_an_edit_of_one_fact_leaves_what_was_confirmed_of_others(known: Run) -> None:
    known.ok("facts", "--confirm", "1")
    known.ok("edit", "giulia", "--note", "likes sailing")

    assert [fact["confirmed_on"] for fact in known.json("facts", "giulia")["facts"]] == ["2026-11-21", None]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["fact", "nobody-of-that-name", "moved"], 3),
        (["fact", "giulia"], 2),
        (["fact", "giulia", " "], 2),
        (["fact", "giulia", "moved", "--sort", "house"], 2),
        (["fact", "giulia", "moved", "--on", "tomorrow"], 2),
        (["fact", "giulia", "moved", "--on", "blue"], 2),
        (["facts", "--confirm", "7"], 3),
        (["facts", "--confirm", "0"], 2),
        (["facts", "--confirm", "one"], 2),
        (["facts", "giulia", "--confirm", "1"], 2),
        (["facts", ""], 3),
    ],
)
def test_what_cannot_be_noted_is_one_line_and_stores_nothing(known: Run, arguments: list[str], code: int) -> None:
    before = known.stored()

    refused = known(*arguments)

    assert (refused.exit_code, refused.stdout, len(refused.stderr.splitlines())) == (code, "", 1)
    assert known.stored() == before
