"""What every dialect of vCard tells of a person, and what becomes of groups and of cards that cannot be read."""

from datetime import date

import pytest
from tests.formats.vcards import (
    ANDROID,
    APPLE,
    DIALECTS,
    EVOLUTION,
    GOOGLE,
    GROUP_FILE,
    NEXTCLOUD_4,
    RFC_6350,
    TORTURE,
    as_bytes,
    dialect_bytes,
    file_of,
    people,
    records,
)  # fmt: skip

from netlog.errors import UsageProblem
from netlog.formats.vcard import FORMAT, recognise
from netlog.formats.vcard_write import vcard
from netlog.interchange import Card, Mention, Noted, Rejected, Skipped, Writing


def card(*lines: str) -> Card:
    (only,) = people("\r\n".join(["BEGIN:VCARD", "FN:Anna Rossi", *lines, "END:VCARD", ""]))
    return only


def facts(one: Card) -> list[str]:
    return [noted.text for noted in one.facts]


def test_an_apple_card_is_read() -> None:
    (lucja,) = people(as_bytes(APPLE))

    assert lucja.key == "uid:0a1b2c3d-0000-0000-0000-000000000001"
    assert (lucja.name, lucja.aliases) == ("Dott.ssa Łucja Maria D'Angelo", ("Lulù",))
    assert (lucja.company, lucja.role, lucja.place) == ("Ostello Aurora, s.r.l.", "Direttrice", "Genova")
    assert lucja.birthday == "--04-03"
    assert lucja.contacts == (
        ("email", "lucja@aurora.example"),
        ("email", "lulu@home.example"),
        ("phone", "+39 333 000 0001"),
        ("url", "https://aurora.example/chi-siamo"),
        ("url", "http://www.linkedin.com/in/lucja-example"),
    )
    assert facts(lucja) == [
        "anniversary: 12 June 2012",
        "spouse: Marco Rossi",
        "Conosciuta in ostello.\nAma il tè verde; odia gli ascensori.",
    ]
    assert {"X-ABUID:0A1B2C3D-0000-0000-0000-000000000001:ABPerson", "item2.X-ABADR:it"} < set(lucja.extra)


def test_a_google_card_is_read_without_the_group_of_everybody() -> None:
    (wojciech,) = people(as_bytes(GOOGLE))

    assert wojciech.key == ""
    assert wojciech.birthday == "1988-02-29"
    assert wojciech.tags == ("old-friends", "starred")
    assert facts(wojciech) == ["domestic partner: Ola Żak", "first talk: 3 February 2019", "Keeps bees"]
    assert "CATEGORIES:Old Friends,myContacts,starred" in wojciech.extra


def test_an_android_card_is_read() -> None:
    (zos,) = people(as_bytes(ANDROID))

    assert (zos.name, zos.aliases, zos.birthday) == ("Zoś Żółć", ("Zosia",), "--10-21")
    assert zos.contacts == (("phone", "+48500000003"), ("phone", "12345"), ("email", "zos@example.org"))
    assert facts(zos) == [
        "Pierwsza linia\n druga linia, ze spacją",
        "spouse: Marek",
        "rencontre: 19 October 2019",
    ]


@pytest.mark.parametrize("declared", [None, "cp1252"])
def test_an_outlook_card_is_read_in_its_code_page(declared: str | None) -> None:
    (niccolo,) = records(dialect_bytes("outlook"), declared)

    assert isinstance(niccolo, Card)
    assert (niccolo.name, niccolo.company, niccolo.place) == ("Niccolò Però", "Però & Figli", "Milano")
    assert facts(niccolo) == [
        "Incontrato alla fiera di Milano, stand 12\nCompleanno il 7 maggio",
        "anniversary: 1 August 2012",
        "spouse: Chiara",
        "manager: Ugo Bassi",
    ]
    assert "LABEL;TYPE=WORK,PREF:Corso Como 1\\n20121 Milano" in niccolo.extra


