"""Promises from their making to their end, and which one is meant."""

from datetime import date, timedelta
from typing import cast

import pytest
from tests.services.memory import CLOCK, TODAY, Writer

from netlog.domain.note import Note, read_note
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.views import Loop
from netlog.domain.views_promises import Promise
from netlog.errors import Ambiguous, Conflict, NotFound, UsageProblem
from netlog.ports import Records
from netlog.rows import LoopRow, NewPromise
from netlog.services import capture, promising
from netlog.services.capture import Details
from netlog.services.promises import Pledge, one_promise, promises, promises_with, told

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


@pytest.fixture
def desk(writer: Writer) -> Writer:
    """Two people; I owe one of them a deck, the other owes me an introduction."""
    writer.add("Giulia Rossi")
    writer.add("Bo Lind")
    made_on = date(2026, 11, 10)
    writer.appender.promise(NewPromise(1, "mine", "send the deck", made_on, FRIDAY))
    writer.appender.promise(NewPromise(2, "theirs", "intro to Ada", made_on, FRIDAY))
    return writer


def records(desk: Writer) -> Records:
    return cast("Records", desk.appender)


def one(desk: Writer, query: str = "1") -> Promise:
    return one_promise(desk.journal, query)


def listed(desk: Writer, **options: object) -> list[int]:
    found = promises(desk.journal, None, today=TODAY, **options)  # type: ignore[arg-type]
    return [promise.id for promise in found.promises]


def said(desk: Writer, words: str) -> Note:
    return read_note(words.split(), desk.journal, TODAY)


@pytest.mark.parametrize(
    ("pledge", "words"),
    [
        (("mine", "a book", MONDAY), "promised Giulia Rossi: a book, by Mon 23 Nov 2026"),
        (("mine", "a book", None), "promised Giulia Rossi: a book"),
        (("theirs", "a book", None), "Giulia Rossi promised: a book"),
    ],
)
def test_a_promise_is_made_today_and_told_by_side_and_date(desk: Writer, pledge: Pledge, words: str) -> None:
    promised = promising.promise(desk.appender, desk.journal.named()[0], pledge, today=TODAY)

    assert desk.appender.finished == [("promise" if pledge[0] == "mine" else "promised-by", words)]
    assert promised.promise == one(desk, "3")
    assert (promised.promise.made_on, promised.promise.due_on) == (TODAY, pledge[2])


def test_a_promise_for_a_day_that_is_over_is_refused(desk: Writer) -> None:
    with pytest.raises(UsageProblem, match="2026-11-20 lies before the day of the promise"):
        promising.promise(desk.appender, desk.journal.named()[0], ("mine", "a book", FRIDAY), today=TODAY)

    assert desk.appender.finished == []


def test_what_is_kept_is_closed_with_its_day(desk: Writer) -> None:
    kept = promising.keep(records(desk), one(desk), FRIDAY, today=TODAY)

    assert kept.words == "kept: send the deck, promised to Giulia Rossi"
    assert desk.journal.promise_changes == {1: {"outcome": "kept", "closed_on": FRIDAY}}
    assert (listed(desk), listed(desk, is_all=True)) == ([2], [2, 1])


@pytest.mark.parametrize("on", [TODAY + timedelta(1), date(2026, 11, 9)])
def test_nothing_is_kept_ahead_of_today_or_before_it_was_promised(desk: Writer, on: date) -> None:
    with pytest.raises(UsageProblem, match=r"lies (ahead|before)"):
        promising.keep(records(desk), one(desk), on, today=TODAY)


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (None, "dropped: intro to Ada, promised by Bo Lind"),
        ("she moved away", "dropped: intro to Ada, promised by Bo Lind · she moved away"),
    ],
)
def test_what_is_dropped_keeps_the_reason_in_the_history(desk: Writer, why: str | None, words: str) -> None:
    assert promising.drop(records(desk), one(desk, "bo"), why, today=TODAY).words == words
    assert desk.journal.promises(person=2)[0].outcome == "dropped"


@pytest.mark.parametrize(
    ("due_on", "postponed", "words"),
    [
        (MONDAY, 1, "postponed: send the deck, Fri 20 Nov to Mon 23 Nov 2026"),
        (date(2027, 1, 4), 1, "postponed: send the deck, Fri 20 Nov 2026 to Mon 4 Jan 2027"),
    ],
)
def test_the_old_date_stays_in_the_words_and_postponed_counts(
    desk: Writer, due_on: date, postponed: int, words: str
) -> None:
    moved = promising.postpone(records(desk), one(desk), due_on, today=TODAY)

    assert cast("Changed", moved).words == words
    assert (one(desk).due_on, one(desk).postponed) == (due_on, postponed)


def test_a_date_brought_forward_is_not_a_postponement(desk: Writer) -> None:
    promising.postpone(records(desk), one(desk), MONDAY, today=TODAY)

    moved = promising.postpone(records(desk), one(desk), TODAY, today=TODAY)

    assert cast("Changed", moved).words == "brought forward: send the deck, Mon 23 Nov to Sat 21 Nov 2026"
    assert one(desk).postponed == 1


