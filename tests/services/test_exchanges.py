"""Help written down, asked for and answered, and what the morning makes of it."""

from datetime import date, timedelta

import pytest
from tests.services.memory import CLOCK, TODAY, Writer

from netlog.domain.interactions import Direction, kind_named
from netlog.domain.people import Named
from netlog.domain.receipts import Flowed, Ref
from netlog.domain.views import Loop
from netlog.errors import Ambiguous, Conflict, NotFound, UsageProblem
from netlog.rows import LoopRow, NewExchange
from netlog.services import asks, capture, exchanges, morning
from netlog.services.capture import NO_DETAILS, Draft

YESTERDAY = TODAY - timedelta(1)


@pytest.fixture
def bo(writer: Writer) -> int:
    return writer.add("Bo Lind", tier="inner")


def flowed(writer: Writer, person: int, flow: str, text: str = "a book", *, ago: int = 0) -> int:
    return writer.appender.exchange(NewExchange(person, flow, text, TODAY - timedelta(ago)))


def test_an_exchange_is_told_with_its_day(writer: Writer, bo: int) -> None:
    named = Named(bo, "bo", "Bo Lind")

    done = exchanges.pass_on(writer.appender, named, "asked_by", "feedback", on=YESTERDAY, today=TODAY)

    assert writer.journal.exchanged == [NewExchange(bo, "asked_by", "feedback", YESTERDAY)]
    assert (done.command, done.words) == ("asked-by", "Bo Lind asked: feedback, Fri 20 Nov 2026")
    assert done.notes == ("open until answered: netlog answer 1",)


def test_help_is_not_written_down_for_a_day_ahead(writer: Writer, bo: int) -> None:
    with pytest.raises(UsageProblem, match="2026-11-22 lies ahead"):
        exchanges.pass_on(writer.appender, Named(bo, "bo", "Bo"), "gave", "x", on=TODAY + timedelta(1), today=TODAY)

    assert writer.journal.exchanged == []


@pytest.mark.parametrize("query", ["2", "#2", "bo", "Bo Lind"])
def test_the_only_open_ask_is_found_by_number_and_by_person(writer: Writer, bo: int, query: str) -> None:
    flowed(writer, bo, "asked")
    flowed(writer, bo, "asked_by", "feedback")

    assert exchanges.open_ask(writer.journal, query).text == "feedback"


@pytest.mark.parametrize("query", ["1", "3", "0", "9" * 30, "bo"])
def test_what_nobody_asked_cannot_be_answered(writer: Writer, bo: int, query: str) -> None:
    flowed(writer, bo, "asked")

    with pytest.raises(NotFound, match="no open ask answers to"):
        exchanges.open_ask(writer.journal, query)


def test_of_several_open_asks_each_is_named_with_its_number(writer: Writer, bo: int) -> None:
    flowed(writer, bo, "asked_by", "feedback")
    flowed(writer, bo, "asked_by", "x" * 60)

    with pytest.raises(Ambiguous, match=rf"1 \(feedback\) or 2 \({'x' * 39}…\)"):
        exchanges.open_ask(writer.journal, "bo")


def test_what_was_answered_is_not_answered_again(writer: Writer, bo: int) -> None:
    number = flowed(writer, bo, "asked_by")
    writer.journal.answered[number] = YESTERDAY

    with pytest.raises(Conflict, match="was answered on 2026-11-20"):
        exchanges.open_ask(writer.journal, "1")


@pytest.mark.parametrize(
    ("words", "is_given", "given"),
    [(None, False, []), (None, True, ["a book"]), ("a call", False, ["a call"]), ("a call", True, ["a call"])],
)
def test_an_answer_closes_the_ask_and_keeps_what_was_given(
    writer: Writer, bo: int, words: str | None, is_given: bool, given: list[str]
) -> None:
    flowed(writer, bo, "asked_by", ago=3)
    ask = exchanges.open_ask(writer.journal, "bo")

    exchanges.answer(writer.appender, ask, exchanges.Answer(words, is_given, YESTERDAY), today=TODAY)  # type: ignore[arg-type]

    assert writer.journal.answered == {1: YESTERDAY}
    assert [new.text for new in writer.journal.exchanged if new.flow == "gave"] == given


