"""Whom a file means, in tables: what is certain, what is a doubt, and who is nobody."""

import pytest
from tests.services.memory import CLOCK, UUID
from tests.services.memory_import import ImportMemory, MemoryImporter

from netlog.interchange import Card, Mention
from netlog.rows import NewPerson
from netlog.services.whose import NOBODY, Verdict, of_card, of_mention

EMAIL, OTHER = ("email", "anna@example.org"), ("email", "other@example.org")
PHONE, URL = ("phone", "+48 600 700 800"), ("url", "https://www.linkedin.com/in/anna/")


class Desk:
    """A journal to be asked whom a file means."""

    def __init__(self) -> None:
        self.journal = ImportMemory()
        self.importer = MemoryImporter(self.journal)

    def add(self, handle: str, name: str, *contacts: tuple[str, str], source: str = "", **fields: object) -> None:
        """Somebody known; with a source, as a record of it by the key of their handle."""
        new = NewPerson(handle, name, CLOCK.today, is_fresh=False, contacts=contacts)
        number = self.importer.person(new._replace(**fields))  # type: ignore[arg-type]
        if source:
            self.importer.add_origin(source, f"key:{handle}", "{}", person=number)
        self.importer.index_names()

    def of_card(self, card: Card) -> tuple[str, ...] | str:
        """The handle, or handles and the doubt."""
        return told(of_card(self.journal, "vcard", card))

    def of_mention(self, name: str, address: str = "") -> tuple[str, ...] | str:
        return told(of_mention(self.journal, "vcard", Mention(name, address)))


def told(verdict: Verdict) -> tuple[str, ...] | str:
    if verdict.person:
        return verdict.person.handle
    return (*(person.handle for person in verdict.could_be), verdict.doubt) if verdict != NOBODY else ""


@pytest.fixture
def desk() -> Desk:
    return Desk()


def card(name: str, *contacts: tuple[str, str], key: str = "", **fields: object) -> Card:
    return Card(key, "line 2", name, contacts=contacts)._replace(**fields)  # type: ignore[arg-type]


SAME_NAME, SAME_ADDRESS = "the same name", "the same address"


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        (card("Anna Rossi"), "anna"),
        (card("ANNA  rossi"), "anna"),
        (card("Ania Rossi"), "anna"),
        (card("Anna"), ""),
        (card("Anna Bianchi"), ""),
        (card("Rossi"), ""),
        (card("Anna Rossi", EMAIL), "anna"),
        (card("Anna Bianchi", EMAIL), "anna"),
        (card("Bo Lind", EMAIL), ("anna", SAME_ADDRESS)),
        (card("Bo Lind", EMAIL, aliases=("Ania",)), "anna"),
        (card("Anna Rossi", OTHER), ("anna", f"{SAME_NAME}, other addresses")),
        (card("Anna Rossi", PHONE), "anna"),
        (card("Anna Rossi", URL), "anna"),
        (card("Anna Rossi", OTHER, company="ACME"), "anna"),
        (card("Anna Rossi", company="Acme"), "anna"),
        (card("Anna Rossi", company="Nowa"), ("anna", f"{SAME_NAME}, other company")),
        (card("Anna Rossi", EMAIL, company="Nowa"), "anna"),
        (card("Bo Lind", key=f"uid:{UUID.format(1)}"), "anna"),
        (card("Bo Lind", uuid=UUID.format(1)), "anna"),
        (card("Bo Lind", key="uid:unknown"), ""),
        (card("Anna Rossi", EMAIL, uuid=UUID.format(1), company="Nowa"), "anna"),
    ],
)
def test_a_card_is_somebodys_by_uuid_by_address_or_by_full_name(desk: Desk, told: Card, whose: object) -> None:
    desk.add("anna", "Anna Rossi", EMAIL, company="Acme", aliases=("Ania Rossi",))

    assert desk.of_card(told) == whose


@pytest.mark.parametrize(
    ("contacts", "whose"),
    [
        ((), ("anna", "anna-r", SAME_NAME)),
        ((EMAIL,), "anna"),
        ((EMAIL, OTHER), ("anna", "anna-r", SAME_ADDRESS)),
        ((PHONE,), ("anna", "anna-r", SAME_NAME)),
    ],
)
def test_of_two_people_with_one_name_only_an_address_tells(
    desk: Desk, contacts: tuple[tuple[str, str], ...], whose: object
) -> None:
    desk.add("anna", "Anna Rossi", EMAIL)
    desk.add("anna-r", "Anna Rossi", OTHER)

    assert desk.of_card(card("Anna Rossi", *contacts)) == whose


