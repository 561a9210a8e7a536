"""Calendars as they come: whom I met, when, how often, and what is left out."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from tests.formats.made_calendars import (
    GUESTS,
    ME,
    MEETING,
    OUTLOOK_ZONE,
    READING,
    TODAY,
    WEEKLY,
    calendar,
    card,
    changed,
    days,
    one_talk,
    read,
)

from netlog.interchange import Mention, Reading, Rejected, Skipped, Talk

GIULIA = Mention("Giulia Rossi", "giulia@example.it")


@pytest.fixture(autouse=True)
def in_warsaw(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Poland."""
    monkeypatch.setenv("TZ", "Europe/Warsaw")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_meeting_is_a_contact_with_everybody_but_me() -> None:
    assert one_talk(MEETING) == Talk(
        key="one@example.it",
        where="line 3",
        on=date(2026, 11, 4),
        people=(GIULIA,),
        kind="meeting",
        text="Pricing, part two",
        direction="in",
        at=datetime(2026, 11, 4, 9, 0, tzinfo=UTC),
        minutes=90,
        place="Torino, via Po 1",
    )


def test_what_i_organise_goes_out_and_what_nobody_does_is_mutual() -> None:
    mine = changed(MEETING, ORGANIZER=f";CN=Me:mailto:{ME}")

    assert one_talk(mine).direction == "out"
    assert one_talk(changed(MEETING, ORGANIZER="")).direction == "mutual"


def test_a_name_alone_can_say_who_i_am() -> None:
    reading = READING._replace(me=("Bianchi, Marco",))

    assert one_talk(MEETING, reading=reading).people == (GIULIA,)


@pytest.mark.parametrize(
    "line",
    [
        "LOCATION:https://zoom.us/j/123",
        "LOCATION:Microsoft Teams Meeting",
        "URL:https://meet.google.com/abc-defg-hij",
        "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
        "CONFERENCE;VALUE=URI:https://example.webex.com/meet/anna",
        "URL:https://teams.microsoft.com/l/meetup-join/1",
    ],
)
def test_a_link_to_a_video_room_makes_it_a_video_call(line: str) -> None:
    found = one_talk(f"{changed(MEETING, LOCATION='')}\n{line}")

    assert found.kind == "video"
    assert found.place is None or "://" not in found.place


@pytest.mark.parametrize(
    ("summary", "kind"),
    [
        ("Call: pricing", "call"),
        ("Telefonata con Giulia", "call"),
        ("Recall the plan", "meeting"),
        ("Lunch", "meeting"),
    ],
)
def test_the_words_of_a_summary_can_say_that_it_was_a_call(summary: str, kind: str) -> None:
    assert one_talk(changed(MEETING, SUMMARY=f":{summary}")).kind == kind


def test_a_place_beside_a_link_is_kept() -> None:
    assert one_talk(changed(MEETING, LOCATION=":Sala 4\\; https://zoom.us/j/1")).place == "Sala 4"


def test_the_day_is_that_of_the_machines_zone() -> None:
    late = changed(MEETING, DTSTART=":20261104T233000Z", DTEND=":20261105T003000Z")

    assert one_talk(late).on == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("start", "utc_hour"),
    [
        (";TZID=W. Europe Standard Time:20261104T100000", 9),
        (";TZID=/freeassociation.sourceforge.net/Europe/Rome:20261104T100000", 9),
        (";TZID=America/New_York:20261104T100000", 15),
        (";TZID=Customized Time Zone:20261104T100000", 9),
        (";TZID=Nowhere at all:20261104T100000", 9),
        (":20261104T100000", 9),
        (":20261104T100000Z", 10),
    ],
)
def test_zones_are_those_of_the_system_of_windows_or_of_the_file(start: str, utc_hour: int) -> None:
    found = one_talk(changed(MEETING, DTSTART=start), head=OUTLOOK_ZONE)

    assert found.at == datetime(2026, 11, 4, utc_hour, tzinfo=UTC)


def test_a_floating_time_is_in_the_calendars_zone() -> None:
    found = one_talk(changed(MEETING, DTSTART=":20261104T100000"), head="X-WR-TIMEZONE:Europe/London\n")

    assert found.at == datetime(2026, 11, 4, 10, tzinfo=UTC)


