"""The whole account: every term of it can be checked by hand."""

from datetime import date, timedelta

import pytest
from tests.services.memory import TODAY, Writer

from netlog.domain.cadence import Targets
from netlog.domain.views import Why
from netlog.errors import NotFound
from netlog.services.why import why


def account(writer: Writer, query: str = "giulia") -> Why:
    return why(writer.journal, query, today=TODAY, targets=Targets(), per_day=3)


def terms(writer: Writer) -> dict[str, tuple[str, str]]:
    return {term.name: (term.value, term.detail) for term in account(writer).terms}


def test_the_rule_that_won_is_named_with_its_rivals(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="close", every_days=10)

    assert terms(writer)["cadence"] == ("10 days", "set for this person (person > tag rule > tier > default)")


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
    assert told["due"] == ("2026-11-23", "from the day they came into the journal, 2026-11-21")
    assert told["interval now"] == ("2 days", "step 1 of 4 for somebody just met")


def test_a_usual_rhythm_is_told_once_there_is_one(writer: Writer) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    for ago in (14, 24, 34, 44):
        writer.log(person, ago=ago)

    assert terms(writer)["usual rhythm"] == ("every 8.5 days", "from 4 contact days; now 14 / 8.5 = 1.65")


def test_the_priority_is_told_with_its_factors(writer: Writer) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    for ago in (30, 21):
        writer.log(person, ago=ago, kind="message", direction="out")

    told = terms(writer)

    assert told["priority"][1].startswith("(0.5 x ")
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

    call, message, *tiers = account(writer).what_if

    assert call.startswith("a call or a meeting logged today: off the list until ")
    assert message.startswith("a message logged today: off the list until ")
    assert [line.split(":")[0] for line in tiers] == ["in tier close", "in tier active", "in tier wide"]
    assert tiers[2].startswith("in tier wide: due Mon 1 Nov 2027")


def test_another_tier_changes_nothing_for_a_cadence_of_ones_own(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="inner", every_days=10)

    assert len(account(writer).what_if) == 2


def test_only_a_tier_or_cadence_would_change_a_tie_that_is_never_nudged(writer: Writer) -> None:
    writer.add("Giulia Rossi", tier="none")

    told = account(writer)

    assert told.what_if == ("a tier or a cadence (netlog edit) would bring check-ins",)
    assert terms(writer)["cadence"][0] == "never"


def test_the_account_of_nobody_is_refused(writer: Writer) -> None:
    with pytest.raises(NotFound):
        account(writer)
