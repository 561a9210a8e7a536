"""The number for a prompt: the side door says what the main road says, or nothing."""

import os
import tempfile
import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shell.journals import TODAY, Place, Somebody, noon

from netlog import side_door
from netlog.config import DEFAULTS
from netlog.errors import UsageProblem
from netlog.options import chosen, config_of

TIERS = (None, "inner", "close", "active", "wide", "none")
BIRTHDAYS = (None, "1988-02-29", "--02-28", "--03-01", "--03-09", "1970-03-16", "--12-31", "--01-01", "--05-08")
DAYS = (TODAY, date(2026, 12, 28), date(2027, 2, 20), date(2028, 2, 21), date(2028, 2, 28))
CONFIGS = ("", "day_starts_at = 0\n", "[birthday]\nlead_days = 60\n", "answer_days = 1 # ę\n")
CONTACTS = st.tuples(st.integers(-300, 20), st.sampled_from(("out", "in", "mutual")))
PEOPLE = st.builds(
    Somebody,
    tier=st.sampled_from(TIERS),
    birthday=st.sampled_from(BIRTHDAYS),
    is_fresh=st.booleans(),
    met=st.integers(-400, 0),
    contacts=st.lists(st.tuples(st.integers(-300, 20), st.sampled_from(("out", "in", "mutual"))), max_size=4).map(
        tuple
    ),
    snoozed=st.none() | st.integers(-3, 20),
)
PROMISES = st.tuples(st.integers(0, 3), st.sampled_from(["mine", "theirs"]), st.none() | st.integers(0, 30))
FRIEND = Somebody("close", "--03-09", True, -100, ((-90, "mutual"),), None)