def test_a_duration_serves_instead_of_an_end() -> None:
    assert one_talk(changed(MEETING, DTEND="", DURATION=":PT1H15M")).minutes == 75
    assert one_talk(changed(MEETING, DTEND=";TZID=Europe/Rome:20261104T090000")).minutes is None
    assert one_talk(changed(MEETING, DTEND="", DURATION=":-PT1H")).minutes is None


def test_a_whole_day_with_guests_has_a_day_and_no_time() -> None:
    found = one_talk(changed(MEETING, DTSTART=";VALUE=DATE:20261104", DTEND=";VALUE=DATE:20261106"))

    assert (found.on, found.at, found.minutes) == (date(2026, 11, 4), None, None)


@pytest.mark.parametrize(
    ("attendee", "people"),
    [
        (";CN=zoe@example.org:mailto:zoe@example.org", (Mention("", "zoe@example.org"),)),
        (";CN=Zoë Nowak:invalid:nomail", (Mention("Zoë Nowak"),)),
        (";CN=Zoë Nowak;RSVP:zoe@example.org", (Mention("Zoë Nowak", "zoe@example.org"),)),
        (";CN=\"'zoe@example.org'\":MAILTO:zoe@example.org", (Mention("", "zoe@example.org"),)),
        (";CN=D^'Arc^' Zoë:mailto:zoe@example.org", (Mention('D"Arc" Zoë', "zoe@example.org"),)),
        (";CN=Lind\\, Zoë:mailto:zoe@example.org", (Mention("Lind, Zoë", "zoe@example.org"),)),
        (";CUTYPE=ROOM;CN=Sala:mailto:sala@example.org", ()),
        (";CUTYPE=GROUP;CN=All:mailto:all@example.org", ()),
        (":mailto:c_1@resource.calendar.google.com", ()),
        (";PARTSTAT=DECLINED;CN=Zoë:mailto:zoe@example.org", ()),
        (":invalid:nomail", ()),
    ],
)
def test_guests_are_people_who_came(attendee: str, people: tuple[Mention, ...]) -> None:
    assert one_talk(f"{MEETING}ATTENDEE{attendee}").people == (GIULIA, *people)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (changed(MEETING, STATUS=":CANCELLED"), "cancelled"),
        (f"{changed(MEETING, ATTENDEE='')}\nATTENDEE;PARTSTAT=DECLINED:mailto:{ME}", "declined by me"),
        (changed(MEETING, ATTENDEE=f":mailto:{ME}", ORGANIZER=""), "no other people"),
        ("UID:x\nDTSTART;VALUE=DATE:20261104\nSUMMARY:Holiday", "a whole day without guests"),
        ("UID:x\nDTSTART:20261104T100000Z\nSUMMARY:Dentist", "no other people"),
        (MEETING + "".join(f"ATTENDEE:mailto:p{n}@example.org\n" for n in range(60)), "too many people"),
        (changed(MEETING, DTSTART=":20261121T100000Z"), "still to come"),
        (changed(MEETING, DTSTART=":20190101T100000Z"), "outside the chosen days"),
    ],
)
def test_what_is_no_past_meeting_with_others_is_left_out_with_a_reason(event: str, reason: str) -> None:
    assert list(read(calendar(event))) == [Skipped("line 3", reason)]


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("", "the event has no start"),
        (":tomorrow", "the start cannot be read"),
        (":20261399T100000Z", "the start cannot be read"),
        (":00010101T000000Z", "the start is out of range"),
        (":99991231T235959Z", "the start is out of range"),
    ],
)
def test_an_event_without_a_readable_start_is_rejected_alone(start: str, reason: str) -> None:
    found = list(read(calendar(changed(MEETING, DTSTART=start), MEETING)))

    assert found[0] == Rejected("line 3", reason)
    assert isinstance(found[1], Talk)


def test_an_event_cut_off_is_rejected_and_the_next_is_read() -> None:
    torn = calendar(MEETING).replace("END:VEVENT", "BEGIN:VEVENT", 1) + calendar(MEETING)

    assert [type(each) for each in read(torn)] == [Rejected, Rejected, Talk]


