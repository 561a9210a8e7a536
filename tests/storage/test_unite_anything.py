"""Whatever rows a file holds, taking them in leaves a sound journal, undo brings back the one that was."""

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.storage.driving import Desk, assert_sound, derived, recomputed
from tests.storage.two_journals import contents, take_whole

from netlog.domain.stored_rows import ENTITIES, FIELDS, Field
from netlog.interchange import Stored

UUIDS = st.integers(1, 4).map("00000000-0000-7000-8000-00000000000{}".format)
DAYS = st.sampled_from(["1900-01-01", "2026-03-01", "2026-03-09", "2199-12-31"])
SORTS: dict[str, st.SearchStrategy[object]] = {
    "text": st.sampled_from(["", "Łódź", "D'Angelo"]),
    "name": st.sampled_from(["Łucja", "D'Angelo"]),
    "boost": st.sampled_from(["tag:pm", "tier:inner", "person:x"]),
    "day": DAYS,
    "instant": DAYS.map("{}T09:30:00Z".format),
    "birthday": st.sampled_from(["--02-29", "1988-11-24"]),
    "slug": st.sampled_from(["pm", "milano"]),
    "handle": st.sampled_from(["anna", "piotr"]),
    "months": st.sampled_from(["8", "1,2,3,4,5,6,7,8,9,10,11,12"]),
    "flag": st.booleans(),
    "whole": st.integers(1, 100),
    "number": st.sampled_from([0.5, 1, 1.0]),
}


def cells(entity: str, field: Field) -> st.SearchStrategy[object]:
    """What a field may hold; references lead to the few rows of their entity, or nowhere."""
    if field.sort.startswith("@"):
        return UUIDS.map(lambda uuid: named(field.sort[1:], uuid))
    if field.sort == "text" and field.among:
        return st.sampled_from(field.among)
    return SORTS[field.sort]


def named(entity: str, uuid: str) -> str:
    """A UUID that only this entity has."""
    return f"{ENTITIES.index(entity):08d}{uuid[8:]}"


@st.composite
def any_row(draw: st.DrawFn) -> Stored:
    """A row, mostly one that can be stored."""
    entity = draw(st.sampled_from(ENTITIES))
    values: dict[str, object] = {"uuid": named(entity, draw(UUIDS)), "changed_at": draw(SORTS["instant"])}
    for name, field in FIELDS[entity].items():
        if field.is_needed or draw(st.booleans()):
            values[name] = draw(cells(entity, field))
    return Stored("", entity, values)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_row(), max_size=25), st.lists(any_row(), max_size=25))
def test_anything_can_be_taken_in(tmp_path: Path, first: list[Stored], second: list[Stored]) -> None:
    shutil.rmtree(tmp_path / "any", ignore_errors=True)
    desk = Desk(tmp_path / "any" / "journal.db")
    take_whole(desk, first)
    before = contents(desk)

    is_news = take_whole(desk, second).is_news

    assert_sound(desk.path)
    with desk.reading() as reader:
        assert derived(reader.connection) == recomputed(desk.path, desk.reckoning)
    if is_news:
        desk.undo()
    assert contents(desk) == before
