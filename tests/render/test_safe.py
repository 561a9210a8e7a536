"""What was typed is shown, never obeyed and never hidden."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.render.safe import safe, safe_lines

anything = st.text(st.characters())
INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
JOINERS = {"\u200c", "\u200d"}
VISIBLE_FORMATS = {
    *map(chr, range(0x600, 0x606)),
    *"\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd",
    *map(chr, range(0x13430, 0x13460)),
}
"""Signs that Unicode counts among the formats though they are drawn."""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain, with punctuation!", "plain, with punctuation!"),
        ("", ""),
        ("a\tb", "a␉b"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("one\ntwo\r\nthree", "one⏎two⏎three"),
        ("one\rtwo", "one␍two"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("\u202egnp\u2066", "⟨U+202E⟩gnp⟨U+2066⟩"),
        ("a\u200bb\ufeffc\u2060", "a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+2060⟩"),
        ("\u2028\u2029", "⟨U+2028⟩⟨U+2029⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("\u3164\u115f", "⟨U+3164⟩⟨U+115F⟩"),
        ("\udc80", "\ufffd"),
        ("👩\u200d🔬 ❤\ufe0f می\u200cخواهم", "👩\u200d🔬 ❤\ufe0f می\u200cخواهم"),
        ("Łukasz, Nicolo\u0300, 山田", "Łukasz, Nicolo\u0300, 山田"),
    ],
)
def test_each_hidden_thing_has_a_visible_form(typed: str, shown: str) -> None:
    assert safe(typed) == shown


def test_lines_stay_lines_where_asked() -> None:
    assert safe_lines("one\r\ntwo\n\x1bthree") == "one\ntwo\n␛three"


@given(anything)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    left = {char for char in safe(text) if unicodedata.category(char) in INVISIBLE}

    assert left <= JOINERS | VISIBLE_FORMATS


@given(anything)
def test_making_safe_twice_changes_nothing(text: str) -> None:
    assert safe(safe(text)) == safe(text)
    assert safe_lines(safe_lines(text)) == safe_lines(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u3164\uffa0\u115f\u1160")))
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert safe(text) == text


@given(anything)
def test_only_newlines_differ_between_the_two(text: str) -> None:
    assert safe(text) == safe_lines(text).replace("\n", "⏎")


def test_every_sign_that_is_drawn_as_nothing_is_replaced() -> None:
    formats = {chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) == "Cf"}

    assert {char for char in formats if safe(char) == char} == {*JOINERS, *VISIBLE_FORMATS} & formats
