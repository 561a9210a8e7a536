"""Who is listed as a likely duplicate, and who never again."""

from datetime import date
from time import process_time

import pytest

from netlog.domain.likeness import Looks, called_so
from netlog.domain.people import Named
from netlog.domain.receipts import Changed, Unchanged
from netlog.errors import Conflict
from netlog.services.dupes import FEW, MANY, Telling, dupes, tell_apart

TODAY = date(2026, 11, 21)
GIULIA, TWIN = Named(1, "giulia", "Giulia Rossi"), Named(2, "giulia-2", "Giulia Rosi")


class Everybody:
    """A reader of as many people as there are names."""

    def __init__(self, *names: str, contacts: tuple[tuple[str, str], ...] = ()) -> None:
        self.people = [
            Looks(at, f"p{at}", name, called_so((name,)), contacts, company="Ferri") for at, name in enumerate(names)
        ]
        self.apart: set[tuple[int, int]] = set()

    def looks(self) -> list[Looks]:
        return self.people

    def told_apart(self) -> set[tuple[int, int]]:
        return self.apart

    def moving(self, person: int) -> dict[str, int]:
        return {}


def listed(reader: Everybody, **options: int | None) -> list[tuple[str, str]]:
    found = dupes(reader, today=TODAY, **options)  # type: ignore[arg-type]
    return [(pair.handle, pair.other_handle) for pair in found.pairs]


def test_the_most_certain_come_first_and_the_older_of_two_in_front() -> None:
    reader = Everybody("G. Rossi", "Ada Conti", "Giulia Rossi", "Ada Conti")

    assert listed(reader) == [("p1", "p3"), ("p0", "p2")]


def test_a_limit_leaves_some_out_and_they_are_counted() -> None:
    found = dupes(Everybody("Ada Conti", "Ada Conti", "Ada Conti"), today=TODAY, limit=1)

    assert (len(found.pairs), found.total) == (1, 3)


def test_weak_ones_are_listed_when_asked_for() -> None:
    reader = Everybody("Giulia", "Giulia Rossi")

    assert listed(reader) == []
    assert listed(reader, is_all=True) == [("p0", "p1")]


def test_those_told_apart_are_left_out_and_counted() -> None:
    reader = Everybody("Ada Conti", "Ada Conti")
    reader.apart = {(0, 1)}

    assert dupes(reader, today=TODAY) == (TODAY, (), 0, 1)


@pytest.mark.parametrize(("people", "pairs"), [(FEW, 6), (FEW + 1, 0)])
def test_a_number_that_many_have_is_that_of_an_office(people: int, pairs: int) -> None:
    names = ("Ada Conti", "Bo Lind", "Carla Neri", "Dino Sala", "Ewa Nowak")[:people]

    assert len(listed(Everybody(*names, contacts=(("phone", "123456789"),)))) == pairs


def test_a_name_that_very_many_have_tells_nobody_apart() -> None:
    assert listed(Everybody(*["Ada Conti"] * (MANY + 1))) == []


def test_twenty_thousand_people_take_seconds_at_most() -> None:
    syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"]
    words = [a + b + c for a in syllables for b in syllables for c in syllables]
    names = (f"{words[at % 1361]} {words[at * 7 % 2744]}o" for at in range(20_000))
    began = process_time()

    dupes(Everybody(*names), today=TODAY)

    assert process_time() - began < 20  # measured: 3; every pair compared would be an hour


class Recorder:
    """A transaction that remembers one pair."""

    def __init__(self) -> None:
        self.known: set[tuple[int, int]] = set()
        self.finished: list[tuple[str, str]] = []

    def tell_apart(self, one: int, other: int) -> bool:
        is_new = (one, other) not in self.known
        self.known.add((one, other))
        return is_new

    def finish(self, command: str, words: str) -> int:
        self.finished.append((command, words))
        return len(self.finished)

    reader = None


@pytest.fixture
def records() -> Telling:
    return Recorder()  # type: ignore[return-value]


def test_that_two_are_two_is_an_operation(records: Telling) -> None:
    words = "Giulia Rossi (giulia) and Giulia Rosi (giulia-2) are two people"

    assert tell_apart(records, GIULIA, TWIN, today=TODAY) == Changed(TODAY, 1, "dupes", words)


def test_told_twice_nothing_changes(records: Telling) -> None:
    tell_apart(records, GIULIA, TWIN, today=TODAY)

    assert isinstance(tell_apart(records, GIULIA, TWIN, today=TODAY), Unchanged)


def test_one_person_is_not_two(records: Telling) -> None:
    with pytest.raises(Conflict, match="both names are of Giulia Rossi"):
        tell_apart(records, GIULIA, GIULIA, today=TODAY)
