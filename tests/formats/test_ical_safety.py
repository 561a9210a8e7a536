"""Calendars that are odd, damaged or hostile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_calendars import (
    MEETING,
    OUTLOOK_ZONE,
    TODAY,
    WEEKLY,
    a_calendar,
    calendar,
    changed,
    one_talk,
    read,
)
from tests.formats.made_mail import SENT, mbox, message

from netlog.errors import FormatProblem
from netlog.formats.ical import FORMAT
from netlog.interchange import Talk


def sure(content: bytes) -> int:
    assert FORMAT.recognise
    return FORMAT.recognise(a_calendar(content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1250"])
def test_a_calendar_may_come_in_any_encoding(encoding: str) -> None:
    content = calendar(changed(MEETING, SUMMARY=":Zażółć gęślą jaźń")).encode(encoding)

    (found,) = read(content)
    assert sure(content) == 100
    assert isinstance(found, Talk)
    assert found.text == "Zażółć gęślą jaźń"


def test_a_fold_may_cut_a_letter_in_two() -> None:
    content = calendar(changed(MEETING, SUMMARY=":Łódź")).encode().replace("Ł".encode(), b"\xc5\r\n \x81")

    (found,) = read(content)
    assert isinstance(found, Talk)
    assert found.text == "Łódź"


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\r\n"])
def test_lines_may_end_in_any_way(ending: str) -> None:
    folded = calendar(MEETING).replace("SUMMARY:Pric", "summary:Pric\r\n\t")

    (found,) = read(folded.replace("\r\n", ending))
    assert isinstance(found, Talk)
    assert found.text == "Pricing, part two"


@pytest.mark.parametrize(
    "content", [b"", b"hello", mbox(message(SENT)), b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"PK\x03\x04", b"\xff\xfe\0"]
)
def test_what_is_no_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(FormatProblem, match="not a calendar"):
        list(read(content))
    assert sure(content) == 0


def test_an_empty_calendar_has_nothing_in_it() -> None:
    assert list(read(calendar())) == []


def test_a_huge_line_is_cut_and_harms_nothing() -> None:
    content = calendar(f"ATTACH;ENCODING=BASE64:{'QUJD' * 500_000}\n{MEETING}\nDESCRIPTION:{'x' * 1_000_000}")

    assert [type(each) for each in read(content)] == [Talk]


def test_deep_nesting_harms_nothing() -> None:
    assert (
        list(read("BEGIN:VCALENDAR\n" + "BEGIN:VALARM\n" * 20_000 + "BEGIN:VTIMEZONE\n" + "BEGIN:X\n" * 20_000)) == []
    )


def test_a_zone_that_would_take_for_ever_is_not_followed() -> None:
    wild = OUTLOOK_ZONE.replace("FREQ=YEARLY", "FREQ=SECONDLY")

    assert one_talk(changed(MEETING, DTSTART=";TZID=Customized Time Zone:20261104T100000"), head=wild)


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for data in (content, b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + content):
        try:
            list(read(data))
        except FormatProblem:
            continue


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = calendar(MEETING, WEEKLY, changed(WEEKLY, RECURRENCE_ID=":20261012T070000Z"), head=OUTLOOK_ZONE).encode()
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.sampled_from([0, 1, 2, 30]))
        data = data[:at] + draw(st.sampled_from(PIECES) | st.binary(max_size=4)) + data[at + gone :]
    return data


PIECES = [b"\r\n", b";", b":", b"=", b",", b'"', b"9999", b"0", b"-", b"Z", b"T", b"BEGIN:VEVENT", b"END:VTIMEZONE\r\n"]
PIECES += [b"\r\nRRULE:FREQ=DAILY;BYDAY=-5MO,SU;BYSETPOS=-1\r\n", b"\r\nTZID:X\r\n", b"\r\nEXDATE:20261012\r\n"]


@given(mutated())
@settings(max_examples=300)
def test_a_damaged_calendar_is_read_as_far_as_it_goes(content: bytes) -> None:
    try:
        found = list(read(content))
    except FormatProblem:
        return
    assert all(each.people and each.on <= TODAY for each in found if isinstance(each, Talk))