def test_who_shares_an_address_but_no_word_is_asked_about_with_who_shares_both(desk: Desk) -> None:
    desk.add("anna", "Anna Rossi", EMAIL)
    desk.add("bo", "Bo Lind", EMAIL)

    assert desk.of_card(card("Anna Rossi", EMAIL)) == ("anna", "bo", SAME_ADDRESS)


@pytest.mark.parametrize("name", ["Giulia", "giulia", "GIULIA"])
def test_one_word_is_too_little_of_a_name(desk: Desk, name: str) -> None:
    desk.add("giulia-f", "Giulia")

    assert desk.of_card(card(name)) == ("giulia-f", SAME_NAME)


def test_the_two_words_of_a_name_that_one_address_has_may_stand_either_way(desk: Desk) -> None:
    desk.add("jan", "Jan Kowalski", EMAIL, source="vcard")

    assert desk.of_card(card("Kowalski Jan", EMAIL)) == "jan"


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        (card("Anna Rossi", EMAIL), "anna"),
        (card("Anna Bianchi", EMAIL), ""),
        (card("Anna Rossi", OTHER), ("anna", f"{SAME_NAME}, other addresses")),
        (card("Anna Rossi"), ("anna", SAME_NAME)),
        (card("Anna Rossi", key="url:linkedin.com/in/anna-2"), ""),
        (card("Anna Rossi", key="uuid:2"), ""),
        (card("Anna Rossi", EMAIL, key="url:linkedin.com/in/anna-2"), "anna"),
    ],
)
def test_two_records_of_one_source_are_two_people_unless_all_agrees(desk: Desk, told: Card, whose: object) -> None:
    desk.add("anna", "Anna Rossi", EMAIL, source="vcard")

    assert desk.of_card(told) == whose


def test_what_another_source_told_does_not_keep_people_apart(desk: Desk) -> None:
    desk.add("anna", "Anna Rossi", EMAIL, source="linkedin")

    assert desk.of_card(card("Anna Bianchi", EMAIL)) == "anna"
    assert desk.of_card(card("Anna Rossi", key="uuid:2")) == "anna"


@pytest.mark.parametrize("address", ["https://", "http://www.", "  ", "www./"])
def test_an_address_of_which_nothing_is_left_is_nobodys(desk: Desk, address: str) -> None:
    desk.add("anna", "Anna Rossi", ("url", "http://"))

    assert desk.of_card(card("Anna Bianchi", ("url", address))) == ""
    assert desk.of_mention("", address) == ""


@pytest.mark.parametrize(
    ("name", "address", "whose"),
    [
        ("", "", ""),
        ("…", "", ""),
        ("Anna Rossi", "", "anna"),
        ("anna", "", "anna"),
        ("@anna", "", "anna"),
        ("Zofia", "", "zofia"),
        ("Jan", "", ("jan", "jan-k", SAME_NAME)),
        ("Jan Kot", "", "jan"),
        ("", "anna@example.org", "anna"),
        ("", "ANNA@example.org", "anna"),
        ("Whoever", "anna@example.org", "anna"),
        ("", "600700800", ("jan", "jan-k", SAME_ADDRESS)),
        ("Anna Rossi", "new@example.org", "anna"),
        ("Anna", "new@example.org", ""),
        ("Zofia", "new@example.org", ""),
        ("Nobody Here", "new@example.org", ""),
        ("", "new@example.org", ""),
        ("Whoever", "key:jan", "jan"),
        ("Zofia", "zofia", "zofia"),
        ("Zofia", "anna", ""),
        ("Anna Rossi", "zofia", "anna"),
    ],
)
def test_a_mention_means_who_the_source_knows_by_it_or_who_has_the_address_the_handle_or_the_name(
    desk: Desk, name: str, address: str, whose: object
) -> None:
    desk.add("anna", "Anna Rossi", EMAIL)
    desk.add("jan", "Jan Kot", PHONE, source="vcard")
    desk.add("jan-k", "Jan Kos", PHONE)
    desk.add("zofia", "Zofia")

    assert desk.of_mention(name, address) == whose


def test_of_two_namesakes_the_handle_beside_the_name_tells(desk: Desk) -> None:
    desk.add("anna", "Anna Rossi")
    desk.add("anna-r", "Anna Rossi")

    assert desk.of_mention("Anna Rossi") == ("anna", "anna-r", SAME_NAME)
    assert desk.of_mention("Anna Rossi", "anna-r") == "anna-r"


def test_a_record_that_waits_in_the_inbox_is_nobody_yet(desk: Desk) -> None:
    desk.importer.add_origin("vcard", "x@example.org", "{}", inbox=1)

    assert desk.of_mention("", "x@example.org") == ""
