"""The tables hold together: whoever is mentioned exists, and everything can be said."""

import re
from collections import Counter

import pytest

from netlog.demo.build import REPEATED
from netlog.demo.promised import pledges
from netlog.demo.tables import everybody, lately, sayings, stories
from netlog.domain.birthdays import read_birthday
from netlog.domain.cadence import TIERS
from netlog.domain.folding import fold
from netlog.domain.interactions import KINDS, Direction
from netlog.domain.people import check_name, slug
from netlog.render.safe import safe

PEOPLE = everybody()
NAMES = [someone.name for someone in PEOPLE]
TEXTS = [
    *(saying.text for saying in sayings()),
    *(story.text for story in stories()),
    *(words for someone in PEOPLE for _, words in someone.facts),
]


def test_there_are_sixty_people_with_names_of_their_own() -> None:
    assert len(NAMES) == len({fold(name) for name in NAMES}) == 60
    assert [check_name(name) for name in NAMES] == NAMES


@pytest.mark.parametrize("name", ["Łukasz", "Nicolò", "Zoë", "Gołąb", "Kłos", "Dell'Orto"])
def test_names_have_the_letters_that_go_wrong_elsewhere(name: str) -> None:
    assert any(name in each for each in NAMES)


def test_whoever_introduced_somebody_stands_before_them() -> None:
    places = {name: place for place, name in enumerate(NAMES)}

    assert all(places[someone.via] < places[someone.name] for someone in PEOPLE if someone.via)
    assert sum(someone.via is not None for someone in PEOPLE) > 5


def test_stories_are_about_people_of_the_journal_and_of_known_kinds() -> None:
    assert {name for story in stories() for name in story.names} <= set(NAMES)
    assert {story.kind for story in stories()} <= KINDS.keys()
    assert {story.direction for story in stories()} <= set(Direction)


def test_tiers_tags_and_birthdays_are_those_that_commands_take() -> None:
    given = [someone.birthday for someone in PEOPLE if someone.birthday and someone.birthday[0] != "+"]
    used = [*(someone.tags for someone in PEOPLE), *(saying.tags for saying in sayings())]
    tags = {tag for each in (*used, *(story.tags for story in stories())) for tag in each}

    assert {someone.tier for someone in PEOPLE} == {None, *TIERS}
    assert "02-29" in {str(read_birthday(birthday))[-5:] for birthday in given}
    assert tags == {slug(tag) for tag in tags}


def test_addresses_lead_nowhere() -> None:
    assert all(email.endswith(".example") for someone in PEOPLE for email in someone.emails)


def test_no_saying_is_there_twice_and_most_are_english() -> None:
    languages = Counter(saying.language for saying in sayings())

    assert len({saying.text for saying in sayings()}) == len(sayings()) > 200
    assert languages["en"] > languages["it"] + languages["pl"]
    assert min(languages["it"], languages["pl"]) > 25


@pytest.mark.parametrize("circle", ["pm", "founder", "mentor", "organiser"])
@pytest.mark.parametrize("language", ["en", "it", "pl"])
def test_every_circle_has_something_to_say_in_every_language(circle: str, language: str) -> None:
    own = [saying for saying in sayings() if (saying.circle, saying.language, saying.way) == (circle, language, "live")]

    assert len(own) >= 5


def test_texts_are_single_calm_lines() -> None:
    assert [text for text in TEXTS if safe(text) != text or "!" in text or len(text) > 80] == []
    assert [text for text in TEXTS if re.search(r"lorem|\d{4}-\d\d|\s\s|\s$", text)] == []


def test_the_last_days_go_forward_and_their_commands_are_known() -> None:
    moments = [(-command.days, command.time) for command in lately()]

    assert moments == sorted(moments)
    assert {command.command for command in lately()} == set(REPEATED)


def test_promises_are_between_known_people_and_end_after_they_were_made() -> None:
    promises = pledges()

    assert {promise.name for promise in promises} <= {someone.name for someone in PEOPLE}
    assert [promise.days for promise in promises] == sorted((promise.days for promise in promises), reverse=True)
    assert all(promise.due is None or promise.due < promise.days for promise in promises)
    assert all((promise.outcome is None) == (promise.closed is None) for promise in promises)
    assert all(promise.closed is None or promise.closed < promise.days for promise in promises)


def test_promises_of_both_sides_were_kept_dropped_and_are_open() -> None:
    ends = {(promise.side, promise.outcome) for promise in pledges()}

    assert ends == {(side, outcome) for side in ("mine", "theirs") for outcome in ("kept", "dropped", None)}
