"""Outlook's CSV: three makers, three languages, code pages, and the dates of the system that wrote them."""

import pytest
from tests.formats.made_csv import (
    GOOGLE_AS_OUTLOOK,
    OUTLOOK_CLASSIC,
    OUTLOOK_COM,
    OUTLOOK_ITALIAN,
    OUTLOOK_POLISH,
    READING,
    cards,
    refused,
    table,
)

from netlog.formats.outlook_csv import FORMAT
from netlog.interchange import Card, Mention, Noted, Reading

BASE = {"First Name": "Tom", "Last Name": "Hart", "E-mail Address": "tom@example.com", "Job Title": "", "Company": ""}


def one(columns: dict[str, str], reading: Reading = READING) -> Card:
    (card,) = cards(FORMAT, table({**BASE, **columns}), reading)
    return card


def test_the_classic_export_is_read() -> None:
    (tom,) = cards(FORMAT, OUTLOOK_CLASSIC)

    assert (tom.key, tom.name, tom.company, tom.role) == ("mail:tom@example.com", "Tom Hart", "Hart & Sons", "Owner")
    assert (tom.birthday, tom.place, tom.tags) == ("1969-12-28", "Leeds", ("suppliers", "old-friends"))
    assert [value for _, value in tom.contacts] == [
        "tom@example.com",
        "tom.hart@hart.example",
        "+44 1904 123456",
        "+44 7700 900123",
        "https://hart.example",
    ]
    assert [fact.text for fact in tom.facts] == [
        "Met in York\nSails",
        "title: Mr.",
        "spouse: Ann",
        "address (home): Leeds",
        "address (business): 1 High St, York, United Kingdom",
    ]


def test_outlook_on_the_web_has_a_nickname() -> None:
    (tom,) = cards(FORMAT, OUTLOOK_COM)

    assert (tom.name, tom.aliases, tom.role, tom.facts) == ("Tom Hart", ("Tommy",), "Owner", ())


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig"])
def test_italian_columns_are_read_in_the_code_page_of_windows(encoding: str) -> None:
    (niccolo,) = cards(FORMAT, OUTLOOK_ITALIAN.encode(encoding))

    assert (niccolo.name, niccolo.company, niccolo.role) == ("Niccolò Bruni", "Città Aperta", "Direttore")
    assert (niccolo.birthday, niccolo.place, niccolo.tags) == ("1980-04-03", "Forlì", ("amici",))
    assert niccolo.contacts == (("email", "niccolo@example.org"), ("phone", "+39 333 7654321"))
    assert niccolo.facts[0] == Noted("è vegetariano")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250"])
def test_polish_columns_are_read_in_the_code_page_of_windows(encoding: str) -> None:
    (lucja,) = cards(FORMAT, OUTLOOK_POLISH.encode(encoding))

    assert (lucja.name, lucja.company, lucja.role) == ("Łucja Śliwa", "Źródło", "Księgowa")
    assert (lucja.birthday, lucja.place, lucja.tags) == ("1975-06-05", "Łódź", ("praca",))
    assert lucja.contacts == (("email", "lucja@example.org"), ("phone", "+48 600 300 400"))


def test_a_declared_encoding_is_used_where_the_bytes_do_not_tell() -> None:
    (lucja,) = cards(FORMAT, OUTLOOK_POLISH.encode("iso-8859-2"), READING._replace(encoding="latin2"))

    assert lucja.name == "Łucja Śliwa"


def test_what_google_writes_for_outlook_is_read() -> None:
    (zofia,) = cards(FORMAT, GOOGLE_AS_OUTLOOK)

    assert (zofia.name, zofia.birthday, zofia.tags) == ("Zofia Żak", "1990-05-15", ("friends",))


def test_the_order_of_a_date_is_told_by_any_other_of_the_file() -> None:
    rows = ({**BASE, "Birthday": "03/04/1980"}, {**BASE, "First Name": "Ann", "Anniversary": "25/12/2001"})

    assert [card.birthday for card in cards(FORMAT, table(*rows))] == ["1980-04-03", None]
    assert cards(FORMAT, table(*rows))[1].facts == (Noted("anniversary: 2001-12-25"),)


def test_without_evidence_the_user_decides_and_else_the_language_of_the_columns() -> None:
    assert one({"Birthday": "03/04/1980"}).birthday == "1980-03-04"
    assert one({"Birthday": "03/04/1980"}, READING._replace(day_first=True)).birthday == "1980-04-03"
    (niccolo,) = cards(FORMAT, OUTLOOK_ITALIAN, READING._replace(day_first=False))
    assert niccolo.birthday == "1980-03-04"


@pytest.mark.parametrize("written", ["0/0/00", "00/00/0000", "0.0.00", "", "00/00/00 00:00"])
def test_a_day_of_zeros_is_none(written: str) -> None:
    card = one({"Birthday": written, "Anniversary": written})

    assert (card.birthday, card.facts) == (None, ())


@pytest.mark.parametrize("written", ["12/28/69", "12/28/1969 0:00:00", "28 Dec 1969", "28.12.1969"])
def test_a_birthday_is_read_with_two_digits_a_clock_or_points(written: str) -> None:
    assert one({"Birthday": written}).birthday == "1969-12-28"


def test_an_address_of_exchange_is_no_address() -> None:
    card = one({"E-mail Address": "/O=HART/OU=EX/CN=TOM", "E-mail Type": "EX", "E-mail Display Name": "Tom Hart"})

    assert (card.contacts, card.key, card.facts) == ((), "name:tom hart|", ())


def test_who_referred_them_is_who_introduced_them() -> None:
    assert one({"Referred By": "Ann Lee"}).via == Mention("Ann Lee")


def test_a_company_stands_for_a_name_and_an_address_alone_is_left_out() -> None:
    nobody = {**BASE, "First Name": "", "Last Name": ""}

    assert cards(FORMAT, table({**nobody, "Company": "Acme"}))[0].name == "Acme"
    assert refused(FORMAT, table(nobody)) == [("line 2", "only an address")]
