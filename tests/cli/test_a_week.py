"""A week of use from the first person to the tenth contact: everything netlog then says is true."""

import pytest
from tests.cli.a_week import PEOPLE, SENTENCES, live_through
from tests.cli.running import Run

HANDLES = ("giulia", "lukasz", "nicolo", "anna", "anna-b")
STORED = [
    ("2026-11-20", "coffee", ["giulia"]),
    ("2026-11-20", "coffee", ["lukasz"]),
    ("2026-11-20", "coffee", ["nicolo"]),
    ("2026-11-18", "call", ["giulia"]),
    ("2026-11-05", "lunch", ["lukasz", "nicolo"]),
    ("2026-11-21", "email", ["anna-b"]),
    ("2026-11-17", "like", ["giulia"]),
    ("2026-11-21", "touch", ["giulia"]),
    ("2026-11-02", "video", ["lukasz"]),
    ("2026-10-20", "walk", ["anna"]),
]


@pytest.fixture
def week(netlog: Run) -> Run:
    live_through(netlog)
    return netlog


def test_every_person_gets_a_handle_and_a_first_follow_up(netlog: Run) -> None:
    added = [netlog.json("add", *name.split(), *options) for name, *options in PEOPLE]

    assert [receipt["person"]["handle"] for receipt in added] == list(HANDLES)
    assert [receipt["cadence"] for receipt in added] == [
        "every 30 days (close)",
        "every 7 days (inner)",
        "every 90 days (active)",
        "every 365 days (wide)",
        "every 90 days (the default)",
    ]
    assert added[-1]["first_follow_up_on"] == "2026-11-23"


def test_every_sentence_becomes_the_contact_it_describes(netlog: Run) -> None:
    for name, *options in PEOPLE:
        netlog.ok("add", *name.split(), *options)

    logged = [netlog.json("log", *sentence.split()) for sentence in SENTENCES]

    assert [(r["on"], r["kind"], [p["handle"] for p in r["people"]]) for r in logged] == STORED
    assert logged[0]["tags"] == ["saas"]


def test_every_resolved_day_is_echoed_with_its_weekday(week: Run) -> None:
    receipt = week.ok("log", "giulia", "coffee", "yesterday").stdout

    assert receipt.splitlines()[0] == "logged coffee with Giulia Rossi · yesterday, Fri 20 Nov · #11"


def test_an_ambiguous_name_is_refused_in_a_pipe_with_its_candidates(week: Run) -> None:
    before = week.stored()

    refused = week("log", "Anna", "coffee", "--json")

    assert (refused.exit_code, refused.stdout, week.stored()) == (4, "", before)
    assert refused.error()["candidates"] == [
        {"handle": "anna", "name": "Anna Kowalska"},
        {"handle": "anna-b", "name": "Anna Bianchi"},
    ]


@pytest.mark.parametrize(
    ("sentence", "suggestions"), [("gulia coffee", ["giulia"]), ("coffee with Łukas", ["lukasz"]), ("Zofia call", [])]
)
def test_an_unknown_name_is_refused_in_a_pipe_with_the_nearest(
    week: Run, sentence: str, suggestions: list[str]
) -> None:
    before = week.stored()

    refused = week("log", *sentence.split(), "--json")

    assert (refused.exit_code, refused.stdout, week.stored()) == (3, "", before)
    assert refused.error()["suggestions"] == suggestions


def test_a_close_name_is_suggested_in_words(week: Run) -> None:
    assert week("show", "Giullia") == (3, "", "netlog: no person answers to “Giullia”; did you mean giulia?\n")


def test_nobody_is_due_on_the_day_after_everybody_was_met(week: Run) -> None:
    assert week.ok("due").stdout == ""
    assert week.ok("due", "--count").stdout == "0\n"


def test_a_week_later_the_weekly_tie_is_due_with_its_arithmetic(week: Run) -> None:
    week.at("2026-11-28T09:00")

    items = {item["handle"]: item for item in week.json("due")["first"]}

    assert items["lukasz"]["section"] == "overdue"
    assert items["lukasz"]["reason"] == "8 days since a coffee · you aim for every 7 days (inner) · 1.1x"
    assert items["lukasz"]["topic"] == "kawa, szuka pracy w Gdańsku"
    assert items["anna-b"]["section"] == "follow-up"


def test_why_names_the_rule_the_last_contact_and_what_would_change_it(week: Run) -> None:
    account = week.json("why", "lukasz")
    terms = {term["name"]: (term["value"], term["detail"]) for term in account["terms"]}

    assert terms["cadence"] == ("7 days", "inner; without it 90 days (the default)")
    assert terms["last contact"] == ("2026-11-20", "1 day ago, coffee")
    assert terms["contact days"] == ("3", "3 contacts logged")
    assert terms["due"] == ("2026-11-27", "2026-11-20 + 1 x 7 days")
    assert any(words.startswith("a call logged today: off the list until") for words in account["what_if"])


