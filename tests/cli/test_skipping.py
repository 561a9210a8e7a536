"""Skip and the third snooze: a check-in put off is no contact, and is asked about without reproach."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def two(netlog: Run) -> Run:
    """A close tie last seen 35 days ago, and one nobody is nudged about."""
    netlog.at("2025-05-01T10:00")
    netlog.ok("add", "Giulia Rossi", "--tier", "close", "--on", "2025-01-01")
    netlog.ok("add", "Quiet One", "--tier", "none")
    netlog.at("2026-10-16T10:00").ok("log", "giulia", "coffee")
    return netlog.at("2026-11-20T10:00")


def test_a_skip_covers_half_an_interval_and_says_when_the_next_check_in_comes(two: Run) -> None:
    answer = two.ok("skip", "giulia")

    assert answer.stdout == "skipped Giulia Rossi\nnext check-in: Giulia Rossi Sat 5 Dec\n"
    assert two.listed() == set()
    assert two.at("2026-12-05T10:00").listed() == {"giulia"}


def test_a_skip_is_no_contact_and_warms_nobody(two: Run) -> None:
    before = two.json("show", "giulia")

    two.ok("skip", "giulia")

    after = two.json("show", "giulia")
    kept = ("contacts", "last_on", "warmth", "p_30", "timeline_total")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_who_was_skipped_is_called_that_until_due_again_and_counts_as_due(two: Run) -> None:
    two.ok("skip", "giulia")

    assert two.json("show", "giulia")["state"] == "skipped"
    assert [(tier["warm"], tier["due"]) for tier in two.json("stats")["tiers"] if tier["tier"] == "close"] == [(0, 1)]
    assert two.at("2026-12-05T10:00").json("show", "giulia")["state"] == "due"


def test_a_skip_while_contacts_still_cover_changes_no_word(two: Run) -> None:
    two.at("2026-10-20T10:00").ok("skip", "giulia")

    assert two.json("show", "giulia")["state"] == "warm"


def test_a_skip_is_undone_and_done_again(two: Run) -> None:
    two.ok("skip", "giulia")

    assert two.ok("undo").stdout == "undone: skipped Giulia Rossi\n"
    assert two.listed() == {"giulia"}
    two.ok("redo")
    assert two.listed() == set()


def test_somebody_off_the_usual_rhythm_is_not_shown_again_for_half_an_interval(netlog: Run) -> None:
    netlog.at("2026-08-01T10:00").ok("add", "Regular Rob", "--tier", "active", "--on", "2026-01-01")
    for day in ("08-01", "08-06", "08-11", "08-16", "08-21", "08-26", "08-31", "09-05", "09-10", "09-15"):
        netlog.ok("log", "regular", "coffee", "--on", f"2026-{day}")
    netlog.at("2026-10-20T10:00")
    assert netlog.json("due")["first"][0]["section"] == "fill"

    netlog.ok("skip", "regular")

    assert netlog.at("2026-11-20T10:00").listed() == set()
    assert netlog.at("2026-12-14T10:00").listed() == {"regular"}


@pytest.mark.parametrize(
    ("before", "command", "said"),
    [
        ("skip giulia", "skip giulia", "Giulia Rossi was skipped today already"),
        ("pause giulia", "skip giulia", "Giulia Rossi is paused, so there is no check-in to skip"),
        ("history", "skip quiet", "Quiet One is in tier none, so there is no check-in to skip"),
        ("snooze giulia 2w", "snooze giulia 2w", "Giulia Rossi is snoozed until Fri 4 Dec 2026 already"),
    ],
)
def test_where_there_is_nothing_to_put_off_nothing_is_stored(two: Run, before: str, command: str, said: str) -> None:
    two.ok(*before.split())
    stored = two.stored()

    answer = two.json(*command.split())

    assert (answer["type"], answer["words"], two.stored()) == ("unchanged", said, stored)


def test_a_tie_let_go_cannot_be_skipped(two: Run) -> None:
    two.ok("let-go", "giulia")
    before = two.stored()

    refused = two("skip", "giulia")

    assert (refused.exit_code, refused.stdout, two.stored()) == (5, "", before)
    assert refused.stderr == "netlog: you let Giulia Rossi go on 2026-11-20; netlog resume brings it back\n"


@pytest.mark.parametrize("command", [("skip", "anna"), ("pause", "anna"), ("snooze", "anna", "2w")])
def test_an_ambiguous_person_is_not_guessed(two: Run, command: tuple[str, ...]) -> None:
    two.people("Anna Nowak", "Anna Verdi")
    before = two.stored()

    refused = two(*command[:1], "ann", *command[2:])

    assert (refused.exit_code, refused.stdout, two.stored()) == (4, "", before)


def snoozed(netlog: Run, times: int, *, first_month: int = 1) -> list[str]:
    """The notes of the last of so many monthly snoozes."""
    notes: list[str] = []
    for month in range(first_month, first_month + times):
        netlog.at(f"2027-{month:02}-01T10:00")
        notes = netlog.json("snooze", "giulia", "2w")["notes"]
    return notes


@pytest.mark.parametrize(("times", "asked"), [(1, False), (2, False), (3, True), (4, False), (6, True)])
def test_every_third_snooze_asks_whether_the_cadence_still_fits(two: Run, times: int, asked: bool) -> None:
    assert bool(snoozed(two, times)) == asked


def test_the_third_snooze_names_the_cadence_and_two_ways_out(two: Run) -> None:
    assert snoozed(two, 3) == [
        "third snooze since you were last in touch: does every 30 days (close) still fit? "
        "netlog edit giulia --tier active, or netlog let-go giulia"
    ]
    assert snoozed(two, 3, first_month=4)[0].startswith("6 snoozes since you were last in touch: ")


@pytest.mark.parametrize(
    ("options", "way"),
    [
        (("--tier", "inner"), "--tier close"),
        (("--tier", "wide"), "--tier none"),
        (("--tier", "close", "--kin"), "--tier active"),
        (("--tier", ""), "--tier wide"),
        (("--every", "10d"), "--every 20d"),
        (("--every", "3000d"), "--every 3650d"),
    ],
)
def test_the_way_to_rarer_check_ins_fits_the_rule_that_sets_them(two: Run, options: tuple[str, ...], way: str) -> None:
    two.ok("edit", "giulia", *options)

    assert f"netlog edit giulia {way}, or" in snoozed(two, 3)[0]


def test_for_a_tag_rule_the_way_out_is_a_cadence_of_ones_own(two: Run) -> None:
    two.settings("[cadence.tag]\nfounder = 20\n")
    two.ok("edit", "giulia", "--tag", "founder")

    assert "netlog edit giulia --every 40d, or" in snoozed(two, 3)[0]


def test_a_full_contact_in_between_begins_the_count_again(two: Run) -> None:
    snoozed(two, 2)
    two.at("2027-02-10T10:00").ok("log", "giulia", "coffee")

    assert snoozed(two, 2, first_month=3) == []
    assert snoozed(two, 1, first_month=5) != []


def test_a_like_in_between_does_not(two: Run) -> None:
    snoozed(two, 2)
    two.at("2027-02-10T10:00").ok("log", "giulia", "--kind", "like")

    assert snoozed(two, 1, first_month=3) != []


def test_snoozes_that_were_undone_or_of_others_do_not_count(two: Run) -> None:
    two.people("Tom Baker")
    snoozed(two, 2)
    two.ok("undo")
    two.ok("snooze", "tom", "5w")

    assert snoozed(two, 1, first_month=3) == []


def test_somebody_never_nudged_is_not_asked_about(two: Run) -> None:
    two.ok("edit", "giulia", "--tier", "none")

    assert snoozed(two, 3) == []
