"""LinkedIn: connections of every generation, and who wrote to whom."""

import time
from collections.abc import Iterator
from datetime import date

import pytest
from tests.formats.made_csv import (
    GIULIA,
    LINKEDIN_2018,
    LINKEDIN_2020,
    LINKEDIN_NOW,
    LINKEDIN_VARIANT,
    LUKASZ,
    ME,
    MESSAGES_2018,
    MESSAGES_HEADER,
    MESSAGES_NOW,
    READING,
    TODAY,
    cards,
    records,
    refused,
    talks,
)

from netlog.errors import FormatProblem
from netlog.formats.linkedin import CONNECTIONS, MESSAGES
from netlog.formats.linkedin_names import called_by, profile_slug, profile_url
from netlog.interchange import Mention, Noted

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
GIULIA_AS = Mention("Giulia D'Angelo", "https://www.linkedin.com/in/giulia")
LUKASZ_AS = Mention("Łukasz Wójcik", "https://www.linkedin.com/in/lukasz")


@pytest.fixture
def in_turin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change its time zone")
    monkeypatch.setenv("TZ", "Europe/Rome")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_todays_export_is_read_below_its_notes() -> None:
    giulia, lukasz, tom = cards(CONNECTIONS, LINKEDIN_NOW)

    assert (giulia.key, giulia.where, giulia.name) == ("url:giulia-dangelo", "line 6", "Giulia D'Angelo")
    assert (giulia.company, giulia.role, giulia.known_since) == ("Acme, S.p.A.", "Head of Product", date(2024, 1, 12))
    assert giulia.facts == (Noted("credentials: PhD, MBA"),)
    assert (lukasz.key, lukasz.name) == ("url:łukasz-wójcik-42", "Łukasz Wójcik")
    assert lukasz.contacts == (
        ("email", "lukasz@example.org"),
        ("url", "https://www.linkedin.com/in/łukasz-wójcik-42"),
    )
    assert (tom.key, tom.met_on) == ("mail:tom@example.com", None)


def test_rows_of_members_who_left_are_counted_as_having_no_name() -> None:
    assert refused(CONNECTIONS, LINKEDIN_NOW) == [("line 8", "no name")]


def test_a_profile_without_a_name_is_told_by_its_address() -> None:
    found = refused(CONNECTIONS, HEADER + ",,https://www.linkedin.com/in/someone,,,,01 Jan 2024\n")

    assert found == [("line 2", "a profile without a name: “https://www.linkedin.com/in/someone”")]


@pytest.mark.parametrize(
    ("sample", "keys", "days"),
    [
        (
            LINKEDIN_2020,
            ["row:giulia d'angelo|acme|2020-01-12", "mail:zofia@example.org"],
            ["2020-01-12", "2019-09-01"],
        ),
        (LINKEDIN_2018, ["mail:giulia@example.org", "mail:zofia@example.org"], ["2018-04-09", "2017-12-28"]),
        (LINKEDIN_VARIANT, ["mail:tom@example.com"], ["2018-02-03"]),
    ],
)
def test_earlier_generations_have_other_keys_and_dates(sample: str, keys: list[str], days: list[str]) -> None:
    found = cards(CONNECTIONS, sample)

    assert [card.key for card in found] == keys
    assert [str(card.known_since) for card in found] == days


def test_the_variant_of_2018_keeps_links_and_the_rest_as_facts() -> None:
    (tom,) = cards(CONNECTIONS, LINKEDIN_VARIANT)

    assert tom.contacts[1:] == (("url", "https://hart.example.com"), ("url", "http://blog.example.com/tom"))
    assert tom.facts == (Noted("address: 1 High St, York"), Noted("instant messenger: tomhart"))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12-Jan-24", "2024-01-12"),
        ("7-Jan-22", "2022-01-07"),
        ("12 January 2021", "2021-01-12"),
        ("2021-01-12", "2021-01-12"),
        ("12/28/17", "2017-12-28"),
        ("28/12/2017", "2017-12-28"),
        ("22 Nov 2026", "2026-11-22"),
        ("23 Nov 2026", "2026-11-22"),
    ],
)
def test_every_way_a_day_is_written_is_read_in_any_locale(written: str, day: str) -> None:
    (tom,) = cards(CONNECTIONS, HEADER + f'Tom,Hart,,,,,"{written}"\n')

    assert (str(tom.known_since), tom.facts) == (day, ())


