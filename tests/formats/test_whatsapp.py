"""Chats of WhatsApp: days and counts in every dialect, never a word of what was written."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_journals import ANDROID_CHAT, JRNL_TEXT, READING, how_sure, records, source, talks

from netlog.errors import FormatProblem
from netlog.formats.jrnl import TEXT
from netlog.formats.whatsapp import FORMAT
from netlog.formats.whatsapp_chat import chat_name
from netlog.interchange import Mention, Reading, Rejected, Skipped, Talk

MARCO = "WhatsApp Chat with Marco D'Angelo.txt"
ME = READING._replace(me=("Zofia Nowak",))
GROUP = """\
[20.11.26, 10:00:00] Bieg: \u200eMessages and calls are end-to-end encrypted.
[20.11.26, 10:00:01] Bieg: \u200eZofia created this group
[20.11.26, 10:01:00] Zofia Nowak: hej
[20.11.26, 10:02:00] ~\u00a0Łukasz: hej
[21.11.26, 08:00:00] \u200e+48 600 100 200: \u200e<attached: 1.jpg>
[21.11.26, 08:01:00] +48 600 100 200: ok
"""


def chat(data: str, name: str = MARCO, reading: Reading = ME) -> list[Talk]:
    return talks(records(FORMAT, data, reading, name=name))


def test_a_day_of_a_chat_is_one_contact_without_its_words() -> None:
    first, second = chat(ANDROID_CHAT)

    assert (first.key, first.where, first.on) == ("Marco D'Angelo|2026-03-12", "line 2", date(2026, 3, 12))
    assert (first.people, first.kind, first.text) == ((Mention("Marco D'Angelo"),), "message", "WhatsApp, 2 messages")
    assert (second.text, second.direction, first.direction) == ("WhatsApp, 1 message", "in", "out")
    assert "buongiorno" not in str((first, second))


def test_the_name_of_the_file_tells_who_i_am() -> None:
    assert chat(ANDROID_CHAT, reading=READING) == chat(ANDROID_CHAT)


def test_a_day_on_which_only_i_wrote_is_with_the_other_one() -> None:
    (talk,) = chat("20.11.26, 10:00 - Zofia Nowak: hej\n", reading=READING)

    assert (talk.people, talk.direction) == ((Mention("Marco D'Angelo"),), "out")


def test_where_nothing_tells_who_i_am_the_user_is_asked() -> None:
    with pytest.raises(FormatProblem) as problem:
        chat(ANDROID_CHAT, "_chat.txt", READING)

    assert "--person" in problem.value.hint
    first, _ = chat(ANDROID_CHAT, "_chat.txt", READING._replace(person="marco d'angelo"))
    assert (first.people, first.direction) == ((Mention("marco d'angelo"),), "out")


def test_a_nickname_given_for_the_other_one_leaves_open_who_began() -> None:
    first, _ = chat(ANDROID_CHAT, "_chat.txt", READING._replace(person="marco"))

    assert (first.people, first.direction) == ((Mention("marco"),), "mutual")


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("WhatsApp Chat with Anna Bell.txt", "Anna Bell"),
        ("Chat WhatsApp con Nicolò (2).txt", "Nicolò"),
        ("Czat WhatsApp z Żaneta.txt", "Żaneta"),
        ("Czat WhatsApp z użytkownikiem Żaneta.txt", "Żaneta"),
        ("in/WhatsApp Chat - Anna Bell/_chat.txt", "Anna Bell"),
        ("WhatsApp Chat - Anna Bell.zip/_chat.txt", "Anna Bell"),
        ("_chat.txt", ""),
        ("export", ""),
    ],
)
def test_a_chat_is_called_as_its_file_or_folder_says(name: str, called: str) -> None:
    assert chat_name(name) == called


@pytest.mark.parametrize(
    "head",
    [
        "22/09/2026, 09:15 - ",
        "22/09/26, 9:15 p.m. - ",
        "22/09/26, 9:15\u202fPM - ",
        "22/9/2026, 11:25 a. m. - ",
        "9/22/26, 09:15 - ",
        "[9/22/26, 10:17:02\u202fAM] ",
        "[22.09.26, 10:00:00] ",
        "\u200e[22.09.26, 10:00:00] ",
        "[22/09/26 11:25] ",
        "22-09-2026 11:25 - ",
        "2026-09-22, 11.25 - ",
        "2026. 09. 22. 11:25 - ",
        "2026/9/22, 下午6:22 - ",
        "22/09/2026, 11:25: ",
        "\ufeff22/09/2026 at 11:25 - ",
    ],
)
def test_every_dialect_of_a_line_is_read(head: str) -> None:
    (talk,) = chat(f"{head}Marco D'Angelo: ciao: tu?\nand 1/2/3 more\n")

    assert (talk.on, talk.text, talk.people) == (date(2026, 9, 22), "WhatsApp, 1 message", (Mention("Marco D'Angelo"),))


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["13/03/2026", "01/04/2026"], [date(2026, 3, 13), date(2026, 4, 1)]),
        (["03/13/2026", "04/01/2026"], [date(2026, 3, 13), date(2026, 4, 1)]),
        (["01/02/2026", "02/02/2026", "01/03/2026"], [date(2026, 2, 1), date(2026, 2, 2), date(2026, 3, 1)]),
        (["01/02/2026", "02/02/2026", "03/01/2026"], [date(2026, 1, 2), date(2026, 2, 2), date(2026, 3, 1)]),
        (["03/12/2026"], [date(2026, 3, 12)]),
        (["05/05/2026"], [date(2026, 5, 5)]),
    ],
)
def test_the_whole_file_tells_which_number_is_the_day(dates: list[str], days: list[date]) -> None:
    found = chat("".join(f"{on}, 09:15 - Marco D'Angelo: ciao\n" for on in dates))

    assert [talk.on for talk in found] == days


@pytest.mark.parametrize(("day_first", "on"), [(True, date(2026, 4, 3)), (False, date(2026, 3, 4))])
def test_dates_that_can_be_read_in_two_ways_are_asked_about(day_first: bool, on: date) -> None:
    line = "03/04/2026, 09:15 - Marco D'Angelo: ciao\n"
    with pytest.raises(FormatProblem) as problem:
        chat(line)

    assert problem.value.hint == "say which with --day-first or --month-first"
    assert [talk.on for talk in chat(line, reading=ME._replace(day_first=day_first))] == [on]


def test_everybody_who_wrote_in_a_group_that_day_met() -> None:
    first, second = chat(GROUP, "WhatsApp Chat - Bieg/_chat.txt")

    assert (first.people, first.kind, first.text) == ((Mention("Łukasz"),), "group", "WhatsApp Bieg, 2 messages")
    assert (second.people, second.text) == ((Mention(address="+48 600 100 200"),), "WhatsApp Bieg, 2 messages")
    assert (first.direction, second.direction) == ("out", "in")


def test_of_a_group_one_person_can_be_taken_in() -> None:
    found = records(FORMAT, GROUP, ME._replace(person="łukasz"), name="WhatsApp Chat - Bieg/_chat.txt")

    (talk,) = talks(found)
    assert (talk.people, talk.kind, talk.text) == ((Mention("łukasz"),), "message", "WhatsApp Bieg, 1 message")
    assert found[1] == Skipped("line 5", "a day on which the person did not write")


def test_a_chat_with_only_my_own_words_and_no_name_is_refused() -> None:
    with pytest.raises(FormatProblem, match="nobody but you"):
        chat("20.11.26, 10:00 - Zofia Nowak: hej\n", "_chat.txt")


def test_a_group_that_does_not_tell_who_i_am_is_refused() -> None:
    with pytest.raises(FormatProblem, match="one of them is you"):
        chat(GROUP, "WhatsApp Chat - Bieg/_chat.txt", READING)


def test_what_whatsapp_says_itself_is_no_message() -> None:
    lines = "[20.11.26, 10:00:00] Marco D'Angelo: \u200eMessages and calls are end-to-end encrypted.\n"
    lines += '[20.11.26, 10:00:00] Zofia changed the name to "a: b"\n[21.11.26, 10:00:00] Marco D\'Angelo: ciao\n'

    assert [talk.on for talk in chat(lines)] == [date(2026, 11, 21)]


def test_a_day_that_does_not_exist_is_told_and_days_outside_the_bounds_are_left_out() -> None:
    found = records(
        FORMAT, ANDROID_CHAT + "31/02/2026, 10:00 - Marco D'Angelo: x\n", ME._replace(since=date(2026, 3, 13))
    )

    assert found[0] == Rejected("line 6", "no such day")
    assert found[1] == Skipped("line 2", "outside the days asked for")
    assert len(talks(found)) == 1


def test_a_chat_is_recognised_by_its_lines_and_surer_by_its_name() -> None:
    bracketed = "[01/01/19 11:25] John Doe: text\n"

    assert (how_sure(FORMAT, ANDROID_CHAT), how_sure(FORMAT, ANDROID_CHAT, MARCO)) == (80, 95)
    assert how_sure(FORMAT, bracketed) > how_sure(TEXT, bracketed)
    assert how_sure(TEXT, JRNL_TEXT) > how_sure(FORMAT, JRNL_TEXT)
    assert how_sure(FORMAT, "Dear diary\n12/03/2026, 09:15 - Bo: x\n") == 0


def test_a_file_without_messages_is_refused() -> None:
    with pytest.raises(FormatProblem, match="no message of WhatsApp"):
        chat("hello\n")


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400), st.sampled_from([ANDROID_CHAT, GROUP]))
def test_no_bytes_are_too_strange(noise: bytes, at: int, whole: str) -> None:
    mixed = whole.encode()[:at] + noise + whole.encode()[at:]
    for data in (noise, b"12/03/2026, 09:15 - " + noise, mixed):
        assert FORMAT.recognise
        assert FORMAT.recognise(source(data)) >= 0
        try:
            records(FORMAT, data, ME._replace(day_first=True))
        except FormatProblem:
            continue


@settings(deadline=None)
@given(st.text("0123456789/.-:[], \u200eapmAM~é\n", max_size=80))
def test_no_heads_are_too_strange(text: str) -> None:
    with suppress(FormatProblem):
        assert all(each.where.startswith("line ") for each in records(FORMAT, text, ME) if isinstance(each, Talk))
