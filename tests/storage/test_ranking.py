"""SQL ranks the morning exactly as the domain does."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest
from tests.storage.driving import TODAY, Desk
from tests.storage.journals import SETTINGS, SLUGS, crowd, fill

from netlog.domain.scheduler import klass, priority
from netlog.rows import EVERYBODY, Filters, TieRow
from netlog.storage.reader import SqlReader

CLASSES = ("fresh", "overdue", "fill", "dormant")
DAYS = (-3, 0, 1, 9, 45, 300, 900)
EVERYONE = 1000


@pytest.fixture(scope="module", params=range(3))
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A crowd, written today."""
    desk = Desk(tmp_path_factory.mktemp("crowd") / "journal.db")
    fill(desk, *crowd(request.param))
    return desk


@pytest.fixture(params=list(SETTINGS))
def mornings(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Iterator[tuple[SqlReader, date]]]:
    """Readers of many days, under other settings each time."""

    def each() -> Iterator[tuple[SqlReader, date]]:
        for ahead in DAYS:
            desk.turn_to(TODAY + timedelta(ahead), targets=SETTINGS[request.param], stamp=request.param)
            with desk.reading() as reader:
                yield reader, desk.day

    yield each()
    desk.turn_to(TODAY)


Mornings = Iterator[tuple[SqlReader, date]]


def everyone(reader: SqlReader) -> list[TieRow]:
    return [row.tie for row in reader.listed(EVERYBODY)]


def ranked(ties: Sequence[TieRow], names: Sequence[str], day: date) -> list[int]:
    """What the domain says about those who may be suggested."""
    today = day.toordinal()
    awake = [tie for tie in ties if tie.clock and tie.hidden_until <= today and klass(tie.clock, today) in names]
    return [tie.id for tie in sorted(awake, key=lambda tie: (-weight(tie, today), tie.id))]


def weight(tie: TieRow, today: int) -> float:
    assert tie.clock
    if klass(tie.clock, today) == "dormant":
        return tie.clock.value**2 * tie.clock.days
    return priority(tie.clock, today, factor=tie.factor)


def test_each_class_holds_the_same_people_in_the_same_order(mornings: Mornings) -> None:
    for reader, day in mornings:
        found = reader.candidates(limit=EVERYONE, filters=EVERYBODY, day=day)
        ties = everyone(reader)

        for name in CLASSES:
            assert [tie.id for tie in found[name]] == ranked(ties, [name], day)


def test_a_limit_keeps_the_best(mornings: Mornings) -> None:
    for reader, day in mornings:
        found = reader.candidates(limit=EVERYONE, filters=EVERYBODY, day=day)
        best = reader.candidates(limit=3, filters=EVERYBODY, day=day)

        assert best == {name: ties[:3] for name, ties in found.items()}


def test_everybody_who_is_due_has_a_place(mornings: Mornings) -> None:
    for reader, day in mornings:
        ties = everyone(reader)
        due = ranked(ties, ["fresh", "overdue"], day)

        places = {tie.id: reader.rank(tie.id, day=day) for tie in ties}
        found = {number: (place, len(due)) for place, number in enumerate(due, start=1)}
        assert places == {tie.id: found.get(tie.id) for tie in ties}


def test_those_who_wait_are_those_due_and_those_with_a_date_each_counted_once(mornings: Mornings) -> None:
    for reader, day in mornings:
        due = ranked(everyone(reader), ["fresh", "overdue"], day)
        dated = [tie.id for _, tie in reader.dated(limit=EVERYONE, filters=EVERYBODY, day=day)]

        assert reader.count_waiting(filters=EVERYBODY, day=day) == len({*due, *dated})


def test_a_filter_only_leaves_people_out(desk: Desk, mornings: Mornings) -> None:
    for reader, day in mornings:
        found = reader.candidates(limit=EVERYONE, filters=EVERYBODY, day=day)
        dated = reader.dated(limit=EVERYONE, filters=EVERYBODY, day=day)
        for slug in SLUGS:
            filters = Filters(tags=(slug,))
            tagged = {name: [tie for tie in ties if slug in tags(reader, tie)] for name, ties in found.items()}
            dates = [(reason, tie) for reason, tie in dated if slug in tags(reader, tie)]

            assert reader.candidates(limit=EVERYONE, filters=filters, day=day) == tagged
            assert reader.dated(limit=EVERYONE, filters=filters, day=day) == dates
            waiting = {tie.id for tie in [*tagged["fresh"], *tagged["overdue"], *(tie for _, tie in dates)]}
            assert reader.count_waiting(filters=filters, day=day) == len(waiting)


def tags(reader: SqlReader, tie: TieRow) -> tuple[str, ...]:
    return reader.belongings(tie.id).tags


def test_every_crowd_has_somebody_in_each_class(mornings: Mornings) -> None:
    seen = dict.fromkeys(CLASSES, 0)
    for reader, day in mornings:
        for name, ties in reader.candidates(limit=EVERYONE, filters=EVERYBODY, day=day).items():
            seen[name] += len(ties)

    assert min(seen.values()) > 0
