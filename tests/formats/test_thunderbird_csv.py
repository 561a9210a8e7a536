"""Thunderbird's address book in three languages."""

import pytest
from tests.formats.made_csv import THUNDERBIRD, THUNDERBIRD_ITALIAN, THUNDERBIRD_POLISH, cards, refused, table

from netlog.formats.thunderbird_csv import FORMAT
from netlog.interchange import Noted


def test_english_columns_are_read() -> None:
    (tom,) = cards(FORMAT, THUNDERBIRD)

    assert (tom.key, tom.name, tom.aliases) == ("mail:tom@example.com", "Tom Hart", ("Tommy",))
    assert (tom.company, tom.role, tom.place, tom.birthday) == ("Hart & Sons", "Owner", "Leeds", "1969-12-28")
    assert [value for _, value in tom.contacts] == [
        "tom@example.com",
        "t@example.com",
        "+44 7700 900123",
        "https://hart.example",
    ]
    assert tom.facts == (Noted("Met in York"), Noted("note: sails"), Noted("address (home): Leeds"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_italian_columns_are_read_and_a_birthday_may_lack_its_year(encoding: str) -> None:
    (niccolo,) = cards(FORMAT, THUNDERBIRD_ITALIAN.encode(encoding))

    assert (niccolo.name, niccolo.company, niccolo.birthday) == ("Niccolò Bruni", "Città Aperta", "--04-03")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "utf-16"])
def test_polish_columns_are_read_with_tabs_between(encoding: str) -> None:
    (lucja,) = cards(FORMAT, THUNDERBIRD_POLISH.encode(encoding))

    assert (lucja.name, lucja.company, lucja.place) == ("Łucja Śliwa", "Źródło", "Łódź")
    assert lucja.contacts == (("email", "lucja@example.org"), ("phone", "+48 600 300 400"))


def test_a_display_name_that_is_an_address_gives_way_to_the_name() -> None:
    record = {"First Name": "Tom", "Last Name": "Hart", "Display Name": "tom@x.org", "Primary Email": "tom@x.org"}

    assert cards(FORMAT, table(record))[0].name == "Tom Hart"
    assert refused(FORMAT, table({**record, "First Name": "", "Last Name": ""})) == [("line 2", "only an address")]


def test_half_a_birthday_is_kept_in_words() -> None:
    record = {"Display Name": "Tom Hart", "Primary Email": "tom@x.org", "Birth Month": "12", "Birth Year": "1969"}

    (tom,) = cards(FORMAT, table(record))
    assert (tom.birthday, tom.facts) == (None, (Noted("birthday: 12 1969"),))
