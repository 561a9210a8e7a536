"""Mentoring from an agreement to a graceful end, at the command line."""

import pytest
from tests.cli.running import Run

AGREED = ("--role", "mentee", "--every", "2w", "--for", "6m", "--goal", "a talk", "--area", "leadership")
HELD = ("--topic", "delegation", "--got-feedback", "ask more", "--i-will", "a plan by friday", "--they-will", "a sheet")


@pytest.fixture
def laura(netlog: Run) -> Run:
    """A journal in which I have been Laura's mentee since today."""
    netlog.ok("add", "Laura Biancheri", "--tier", "wide")
    netlog.ok("add", "Tymek Kania")
    netlog.ok("mentor", "start", "laura", *AGREED, "--not", "august", "--channel", "video")
    return netlog


def lines(netlog: Run) -> list[str]:
    """What the morning says of mentorships."""
    return [loop["words"] for loop in netlog.json("due")["loops"] if loop["sort"] == "mentoring"]


def test_the_agreement_is_shown_and_sets_the_rhythm(laura: Run) -> None:
    told = laura.json("show", "laura")

    assert told["cadence"] == "every 14 days (agreed for the mentorship)"
    assert [(each["role"], each["until_on"], each["not_months"]) for each in told["mentorships"]] == [
        ("mentee", "2027-05-21", [8])
    ]
    assert "agreed for the mentorship; without it 365 days (wide)" in laura.ok("why", "laura").stdout


def test_several_run_at_once_in_both_roles(laura: Run) -> None:
    laura.ok("mentor", "start", "tymek", "--role", "mentor", "--every", "1m", "--for", "3m")
    laura.ok("mentor", "start", "laura", "--role", "mentor", "--every", "8w", "--for", "6m")

    assert {(row[1], row[3], row[4]) for row in laura.ok("mentor").rows()} == {
        ("laura", "mentee", "14"),
        ("laura", "mentor", "56"),
        ("tymek", "mentor", "30"),
    }
    assert laura("mentor", "session", "laura").exit_code == 2
    assert laura.json("mentor", "session", "laura", "--role", "mentor")["role"] == "mentor"


def test_a_session_opens_with_what_both_agreed_last_time(laura: Run) -> None:
    laura.ok("mentor", "session", "laura", "the first months", *HELD)
    laura.ok("keep", "1")
    laura.at("2026-12-05T10:00")

    opening = laura.json("mentor", "session", "laura")
    assert opening["last_topics"] == ["delegation"]
    assert [(each["text"], each["due_on"], each["outcome"]) for each in opening["mine"]] == [
        ("a plan", "2026-11-27", "kept")
    ]
    assert [(each["text"], each["outcome"]) for each in opening["theirs"]] == [("a sheet", None)]
    told = laura.ok("mentor", "session", "laura", "the plan").stdout.splitlines()
    assert told[:3] == [
        "session with Laura Biancheri as mentee, Sat 5 Dec 2026",
        "last time you said: a plan · kept Sat 21 Nov",
        "last time Laura Biancheri said: a sheet · said 14 days ago · netlog keep 2",
    ]


def test_opening_a_session_writes_nothing(laura: Run) -> None:
    before = laura.stored()
    laura.ok("mentor", "session", "laura")

    assert laura.stored() == before


def test_a_session_is_one_contact_one_operation_and_undone_at_once(laura: Run) -> None:
    laura.ok("mentor", "session", "laura", "the first months", *HELD)
    shown = laura.json("show", "laura")
    assert [(each["kind"], each["text"]) for each in shown["timeline"]] == [("meeting", "the first months")]
    assert len(shown["promises"]) == 2

    laura.ok("undo")
    shown = laura.json("show", "laura")
    assert (shown["timeline"], shown["promises"], shown["mentorships"][0]["sessions"]) == ([], [], 0)
    laura.ok("redo")
    assert laura.json("show", "laura")["mentorships"][0]["sessions"] == 1


