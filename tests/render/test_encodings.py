"""Text that an encoding lacks is spelled in what it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.golden.screen import Screen

from netlog.render.encoding import encoding_of, legible, lossless

encodings = st.sampled_from(["ascii", "latin-1", "cp1252", "cp437", "utf-8"])
characters = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Łukasz · Gdańsk", "utf-8", "Łukasz · Gdańsk"),
        ("Łukasz · Gdańsk…", "ascii", "Lukasz - Gdansk~"),
        ("Łukasz · “so”", "latin-1", 'Lukasz · "so"'),
        ("Nicolo\u0300", "ascii", "Nicolo"),
        ("⟨U+202E⟩", "cp1252", "<U+202E>"),
        ("山田", "ascii", "??"),
    ],
)
def test_people_read_the_plainest_form(text: str, encoding: str, shown: str) -> None:
    assert legible(text, encoding) == shown


def test_programs_read_an_escape() -> None:
    assert lossless("Łukasz", "ascii") == "\\u0141ukasz"


@given(characters, encodings)
def test_both_forms_can_be_written(text: str, encoding: str) -> None:
    legible(text, encoding).encode(encoding)
    lossless(text, encoding).encode(encoding)


@given(characters)
def test_nothing_is_lost_in_utf_8(text: str) -> None:
    assert legible(text, "utf-8") == lossless(text, "utf-8") == text


def test_a_stream_names_its_encoding() -> None:
    assert encoding_of(Screen(is_terminal=True, encoding="cp1252")) == "cp1252"
