"""The whole account: every term of it can be checked by hand."""

from datetime import date, timedelta

import pytest
from tests.services.memory import TODAY, Writer

from netlog.domain.cadence import Targets
from netlog.domain.views import Why
from netlog.errors import NotFound
from netlog.services.why import why


def account(writer: Writer, query: str = "giulia") -> Why:
    return why(writer.journal, query, today=TODAY, targets=writer.journal.targets, per_day=3)


def terms(writer: Writer) -> dict[str, tuple[str, str]]:
    return {term.name: (term.value, term.detail) for term in account(writer).terms}


def test_the_rule_that_won_is_named_with_its_rivals(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="close", every_days=10)

    assert terms(writer)["cadence"] == ("10 days", "set for this person; without it 30 days (close)")


def test_kin_are_told_their_longer_days(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="close", is_kin=True)

    assert terms(writer)["cadence"] == ("45 days", "close 30 x 1.5, kin; without it 135 days (the default)")


def test_the_contact_that_carries_furthest_is_the_one_added_up(writer: Writer) -> None:
    person = writer.add("Giulia Rossi", tier="close")
    writer.log(person, ago=20)
    writer.log(person, ago=2, kind="like")

    told = terms(writer)

    assert told["due"] == ("2026-12-01", "2026-11-01 + 1 x 30 days")
    assert told["last contact"] == ("2026-11-19", "2 days ago, like")
    assert told["contact days"] == ("1", "2 contacts logged")
    assert told["overdue ratio"][0] == "0.67"
    assert told["warmth"] == ("0.63", "2^-0.67")


def test_without_a_contact_the_day_of_meeting_stands_in(writer: Writer) -> None:
    writer.add("Giulia Rossi", since_on=TODAY, is_fresh=True)

    told = terms(writer)

    assert told["last contact"] == ("none", "the day you met or added them stands in for it")
    assert told["due"] == ("2026-11-23", "2026-11-21 (the day you met) + 1 x 2 days")
    assert told["interval now"] == ("2 days", "step 1 of 4 for somebody just met")


def test_a_usual_rhythm_is_told_once_there_is_one(writer: Writer) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    for ago in (14, 24, 34, 44):
        writer.log(person, ago=ago)

    told = terms(writer)

    assert told["usual rhythm"] == ("every 8.5 days", "(30 + 3 x 7) / (4 - 1 + 3)")
    assert told["silence"] == ("1.65 gaps", "14 days / 8.5")
    assert told["chance in 30 days"] == ("46%", "1 - (17.50 / 47.50)^0.622, if nobody is reminded")
    assert told["outlook"] == ("faint", "an even chance of contact within 36 days")
    assert told["if silent"] == ("drifting 2026-12-03", "fading 2027-01-14, dormant 2028-11-07")


def test_the_priority_is_told_with_its_factors(writer: Writer) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    for ago in (30, 21):
        writer.log(person, ago=ago, kind="message", direction="out")

    told = terms(writer)

    assert told["priority"][1].startswith("0.5 x ")
    assert told["awaiting since"] == ("2026-10-22", "you wrote, no answer is logged")


@pytest.mark.parametrize(
    ("fields", "name", "told"),
    [
        ({"snoozed_until": date(2026, 12, 24)}, "snoozed until", ("2026-12-24", "hidden; the clock runs on")),
        ({"paused_on": TODAY}, "paused", ("2026-11-21", "hidden until resumed")),
        ({"ended_on": TODAY, "ended_why": "moved on"}, "let go", ("2026-11-21", "moved on")),
        ({"ended_on": TODAY}, "let go", ("2026-11-21", "")),
    ],
)
def test_what_hides_a_person_is_a_term(
    writer: Writer, fields: dict[str, object], name: str, told: tuple[str, str]
) -> None:
    writer.add("Giulia Rossi", tier="inner")
    writer.journal.change(1, **fields)

    assert terms(writer)[name] == told


def test_a_snooze_that_is_over_is_no_term(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="inner")
    writer.journal.change(1, snoozed_until=TODAY)

    assert "snoozed until" not in terms(writer)


def test_the_place_in_the_list_is_told(writer: Writer) -> None:
    for name, ago in (("Tom Baker", 50), ("Giulia Rossi", 20)):
        writer.log(writer.add(name, tier="inner"), ago=ago)

    told = account(writer)

    assert (told.section, told.rank) == ("overdue", 2)
    assert terms(writer)["rank"][0] == "2"


