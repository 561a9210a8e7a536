"""SQL sums up load exactly as the domain would, person by person."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.storage.driving import TODAY, Desk
from tests.storage.journals import SETTINGS, crowd, fill

from netlog.domain import scheduler
from netlog.domain.capacity import demand
from netlog.domain.suggestions import FEWEST, rhythm, side
from netlog.rows import EVERYBODY, FOREVER, StandingRow, TieRow
from netlog.services.forecast import asked
from netlog.services.tipping import share
from netlog.storage.reader import SqlReader

DAYS = (-3, 0, 1, 45, 300, 900)
STATES = {"soon": "warm", "fading": "drifting"}
Mornings = Iterator[tuple[SqlReader, date]]


@pytest.fixture(scope="module", params=range(3))
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A crowd, some of them let go, some family."""
    desk = Desk(tmp_path_factory.mktemp("crowd") / "journal.db")
    numbers = fill(desk, *crowd(request.param))
    with desk.recording() as records:
        for number in numbers[::7]:
            records.change_person(number, {"ended_on": TODAY})
        for number in numbers[::5]:
            records.change_person(number, {"is_kin": True})
        records.finish("edit", "some let go, some family")
    return desk


@pytest.fixture(params=list(SETTINGS))
def mornings(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Mornings]:
    """Readers of many days, under other settings each time."""

    def each() -> Mornings:
        for ahead in DAYS:
            desk.turn_to(TODAY + timedelta(ahead), targets=SETTINGS[request.param], stamp=request.param)
            with desk.reading() as reader:
                yield reader, desk.day

    yield each()
    desk.turn_to(TODAY)


def everyone(reader: SqlReader) -> list[TieRow]:
    return [row.tie for row in reader.listed(EVERYBODY) if not row.tie.is_ended]


def is_asking(tie: TieRow, day: int) -> bool:
    return tie.clock is not None and tie.hidden_until < FOREVER and tie.clock.dormant_on > day


def state(tie: TieRow, day: int) -> str:
    if tie.clock is None:
        return "none"
    found = scheduler.state(tie.clock, day)
    if tie.hidden_until > day:
        return "hidden"
    is_skipped = found in ("warm", "soon") and tie.clock.lapse_exact <= day
    return "due" if is_skipped else STATES.get(found, found)


def full_days(reader: SqlReader, tie: TieRow, day: date) -> list[int]:
    return sorted({on.toordinal() for on, worth in reader.contact_days(tie.id) if worth >= 0.5 and on <= day})


def test_everybody_stands_where_their_clock_says(mornings: Mornings) -> None:
    for reader, day in mornings:
        today, found = day.toordinal(), Counter[StandingRow]()
        for tie in everyone(reader):
            clock = tie.clock
            value, days = (clock.value, clock.target_days) if clock else (1.0, None)
            asking = is_asking(tie, today)
            found[StandingRow(tie.tier or "", tie.rule, value, days, state(tie, today), asking, 0)] += 1

        assert Counter({row._replace(people=0): row.people for row in reader.standing()}) == found


@pytest.mark.parametrize("weeks", [1, 8, 52])
def test_people_come_due_in_the_week_of_their_day(mornings: Mornings, weeks: int) -> None:
    for reader, day in mornings:
        today, found = day.toordinal(), Counter[int]()
        for tie in everyone(reader):
            if tie.clock and is_asking(tie, today):
                on = max(tie.clock.due_on, tie.hidden_until, today)
                found[-(-(on - today) // 7)] += tie.clock.dormant_on > on

        assert reader.coming_due(weeks=weeks) == {week: n for week, n in found.items() if week <= weeks and n}


def test_a_day_counts_each_person_met_once(mornings: Mornings) -> None:
    for reader, day in mornings:
        since = day - timedelta(300)
        found = Counter(on for row in reader.listed(EVERYBODY) for on in set(full_days(reader, row.tie, day)))

        done = reader.done_by_day(since=since, until=day)
        assert done == sorted((date.fromordinal(on), n) for on, n in found.items() if on >= since.toordinal())
        assert reader.began_on() == date.fromordinal(min(found))


def test_whoever_is_far_off_is_found_with_all_contact_days(mornings: Mornings) -> None:
    for reader, day in mornings:
        ruled = [tie for tie in everyone(reader) if is_asking(tie, day.toordinal())]
        judged = {tie.handle: tie for tie in ruled if tie.rule.startswith(("tier:", "default"))}
        logs = {handle: tuple(full_days(reader, tie, day)) for handle, tie in judged.items()}
        known = {handle: log for handle, log in logs.items() if len(log) >= FEWEST}

        found, number = reader.suggestible(fewest=FEWEST, kept_since=day)
        far = {handle: log for handle, log in known.items() if is_far(log, judged[handle])}
        assert {row.handle: row.full_days for row in found} == far
        assert number == len(known)


def is_far(full_days: tuple[int, ...], tie: TieRow) -> bool:
    assert tie.clock
    return side(rhythm(full_days, tie.clock.target_days), tie.clock.target_days) != 0


def test_every_crowd_has_somebody_far_off(desk: Desk) -> None:
    with desk.reading() as reader:
        assert reader.suggestible(fewest=FEWEST, kept_since=TODAY)[0]


@pytest.mark.parametrize(("days", "is_asked"), [(-1, True), (0, False), (89, False), (90, True)])
def test_a_tier_that_was_kept_is_not_asked_about_for_a_while(desk: Desk, days: int, is_asked: bool) -> None:
    with desk.reading() as reader:
        person = reader.called(reader.suggestible(fewest=FEWEST, kept_since=TODAY)[0][0].handle)[0]
    with desk.recording() as records:
        records.change_person(person.id, {"tier_kept_on": TODAY - timedelta(days)})
        records.finish("tiers", "kept a tier")

    with desk.reading() as reader:
        found, _ = reader.suggestible(fewest=FEWEST, kept_since=TODAY - timedelta(89))
    desk.undo()
    assert (person.handle in {row.handle for row in found}) == is_asked


def test_days_of_the_last_weeks_are_looked_up_not_scanned(desk: Desk) -> None:
    asked: list[str] = []
    with desk.reading() as reader:
        reader.connection.set_trace_callback(asked.append)
        reader.done_by_day(since=TODAY - timedelta(56), until=TODAY)
        reader.connection.set_trace_callback(None)
        plan = " ".join(row[-1] for row in reader.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}"))

    assert "SEARCH interaction USING COVERING INDEX ix_interaction_on_day" in plan
    assert "SEARCH contact_day USING INDEX" in plan
    assert "SCAN" not in plan


def test_the_sum_of_all_cadences_is_that_of_the_table(mornings: Mornings) -> None:
    for reader, day in mornings:
        asking = (tie for tie in everyone(reader) if is_asking(tie, day.toordinal()))

        assert reader.asked_per_day() == pytest.approx(share(asking, day))
        assert reader.asked_per_day() == pytest.approx(demand(asked(reader.standing())))
        assert reader.is_within(reader.people_count())
        assert not reader.is_within(reader.people_count() - 1)
