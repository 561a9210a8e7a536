"""The pictures of the pages are what the scheduler says, in words too, small, and at home in light and dark."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from scripts.pictures import PICTURES, TARGET, check_ins, contacts, due_days
from tests.contract.pages import ROOT

PAGE = ROOT / "docs/explanation/why-this-list.md"
SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 20_000


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_what_the_scheduler_says(name: str) -> None:
    assert (TARGET / name).read_text(encoding="utf-8") == PICTURES[name](), "run python scripts/pictures.py"


def test_there_are_no_other_pictures() -> None:
    assert {path.name for path in TARGET.iterdir()} == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_told_in_words(name: str) -> None:
    root = ElementTree.fromstring(PICTURES[name]())  # noqa: S314
    told = [root.findtext(f"{SVG}{part}") for part in ("title", "desc")]

    assert all(told)
    assert root.get("role") == "img"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_and_has_a_dark_form(name: str) -> None:
    drawn = PICTURES[name]()

    assert len(drawn.encode()) < MOST_BYTES
    assert "@media (prefers-color-scheme: dark)" in drawn


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_stands_in_the_page_with_words_for_it(name: str) -> None:
    (words,) = re.findall(rf"!\[([^\]]+)\]\(\.\./pictures/{name}\)", PAGE.read_text(encoding="utf-8"))

    assert len(words) > 100


def test_the_page_names_the_days_on_which_the_drawn_tie_came_due() -> None:
    page = PAGE.read_text(encoding="utf-8")
    days = [date.fromordinal(day) for day in due_days()]

    assert [day for day in days if f"{day.day} {day:%B}" not in page] == []
    assert len(days) == 2


def test_the_page_names_the_days_of_the_drawn_ladder() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    new, old = (check_ins(is_new=is_new, until=190)[1:] for is_new in (True, False))

    assert f"on days {', '.join(map(str, new[:-1]))} and {new[-1]}, " in page
    assert f"days {old[0]} and {old[1]}." in page


def test_the_drawn_like_changes_nothing() -> None:
    without_like = [each for each in contacts() if each.kind != "like"]
    before = max(each.day + each.worth * 90 for each in without_like if each.day < contacts()[3].day)

    assert contacts()[3].kind == "like"
    assert contacts()[3].day + contacts()[3].worth * 90 < before
