"""jrnl's entries: whoever is named with an @ was met or noted, the rest is left out with a reason."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_journals import JRNL_TEXT, READING, how_sure, records, source, talks

from netlog.errors import FormatProblem
from netlog.formats.jrnl import JSON, TEXT
from netlog.interchange import Format, Mention, Rejected, Skipped


def entry(**values: object) -> dict[str, object]:
    usual = {"title": "Call with @niamh.", "body": "", "date": "2026-06-30", "time": "21:05", "tags": ["@niamh"]}
    return {**usual, "starred": False, **values}


def exported(*entries: object) -> str:
    return json.dumps({"tags": {"@niamh": 1}, "entries": list(entries)}, ensure_ascii=False)


def test_an_entry_of_the_text_names_people_and_says_what_it_was() -> None:
    lunch, called = talks(records(TEXT, JRNL_TEXT))

    assert lunch.people == (Mention("giulia rossi"), Mention("łukasz"))
    assert (lunch.on, lunch.kind, lunch.tags, lunch.where) == (date(2026, 6, 28), "lunch", ("starred",), "line 1")
    assert lunch.text.splitlines()[1:] == ["We spoke about pricing.", "[not a date] and so this is body."]
    assert (called.kind, called.people) == ("call", (Mention("niamh"),))


def test_an_entry_that_names_nobody_is_left_out() -> None:
    assert records(TEXT, JRNL_TEXT)[1] == Skipped("line 5", "names nobody")


def test_with_a_person_given_every_entry_is_about_that_person() -> None:
    rain = talks(records(TEXT, JRNL_TEXT, READING._replace(person="Giulia Rossi")))[1]

    assert (rain.kind, rain.people) == ("note", (Mention("Giulia Rossi"),))


def test_an_entry_of_the_export_is_read_in_the_same_way() -> None:
    found = records(JSON, exported(entry(starred=True, body="two hours", tags=["@niamh", "#house"]), entry(title="x")))

    assert found[1] == Skipped("entry 2", "names nobody")
    call = talks(found)[0]
    assert (call.kind, call.text, call.tags) == ("call", "Call with @niamh.\ntwo hours", ("starred", "house"))
    assert call.people == (Mention("niamh"),)


def test_a_uuid_is_the_key_and_equal_entries_without_one_are_known_apart() -> None:
    own, first, second = talks(records(JSON, exported(entry(uuid="ab-12"), entry(), entry())))

    assert own.key == "ab-12"
    assert first.key.startswith("2026-06-30 21:05|")
    assert second.key == f"{first.key}|2"


def test_mail_addresses_name_nobody() -> None:
    assert talks(records(JSON, exported(entry(title="wrote to bo@example.org")))) == []


def test_days_outside_the_bounds_are_left_out() -> None:
    reading = READING._replace(since=date(2026, 6, 29), until=date(2026, 7, 1))

    assert [talk.on for talk in talks(records(TEXT, JRNL_TEXT, reading))] == [date(2026, 6, 30)]


@pytest.mark.parametrize("broken", [{"date": "June"}, {"date": None}, {"date": 3}])
def test_an_entry_without_a_day_is_told_and_the_rest_goes_on(broken: dict[str, object]) -> None:
    found = records(JSON, exported(entry(**broken), entry()))

    assert found[0] == Rejected("entry 1", "no day")
    assert len(talks(found)) == 1


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("2026-06-28 18:22", "18:22"),
        ("2026-06-28 06:22 PM", "18:22"),
        ("28.06.2026 18:22", "18:22"),
        ("28/06/26 6:22 pm", "18:22"),
        ("06/28/2026 12:05 AM", "00:05"),
        ("2026/6/28, 18.22", "18:22"),
        ("Sunday, 28 June 2026 18:22", "18:22"),
        ("June 28, 2026 at 6:22 p.m.", "18:22"),
        ("28 czerwca 2026 18:22:09", "18:22"),
        ("28.06.2026", ""),
    ],
)
def test_a_time_format_of_the_users_own_is_read(stamp: str, time: str) -> None:
    (talk,) = talks(records(TEXT, f"[{stamp}] Coffee with @bo.\n"))

    assert talk.on == date(2026, 6, 28)
    assert talk.key.startswith(f"2026-06-28 {time}|")


def test_which_number_is_the_day_is_decided_over_the_whole_file() -> None:
    file = "[03/04/2026 10:00] Met @bo.\n\n[03/28/2026 10:00] Met @bo.\n"

    assert [talk.on for talk in talks(records(TEXT, file))] == [date(2026, 3, 4), date(2026, 3, 28)]


def test_dates_that_can_be_read_in_two_ways_are_asked_about() -> None:
    with pytest.raises(FormatProblem) as problem:
        records(TEXT, "[03/04/2026 10:00] Met @bo.\n")

    assert "--day-first" in problem.value.hint
    (talk,) = talks(records(TEXT, "[03/04/2026 10:00] Met @bo.\n", READING._replace(day_first=False)))
    assert talk.on == date(2026, 3, 4)


@pytest.mark.parametrize("data", ["", "{}", "[]", '{"entries": 3}', "[" * 100_000, '{"entries": [' + "9" * 5000])
def test_what_is_no_export_is_refused_in_one_line(data: str) -> None:
    for form in (JSON, TEXT):
        with pytest.raises(FormatProblem) as problem:
            records(form, data)
        assert "\n" not in problem.value.message


def test_each_form_is_recognised_and_not_the_other() -> None:
    both = [(how_sure(form, JRNL_TEXT), how_sure(form, exported(entry()))) for form in (TEXT, JSON)]

    assert both == [(85, 0), (0, 95)]
    assert how_sure(TEXT, "[1] a footnote\n") == 0
    assert how_sure(TEXT, "[28.06.2026 18:22] Coffee\n") > 50


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 250), st.sampled_from([JSON, TEXT]))
def test_no_bytes_are_too_strange(noise: bytes, at: int, form: Format) -> None:
    whole = (JRNL_TEXT if form is TEXT else exported(entry(), entry(uuid="x"))).encode()
    for data in (noise, whole[:at] + noise + whole[at:]):
        assert form.recognise
        assert form.recognise(source(data)) >= 0
        try:
            records(form, data)
        except FormatProblem:
            continue


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("2026-01-01"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(entry())), inner, max_size=4),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from([*entry(), "uuid"]), anything), max_size=3))
def test_no_values_are_too_strange(entries: list[dict[str, object]]) -> None:
    records(JSON, json.dumps({"entries": entries}))
