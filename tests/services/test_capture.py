"""From words to a contact, or to a note that waits."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.services.memory import CLOCK, TODAY, Writer

from netlog.domain.interactions import Direction
from netlog.domain.note import Note, read_note
from netlog.domain.people import Named
from netlog.domain.when import When
from netlog.domain.wording import brief
from netlog.errors import Ambiguous, NotFound, UnreadableDate, UsageProblem
from netlog.services import capture
from netlog.services.capture import NO_DETAILS, Details

GIULIA, TOM = Named(1, "giulia", "Giulia Rossi"), Named(2, "tom", "Tom Baker")
BLANK = Note(people=(), ambiguous=(), unknown=(), tags=(), kind=None, when=None, text="")
FRIDAY = date(2026, 11, 20)


@pytest.fixture
def two(writer: Writer) -> Writer:
    writer.add("Giulia Rossi")
    writer.add("Tom Baker")
    return writer


def note(**fields: object) -> Note:
    """A note about Giulia, but for the fields."""
    return Note(**{**BLANK._asdict(), "people": (GIULIA,), **fields})


def read(writer: Writer, words: str) -> Note:
    return read_note(words.split(), writer.journal, TODAY)


@pytest.mark.parametrize(
    ("said", "is_note", "kind"),
    [
        (note(), False, "touch"),
        (note(text="talked about boats"), False, "talk"),
        (note(text="a lunch", kind="lunch"), False, "lunch"),
        (note(), True, "note"),
        (note(text="has two kids"), True, "note"),
        (note(text="a lunch", kind="lunch"), True, "lunch"),
    ],
)
def test_the_kind_is_what_the_words_say_or_what_they_amount_to(said: Note, is_note: bool, kind: str) -> None:
    assert capture.draft(said, NO_DETAILS, today=TODAY, is_note=is_note).kind.slug == kind


def test_options_win_over_words_and_add_to_tags() -> None:
    details = Details(kind="sauna", direction=Direction.IN, on=When(FRIDAY, time(15)), tags=("sea", "boats"))

    draft = capture.draft(note(kind="lunch", tags=("boats",)), details, today=TODAY)

    assert (draft.kind.slug, draft.direction, draft.on, draft.at) == ("sauna", Direction.IN, FRIDAY, time(15))
    assert draft.tags == ("boats", "sea")


@pytest.mark.parametrize(
    ("said", "given", "settled"),
    [
        (None, None, TODAY),
        (When(FRIDAY, None), None, FRIDAY),
        (None, When(FRIDAY, None), FRIDAY),
        (When(FRIDAY, None), When(FRIDAY, time(9)), FRIDAY),
    ],
)
def test_the_day_is_the_one_said_or_given_or_today(said: When | None, given: When | None, settled: date) -> None:
    assert capture.draft(note(when=said), Details(on=given), today=TODAY).on == settled


@pytest.mark.parametrize(
    ("said", "details", "problem"),
    [
        (note(when=When(FRIDAY, None)), Details(on=When(TODAY, None)), UsageProblem),
        (note(when=When(date(1850, 1, 1), None)), NO_DETAILS, UnreadableDate),
        (note(), Details(on=When(date(2300, 1, 1), None)), UnreadableDate),
        (note(), Details(minutes=-1), UsageProblem),
        (note(), Details(minutes=10_081), UsageProblem),
        (note(text="x" * 1_000_001), NO_DETAILS, UsageProblem),
        (note(text="\x00"), NO_DETAILS, UsageProblem),
        (note(text="\ud800"), NO_DETAILS, UsageProblem),
    ],
)
def test_what_contradicts_itself_or_cannot_be_kept_is_refused(
    said: Note, details: Details, problem: type[UsageProblem]
) -> None:
    with pytest.raises(problem):
        capture.draft(said, details, today=TODAY)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (note(ambiguous=(("Anna", (GIULIA, TOM)),), unknown=("Zofia",)), Ambiguous),
        (note(unknown=("Zofia",)), NotFound),
        (BLANK, UsageProblem),
    ],
)
def test_what_is_not_settled_is_refused(said: Note, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        capture.refuse_unsettled(said)


def test_a_settled_note_is_not_refused() -> None:
    capture.refuse_unsettled(note())

    assert capture.is_settled(note())


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("gulia coffee", ("gulia",)), ("Zofia: hi", ("Zofia",)), ("coffee", ()), ("Lunch, late", ()), ("", ())],
)
def test_the_first_word_is_the_name_when_nobody_else_is_named(text: str, unknown: tuple[str, ...]) -> None:
    assert capture.with_first_word(BLANK._replace(text=text)).unknown == unknown


@pytest.mark.parametrize(
    "said", [note(text="gulia too"), BLANK._replace(unknown=("Zofia",), text="x"), BLANK._replace(text="kawa")]
)
def test_a_note_that_names_somebody_or_says_only_what_keeps_its_words(said: Note) -> None:
    assert capture.with_first_word(said) == said


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (BLANK, "nobody is named"),
        (BLANK._replace(unknown=("Zofia",)), "nobody answers to “Zofia”"),
        (BLANK._replace(ambiguous=(("A", (GIULIA, TOM)),)), "“A” could be giulia or tom"),
        (
            note(ambiguous=(("A", (GIULIA, TOM)),), unknown=("Zofia",)),
            "“A” could be giulia or tom · nobody answers to “Zofia”",
        ),
        (note(when=When(date(1850, 1, 1), None)), "1850-01-01 is out of range"),
    ],
)
def test_a_note_is_kept_with_the_reason_it_could_not_be_settled(two: Writer, said: Note, reason: str) -> None:
    assert not capture.is_settled(said)

    kept = capture.keep(two.appender, "as typed", said, clock=CLOCK)

    assert (kept.item, kept.text, kept.reason) == (1, "as typed", reason)
    assert two.appender.finished == [("note", "kept in the inbox: as typed")]


@pytest.mark.parametrize(
    ("when", "on"), [(None, TODAY), (When(FRIDAY, None), FRIDAY), (When(date(1850, 1, 1), None), TODAY)]
)
def test_a_kept_note_stays_on_the_day_it_is_about(two: Writer, when: When | None, on: date) -> None:
    capture.keep(two.appender, "hm", BLANK._replace(when=when), clock=CLOCK)

    assert two.journal.kept[0].on_day == on


def test_a_logged_contact_is_told_with_what_follows(two: Writer) -> None:
    draft = capture.draft(read(two, "giulia and tom: lunch yesterday"), NO_DETAILS, today=TODAY)

    logged = capture.log(two.appender, draft, clock=CLOCK)

    assert (logged.entry, logged.kind, logged.on, logged.worth) == (1, "lunch", FRIDAY, 1.0)
    assert [(person.handle, person.due_on) for person in logged.next] == [
        ("giulia", date(2027, 2, 18)),
        ("tom", date(2027, 2, 18)),
    ]
    assert two.appender.finished == [("log", "logged lunch with Giulia Rossi, Tom Baker, Fri 20 Nov 2026")]


@pytest.mark.parametrize(
    ("kind", "direction", "worth"),
    [("email", Direction.OUT, 0.3), ("email", Direction.IN, 0.4), ("email", None, 0.5), ("like", None, 0.1)],
)
def test_the_receipt_says_how_much_the_contact_counts(
    two: Writer, kind: str, direction: Direction | None, worth: float
) -> None:
    draft = capture.draft(note(), Details(kind=kind, direction=direction), today=TODAY)

    assert capture.log(two.appender, draft, clock=CLOCK).worth == worth


@pytest.mark.parametrize(
    ("details", "worth"),
    [
        (Details(kind="coffee"), 0.3),
        (Details(kind="coffee", minutes=0), 0.3),
        (Details(kind="email", direction=Direction.OUT), 0.48),
        (Details(kind="lunch"), 1.0),
        (Details(kind="coffee", counts=0.7), 0.7),
        (Details(kind="lunch", counts=0.0), 0.0),
    ],
)
def test_the_receipt_says_what_is_stored_by_the_settings_or_by_what_was_said(
    two: Writer, details: Details, worth: float
) -> None:
    draft = capture.draft(note(), details, today=TODAY)

    logged = capture.log(two.appender, draft, clock=CLOCK, worths={"coffee": 0.3, "email": 0.8})

    assert (logged.worth, two.journal.contacts[0].counts) == (worth, details.counts)


def test_what_a_kept_note_was_to_count_stands_in_its_reason(two: Writer) -> None:
    kept = capture.keep(two.appender, "hm", BLANK, clock=CLOCK, details=capture.NO_DETAILS._replace(counts=0.5))

    assert kept.reason == "nobody is named · it was to count 0.5"


def test_newcomers_are_added_within_the_same_operation(two: Writer) -> None:
    draft = capture.draft(note(kind="lunch"), NO_DETAILS, today=TODAY)

    logged = capture.log(two.appender, draft, clock=CLOCK, newcomers=("Zofia Nowak", "Zofia Lis"))

    assert [person.handle for person in logged.added] == ["zofia", "zofia-l"]
    assert [person.handle for person in logged.people] == ["giulia", "zofia", "zofia-l"]
    assert two.appender.finished == [("log", "logged lunch with Giulia Rossi, Zofia Nowak, Zofia Lis, Sat 21 Nov 2026")]


def test_a_note_about_somebody_is_told_as_one(two: Writer) -> None:
    draft = capture.draft(note(text="has a boat"), NO_DETAILS, today=TODAY, is_note=True)

    logged = capture.log(two.appender, draft, clock=CLOCK, command="note")

    assert logged.worth == 0
    assert two.appender.finished == [("note", "noted about Giulia Rossi, Sat 21 Nov 2026")]


@given(st.text(alphabet=" \n\tab…", max_size=300))
def test_a_brief_is_one_line_of_at_most_sixty_letters_that_the_text_begins_with(text: str) -> None:
    line = brief(text)

    whole = " ".join(text.split())
    assert len(line) <= 60
    assert line == whole or whole.startswith(line.removesuffix("…"))
