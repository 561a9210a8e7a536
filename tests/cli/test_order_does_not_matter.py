"""Only what happened on which day counts: not when it was typed, in which order or zone, or what was taken back."""

import shutil
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.running import ROME, SATURDAY, Run

PEOPLE = ("giulia", "tom", "rosa")
ZONES = (ROME, "Pacific/Kiritimati", "America/St_Johns", "Europe/Warsaw")
few = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Contact(NamedTuple):
    """What is typed after `log`, but for the day."""

    words: str
    day: str

    def typed(self) -> list[str]:
        """The arguments of a contact of the past."""
        return ["log", *self.words.split(), "--on", self.day]


class Step(NamedTuple):
    """A contact and how it comes into the journal, or does not stay in it."""

    contact: Contact
    how: str


WORDS = st.builds(
    "{} {}".format,
    st.sampled_from([*PEOPLE, "rosa and tom"]),
    st.sampled_from(
        ["coffee", "call --minutes 3", "email --out", "message --in", "liked", "dinner --counts 0.2", "video"]
    ),
)
DATES = st.sampled_from(["2026-05-01", "2026-11-03", "2026-11-20"])
CONTACTS = st.lists(st.builds(Contact, WORDS, DATES), min_size=3, max_size=7)
KEPT = st.sampled_from(["backdated", "at the time"])
GONE = st.sampled_from(["removed", "undone"])


@st.composite
def two_ways(draw: st.DrawFn) -> tuple[list[Contact], list[Step]]:
    """Contacts, and the same in another order and by other roads, others among them that are taken back."""
    contacts = draw(CONTACTS)
    kept = [Step(contact, draw(KEPT)) for contact in contacts]
    gone = [Step(contact, draw(GONE)) for contact in draw(CONTACTS)[:2]]
    return contacts, draw(st.permutations(kept + gone))


@pytest.fixture
def three(netlog: Run) -> Run:
    """Three people known for long, in tiers of their own."""
    netlog.at("2025-05-01T10:00")
    for name, tier in (("Giulia Rossi", "close"), ("Tom Baker", "inner"), ("Rosa Verdi", "wide")):
        netlog.ok("add", name, "--tier", tier, "--on", "2025-01-01", "--birthday", "02-29")
    shutil.copyfile(netlog.path, netlog.home / "copy.db")
    return netlog.at(SATURDAY)


def begin_again(netlog: Run) -> None:
    """Put the journal back to where nothing was logged."""
    shutil.copyfile(netlog.home / "copy.db", netlog.path)


def do(netlog: Run, step: Step) -> None:
    """Log the contact by its road."""
    if step.how == "at the time":
        netlog.at(f"{step.contact.day}T12:00").ok("log", *step.contact.words.split())
        netlog.at(SATURDAY)
        return
    entry = netlog.json(*step.contact.typed())["entry"]
    if step.how == "removed":
        netlog.ok("rm", str(entry))
    elif step.how == "undone":
        netlog.ok("undo")


def told(netlog: Run) -> list[str]:
    """Every word of the list and of the three accounts."""
    return [netlog.ok("due", "--json").stdout, *(netlog.ok("why", each, "--json").stdout for each in PEOPLE)]


@few
@given(ways=two_ways())
def test_the_list_and_every_account_depend_only_on_what_happened_when(
    three: Run, ways: tuple[list[Contact], list[Step]]
) -> None:
    """Invariants 2, 3 and 12 as a user meets them."""
    contacts, steps = ways
    begin_again(three)
    for contact in contacts:
        three.ok(*contact.typed())
    straight = told(three)
    begin_again(three)

    for step in steps:
        do(three, step)

    assert told(three) == straight


@few
@given(contact=st.builds(Contact, WORDS, DATES))
def test_a_lighter_contact_on_a_day_of_a_meeting_changes_no_due_date(three: Run, contact: Contact) -> None:
    """Invariant 11 as a user meets it."""
    begin_again(three)
    for person in PEOPLE:
        three.ok("log", person, "coffee", "--on", contact.day)
    before = [three.json("why", person)["due_on"] for person in PEOPLE]

    three.ok(*contact.typed())

    assert [three.json("why", person)["due_on"] for person in PEOPLE] == before


MOMENTS = (
    ("2026-03-07T23:30", "log tom coffee"),
    ("2026-03-08T02:30", "log giulia call"),
    ("2026-03-28T23:59", "log rosa dinner"),
    ("2026-03-29T02:30", "log tom message --in"),
    ("2026-03-29T03:30", "log giulia liked"),
    ("2026-10-25T02:30", "log giulia coffee"),
    ("2026-11-01T01:30", "log tom email --out"),
    ("2026-11-20T05:00", "log rosa email --in"),
)
MORNINGS = ("2026-03-29T04:00", "2026-10-25T04:00", "2026-11-01T23:59", "2026-11-21T10:00", "2027-02-28T10:00")


def lived(netlog: Run, zone: str, moments: Sequence[tuple[str, str]], mornings: Sequence[str]) -> list[Any]:
    """What the mornings say after a history lived at these local times in a zone."""
    begin_again(netlog)
    for moment, command in moments:
        netlog.at(moment, zone).ok(*command.split())
    return [netlog.at(moment, zone).ok("due", "--json").stdout for moment in mornings]


@pytest.mark.parametrize("zone", ZONES[1:])
def test_the_same_local_days_give_the_same_list_in_every_zone(three: Run, zone: str) -> None:
    """Invariant 13, across the nights in which clocks change."""
    assert lived(three, zone, MOMENTS, MORNINGS) == lived(three, ROME, MOMENTS, MORNINGS)


@pytest.mark.parametrize("zone", ZONES[1:])
def test_a_leap_day_is_a_day_like_any_other(three: Run, zone: str) -> None:
    """Invariant 13, on 29 February: a birthday, a contact and a yearly cadence that begins."""
    moments = (("2028-02-29T12:00", "log rosa coffee"),)
    mornings = ("2028-02-28T10:00", "2028-02-29T10:00", "2028-03-01T10:00", "2029-02-28T10:00")

    assert lived(three, zone, moments, mornings) == lived(three, ROME, moments, mornings)
    assert three.at("2028-03-01T10:00").json("why", "rosa")["due_on"] == "2029-02-28"


@pytest.mark.parametrize("zone", ZONES)
def test_the_list_turns_over_at_four(three: Run, zone: str) -> None:
    three.at("2026-11-20T22:00", zone).ok("log", "tom", "coffee")
    evening = three.at("2026-11-26T20:00", zone).ok("due", "--json").stdout

    night = three.at("2026-11-27T03:59", zone).ok("due", "--json").stdout
    morning = three.at("2026-11-27T04:00", zone).json("due")

    assert night == evening
    assert morning["today"] == "2026-11-27"


@pytest.mark.parametrize("moment", ["2026-11-21T23:59", "2026-11-22T03:59"])
def test_a_contact_before_four_belongs_to_the_evening(three: Run, moment: str) -> None:
    assert lived(three, ROME, [(moment, "log tom dinner")], ["2026-11-28T10:00"]) == lived(
        three, ROME, [("2026-11-21T20:00", "log tom dinner")], ["2026-11-28T10:00"]
    )