@pytest.mark.parametrize(
    ("on", "message"), [(TODAY - timedelta(4), "is before Bo Lind asked"), (date(2027, 1, 1), "ahead")]
)
def test_an_answer_comes_after_the_question_and_not_tomorrow(writer: Writer, bo: int, on: date, message: str) -> None:
    flowed(writer, bo, "asked_by", ago=3)
    ask = exchanges.open_ask(writer.journal, "bo")

    with pytest.raises(UsageProblem, match=message):
        exchanges.answer(writer.appender, ask, exchanges.Answer(None, False, on), today=TODAY)  # type: ignore[arg-type]


def test_the_list_is_newest_first_and_counts_each_way_that_was_taken(writer: Writer, bo: int) -> None:
    flowed(writer, bo, "got", "early", ago=9)
    flowed(writer, writer.add("Ada"), "gave", "late")

    everybody = exchanges.exchanges(writer.journal, None, today=TODAY)
    only_bo = exchanges.exchanges(writer.journal, "bo", today=TODAY)

    assert [each.text for each in everybody.exchanges] == ["late", "early"]
    assert (everybody.person, everybody.flows) == (None, (("gave", 1), ("got", 1)))
    assert (only_bo.person, only_bo.flows) == ("Bo Lind", (("got", 1),))


def test_a_log_line_writes_down_help_once_for_each_of_its_people(writer: Writer, bo: int) -> None:
    ada = writer.add("Ada")
    people = (Named(bo, "bo", "Bo Lind"), Named(ada, "ada", "Ada"))
    details = NO_DETAILS._replace(exchanges=(("gave", "a book"), ("asked_by", "a call")))
    draft = Draft(people, kind_named("coffee"), Direction.MUTUAL, YESTERDAY, None, "", (), details)

    logged = capture.log(writer.appender, draft, clock=CLOCK)

    assert {(new.person_id, new.flow) for new in writer.journal.exchanged} == {
        (bo, "gave"),
        (ada, "gave"),
        (bo, "asked_by"),
        (ada, "asked_by"),
    }
    assert {(new.on_day, new.interaction_id) for new in writer.journal.exchanged} == {(YESTERDAY, logged.entry)}
    assert logged.exchanges[0] == Flowed(1, "gave", Ref("bo", "Bo Lind"), "a book")


def test_an_open_ask_is_a_line_of_the_morning_with_what_closes_it(writer: Writer, bo: int) -> None:
    number = flowed(writer, bo, "asked_by", "feedback on the CV", ago=3)
    writer.journal.open.append(LoopRow("exchange", number, bo, TODAY.toordinal() - 2))

    (line,) = morning.due(writer.journal, today=TODAY, per_day=3).loops

    assert line == Loop(
        "ask", 1, "bo", "Bo Lind", TODAY - timedelta(3), "asked 3 days ago: feedback on the CV", "netlog answer 1"
    )


def test_a_check_in_after_two_asks_in_a_row_says_so(writer: Writer, bo: int) -> None:
    writer.log(bo, ago=60)
    flowed(writer, bo, "asked", ago=40)
    flowed(writer, bo, "asked", ago=20)

    (item,) = morning.due(writer.journal, today=TODAY, per_day=3).first

    assert item.tie.reason.endswith(" · the last two times you asked for something; is there something to give?")


@pytest.mark.parametrize("since", ["gave", "contact", "nothing but one ask"])
def test_a_check_in_after_anything_else_does_not(writer: Writer, bo: int, since: str) -> None:
    writer.log(bo, ago=60)
    flowed(writer, bo, "asked", ago=40)
    if since != "nothing but one ask":
        flowed(writer, bo, "asked", ago=30)
    if since == "gave":
        flowed(writer, bo, "gave", ago=20)
    if since == "contact":
        writer.log(bo, ago=20)

    assert asks.after_asking(writer.journal, [bo]) == {}
