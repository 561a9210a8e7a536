"""JSON is total, versioned and lossless."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.golden.screen import in_pipe

from netlog.domain.views import DueItem, Inbox, InboxItem, PeopleList, TieState, Why
from netlog.domain.views_dossier import Dossier
from netlog.render.as_json import document, type_of, value

TODAY = date(2026, 11, 21)


class Point(NamedTuple):
    on: date
    share: float


@dataclass(frozen=True, slots=True)
class Shape:
    points: tuple[Point, ...]
    names: tuple[str, ...]
    is_open: bool


def test_a_document_names_its_version_and_its_type() -> None:
    text = in_pipe(Inbox(TODAY, ()), as_json=True)

    assert text == '{\n  "netlog": 1,\n  "type": "inbox",\n  "today": "2026-11-21",\n  "items": []\n}\n'


def test_a_type_is_the_class_in_snake_case() -> None:
    assert type_of(PeopleList(TODAY, (), 0)) == "people_list"


def test_records_of_both_sorts_become_objects() -> None:
    shape = Shape((Point(TODAY, 0.123456),), ("a", "b"), is_open=True)

    assert value(shape) == {
        "points": [{"on": "2026-11-21", "share": 0.1235}],
        "names": ["a", "b"],
        "is_open": True,
    }


@pytest.mark.parametrize(
    ("number", "shown"),
    [(float("nan"), None), (float("inf"), None), (-0.00001, 0.0), (2.0, 2.0), (1 / 3, 0.3333)],
)
def test_a_float_is_short_and_a_number(number: float, shown: float | None) -> None:
    assert repr(value(number)) == repr(shown)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        value(object())


@given(st.text(st.characters()), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_text_comes_back_character_by_character(text: str, encoding: str) -> None:
    written = document({"text": text}, encoding=encoding)

    assert written.isascii() or encoding != "ascii"
    assert json.loads(written)["text"] == json.loads(json.dumps(text))


def test_letters_stay_letters_where_they_can() -> None:
    item = InboxItem(1, TODAY, "Łukasz 山田", "")

    assert "Łukasz 山田" in in_pipe(Inbox(TODAY, (item,)), as_json=True)
    assert "\\u0141ukasz" in in_pipe(Inbox(TODAY, (item,)), as_json=True, encoding="cp1252")


@pytest.mark.parametrize("kind", [Dossier, DueItem, Why])
def test_the_fields_of_a_tie_stand_beside_the_others_and_hide_none(kind: type[Any]) -> None:
    assert "tie" in kind._fields
    assert not set(kind._fields) & set(TieState._fields)
