"""An import by the thousand: everything derived is right, and neither a crowd nor doubts without end weigh on it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.storage.driving import Desk, assert_sound, derived, looking, recomputed

from netlog.domain.contacts import contact_key
from netlog.domain.interactions import AS_SHIPPED
from netlog.interchange import Card, Mention, Record, Talk
from netlog.services.importing import Intake
from netlog.services.intake_cards import MOST_KEPT, Options
from netlog.storage.imports import CROWD, ImportQueries, SqlImporter

FRONT_DESK = ("phone", "+39 02 123456")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


def imported(desk: Desk, records: Iterable[Record], *, source: str = "vcard") -> Intake:
    with SqlImporter(desk.path, desk.clock, desk.reckoning) as importer:
        intake = Intake(importer, Options(), clock=desk.clock, worths=AS_SHIPPED)
        intake.take_file("people", source, records)
        intake.finish()
    return intake


def card(number: int, name: str, *ways: tuple[str, str], aliases: tuple[str, ...] = ()) -> Card:
    return Card(f"id:{number}", f"card {number}", name, contacts=ways, aliases=aliases)


def colleague(number: int) -> Card:
    return card(number, f"Anna Rossi-{number}", FRONT_DESK, ("email", f"anna{number}@example.org"))


def test_what_follows_from_an_import_is_what_a_rebuild_makes(desk: Desk) -> None:
    talk = Talk("t1", "line 1", desk.day, (Mention("Łukasz Żak"), Mention("Anna Lis")), "coffee")
    imported(desk, [card(1, "Łukasz Żak"), card(2, "Anna Lis", aliases=("Ania",)), talk])

    imported(desk, [card(1, "Łukasz Żak-Lis"), card(2, "Anna Lis", aliases=("Ania", "Anka")), card(3, "Zoë Gallo")])

    with looking(desk.path) as connection:
        assert derived(connection) == recomputed(desk.path, desk.reckoning)
    assert_sound(desk.path)


def test_who_comes_in_with_a_contact_is_called_by_name_at_once(desk: Desk) -> None:
    imported(desk, [card(1, "Łukasz Żak"), Talk("t1", "line 1", desk.day, (Mention("lukasz zak"),), "coffee")])

    with desk.reading() as reader:
        assert [person.handle for person in reader.called("Łukasz")] == ["lukasz"]
        assert reader.tie(1).contacts == 1


def test_of_a_crowd_at_one_address_the_first_are_weighed(desk: Desk) -> None:
    imported(desk, map(colleague, range(CROWD + 10)))

    with SqlImporter(desk.path, desk.clock, desk.reckoning) as importer:
        found = importer.reader.reached_by({contact_key(FRONT_DESK[1])})
        assert [person.id for person in found] == list(range(1, CROWD + 1))


def test_in_a_crowd_everybody_is_still_known_by_an_address_of_their_own(desk: Desk) -> None:
    imported(desk, map(colleague, range(CROWD + 10)))
    last = colleague(CROWD + 9)

    with SqlImporter(desk.path, desk.clock, desk.reckoning) as importer:
        found = importer.reader.reached_by({contact_key(value) for _, value in last.contacts})

    assert last.name in {person.name for person in found}
    assert imported(desk, [last]).ledger.people == {"same": 1}


def test_nobody_is_reached_without_an_address(desk: Desk) -> None:
    imported(desk, [card(1, "Anna Lis")])

    with SqlImporter(desk.path, desk.clock, desk.reckoning) as importer:
        assert isinstance(importer.reader, ImportQueries)
        assert importer.reader.reached_by(set()) == ()


def test_of_doubts_without_end_some_are_kept_to_be_asked_and_all_wait(desk: Desk) -> None:
    imported(desk, [card(1, "Anna Lis"), card(2, "Anna Lis")])
    doubts = [card(number, "Anna Lis") for number in range(3, MOST_KEPT + 10)]

    intake = imported(desk, doubts, source="google-csv")

    assert len(intake.questions) == MOST_KEPT
    assert intake.ledger.people["doubtful"] == len(doubts)
