"""A pause of everybody: what stays on the list, how it ends, and that nothing comes thundering afterwards."""

import pytest
from tests.cli.running import Run

CROWD = 20


@pytest.fixture
def crowd(netlog: Run) -> Run:
    """Twenty weekly ties, all overdue; one has a birthday on 25 November, one has written, one has not answered."""
    netlog.at("2026-05-01T10:00")
    for number in range(CROWD):
        netlog.ok("add", f"P{number:02} Test", "--every", "7d", "--on", "2026-01-01")
    netlog.ok("edit", "p00", "--birthday", "1986-11-25")
    netlog.at("2026-11-10T10:00")
    netlog.ok("log", "p01", "email", "--in")
    netlog.ok("log", "p02", "email", "--out")
    return netlog.at("2026-11-20T10:00")


def sections(netlog: Run, *options: str) -> list[tuple[str, str]]:
    """(section, handle) of everybody listed."""
    morning = netlog.json("due", *options)
    return [(item["section"], item["handle"]) for item in [*morning["first"], *morning["if_time"]]]


@pytest.mark.parametrize("options", [(), ("--all",), ("--within", "3w")])
def test_a_pause_of_everybody_leaves_what_others_expect(crowd: Run, options: tuple[str, ...]) -> None:
    crowd.ok("pause", "--everyone")

    assert sections(crowd, *options) == [("reply", "p01")]
    assert sections(crowd.at("2026-11-25T10:00"), *options) == [("reply", "p01"), ("birthday", "p00")]
    assert crowd.json("due", *options)["reconnect"] is None


def test_a_paused_morning_says_until_when_and_how_many_would_be_due(crowd: Run) -> None:
    receipt = crowd.ok("pause", "--everyone", "--until", "2027-01-11").stdout

    assert receipt == "paused everyone until Mon 11 Jan 2027\n"
    paused = {"since_on": "2026-11-20", "until_on": "2027-01-11", "held": CROWD - 1}
    assert crowd.json("due")["pause"] == crowd.json("due", "--all")["pause"] == paused
    assert crowd.ok("due").rows()[-1] == ["pause", "2026-11-20", "2027-01-11", "19"]
    assert crowd.ok("due", "--count").stdout == "1\n"


def test_after_the_last_day_of_a_pause_the_morning_is_no_longer_than_ever(crowd: Run) -> None:
    crowd.ok("pause", "--everyone", "--until", "2027-01-11")

    assert crowd.at("2027-01-10T23:00").json("due")["pause"] is not None
    morning = crowd.at("2027-01-11T09:00").json("due")

    assert morning["pause"] is None
    assert (len(morning["first"]), len(morning["if_time"])) == (3, 3)
    assert crowd.ok("due", "--count").stdout == f"{CROWD}\n"


def test_the_clock_runs_on_during_a_pause(crowd: Run) -> None:
    before = crowd.json("why", "p03")

    crowd.ok("pause", "--everyone")

    after = crowd.json("why", "p03")
    assert {name: after[name] for name in ("due_on", "overdue_ratio", "state", "warmth")} == {
        name: before[name] for name in ("due_on", "overdue_ratio", "state", "warmth")
    }
    assert after["section"] is None
    assert [person["state"] for person in crowd.json("people")["people"]] == ["due"] * CROWD


def test_resuming_everybody_ends_the_pause_today(crowd: Run) -> None:
    before = crowd.json("due")
    crowd.ok("pause", "--everyone", "--until", "6w")

    assert crowd.ok("resume", "--everyone").stdout == "resumed everyone\n"

    assert crowd.json("due") == before


def test_undo_and_redo_take_a_pause_and_its_end_back_and_forth(crowd: Run) -> None:
    crowd.ok("pause", "--everyone")
    crowd.ok("resume", "--everyone")

    paused = []
    for command in ("undo", "undo", "redo", "redo"):
        crowd.ok(command)
        paused.append(crowd.json("due")["pause"] is not None)

    assert paused == [True, False, True, False]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "everyone is paused already"),
        ("2027-01-11", "", "everyone is paused until Mon 11 Jan 2027 already"),
        ("2027-01-11", "2027-01-11", "everyone is paused until Mon 11 Jan 2027 already"),
    ],
)
def test_pausing_everybody_twice_is_no_operation(crowd: Run, first: str, second: str, said: str) -> None:
    crowd.ok("pause", "--everyone", *(("--until", first) if first else ()))
    before = crowd.stored()

    again = crowd.json("pause", "--everyone", *(("--until", second) if second else ()))

    assert (again["type"], again["words"]) == ("unchanged", said)
    assert crowd.stored() == before


@pytest.mark.parametrize("first", [(), ("--until", "2027-03-01")])
def test_another_end_changes_the_pause_that_is_in_force(crowd: Run, first: tuple[str, ...]) -> None:
    crowd.ok("pause", "--everyone", *first)
    crowd.at("2026-11-22T10:00")

    crowd.ok("pause", "--everyone", "--until", "2026-12-24")

    pause = crowd.json("due")["pause"]
    assert (pause["since_on"], pause["until_on"]) == ("2026-11-20", "2026-12-24")
    crowd.ok("undo")
    assert crowd.json("due")["pause"]["until_on"] == (first[1] if first else None)


def test_there_is_nothing_to_resume_without_a_pause(crowd: Run) -> None:
    crowd.ok("pause", "p03")
    before = crowd.stored()

    answer = crowd.ok("resume", "--everyone")

    assert (answer.stdout, crowd.stored()) == ("there is no pause for everyone\n", before)
    assert crowd.json("why", "p03")["state"] == "paused"


def test_a_second_pause_is_one_of_its_own(crowd: Run) -> None:
    crowd.ok("pause", "--everyone", "--until", "2026-11-22")
    crowd.at("2026-12-01T10:00")
    assert crowd.json("due")["pause"] is None

    crowd.ok("pause", "--everyone")

    assert crowd.json("due")["pause"]["since_on"] == "2026-12-01"


def test_contacts_are_logged_and_counted_during_a_pause(crowd: Run) -> None:
    crowd.ok("pause", "--everyone")

    logged = crowd.json("log", "p03", "coffee")

    assert [person["due_on"] for person in logged["next"]] == ["2026-11-27"]
    assert crowd.json("due")["pause"]["held"] == CROWD - 2


def test_filters_narrow_what_a_pause_holds_back(crowd: Run) -> None:
    crowd.ok("edit", "p03", "--tag", "saas")
    crowd.ok("pause", "--everyone")

    assert crowd.json("due", "--tag", "saas")["pause"]["held"] == 1
    assert crowd.ok("due", "--count", "--tag", "saas").stdout == "0\n"
