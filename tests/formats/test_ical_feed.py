"""The feed of what is due, as the calendars that subscribe to it need it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.formats.made_calendars import read

from netlog.formats.ical import FORMAT
from netlog.interchange import Card, Dated, Outgoing, Skipped, Writing

TODAY = date(2026, 11, 20)
DUE = Dated("due-7f3c", "due", date(2026, 11, 21), "Łucja D'Amico", "every 30 days")
PROMISE = Dated("promise-81aa", "promise", date(2026, 11, 23), "Giulia Rossi", "send the deck; soon, please")
BIRTHDAY = Dated("birthday-7f3c", "birthday", date(2026, 12, 1), "Giulia Rossi", "turns 40")


class Feed:
    """What there is to write: nothing but days."""

    def __init__(self, *dated: Dated) -> None:
        self.today = TODAY
        self.days = dated

    def dated(self) -> Iterator[Dated]:
        return iter(self.days)


def written(*dated: Dated) -> str:
    assert FORMAT.write
    return "".join(FORMAT.write(cast("Outgoing", Feed(*dated)), Writing()))


def parsed(*dated: Dated) -> Calendar:
    found = Calendar.from_ical(written(*dated))
    assert isinstance(found, Calendar)
    return found


def test_the_feed_says_what_it_is_and_how_often_to_fetch_it() -> None:
    assert written() == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//netlog//netlog//EN\r\nMETHOD:PUBLISH\r\n"
        "X-WR-CALNAME:netlog\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nEND:VCALENDAR\r\n"
    )


def test_a_check_in_is_a_whole_day_that_takes_no_time() -> None:
    (event,) = parsed(DUE).walk("VEVENT")

    assert event["UID"] == "due-7f3c@netlog"
    assert event["SUMMARY"] == "Get in touch with Łucja D'Amico"
    assert event["DESCRIPTION"] == "every 30 days"
    assert event.decoded("DTSTART") == date(2026, 11, 21)
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 20, tzinfo=UTC)
    assert event["TRANSP"] == "TRANSPARENT"
    assert "RRULE" not in event


def test_the_reminder_rings_at_nine() -> None:
    (alarm,) = parsed(DUE).walk("VALARM")

    assert alarm["ACTION"] == "DISPLAY"
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)


def test_a_promise_is_told_in_its_words() -> None:
    (event,) = parsed(PROMISE).walk("VEVENT")

    assert event["SUMMARY"] == "Giulia Rossi: send the deck; soon, please"
    assert "SUMMARY:Giulia Rossi: send the deck\\; soon\\, please\r\n" in written(PROMISE)


def test_a_birthday_comes_every_year_and_can_be_read_back() -> None:
    (event,) = parsed(BIRTHDAY).walk("VEVENT")

    assert event["RRULE"] == {"FREQ": ["YEARLY"]}
    assert [each for each in read(written(BIRTHDAY)) if isinstance(each, Card)] == [
        Card("birthday:birthday-7f3c@netlog", "line 7", "Giulia Rossi", birthday="--12-01")
    ]


def test_a_check_in_read_back_is_no_meeting() -> None:
    assert list(read(written(DUE))) == [Skipped("line 7", "a whole day without guests")]


def test_the_same_day_gives_the_same_bytes() -> None:
    assert written(DUE, PROMISE, BIRTHDAY) == written(DUE, PROMISE, BIRTHDAY)


@pytest.mark.parametrize("sort", ["due", "promise", "birthday", "something new"])
@given(name=st.text(min_size=1, max_size=120), words=st.text(max_size=200))
def test_lines_are_short_and_no_words_break_the_calendar(sort: str, name: str, words: str) -> None:
    text = written(Dated("key", sort, TODAY, name, words), DUE)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not {each for each in text.replace("\r\n", "") if ord(each) < 32 and each != "\t"}
    assert [str(event["UID"]) for event in Calendar.from_ical(text).walk("VEVENT")] == ["key@netlog", "due-7f3c@netlog"]