def test_somebody_not_due_has_no_rank_and_no_section(writer: Writer) -> None:
    writer.log(writer.add("Giulia Rossi", tier="wide"))

    told = account(writer)

    assert (told.section, told.rank) == (None, None)
    assert "rank" not in terms(writer)


def test_a_sleeping_tie_is_told_to_be_the_one_of_the_week(writer: Writer) -> None:
    writer.log(writer.add("Giulia Rossi", tier="close"), ago=1500)

    monday = why(writer.journal, "giulia", today=TODAY + timedelta(2), targets=Targets(), per_day=3)

    assert monday.section == "reconnect"


def test_what_would_change_it_is_told_in_days(writer: Writer) -> None:
    writer.log(writer.add("Giulia Rossi", tier="inner"), ago=20)

    call, message, skipped, *tiers = account(writer).what_if

    assert call == "a call logged today: off the list until Thu 26 Nov, due Sat 28 Nov"
    assert message == "a message logged today: off the list until Tue 24 Nov, due Wed 25 Nov"
    assert skipped == "skipped today: off the list until Wed 25 Nov, due then"
    assert [line.split(":")[0] for line in tiers] == ["in tier close", "in tier active", "in tier wide"]
    assert tiers[2] == "in tier wide: due Mon 1 Nov 2027, not on the list before Thu 15 Jul 2027"


def test_what_was_skipped_stays_told_and_warms_nobody(writer: Writer) -> None:
    writer.log(writer.add("Giulia Rossi", tier="close"), ago=40)
    writer.journal.change(1, skipped_on=TODAY)

    told = terms(writer)

    assert told["due"] == ("2026-12-06", "2026-11-21 (skipped) + 0.5 x 30 days")
    assert told["warmth"] == ("0.40", "2^-1.33; what was skipped does not count")


@pytest.mark.parametrize("tier", ["close", "active", "wide"])
def test_the_number_in_another_tier_is_the_rank_after_changing_to_it(writer: Writer, tier: str) -> None:
    for number, ago in enumerate((900, 500, 130, 110, 45, 40, 33)):
        writer.log(writer.add(f"P{number} Rossi", tier=("wide", "active", "close")[number % 3]), ago=ago)
    writer.log(writer.add("Giulia Rossi", tier="inner"), ago=400)
    told = next(line for line in account(writer).what_if if line.startswith(f"in tier {tier}: "))

    writer.journal.change(8, tier=tier)

    now = account(writer)
    due, place, priority = told.removeprefix(f"in tier {tier}: due ").split(", ")
    assert now.tie.due_on
    assert due.startswith(f"{now.tie.due_on:%a} {now.tie.due_on.day} {now.tie.due_on:%b}")
    assert place == f"number {now.rank} of {now.rank_of} due"
    assert float(priority.removeprefix("priority ")) == pytest.approx(now.tie.priority, abs=0.01)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [({"tags": ("mentor",)}, "tag mentor"), ({"tags": ("mentor",), "is_kin": True}, "tag mentor, kin")],
)
def test_another_tier_changes_nothing_where_a_tag_decides(writer: Writer, fields: dict[str, object], rule: str) -> None:
    writer.add("Giulia Rossi", tier="inner", **fields)
    writer.journal.targets = Targets(tag_days={"mentor": 21})

    told = account(writer).what_if

    assert told[3:] == tuple(f"in tier {tier}: the same, for {rule} decides" for tier in ("close", "active", "wide"))


def test_another_tier_changes_nothing_for_a_cadence_of_ones_own(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="inner", every_days=10)

    assert [line.split(" ")[0] for line in account(writer).what_if] == ["a", "a", "skipped"]


@pytest.mark.parametrize(
    ("directions", "told"),
    [
        (["out", "out", "in"], ("you 2 of the last 3", "told, not weighed")),
        (["in"] + ["out"] * 6, ("you 6 of the last 6", "told, not weighed")),
    ],
)
def test_who_started_is_told(writer: Writer, directions: list[str], told: tuple[str, str]) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    for number, direction in enumerate(directions):
        writer.log(person, ago=40 - number, kind="message", direction=direction)

    assert terms(writer)["who started"] == told


def test_only_a_tier_or_cadence_would_change_a_tie_that_is_never_nudged(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="none")

    told = account(writer)

    assert told.what_if == ("a tier or a cadence (netlog edit) would bring check-ins",)
    assert terms(writer)["cadence"][0] == "never"


def test_the_account_of_nobody_is_refused(writer: Writer) -> None:
    with pytest.raises(NotFound):
        account(writer)
