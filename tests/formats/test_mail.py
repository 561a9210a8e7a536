"""Mail by its headers: whom I wrote with, when, and what is no contact at all."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.formats.made_calendars import MEETING, calendar
from tests.formats.made_mail import (
    GOT,
    ME,
    READING,
    SENT,
    TODAY,
    a_file,
    a_folder,
    maildir,
    mbox,
    message,
    one,
    one_talk,
    read,
    read_folder,
)

from netlog.errors import FormatProblem
from netlog.formats.mail import MAILDIR, MBOX
from netlog.formats.mail_addresses import mentions
from netlog.interchange import Mention, Reading, Rejected, Skipped, Talk

GIULIA = Mention("Giulia Rossi", "giulia@example.it")


def sure(content: bytes) -> int:
    assert MBOX.recognise
    return MBOX.recognise(a_file(content))


def test_a_message_is_a_contact_on_the_day_of_its_own_offset() -> None:
    assert one_talk(SENT) == Talk(
        key="one@example.com",
        where="line 1",
        on=date(2026, 11, 4),
        people=(GIULIA,),
        kind="email",
        text="Pricing",
        direction="out",
        at=datetime(2026, 11, 4, 22, 30, tzinfo=UTC),
    )


def test_what_others_send_comes_in() -> None:
    found = one_talk(GOT)

    assert (found.direction, found.people, found.key) == ("in", (GIULIA,), "two@example.it")


def test_everybody_of_a_message_is_in_it_once() -> None:
    found = one_talk(GOT, Cc="giulia@EXAMPLE.it, Łukasz Żak <lz@example.pl>", To=f"{ME}, Bo <bo@example.org>")

    assert found.people == (GIULIA, Mention("Bo", "bo@example.org"), Mention("Łukasz Żak", "lz@example.pl"))


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: FW: Re[2]: AW: the deck", "the deck"),
        ("Odp: PD: oferta", "oferta"),
        ("I: R: preventivo", "preventivo"),
        ("=?utf-8?q?Za=C5=BC=C3=B3=C5=82=C4=87?= =?utf-8?b?IGfEmcWbbMSF?=", "Zażółć gęślą"),
        ("=?iso-8859-2?q?=A3=F3d=BC?=", "Łódź"),
        ("=?no-such-charset?q?abc?= d", "abc d"),
        ("=?utf-8?b?A?=", "=?utf-8?b?A?="),
        ("Regarding: you", "Regarding: you"),
        ("one\n two", "one two"),
        ("bell \x07 and nul \x00", "bell and nul"),
        ("", ""),
    ],
)
def test_the_subject_is_what_was_written_first(subject: str, text: str) -> None:
    assert one_talk(SENT, Subject=subject).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "iso-8859-2"])
def test_raw_letters_in_headers_are_read(encoding: str) -> None:
    raw = message(SENT, Subject="Kraków, luty, ołówek").decode().encode(encoding)

    (found,) = read(mbox(raw))
    assert isinstance(found, Talk)
    assert found.text == "Kraków, luty, ołówek"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("anna@example.org", [("", "anna@example.org")]),
        ("anna@example.org (Anna Lind)", [("Anna Lind", "anna@example.org")]),
        ('"Lind, Anna" <anna@example.org>', [("Lind, Anna", "anna@example.org")]),
        ("=?utf-8?q?Lind,_Anna?= <anna@example.org>", [("=?utf-8?q?Lind,_Anna?=", "anna@example.org")]),
        ('"Anna \\"Ann\\" Lind" <anna@example.org>', [('Anna "Ann" Lind', "anna@example.org")]),
        ("Lind, Anna <anna@example.org>", [("Anna", "anna@example.org")]),
        ("undisclosed-recipients:;", []),
        ("Team: anna@example.org, Bo <bo@example.org>;", [("", "anna@example.org"), ("Bo", "bo@example.org")]),
        ("Team: Bo Lind <bo@example.org>;", [("Bo Lind", "bo@example.org")]),
        ('"Anna <anna@example.org>, bo@example.org', [('"Anna', "anna@example.org"), ("", "bo@example.org")]),
        ("Anna <anna@example.org", [("", "anna@example.org")]),
        ("nobody", []),
        ("", []),
    ],
)
def test_addresses_are_read_however_they_are_written(header: str, expected: list[tuple[str, str]]) -> None:
    assert list(mentions(header)) == expected


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("\"'Giulia Rossi'\" <giulia@example.it>", "Giulia Rossi"),
        ("giulia@example.it <giulia@example.it>", ""),
        ("=?utf-8?q?Nicol=C3=B2?= <giulia@example.it>", "Nicolò"),
        ('"=?utf-8?q?Rossi=2C_Nicol=C3=B2?=" <giulia@example.it>', "Rossi, Nicolò"),
        ('"Giulia Rossi <giulia@example.it>', "Giulia Rossi"),
    ],
)
def test_names_are_tidied(sender: str, name: str) -> None:
    assert one_talk(GOT, From=sender).people == (Mention(name, "giulia@example.it"),)


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ({"List-Id": "<friends.example.org>"}, "mailing list or newsletter"),
        ({"List-Unsubscribe": "<mailto:x@example.org>"}, "mailing list or newsletter"),
        ({"Precedence": "Bulk"}, "mailing list or newsletter"),
        ({"Auto-Submitted": "auto-replied; x=y"}, "sent by a machine"),
        ({"From": "Shop <no-reply@example.org>"}, "sent by a machine"),
        ({"From": "calendar-notification@example.org"}, "sent by a machine"),
        ({"From": "newsletter+it@example.org"}, "sent by a machine"),
        ({"From": "MAILER-DAEMON@example.org"}, "sent by a machine"),
        ({"From": ""}, "no sender"),
        ({"From": "nobody"}, "no sender"),
        ({"X-Gmail-Labels": "Inbox,Spam"}, "spam"),
        ({"X-Gmail-Labels": "=?utf-8?q?Cestino,Posta_in_arrivo?="}, "in the bin"),
        ({"X-Gmail-Labels": "Kosz"}, "in the bin"),
        ({"X-Gmail-Labels": "Bozze"}, "a draft"),
        ({"X-Mozilla-Status": "0009"}, "in the bin"),
        ({"To": ", ".join(f"p{n}@example.org" for n in range(11))}, "too many people"),
        ({"From": ME, "To": "undisclosed-recipients:;"}, "no other people"),
        ({"From": ME, "To": "noreply@example.org"}, "no other people"),
        ({"Date": "Fri, 4 Dec 2026 10:00:00 +0100"}, "outside the chosen days"),
    ],
)
def test_what_is_no_contact_between_people_is_left_out(others: dict[str, str], reason: str) -> None:
    assert one(GOT | others) == Skipped("line 1", reason)


@pytest.mark.parametrize("others", [{"Auto-Submitted": "no"}, {"X-Mozilla-Status": "0001"}, {"X-Gmail-Labels": "Sent"}])
def test_headers_that_mean_no_harm_leave_a_message_in(others: dict[str, str]) -> None:
    assert isinstance(one(GOT | others), Talk)


def test_ten_people_are_not_too_many() -> None:
    assert len(one_talk(SENT, To=", ".join(f"p{n}@example.org" for n in range(10))).people) == 10


@pytest.mark.parametrize(
    "written",
    ["", "not a date", "Wed, 32 Nov 2026 10:00:00 +0100", "4 Nov 2026 10:00 +9999", "1 Jan 1800 00:00", "9" * 5000],
)
def test_a_broken_date_is_rejected(written: str) -> None:
    assert one(SENT, Date=written) == Rejected("line 1", "the date cannot be read")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4 Nov 26 10:00:00 EST", datetime(2026, 11, 4, 15, tzinfo=UTC)),
        ("Wed, 04 Nov 2026 10:00:00 -0000", datetime(2026, 11, 4, 10, tzinfo=UTC)),
        ("Wed, 4 Nov 2026 10:00:00 +0100 (CET)", datetime(2026, 11, 4, 9, tzinfo=UTC)),
    ],
)
def test_odd_dates_are_read(written: str, expected: datetime) -> None:
    assert one_talk(SENT, Date=written).at == expected


def test_days_asked_for_bound_what_is_read() -> None:
    for reading in (READING._replace(since=date(2026, 11, 5)), READING._replace(until=date(2026, 11, 3))):
        assert read(mbox(message(SENT)), reading) == [Skipped("line 1", "outside the chosen days")]


def test_without_a_message_id_what_a_message_says_names_it() -> None:
    first = one_talk(SENT, Message_ID="").key

    assert first == one_talk(SENT, Message_ID="", X_Other="x").key
    assert first != one_talk(SENT, Message_ID="", Subject="Another").key
    assert first.startswith("sha256:")


def test_lines_of_a_body_begin_no_message() -> None:
    bodies = b"From the body in 2026\nFrom 10:00 on, until 2027\nno header\nFrom x 10:00 2026\n\nFrom: me\n"

    assert [type(each) for each in read(mbox(message(SENT) + bodies, message(GOT)))] == [Talk, Talk]


def test_each_message_says_where_it_begins() -> None:
    content = mbox(message(SENT), message(GOT))

    second = content.split(b"\n").index(b"From: Giulia Rossi <giulia@example.it>")
    assert [each.where for each in read(content)] == ["line 1", f"line {second}"]


def test_headers_of_a_body_are_none_of_the_message() -> None:
    forwarded = message(SENT) + b"List-Id: <x.example.org>\nDate: not a date\n"

    assert isinstance(read(mbox(forwarded))[0], Talk)


def test_i_am_in_most_messages_unless_i_say_who_i_am() -> None:
    content = mbox(message(SENT), message(GOT), message(GOT, From="bo@example.org"))

    found = read(content, Reading(TODAY))
    assert [each.direction for each in found if isinstance(each, Talk)] == ["out", "in", "in"]
    assert all(ME not in {who.address for who in each.people} for each in found if isinstance(each, Talk))


def test_an_mbox_file_is_recognised_by_its_first_lines() -> None:
    assert sure(mbox(message(SENT))) == 95
    assert sure(b"From 1790@xxx Wed Nov 04 22:30:00 +0000 2026\r\nX-GM-THRID: 1790\r\n") == 95
    assert sure(message(SENT)) == 0
    assert sure(b"From 10:00 on, until 2027\nwe walked\n") == 0
    assert sure(calendar(MEETING).encode()) == 0
    assert sure(b"") == 0


@pytest.mark.parametrize("content", [b"hello", b"BEGIN:VCALENDAR\n", message(SENT)])
def test_what_is_no_mbox_file_is_refused(content: bytes) -> None:
    with pytest.raises(FormatProblem, match="not an mbox file"):
        read(content)


def test_an_empty_mbox_file_has_nothing_in_it() -> None:
    assert read(b"") == []


def is_maildir(path: Path) -> int:
    assert MAILDIR.recognise
    return MAILDIR.recognise(a_folder(path))


def test_a_maildir_is_read_file_by_file(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail", {"cur/1.a:2,S": message(SENT), "new/2.b": message(GOT), "tmp/3.c": b"half"})

    found = read_folder(box)
    assert [(each.where, type(each)) for each in found] == [("cur/1.a:2,S", Talk), ("new/2.b", Talk)]


def test_drafts_and_what_was_thrown_away_are_left_out_by_their_flags(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail", {"cur/1:2,DS": message(SENT), "cur/2:2,ST": message(SENT), "cur/3;2,T": b""})

    assert [each.reason for each in read_folder(box) if isinstance(each, Skipped)] == [
        "a draft",
        "in the bin",
        "in the bin",
    ]


@pytest.mark.parametrize(("name", "reason"), [(".Trash", "in the bin"), (".INBOX.Spam", "spam"), ("Bozze", "a draft")])
def test_some_mail_folders_are_left_out_by_their_name(tmp_path: Path, name: str, reason: str) -> None:
    box = maildir(tmp_path / name, {"cur/1:2,S": message(SENT)})

    assert read_folder(box) == [Skipped("cur/1:2,S", reason)]


def test_a_folder_is_a_maildir_when_it_has_the_folders_of_one(tmp_path: Path) -> None:
    maildir(tmp_path / "Mail", {})
    (tmp_path / "linked").mkdir()
    for part in ("cur", "new"):
        (tmp_path / "linked" / part).symlink_to(tmp_path / "Mail" / part)

    assert [is_maildir(tmp_path / name) for name in ("Mail", "linked", ".")] == [100, 0, 0]
    with pytest.raises(FormatProblem, match="not a Maildir"):
        read_folder(a_folder(tmp_path))


def test_mail_folders_inside_are_sources_of_their_own(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail", {"cur/1": message(SENT)})
    maildir(tmp_path / "Mail" / ".Sent", {"cur/2": message(SENT)})

    assert [each.where for each in read_folder(box)] == ["cur/1"]
