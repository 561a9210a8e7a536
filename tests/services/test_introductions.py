"""Who is asked first, and what a pair may not be."""

from datetime import date, timedelta

import pytest
from tests.services.memory import TODAY, Writer

from netlog.domain.people import Named
from netlog.domain.receipts import Changed
from netlog.errors import Conflict, UsageProblem
from netlog.rows import LoopRow, NewIntroduction
from netlog.services.introduced import nudges, of_person
from netlog.services.introductions import introduce, introductions


@pytest.fixture
def pair(writer: Writer) -> tuple[Named, Named]:
    writer.add("Giulia Rossi")
    writer.add("Bo Chen")
    giulia, bo = writer.journal.named()
    return giulia, bo


def begun(writer: Writer, pair: tuple[Named, Named], *, first: Named | None = None) -> Changed:
    return introduce(writer.appender, *pair, "both rebuild their pricing", first=first, today=TODAY)


def asked_first(writer: Writer) -> str:
    return writer.journal.introductions()[-1].name


def test_as_busy_as_each_other_the_first_named_is_asked_first(writer: Writer, pair: tuple[Named, Named]) -> None:
    changed = begun(writer, pair)

    assert changed.words == "will introduce Giulia Rossi to Bo Chen (introduction 1)"
    assert changed.notes == ("next: ask Giulia first whether it is welcome · then netlog intro next 1",)
    assert writer.appender.finished == [("intro", changed.words)]


def test_more_contacts_in_the_last_year_are_asked_first(writer: Writer, pair: tuple[Named, Named]) -> None:
    for ago in (0, 3, 364):
        writer.log(2, ago=ago)
    for ago in (1, 365, 400, 500, 600):
        writer.log(1, ago=ago)

    assert "(3 contacts in the last year, against 1)" in begun(writer, pair).notes[0]
    assert asked_first(writer) == "Bo Chen"


def test_of_as_many_contacts_the_stricter_cadence_is_asked_first(writer: Writer, pair: tuple[Named, Named]) -> None:
    writer.journal.change(2, tier="close")

    assert "(a check-in every 30 days)" in begun(writer, pair).notes[0]
    assert asked_first(writer) == "Bo Chen"


def test_the_user_may_say_who_is_asked_first(writer: Writer, pair: tuple[Named, Named]) -> None:
    changed = begun(writer, pair, first=pair[1])

    assert changed.words == "will introduce Bo Chen to Giulia Rossi (introduction 1)"
    assert changed.notes == ("next: ask Bo first whether it is welcome · then netlog intro next 1",)


def test_nobody_is_introduced_to_themselves(writer: Writer, pair: tuple[Named, Named]) -> None:
    with pytest.raises(UsageProblem, match="knows Giulia Rossi already"):
        begun(writer, (pair[0], pair[0]))
    assert not writer.journal.introduced


def test_only_one_of_the_two_can_be_asked_first(writer: Writer, pair: tuple[Named, Named]) -> None:
    writer.add("Ada Nowak")

    with pytest.raises(UsageProblem, match="Ada Nowak is not one of the two"):
        begun(writer, pair, first=writer.journal.named()[2])


def test_a_pair_has_one_open_introduction_whichever_way_round(writer: Writer, pair: tuple[Named, Named]) -> None:
    begun(writer, pair)

    with pytest.raises(Conflict, match="number 1"):
        begun(writer, (pair[1], pair[0]))


def test_a_closed_one_stands_in_nobodys_way(writer: Writer, pair: tuple[Named, Named]) -> None:
    writer.appender.introduction(NewIntroduction(1, 2, "books", "declined", TODAY))
    begun(writer, pair)

    open_ones = introductions(writer.journal, today=TODAY)
    assert ([line.id for line in open_ones.introductions], open_ones.closed) == ([2], 1)
    everything = introductions(writer.journal, today=TODAY, is_all=True)
    assert ([line.id for line in everything.introductions], everything.closed) == ([1, 2], 0)


def test_either_side_sees_the_other(writer: Writer, pair: tuple[Named, Named]) -> None:
    begun(writer, pair)

    seen = [of_person(writer.journal, named.id, today=TODAY)[0].name for named in pair]
    assert seen == ["Bo Chen", "Giulia Rossi"]


def test_a_line_of_the_morning_tells_how_to_move_on(writer: Writer, pair: tuple[Named, Named]) -> None:
    writer.appender.introduction(NewIntroduction(1, 2, "books", "made", TODAY - timedelta(10)))

    (line,) = nudges(writer.journal, [LoopRow("introduction", 1, 1, date.min.toordinal())], TODAY)
    assert (line.sort, line.handle, line.on) == ("introduction", "giulia", TODAY - timedelta(10))
    assert line.words == "to Bo Chen · made 10 days ago · hear how it went"
    assert line.how == 'netlog intro next 1 "how it went"'
