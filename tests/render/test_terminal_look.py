"""A terminal gets at most a screenful, drawn with what it has."""

from datetime import date, timedelta

import pytest
from tests.golden.dataset import CROWD, FOUND, HISTORY, MORNING, PEOPLE, STATS
from tests.golden.screen import on_terminal

from netlog.domain.views import Found, Hit, Morning, Text
from netlog.render.heatmap import level

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("height", [10, 24, 30])
def test_a_list_fills_at_most_one_screen(height: int) -> None:
    drawn = on_terminal(CROWD, height=height).splitlines()

    assert len(drawn) < height
    assert drawn[-1] == f"{len(drawn) - 2} of 40 · to see all, add: | less"


def test_a_row_that_wraps_takes_the_room_of_two() -> None:
    drawn = on_terminal(PEOPLE, width=60, height=14).splitlines()

    assert drawn[-1] == "4 of 9 · to see all, add: | less"


def test_a_list_that_fits_counts_what_it_holds() -> None:
    assert on_terminal(PEOPLE, height=60).splitlines()[-1] == "9 people"


def test_a_view_that_holds_a_part_promises_nothing() -> None:
    assert on_terminal(HISTORY).splitlines()[-1] == "3 of 134"


def test_a_tiny_screen_still_shows_somebody() -> None:
    assert "Guest 1" in on_terminal(CROWD, height=1)


def test_what_was_found_is_emphasised() -> None:
    hit = Hit("fact", 1, None, (), (), None, "a\x1bb boat", ((4, 8),))
    drawn = on_terminal(Found(TODAY, "boat", (hit,), 1, False), environ={"TERM": "xterm"})

    assert "a␛b \x1b[1mboat\x1b[0m" in drawn


def test_marks_that_overlap_or_overrun_are_forgiven() -> None:
    hit = Hit("fact", 1, None, (), (), None, "a boat", ((2, 4), (3, 99), (0, 0), (-5, 1)))

    assert "a boat" in on_terminal(Found(TODAY, "boat", (hit,), 1, False))


def test_a_style_does_not_spread_to_its_neighbour() -> None:
    drawn = on_terminal(MORNING, width=120, environ={"TERM": "xterm"})

    assert "\x1b[1mŁukasz Wójcik\x1b[0m" in drawn
    assert " 41 days since a call\x1b[2m · \x1b[0myou aim for every 30 (close)" in drawn


def test_markup_is_text() -> None:
    assert "[red]Rosso[/red] :smile:" in on_terminal(MORNING, width=120)


def test_bars_and_map_need_no_unicode() -> None:
    drawn = on_terminal(STATS, encoding="ascii")

    assert "####" in drawn
    assert ". none  - 1  + 2  * 3 or 4  # 5 or more" in drawn


@pytest.mark.parametrize(("width", "cells"), [(40, 26), (60, 52), (100, 52), (120, 104)])
def test_the_map_is_as_long_as_there_is_room(width: int, cells: int) -> None:
    busy = STATS._replace(days=tuple((TODAY - timedelta(days=n), 1) for n in range(400)))
    saturday = next(line for line in on_terminal(busy, width=width).splitlines() if line.startswith("  Sat"))

    assert len(saturday) in (7 + cells, 6 + cells)


def test_days_to_come_are_not_drawn() -> None:
    monday = on_terminal(STATS._replace(today=date(2026, 11, 16)), width=60).splitlines()
    lengths = {line[:5]: len(line) for line in monday if line.startswith(("  Mon", "  Tue"))}

    assert lengths["  Tue"] == lengths["  Mon"] - 1


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_map_knows_no_end_of_time(today: date) -> None:
    assert "  Sun" in on_terminal(STATS._replace(today=today))


def test_five_levels_tell_how_busy_a_day_was() -> None:
    assert [level(number) for number in (0, 1, 2, 3, 4, 5, 99)] == [0, 1, 2, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("rest", "last"),
    [(0, "Nobody is waiting today."), (12, "+12 more due · all of them: netlog due --all")],
)
def test_a_morning_without_names_says_why(rest: int, last: str) -> None:
    view = Morning(TODAY, 3.0, (), (), None, rest=rest, people=40)

    assert on_terminal(view).splitlines() == ["Saturday 21 November 2026", "", last]


def test_everything_that_was_found_is_on_a_tall_screen() -> None:
    assert on_terminal(FOUND, height=99).count("oat") == len(FOUND.hits)


def test_a_text_to_copy_keeps_its_tabs_and_loses_its_escapes() -> None:
    assert on_terminal(Text("a\tb\n\x1b[2J")) == "a\tb\n␛[2J\n"
