"""Events that come again: on which days, and how a wild rule is contained."""

from datetime import UTC, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_calendars import MEETING, WEEKLY, calendar, changed, days, read, reasons, talks

from netlog.interchange import Talk


def test_a_series_is_a_contact_on_each_of_its_days() -> None:
    found = talks(WEEKLY)

    assert [each.key for each in found] == [
        "weekly@example.it/2026-10-05",
        "weekly@example.it/2026-10-12",
        "weekly@example.it/2026-10-26",
        "weekly@example.it/2026-11-02",
    ]
    assert {each.minutes for each in found} == {30}
    assert {each.kind for each in found} == {"call"}


def test_a_series_stays_at_its_hour_when_the_clocks_change() -> None:
    hours = [each.at.astimezone(UTC).hour for each in talks(WEEKLY) if each.at]

    assert hours == [7, 7, 8, 8]


def test_a_day_moved_by_itself_keeps_the_name_it_had_in_the_series() -> None:
    moved = changed(WEEKLY, RRULE="", EXDATE="", RECURRENCE_ID=":20261012T070000Z", DTSTART=":20261014T150000Z")
    found = {each.key: each.on.isoformat() for each in talks(moved, WEEKLY)}

    assert found["weekly@example.it/2026-10-12"] == "2026-10-14"
    assert len(found) == 4


def test_a_day_of_a_series_can_be_cancelled_by_itself() -> None:
    gone = changed(WEEKLY, RRULE="", EXDATE="", RECURRENCE_ID=";TZID=Europe/Rome:20261012T090000", STATUS=":CANCELLED")

    assert days(WEEKLY, gone) == ["2026-10-05", "2026-10-26", "2026-11-02"]


def test_further_dates_belong_to_a_series() -> None:
    more = changed(WEEKLY, RRULE="", EXDATE="", RDATE=";VALUE=PERIOD:20261007T070000Z/PT1H,20261008T070000Z")

    assert days(more) == ["2026-10-05", "2026-10-07", "2026-10-08"]


def test_a_whole_day_can_be_taken_out_of_a_series() -> None:
    assert "2026-10-12" not in days(changed(WEEKLY, EXDATE=";VALUE=DATE:20261012"))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;COUNT=3", ["2026-10-05", "2026-10-06", "2026-10-07"]),
        ("FREQ=MONTHLY;BYDAY=1MO", ["2026-10-05", "2026-11-02"]),
        ("FREQ=WEEKLY;INTERVAL=3;WKST=SU;", ["2026-10-05", "2026-10-26", "2026-11-16"]),
        ("FREQ=DAILY;UNTIL=20261006", ["2026-10-05", "2026-10-06"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-10-05", "2026-10-31"]),
        ("FREQ=YEARLY", ["2026-10-05"]),
        ("FREQ=WEEKLY;BYHOUR=9;BYMINUTE=0;COUNT=2", ["2026-10-05", "2026-10-12"]),
    ],
)
def test_rules_say_which_days(rule: str, expected: list[str]) -> None:
    assert days(changed(WEEKLY, RRULE=f":{rule}", EXDATE="")) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999",
        "FREQ=DAILY;COUNT=99999999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
        "FREQ=YEARLY;BYSETPOS=400;BYDAY=MO",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "BYDAY=MO",
        "nonsense",
        "FREQ=DAILY;BYDAY=" + "MO," * 5000,
    ],
)
def test_a_rule_gone_wild_comes_to_an_end(rule: str) -> None:
    found = list(read(calendar(changed(WEEKLY, RRULE=f":{rule}", DTSTART=":19000101T090000Z"), MEETING)))

    assert len(found) <= 1_001
    assert isinstance(found[-1], Talk)


def test_what_repeats_too_often_is_left_out() -> None:
    often = changed(WEEKLY, RRULE=":FREQ=DAILY;BYHOUR=9,10,11,12,13", DTSTART=":20250105T090000Z")

    assert reasons(changed(WEEKLY, RRULE=":FREQ=HOURLY"), often) == [
        "repeats within a day or more than 1,000 times",
        "repeats within a day or more than 1,000 times",
    ]
    assert reasons(changed(WEEKLY, RRULE=":FREQ=NEVER")) == ["the rule of repetition cannot be read"]


@given(st.text(max_size=80), st.integers(0, 9999))
@settings(max_examples=200)
def test_no_rule_of_repetition_breaks_the_reading(words: str, number: int) -> None:
    rule = f"FREQ=MONTHLY;BYMONTHDAY={number};{words}" if number % 2 else words
    line = " ".join(rule.split())

    assert list(read(calendar(changed(WEEKLY, RRULE=f":{line}"))))


TAILS = (
    *("", ";BYMONTH=2,11", ";BYDAY=MO,TH", ";BYMONTHDAY=-1,13", ";BYDAY=MO,TH;BYSETPOS=1", ";WKST=SU;BYDAY=SU,MO"),
    *(";BYMONTH=2,11;BYDAY=FR;BYMONTHDAY=13", ";BYMONTH=2;BYMONTHDAY=29", ";COUNT=700"),
)


@pytest.mark.parametrize("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
@given(st.datetimes(datetime(1904, 1, 1), datetime(2026, 11, 1)), st.integers(1, 5), st.sampled_from(TAILS))
@settings(max_examples=40)
def test_days_are_those_of_the_rule_without_detours(freq: str, start: datetime, interval: int, tail: str) -> None:
    start = start.replace(hour=12, microsecond=0)
    rule = f"FREQ={freq};INTERVAL={interval}{tail}"
    ruled = rrulestr(rule, dtstart=start).between(datetime(2024, 11, 20), datetime(2026, 11, 20, 23))

    found = days(changed(WEEKLY, RRULE=f":{rule}", EXDATE="", DTSTART=f":{start:%Y%m%dT%H%M%SZ}"))
    assert set(found) | {str(start.date())} == {str(each.date()) for each in ruled} | {str(start.date())}
