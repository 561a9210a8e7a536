"""The morning: firm reasons first, then check-ins by relative lateness, and an honest count of the rest."""

from datetime import date, timedelta

import pytest
from tests.services.memory import TODAY, Writer

from netlog.domain.scheduler import slots
from netlog.domain.views import Morning, Paused
from netlog.rows import PauseRow
from netlog.services import morning


def due(writer: Writer, *, per_day: float = 3) -> Morning:
    return morning.due(writer.journal, today=TODAY, per_day=per_day)


def lines(view: Morning) -> list[tuple[str, str]]:
    """(section, handle) of everything listed."""
    extra = [view.reconnect] if view.reconnect else []
    return [(item.section, item.tie.handle) for item in [*view.first, *view.if_time, *extra]]


def overdue(writer: Writer, name: str, *, days: int, tier: str = "inner", **fields: object) -> int:
    """Somebody silent for so many days."""
    person = writer.add(name, tier=tier, **fields)
    writer.log(person, ago=days)
    return person


def test_an_empty_journal_has_an_empty_morning(writer: Writer) -> None:
    assert due(writer) == Morning(TODAY, 3, (), (), None, rest=0, people=0)


def test_lateness_is_relative_and_ties_are_broken_by_number(writer: Writer) -> None:
    overdue(writer, "Yearly Yan", days=395, tier="wide")
    overdue(writer, "Weekly Wim", days=12)
    overdue(writer, "Weekly Zoe", days=12)

    assert [handle for _, handle in lines(due(writer))] == ["weekly", "weekly", "yearly"]
    assert [item.tie.name for item in due(writer).first][:2] == ["Weekly Wim", "Weekly Zoe"]


def test_the_budget_parts_today_from_if_time_and_counts_the_rest(writer: Writer) -> None:
    for number in range(9):
        overdue(writer, f"P{number} Test", days=20 + number)

    view = due(writer, per_day=2)

    assert [handle for _, handle in lines(view)] == ["p8", "p7", "p6", "p5"]
    assert (len(view.first), len(view.if_time), view.rest, view.people) == (2, 2, 5, 9)


def test_reasons_with_a_day_of_their_own_come_first_one_for_each_person(writer: Writer) -> None:
    overdue(writer, "Late Lou", days=100)
    both = overdue(writer, "Both Bob", days=100, birthday=f"1986-{TODAY:%m-%d}")
    writer.log(both, ago=3, kind="email", direction="in")
    asked = writer.add("Asked Ada")
    writer.log(asked, ago=8, kind="email", direction="out")

    assert lines(due(writer)) == [("awaiting", "asked"), ("birthday", "both"), ("overdue", "late")]


def test_a_promised_answer_is_owed_from_the_second_day(writer: Writer) -> None:
    person = writer.add("Gil Grey", every_days=3650)
    writer.log(person, ago=3, kind="message", direction="in")

    assert [item.tie.reason for item in due(writer).first] == ["wrote 3 days ago · no reply logged yet"]


def test_somebody_new_is_followed_up_with_where_you_met(writer: Writer) -> None:
    writer.add("New Nina", since_on=TODAY - timedelta(2), is_fresh=True, met="a train")

    item = due(writer).first[0]

    assert (item.section, item.tie.reason) == ("follow-up", "met 2 days ago at a train · first follow-up")


def test_new_people_take_at_most_half_of_the_room(writer: Writer) -> None:
    for number in range(8):
        writer.add(f"New{number} Nina", since_on=TODAY - timedelta(2), is_fresh=True)
        overdue(writer, f"Old{number} Olga", days=30)

    sections = [section for section, _ in lines(due(writer))]

    assert (sections.count("follow-up"), sections.count("overdue")) == (3, 3)
    assert due(writer).rest == 10


def test_the_last_topic_stands_beside_the_name(writer: Writer) -> None:
    person = writer.add("Tess Topic", tier="inner")
    writer.log(person, ago=9, kind="call", text="her new boat")

    item = due(writer).first[0]

    assert (item.last_kind, item.last_on, item.topic) == ("call", TODAY - timedelta(9), "her new boat")


def test_room_that_is_left_is_filled_with_those_nearly_due_and_they_are_not_the_rest(writer: Writer) -> None:
    overdue(writer, "Nearly Ned", days=25, tier="close")

    view = due(writer)

    assert [(item.section, item.tie.reason) for item in view.first] == [
        ("fill", "due in 5 days · you aim for every 30 days (close)")
    ]
    assert view.rest == 0


