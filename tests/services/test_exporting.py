"""What there is to write: everybody or the people chosen, and the days worth an entry in a calendar."""

from datetime import date, timedelta

import pytest
from tests.services.memory import CLOCK, TODAY
from tests.services.memory_import import ImportMemory, MemoryCards, MemoryImporter

from netlog.errors import UsageProblem
from netlog.interchange import Card, Dated, Mention, Stored, Talk
from netlog.rows import EVERYBODY, Filters, NewPerson, NewPromise
from netlog.services.addresses import addresses
from netlog.services.exporting import Everything
from netlog.services.ties import next_check_in

CARDS = (
    Card("", "", "Anna Rossi", role="PM", contacts=(("email", "anna@\texample.org"),), handle="anna", uuid="u1"),
    Card("", "", "Bo Lind", birthday="--11-21", contacts=(("email", "bo@example.org"),), handle="bo", uuid="u2"),
    Card("", "", "Zofia Żuk", birthday="1988-02-29", handle="zofia", uuid="u3"),
)
TALK = Talk("t", "", TODAY, (Mention("Anna Rossi", "anna"),), "call")
ROW = Stored("", "person", {"uuid": "u1"})
CLOSE = Filters(tier="close")


class Desk:
    """Three people: one to be nudged, one close, one who never is."""

    def __init__(self) -> None:
        self.journal, self.files = ImportMemory(), MemoryCards(CARDS, (TALK,), (ROW,))
        self.importer = MemoryImporter(self.journal)
        for card, tier in zip(CARDS, (None, "close", "none"), strict=True):
            new = NewPerson(card.handle or "", card.name, TODAY, is_fresh=False, tier=tier, birthday=card.birthday)
            self.importer.person(new)

    def everything(self, filters: Filters = EVERYBODY) -> Everything:
        return Everything(self.journal, self.files, filters, today=TODAY)

    def dated(self, sort: str, filters: Filters = EVERYBODY) -> list[Dated]:
        return [each for each in self.everything(filters).dated() if each.sort == sort]

    def promise(self, person: int, side: str, due_on: date | None, text: str = "the deck") -> int:
        return self.importer.promise(NewPromise(person, side, text, TODAY, due_on))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_everybody_is_asked_for_without_numbers(desk: Desk) -> None:
    everything = desk.everything()

    assert (list(everything.cards()), list(everything.talks()), list(everything.stored())) == (
        list(CARDS),
        [TALK],
        [ROW],
    )
    assert desk.files.asked == [None, None, None]


def test_people_chosen_are_asked_for_by_number(desk: Desk) -> None:
    everything = desk.everything(CLOSE)

    assert [card.name for card in everything.cards()] == ["Bo Lind"]
    assert (list(everything.talks()), list(everything.stored())) == ([TALK], [ROW])
    assert desk.files.asked == [[2], [2], [2]]


def test_filters_that_nobody_passes_do_not_mean_everybody(desk: Desk) -> None:
    everything = desk.everything(Filters(tier="inner"))

    assert (list(everything.cards()), list(everything.dated())) == ([], [])
    assert desk.files.asked[0] == []


def test_everybody_who_is_nudged_has_a_check_in(desk: Desk) -> None:
    found = desk.dated("due")

    assert {(each.key, each.name, each.words) for each in found} == {
        ("due-u1", "Anna Rossi", ""),
        ("due-u2", "Bo Lind", ""),
    }
    assert {each.key: each.on for each in found}["due-u1"] == next_check_in(desk.journal.tie(1))
    assert [each.key for each in desk.dated("due", CLOSE)] == ["due-u2"]


def test_a_check_in_that_has_come_is_for_today(desk: Desk) -> None:
    desk.journal.change(1, since_on=TODAY - timedelta(700))

    assert {each.key: each.on for each in desk.dated("due")}["due-u1"] == TODAY


@pytest.mark.parametrize("field", ["paused_on", "ended_on"])
def test_who_is_hidden_until_further_notice_has_no_check_in(desk: Desk, field: str) -> None:
    desk.journal.change(1, **{field: TODAY})

    assert [each.key for each in desk.dated("due")] == ["due-u2"]


def test_open_promises_of_both_sides_stand_on_their_day(desk: Desk) -> None:
    late, soon = TODAY - timedelta(3), TODAY + timedelta(3)
    desk.promise(2, "mine", soon)
    desk.promise(1, "theirs", late, "an introduction")

    assert desk.dated("promise") == [
        Dated("promise-2-anna", "promise", late, "Anna Rossi", "they promised: an introduction"),
        Dated("promise-1-bo", "promise", soon, "Bo Lind", "you promised: the deck"),
    ]
    assert [each.name for each in desk.dated("promise", CLOSE)] == ["Bo Lind"]


def test_promises_without_a_day_or_closed_are_none_to_come(desk: Desk) -> None:
    desk.promise(1, "mine", None)
    kept = desk.promise(1, "mine", TODAY)
    desk.importer.change("promise", kept, {"outcome": "kept"})

    assert desk.dated("promise") == []


def test_birthdays_stand_on_the_next_day_they_come(desk: Desk) -> None:
    assert desk.dated("birthday") == [
        Dated("birthday-u2", "birthday", TODAY, "Bo Lind", ""),
        Dated("birthday-u3", "birthday", date(2027, 2, 28), "Zofia Żuk", ""),
    ]
    assert [each.key for each in desk.dated("birthday", CLOSE)] == ["birthday-u2"]


def test_days_come_in_order_whatever_they_are(desk: Desk) -> None:
    desk.promise(1, "mine", TODAY)

    days = [(each.on, each.key) for each in desk.everything().dated()]

    assert days == sorted(days)
    assert [key for on, key in days if on == TODAY] == ["birthday-u2", "promise-1-anna"]


def lines(desk: Desk, words: str = "", filters: Filters = EVERYBODY) -> list[str]:
    return addresses(desk.journal, desk.files, filters, words, "mutt").text.splitlines()


def test_addresses_are_lines_of_three_cells_after_a_line_of_their_own(desk: Desk) -> None:
    assert lines(desk) == ["2 addresses", "anna@ example.org\tAnna Rossi\tPM", "bo@example.org\tBo Lind\t"]
    assert lines(desk, "bo") == ["1 address", "bo@example.org\tBo Lind\t"]
    assert lines(desk, "nobody") == ["0 addresses"]
    assert lines(desk, "", CLOSE)[1:] == ["bo@example.org\tBo Lind\t"]


@pytest.mark.parametrize(
    ("form", "message"),
    [(None, "people takes words only with --format"), ("pine", "there is no format .?pine.? for addresses")],
)
def test_addresses_are_given_in_a_form_that_exists(desk: Desk, form: str | None, message: str) -> None:
    with pytest.raises(UsageProblem, match=message):
        addresses(desk.journal, desk.files, EVERYBODY, "", form)


def test_the_day_of_what_is_written_is_the_users(desk: Desk) -> None:
    assert desk.everything().today == CLOCK.today
