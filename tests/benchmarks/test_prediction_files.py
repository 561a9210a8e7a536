"""Files are read by what is in them."""

import gzip
from pathlib import Path

import pytest

from prediction_files import Row, Unreadable, moment, sheet

SAME = [("1", "2", 1000.0), ("2", "1", 5000.0), ("1", "3", 9000.0), ("3", "2", 9500.0)]
TEXTS = {
    "blanks": "1 2 1000\n2 1 5000\n1 3 9000\n3 2 9500\n",
    "tabs and comments": "% asym\n# who whom when\n1\t2\t1000\n\n2\t1\t5000\n1\t3\t9000\n3\t2\t9500\n",
    "commas, no header": "1,2,1000\n2,1,5000\n1,3,9000\n3,2,9500\n",
    "a byte-order mark and CRLF": "\ufeff1 2 1000\r\n2 1 5000\r\n1 3 9000\r\n3 2 9500\r\n",
    "header, other order": "timestamp,caller,callee\n1000,1,2\n5000,2,1\n9000,1,3\n9500,3,2\n",
    "header of messages": "timestamp,sender,recipient\n1000,1,2\n5000,2,1\n9000,1,3\n9500,3,2\n",
    "semicolons": "Sender;Recipient;EventDate\n1;2;1000\n2;1;5000\n1;3;9000\n3;2;9500\n",
    "a weight before the time": "1 2 1 1000\n2 1 1 5000\n1 3 1 9000\n3 2 1 9500\n",
    "time, who, whom": "1000 1 2\n5000 2 1\n9000 1 3\n9500 3 2\n",
    "time, who, whom, how long": "1000 1 2 60\n5000 2 1 5\n9000 1 3 700\n9500 3 2 1\n",
    "several recipients in a cell": "1 2 1000\n2 1 5000\n1 3 9000\n3 2|3 9500\n",
}


def kept(path: Path) -> list[tuple[str, str, float]]:
    return [row[:3] for row in sheet(path).rows if row.src != row.dst]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_way_of_writing_them_gives_the_same_contacts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.log"
    path.write_text(text, newline="")

    assert kept(path) == SAME


def test_a_gzipped_file_needs_no_telling_name(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(gzip.compress(TEXTS["blanks"].encode()))

    assert kept(path) == SAME


def test_two_times_are_a_start_and_an_end(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("a b 0.5 1.5\nb c 700.0 700.25\n")

    found = sheet(path)

    assert found.rows == [Row("a", "b", 0.5, 1.5), Row("b", "c", 700.0, 700.25)]
    assert found.has_end


def test_a_time_and_a_length_are_not_a_start_and_an_end(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("a b 1000 30\nb c 90000 600\n")

    assert [row.t for row in sheet(path).rows] == [1000, 90000]
    assert not sheet(path).has_end


def test_a_call_nobody_answered_is_no_contact(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    path.write_text("timestamp,caller,callee,duration\n100,1,2,30\n200,1,2,-1\n300,2,1,0\n")

    found = sheet(path)

    assert [row.t for row in found.rows] == [100, 300]
    assert found.unanswered == 1


def test_lines_that_say_nothing_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("1 2 1000\n2 1 soon\n1 3\n" + "3 2 9500\n" * 20)

    assert sheet(path).odd_lines == 2
    assert len(sheet(path).rows) == 21


def test_columns_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("7 1000 1 2\n8 5000 2 1\n")

    assert sheet(path, columns=("-", "t", "src", "dst")).rows[0][:3] == ("1", "2", 1000)


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "hello\n", "one two three\nfour five six\n", "a,b,c\n1,2\n"]
)
def test_what_is_no_log_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "poem.txt"
    path.write_text(text)

    with pytest.raises(Unreadable, match=r"^poem\.txt.*\.$"):
        sheet(path)


def test_a_damaged_archive_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "log.gz"
    path.write_bytes(gzip.compress(TEXTS["blanks"].encode() * 99)[:-20])

    with pytest.raises(Unreadable, match="damaged"):
        sheet(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17", 17.0),
        ("1.5e3", 1500.0),
        ("1970-01-02 00:00:00", 86400.0),
        ("1970-01-02T01:00:00+01:00", 86400.0),
        ("x", None),
    ],
)
def test_moments_are_numbers_or_iso_dates(text: str, expected: float | None) -> None:
    assert moment(text) == expected