def test_evolution_and_nextcloud_name_ties_in_their_own_ways() -> None:
    (ewa,), (harriet,) = people(as_bytes(EVOLUTION)), people(as_bytes(NEXTCLOUD_4))

    assert (ewa.role, facts(ewa)) == ("Redaktorka", ["anniversary: 15 September 2001", "spouse: Jan Łoś"])
    assert facts(harriet) == ["anniversary: 1 May 2010", "spouse: Tom O'Neil", "friend: Beth Green"]


def test_a_card_of_the_standard_is_read_and_what_netlog_does_not_know_is_kept() -> None:
    (simon,) = people(as_bytes(RFC_6350))

    assert simon.uuid == "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"
    assert simon.contacts[0] == ("phone", "+1-418-656-9254;ext=102")
    assert (simon.place, simon.birthday, simon.aliases) == ("Québec", "--02-03", ("Simone Perrault",))
    assert """X-QUOTE;A=x^'y;B=^^:verbatim\\, \\; \\n ; , here""" in simon.extra
    assert "PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=" in simon.extra
    assert "PHOTO:data:image/png;base64,iVBORw0KGgo=\r\n" in vcard(simon, "4.0")


def test_members_have_a_group_as_a_tag_and_a_group_of_strangers_is_skipped() -> None:
    marta, strangers = records(as_bytes(GROUP_FILE))

    assert isinstance(marta, Card)
    assert (marta.name, marta.tags) == ("Marta Rossi", ("climbing-club",))
    assert strangers == Skipped("line 15", "a group")


