"""Adding somebody: from when on they count, whom they resemble, and what they are called."""

from datetime import date, timedelta

import pytest
from tests.services.memory import CLOCK, TODAY, Writer

from netlog.domain.receipts import Added
from netlog.errors import Conflict, UsageProblem
from netlog.services import people
from netlog.services.people import NO_PARTICULARS, Particulars


def added(writer: Writer, name: str, **given: object) -> Added:
    return people.add(writer.appender, name, Particulars(**given), clock=CLOCK)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ago", "is_fresh", "since"),
    [(0, True, 0), (1, True, 1), (14, True, 14), (15, False, 0), (400, False, 0)],
)
def test_somebody_met_in_the_last_two_weeks_is_new_from_that_day_on(
    writer: Writer, ago: int, is_fresh: bool, since: int
) -> None:
    added(writer, "Giulia Rossi", on=TODAY - timedelta(ago))

    row = writer.journal.rows[0]
    assert (row.is_fresh, row.since_on) == (is_fresh, TODAY - timedelta(since))
    assert row.met_on == TODAY - timedelta(ago)


def test_somebody_met_somewhere_was_met_today_and_somebody_just_added_on_no_known_day(writer: Writer) -> None:
    added(writer, "Giulia Rossi", met="a train")
    added(writer, "Tom Baker")

    assert [row.met_on for row in writer.journal.rows] == [TODAY, None]
    assert all(row.is_fresh for row in writer.journal.rows)


def test_where_you_met_is_an_event_when_one_is_called_so(writer: Writer) -> None:
    writer.journal.events["producttank"] = "ProductTank"

    added(writer, "Giulia Rossi", met="producttank")

    assert (writer.journal.added[0].event, writer.journal.added[0].met) == ("ProductTank", None)


def test_the_receipt_names_the_first_follow_up_and_the_rule(writer: Writer) -> None:
    receipt = added(writer, "  Giulia   Rossi ", tier="close")

    assert (receipt.person.handle, receipt.person.name) == ("giulia", "Giulia Rossi")
    assert (receipt.first_follow_up_on, receipt.cadence) == (date(2026, 11, 23), "every 30 days (close)")
    assert writer.appender.finished == [("add", "added Giulia Rossi")]


@pytest.mark.parametrize(
    ("given", "cadence"),
    [
        ({"tier": "none"}, "no check-ins (tier none)"),
        ({"every_days": 1}, "every day (set for this person)"),
        ({}, "every 90 days (the default)"),
    ],
)
def test_the_cadence_is_said_in_words(writer: Writer, given: dict[str, object], cadence: str) -> None:
    assert added(writer, "Giulia Rossi", **given).cadence == cadence


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("GIULIA rossi", {}, "giulia (Giulia Rossi): same name"),
        ("G R", {"emails": ("G@Example.org",)}, "giulia (Giulia Rossi): same email"),
        ("Giulia Rossi", {"phones": ("0039 2 12345678",)}, "giulia (Giulia Rossi): same name and phone"),
    ],
)
def test_a_likely_duplicate_is_refused_with_its_reason_unless_insisted_on(
    writer: Writer, name: str, given: dict[str, tuple[str, ...]], reason: str
) -> None:
    added(writer, "Giulia Rossi", emails=("g@example.org",), phones=("+39 2 12345678",))

    with pytest.raises(Conflict, match="may be in the journal already") as refusal:
        added(writer, name, **given)
    insisted = people.add(writer.appender, name, Particulars(**given), clock=CLOCK, is_new=True)  # type: ignore[arg-type]

    assert refusal.value.message.endswith(reason)
    assert insisted.resembles == (reason,)


def test_what_is_said_twice_is_kept_once_in_its_order() -> None:
    assert people.contacts(["a@b.c", "a@b.c"], ["1"], ["x"]) == (("email", "a@b.c"), ("phone", "1"), ("url", "x"))
    assert people.topics(["tea", "tea"], ["tea"]) == (("can", "tea"), ("wants", "tea"))


def test_a_newcomer_is_stored_without_an_operation_of_their_own(writer: Writer) -> None:
    named = people.newcomer(writer.appender, " Zofia  Nowak ", clock=CLOCK)

    assert (named.id, named.handle, named.name) == (1, "zofia", "Zofia Nowak")
    assert writer.appender.finished == []


@pytest.mark.parametrize("name", ["", "...", "x" * 257, "a\x00"])
def test_a_name_nobody_could_be_found_by_is_refused(writer: Writer, name: str) -> None:
    with pytest.raises(UsageProblem):
        people.add(writer.appender, name, NO_PARTICULARS, clock=CLOCK)

    assert writer.journal.rows == []
