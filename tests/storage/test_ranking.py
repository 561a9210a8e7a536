"""SQL ranks the morning exactly as the domain does."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.driving import TODAY, Desk
from tests.storage.journals import SETTINGS, SLUGS, Someone, Talk, fill, habitual

from netlog.domain.scheduler import klass, priority
from netlog.ports import EVERYBODY, Filters, TieRow
from netlog.storage.reader import SqlReader

CLASSES = ("fresh", "overdue", "fill", "dormant")
EVERYONE = 1000
journals = given(
    journal=habitual(),
    ahead=st.one_of(st.integers(-5, 40), st.integers(0, 1500)),
    stamp=st.sampled_from(list(SETTINGS)),
)
Journal = tuple[list[Someone], list[Talk]]
brisk = settings(max_examples=40, deadline=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> "Folder":
    """A new path for each example."""
    return Folder(tmp_path_factory)


class Folder:
    """Paths that nothing is at."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self.factory = factory

    def desk(self, journal: Journal, ahead: int, stamp: str) -> Desk:
        """A journal written today, looked at later under other settings."""
        desk = Desk(self.factory.mktemp("journal") / "journal.db")
        fill(desk, *journal)
        desk.turn_to(TODAY + timedelta(ahead), targets=SETTINGS[stamp], stamp=stamp)
        return desk


def everyone(reader: SqlReader) -> list[TieRow]:
    return [row.tie for row in reader.listed(EVERYBODY)]


def ranked(ties: Sequence[TieRow], name: str, day: date) -> list[int]:
    """What the domain says about those who may be suggested."""
    today = day.toordinal()
    awake = [tie for tie in ties if tie.clock and tie.hidden_until <= today and klass(tie.clock, today) == name]
    return [tie.id for tie in sorted(awake, key=lambda tie: (-weight(tie, name, today), tie.id))]


def weight(tie: TieRow, name: str, today: int) -> float:
    assert tie.clock
    if name == "dormant":
        return tie.clock.value**2 * tie.clock.days
    return priority(tie.clock, today, factor=tie.factor)


@brisk
@journals
def test_each_class_holds_the_same_people_in_the_same_order(
    folder: Folder, journal: Journal, ahead: int, stamp: str
) -> None:
    desk = folder.desk(journal, ahead, stamp)

    with desk.reading() as reader:
        ties = everyone(reader)
        found = reader.candidates(limit=EVERYONE, filters=EVERYBODY, day=desk.day)
        first = reader.candidates(limit=1, filters=EVERYBODY, day=desk.day)

    expected = {name: ranked(ties, name, desk.day) for name in CLASSES}
    assert {name: [tie.id for tie in chosen] for name, chosen in found.items()} == expected
    assert {name: [tie.id for tie in chosen] for name, chosen in first.items()} == {
        name: numbers[:1] for name, numbers in expected.items()
    }


@brisk
@journals
def test_as_many_are_due_as_the_domain_says_and_each_has_its_place(
    folder: Folder, journal: Journal, ahead: int, stamp: str
) -> None:
    desk = folder.desk(journal, ahead, stamp)

    with desk.reading() as reader:
        ties = everyone(reader)
        due = {number for name in ("fresh", "overdue") for number in ranked(ties, name, desk.day)}
        places = {tie.id: reader.rank(tie.id, day=desk.day) for tie in ties}
        assert reader.count_due(filters=EVERYBODY, day=desk.day) == len(due)

    today = desk.day.toordinal()
    order = sorted((tie for tie in ties if tie.id in due), key=lambda tie: (-weight(tie, "overdue", today), tie.id))
    assert places == {tie.id: None for tie in ties} | {tie.id: place for place, tie in enumerate(order, start=1)}


@brisk
@journals
def test_a_filter_only_leaves_people_out(folder: Folder, journal: Journal, ahead: int, stamp: str) -> None:
    desk = folder.desk(journal, ahead, stamp)
    handles = {slug: {each.new.handle for each in journal[0] if slug in each.new.tags} for slug in SLUGS}

    with desk.reading() as reader:
        found = reader.candidates(limit=EVERYONE, filters=EVERYBODY, day=desk.day)
        for slug in SLUGS:
            filters = Filters(tags=(slug,))
            chosen = {name: [t for t in ties if t.handle in handles[slug]] for name, ties in found.items()}
            assert reader.candidates(limit=EVERYONE, filters=filters, day=desk.day) == chosen
            due = len(chosen["fresh"]) + len(chosen["overdue"])
            assert reader.count_due(filters=filters, day=desk.day) == due
