"""Where one tie stands, in a word and in a line of arithmetic."""

from datetime import date, timedelta

import pytest
from tests.services.memory import TODAY, Writer

from netlog.rows import LastWord
from netlog.services.ties import Context, next_check_in, state, tie_state

DAY = TODAY.toordinal()


def told(writer: Writer, person: int, *, section: str = "") -> tuple[str, str]:
    """(state, reason) as a screen shows them."""
    last = writer.journal.last_words([person]).get(person, LastWord(None, None, None, ""))
    context = Context(last, writer.journal.person(person))
    made = tie_state(writer.journal.tie(person), TODAY, context, section=section)
    return made.state, made.reason


@pytest.mark.parametrize(
    ("ago", "state", "reason"),
    [
        (0, "warm", "a coffee today · next check-in in 30 days"),
        (10, "warm", "10 days since a coffee · next check-in in 20 days"),
        (25, "soon", "due in 5 days · you aim for every 30 days (close)"),
        (30, "due", "30 days since a coffee · you aim for every 30 days (close) · 1.0x"),
        (59, "due", "59 days since a coffee · you aim for every 30 days (close) · 2.0x"),
        (
            75,
            "due",
            "75 days since a coffee · you aim for every 30 days (close) · 2.5x"
            " · a call or a meeting may do more than a message",
        ),
        (
            91,
            "due",
            "91 days since a coffee · you aim for every 30 days (close) · 3.0x"
            " · people are often gladder to hear from you than you expect",
        ),
    ],
)
def test_a_tie_goes_from_warm_to_due(writer: Writer, ago: int, state: str, reason: str) -> None:
    person = writer.add("Giulia Rossi", tier="close")
    writer.log(person, ago=ago)

    assert told(writer, person) == (state, reason)


@pytest.mark.parametrize(
    ("field", "state", "reason"),
    [
        ("snoozed_until", "snoozed", "snoozed"),
        ("paused_on", "paused", "paused: resume brings the check-ins back"),
        ("ended_on", "let go", "let go: kept in the journal, never suggested"),
    ],
)
def test_what_hides_a_tie_is_its_state(writer: Writer, field: str, state: str, reason: str) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    writer.journal.change(person, **{field: TODAY + timedelta(3)})

    assert told(writer, person) == (state, reason)


def test_a_tie_never_nudged_says_so(writer: Writer) -> None:
    assert told(writer, writer.add("Quiet One", tier="none")) == ("none", "tier none: never suggested")


def test_a_tie_that_does_not_answer_rests(writer: Writer) -> None:
    person = writer.add("Tom Baker", tier="inner")
    for ago in (30, 20, 10):
        writer.log(person, ago=ago, kind="message", direction="out")

    assert told(writer, person) == ("resting", "three messages without an answer: resting until they write")


def test_a_tie_far_off_its_rhythm_says_that_it_fades(writer: Writer) -> None:
    person = writer.add("Dora Diaz", tier="inner")
    for ago in range(60, 90, 3):
        writer.log(person, ago=ago, kind="call")

    assert told(writer, person) == (
        "fading",
        "60 days since a call · 15x the usual gap · most such ties do not resume on their own",
    )


def test_a_dormant_tie_is_worth_waking(writer: Writer) -> None:
    person = writer.add("Sue Sleeping", tier="close")
    writer.log(person, ago=1500)

    state, reason = told(writer, person)

    assert (state, reason.split(" · ")[0]) == ("dormant", "4 years since a coffee")


@pytest.mark.parametrize(
    ("contacts", "reason"),
    [((), "met 20 days ago · first follow-up"), ((16,), "new tie, contact 2 · 16 days since a coffee")],
)
def test_a_new_tie_is_on_the_ladder(writer: Writer, contacts: tuple[int, ...], reason: str) -> None:
    person = writer.add("Nina New", since_on=TODAY - timedelta(20), is_fresh=True)
    for ago in contacts:
        writer.log(person, ago=ago)

    assert told(writer, person) == ("due", reason)


@pytest.mark.parametrize(
    ("birthday", "reason"),
    [
        ("1986-11-21", "birthday today · turns 40"),
        ("--11-22", "birthday tomorrow"),
        ("2026-11-25", "birthday in 4 days"),
    ],
)
def test_a_birthday_is_its_own_reason(writer: Writer, birthday: str, reason: str) -> None:
    person = writer.add("Giulia Rossi", tier="close", birthday=birthday)

    assert told(writer, person, section="birthday")[1] == reason


@pytest.mark.parametrize(("kind", "direction"), [("message", "out"), ("message", "in")])
def test_waiting_and_owing_are_reasons_only_where_they_are_so(writer: Writer, kind: str, direction: str) -> None:
    person = writer.add("Tom Baker", every_days=3650)
    writer.log(person, ago=8, kind=kind, direction=direction)
    right, wrong = ("awaiting", "reply") if direction == "out" else ("reply", "awaiting")

    assert "wrote 8 days ago" in told(writer, person, section=right)[1]
    assert "wrote 8 days ago" not in told(writer, person, section=wrong)[1]


@pytest.mark.parametrize(
    ("full_ago", "reason"),
    [
        (None, "a like 5 days ago counts 10% · no full contact yet · you aim for every 7 days (inner) · 1.6x"),
        (20, "a like 5 days ago counts 10% · 20 days since a full contact · you aim for every 7 days (inner) · 1.6x"),
    ],
)
def test_a_sign_of_life_that_counts_for_little_is_told_as_that(
    writer: Writer, full_ago: int | None, reason: str
) -> None:
    person = writer.add("Eli Novak", tier="inner")
    writer.log(person, ago=5, kind="like")
    if full_ago:
        writer.log(person, ago=full_ago)

    assert told(writer, person)[1] == reason


def test_a_silence_far_off_the_rhythm_is_told_by_its_last_full_contact(writer: Writer) -> None:
    person = writer.add("Dora Lis", tier="inner")
    for ago in (90, 92, 94, 96, 98):
        writer.log(person, ago=ago)
    writer.log(person, ago=10, kind="like")

    assert told(writer, person)[1].startswith("3 months since a contact · 2")


def test_the_next_check_in_is_the_later_of_due_and_shown_again(writer: Writer) -> None:
    person = writer.add("Giulia Rossi", tier="inner")
    writer.log(person)
    assert next_check_in(writer.journal.tie(person)) == date(2026, 11, 28)

    writer.journal.change(person, snoozed_until=date(2026, 12, 24))
    assert next_check_in(writer.journal.tie(person)) == date(2026, 12, 24)

    writer.journal.change(person, paused_on=TODAY)
    assert next_check_in(writer.journal.tie(person)) is None


def test_numbers_are_rounded_and_unknown_ones_are_none(writer: Writer) -> None:
    never = tie_state(writer.journal.tie(writer.add("Quiet One", tier="none")), TODAY)
    person = writer.add("Giulia Rossi", tier="inner")
    writer.log(person, ago=1)
    made = tie_state(writer.journal.tie(person), TODAY)

    assert (never.due_on, never.overdue_ratio, never.warmth, never.priority) == (None, None, None, 0.0)
    assert (made.overdue_ratio, made.warmth, made.rhythm_days) == (0.1429, 0.9057, None)


def test_let_go_comes_before_every_other_state(writer: Writer) -> None:
    person = writer.add("Quiet One", tier="none")
    writer.journal.change(person, paused_on=TODAY)
    assert state(writer.journal.tie(person), DAY) == "paused"

    writer.journal.change(person, ended_on=TODAY)

    assert state(writer.journal.tie(person), DAY) == "let go"
