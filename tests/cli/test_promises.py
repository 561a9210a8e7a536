"""promise, promised-by, promises, keep, drop, postpone, and what the morning, show, find and stats make of them."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def desk(netlog: Run) -> Run:
    """Two people known for long, whom no check-in is due with; it is Saturday 21 November."""
    netlog.at("2026-11-14T10:00")
    netlog.ok("add", "Giulia Rossi", "--tier", "none", "--tag", "saas")
    netlog.ok("add", "Bo Lind", "--tier", "none")
    return netlog.at("2026-11-21T10:00")


def open_today(desk: Run, *options: str) -> list[tuple[str, str, str]]:
    """The first block of the morning: sort, words and how to close."""
    return [(each["sort"], each["words"], each["how"]) for each in desk.json("due", *options)["loops"]]


def numbers(desk: Run, *options: str) -> list[int]:
    return [each["id"] for each in desk.json("promises", *options)["promises"]]


def counted(desk: Run) -> str:
    return desk.ok("due", "--count").stdout


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["promise", "giulia", "send the deck", "--by", "fri"], "you promised Giulia Rossi: send the deck · by Fri 27"),
        (["promise", "giulia", "send", "the", "deck", "by", "tomorrow"], "send the deck · by tomorrow, Sun 22 Nov"),
        (["promise", "giulia", "send the deck"], "send the deck · no date · when done: netlog keep 1"),
        (["promised-by", "bo", "intro to Ada", "--by", "end of month"], "Bo Lind promised: intro to Ada · by Mon 30"),
        (["promised-by", "bo", "manda il deck entro venerdì"], "Bo Lind promised: manda il deck · by Fri 27 Nov"),
        (["promised-by", "bo", "odda książkę do piątku"], "Bo Lind promised: odda książkę · by Fri 27 Nov"),
        (["promise", "bo", "the plan by friday", "--by", "monday"], "the plan by friday · by Mon 23 Nov"),
    ],
)
def test_the_receipt_echoes_what_was_promised_and_by_which_weekday(desk: Run, command: list[str], shown: str) -> None:
    assert shown in desk.ok(*command).stdout


def test_open_promises_are_listed_mine_first_by_date(desk: Run) -> None:
    desk.ok("promised-by", "bo", "intro to Ada by monday")
    desk.ok("promise", "bo", "a book")
    desk.ok("promise", "giulia", "send the deck by friday")
    desk.ok("promise", "giulia", "call her by monday")

    assert numbers(desk) == [4, 3, 2, 1]
    assert (numbers(desk, "--mine"), numbers(desk, "--theirs")) == ([4, 3, 2], [1])
    assert (numbers(desk, "bo"), numbers(desk, "giulia", "--theirs")) == ([2, 1], [])
    assert desk.ok("promises", "giulia", "--theirs").stdout == ""


def test_a_promise_is_kept_by_its_number_or_by_the_person(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck by friday")
    desk.ok("promised-by", "bo", "intro to Ada")

    assert desk.ok("keep", "1").stdout == "kept: send the deck, promised to Giulia Rossi\n"
    assert desk.ok("keep", "bo", "--on", "today").stdout == "kept: intro to Ada, promised by Bo Lind\n"
    assert (numbers(desk), numbers(desk, "--all")) == ([], [2, 1])


def test_the_old_date_of_a_postponed_promise_stays_in_the_history(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck by friday")

    moved = desk.ok("postpone", "giulia", "30", "nov").stdout

    assert moved == "postponed: send the deck, Fri 27 Nov to Mon 30 Nov 2026\n"
    assert moved.strip() == desk.json("history")["operations"][0]["words"]
    assert [(each["due_on"], each["postponed"]) for each in desk.json("promises")["promises"]] == [("2026-11-30", 1)]


def test_what_is_dropped_is_told_with_the_reason(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck")

    dropped = desk.ok("drop", "1", "--why", "she has it already").stdout

    assert dropped == "dropped: send the deck, promised to Giulia Rossi · she has it already\n"
    assert desk.json("promises", "--all")["promises"][0]["outcome"] == "dropped"


def test_every_step_can_be_undone_and_done_again(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck by tomorrow")
    steps = (("postpone", "1", "2w"), ("keep", "1"))
    seen = [desk.json("promises", "--all")]
    for step in steps:
        desk.ok(*step)
        seen.append(desk.json("promises", "--all"))

    for before in seen[-2::-1]:
        desk.ok("undo")
        assert desk.json("promises", "--all") == before
    desk.ok("undo")
    assert (numbers(desk), open_today(desk)) == ([], [])
    for after in seen:
        desk.ok("redo")
        assert desk.json("promises", "--all") == after


def test_a_log_line_takes_promises_of_both_sides_and_one_undo_takes_all_back(desk: Run) -> None:
    before = desk.json("promises")
    lines = desk.ok(
        *("log", "giulia", "coffee yesterday", "--i-promised", "deck by friday", "--i-promised", "a book"),
        *("--they-promised", "intro to Bo by end of month"),
    ).stdout.splitlines()

    assert lines[1:4] == [
        "you promised Giulia Rossi: deck · by Fri 27 Nov · when done: netlog keep 1",
        "you promised Giulia Rossi: a book · no date · when done: netlog keep 2",
        "Giulia Rossi promised: intro to Bo · by Mon 30 Nov · when done: netlog keep 3",
    ]
    made = desk.json("promises")["promises"]
    assert {(each["entry"], each["made_on"]) for each in made} == {(1, "2026-11-20")}
    desk.ok("undo")
    assert desk.json("promises") == before
    assert desk.json("show", "giulia")["contacts"] == 0


def test_with_several_people_a_promise_belongs_to_each_of_them(desk: Run) -> None:
    logged = desk.json("log", "giulia and bo: lunch", "--they-promised", "feedback by friday")

    assert [(each["handle"], each["side"]) for each in logged["promises"]] == [("giulia", "theirs"), ("bo", "theirs")]


def test_a_promise_outlives_the_entry_it_was_made_in(desk: Run) -> None:
    desk.ok("log", "giulia", "coffee", "--i-promised", "deck by friday")

    desk.ok("rm", "1")

    assert [(each["text"], each["entry"]) for each in desk.json("promises")["promises"]] == [("deck", None)]


def test_the_morning_says_mine_the_day_before_and_theirs_the_day_after(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck by wednesday")
    desk.ok("promised-by", "bo", "intro to Ada by wednesday")

    days = {day: open_today(desk.at(f"2026-11-{day}T10:00")) for day in (23, 24, 25, 26)}

    mine = [("promise", "send the deck · by tomorrow, Wed 25 Nov", "netlog keep 1")]
    today = [("promise", "send the deck · by today, Wed 25 Nov", "netlog keep 1")]
    both = [
        ("promise", "send the deck · since Wed 25 Nov", "netlog keep 1"),
        ("promised", "intro to Ada · was for Wed 25 Nov", "netlog keep 2"),
    ]
    assert days == {23: [], 24: mine, 25: today, 26: both}


def test_promises_without_a_date_are_said_after_a_while(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck")
    desk.ok("promised-by", "bo", "intro to Ada")

    sorts = {day: [each[0] for each in open_today(desk.at(f"2026-{day}T10:00"))] for day in ("11-27", "11-28", "12-12")}

    assert sorts == {"11-27": [], "11-28": ["promise"], "12-12": ["promise", "promised"]}
    assert open_today(desk)[1][1] == "intro to Ada · said 21 days ago"


def test_the_number_for_a_prompt_counts_people_with_open_promises(desk: Run) -> None:
    assert counted(desk) == "0\n"
    desk.ok("promise", "giulia", "send the deck by tomorrow")
    desk.ok("promise", "giulia", "send the book by tomorrow")
    assert counted(desk) == "1\n"

    desk.ok("keep", "1")
    assert counted(desk) == "1\n"
    desk.ok("postpone", "2", "2w")
    assert counted(desk) == "0\n"


def test_the_filters_of_the_morning_hold_for_promises(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck by today")
    desk.ok("promise", "bo", "send the book by today")

    assert [words for _, words, _ in open_today(desk, "--tag", "saas")] == ["send the deck · by today, Sat 21 Nov"]


def test_a_tie_let_go_leaves_the_morning_and_the_list_keeps_the_promise(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck by today")

    desk.ok("let-go", "giulia")

    assert (open_today(desk), counted(desk), numbers(desk)) == ([], "0\n", [1])


def test_a_dossier_shows_what_is_open_both_ways_and_how_much_was_kept(desk: Run) -> None:
    for text in ("send the deck by friday", "a book"):
        desk.ok("promise", "giulia", text)
    desk.ok("promised-by", "giulia", "intro to Ada")
    desk.ok("keep", "2")

    view = desk.json("show", "giulia")

    assert [(each["side"], each["text"]) for each in view["promises"]] == [
        ("mine", "send the deck"),
        ("theirs", "intro to Ada"),
    ]
    assert (view["promises_kept_by_me"], view["promises_kept_by_them"]) == (1, 0)
    assert ["promise", "1", "mine", "2026-11-27", "send the deck"] in desk.ok("show", "giulia").rows()


def test_find_finds_promises_and_its_filters_hold_for_them(desk: Run) -> None:
    desk.ok("promise", "giulia", "oddać książkę by friday")
    desk.ok("promised-by", "bo", "książka o mostach")

    hits = desk.json("find", "ksiaz")["hits"]
    only = desk.json("find", "ksiaz", "--tag", "saas")["hits"]

    assert [(each["source"], each["kind"], each["handles"]) for each in hits] == [
        ("promise", "promised", ["bo"]),
        ("promise", "promise", ["giulia"]),
    ]
    assert [each["handles"] for each in only] == [["giulia"]]
    assert desk.json("find", "ksiaz", "--with", "bo")["hits"] == hits[:1]
    assert desk.json("find", "ksiaz", "--kind", "coffee")["hits"] == []


def test_stats_count_what_became_of_the_promises_of_each_side(desk: Run) -> None:
    for text in ("a by tomorrow", "b by tomorrow", "c", "d", "e by friday"):
        desk.ok("promise", "giulia", text)
    desk.ok("promised-by", "bo", "f by tomorrow")
    desk.ok("postpone", "5", "30 nov")
    for number in ("1", "3"):
        desk.ok("keep", number)
    desk.ok("drop", "4")
    desk.at("2026-11-23T10:00").ok("keep", "2")

    assert desk.json("stats")["promises"] == [
        {"side": "mine", "open": 1, "kept": 3, "dated": 2, "on_time": 1, "postponed": 1, "dropped": 1},
        {"side": "theirs", "open": 1, "kept": 0, "dated": 0, "on_time": 0, "postponed": 0, "dropped": 0},
    ]
    assert [each["side"] for each in desk.json("stats", "bo")["promises"]] == ["theirs"]
    assert ["promises", "mine", "1", "3", "2", "1", "1", "1"] in desk.ok("stats").rows()


def test_an_ambiguous_keep_lists_the_numbers_and_stores_nothing(desk: Run) -> None:
    desk.ok("promise", "giulia", "send the deck")
    desk.ok("promised-by", "giulia", "intro to Ada")
    before = desk.stored()

    refused = desk("keep", "giulia")

    assert (refused.exit_code, refused.stdout, desk.stored()) == (4, "", before)
    assert refused.stderr == (
        "netlog: “giulia” could be 1 (send the deck) or 2 (intro to Ada); use the number, the first word\n"
    )
    assert desk("keep", "giulia", "--json").error()["candidates"] == [
        {"id": "1", "text": "send the deck"},
        {"id": "2", "text": "intro to Ada"},
    ]


def test_an_ambiguous_person_is_never_guessed(desk: Run) -> None:
    desk.ok("add", "Giulia Verdi", "--new")
    before = desk.stored()

    refused = desk("promise", "Giulia", "send the deck")

    assert (refused.exit_code, refused.stdout, desk.stored()) == (4, "", before)


REFUSED = (
    (2, "promise|giulia", "Missing argument 'TEXT'"),
    (2, "promise|giulia|", "what was promised? there are no words"),
    (2, "promise|giulia|by friday", "what was promised? there are no words"),
    (2, "promise|giulia|x|--by|someday", "“someday” is not a date I can read"),
    (2, "promise|giulia|x|--by|", "“” is not a date I can read"),
    (2, "promise|giulia|x|--by|yesterday", "2026-11-20 lies before the day of the promise"),
    (2, "promise|giulia|x by yesterday", "2026-11-20 lies before the day of the promise"),
    (2, "promise|giulia|x by 30 feb", "“by 30 feb” is not a date I can read"),
    (2, "promise|giulia|x|--by|9999-12-31", "9999-12-31 is out of range"),
    (2, "promise|giulia|" + "x" * 1001, "that value has 1,001 characters; keep it under 1000"),
    (2, "promised-by|giulia|a\x00b", "that value is not valid UTF-8"),
    (2, "log|giulia|coffee|--i-promised|", "what was promised? there are no words"),
    (2, "log|giulia|coffee|--they-promised|x by yesterday", "2026-11-20 lies before the day of the promise"),
    (2, "keep|2|--on|tomorrow", "2026-11-22 lies ahead"),
    (2, "keep|2|--on|2026-11-20", "2026-11-20 lies before the promise, made 2026-11-21"),
    (2, "drop|2|--why|", "an empty value says nothing"),
    (2, "postpone|2", "Missing argument 'DATE'"),
    (2, "postpone|2|yesterday", "2026-11-20 is over"),
    (2, "postpone|2|someday", "“someday” is not a date I can read"),
    (3, "promise|zofia|x", "no person answers to “zofia”"),
    (3, "promise||x", "no person answers to “”"),
    (3, "promises|zofia", "no person answers to “zofia”"),
    (3, "keep|zofia", "no person answers to “zofia”"),
    (3, "keep|giulia", "no open promise answers to “giulia”"),
    (3, "drop|99", "no promise answers to “99”"),
    (3, "postpone|99|2w", "no promise answers to “99”"),
    (5, "keep|1", "promise 1 is closed: “send the deck” was kept, 2026-11-21"),
    (5, "drop|#1", "promise 1 is closed"),
    (5, "postpone|1|2w", "promise 1 is closed"),
)


@pytest.mark.parametrize(("code", "command", "message"), REFUSED)
def test_bad_input_is_one_clear_line_and_stores_nothing(desk: Run, code: int, command: str, message: str) -> None:
    desk.ok("promise", "giulia", "send the deck")
    desk.ok("promised-by", "bo", "intro to Ada")
    desk.ok("keep", "1")
    before = desk.stored()

    refused = desk(*command.split("|"))

    assert (refused.exit_code, refused.stdout, desk.stored()) == (code, "", before)
    assert refused.stderr.startswith("netlog: ")
    assert refused.stderr.count("\n") == 1
    assert message in refused.stderr