def test_agenda_and_goals_are_added_and_ticked_off_by_number(laura: Run) -> None:
    laura.ok("mentor", "agenda", "laura", "add", "salary")
    laura.ok("mentor", "goals", "laura", "add", "a team")
    assert [row[1] for row in laura.ok("mentor", "agenda", "laura").rows()] == ["salary"]

    laura.ok("mentor", "agenda", "laura", "done", "1")
    laura.ok("mentor", "goals", "laura", "reached", "#2")
    assert laura.json("mentor", "session", "laura")["agenda"] == []
    assert [row[3] for row in laura.ok("mentor", "goals", "laura").rows()] == ["", "2026-11-21"]
    assert "reached on Sat 21 Nov 2026 already" in laura.ok("mentor", "goals", "laura", "reached", "2").stdout


def test_the_middle_and_the_end_are_said_on_their_days_and_no_longer(laura: Run) -> None:
    spoken = {}
    for day in ("2027-02-18", "2027-02-20", "2027-02-26", "2027-02-27", "2027-05-06", "2027-05-07", "2027-05-22"):
        laura.at(f"{day}T10:00")
        spoken[day] = [words.partition(",")[0].partition(":")[0] for words in lines(laura)]

    assert spoken == {
        "2027-02-18": [],
        "2027-02-20": ["half of your 6 months as mentee is over"],
        "2027-02-26": ["half of your 6 months as mentee is over"],
        "2027-02-27": [],
        "2027-05-06": [],
        "2027-05-07": ["your 6 months as mentee end on Fri 21 May"],
        "2027-05-22": ["your 6 months as mentee ended on Fri 21 May"],
    }


def test_an_end_proposes_thanks_and_speaks_of_paying_it_forward_for_a_week(laura: Run) -> None:
    laura.at("2027-05-21T10:00")
    notes = laura.json("mentor", "end", "laura", "--why", "it is done")["notes"]

    assert "thank-you" in notes[0]
    assert lines(laura) == ["what you learned about leadership may help somebody else one day"]
    laura.at("2027-05-28T10:00")
    assert lines(laura) == []
    assert laura.json("show", "laura")["mentorships"] == []
    assert laura.json("show", "laura")["cadence"] == "every 365 days (wide)"


def test_an_end_as_mentor_is_not_followed_by_advice(laura: Run) -> None:
    laura.ok("mentor", "start", "tymek", "--role", "mentor", "--every", "1m", "--for", "3m")
    laura.ok("mentor", "end", "tymek")

    assert lines(laura) == []
    assert "ended it as mentor" in laura.ok("mentor", "end", "tymek").stdout


def test_a_renewal_takes_open_goals_and_the_agenda_along(laura: Run) -> None:
    laura.ok("mentor", "agenda", "laura", "add", "salary")
    laura.ok("mentor", "goals", "laura", "add", "a team")
    laura.ok("mentor", "goals", "laura", "reached", "1")
    laura.at("2027-05-10T10:00").ok("mentor", "renew", "laura", "--for", "6m")

    (cycle,) = laura.json("mentor")["mentorships"]
    assert (cycle["began_on"], cycle["until_on"], cycle["not_months"]) == ("2027-05-10", "2027-11-21", [8])
    assert [goal["text"] for goal in cycle["goals"]] == ["a team"]
    assert [item["text"] for item in cycle["agenda"]] == ["salary"]
    assert lines(laura) == []


def test_a_review_holds_what_was_held_against_what_was_planned(laura: Run) -> None:
    laura.ok("mentor", "session", "laura", "the first months", *HELD)
    laura.ok("keep", "1")
    parts = {}
    for day in ("2026-12-20", "2027-03-01", "2027-05-21"):
        review = laura.at(f"{day}T10:00").json("mentor", "review", "laura")
        parts[review["part"]] = (review["planned_so_far"], review["planned"], review["mentorship"]["sessions"])

    assert parts == {"early": (2, 12, 1), "mid-term": (7, 12, 1), "closing": (12, 12, 1)}
    assert [(each["side"], each["agreed"], each["kept"]) for each in review["actions"]] == [
        ("mine", 1, 1),
        ("theirs", 1, 0),
    ]
    assert [each["text"] for each in review["feedback_got"]] == ["ask more"]


