"""Whatever is done to a journal, in whatever order, what is derived stays equal to what the log says."""

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.storage.driving import (
    SINCE_3,
    SINCE_4,
    TODAY,
    Desk,
    Rows,
    assert_sound,
    contact,
    derived,
    looking,
    person,
    recomputed,
    truth,
)

from netlog.domain.cadence import Targets
from netlog.domain.exchanges import FLOWS
from netlog.errors import Conflict, NotFound
from netlog.rows import NewExchange, NewInboxItem, NewIntroduction, NewPromise, NewSeason
from netlog.rows_mentoring import NewAgendaItem, NewMentorGoal, NewMentorSession, NewMentorship
from netlog.storage.appends import SqlAppender
from netlog.storage.calibrated import is_past
from netlog.storage.contact_days import revalued
from netlog.storage.records import SqlModelRecords
from netlog.storage.ties import outdated

T = TypeVar("T", bound=SqlAppender)
EXAMPLES = int(os.environ.get("NETLOG_EXAMPLES", "12"))
Reversal = Callable[[int | None], int]
OLDER_STAND_IN_THE_WAY = ("is taken", "it builds on")
"""Why not everything may be undone: something older was taken back before, by its number."""

INDEX = st.integers(0, 5)
HANDLES = st.sampled_from(["giulia", "lukasz", "aiko", "orla", "nadia", "sven"])
WORDS = st.sampled_from(["Łódź", "pricing", "São Paulo 100%", "a “quote”\nand a line", "ﬁne ß", ""])
SLUGS = st.lists(st.sampled_from(["pm", "milano", "data", "press"]), max_size=3, unique=True)
COUNTS = st.sampled_from([None, None, None, 0.0, 0.2, 0.5, 1.0])
DAYS = st.sampled_from([-400, -90, -30, -8, -2, -1, 0, 0, 1, 5, 30, 400]).map(timedelta)
BOOSTS = st.sampled_from([None, "tag:pm", "tag:press", "tier:inner", "tier:wide"])
DUE = st.none() | st.sampled_from([0, 1, 2, 40]).map(timedelta)
MONTHS = st.sampled_from([None, None, "8", "2,3", "1,12", "1,2,3,4,5,6,7,8,9,10,11"])
KINDS = st.sampled_from(
    [
        ("coffee", "meet", "mutual"),
        ("call", "talk", "in"),
        ("email", "message", "out"),
        ("message", "message", "in"),
        ("like", "touch", "out"),
        ("sauna", "talk", "mutual"),
        ("note", "touch", "out"),
    ]
)
PERSON_CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Giulia Verdi", "Łukasz Wójcik", "D'Angelo"]),
        "tier": st.sampled_from([None, "inner", "wide", "none"]),
        "every_days": st.sampled_from([None, 1, 21]),
        "birthday": st.sampled_from([None, "--02-29", "1988-11-24"]),
        "snoozed_until": st.sampled_from([None, TODAY, TODAY + timedelta(40)]),
        "paused_on": st.sampled_from([None, TODAY]),
        "ended_on": st.sampled_from([None, TODAY]),
        "is_fresh": st.booleans(),
        "is_kin": st.booleans(),
        "skipped_on": st.sampled_from([None, TODAY, TODAY - timedelta(9)]),
    },
)
OWN_WORTHS = {"coffee": 0.4, "message": 0.7, "like": 1.0, "sauna": 0.2}
SETTINGS: dict[str, dict[str, Any]] = {
    "": {},
    "tags": {"targets": Targets(tag_days={"pm": 10, "press": 45})},
    "slow": {"targets": Targets(default_days=365)},
    "own": {"worths": OWN_WORTHS},
    "mine": {"worths": {"note": 0.5}, "reciprocity": 0.3},
}