def test_a_first_date_is_not_a_postponement_either(desk: Writer) -> None:
    desk.appender.promise(NewPromise(1, "mine", "a book", TODAY))

    moved = promising.postpone(records(desk), one(desk, "3"), MONDAY, today=TODAY)

    assert cast("Changed", moved).words == "set a date: a book, Mon 23 Nov 2026"
    assert one(desk, "3").postponed == 0


def test_postponing_to_the_same_day_changes_nothing_and_to_a_past_one_is_refused(desk: Writer) -> None:
    promising.postpone(records(desk), one(desk), MONDAY, today=TODAY)

    assert promising.postpone(records(desk), one(desk), MONDAY, today=TODAY) == Unchanged(
        TODAY, "promise 1 is for Mon 23 Nov 2026 already"
    )
    with pytest.raises(UsageProblem, match="2026-11-20 is over"):
        promising.postpone(records(desk), one(desk), FRIDAY, today=TODAY)


@pytest.mark.parametrize("query", ["1", "#1", " 1 ", "giulia"])
def test_a_number_or_the_person_of_the_only_open_one_is_enough(desk: Writer, query: str) -> None:
    assert one(desk, query).text == "send the deck"


def test_a_person_with_several_open_ones_is_ambiguous_with_the_numbers(desk: Writer) -> None:
    desk.appender.promise(NewPromise(1, "theirs", "a very long list of books " * 4, TODAY))

    with pytest.raises(Ambiguous) as refused:
        one(desk, "giulia")

    assert refused.value.candidates == (("1", "send the deck"), ("3", "a very long list of books a very long l…"))
    assert [set(each) for each in cast("list[dict[str, str]]", refused.value.details()["candidates"])] == [
        {"id", "text"}
    ] * 2


def test_a_closed_promise_is_a_conflict_by_number_and_not_found_by_person(desk: Writer) -> None:
    promising.keep(records(desk), one(desk), TODAY, today=TODAY)

    with pytest.raises(Conflict, match="promise 1 is closed: “send the deck” was kept, 2026-11-21"):
        one(desk, "1")
    with pytest.raises(NotFound, match="no open promise answers to “giulia”"):
        one(desk, "giulia")
    with pytest.raises(NotFound, match="no promise answers to “9”"):
        one(desk, "9")


def test_a_promise_dropped_by_another_program_without_a_day_is_closed_all_the_same(desk: Writer) -> None:
    desk.journal.promise_changes[1] = {"outcome": "dropped"}

    with pytest.raises(Conflict, match="was dropped"):
        one(desk, "1")


def test_one_side_can_be_listed_alone_and_one_person(desk: Writer) -> None:
    assert (listed(desk), listed(desk, sides=["mine"]), listed(desk, sides=["theirs"])) == ([1, 2], [1], [2])
    assert [each.id for each in promises(desk.journal, "bo", today=TODAY).promises] == [2]


def test_a_dossier_has_the_open_ones_and_counts_the_kept(desk: Writer) -> None:
    desk.appender.promise(NewPromise(1, "theirs", "a book", TODAY))
    desk.appender.promise(NewPromise(1, "mine", "a call", TODAY))
    promising.keep(records(desk), one(desk, "1"), TODAY, today=TODAY)

    own = promises_with(desk.journal, 1)

    assert [each.id for each in own["promises"]] == [4, 3]
    assert (own["promises_kept_by_me"], own["promises_kept_by_them"]) == (1, 0)


def test_the_morning_says_what_is_open_and_how_to_close_it(desk: Writer) -> None:
    rows = [LoopRow("promise", number, number, 0) for number in (1, 2)]

    assert told(desk.journal, rows, TODAY) == [
        Loop("promise", 1, "giulia", "Giulia Rossi", FRIDAY, "send the deck · since Fri 20 Nov", "netlog keep 1"),
        Loop("promised", 2, "bo", "Bo Lind", FRIDAY, "intro to Ada · was for Fri 20 Nov", "netlog keep 2"),
    ]


def test_a_promise_in_a_contact_is_one_for_each_of_the_people(desk: Writer) -> None:
    details = Details(promises=(("mine", "the book", MONDAY), ("theirs", "feedback", None)))

    draft = capture.draft(said(desk, "giulia and bo lunch yesterday"), details, today=TODAY)
    logged = capture.log(desk.appender, draft, clock=CLOCK)

    assert [(each.side, each.handle, each.text, each.entry) for each in logged.promises] == [
        ("mine", "giulia", "the book", 1),
        ("mine", "bo", "the book", 1),
        ("theirs", "giulia", "feedback", 1),
        ("theirs", "bo", "feedback", 1),
    ]
    assert {each.made_on for each in logged.promises} == {FRIDAY}
    words = "logged lunch with Giulia Rossi, Bo Lind, Fri 20 Nov 2026, with 4 promises"
    assert desk.appender.finished == [("log", words)]


def test_a_promise_in_a_contact_is_for_a_day_after_it(desk: Writer) -> None:
    details = Details(promises=(("mine", "the book", date(2026, 11, 19)),))

    with pytest.raises(UsageProblem, match="2026-11-19 lies before the day of the promise"):
        capture.draft(said(desk, "giulia lunch yesterday"), details, today=TODAY)
    assert capture.draft(said(desk, "giulia lunch 3 days ago"), details, today=TODAY).details == details