def test_somebody_off_the_usual_rhythm_fills_the_list_with_that_reason(writer: Writer) -> None:
    person = writer.add("Regular Rob", tier="active")
    for ago in (40, 43, 46, 49, 52, 55):
        writer.log(person, ago=ago)

    item = due(writer).first[0]

    reason = "usually every 36 days (6 times) · 40 days now · target 90 not reached yet"
    assert (item.section, item.tie.reason) == ("fill", reason)


def test_one_sleeping_tie_is_offered_on_a_monday(writer: Writer) -> None:
    overdue(writer, "Sleeping Sue", days=1500, tier="close")
    monday = TODAY + timedelta(2)

    view = morning.due(writer.journal, today=monday, per_day=3)

    assert lines(view) == [("reconnect", "sleeping")]
    assert lines(due(writer)) == []


def test_the_agenda_has_everybody_until_a_day_and_says_who_is_only_coming(writer: Writer) -> None:
    overdue(writer, "Late Lou", days=9)
    overdue(writer, "Soon Sam", days=5)
    overdue(writer, "Far Fay", days=5, tier="wide")

    view = morning.agenda(writer.journal, today=TODAY, until=TODAY + timedelta(7), limit=10)

    assert lines(view) == [("overdue", "late"), ("coming", "soon")]
    assert view.first[1].tie.reason == "5 days since a coffee · next check-in in 2 days"


def test_the_agenda_cut_short_counts_what_is_left(writer: Writer) -> None:
    for number in range(5):
        overdue(writer, f"P{number} Test", days=20 + number, birthday="11-21" if number == 0 else None)

    view = morning.agenda(writer.journal, today=TODAY, until=TODAY, limit=2)

    assert lines(view) == [("birthday", "p0"), ("overdue", "p4")]
    assert view.rest == 3


def test_somebody_hidden_is_on_no_list(writer: Writer) -> None:
    for number, field in enumerate(("paused_on", "ended_on", "snoozed_until"), start=1):
        overdue(writer, f"H{number} Hidden", days=50)
        writer.journal.change(number, **{field: date(2026, 12, 24)})

    assert lines(due(writer)) == []
    assert lines(morning.agenda(writer.journal, today=TODAY, until=TODAY, limit=9)) == []


@pytest.mark.parametrize("until", [None, TODAY + timedelta(1)])
def test_a_pause_of_everybody_keeps_birthdays_and_replies_owed_and_counts_the_others(
    writer: Writer, until: date | None
) -> None:
    overdue(writer, "Late Lou", days=100)
    overdue(writer, "Both Bob", days=100, birthday=f"1986-{TODAY:%m-%d}")
    wrote, asked = writer.add("Gil Grey"), writer.add("Asked Ada")
    writer.log(wrote, ago=3, kind="message", direction="in")
    writer.log(asked, ago=8, kind="email", direction="out")
    writer.journal.pauses.append(PauseRow(TODAY, until))

    for view in (due(writer), morning.agenda(writer.journal, today=TODAY, until=TODAY, limit=9)):
        assert sorted(lines(view)) == [("birthday", "both"), ("reply", "gil")]
        assert (view.pause, view.rest) == (Paused(TODAY, until, held=2), 0)


@pytest.mark.parametrize(("since", "until"), [(1, None), (-9, 0), (-9, -1)])
def test_a_pause_ahead_or_over_holds_nothing_back(writer: Writer, since: int, until: int | None) -> None:
    overdue(writer, "Late Lou", days=100)
    end = None if until is None else TODAY + timedelta(until)
    writer.journal.pauses.append(PauseRow(TODAY + timedelta(since), end))

    assert (lines(due(writer)), due(writer).pause) == ([("overdue", "late")], None)


@pytest.mark.parametrize("per_day", [0.5, 1, 3])
def test_the_morning_after_a_pause_has_no_more_room_than_any_other(writer: Writer, per_day: float) -> None:
    for number in range(20):
        overdue(writer, f"P{number} Test", days=60 + number)
    writer.journal.pauses.append(PauseRow(TODAY - timedelta(50), TODAY))

    assert len(lines(due(writer, per_day=per_day))) == slots(per_day)