def test_a_bad_line_spoils_no_card_and_a_bad_card_no_file() -> None:
    jan, nobody, endless, company, mail, cut = records(as_bytes(TORTURE))

    assert isinstance(jan, Card)
    assert isinstance(company, Card)
    assert isinstance(mail, Card)
    assert (jan.name, company.name, mail.name) == ("Jan Nowak", "Only Organisation; Ltd", "only.mail")
    assert facts(jan) == ["backslash at the end\\"]
    assert nobody == Rejected("line 23", "it has no name, e-mail address or organisation")
    assert endless == Rejected("line 27", "another card begins before its end")
    assert cut == Rejected("line 37", "the file ends before the card does")


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n", "\r\r\n"])
@pytest.mark.parametrize("dialect", ["apple", "android", "torture"])
def test_lines_end_as_they_like(dialect: str, ends: str) -> None:
    assert people(as_bytes(DIALECTS[dialect], ends=ends)) == people(as_bytes(DIALECTS[dialect]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_the_text_is_in_any_unicode(encoding: str) -> None:
    raw = as_bytes(APPLE, encoding=encoding)

    assert recognise(file_of(raw)) == 100
    assert people(raw) == people(as_bytes(APPLE))


def test_a_fold_may_cut_a_character() -> None:
    raw = "BEGIN:VCARD\nFN:Żaneta\nEND:VCARD\n".encode().replace("Ż".encode(), b"\xc5\n \xbb")

    assert [anna.name for anna in people(raw)] == ["Żaneta"]


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1980-04-03", "1980-04-03"),
        ("BDAY;VALUE=date:19800403", "1980-04-03"),
        ("BDAY:1980-04-03T00:00:00Z", "1980-04-03"),
        ("BDAY:--0403", "--04-03"),
        ("BDAY:--04-03", "--04-03"),
        ("BDAY:16040403", "--04-03"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-03", "--04-03"),
        ("BDAY;VALUE=text:circa 1800", None),
        ("BDAY:1980", None),
        ("BDAY:1980-02-30", None),
    ],
)
def test_a_birthday_in_any_form_is_known_or_kept(line: str, birthday: str | None) -> None:
    anna = card(line)

    assert anna.birthday == birthday
    assert anna.extra == (() if birthday else (line,))


def test_the_parts_of_a_name_are_kept_only_where_the_name_does_not_give_them() -> None:
    assert card("N:Rossi;Anna;;;").extra == ()
    assert card("N:Rossi;Anna").extra == ()
    assert card("N:De Rossi;Anna").extra == ("FN:Anna Rossi", "N:De Rossi;Anna;;;")


def test_another_name_is_written_without_the_parts_of_the_old_one() -> None:
    renamed = card("N:Rossi;Anna;Maria;;")._replace(name="Anna Bianchi")

    assert "N:Bianchi;Anna;;;\r\nFN:Anna Bianchi\r\n" in vcard(renamed, "3.0")


def test_what_was_removed_from_a_person_is_not_written_though_its_line_was_kept() -> None:
    anna = card("item1.TEL;TYPE=CELL:123", "item1.X-ABLabel:Boat", "ORG:Acme;Lab", "X-SPOUSE:Marta", "X-FOO:1")

    text = vcard(anna._replace(contacts=(), company="Beta", facts=()), "3.0")

    assert [line for line in text.splitlines() if line.startswith(("item", "TEL", "ORG", "X-"))] == [
        "ORG:Beta",
        "X-FOO:1",
    ]


def test_another_town_is_written_before_the_addresses() -> None:
    anna = card("ADR;TYPE=home:;;Via Po 1;Torino;TO;10100;Italia")._replace(place="Roma")

    (again,) = people(vcard(anna, "3.0"))

    assert (again.place, again.extra) == ("Roma", anna.extra)


def test_a_fact_keeps_its_day_also_in_a_line_of_another_program() -> None:
    anna = card("X-SPOUSE:Marta")._replace(facts=(Noted("spouse: Marta", date(2024, 1, 2)),))

    text = vcard(anna, "3.0")

    assert "X-SPOUSE;X-NETLOG-ON=2024-01-02:Marta\r\n" in text
    assert people(text) == [anna]


def test_groups_of_two_merged_people_get_numbers_of_their_own() -> None:
    home = ("item1.TEL:1", "item1.X-ABLabel:Boat")
    work = ("item1.TEL:2", "item1.X-ABLabel:Office")
    anna = card()._replace(contacts=(("phone", "1"), ("phone", "2")), extra=(*home, *work))

    assert "item2.TEL:1\r\nitem2.X-ABLabel:Boat\r\nitem3.TEL:2\r\nitem3.X-ABLabel:Office\r\n" in vcard(anna, "3.0")


def test_malformed_lines_and_photos_cut_short_are_not_kept() -> None:
    assert card("PHOTO;ENCODING=b:AAA", "X-BAD NAME:1", "no colon", ";X=1:2").extra == ()
    assert card()._replace(extra=("no colon", "PHOTO;ENCODING=b:AAA", "X-A:1")).extra[2:] == ("X-A:1",)
    assert "colon" not in vcard(card()._replace(extra=("no colon", "PHOTO;ENCODING=b:AAA")), "3.0")


def test_what_only_netlog_knows_comes_back() -> None:
    anna = card()._replace(tier="inner", every_days=9, is_kin=True, via=Mention("Jo", "jo@x.example"), handle="anna")

    assert people(vcard(anna, "4.0")) == [anna]


def test_values_that_netlog_would_not_take_are_left_out() -> None:
    anna = card("X-NETLOG-TIER:gold", "X-NETLOG-EVERY:-3", "X-NETLOG-MET-ON:soon", "X-NETLOG-HANDLE:not one")

    assert (anna.tier, anna.every_days, anna.met_on, anna.handle) == (None, None, None, None)


@pytest.mark.parametrize(
    ("content", "name", "sure"),
    [
        (b"BEGIN:VCARD\r\n", "x", 100),
        (b"\xef\xbb\xbf\n begin:vcard\n", "x", 100),
        (b"; contacts\nBEGIN:VCARD\n", "people.vcf", 80),
        (b"From anna\n\nBEGIN:VCARD\n", "mail.mbox", 30),
        (b"BEGIN:VCALENDAR\n", "people.vcf", 0),
        (b'{"card": "BEGIN:VCARD"}', "a.json", 0),
        (b"", "people.vcf", 0),
    ],
)
def test_a_file_is_known_by_its_first_line(content: bytes, name: str, sure: int) -> None:
    assert recognise(file_of(content, name)) == sure


def test_only_two_versions_are_written() -> None:
    assert FORMAT.write
    with pytest.raises(UsageProblem, match="no vCard “2"):
        FORMAT.write(None, Writing(version="2.1"))  # type: ignore[arg-type]