def test_show_tells_the_whole_story_newest_first(week: Run) -> None:
    dossier = week.json("show", "Łukasz")

    assert [(entry["on"], entry["kind"]) for entry in dossier["timeline"]] == [
        ("2026-11-20", "coffee"),
        ("2026-11-05", "lunch"),
        ("2026-11-02", "video"),
    ]
    assert (dossier["contacts"], dossier["first_on"], dossier["last_on"]) == (3, "2026-11-02", "2026-11-20")
    assert dossier["due_on"] == "2026-11-27"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pricing", [("entry", 1), ("person", 5)]),
        ("gdansku", [("entry", 2)]),
        ("prac gdan", [("entry", 2)]),
        ("figli", [("fact", 1)]),
        ("conference", [("entry", 6)]),
        ("submarine", []),
    ],
)
def test_find_finds_what_was_written_wherever_it_stands(week: Run, words: str, found: list[tuple[str, int]]) -> None:
    hits = week.json("find", *words.split())["hits"]

    assert sorted((hit["source"], hit["id"]) for hit in hits) == found


@pytest.mark.parametrize("words", ["O'Brien", "o’brien", "niamh o'b", "brien"])
def test_a_name_with_an_apostrophe_is_found_as_it_is_typed(week: Run, words: str) -> None:
    week("add", "Niamh O'Brien")
    (hit,) = week.json("find", words)["hits"]

    assert (hit["source"], hit["snippet"]) == ("person", "Niamh O'Brien")


def test_find_keeps_to_its_filters(week: Run) -> None:
    everything = week.json("find", "pricing", "--since", "2026-11-20", "--with", "giulia", "--kind", "coffee")
    too_late = week.json("find", "pricing", "--since", "2026-11-21")

    assert [hit["id"] for hit in everything["hits"]] == [1]
    assert too_late["hits"] == []


def test_stats_count_what_was_logged(week: Run) -> None:
    stats = week.json("stats")

    assert (stats["people"], stats["interactions"], stats["first_on"]) == (5, 10, "2026-10-20")
    assert {m["month"]: (m["interactions"], m["people"]) for m in stats["months"] if m["interactions"]} == {
        "2026-10": (1, 1),
        "2026-11": (9, 4),
    }
    assert dict(stats["kinds"])["coffee"] == 3
    assert sum(number for _, number in stats["days"]) == 10


def test_stats_name_the_target_of_each_tier(week: Run) -> None:
    tiers = {tier["tier"]: (tier["target_days"], tier["people"]) for tier in week.json("stats")["tiers"]}

    assert tiers == {"inner": (7, 1), "close": (30, 1), "active": (90, 1), "wide": (365, 1), "default": (90, 1)}


def test_stats_of_one_person_count_only_theirs(week: Run) -> None:
    stats = week.json("stats", "lukasz")

    assert (stats["person"], stats["interactions"], stats["tiers"]) == ("Łukasz Wiśniewski", 3, [])


def test_people_are_listed_in_the_order_asked_for(week: Run) -> None:
    def order(by: str) -> list[str]:
        return [person["handle"] for person in week.json("people", "--sort", by)["people"]]

    assert order("name") == ["anna-b", "anna", "giulia", "lukasz", "nicolo"]
    assert order("last") == ["anna-b", "giulia", "lukasz", "nicolo", "anna"]
    assert order("due") == ["anna-b", "lukasz", "giulia", "nicolo", "anna"]
    assert order("strength")[0] == "anna-b"


def test_three_operations_are_undone_and_two_redone_in_words(week: Run) -> None:
    undone = [week.ok("undo").stdout for _ in range(3)]
    redone = [week.ok("redo").stdout for _ in range(2)]

    assert undone == [
        "undone: logged walk with Anna Kowalska, Tue 20 Oct 2026\n",
        "undone: logged video with Łukasz Wiśniewski, Mon 2 Nov 2026\n",
        "undone: logged touch with Giulia Rossi, Sat 21 Nov 2026\n",
    ]
    assert redone == [line.replace("undone", "done again") for line in reversed(undone[1:])]
    assert [done["is_undone"] for done in week.json("history")["operations"]] == [True] + [False] * 14


def test_after_undo_the_answers_are_those_of_a_shorter_log(week: Run) -> None:
    for _ in range(3):
        week.ok("undo")

    assert [entry["kind"] for entry in week.json("show", "lukasz")["timeline"]] == ["coffee", "lunch"]
    assert week.json("stats")["interactions"] == 7
    assert week.json("show", "anna")["timeline"] == []


def test_undo_and_redo_answer_in_json_too(week: Run) -> None:
    receipts = [week.json(verb) for verb in ("undo", "undo", "undo", "redo", "redo")]

    assert [(r["operation"], r["is_undone"]) for r in receipts] == [
        (15, True),
        (14, True),
        (13, True),
        (13, False),
        (14, False),
    ]
