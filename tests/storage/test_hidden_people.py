"""Who is snoozed, paused or let go is off the list, and the clock runs on as if nothing had happened."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.driving import TODAY, Desk
from tests.storage.journals import TALKS, Someone, Talk, fill, someones

from netlog.domain.people import Named
from netlog.domain.views import Morning
from netlog.errors import Conflict
from netlog.rows import TieRow
from netlog.services import hiding, morning
from netlog.storage.reader import SqlReader
from netlog.storage.records import SqlModelRecords

SOON = TODAY + timedelta(9)
Change = Callable[[SqlModelRecords, Named], object]


class Hiding(NamedTuple):
    """What a user does to somebody, and until when nobody sees them."""

    change: Change
    until: date


HIDINGS: Mapping[str, Hiding] = {
    "snooze": Hiding(lambda records, named: hiding.snooze(records, named, SOON, today=TODAY), SOON),
    "pause": Hiding(lambda records, named: hiding.pause(records, named, today=TODAY), date.max),
    "let go": Hiding(lambda records, named: hiding.let_go(records, named, None, today=TODAY), date.max),
}
DAYS = st.integers(0, 60).map(lambda ahead: TODAY + timedelta(ahead))


def done(desk: Desk, number: int, change: Change) -> None:
    """Do it, unless it cannot be done to this person."""
    with suppress(Conflict), desk.recording() as records:
        person = records.reader.person(number)
        change(records, Named(number, person.handle, person.name))


def untouched(tie: TieRow) -> TieRow:
    """The tie without what hides it; who is let go has no birthday and no place in the ranking."""
    return tie._replace(hidden_until=0, is_paused=False, is_ended=False, birthday_lead=0)


def everybody(made: Morning) -> set[str]:
    """Handles of all who are listed, for whatever reason."""
    items = [*made.first, *made.if_time, *([made.reconnect] if made.reconnect else [])]
    return {item.tie.handle for item in items}


def listed(reader: SqlReader, day: date) -> set[str]:
    """Everybody in the morning, or due whatever the budget."""
    agenda = morning.agenda(reader, today=day, until=day, limit=1000)
    return everybody(morning.due(reader, today=day, per_day=50)) | everybody(agenda)


@settings(max_examples=25)
@given(people=someones(), talks=TALKS, day=DAYS, name=st.sampled_from(list(HIDINGS)))
def test_hiding_changes_neither_due_date_nor_ratio_nor_count(
    tmp_path_factory: pytest.TempPathFactory,
    people: list[Someone],
    talks: list[Talk],
    day: date,
    name: str,
) -> None:
    """Invariant 17, and 18 for the one who is hidden."""
    desk = Desk(tmp_path_factory.mktemp("hidden") / "journal.db")
    number, *others = fill(desk, people, talks)
    desk.turn_to(day)
    with desk.reading() as reader:
        before, rest = reader.tie(number), reader.ties(others)
    desk.turn_to(TODAY)

    done(desk, number, HIDINGS[name].change)

    desk.turn_to(day)
    with desk.reading() as reader:
        assert untouched(reader.tie(number)) == untouched(before)
        assert reader.ties(others) == rest
        if day < HIDINGS[name].until or before.is_paused or before.is_ended:
            assert before.handle not in listed(reader, day)
            assert reader.rank(number, day=day) is None


@settings(max_examples=15)
@given(people=someones(), talks=TALKS, day=DAYS, names=st.lists(st.sampled_from(list(HIDINGS)), max_size=6))
def test_the_hidden_are_never_listed(
    tmp_path_factory: pytest.TempPathFactory,
    people: list[Someone],
    talks: list[Talk],
    day: date,
    names: list[str],
) -> None:
    """Invariant 18, whoever was hidden by whatever, before or now."""
    desk = Desk(tmp_path_factory.mktemp("listed") / "journal.db")
    numbers = fill(desk, people, talks)
    for number, name in zip(numbers, names, strict=False):
        done(desk, number, HIDINGS[name].change)

    desk.turn_to(day)

    with desk.reading() as reader:
        hidden = {tie.handle for tie in reader.ties(numbers) if tie.hidden_until > day.toordinal()}
        gone = {tie.handle for tie in reader.ties(numbers) if tie.is_paused or tie.is_ended}
        assert gone <= hidden
        assert not hidden & listed(reader, day)


@settings(max_examples=15)
@given(people=someones(), talks=TALKS, until=st.none() | DAYS.filter(lambda day: day > TODAY), day=DAYS)
def test_a_pause_of_everybody_changes_no_tie_and_leaves_only_what_others_expect(
    tmp_path_factory: pytest.TempPathFactory,
    people: list[Someone],
    talks: list[Talk],
    until: date | None,
    day: date,
) -> None:
    """Invariants 17 and 18 for a holiday."""
    desk = Desk(tmp_path_factory.mktemp("paused") / "journal.db")
    numbers = fill(desk, people, talks)
    desk.turn_to(day)
    with desk.reading() as reader:
        before, shown = reader.ties(numbers), listed(reader, day)
    desk.turn_to(TODAY)

    with desk.recording() as records:
        hiding.pause_everyone(records, until, today=TODAY)

    desk.turn_to(day)
    with desk.reading() as reader:
        assert reader.ties(numbers) == before
        made = morning.due(reader, today=day, per_day=50)
        sections = {item.section for item in (*made.first, *made.if_time)}
        if until is None or day < until:
            assert sections <= {"birthday", "reply"}
            assert made.reconnect is None
        else:
            assert listed(reader, day) == shown


@settings(max_examples=15)
@given(people=someones(), talks=TALKS)
def test_what_is_done_and_undone_leaves_the_list_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, people: list[Someone], talks: list[Talk]
) -> None:
    """Invariant 12: logged and taken back, hidden and shown again."""
    desk = Desk(tmp_path_factory.mktemp("undone") / "journal.db")
    number, *_ = fill(desk, people, talks)
    before, begun = state_of(desk)

    desk.log(number)
    for hidden in HIDINGS.values():
        done(desk, number, hidden.change)
    for _ in range(state_of(desk)[1] - begun):
        desk.undo()

    assert state_of(desk)[0] == before


def state_of(desk: Desk) -> tuple[Morning, int]:
    """The list, and how many operations were made."""
    with desk.reading() as reader:
        return morning.due(reader, today=desk.day, per_day=50), reader.operations(limit=1)[1]