def test_a_day_that_cannot_be_is_kept_in_words() -> None:
    (tom,) = cards(CONNECTIONS, HEADER + "Tom,Hart,,,,,31 Feb 2021\n")

    assert (tom.known_since, tom.facts) == (None, (Noted("connected on LinkedIn: 31 Feb 2021"),))


def test_the_order_of_numbers_is_decided_over_the_whole_file() -> None:
    text = HEADER + "Tom,Hart,,,,,03/02/2021\nAnna,Żak,,,,,25/02/2021\n"

    assert [card.known_since for card in cards(CONNECTIONS, text)] == [date(2021, 2, 3), date(2021, 2, 25)]
    one = text.rsplit("Anna", 1)[0]
    assert [card.known_since for card in cards(CONNECTIONS, one)] == [date(2021, 3, 2)]
    assert [card.known_since for card in cards(CONNECTIONS, one, READING._replace(day_first=True))] == [
        date(2021, 2, 3)
    ]


def test_a_file_saved_by_a_spreadsheet_in_windows_code_page_is_the_same() -> None:
    text = LINKEDIN_2020.replace("\n", "\r\n").replace(",", ";")

    assert [card._replace(where="") for card in cards(CONNECTIONS, text.encode("cp1250"))] == [
        card._replace(where="") for card in cards(CONNECTIONS, LINKEDIN_2020)
    ]


@pytest.mark.parametrize(
    ("first", "last", "name", "credentials"),
    [
        ("Giulia", "Rossi, PhD", "Giulia Rossi", "PhD"),
        ("Giulia", ", MBA", "Giulia", "MBA"),
        ("Tom", "Hart, Jr., CPA", "Tom Hart Jr.", "CPA"),
        ("Tom", "Hart Ph.D. CISSP", "Tom Hart", "Ph.D., CISSP"),
        ("Mai", "Md", "Mai Md", ""),
        ("Anna (she/her)", "Żak ✨👩🏽‍💻", "Anna Żak", ""),
        ("🇮🇹 Niccolò", "𝗕𝗿𝘂𝗻𝗶", "Niccolò Bruni", ""),
        ("Anna", "Nowak (Kowalska)", "Anna Nowak (Kowalska)", ""),
        ("🚀", "", "🚀", ""),
        ("", "", "", ""),
    ],
)
def test_names_lose_drawings_and_credentials_and_nothing_else(
    first: str, last: str, name: str, credentials: str
) -> None:
    assert called_by(first, last) == (name, credentials)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/Zofia-%C5%BBak/",
        "http://pl.linkedin.com/in/zofia-żak?trk=x",
        "linkedin.com/in/zofia-%c5%bcak",
    ],
)
def test_one_profile_has_one_key_however_it_is_spelled(url: str) -> None:
    assert profile_slug(url) == "zofia-żak"
    assert profile_url(url).lower() == "https://www.linkedin.com/in/zofia-żak"


@pytest.mark.parametrize("slug", ["a%2Fb", "a%20b", "a%00b", "%FF"])
def test_escapes_that_hide_no_letters_stay(slug: str) -> None:
    assert profile_url(f"https://www.linkedin.com/in/{slug}") == f"https://www.linkedin.com/in/{slug}"


def test_a_conversation_is_one_contact_a_day_without_its_content(in_turin: None) -> None:
    first, second, third = talks(MESSAGES, MESSAGES_NOW)

    assert (first.key, first.on, first.people) == ("c1:2025-06-02", date(2025, 6, 2), (GIULIA_AS,))
    assert (first.kind, first.text, first.direction) == ("message", "LinkedIn, “Coffee in Turin”: 2 messages", "out")
    assert (second.text, second.direction, second.where) == ("LinkedIn: 1 message", "in", "line 5")
    assert third.people == (LUKASZ_AS,)
    assert first.at is not None
    assert first.at.isoformat() == "2025-06-02T11:00:00+02:00"


def test_drafts_advertising_and_members_who_left_are_no_contacts() -> None:
    assert refused(MESSAGES, MESSAGES_NOW) == [
        ("line 7", "draft"),
        ("line 8", "sponsored"),
        ("line 9", "from nobody by name"),
    ]