class AnyHistory(RuleBasedStateMachine):
    """A user who does everything, goes to bed, sets the clock back and changes the settings."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.desk = Desk(self.folder / "journal.db")
        self.desk.add("chiara", name="Chiara Bianchi")

    def written(self, transaction: AbstractContextManager[T], change: Callable[[T], object], words: str) -> None:
        """One operation, after which no stored clock is stale."""
        with transaction as opened:
            change(opened)
            opened.finish(words, words)
        self.check_nothing_is_stale()

    def check_nothing_is_stale(self) -> None:
        with looking(self.desk.path) as connection:
            assert outdated(connection, self.desk.reckoning) == set()
            assert revalued(connection, self.desk.reckoning) == set()
            assert not is_past(connection, self.desk.reckoning)

    def appended(self, change: Callable[[SqlAppender], object], words: str) -> None:
        self.written(self.desk.appending(), change, words)

    def recorded(self, change: Callable[[SqlModelRecords], object], words: str) -> None:
        self.written(self.desk.recording(), change, words)

    def truth(self) -> Rows:
        """Everything that is true."""
        return truth(self.desk.path, *SINCE_3, *SINCE_4)

    def numbers(self, table: str) -> list[int]:
        with looking(self.desk.path) as connection:
            return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608

    def one(self, table: str, index: int) -> int | None:
        numbers = self.numbers(table)
        return numbers[index % len(numbers)] if numbers else None

    def is_free(self, handle: str) -> bool:
        with looking(self.desk.path) as connection:
            return connection.execute("SELECT 1 FROM person WHERE handle = ?", (handle,)).fetchone() is None

    @rule(handle=HANDLES, tags=SLUGS, fresh=st.booleans(), event=st.booleans(), via=INDEX, words=WORDS)
    def add(self, handle: str, tags: list[str], fresh: bool, event: bool, via: int, words: str) -> None:
        if not self.is_free(handle):
            return
        new = person(handle, self.desk.day)._replace(
            is_fresh=fresh,
            event="PyMilano" if event else None,
            via_id=self.one("person", via),
            tags=tuple(tags),
            met=words,
            facts=(words,),
            topics=(("can", words),),
            aliases=("Ale",),
            contacts=(("email", f"{handle}@example.org"),),
        )
        self.appended(lambda appender: appender.person(new), "add")

    @rule(people=st.sets(INDEX, min_size=1), ahead=DAYS, kind=KINDS, words=WORDS, tags=SLUGS, counts=COUNTS)
    def log(
        self,
        people: set[int],
        ahead: timedelta,
        kind: tuple[str, str, str],
        words: str,
        tags: list[str],
        counts: float | None,
    ) -> None:
        sort, depth, direction = kind
        numbers = tuple(sorted({n for index in people if (n := self.one("person", index))}))
        new = contact(numbers, self.desk.clock)._replace(
            on_day=self.desk.day + ahead, kind=sort, depth=depth, direction=direction, text=words, tags=tuple(tags)
        )
        self.appended(lambda appender: appender.interaction(new._replace(counts=counts)), "log")

    @rule(words=WORDS)
    def keep(self, words: str) -> None:
        item = NewInboxItem(self.desk.clock.stamp, "Etc/UTC", self.desk.day, words, "nobody of that name")
        self.appended(lambda appender: appender.inbox(item), "note")

    @rule(index=INDEX, changes=PERSON_CHANGES)
    def edit(self, index: int, changes: dict[str, Any]) -> None:
        if number := self.one("person", index):
            self.recorded(lambda records: records.change_person(number, changes), "edit")

    @rule(until=st.none() | st.integers(1, 40))
    def pause(self, until: int | None) -> None:
        day = self.desk.day
        end = None if until is None else day + timedelta(until)
        with self.desk.reading() as reader:
            is_paused = reader.pause(day) is not None
        if is_paused:
            self.recorded(lambda records: records.end_pause(day if until is None else end, day=day), "resume")
        else:
            self.recorded(lambda records: records.add_pause(day, end), "pause")
        with self.desk.reading() as reader:
            assert (reader.pause(day) is None) == (is_paused and until is None)

    @rule(index=INDEX, handle=HANDLES)
    def rename(self, index: int, handle: str) -> None:
        if (number := self.one("person", index)) and self.is_free(handle):
            self.recorded(lambda records: records.change_person(number, {"handle": handle}), "edit")

    @rule(index=INDEX, tags=SLUGS, words=st.lists(WORDS, max_size=3))
    def replace(self, index: int, tags: list[str], words: list[str]) -> None:
        if not (number := self.one("person", index)):
            return

        def change(records: SqlModelRecords) -> None:
            records.replace_tags(number, tags)
            records.replace_aliases(number, words)
            records.replace_topics(number, [("wants", each) for each in words])
            records.replace_contacts(number, [("url", each) for each in words])
            records.replace_facts(number, [(self.desk.day, each) for each in words])

        self.recorded(change, "edit")

    @rule(index=INDEX, people=st.sets(INDEX, min_size=1), tags=SLUGS, ahead=DAYS, kind=KINDS, counts=st.booleans())
    def revise(
        self, index: int, people: set[int], tags: list[str], ahead: timedelta, kind: tuple[str, str, str], counts: bool
    ) -> None:
        numbers = sorted({n for each in people if (n := self.one("person", each))})
        if not (number := self.one("interaction", index)) or not numbers:
            return
        changes = {"kind": kind[0], "depth": kind[1], "direction": kind[2], "on_day": self.desk.day + ahead}
        self.recorded(
            lambda records: records.change_entry(
                number,
                {**changes, "counts": 0.3 if counts else None},
                people=numbers,
                tags=tags,
                event_name="Design Week" if counts else "",
            ),
            "edit",
        )

    @rule(index=INDEX, entry=st.none() | INDEX, side=st.sampled_from(["mine", "theirs"]), ahead=DUE, words=WORDS)
    def promise(self, index: int, entry: int | None, side: str, ahead: timedelta | None, words: str) -> None:
        if number := self.one("person", index):
            due_on = None if ahead is None else self.desk.day + ahead
            said_in = None if entry is None else self.one("interaction", entry)
            new = NewPromise(number, side, words, self.desk.day, due_on, said_in)
            self.appended(lambda appender: appender.promise(new), "promise")

    @rule(index=INDEX, outcome=st.sampled_from([None, None, "kept", "dropped"]), ahead=DUE)
    def settle_promise(self, index: int, outcome: str | None, ahead: timedelta | None) -> None:
        """Keep it, drop it, or move its date, which may open what was closed."""
        if number := self.one("promise", index):
            due_on = None if ahead is None else self.desk.day + ahead
            closed_on = self.desk.day if outcome else None
            changes = {"outcome": outcome, "closed_on": closed_on, "due_on": due_on, "postponed": 1}
            self.recorded(lambda records: records.change("promise", number, changes), "keep")

    @rule(index=INDEX, entry=st.none() | INDEX, flow=st.sampled_from(FLOWS), ahead=DAYS, words=WORDS)
    def exchange(self, index: int, entry: int | None, flow: str, ahead: timedelta, words: str) -> None:
        if number := self.one("person", index):
            said_in = None if entry is None else self.one("interaction", entry)
            new = NewExchange(number, flow, words, self.desk.day + ahead, said_in)
            self.appended(lambda appender: appender.exchange(new), flow)

    @rule(index=INDEX, is_open=st.booleans(), words=st.none() | WORDS)
    def answer(self, index: int, is_open: bool, words: str | None) -> None:
        """Answer what was asked, perhaps with help given in the same breath, or open it anew."""
        if not (number := self.one("exchange", index)) or not (person := self.one("person", index)):
            return

        def change(records: SqlModelRecords) -> None:
            records.change("exchange", number, {"answered_on": None if is_open else self.desk.day})
            if words is not None:
                records.exchange(NewExchange(person, "gave", words, self.desk.day))

        self.recorded(change, "answer")

    @rule(one=INDEX, other=INDEX, words=WORDS)
    def introduce(self, one: int, other: int, words: str) -> None:
        first, second = self.one("person", one), self.one("person", other)
        if first and second and first != second:
            new = NewIntroduction(first, second, words, "idea", self.desk.day)
            self.appended(lambda appender: appender.introduction(new), "intro")

    @rule(index=INDEX, state=st.sampled_from(["asked", "made", "done", "declined"]), words=WORDS)
    def move_on(self, index: int, state: str, words: str) -> None:
        if number := self.one("introduction", index):
            changes = {"state": state, "moved_on": self.desk.day, "outcome": words}
            self.recorded(lambda records: records.change("introduction", number, changes), "intro")

    @rule(index=INDEX, boost=BOOSTS, factor=st.sampled_from([1.5, 2.25, 3.0]), since=DAYS, days=st.integers(0, 60))
    def start_season(self, index: int, boost: str | None, factor: float, since: timedelta, days: int) -> None:
        """For a tag, a tier or one person; it may lie behind, ahead, or be over on the day it begins."""
        if number := self.one("person", index):
            with looking(self.desk.path) as connection:
                (uuid,) = connection.execute("SELECT uuid FROM person WHERE id = ?", (number,)).fetchone()
            since_on = self.desk.day + since
            new = NewSeason("hiring", boost or f"person:{uuid}", factor, since_on, since_on + timedelta(days))
            self.appended(lambda appender: appender.season(new), "season")

    @rule(index=INDEX)
    def end_season(self, index: int) -> None:
        if number := self.one("season", index):
            self.recorded(lambda records: records.change("season", number, {"until_on": self.desk.day}), "season")

    @rule(index=INDEX)
    def confirm_fact(self, index: int) -> None:
        if number := self.one("fact", index):
            self.recorded(lambda records: records.change("fact", number, {"confirmed_on": self.desk.day}), "facts")

    @rule(name=st.sampled_from(["PyMilano", "Design Week"]), closed=st.booleans())
    def open_event(self, name: str, closed: bool) -> None:
        def change(records: SqlModelRecords) -> None:
            days = {"opened_on": self.desk.day, "closed_on": self.desk.day if closed else None}
            records.change("event", records.event(name), {**days, "venue": "Milano", "labels": "pm milano"})

        self.recorded(change, "event")

    @rule(index=INDEX, role=st.sampled_from(["mentor", "mentee"]), ahead=DAYS, months=MONTHS, words=WORDS)
    def agree(self, index: int, role: str, ahead: timedelta, months: str | None, words: str) -> None:
        if not (number := self.one("person", index)) or self.runs(number, role):
            return
        day = self.desk.day + ahead
        new = NewMentorship(number, role, 14, day, day + timedelta(182), area=words, not_months=months)

        def begin(appender: SqlAppender) -> None:
            mentorship = appender.mentorship(new)
            appender.mentor_goal(NewMentorGoal(mentorship, words, day))
            appender.agenda_item(NewAgendaItem(mentorship, words, day))

        self.appended(begin, "mentor")

    def runs(self, person: int, role: str) -> bool:
        with self.desk.reading() as reader:
            return any(row.role == role and row.ended_on is None for row in reader.mentorships(person=person))

    @rule(index=INDEX, person=INDEX, words=WORDS)
    def meet(self, index: int, person: int, words: str) -> None:
        if not (number := self.one("mentorship", index)) or not (other := self.one("person", person)):
            return

        def hold(appender: SqlAppender) -> None:
            entry = appender.interaction(contact((other,), self.desk.clock))
            appender.mentor_session(NewMentorSession(number, entry, words, None, words))

        self.appended(hold, "mentor")

    @rule(index=INDEX, ending=st.sampled_from(["closed", "renewed"]), ahead=DAYS)
    def end(self, index: int, ending: str, ahead: timedelta) -> None:
        if number := self.one("mentorship", index):
            changes = {"ended_on": self.desk.day + ahead, "ending": ending}
            self.recorded(lambda records: records.change("mentorship", number, changes), "mentor")

    @rule(index=INDEX)
    def remove_person(self, index: int) -> None:
        if number := self.one("person", index):
            self.recorded(lambda records: records.remove_person(number), "rm")

    @rule(index=INDEX)
    def remove_entry(self, index: int) -> None:
        if number := self.one("interaction", index):
            self.recorded(lambda records: records.remove_entry(number), "rm")

    @rule(index=INDEX)
    def settle(self, index: int) -> None:
        if number := self.one("inbox", index):
            self.recorded(lambda records: records.remove_inbox(number), "inbox")

    @rule(index=st.none() | INDEX)
    def undo(self, index: int | None) -> None:
        self.there_and_back(self.desk.undo, self.desk.redo, index)

    @rule(index=st.none() | INDEX)
    def redo(self, index: int | None) -> None:
        self.there_and_back(self.desk.redo, self.desk.undo, index)

    def there_and_back(self, go: Reversal, come_back: Reversal, index: int | None) -> None:
        """Reverse an operation if it can be; the way back leads exactly to where it began."""
        number = None if index is None else self.one("operation", index)
        before = self.truth()
        try:
            number = go(number)
        except (Conflict, NotFound):
            assert self.truth() == before
            return
        self.check_nothing_is_stale()
        after = self.truth()
        come_back(number)
        assert self.truth() == before
        go(number)
        assert self.truth() == after

    @rule(ahead=DAYS)
    def sleep(self, ahead: timedelta) -> None:
        stamp = self.desk.reckoning.stamp
        self.desk.turn_to(max(date(2020, 1, 1), self.desk.day + ahead), stamp=stamp, **SETTINGS[stamp])

    @rule(stamp=st.sampled_from(list(SETTINGS)))
    def configure(self, stamp: str) -> None:
        self.desk.turn_to(self.desk.day, stamp=stamp, **SETTINGS[stamp])

    @invariant()
    def what_is_derived_equals_the_log(self) -> None:
        with self.desk.reading() as reader:
            assert derived(reader.connection) == recomputed(self.desk.path, self.desk.reckoning)

    def teardown(self) -> None:
        """Take everything back, then do it all again."""
        before = self.truth()
        undone, refusal = self.all_taken_back()
        if not any(reason in refusal for reason in OLDER_STAND_IN_THE_WAY):
            assert refusal == "nothing to undo"
            assert not any(self.truth().values())
        self.what_is_derived_equals_the_log()
        assert [self.desk.redo() for _ in undone] == undone[::-1]
        assert self.truth() == before
        assert_sound(self.desk.path)

    def all_taken_back(self) -> tuple[list[int], str]:
        """What was undone, and why no more was."""
        undone = []
        try:
            while True:
                undone.append(self.desk.undo())
        except Conflict as refusal:
            return undone, refusal.message


def test_any_history_can_be_lived_undone_and_lived_again(tmp_path: Path) -> None:
    class Here(AnyHistory):
        folder = tmp_path / "any"

    run_state_machine_as_test(Here, settings=settings(max_examples=EXAMPLES, stateful_step_count=40, deadline=None))
