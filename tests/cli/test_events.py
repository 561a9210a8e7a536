"""Events at the command line: started, filled, ended with a plan, shown, and refused."""

import pytest
from tests.cli.running import Run

NAMES = ("Ada Nowak", "Bo Chen", "Cleo Diaz", "Dario Fo", "Ewa Lis")


@pytest.fixture
def started(netlog: Run) -> Run:
    netlog.at("2026-11-19T18:00")
    netlog.people("Giulia Rossi")
    netlog.ok("event", "start", "ProductTank", "Milano", "--place", "Milano", "--tag", "pm")
    return netlog


@pytest.fixture
def met(started: Run) -> Run:
    started.people(*NAMES)
    started.ok("log", "bo", "talked about books", "--i-promised", "the deck by fri 27 nov")
    started.ok("log", "giulia", "coffee")
    return started


def days(answer: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {person["handle"]: person["next_on"] for person in answer["people"]}


def test_what_is_written_down_while_it_runs_belongs_to_it(met: Run) -> None:
    sheet = met.json("event", "show", "producttank")

    assert [person["handle"] for person in sheet["people"]] == ["giulia", "ada", "bo", "cleo", "dario", "ewa"]
    assert [person["handle"] for person in sheet["people"] if person["has_words"]] == ["bo"]
    assert [(promise["side"], promise["text"]) for promise in sheet["promises"]] == [("mine", "the deck")]
    assert met.json("show", "ada")["tags"] == ["pm"]
    assert met.json("show", "giulia")["timeline"][0]["place"] == "Milano"


def test_the_receipt_says_so(started: Run) -> None:
    assert "at ProductTank Milano, which is running · +pm\n" in started.ok("add", "Ada", "Nowak").stdout
    logged = started.ok("log", "giulia", "coffee").stdout
    assert "at ProductTank Milano, which is running · +pm · Milano\n" in logged


def test_the_end_proposes_days_and_stores_none_of_them_unasked(met: Run) -> None:
    plan = met.json("event", "end")

    assert days(plan)["bo"] == "2026-11-21"
    assert sorted(day for handle, day in days(plan).items() if handle != "giulia") == (
        ["2026-11-21"] * 3 + ["2026-11-22"] * 2
    )
    assert (plan["is_stored"], plan["per_day"]) == (False, 3)
    assert met.json("show", "ewa")["snoozed_until"] is None


def test_applied_it_puts_off_who_is_beyond_the_capacity_in_one_operation(met: Run) -> None:
    plan = days(met.json("event", "end", "--apply"))

    put_off = {handle: met.json("show", handle)["snoozed_until"] for handle in plan if handle != "giulia"}
    assert put_off == {
        handle: day if day > "2026-11-21" else None for handle, day in plan.items() if handle != "giulia"
    }
    met.ok("undo")
    assert met.json("show", "ewa")["snoozed_until"] is None
    assert met.json("event", "show", "tank")["state"] == "running"
    met.ok("redo")
    assert met.json("event", "show", "tank")["state"] == "ended"


def test_after_the_end_the_plan_can_still_be_stored(met: Run) -> None:
    met.ok("event", "end")

    assert met.json("event", "end", "tank", "--apply")["is_stored"] is True
    assert met.json("show", "ewa")["snoozed_until"] == "2026-11-22"


def test_nothing_belongs_to_it_after_its_end(met: Run) -> None:
    met.ok("event", "end")

    assert met.json("add", "Fay Wu")["event"] is None


def test_a_forgotten_event_says_so_and_takes_nothing(started: Run) -> None:
    started.at("2026-11-24T09:00")
    receipt = started.json("log", "giulia", "coffee")

    assert receipt["event"] is None
    assert "was started 5 days ago and not ended" in receipt["notes"][0]
    assert started.json("event", "list")["events"][0]["state"] == "forgotten"


def test_a_meetup_may_be_started_again_and_tells_only_of_this_time(met: Run) -> None:
    met.ok("event", "end")
    met.at("2026-12-17T18:00").ok("event", "start", "ProductTank Milano")
    met.people("Fay Wu")

    assert [person["handle"] for person in met.json("event", "end")["people"]] == ["fay"]
    assert len(met.json("event", "show", "ProductTank Milano")["people"]) == 7


def test_who_was_met_and_seen_again_is_counted(met: Run) -> None:
    met.ok("event", "end")
    met.at("2026-11-28T09:00").ok("log", "bo", "coffee")

    assert met.json("stats")["became_ties"] == [1, 6]


def test_a_new_tie_may_be_settled_and_made_new_again(met: Run) -> None:
    early = met.json("why", "ada")["due_on"]
    met.ok("edit", "ada", "--settled")
    late = met.json("why", "ada")["due_on"]
    met.ok("edit", "ada", "--fresh")

    assert early == met.json("why", "ada")["due_on"] == "2026-11-21"
    assert late > early


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("start", "Design Week"), 5, "ProductTank Milano is running since 2026-11-19"),
        (("start",), 2, "not how event works"),
        (("start", "!!!"), 2, "cannot be an event"),
        (("start", "X", "--on", "2026-12-01"), 2, "lies ahead"),
        (("start", "X", "--apply"), 2, "--apply does not go with event start"),
        (("end", "--on", "2026-11-18"), 2, "before it began"),
        (("end", "--on", "2026-11-20"), 2, "lies ahead"),
        (("end", "--on", "soonish"), 2, "soonish"),
        (("end", "Nowhere"), 3, "no event answers"),
        (("show", "Nowhere"), 3, "no event answers"),
        (("show", "!!!"), 3, "no event answers"),
        (("show",), 2, "not how event works"),
        (("list", "all"), 2, "not how event works"),
        (("begin", "X"), 2, "not how event works"),
    ],
)
def test_what_cannot_be_done_changes_nothing(started: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    before = started.stored()
    result = started("event", *arguments)

    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert started.stored() == before


def test_an_event_that_does_not_run_cannot_be_ended(netlog: Run) -> None:
    netlog.ok("add", "Ada", "Nowak")
    netlog.ok("log", "ada", "coffee", "--event", "PyCon")
    before = netlog.stored()

    results = [netlog("event", "end"), netlog("event", "end", "pycon"), netlog("event", "end", "pycon", "--apply")]
    assert [result.exit_code for result in results] == [5, 5, 5]
    assert netlog.stored() == before


def test_who_was_promised_something_comes_first(met: Run) -> None:
    met.ok("log", "ewa", "talked about boats", "--i-promised", "a map")
    plan = met.json("event", "end")

    first = {person["handle"] for person in plan["people"] if person["is_new"] and not person["is_put_off"]}
    assert first >= {"bo", "ewa"}
    assert len(first) == 3


def test_the_budget_of_the_day_is_the_capacity(met: Run) -> None:
    met.ok("config", "set", "per_day", "1")

    due = sorted(day for handle, day in days(met.json("event", "end")).items() if handle != "giulia")
    assert due == [f"2026-11-{day}" for day in (21, 22, 23, 24, 25)]
