"""A pipe gets every row, whole, in documented columns."""

from datetime import date

import pytest
from tests.golden.dataset import ANSWERS, CROWD
from tests.golden.screen import in_pipe

from netlog.domain.views import Inbox, InboxItem, Text
from netlog.render.as_json import type_of
from netlog.render.columns import COLUMNS
from netlog.render.plain import cell, rows

TODAY = date(2026, 11, 21)
VIEWS = [view for view in ANSWERS.values() if type_of(view) in COLUMNS]


@pytest.mark.parametrize("view", VIEWS, ids=type_of)
def test_rows_have_the_columns_that_are_documented(view: object) -> None:
    sort = type_of(view)
    expected = [COLUMNS.get(f"{sort} {row[0]}", COLUMNS[sort]) for row in rows(view)]

    assert [len(row) for row in rows(view)] == [len(columns) for columns in expected]


def test_every_documented_row_occurs() -> None:
    seen = {f"{type_of(view)} {row[0]}" for view in VIEWS for row in rows(view)}

    assert {name for name in COLUMNS if " " in name} <= seen


def test_all_rows_are_there() -> None:
    assert len(in_pipe(CROWD).splitlines()) == len(CROWD.people)


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0.123456, "0.1235"),
        (float("nan"), ""),
        (date(2024, 2, 29), "2024-02-29"),
        (("a", "b"), "a,b"),
        ("one\ttwo\r\nthree\nfour", "one two three four"),
        ("\x1b[2J", "␛[2J"),
        (12, "12"),
    ],
)
def test_a_cell_is_plain(item: object, shown: str) -> None:
    assert cell(item) == shown


def test_a_tab_in_a_note_makes_no_column() -> None:
    view = Inbox(TODAY, (InboxItem(1, TODAY, "a\tb\nc", "why"),))

    assert in_pipe(view) == "1\t2026-11-21\twhy\ta b c\n"


def test_a_text_to_copy_is_untouched() -> None:
    assert in_pipe(Text("if x; then\n\ty\nfi", notes=("a note",))) == "if x; then\n\ty\nfi"
