"""Reading changes nothing: not a byte of the journal, not a file beside it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.storage.driving import TODAY, Desk, files, laid_out_as_1

from netlog.ports import Knowledge, Reader
from netlog.ports_counts import Counts, Loads
from netlog.ports_mentoring import MentoringReader
from netlog.ports_topics import Topics
from netlog.rows import EVERYBODY, Filters, NewExchange, NewIntroduction, NewPromise, NewSeason
from netlog.rows_mentoring import NewMentorGoal, NewMentorship
from netlog.storage.migrate import upgrade
from netlog.storage.read_history import SNOOZES
from netlog.storage.read_topics import TopicQueries
from netlog.storage.reader import SqlReader


def topics(reader: SqlReader) -> TopicQueries:
    """The reads of topics on the same connection."""
    return TopicQueries(reader.connection, reader.reckoning)


SINCE = TODAY - timedelta(400)
BIRTHDAY = date(2026, 11, 24)
WHOM = Filters(tags=("milano",), tier="close", near="mil", event="PyMilano January", since=SINCE, until=TODAY)
READS: Mapping[str, Callable[[SqlReader], object]] = {
    "called": lambda reader: reader.called("Giulia"),
    "matching": lambda reader: reader.matching("giul"),
    "is_handle": lambda reader: reader.is_handle("giulia"),
    "resembling": lambda reader: reader.resembling("giulia rossi", ["giulia@example.org"]),
    "candidates": lambda reader: reader.candidates(limit=9, filters=WHOM, day=TODAY),
    "count_waiting": lambda reader: reader.count_waiting(filters=EVERYBODY, day=TODAY),
    "count_held": lambda reader: reader.count_held(filters=EVERYBODY, day=TODAY),
    "pause": lambda reader: reader.pause(SINCE),
    "dated": lambda reader: reader.dated(limit=9, filters=EVERYBODY, day=BIRTHDAY),
    "tie": lambda reader: reader.tie(1),
    "ties": lambda reader: reader.ties([1, 2]),
    "last_words": lambda reader: reader.last_words([1, 2, 3]),
    "people_count": lambda reader: reader.people_count(),
    "person": lambda reader: reader.person(1),
    "belongings": lambda reader: reader.belongings(1),
    "listed": lambda reader: reader.listed(EVERYBODY),
    "timeline": lambda reader: reader.timeline(1, limit=9),
    "entry": lambda reader: reader.entry(1),
    "search": lambda reader: reader.search("pric", WHOM, limit=9) and reader.search("pric", EVERYBODY, limit=9),
    "directions": lambda reader: reader.directions(1),
    "event_name": lambda reader: reader.event_name("pymilano-january"),
    "marks": lambda reader: reader.marks(1),
    "rank": lambda reader: reader.rank(1, day=TODAY) or "not due",
    "place": lambda reader: reader.place(1.5, 1, day=TODAY),
    "started_last": lambda reader: reader.started_last(1, limit=6),
    "contact_days": lambda reader: reader.contact_days(1),
    "snoozes": lambda reader: reader.snoozes(1, since=SINCE),
    "loops": lambda reader: reader.loops(day=TODAY, filters=EVERYBODY, limit=9),
    "promises": lambda reader: reader.promises(person=1),
    "flows_by_day": lambda reader: reader.flows_by_day([1, 2]),
    "passages_about": lambda reader: topics(reader).passages_about([["pric", "prez"]], limit=9),
    "clues": lambda reader: [
        topics(reader).clues(source, [1, 2]) for source in ("person", "exchange", "entry", "fact")
    ],
    "text_of": lambda reader: topics(reader).text_of("entry", 1),
    "topics": lambda reader: topics(reader).topics(),
    "exchanges": lambda reader: reader.exchanges(),
    "introductions": lambda reader: reader.introductions(person=2),
    "mentorships": lambda reader: reader.mentorships(person=1),
    "course": lambda reader: reader.course(1).goals,
    "seasons": lambda reader: reader.seasons(),
    "season_rows": lambda reader: reader.season_rows(),
    "boosted": lambda reader: reader.boosted("tag:milano"),
    "facts": lambda reader: reader.facts(),
    "private_facts": lambda reader: reader.private_facts(1) + 1,
    "sought": lambda reader: [each for number in (1, 2, 3, 4) for each in reader.sought(number)],
    "met_in_words": lambda reader: reader.met_in_words("at-the-lake"),
    "brought": lambda reader: reader.brought(1) or "nobody",
    "introduced": lambda reader: reader.introduced(),
    "became_ties": lambda reader: reader.became_ties(since=SINCE),
    "operations": lambda reader: reader.operations(limit=9),
    "inbox": lambda reader: reader.inbox(),
    "totals": lambda reader: reader.totals(None),
    "months": lambda reader: reader.months(1, since=SINCE),
    "people_by_month": lambda reader: reader.people_by_month(None, since=SINCE),
    "days": lambda reader: reader.days(None, since=SINCE),
    "kinds": lambda reader: reader.kinds(None),
    "started": lambda reader: reader.started(None),
    "tiers": lambda reader: reader.tiers(),
    "most_seen": lambda reader: reader.most_seen(since=SINCE),
    "answered": lambda reader: reader.answered(since=SINCE),
    "promise_counts": lambda reader: reader.promise_counts(1),
    "forecasts": lambda reader: reader.forecasts(),
    "began_on": lambda reader: reader.began_on(),
    "done_by_day": lambda reader: reader.done_by_day(since=SINCE, until=TODAY),
    "asked_per_day": lambda reader: reader.asked_per_day(),
    "is_within": lambda reader: reader.is_within(5000),
    "standing": lambda reader: reader.standing(),
    "coming_due": lambda reader: reader.coming_due(weeks=52),
    "suggestible": lambda reader: reader.suggestible(fewest=2, kept_since=TODAY),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The stored journal, brought up to date, on a day when its clocks are stale."""
    desk = Desk(laid_out_as_1(tmp_path_factory.mktemp("read") / "journal.db"))
    upgrade(desk.path, desk.reckoning)
    with desk.recording() as records:
        records.add_pause(SINCE, SINCE + timedelta(1))
        records.promise(NewPromise(1, "mine", "send the deck", SINCE))
        records.exchange(NewExchange(1, "gave", "feedback on the deck", SINCE))
        for ago in (1, 2):
            records.exchange(NewExchange(2, "asked", "a reference", SINCE - timedelta(ago)))
        records.introduction(NewIntroduction(1, 2, "both play the cello", "idea", SINCE))
        cycle = records.mentorship(NewMentorship(1, "mentee", 14, SINCE, TODAY))
        records.mentor_goal(NewMentorGoal(cycle, "a talk", SINCE))
        records.change_person(1, {"snoozed_until": TODAY})
        records.season(NewSeason("hiring", "tag:milano", 1.5, SINCE, TODAY))
        records.replace_topics(2, [("wants", "a cellist")])
        records.change_person(2, {"met": "at the lake"}, event_name="")
        records.finish("snooze", "a pause long ago, and a snooze that has ended")
    desk.path.with_name("journal.db.lock").unlink()
    desk.turn_to(TODAY, stamp="other")
    return desk


def promised() -> set[str]:
    return {
        name
        for protocol in (Reader, Knowledge, MentoringReader, Counts, Loads, Topics)
        for name in vars(protocol)
        if not name.startswith("_")
    }


def test_every_read_there_is_is_tried_below() -> None:
    assert set(READS) == promised()


def test_the_snoozes_of_one_person_are_counted_without_reading_the_whole_history(desk: Desk) -> None:
    with desk.reading() as reader:
        values = {"person": 1, "since": "2026-01-01"}
        plan = " ".join(row[-1] for row in reader.connection.execute(f"EXPLAIN QUERY PLAN {SNOOZES}", values))

    assert "USING INDEX ix_change_row (entity=? AND row_id=?)" in plan
    assert "SCAN" not in plan


@pytest.mark.parametrize("name", READS)
def test_a_read_finds_something_and_changes_nothing(desk: Desk, name: str) -> None:
    folder: Path = desk.path.parent
    before = files(folder)

    with desk.reading() as reader:
        assert READS[name](reader)
        assert files(folder) == before
        assert not reader.connection.in_transaction

    assert files(folder) == before
