"""What is appended with compiled SQL is what SQLModel reads, and what another process finds."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, select
from tests.storage.driving import TODAY, Desk, laid_out_as_1, looking, truth

from netlog.domain.contacts import contact_key
from netlog.domain.people import slug
from netlog.rows import NewInboxItem, NewInteraction, NewPerson
from netlog.storage.migrate import upgrade
from netlog.storage.records import engine_on
from netlog.storage.tables import Alias, Contact, Event, Fact, Inbox, Interaction, Participant, Person, Tag, Topic

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
SOME_TEXT = st.none() | TEXT
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
TAGS = st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), max_size=3, unique=True).map(tuple)
EVENTS = st.none() | st.just("PyMilano 2026")
PEOPLE = st.builds(
    NewPerson,
    handle=st.just("giulia"),
    name=TEXT,
    since_on=DAYS,
    is_fresh=st.booleans(),
    company=SOME_TEXT,
    role=SOME_TEXT,
    place=SOME_TEXT,
    met=SOME_TEXT,
    met_on=st.none() | DAYS,
    event=EVENTS,
    via_id=st.none(),
    tier=st.sampled_from([None, "inner", "close", "active", "wide", "none"]),
    every_days=st.none() | st.integers(1, 3650),
    birthday=st.sampled_from([None, "--02-29", "1984-07-01"]),
    aliases=st.lists(TEXT, max_size=3, unique=True).map(tuple),
    tags=TAGS,
    contacts=st.lists(st.tuples(st.sampled_from(["email", "phone", "url"]), TEXT), max_size=3, unique=True).map(tuple),
    topics=st.lists(st.tuples(st.sampled_from(["can", "wants"]), TEXT), max_size=3, unique=True).map(tuple),
    facts=st.lists(TEXT, max_size=3).map(tuple),
    imported_on=st.none() | DAYS,
    uuid=st.none() | st.uuids(version=4).map(str),
)
INTERACTIONS = st.builds(
    NewInteraction,
    at=st.just("2026-03-09T11:00:00Z"),
    zone=st.sampled_from(["Europe/Rome", "+0530"]),
    on_day=DAYS,
    kind=TEXT,
    depth=st.sampled_from(["meet", "talk", "message", "touch"]),
    direction=st.sampled_from(["out", "in", "mutual"]),
    text=TEXT,
    people=st.sampled_from([(1,), (2, 1)]),
    minutes=st.none() | st.integers(0, 10080),
    place=SOME_TEXT,
    event=EVENTS,
    tags=TAGS,
    counts=st.none() | st.floats(0, 1),
)
quick = settings(max_examples=25, deadline=None)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths that nothing is at."""

    def each() -> Iterator[Path]:
        while True:
            yield tmp_path_factory.mktemp("roads") / "journal.db"

    return each()


@contextmanager
def session(path: Path) -> Iterator[Session]:
    """A SQLModel session on the journal."""
    with looking(path) as connection, Session(engine_on(connection)) as opened:
        yield opened


def fields(new: Any, *left_out: str) -> dict[str, Any]:  # noqa: ANN401 (any of the New… tuples)
    return {name: value for name, value in new._asdict().items() if name not in left_out}


def stored(opened: Session, table: type[SQLModel], *columns: str) -> list[tuple[Any, ...]]:
    """Those columns of every row, in the order they were written."""
    rows: Sequence[Any] = opened.exec(select(table)).all()
    return [tuple(getattr(row, column) for column in columns) for row in sorted(rows, key=lambda row: row.id)]


@quick
@given(new=PEOPLE)
def test_a_person_appended_is_the_person_sqlmodel_reads(paths: Iterator[Path], new: NewPerson) -> None:
    desk = Desk(next(paths))
    with desk.appending() as appender:
        number = appender.person(new)
        appender.finish("add", "added")

    with session(desk.path) as opened:
        row = opened.get_one(Person, number).model_dump()
        apart = ("aliases", "tags", "contacts", "topics", "facts", "event", "uuid")
        assert {name: row[name] for name in fields(new, *apart)} == fields(new, *apart)
        assert row["created_at"] == desk.clock.stamp
        assert new.uuid in {None, row["uuid"]}
        assert stored(opened, Alias, "person_id", "name") == [(number, name) for name in new.aliases]
        assert stored(opened, Tag, "person_id", "slug", "interaction_id") == [(number, tag, None) for tag in new.tags]
        assert stored(opened, Topic, "side", "words") == list(new.topics)
        assert stored(opened, Fact, "on_day", "text") == [(TODAY, text) for text in new.facts]
        assert stored(opened, Contact, "sort", "value", "folded") == [
            (sort, value, contact_key(value)) for sort, value in new.contacts
        ]
        events = [(slug(new.event), new.event, TODAY)] if new.event else []
        assert stored(opened, Event, "slug", "name", "held_on") == events
        assert row["event_id"] == (1 if new.event else None)


@quick
@given(new=INTERACTIONS)
def test_an_interaction_appended_is_the_interaction_sqlmodel_reads(paths: Iterator[Path], new: NewInteraction) -> None:
    desk = Desk(next(paths))
    desk.add("giulia")
    desk.add("aiko")
    with desk.appending() as appender:
        number = appender.interaction(new)
        appender.finish("log", "logged")

    with session(desk.path) as opened:
        row = opened.get_one(Interaction, number).model_dump()
        apart = ("people", "tags", "event")
        assert {name: row[name] for name in fields(new, *apart)} == fields(new, *apart)
        assert row["event_id"] == (1 if new.event else None)
        assert stored(opened, Participant, "interaction_id", "person_id") == [(number, each) for each in new.people]
        assert stored(opened, Tag, "interaction_id", "slug", "person_id") == [(number, tag, None) for tag in new.tags]


@quick
@given(text=TEXT, reason=TEXT)
def test_a_note_kept_is_the_note_sqlmodel_reads(paths: Iterator[Path], text: str, reason: str) -> None:
    desk = Desk(next(paths))
    new = NewInboxItem(desk.clock.stamp, "Europe/Rome", TODAY, text, reason)
    with desk.appending() as appender:
        appender.inbox(new)
        appender.finish("note", "kept")

    with session(desk.path) as opened:
        assert stored(opened, Inbox, *new._fields) == [tuple(new)]


def test_every_row_has_a_name_of_its_own(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "journal.db")
    for handle in ("giulia", "aiko", "orla"):
        desk.log(desk.add(handle, aliases=("Ale",), tags=("pm",)), tags=("pm",))

    with session(desk.path) as opened:
        tables: tuple[type[SQLModel], ...] = (Person, Alias, Tag, Interaction, Participant)
        names = [name for table in tables for (name,) in stored(opened, table, "uuid")]
    assert len(names) == len(set(names)) == 18
    assert all(name[14] == "7" and name[19] in "89ab" for name in names)


REVERSE = """
import sys
from pathlib import Path
from tests.storage.driving import Desk, truth
from netlog.errors import Conflict

desk = Desk(Path(sys.argv[1]))
undone = 0
try:
    while desk.undo():
        undone += 1
except Conflict:
    assert not any(truth(desk.path).values())
for _ in range(undone):
    desk.redo()
print(undone)
"""


def test_another_process_can_take_everything_back_and_do_it_again(tmp_path: Path) -> None:
    path = laid_out_as_1(tmp_path / "journal.db")
    upgrade(path, Desk(path).reckoning)
    before = truth(path)

    done = subprocess.run(
        [sys.executable, "-c", REVERSE, path],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(done.stdout) == 44
    assert truth(path) == before
