"""friends.md both ways: every line comes in as what it says, and goes out as friends itself would write it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_journals import FRIENDS_MD, READING, cards, how_sure, records, talks, written

from netlog.errors import FormatProblem
from netlog.formats.friends_md import FORMAT
from netlog.interchange import Card, Mention, Rejected, Skipped, Talk

NAMES = ["Giulia Rossi", "Giulia", "Łukasz Żak", "Niamh O'Brien", "Anna Maria D'Angelo", "Bo Lind-Ø"]
PLACES = ["Torino", "New York City", "Łódź", "Zoom"]
WORDS = ["lunch", "call", "with", "Giulia", "about", "pricing,", "(soon)", "a:b", "met", "*", "it's", "café", "Torino"]
TAGS = ["food", "ask:people", "être-là", "2x"]

event_words = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(NAMES).map(lambda name: f"**{name}**"),
        st.sampled_from(PLACES).map(lambda place: f"_{place}_"),
        st.sampled_from(TAGS).map(lambda tag: f"@{tag}"),
    ),
    max_size=8,
).map(" ".join)
lines = st.tuples(event_words, st.sampled_from(NAMES), event_words).map(
    lambda parts: " ".join(filter(None, (parts[0], f"**{parts[1]}**", parts[2])))
)
days = st.dates(date(2001, 1, 1), date(2026, 11, 22))


@st.composite
def canonical_files(draw: st.DrawFn) -> str:
    """A file as friends leaves it: newest first, people and places by name, every place listed."""
    events = [sorted(draw(st.lists(days, max_size=5)), reverse=True) for _ in range(2)]
    told = [[f"- {on}: {draw(lines)}" for on in each] for each in events]
    homes = {name: draw(st.sampled_from([None, *PLACES])) for name in draw(st.sets(st.sampled_from(NAMES)))}
    friends = [f"- {name}" + (f" [{home}]" if home else "") for name, home in sorted(homes.items())]
    used = {place for place in PLACES if f"_{place}_" in str(told) or place in homes.values()}
    sections = (("Activities", told[0]), ("Notes", told[1]), ("Friends", friends))
    body = "\n".join("\n".join([f"### {title}:", *found, ""]) for title, found in sections)
    return body + "\n" + "\n".join(["### Locations:", *(f"- {place}" for place in sorted(used)), ""])


talk_lists = st.lists(
    st.builds(
        Talk,
        key=st.just(""),
        where=st.just(""),
        on=days,
        people=st.lists(st.sampled_from(NAMES[2:]), min_size=1, max_size=3, unique=True).map(
            lambda names: tuple(map(Mention, names))
        ),
        kind=st.sampled_from(["coffee", "call", "meeting", "party", "touch", "note"]),
        text=st.lists(st.sampled_from([*WORDS, *NAMES[2:], "ab\ncd"]), max_size=6).map(" ".join),
        place=st.sampled_from([None, *PLACES]),
        tags=st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
    ),
    max_size=6,
)


def test_a_friend_has_names_a_place_and_tags() -> None:
    giulia, niamh, lukasz = cards(records(FORMAT, FRIENDS_MD))

    assert (giulia.key, giulia.where, giulia.name) == ("name:giulia rossi", "line 10", "Giulia Rossi")
    assert (giulia.aliases, giulia.place, giulia.tags) == (("Giù", "La Rossi"), "Torino", ("science", "work"))
    assert (niamh.aliases, niamh.place, niamh.tags) == ((), None, ("family",))
    assert (lukasz.key, lukasz.place) == ("name:lukasz zak", "Kraków")


def test_people_come_before_the_days_with_them() -> None:
    found = records(FORMAT, FRIENDS_MD)

    assert [type(each) for each in found] == [Card] * 3 + [Skipped] * 3 + [Talk] * 4


def test_an_activity_keeps_its_words_without_the_marks() -> None:
    lunch = talks(records(FORMAT, FRIENDS_MD))[0]

    assert lunch.text == "Got lunch with Giulia Rossi and Łukasz Żak in Torino."
    assert lunch.people == (Mention("Giulia Rossi"), Mention("Łukasz Żak"))
    assert (lunch.on, lunch.kind, lunch.place, lunch.tags) == (date(2026, 11, 4), "lunch", "Torino", ("food",))


def test_what_netlog_put_in_front_of_the_words_is_read_back() -> None:
    _, call, pricing, house = talks(records(FORMAT, FRIENDS_MD))

    assert (call.kind, call.text, call.place) == ("call", "about her move to Cork (soon)", "Cork")
    assert (pricing.kind, pricing.text, pricing.tags) == (
        "meeting",
        "pricing, and who could help",
        ("work", "ask:people"),
    )
    assert (house.kind, house.text, house.place) == ("note", "Niamh O'Brien found a house", "Cork")


def test_marks_that_could_not_be_put_back_stay_in_the_words() -> None:
    line = "**Giulia** and Giulia went from _Torino_ to _Łódź_"

    assert talks(records(FORMAT, f"### Activities:\n- 2026-01-02: {line}\n"))[0].text == (
        "**Giulia** and Giulia went from Torino to _Łódź_"
    )


def test_equal_lines_on_one_day_are_known_apart() -> None:
    line = "- 2026-01-02: coffee with **Giulia**\n"
    first, second = talks(records(FORMAT, f"### Activities:\n{line}{line}"))

    assert second.key == f"{first.key}|2"


@pytest.mark.parametrize(
    ("line", "record"),
    [
        ("- 2026-02-30: met **Bo**", Rejected("line 2", "there is no day 2026-02-30")),
        ("met **Bo**", Rejected("line 2", "neither a day nor what happened on it")),
        ("- 2026-02-03: went running @sport", Skipped("line 2", "names nobody")),
    ],
)
def test_a_line_that_is_no_contact_is_told_and_the_rest_goes_on(line: str, record: object) -> None:
    found = records(FORMAT, f"### Activities:\n{line}\n- 2026-02-03: met **Bo**\n")

    assert found[0] == record
    assert len(talks(found)) == 1


def test_days_outside_the_bounds_are_left_out() -> None:
    found = records(FORMAT, FRIENDS_MD, READING._replace(since=date(2026, 10, 1), until=date(2026, 10, 31)))

    assert [talk.text for talk in talks(found)] == ["pricing, and who could help"]
    assert Skipped("line 2", "outside the days asked for") in found


def test_a_friend_that_cannot_be_read_is_told() -> None:
    assert records(FORMAT, "### Friends:\n- (nobody)\n") == [Rejected("line 2", "no friend is written like this")]


def test_windows_lines_blank_lines_and_old_files_without_notes_are_read() -> None:
    old = "\ufeff### Activities:\r\n\r\n- 2018-01-04: saw **Giulia**\r\n\r\n### Friends:\r\n\r\n- Giulia\r\n"

    assert [type(each) for each in records(FORMAT, old)] == [Card, Talk]


def test_a_file_without_the_headings_is_refused() -> None:
    with pytest.raises(FormatProblem, match="none of the headings"):
        records(FORMAT, "- 2018-01-04: saw **Giulia**\n")


def test_a_person_the_words_do_not_name_stands_in_front_of_them() -> None:
    talk = Talk("", "", date(2026, 11, 20), (Mention("Giulia Rossi", "giulia"),), "call", "pricing", place="Torino")

    assert "- 2026-11-20: call with **Giulia Rossi**: pricing (_Torino_)\n" in written(FORMAT, talk)


def test_a_handle_in_the_words_becomes_the_name() -> None:
    talk = Talk("", "", date(2026, 11, 20), (Mention("Giulia Rossi", "giulia"),), "coffee", "coffee with @giulia")

    assert "- 2026-11-20: coffee with **Giulia Rossi**\n" in written(FORMAT, talk)


def test_words_cannot_forge_a_line_a_friend_or_a_heading() -> None:
    text = "a\n### Friends:\n- **Mallory** b"
    talk = Talk("", "", date(2026, 11, 20), (Mention("Bo"),), "meeting", text)
    found = records(FORMAT, written(FORMAT, Card("", "", "Bo\n- Eve (x) [y] @z"), talk))

    assert [card.name for card in cards(found)] == ["Bo - Eve x y z"]
    assert talks(found)[0].people == (Mention("Bo"),)


def test_only_its_own_files_are_recognised() -> None:
    assert how_sure(FORMAT, FRIENDS_MD) > 90
    assert how_sure(FORMAT, "### Activities:\n") >= 80
    assert how_sure(FORMAT, "# Diary\n### Day\ntext") == 0


def test_a_made_file_comes_out_as_it_went_in() -> None:
    assert written(FORMAT, *records(FORMAT, FRIENDS_MD)) == FRIENDS_MD


@settings(deadline=None)
@given(canonical_files())
def test_any_file_friends_left_in_order_comes_out_as_it_went_in(file: str) -> None:
    assert written(FORMAT, *records(FORMAT, file)) == file


@settings(deadline=None)
@given(talk_lists)
def test_what_was_written_is_read_again_with_nothing_lost(held: list[Talk]) -> None:
    found = talks(records(FORMAT, written(FORMAT, *held)))

    def facts(talk: Talk) -> tuple[object, ...]:
        return talk.on, talk.kind, {each.name for each in talk.people}, talk.place, set(talk.tags)

    key = str
    assert sorted(map(facts, found), key=key) == sorted(map(facts, held), key=key)


@settings(deadline=None)
@given(talk_lists)
def test_writing_what_was_read_changes_nothing_more(held: list[Talk]) -> None:
    once = written(FORMAT, *held)

    assert written(FORMAT, *records(FORMAT, once)) == once


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 700))
def test_no_bytes_are_too_strange(noise: bytes, at: int) -> None:
    whole = FRIENDS_MD.encode()
    for data in (noise, b"### Activities:\n- 2026-01-01: **" + noise, whole[:at] + noise + whole[at:]):
        try:
            found = records(FORMAT, data)
        except FormatProblem:
            continue
        written(FORMAT, *found)


def test_a_long_file_streams() -> None:
    day = date(2026, 1, 1)
    file = "### Activities:\n" + "".join(f"- {day - timedelta(at)}: saw **Bo {at}**\n" for at in range(2000))

    assert len(talks(records(FORMAT, file))) == 2000
