"""What becomes of each field when two people become one: nothing is lost, nothing is there twice."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.storage.driving import TODAY, Desk

from netlog.domain.people import Named
from netlog.domain.views_dupes import FieldFate, MergePlan
from netlog.errors import Conflict
from netlog.services.merging import merge, preview
from netlog.storage.merging import SqlMerging
from netlog.storage.read_dupes import DupeQueries

KEPT, OTHER = Named(1, "giulia", "Giulia Rossi"), Named(2, "giulia-2", "Giulia Rosi")
EARLIER = TODAY - timedelta(400)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


def two(desk: Desk, kept: dict[str, Any], other: dict[str, Any]) -> None:
    desk.add("giulia", **{"name": KEPT.name, **kept})
    desk.add("giulia-2", **{"name": OTHER.name, **other})


def plan(desk: Desk) -> MergePlan:
    with desk.reading() as reader:
        return preview(reader, DupeQueries(reader.connection, desk.reckoning), KEPT, OTHER, today=TODAY)


def fates(desk: Desk) -> dict[str, FieldFate]:
    return {each.field: each for each in plan(desk).fields}


def unite(desk: Desk) -> None:
    with SqlMerging(desk.path, desk.clock, desk.reckoning) as records:
        merge(records, KEPT, OTHER, today=TODAY)


def facts(desk: Desk) -> list[str]:
    with desk.reading() as reader:
        return [fact.text for fact in reader.belongings(1).facts]


def stored(desk: Desk, column: str) -> object:
    with desk.reading() as reader:
        return getattr(reader.person(1), column)


@pytest.mark.parametrize(
    ("kept", "other", "fate", "after", "said"),
    [
        (None, "Ferri", "taken", "Ferri", []),
        ("Ferri", None, "kept", "Ferri", []),
        ("Ferri", "FERRI", "same", "Ferri", []),
        ("Studio Ferri", "Ferri & Co", "fact", "Studio Ferri", ["company: Ferri & Co (from the merged giulia-2)"]),
        ("Lodz", "Łódź", "fact", "Lodz", ["company: Łódź (from the merged giulia-2)"]),
    ],
)
def test_a_field_is_filled_or_kept_and_what_differs_becomes_a_fact(
    desk: Desk, kept: str | None, other: str | None, fate: str, after: str, said: list[str]
) -> None:
    two(desk, {"company": kept}, {"company": other})
    assert fates(desk)["company"].fate == fate

    unite(desk)

    assert stored(desk, "company") == after
    assert facts(desk) == said


@pytest.mark.parametrize(
    ("column", "value"), [("role", "PM"), ("place", "Roma"), ("birthday", "--03-12"), ("met", "x")]
)
def test_every_word_about_somebody_is_kept(desk: Desk, column: str, value: str) -> None:
    two(desk, {column: "--01-01" if column == "birthday" else "other"}, {column: value})

    unite(desk)

    assert [fact.partition(": ")[2] for fact in facts(desk)] == [f"{value} (from the merged giulia-2)"]


def test_settings_of_the_one_who_is_kept_win_and_missing_ones_are_taken(desk: Desk) -> None:
    two(desk, {"tier": "close"}, {"tier": "wide", "every_days": 14})
    assert {name: fates(desk)[name].fate for name in ("tier", "cadence")} == {"tier": "left", "cadence": "taken"}

    unite(desk)

    assert (stored(desk, "tier"), stored(desk, "every_days"), facts(desk)) == ("close", 14, [])


def test_the_other_name_and_handle_become_aliases(desk: Desk) -> None:
    two(desk, {"aliases": ("Giu",)}, {})

    unite(desk)

    with desk.reading() as reader:
        assert reader.belongings(1).aliases == ("Giu", "Giulia Rosi", "giulia-2")
        assert [named.id for named in reader.matching("giulia-2")] == [1]


def test_a_handle_that_is_somebody_elses_name_becomes_no_alias(desk: Desk) -> None:
    two(desk, {}, {})
    desk.add("x", name="Giulia 2")
    assert fates(desk)["handle"].fate == "left"

    unite(desk)

    with desk.reading() as reader:
        assert reader.belongings(1).aliases == ("Giulia Rosi",)


def test_lists_are_united_without_doubles(desk: Desk) -> None:
    two(
        desk,
        {"contacts": (("phone", "+39 340 123 4567"),), "tags": ("pm",), "topics": (("can", "Pricing"),)},
        {
            "contacts": (("phone", "3401234567"), ("email", "g@x.example")),
            "tags": ("pm", "ai"),
            "topics": (("can", "pricing"),),
        },
    )

    unite(desk)

    with desk.reading() as reader:
        own = reader.belongings(1)
    assert (own.phones, own.emails, own.tags, own.can) == (
        ("+39 340 123 4567",),
        ("g@x.example",),
        ("ai", "pm"),
        ("Pricing",),
    )


def test_the_preview_says_what_is_added_to_a_list(desk: Desk) -> None:
    two(desk, {"tags": ("pm",)}, {"tags": ("pm", "ai")})

    assert fates(desk)["tags"] == FieldFate("tags", "pm", "ai", "both")


@pytest.mark.parametrize("kept", [None, TODAY])
def test_the_earlier_day_of_having_met_is_the_one(desk: Desk, kept: date | None) -> None:
    two(desk, {"met_on": kept}, {"met_on": EARLIER, "since_on": EARLIER})
    assert fates(desk)["met on"].fate == "taken"

    unite(desk)

    assert stored(desk, "met_on") == EARLIER


def test_nobody_is_introduced_by_themselves(desk: Desk) -> None:
    two(desk, {}, {"via_id": 1})
    unite(desk)

    assert stored(desk, "via_id") is None
    assert facts(desk) == []


def test_somebody_else_who_introduced_the_other_introduced_both(desk: Desk) -> None:
    two(desk, {}, {})
    marco = desk.add("marco")
    with desk.recording() as records:
        records.change_person(2, {"via_id": marco})
        records.finish("edit", "edited")

    unite(desk)

    assert stored(desk, "via_id") == marco


def test_why_the_other_was_let_go_is_kept_and_the_tie_goes_on(desk: Desk) -> None:
    two(desk, {}, {})
    with desk.recording() as records:
        records.change_person(2, {"ended_on": TODAY, "ended_why": "moved to Peru"})
        records.finish("let-go", "let go")
    assert fates(desk)["let go on"].fate == "left"

    unite(desk)

    assert (stored(desk, "ended_on"), facts(desk)) == (None, ["let go: moved to Peru (from the merged giulia-2)"])


def test_what_comes_over_is_counted(desk: Desk) -> None:
    two(desk, {}, {"facts": ("sails",)})
    for people in ((2,), (1, 2)):
        desk.log(*people)

    assert [tuple(each) for each in plan(desk).moves] == [("entries", 2)]


def test_one_person_is_not_merged_with_themselves(desk: Desk) -> None:
    two(desk, {}, {})

    with desk.reading() as reader, pytest.raises(Conflict, match="both names are of"):
        preview(reader, DupeQueries(reader.connection, desk.reckoning), KEPT, KEPT, today=TODAY)