def test_nobody_is_due_in_a_month_that_is_off(laura: Run) -> None:
    laura.at("2027-08-10T10:00")
    assert [item["handle"] for item in laura.json("due", "--all")["first"]] == ["tymek"]
    assert "agreed for the mentorship; the clock runs on" in laura.ok("why", "laura").stdout

    laura.at("2027-09-01T10:00")
    assert {item["handle"] for item in laura.json("due", "--all")["first"]} == {"laura", "tymek"}


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        ("start|tymek", 2, "say your role, how often and how long"),
        ("start|tymek|--role|boss|--every|2w|--for|6m", 2, "there is no role “boss”"),
        ("start|tymek|--role|mentor|--every|2w|--until|1 oct 2026", 2, "it cannot end on 2026-10-01"),
        ("start|tymek|--role|mentor|--every|2w|--for|6m|--on|2026-01-01", 2, "it would be over since 2026-07-01"),
        ("start|tymek|--role|mentor|--every|2w|--for|6m|--on|tomorrow", 2, "2026-11-22 lies ahead"),
        ("start|tymek|--role|mentor|--every|2w|--for|-3d", 2, "“-3d” is not a length of time"),
        ("start|tymek|--role|mentor|--every|0d|--for|6m", 2, "“0d” is not a length of time"),
        ("start|tymek|--role|mentor|--every|2w|--for|50y", 2, "“50y” is longer than ten years"),
        ("start|tymek|--role|mentor|--every|9m|--for|6m", 2, "every 270 days does not fit into 181"),
        ("start|tymek|--role|mentor|--every|2w|--for|6m|--until|1 may", 2, "say how long it lasts, or until when"),
        ("start|tymek|--role|mentor|--every|2w|--for|6m|--not|summer", 2, "“summer” is not a month"),
        ("start|tymek|--role|mentor|--every|2w|--for|6m|--goal|", 2, "an empty value says nothing"),
        ("start|laura|--role|mentee|--every|2w|--for|6m", 5, "you are mentee of Laura Biancheri already"),
        ("start|nobody|--role|mentee|--every|2w|--for|6m", 3, "no person answers to “nobody”"),
        ("session|nobody|a talk", 3, "no person answers to “nobody”"),
        ("session|tymek|a talk", 3, "no mentorship answers to “Tymek Kania”"),
        ("session|laura|a talk|--on|tomorrow", 2, "2026-11-22 lies ahead"),
        ("session|laura|a talk|--on|2026-11-01", 2, "2026-11-01 lies before the start"),
        ("session|laura|a talk|--i-will|", 2, "what was promised?"),
        ("session|laura|a talk|--goal|x", 2, "--goal does not go with mentor session"),
        ("agenda|laura|done|9", 3, "no agenda item answers to “9”"),
        ("agenda|laura|done|x", 3, "no agenda item answers to “x”"),
        ("agenda|laura|sing|x", 2, "that is not how mentor agenda works"),
        ("goals|laura|reached|9", 3, "no goal answers to “9”"),
        ("renew|laura|--until|1 may 2027", 2, "it runs until 2027-05-21 already"),
        ("renew|tymek|--for|6m", 3, "no mentorship answers to “Tymek Kania”"),
        ("end|tymek", 3, "no mentorship answers to “Tymek Kania”"),
        ("end|laura|now", 2, "“now” is one word too many"),
        ("sing", 2, "mentor has no “sing”"),
        ("end", 2, "that is not how mentor works"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(
    laura: Run, typed: str, code: int, message: str
) -> None:
    before = laura.stored()
    refused = laura("mentor", *typed.split("|"))

    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (code, "", 1)
    assert message in refused.stderr
    assert laura.stored() == before


def test_the_channel_and_the_hours_agreed_stand_beside_the_check_in(netlog: Run) -> None:
    netlog.ok("add", "Laura Biancheri", "--on", "2026-01-01")
    netlog.ok("mentor", "start", "laura", *AGREED, "--channel", "video", "--hours", "after 18:00")
    netlog.ok("log", "laura", "call", "--on", "20 days ago")

    (item,) = netlog.json("due")["first"]

    assert item["reason"].endswith("agreed for the mentorship) · 1.4x · video, after 18:00")
