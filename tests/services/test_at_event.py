"""What is written down while an event runs belongs to it, unless something else is said."""

from datetime import timedelta

import pytest
from tests.services.memory import CLOCK, TODAY, Writer

from netlog.domain.interactions import Direction, kind_named
from netlog.domain.receipts import Logged
from netlog.rows_events import EventRow
from netlog.services.capture import NO_DETAILS, Details, Draft, log
from netlog.services.people import NO_PARTICULARS, Particulars, add

RUNNING = EventRow(1, "producttank", "ProductTank", TODAY, "Milano", "pm milano", TODAY - timedelta(1), None)


@pytest.fixture
def there(writer: Writer) -> Writer:
    writer.add("Giulia Rossi")
    writer.journal.events["producttank"] = "ProductTank"
    writer.journal.running = RUNNING
    return writer


def logged(writer: Writer, details: Details = NO_DETAILS, *, kind: str = "talk", ago: int = 0) -> Logged:
    on = TODAY - timedelta(ago)
    people = tuple(writer.journal.named()[:1])
    draft = Draft(people, kind_named(kind), Direction.MUTUAL, on, None, "pricing", ("saas",), details)
    return log(writer.appender, draft, clock=CLOCK)


def test_a_contact_gets_the_event_its_tags_and_its_place(there: Writer) -> None:
    receipt = logged(there)

    (stored,) = there.journal.contacts
    assert (stored.event, stored.place, stored.tags) == ("ProductTank", "Milano", ("saas", "pm", "milano"))
    assert receipt.event == "ProductTank"
    assert receipt.notes == ("at ProductTank, which is running · +pm · +milano · Milano",)


def test_a_place_that_is_given_stays(there: Writer) -> None:
    receipt = logged(there, Details(place="the bar next door"))

    assert there.journal.contacts[0].place == "the bar next door"
    assert receipt.notes == ("at ProductTank, which is running · +pm · +milano",)


@pytest.mark.parametrize(
    ("details", "kind", "ago", "event"),
    [
        (Details(event="Design Week"), "talk", 0, "Design Week"),
        (Details(), "email", 0, None),
        (Details(), "talk", 2, None),
        (Details(), "talk", -1, None),
        (Details(), "talk", 1, "ProductTank"),
    ],
)
def test_what_happened_elsewhere_does_not_belong_to_it(
    there: Writer, details: Details, kind: str, ago: int, event: str | None
) -> None:
    receipt = logged(there, details, kind=kind, ago=ago)

    assert there.journal.contacts[0].event == receipt.event == event
    assert bool(receipt.notes) == (event == "ProductTank")


def test_a_new_person_was_met_there(there: Writer) -> None:
    receipt = add(there.appender, "Ada Nowak", Particulars(tags=("pm", "data")), clock=CLOCK)

    ada = there.journal.added[-1]
    assert (ada.event, ada.met_on, ada.place, ada.tags) == ("ProductTank", TODAY, None, ("pm", "data", "milano"))
    assert (receipt.event, receipt.notes) == (
        "ProductTank",
        ("at ProductTank, which is running · +pm · +milano",),
    )


@pytest.mark.parametrize(
    "given", [Particulars(met="a train"), Particulars(met="Design Week"), Particulars(on=TODAY - timedelta(2))]
)
def test_somebody_met_elsewhere_was_not_met_there(there: Writer, given: Particulars) -> None:
    receipt = add(there.appender, "Ada Nowak", given, clock=CLOCK)

    assert (there.journal.added[-1].event, there.journal.added[-1].tags) == (None, ())
    assert (receipt.event, receipt.notes) == (None, ())


def test_who_is_added_while_logging_was_met_there_too(there: Writer) -> None:
    draft = Draft((), kind_named("talk"), Direction.MUTUAL, TODAY, None, "", (), Details())
    log(there.appender, draft, clock=CLOCK, newcomers=("Ada Nowak",))

    assert there.journal.added[-1].event == "ProductTank"


def test_a_forgotten_event_takes_nothing_and_is_told(there: Writer) -> None:
    there.journal.running = RUNNING._replace(opened_on=TODAY - timedelta(4))
    contact, person = logged(there), add(there.appender, "Ada Nowak", NO_PARTICULARS, clock=CLOCK)

    told = "ProductTank was started 4 days ago and not ended, so this does not belong to it: netlog event end"
    assert (contact.event, contact.notes) == (person.event, person.notes) == (None, (told,))
