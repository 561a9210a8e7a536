"""A file of unknown encoding is read as the text it is, or told to be none."""

from io import BytesIO

import pytest

from netlog.errors import FormatProblem
from netlog.formats.decoding import encoding_of, opened_text
from netlog.interchange import HEAD_BYTES, Source

POLISH = "Zażółć gęślą jaźń, Łukasz"
ITALIAN = "Perché Nicolò è già qui"


def held(data: bytes) -> Source:
    return Source("people.csv", data[:HEAD_BYTES], lambda: BytesIO(data))


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (POLISH, "utf-8", "utf-8"),
        (POLISH, "utf-8-sig", "utf-8-sig"),
        (POLISH, "utf-16", "utf-16"),
        ("name," + POLISH, "utf-16-le", "utf-16-le"),
        ("name," + POLISH, "utf-16-be", "utf-16-be"),
        (POLISH, "cp1250", "cp1250"),
        (ITALIAN, "cp1252", "cp1252"),
        ("x" * HEAD_BYTES + ITALIAN, "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_the_text_is_read_by_it(text: str, encoding: str, found: str) -> None:
    source = held(text.encode(encoding))

    assert encoding_of(source) == found
    with opened_text(source) as stream:
        assert stream.read() == text


def test_a_declared_encoding_counts_only_for_what_is_not_utf_8() -> None:
    assert encoding_of(held(POLISH.encode()), "cp1250") == "utf-8"
    assert encoding_of(held(POLISH.encode("iso-8859-2")), "latin2") == "iso8859-2"


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "idna", "undefined", ""])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(FormatProblem, match="no encoding is called"):
        encoding_of(held(POLISH.encode("cp1250")), name or " ")


def test_line_ends_are_left_as_they_are() -> None:
    with opened_text(held(b"a\r\nb\nc\r")) as stream:
        assert stream.read() == "a\r\nb\nc\r"