def test_alarms_say_nothing_of_the_event() -> None:
    alarm = "BEGIN:VALARM\nSUMMARY:Wake up\nDURATION:PT5M\nEND:VALARM"

    assert one_talk(f"{alarm}\n{MEETING}") == one_talk(f"{MEETING}{alarm}")._replace(where="line 3")
    assert one_talk(f"{alarm}\n{MEETING}").text == "Pricing, part two"


def test_the_days_asked_for_bound_what_is_read() -> None:
    reading = READING._replace(since=date(2026, 10, 12), until=date(2026, 10, 26))

    assert days(WEEKLY, reading=reading) == ["2026-10-12", "2026-10-26"]
    assert days(changed(WEEKLY, RRULE=":FREQ=YEARLY", DTSTART=":20101005T090000Z")) == ["2025-10-05", "2026-10-05"]


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Giulia Rossi's birthday", "Giulia Rossi"),
        ("🎂 Giulia Rossi’s 36th Birthday", "Giulia Rossi"),
        ("Jonas' birthday", "Jonas"),
        ("Niamh O'Brien's Birthday 🎉", "Niamh O'Brien"),
        ("Birthday: Giulia Rossi", "Giulia Rossi"),
        ("Giulia Rossi - Birthday", "Giulia Rossi"),
        ("Compleanno di Niccolò D'Amico", "Niccolò D'Amico"),
        ("Compleanno: Giulia", "Giulia"),
        ("Urodziny: Łucja Żak", "Łucja Żak"),
        ("Łucja Żak – urodziny", "Łucja Żak"),
        ("Urodziny użytkownika Łucja Żak", "Łucja Żak"),
    ],
)
def test_a_birthday_of_a_calendar_is_a_person(summary: str, name: str) -> None:
    found = card(f"UID:b1\nDTSTART;VALUE=DATE:16040229\nRRULE:FREQ=YEARLY\nSUMMARY:{summary}")

    assert (found.key, found.name, found.birthday) == ("birthday:b1", name, "--02-29")


def test_the_year_of_a_birthday_is_known_only_when_the_words_say_it() -> None:
    event = "UID:b1\nDTSTART;VALUE=DATE:20200502\nRRULE:FREQ=YEARLY\nSUMMARY:Giulia's birthday"

    assert card(event).birthday == "--05-02"
    assert card(f"{event} (1988)").birthday == "1988-05-02"


@pytest.mark.parametrize("line", ["RRULE:FREQ=DAILY", "SUMMARY:Rent is due", f"{GUESTS}", "DTSTART:20260502T200000Z"])
def test_other_events_are_nobodys_birthday(line: str) -> None:
    lines = {"DTSTART": ";VALUE=DATE:20260502", "RRULE": ":FREQ=YEARLY", "SUMMARY": ":Giulia's birthday"}
    event = "\n".join(f"{name}{rest}" for name, rest in lines.items() if not line.startswith(name))

    assert all(isinstance(each, Talk | Skipped) for each in read(calendar(f"{event}\n{line}")))


def crowd(*names: str, me: str) -> str:
    return f"DTSTART:20261104T100000Z\nSUMMARY:{names}\nORGANIZER:mailto:{me}\n" + "\n".join(
        f"ATTENDEE:mailto:{name}@example.org" for name in names
    )


def who_is_left(content: str, name: str = "meetings.ics") -> set[str]:
    found = read(content, Reading(TODAY), name)
    return {each.address for talk in found if isinstance(talk, Talk) for each in talk.people}


def test_the_calendars_owner_is_in_most_of_its_events() -> None:
    two = calendar(crowd("anna", "me", me="me@example.org"), crowd("bo", "me", me="bo@example.org"))

    assert who_is_left(two) == {"anna@example.org", "bo@example.org"}


def test_the_calendars_owner_may_be_named_by_its_title_or_its_file() -> None:
    one = crowd("anna", "me", me="anna@example.org")
    everybody = {"anna@example.org", "me@example.org"}

    assert who_is_left(calendar(one)) == everybody
    assert who_is_left(calendar(one, head="X-WR-CALNAME:me@example.org\n")) == {"anna@example.org"}
    assert who_is_left(calendar(one), "me@example.org.ics") == {"anna@example.org"}
