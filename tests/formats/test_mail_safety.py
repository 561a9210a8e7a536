"""Mail that is odd, damaged or hostile."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_mail import GOT, READING, SENT, TODAY, maildir, mbox, message, one, read, read_folder

from netlog.errors import FormatProblem
from netlog.formats.mail_headers import decoded
from netlog.interchange import Reading, Record, Talk


@pytest.mark.parametrize(
    "line",
    [
        b"X: " + b"x" * 3_000_000,
        b"Subject: " + b"=?a?q?" * 20_000,
        b"To: " + b"(" * 100_000,
        b"To: " + b'"\\' * 50_000,
        b"To: " + b'"a' * 50_000,
        b"To: " + b"<" * 100_000,
        b"Cc: a\n" * 50_000,
    ],
)
def test_a_huge_header_harms_nothing(line: bytes) -> None:
    found = read(mbox(line + b"\n" + message(SENT), message(GOT)))

    assert len(found) == 2
    assert isinstance(found[1], Talk)


def test_a_body_without_line_ends_is_passed_over() -> None:
    assert len(read(mbox(message(SENT) + b"From x 10:00 2026 " * 200_000, message(GOT)))) == 2


def test_links_and_pipes_in_a_maildir_are_not_followed(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail", {"cur/1": message(SENT)})
    (tmp_path / "Mail" / "cur" / "2").symlink_to(tmp_path / "Mail" / "cur" / "1")
    os.mkfifo(tmp_path / "Mail" / "cur" / "3")

    assert len(read_folder(box)) == 1


def checked(found: list[Record]) -> None:
    for each in found:
        if isinstance(each, Talk):
            assert each.people
            assert each.on <= TODAY
            assert each.key


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    checked(read(mbox(b"From: a@example.org\n" + content)))
    try:
        read(content)
    except FormatProblem:
        return


PIECES = (b"\n", b"From ", b"=?", b"?=", b"?b?", b'"', b"<", b"(", b",", b"@", b":", b"\\", b"\xff", b"\n\n", b"9999")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = mbox(message(SENT, Subject="=?utf-8?q?=C5=BC?="), message(GOT, Cc='"Lind, Bo" <bo@example.org>'))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.sampled_from([0, 1, 2, 30]))
        data = data[:at] + draw(st.sampled_from(PIECES) | st.binary(max_size=4)) + data[at + gone :]
    return data


@given(mutated())
@settings(max_examples=300)
def test_a_damaged_file_is_read_as_far_as_it_goes(content: bytes) -> None:
    for reading in (READING, Reading(TODAY)):
        try:
            checked(read(content, reading))
        except FormatProblem:
            continue


@given(st.sampled_from(["idna", "punycode", "unicode_escape", "rot13", "hex", "undefined", "utf-7", "mbcs", "a\0b"]))
def test_no_charset_breaks_a_word(charset: str) -> None:
    assert isinstance(decoded(f"=?{charset}?q?=FF=00abc\\x?="), str)


@given(st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=200)
def test_any_words_can_be_an_address_or_a_date(words: str, date_words: str) -> None:
    line = " ".join(words.encode(errors="replace").decode().split())
    checked([one(GOT, From=f"{line} <giulia@example.it>", Cc=line, Date=" ".join(date_words.split()))])
