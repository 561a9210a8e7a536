"""Files become data sets as the protocol wants them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.made_logs import DAY, invented, read, written

from prediction_files import Unreadable
from prediction_logs import KNOWN, Choices, Protocol, derived, known_name


def test_days_run_from_the_first_contact(tmp_path: Path) -> None:
    half = DAY // 2
    path = written(
        tmp_path, [("a", "b", half), ("b", "c", half + DAY - 1), ("a", "c", half + DAY), ("a", "b", 9 * DAY)]
    )

    assert read(path).day.tolist() == [0, 0, 1, 8]


def test_self_loops_and_exact_duplicates_are_dropped(tmp_path: Path) -> None:
    path = written(tmp_path, [("a", "b", 0), ("a", "b", 0), ("b", "a", 0), ("a", "a", 5), ("a", "b", 9 * DAY)])

    assert len(read(path).day) == 3


@pytest.mark.parametrize("unit", ["hours", "days", "milliseconds"])
def test_the_unit_makes_no_difference(tmp_path: Path, unit: str) -> None:
    length = {"hours": 3600, "days": 86400, "milliseconds": 0.001}[unit]
    seconds = read(written(tmp_path, invented(), "seconds.txt"))
    rows = [(a, b, f"{(1.6e9 + t + 0.1) / length:.9f}") for a, b, t in invented()]
    other = written(tmp_path, rows, "other.txt")

    assert read(other, choices=Choices(unit=unit)).day.tolist() == seconds.day.tolist()
    assert unit == "days" or read(other).day.tolist() == seconds.day.tolist()


def test_a_stray_time_does_not_stretch_the_log(tmp_path: Path) -> None:
    log = [(a, b, 1.6e9 + t) for a, b, t in invented()]

    found = read(written(tmp_path, [*log, (1, 2, 0)]))

    assert found.day.tolist() == read(written(tmp_path, log)).day.tolist()
    assert any("1 rows of another time" in note for note in found.notes)


def test_the_ends_of_intervals_change_nothing(tmp_path: Path) -> None:
    points = read(written(tmp_path, invented(), "points.txt"))
    intervals = written(tmp_path, [(a, b, t, t + 900) for a, b, t in invented()], "intervals.txt")

    assert read(intervals).day.tolist() == points.day.tolist()


def test_a_message_to_many_is_left_out_of_mail(tmp_path: Path) -> None:
    to_four = [("a", f"friend{n}", 100) for n in range(4)]
    to_five = [("a", f"other{n}", 5 * DAY) for n in range(5)]

    found = read(written(tmp_path, [*to_four, *to_five]))

    assert found.day.tolist() == [0, 0, 0, 0]
    assert any("5 rows" in note for note in found.notes)


def test_rows_that_share_an_hour_are_not_one_message(tmp_path: Path) -> None:
    rows = [("a", f"other{n}", hour) for n in range(5) for hour in (0, 240)]

    assert len(read(written(tmp_path, rows)).day) == 10


def test_calls_and_messages_become_one_data_set(tmp_path: Path) -> None:
    calls, messages = tmp_path / "calls.csv", tmp_path / "sms.csv"
    calls.write_text(f"timestamp,caller,callee,duration\n0,1,2,60\n{9 * DAY},1,3,60\n")
    messages.write_text(f"timestamp,sender,recipient\n{3 * DAY},2,1\n")

    found = read(calls, messages)

    assert found.day.tolist() == [0, 3, 9]
    assert len({*found.sender.tolist(), *found.receiver.tolist()}) == 3


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("copenhagen-sms.csv.gz", "cns"),
        ("CollegeMsg.txt.gz", "college"),
        ("email-Eu-core-temporal.txt", "email-Eu"),
        ("out.facebook-wosn-wall", "fbwall"),
        ("reality_mining.txt", "rm"),
        ("manufacturing-emails.csv", "manuf"),
        ("enron.tsv", "Enron"),
        ("mine.txt", None),
    ],
)
def test_published_data_sets_are_known_by_their_files(file: str, name: str | None) -> None:
    assert known_name(Path(file)) == name


def test_a_published_protocol_is_used_where_the_log_is_long_enough(tmp_path: Path) -> None:
    long, short = (
        written(tmp_path, [("a", "b", 0), ("b", "c", 3 * DAY), ("a", "b", days * DAY)], f"{days}.txt")
        for days in (400, 60)
    )

    assert read(long, name="college").protocols == (KNOWN["college"].protocol, derived(401))
    assert read(short, name="college").protocols == (derived(61),)


def test_only_the_published_months_of_enron_count(tmp_path: Path) -> None:
    rows = [("a", "b", f"{year}-06-01") for year in (1979, 2000, 2001, 2044)]

    assert read(written(tmp_path, rows), name="Enron").day.tolist() == [0, 365]


def test_cuts_that_are_told_win(tmp_path: Path) -> None:
    told = Protocol(10, (20,), (5,))

    assert read(written(tmp_path, invented()), choices=Choices(protocol=told)).protocols == (told,)


@given(st.integers(10, 5000))
def test_derived_cuts_come_in_order_and_end_within_the_log(span: int) -> None:
    protocol = derived(span)

    assert 0 < protocol.train_cut < min(protocol.test_cuts)
    assert protocol.horizons[0] < protocol.horizons[1] <= 90
    assert protocol.end <= span


def test_a_log_without_two_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no contact between two people"):
        read(written(tmp_path, [("a", "a", 0), ("a", "a", 900)]))