def test_the_day_of_a_message_is_the_local_one(in_turin: None) -> None:
    text = MESSAGES_HEADER + f"c1,,{GIULIA},{ME},2025-06-02 22:30:00 UTC,,x,INBOX,,No\n" * 2

    assert [talk.key for talk in talks(MESSAGES, text, READING._replace(me=("Marco Bianchi",)))] == ["c1:2025-06-03"]


def test_messages_of_2018_have_a_direction_and_no_conversation() -> None:
    first, second = talks(MESSAGES, MESSAGES_2018)

    assert first.key == "with:marco bianchi|zofia zak:2018-04-09"
    assert (first.people, first.direction, first.text) == (
        (Mention("Zofia Żak"),),
        "out",
        "LinkedIn, “Re: job”: 1 message",
    )
    assert (second.direction, second.on) == ("in", date(2018, 4, 10))


def test_i_am_who_i_said_by_name_or_profile_else_who_is_in_most_conversations() -> None:
    one = MESSAGES_HEADER + f"c1,,{GIULIA},{ME},2025-06-02 10:00:00 UTC,,x,INBOX,,No\n"

    for me in ("marco bianchi", "linkedin.com/in/marco"):
        assert talks(MESSAGES, one, READING._replace(me=(me,)))[0].people == (GIULIA_AS,)
    with pytest.raises(FormatProblem, match=r"do not tell whether you are “.+” or “.+”"):
        talks(MESSAGES, one)


def test_a_name_has_its_profile_also_where_the_file_leaves_it_out() -> None:
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    text = header + (
        f"c1,,{ME},Łukasz Wójcik,2025-06-02 10:00:00 UTC,,x,INBOX\n"
        f"c1,,{LUKASZ},Marco Bianchi,2025-06-03 10:00:00 UTC,,x,INBOX\n"
        f"c2,,{ME},Zofia Żak,2025-06-04 10:00:00 UTC,,x,INBOX\n"
    )

    assert [talk.people for talk in talks(MESSAGES, text)] == [(LUKASZ_AS,), (LUKASZ_AS,), (Mention("Zofia Żak"),)]


def test_groups_are_contacts_with_everybody_up_to_ten() -> None:
    def group(count: int) -> str:
        names = ",".join(f"Person {letter}" for letter in "abcdefghijk"[:count])
        urls = ",".join(f"https://www.linkedin.com/in/{letter}" for letter in "abcdefghijk"[:count])
        return MESSAGES_HEADER + f'g,Club,{ME},"{names}","{urls}",2025-06-02 10:00:00 UTC,,x,INBOX,,No\n'

    reading = READING._replace(me=("Marco Bianchi",))
    (talk,) = talks(MESSAGES, group(10), reading)
    assert [person.name for person in talk.people] == [f"Person {letter}" for letter in "abcdefghij"]
    assert refused(MESSAGES, group(11), reading) == [("line 2", "more than 10 people")]


def test_days_outside_the_bounds_and_dates_that_are_none_are_told() -> None:
    reading = READING._replace(since=date(2025, 6, 5), until=date(2025, 6, 30))
    assert [talk.on for talk in talks(MESSAGES, MESSAGES_NOW, reading)] == [date(2025, 6, 5)]
    assert refused(MESSAGES, MESSAGES_NOW, reading)[3:] == [
        ("line 4", "outside the days asked for"),
        ("line 6", "outside the days asked for"),
    ]
    broken = MESSAGES_NOW.replace("2025-06-05 18:00:00 UTC", "soon")
    assert ("line 5", "“soon” is no date") in refused(MESSAGES, broken)


@pytest.mark.parametrize("written", ["0001-01-01 00:00:00 UTC", "9999-12-31 23:59:59", "2025-02-30 10:00:00 UTC", ""])
def test_an_instant_that_no_message_can_have_is_rejected(written: str) -> None:
    text = MESSAGES_HEADER + f"c1,,{GIULIA},{ME},{written},,x,INBOX,,No\n"

    assert refused(MESSAGES, text) == [("line 2", f"“{written}” is no date")]


def test_a_second_reading_gives_the_same_keys() -> None:
    for form, sample in ((CONNECTIONS, LINKEDIN_NOW), (MESSAGES, MESSAGES_NOW)):
        assert records(form, sample) == records(form, sample, READING._replace(today=TODAY))
