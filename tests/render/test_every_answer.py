"""Every answer there is can be shown everywhere, and nothing in it can harm a terminal."""

import json
import re
import unicodedata
from inspect import signature
from types import ModuleType
from typing import get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.golden.dataset import ANSWERS
from tests.golden.screen import in_pipe, on_terminal
from tests.render.instances import instances

from netlog.domain import (
    receipts,
    views,
    views_brief,
    views_dossier,
    views_dupes,
    views_events,
    views_exchanges,
    views_health,
    views_import,
    views_introductions,
    views_load,
    views_mentoring,
    views_promises,
    views_seasons,
    views_stats,
    views_topics,
    views_united,
)
from netlog.domain.views import Text, TieState

CONTROLS = ("Cc", "Cs", "Zl", "Zp")
DIRECTIONS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN")
SGR = re.compile("\x1b\\[[0-9;]*m")
COLOURS = re.compile("\x1b\\[(?:[0-9;]*;)?[349][0-9][;m]")
MODULES = (
    views,
    views_brief,
    views_dossier,
    views_dupes,
    views_events,
    views_exchanges,
    views_health,
    views_import,
    views_introductions,
    views_load,
    views_mentoring,
    views_promises,
    views_seasons,
    views_stats,
    views_topics,
    views_united,
    receipts,
)


def _records(module: ModuleType) -> list[type]:
    return [kind for kind in vars(module).values() if hasattr(kind, "_fields") and kind.__module__ == module.__name__]


def _parts(hint: object) -> set[object]:
    return {hint}.union(*(_parts(part) for part in get_args(hint)))


def _answers() -> list[type]:
    """The records that are no part of another: what a service returns."""
    records = [record for module in MODULES for record in _records(module)]
    hints = [hint for record in records for hint in get_type_hints(record).values()]
    inner = set().union(*(_parts(hint) for hint in hints))
    return [record for record in records if record not in inner]


def _harmful(text: str, *, allowed: str) -> set[str]:
    return {
        char for char in text if unicodedata.category(char) in CONTROLS or unicodedata.bidirectional(char) in DIRECTIONS
    } - set(allowed)


any_answer = st.sampled_from([answer for answer in _answers() if answer is not Text]).flatmap(instances)
patient = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def test_the_answers_are_known() -> None:
    assert {answer.__name__ for answer in _answers()} >= {"Morning", "Dossier", "Stats", "Logged", "Configured"}


@pytest.mark.parametrize("answer", _answers(), ids=lambda answer: answer.__name__)
def test_every_answer_has_golden_files(answer: type) -> None:
    assert any(isinstance(sample, answer) for sample in ANSWERS.values())


@pytest.mark.parametrize("width", [40, 72, 100])
@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_fits_the_width(name: str, width: int) -> None:
    lines = on_terminal(ANSWERS[name], width=width).splitlines()

    assert max(cell_len(line) for line in lines) <= width


@patient
@given(any_answer, st.integers(10, 160))
def test_a_terminal_is_never_driven_by_what_was_typed(view: object, width: int) -> None:
    assert not _harmful(on_terminal(view, width=width), allowed="\n\u200c\u200d")


@patient
@given(any_answer)
def test_a_pipe_carries_tabs_and_newlines_only_between_cells(view: object) -> None:
    assert not _harmful(in_pipe(view), allowed="\n\t\u200c\u200d")


@patient
@given(any_answer)
def test_json_is_read_back_whole_and_harmless(view: object) -> None:
    text = in_pipe(view, as_json=True)

    assert not _harmful(text, allowed="\n\u200c\u200d")
    names = set(signature(type(view)).parameters)
    beside = {*TieState._fields, *(names - {"tie"})} if "tie" in names else names
    assert set(json.loads(text)) == {"netlog", "type", *beside}


@patient
@given(any_answer, st.sampled_from(["ascii", "cp1252", "cp437"]))
def test_no_encoding_is_too_small(view: object, encoding: str) -> None:
    shown = (
        on_terminal(view, encoding=encoding),
        in_pipe(view, encoding=encoding),
        in_pipe(view, as_json=True, encoding=encoding),
    )

    assert json.loads(shown[2]) == json.loads(in_pipe(view, as_json=True))


@patient
@given(any_answer)
def test_colour_adds_nothing_but_colour(view: object) -> None:
    coloured = on_terminal(view, environ={"TERM": "xterm-256color"})

    assert SGR.sub("", coloured) == on_terminal(view)


@pytest.mark.parametrize("name", ANSWERS)
def test_no_color_is_respected(name: str) -> None:
    drawn = on_terminal(ANSWERS[name], environ={"TERM": "xterm-256color", "NO_COLOR": "1"})

    assert not COLOURS.search(drawn)


@pytest.mark.parametrize("name", ANSWERS)
def test_no_line_ends_in_spaces(name: str) -> None:
    drawn = on_terminal(ANSWERS[name]).splitlines()

    assert drawn == [line.rstrip() for line in drawn]


@pytest.mark.parametrize("name", ANSWERS)
def test_nobody_is_shouted_at(name: str) -> None:
    assert "!" not in on_terminal(ANSWERS[name])
