"""Folding: what a keyboard without accents would type."""

from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.folding import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("", ""),
        ("Giulia Rossi", "giulia rossi"),
        ("Łukasz", "lukasz"),
        ("Gdańsk", "gdansk"),
        ("ŻÓŁĆ", "zolc"),
        ("Nicolò", "nicolo"),
        ("Strauß", "strauss"),
        ("STRAUẞ", "strauss"),
        ("Søren", "soren"),
        ("Đặng", "dang"),
        ("Æsa", "aesa"),
        ("Œuvre", "oeuvre"),
        ("Þóra", "thora"),
        ("Guðrún", "gudrun"),
        ("Işık", "isik"),
        ("İpek", "ipek"),
        ("Ħal", "hal"),
        ("N\u0303un\u0303ez", "nunez"),
        ("Ａｎｎａ", "anna"),
        ("Ольга", "ольга"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("don't-stop 3.5", "don't-stop 3.5"),
    ],
)
def test_a_name_folds_to_what_a_plain_keyboard_types(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_no_accent_survives_folding(text: str) -> None:
    assert not any(combining(letter) for letter in fold(text))


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_case_does_not_matter_for_latin_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(text.lower())


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_is_only_lowered(text: str) -> None:
    assert fold(text) == text.lower()
