"""At a terminal netlog asks where a pipe is refused: which of several, whether to add somebody, what is missing."""

import pytest
from tests.cli.running import Processes, Result, Terminal

ANNAS = ("Anna Kowalska", "Anna Bianchi")


@pytest.fixture
def journal(processes: Processes) -> Processes:
    for name in (*ANNAS, "Giulia Rossi"):
        processes("add", name)
    return processes


def done(processes: Processes) -> list[tuple[str, str]]:
    """(command, words) of what was done after the three were added, newest first."""
    rows = Result.rows(processes("history"))
    return [(row[3], row[5]) for row in rows[: len(rows) - 3]]


def test_an_ambiguous_name_is_a_numbered_question(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log", "Anna", "coffee", "--on", "2026-11-01")
    logged.answer("Who is “Anna”?\r\n  1. Anna Kowalska (anna)\r\n  2. Anna Bianchi (anna-b)", "2")

    assert b"logged coffee with Anna Bianchi" in logged.rest()
    assert logged.exit_code == 0
    assert done(journal) == [("log", "logged coffee with Anna Bianchi, Sun 1 Nov 2026")]


@pytest.mark.parametrize("answers", [["9", "0", "x", "1"], ["anna"]])
def test_an_answer_that_is_none_is_asked_again_and_a_handle_is_one(
    journal: Processes, terminal: Terminal, answers: list[str]
) -> None:
    logged = terminal("log", "Anna", "coffee")
    for answer in answers:
        logged.answer("Number, or nothing to stop", answer)

    assert b"logged coffee with Anna Kowalska" in logged.rest()


def test_no_answer_stores_nothing(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log", "Anna", "coffee")
    logged.answer("Number, or nothing to stop", "")

    assert b"netlog: nobody chosen; nothing was stored" in logged.rest()
    assert logged.exit_code == 1
    assert done(journal) == []


def test_an_unknown_name_is_offered_to_be_added_in_the_same_operation(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log", "lunch", "with", "Zofia", "Nowak", "--on", "2026-11-01")
    logged.answer("Nobody answers to “Zofia Nowak”. Add them?", "y")

    shown = logged.rest()
    assert b"added Zofia Nowak (zofia)" in shown
    assert b"logged lunch with Zofia Nowak" in shown
    assert done(journal) == [("log", "logged lunch with Zofia Nowak, Sun 1 Nov 2026")]


def test_undoing_takes_the_newcomer_along(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log", "Zofia", "coffee")
    logged.answer("Nobody answers to “Zofia”. Add them?", "y")
    logged.rest()
    assert journal("show", "zofia").exit_code == 0

    journal("undo")

    assert journal("show", "zofia").exit_code == 3


def test_an_unknown_name_may_be_somebody_known_after_all(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log", "Jules", "coffee", "--on", "2026-11-01")
    logged.answer("Nobody answers to “Jules”. Add them?", "n")
    logged.answer("Who is it then", "giulia")

    assert b"logged coffee with Giulia Rossi" in logged.rest()


@pytest.mark.parametrize(("who", "code"), [("", 1), ("nobody", 3), ("Anna", 4)])
def test_giving_up_half_way_stores_neither_person_nor_contact(
    journal: Processes, terminal: Terminal, who: str, code: int
) -> None:
    logged = terminal("log", "coffee", "with", "Zofia", "and", "Jules")
    logged.answer("Nobody answers to “Zofia”. Add them?", "y")
    logged.answer("Nobody answers to “Jules”. Add them?", "n")
    logged.answer("Who is it then", who)
    logged.rest()

    assert logged.exit_code == code
    assert done(journal) == []


@pytest.mark.parametrize("question", ["Number, or nothing to stop", "Add them?"])
def test_ctrl_c_at_a_question_ends_with_130_and_stores_nothing(
    journal: Processes, terminal: Terminal, question: str
) -> None:
    logged = terminal("log", "coffee", "with", "Anna" if "Number" in question else "Zofia")
    logged.interrupt(question)

    assert b"Traceback" not in logged.rest()
    assert logged.exit_code == 130
    assert done(journal) == []


def test_add_without_a_name_asks_for_the_essential(journal: Processes, terminal: Terminal) -> None:
    added = terminal("add")
    added.answer("Name", "Nicolò Strauß")
    added.answer("Company", "Acme")
    added.answer("Where or how you met", "")
    added.answer("Something worth remembering", "two kids")

    assert "added Nicolò Strauß (nicolo)".encode() in added.rest()
    rows = Result.rows(journal("show", "nicolo"))
    assert ["company", "Acme"] in rows
    assert rows[-1][-1] == "two kids"


@pytest.mark.parametrize(("answer", "code", "people"), [("y", 0, 4), ("n", 1, 3)])
def test_a_likely_duplicate_is_asked_about(
    journal: Processes, terminal: Terminal, answer: str, code: int, people: int
) -> None:
    added = terminal("add", "Giulia", "Rossi")
    added.answer("“Giulia Rossi” may be in the journal already: giulia (Giulia Rossi): same name. Add anyway?", answer)
    added.rest()

    assert added.exit_code == code
    assert len(Result.rows(journal("people"))) == people


def test_log_without_words_asks_who_and_what(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log")
    logged.answer("Who and what", "giulia coffee yesterday")

    assert b"logged coffee with Giulia Rossi" in logged.rest()


def test_a_note_asks_nothing_and_keeps_what_it_cannot_settle(journal: Processes, terminal: Terminal) -> None:
    noted = terminal("note", "Anna", "rang")

    assert b"kept in the inbox: Anna rang" in noted.rest()
    settled = terminal("inbox", "settle", "1")
    settled.answer("Who is “Anna”?", "1")
    assert b"logged call with Anna Kowalska" in settled.rest()


def test_with_json_nothing_is_asked_even_at_a_terminal(journal: Processes, terminal: Terminal) -> None:
    refused = terminal("log", "Anna", "coffee", "--json")

    assert b'"code": "ambiguous"' in refused.rest()
    assert refused.exit_code == 4


def test_a_question_shows_control_characters_as_pictures(journal: Processes, terminal: Terminal) -> None:
    logged = terminal("log", "coffee with Zed\x1b[2J: hi", "with", "Zo\x07fia")
    logged.answer("Add them?", "n")
    logged.answer("Who is it then", "")
    shown = logged.rest()

    assert b"\x1b[2J" not in shown
    assert b"\x07" not in shown


def test_the_end_of_an_event_shows_the_days_before_it_stores_them(processes: Processes, terminal: Terminal) -> None:
    processes("event", "start", "PyCon")
    for name in ("Ada", "Bo", "Cleo", "Dario"):
        processes("add", name)
    ended = terminal("event", "end")
    ended.answer("put off", "y")

    assert b"ended PyCon, 1 first follow-up put off" in ended.rest()
    assert ended.exit_code == 0
