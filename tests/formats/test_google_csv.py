"""Google Contacts, old and new: several values in a cell, labels, and addresses without a person."""

import pytest
from tests.formats.made_csv import GOOGLE_NEW, GOOGLE_OLD, READING, cards, refused, table

from netlog.formats.google_csv import FORMAT
from netlog.interchange import Card, Noted


def one(**columns: str) -> Card:
    record = {"First Name": "Tom", "Last Name": "Hart", "Labels": "", "E-mail 1 - Value": "tom@example.com"}
    (card,) = cards(FORMAT, table({**record, **columns}))
    return card


def test_the_old_columns_are_read() -> None:
    (zofia,) = cards(FORMAT, GOOGLE_OLD)

    assert (zofia.key, zofia.where, zofia.name) == ("mail:zofia@example.org", "line 2", "Zofia Żak")
    assert (zofia.aliases, zofia.birthday, zofia.place) == (("Zosia",), "--05-15", "Kraków")
    assert (zofia.company, zofia.role, zofia.tags) == ("Mosty", "Engineer", ("friends", "starred"))
    assert zofia.contacts == (
        ("email", "zofia@example.org"),
        ("email", "zofia@work.example"),
        ("email", "z.zak@work.example"),
        ("phone", "+48 600 100 200"),
        ("phone", "+48 600 100 201"),
        ("url", "https://zak.example.org"),
    )


def test_what_has_no_field_is_a_fact_in_words() -> None:
    (zofia,) = cards(FORMAT, GOOGLE_OLD)

    assert [fact.text for fact in zofia.facts] == [
        "Likes bridges.\nTwo cats",
        "department: R&D",
        "address (Home): ul. Długa 1, Kraków",
        "Skype: zosia",
        "Spouse: Jan",
        "Allergy: nuts",
        "Anniversary: 2010-06-12",
        "title: Dr.",
    ]


def test_the_new_columns_are_read() -> None:
    giulia = cards(FORMAT, GOOGLE_NEW)[0]

    assert (giulia.name, giulia.aliases, giulia.tags) == ("Giulia D'Angelo", (), ("torino",))
    assert (giulia.company, giulia.role, giulia.birthday) == ("Acme", "Head of Product", "1988-02-29")
    assert (giulia.place, giulia.contacts[1]) == ("Torino", ("phone", "+39 333 1234567"))
    assert giulia.facts == (
        Noted("address (Work): via Po 1, 10123, Torino, Italy"),
        Noted("after the name: Jr."),
    )


def test_an_address_that_google_kept_by_itself_is_left_out_unless_asked_for() -> None:
    assert refused(FORMAT, GOOGLE_NEW) == [("line 3", "only an address"), ("line 4", "no name")]

    other = cards(FORMAT, GOOGLE_NEW, READING._replace(is_other_included=True))[1]
    assert (other.name, other.tags) == ("noreply@example.org", ())


def test_old_downloads_were_utf_16() -> None:
    assert cards(FORMAT, GOOGLE_OLD.encode("utf-16")) == cards(FORMAT, GOOGLE_OLD)
    assert cards(FORMAT, GOOGLE_OLD.encode("utf-8-sig")) == cards(FORMAT, GOOGLE_OLD)


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        ("1990-05-15", "1990-05-15"),
        (" --05-15", "--05-15"),
        ("1604-05-15", "--05-15"),
        ("0/0/00", None),
        ("--02-30", None),
        ("2030-01-01", None),
    ],
)
def test_a_birthday_may_lack_its_year_or_be_none(written: str, birthday: str | None) -> None:
    assert one(Birthday=written).birthday == birthday


def test_a_birthday_that_no_calendar_has_is_kept_in_words() -> None:
    assert one(Birthday="a Tuesday").facts == (Noted("birthday: a Tuesday"),)
    assert one(Birthday="0/0/00").facts == ()


def test_groups_are_read_by_number_wherever_they_stand() -> None:
    card = one(
        **{"E-mail 10 - Value": "ten@x.org", "E-mail 2 - Value": "two@x.org", "E-mail 3 - Label": "* Home"},
        **{"E-mail 3 - Value": "three@x.org"},
    )

    assert [value for _, value in card.contacts] == ["three@x.org", "tom@example.com", "two@x.org", "ten@x.org"]


def test_further_organizations_are_facts() -> None:
    card = one(**{"Organization Name": "Acme ::: Beta", "Organization Title": "Owner ::: Founder"})

    assert (card.company, card.role) == ("Acme", "Owner")
    assert card.facts == (Noted("also at: Beta"), Noted("also as: Founder"))


def test_what_is_no_address_number_or_link_is_kept_in_words() -> None:
    card = one(**{"E-mail 1 - Value": "n/a", "Phone 1 - Value": "ask Ann", "Website 1 - Value": "his blog"})

    assert (card.contacts, card.key) == ((), "name:tom hart|")
    assert [fact.text for fact in card.facts] == ["e-mail: n/a", "phone: ask Ann", "web: his blog"]


def test_labels_no_tag_can_spell_are_facts() -> None:
    card = one(Labels="家族 ::: Święta! ::: * myContacts ::: * Other Contacts")

    assert (card.tags, card.facts) == (("swieta",), (Noted("label: 家族"),))


def test_a_company_or_a_nickname_stands_for_a_name() -> None:
    empty = {"First Name": "", "Last Name": "", "Labels": "", "E-mail 1 - Value": "x@example.org"}

    names = [cards(FORMAT, table({**empty, column: "Acme"}))[0].name for column in ("Nickname", "Organization Name")]
    assert names == ["Acme", "Acme"]


def test_two_people_with_one_address_keep_keys_of_their_own() -> None:
    people = [
        {"First Name": name, "Last Name": "Hart", "E-mail 1 - Value": "harts@example.com"} for name in ("Tom", "Ann")
    ]

    assert [card.key for card in cards(FORMAT, table(*people))] == [
        "mail:harts@example.com",
        "mail:harts@example.com|ann hart",
    ]


def test_the_name_the_other_way_round_is_no_alias_and_another_is() -> None:
    assert one(**{"File As": "Hart, Tom"}).aliases == ()
    assert one(**{"File As": "Captain Hart"}).aliases == ("Captain Hart",)


def test_a_name_that_nobody_could_say_is_rejected() -> None:
    people = table({"First Name": "!!!", "Last Name": "", "E-mail 1 - Value": "x@example.org"})

    assert refused(FORMAT, people) == [("line 2", "a name needs at least one letter or digit")]