@settings(max_examples=80, deadline=None)
@given(
    people=st.lists(PEOPLE, min_size=1, max_size=6),
    day=st.sampled_from(DAYS),
    config=st.sampled_from(CONFIGS),
    hours=st.lists(st.integers(-24 * 3, 24 * 70), min_size=1, max_size=4),
)
def test_both_roads_count_the_same_and_only_stale_clocks_are_left_to_the_main_one(
    people: list[Somebody], day: date, config: str, hours: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        if config:
            place.configure(config)
        place.fill(people, day)
        for now in (noon(day) + timedelta(hours=ahead) for ahead in hours):
            expected = None if place.is_stale(now) else place.counted(now)
            assert place.at_the_side("due", "--count", now=now) == expected


@settings(max_examples=40, deadline=None)
@given(
    people=st.lists(PEOPLE, min_size=1, max_size=6),
    until=st.none() | st.integers(1, 30),
    days=st.lists(st.integers(0, 40), min_size=1, max_size=4),
)
def test_both_roads_count_the_same_during_a_pause_of_everybody_and_after_it(
    people: list[Somebody], until: int | None, days: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.fill(people, TODAY)
        place.pause(TODAY, None if until is None else TODAY + timedelta(until))
        for now in (noon(TODAY + timedelta(ahead)) for ahead in days):
            assert place.at_the_side("due", "--count", now=now) in (place.counted(now), None)


@settings(max_examples=40, deadline=None)
@given(
    people=st.lists(PEOPLE, min_size=1, max_size=4),
    promised=st.lists(PROMISES, max_size=6),
    paused=st.none() | st.integers(1, 10),
    days=st.lists(st.integers(0, 40), min_size=1, max_size=4),
)
def test_both_roads_count_the_same_people_with_something_open(
    people: list[Somebody], promised: list[tuple[int, str, int | None]], paused: int | None, days: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.fill(people, TODAY)
        place.promise(promised, TODAY)
        if paused:
            place.pause(TODAY, TODAY + timedelta(paused))
        for now in (noon(TODAY + timedelta(ahead)) for ahead in days):
            assert place.at_the_side("due", "--count", now=now) in (place.counted(now), None)


@pytest.mark.parametrize(("ahead", "counted"), [(0, "0\n"), (1, "1\n"), (2, "1\n"), (3, "2\n")])
def test_people_with_promises_are_counted_from_the_day_the_promise_is_said(
    place: Place, ahead: int, counted: str
) -> None:
    unhurried = Somebody("none", None, False, -100, (), None)
    place.fill([unhurried, unhurried], TODAY)
    place.promise([(0, "mine", 2), (0, "mine", 3), (1, "theirs", 2)], TODAY)

    told = place.at_the_side("due", "--count", now=noon(TODAY + timedelta(ahead)))

    assert told == counted == place.counted(noon(TODAY + timedelta(ahead)))


@pytest.mark.parametrize(("ahead", "counted"), [(0, "1\n"), (6, "0\n"), (7, "2\n")])
def test_during_a_pause_of_everybody_only_birthdays_and_replies_owed_are_counted(
    place: Place, ahead: int, counted: str
) -> None:
    late = Somebody("inner", None, False, -100, ((-90, "mutual"),), None)
    place.fill([FRIEND, late], TODAY)
    place.pause(TODAY, TODAY + timedelta(7))

    assert place.at_the_side("due", "--count", now=noon(TODAY + timedelta(ahead))) == counted


@pytest.mark.parametrize("year", [2027, 2028])
@pytest.mark.parametrize("birthday", ["1988-02-29", "--02-28", "--03-01"])
@pytest.mark.parametrize("tier", ["close", "wide"])
def test_birthdays_around_the_end_of_february_are_counted_as_on_the_main_road(
    place: Place, year: int, birthday: str, tier: str
) -> None:
    place.fill([Somebody(tier, birthday, False, -1, ((0, "mutual"),), None)], date(year, 2, 15))

    days = [date(year, 2, 15) + timedelta(ahead) for ahead in range(20)]
    told = [place.at_the_side("due", "--count", now=noon(day)) for day in days]

    assert told == [place.counted(noon(day)) for day in days]
    assert set(told) == {"0\n", "1\n"}


@pytest.mark.parametrize(("hour", "counted"), [(3, "0\n"), (4, "1\n")])
def test_the_day_begins_at_four(place: Place, hour: int, counted: str) -> None:
    place.fill([FRIEND._replace(tier="none")], TODAY - timedelta(30))

    assert place.at_the_side("due", "--count", now=datetime(2026, 3, 9, hour, 59 * (hour == 3))) == counted


def test_the_journal_may_be_named_in_front(place: Place, tmp_path: Path) -> None:
    place.fill([FRIEND], TODAY)
    elsewhere = {"NETLOG_DB": "/nowhere", "NETLOG_CONFIG": str(tmp_path / "none")}

    told = side_door.answer(["--db", str(place.store), "due", "--count"], elsewhere, now=noon(TODAY), fold=str.lower)

    assert told == "1\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("due",),
        ("--count",),
        ("due", "--count", "--json"),
        ("due", "--count", "--tag", "pm"),
        ("due", "--count", "--count"),
        ("--db",),
        ("log", "due", "--count"),
        ("log", "--names", "people", "gi"),
        ("--version", "due", "--count"),
    ],
)
def test_everything_else_takes_the_main_road(place: Place, arguments: tuple[str, ...]) -> None:
    place.fill([FRIEND], TODAY)

    assert place.at_the_side(*arguments) is None


@pytest.mark.parametrize(
    "damage",
    [
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 7",
        "DROP TABLE meta",
        "INSERT OR REPLACE INTO meta VALUES ('settings', 'per_day = 5')",
        "UPDATE tie SET valid_from = 999999",
        "UPDATE tie SET valid_until = 1",
        "BEGIN EXCLUSIVE",
    ],
)
def test_a_journal_that_may_have_another_answer_takes_the_main_road(place: Place, damage: str) -> None:
    place.fill([FRIEND], TODAY)
    connection = place.tamper()
    connection.execute(damage)

    assert place.at_the_side("due", "--count") is None
    connection.close()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_journal_takes_the_main_road(place: Place, content: bytes) -> None:
    place.store.write_bytes(content)

    assert place.at_the_side("due", "--count") is None


def test_a_missing_journal_takes_the_main_road_and_is_not_made(place: Place) -> None:
    assert place.at_the_side("due", "--count") is None
    assert list(place.folder.iterdir()) == []


@pytest.mark.parametrize("text", ["per_day = 2\r\n", "x" * (1 << 20), "answer_days = 9"])
def test_a_configuration_the_clocks_were_not_reckoned_with_takes_the_main_road(place: Place, text: str) -> None:
    place.fill([FRIEND], TODAY)
    place.configure(text)

    assert place.at_the_side("due", "--count") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_configuration_that_is_no_file_is_not_waited_for(place: Place) -> None:
    place.fill([FRIEND], TODAY)
    os.mkfifo(place.folder / "config.toml")

    assert place.at_the_side("due", "--count") is None


def test_a_byte_order_mark_changes_nothing(place: Place) -> None:
    place.configure("\ufeffday_starts_at = 0\n")
    place.fill([FRIEND], TODAY)

    assert place.at_the_side("due", "--count") == "1\n"


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("", DEFAULTS.day_starts_at),
        ("per_day = 2\n", DEFAULTS.day_starts_at),
        ("# day_starts_at = 9\n", DEFAULTS.day_starts_at),
        ("day_starts_at = 0", 0),
        ("per_day = 2\n  day_starts_at=12  # late\n[cadence]\ninner = 5\n", 12),
        ('day_starts_at = "5"\n', None),
        ("'day_starts_at' = 5\n", None),
        ('"day\\u005fstarts_at" = 5\n', None),
        ('x = """\nday_starts_at = 5\n"""\n', None),
        ("day_starts_at = 0x5\n", None),
        ("day_starts_at = 1_0\n", None),
        ("day_starts_at = 99\n", None),
    ],
)
def test_the_hour_is_read_from_a_plain_line_or_not_at_all(text: str, hour: int | None) -> None:
    assert side_door.hour_in(text) == hour


LINES = (
    "day_starts_at = 5",
    "day_starts_at=0#5",
    "'day_starts_at' = 7",
    '"day_starts_at" = "8"',
    "# day_starts_at = 9",
    "# \u2028day_starts_at = 9",
    "# \x0cday_starts_at = 9",
    'day_order = "dmy" # day_starts_at = 3',
    "per_day = 2",
    "[cadence]",
    "inner = '''",
    "'''",
    "",
)


@given(st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))
def test_an_hour_that_is_read_is_the_one_toml_gives(text: str) -> None:
    try:
        config = config_of(chosen(tomllib.loads(text)))
    except (tomllib.TOMLDecodeError, UsageProblem):
        return
    assert side_door.hour_in(text) in (None, config.day_starts_at)
