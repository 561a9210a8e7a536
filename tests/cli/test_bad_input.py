"""What cannot be used is refused in one plain line with the code that is documented for it, and changes nothing."""

import json

import pytest
from tests.cli.running import Processes, Result, Run

HUGE = "9" * 30

USAGE = (
    ("add", "whom? a name is missing; for example: netlog add Giulia Rossi"),
    ("add|", "whom? a name is missing; for example: netlog add Giulia Rossi"),
    ("add|   ", "whom? a name is missing; for example: netlog add Giulia Rossi"),
    ("add|...", "a name needs at least one letter or digit"),
    ("add|" + "x" * 10_000, "a name can have 256 characters, this one has 10000"),
    ("add|a\x00b", "a name cannot hold NUL or half of a character"),
    ("add|Zed|--company|", "an empty value says nothing"),
    ("add|Zed|--company|" + "y" * 10_000, "that value has 10,000 characters; keep it under 1000"),
    ("add|Zed|--email|nowhere", "“nowhere” is not an e-mail address"),
    ("add|Zed|--phone|12", "“12” is not a phone number"),
    ("add|Zed|--tag|!!", "“!!” cannot be a tag"),
    ("add|Zed|--tier|best", "there is no tier “best”; use inner, close, active, wide or none"),
    ("add|Zed|--tier|", "there is no tier “”"),
    ("add|Zed|--every|0d", "“0d” is not a length of time I can read"),
    ("add|Zed|--every|", "“” is not a length of time I can read"),
    ("add|Zed|--every|99y", "a cadence is 1 to 3650 days"),
    ("add|Zed|--birthday|1990-02-30", "no birthday is written"),
    ("add|Zed|--birthday|", "no birthday is written"),
    ("add|Zed|--birthday|2030-01-01", "2030-01-01 lies ahead"),
    ("add|Zed|--on|tomorrow", "you cannot have met on 2026-11-22, which lies ahead"),
    ("add|Zed|--on|1800-01-01", "1800-01-01 is out of range; dates go from 1900 to 2199"),
    ("add|Zed|--on|", "“” is not a date I can read"),
    ("log", "there is nothing to write down"),
    ("log|", "there is nothing to write down"),
    ("log|coffee", "nobody is named in that"),
    ("log|giulia|--in|--out", "--out and --in contradict each other"),
    ("log|giulia|yesterday|--on|today", "the words say 2026-11-20 and --on says 2026-11-21"),
    ("log|giulia|--on|someday", "“someday” is not a date I can read"),
    ("log|giulia|--on|", "“” is not a date I can read"),
    ("log|giulia|--on|9999-12-31", "9999-12-31 is out of range"),
    ("log|giulia|--on|2026-02-30", "is not a date I can read"),
    ("log|giulia|--minutes|-5", "-5 minutes is out of range"),
    ("log|giulia|--minutes|" + HUGE, "minutes is out of range"),
    ("log|giulia|--minutes|x", "'x' is not a valid int"),
    ("log|giulia|--kind|", "“” cannot be a kind"),
    ("log|giulia|--event|", "“” cannot be an event"),
    ("log|giulia|--at|", "an empty value says nothing"),
    ("log|giulia|" + "x" * 1_000_001, "characters; keep it under 1,000,000"),
    ("log|giulia|--counts|1.01", "“1.01” is not a number from 0 to 1"),
    ("log|giulia|--counts|-1", "“-1” is not a number from 0 to 1"),
    ("log|giulia|--counts|nan", "“nan” is not a number from 0 to 1"),
    ("log|giulia|--counts|1e-1", "“1e-1” is not a number from 0 to 1"),
    ("log|giulia|--counts|½", "“½” is not a number from 0 to 1"),
    ("log|giulia|--counts|", "“” is not a number from 0 to 1; 1 counts as a full contact, 0.5 as half, 0 as none"),
    ("note|giulia moves|--counts|many", "“many” is not a number from 0 to 1"),
    ("note", "there is nothing to write down"),
    ("note| ", "there is nothing to write down"),
    ("snooze|giulia|yesterday", "2026-11-20 is not ahead"),
    ("snooze|giulia|gibberish", "“gibberish” is not a date I can read"),
    ("snooze|giulia|9999-12-31", "9999-12-31 is out of range"),
    ("snooze|giulia", "Missing argument 'DATE'"),
    ("skip", "Missing argument 'PERSON'"),
    ("pause", "name one person, or say --everyone"),
    ("pause|giulia|--everyone", "name one person, or say --everyone"),
    ("pause|giulia|--until|2w", "--until goes with --everyone; for one person: netlog snooze giulia 2w"),
    ("pause|--everyone|--until|yesterday", "2026-11-20 is not ahead; pause until a day to come"),
    ("pause|--everyone|--until|today", "2026-11-21 is not ahead"),
    ("pause|--everyone|--until|gibberish", "“gibberish” is not a date I can read"),
    ("pause|--everyone|--until|", "“” is not a date I can read"),
    ("pause|--everyone|--until|9999-12-31", "9999-12-31 is out of range"),
    ("resume", "name one person, or say --everyone"),
    ("resume|giulia|--everyone", "name one person, or say --everyone"),
    ("find", "Missing argument 'WORDS'"),
    ("find|?!", "there is no word to look for in that"),
    ("find|x|--since|2026-02-01|--until|2026-01-01", "--since 2026-02-01 lies after --until 2026-01-01"),
    ("people|--since|2026-02-01|--until|2026-01-01", "--since 2026-02-01 lies after --until 2026-01-01"),
    ("people|--sort|shoes", "cannot sort by “shoes”; sort by name, last, due or strength"),
    ("people|--tier|best", "there is no tier “best”"),
    ("people|--near|", "an empty value says nothing"),
    ("due|--within|-3d", "“-3d” is not a length of time I can read"),
    ("due|--limit|0", "0 is not in the range"),
    ("due|--limit|" + HUGE, "is not in the range"),
    ("show|giulia|--limit|" + HUGE, "is not in the range"),
    ("undo|" + HUGE, "is not in the range"),
    ("undo|x", "'x' is not a valid int"),
    ("inbox|settle", "that is not how the inbox works"),
    ("inbox|open|1", "that is not how the inbox works"),
    ("let-go|giulia|--why|", "an empty value says nothing"),
    ("rename|giulia|", "a name needs at least one letter or digit"),
    ("rename|giulia|G|--handle|A B", "a handle is 1 to 40 letters a-z, digits and hyphens"),
    ("rename|giulia|G|--handle|all", "“all” is a word of the commands and cannot be a handle"),
    ("config|set|per_day|0", "per_day takes a number from 0.5 to 50, or learned, not “0”"),
    ("config|get|pr_day", "there is no option “pr_day”; did you mean per_day?"),
    ("config|set|per_day", "that is not how config works"),
    ("deu", "No such command 'deu'"),
    ("due|--nosuch", "No such option: --nosuch"),
    ("due|extra", "Got unexpected extra argument(s) (extra)"),
    ("--nosuch", "No such option: --nosuch"),
)
NOT_FOUND = (
    ("show|", "no person answers to “”"),
    ("show|!!", "no person answers to “!!”"),
    ("show|" + "x" * 10_000, f"no person answers to “{'x' * 59}…”"),
    ("why|zofia", "no person answers to “zofia”"),
    ("log|giulia|--with|zofia", "no person answers to “zofia”"),
    ("people|--with|zofia", "no person answers to “zofia”"),
    ("add|Zed|--via|zofia", "no person answers to “zofia”"),
    ("add|Zed|--via|", "no person answers to “”"),
    ("skip|zofia", "no person answers to “zofia”"),
    ("pause|zofia", "no person answers to “zofia”"),
    ("pause|", "no person answers to “”"),
    ("resume|zofia", "no person answers to “zofia”"),
    ("rm|99", "no entry answers to “99”"),
    ("rm|" + HUGE, "no person answers to"),
    ("undo|99", "no operation answers to “99”"),
    ("inbox|settle|99", "no note in the inbox answers to “99”"),
    ("inbox|drop|" + HUGE, "no note in the inbox answers to"),
    ("alias|giulia|Gigi|--remove", "no alias answers to “Gigi”"),
)
CONFLICT = (
    ("add|giulia  ROSSI", "may be in the journal already: giulia (Giulia Rossi): same name; add --new"),
    ("add|Zed|--email|G@example.org", "giulia (Giulia Rossi): same email"),
    ("add|Zed|--phone|0039 02 1234567", "giulia (Giulia Rossi): same phone"),
    ("rename|giulia|Tom|--handle|tom", "the handle “tom” is taken"),
    ("redo", "nothing to redo"),
)


@pytest.fixture
def desk(netlog: Run) -> Run:
    netlog.ok("add", "Giulia Rossi", "--email", "g@example.org", "--phone", "+39 02 1234567")
    netlog.ok("add", "Tom Baker")
    return netlog


def assert_refused(refused: Result, code: int, message: str) -> None:
    """One line on standard error that says so, nothing on standard output."""
    assert (refused.exit_code, refused.stdout) == (code, "")
    assert refused.stderr.startswith("netlog: ")
    assert refused.stderr.count("\n") == 1
    assert message in refused.stderr


@pytest.mark.parametrize(("command", "message"), USAGE)
def test_what_cannot_be_used_is_refused_with_code_2(desk: Run, command: str, message: str) -> None:
    before = desk.stored()

    assert_refused(desk(*command.split("|")), 2, message)

    assert desk.stored() == before


@pytest.mark.parametrize(("command", "message"), NOT_FOUND)
def test_what_is_not_there_is_refused_with_code_3(desk: Run, command: str, message: str) -> None:
    before = desk.stored()

    assert_refused(desk(*command.split("|")), 3, message)

    assert desk.stored() == before


@pytest.mark.parametrize(("command", "message"), CONFLICT)
def test_what_stands_in_the_way_is_refused_with_code_5(desk: Run, command: str, message: str) -> None:
    before = desk.stored()

    assert_refused(desk(*command.split("|")), 5, message)

    assert desk.stored() == before


@pytest.mark.parametrize(
    ("command", "code", "exit_code"),
    [
        ("deu", "usage", 2),
        ("due|--nosuch", "usage", 2),
        ("due|--limit|0", "usage", 2),
        ("snooze|giulia|gibberish", "unreadable_date", 2),
        ("config|get|pr_day", "bad_configuration", 2),
        ("show|zofia", "not_found", 3),
        ("redo", "conflict", 5),
    ],
)
def test_with_json_the_refusal_is_one_object_on_standard_error(
    desk: Run, command: str, code: str, exit_code: int
) -> None:
    refused = desk(*command.split("|"), "--json")

    error = refused.error()
    assert (refused.exit_code, refused.stdout) == (exit_code, "")
    assert (error["code"], error["exit_code"]) == (code, exit_code)
    assert error["message"]


def test_a_likely_duplicate_is_added_when_the_user_insists(desk: Run) -> None:
    added = desk.json("add", "Giulia Rossi", "--new")

    assert added["person"]["handle"] == "giulia-r"
    assert added["resembles"] == ["giulia (Giulia Rossi): same name"]


@pytest.mark.parametrize("field", ["company", "role", "place", "met", "can", "wants", "url", "note"])
def test_control_characters_are_stored_as_typed_and_shown_harmless(desk: Run, field: str) -> None:
    hostile = "a\x1b]0;owned\x07b\u202ec\x9bd"

    desk.ok("add", "Zed", f"--{field}", hostile)

    assert json.dumps(hostile) in desk.ok("show", "zed", "--json").stdout
    shown = desk.ok("show", "zed").stdout
    assert "a␛]0;owned␇b⟨U+202E⟩c⟨U+009B⟩d" in shown
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)


def test_a_name_of_control_characters_and_letters_is_kept_and_shown_harmless(desk: Run) -> None:
    desk.ok("add", "Z\x1b[2Jed")

    assert desk.json("show", "z")["name"] == "Z\x1b[2Jed"
    assert "\x1b" not in desk.ok("people").stdout


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        (b"\xff\xfe\x00", "standard input is not valid UTF-8"),
        (b"x" * 4_000_001, "standard input is longer than a note can be"),
        (b"giulia \x00", "not valid UTF-8"),
        (b" \n\n", "there is nothing on standard input"),
    ],
)
def test_standard_input_that_is_no_text_is_refused(desk: Run, stdin: bytes, message: str) -> None:
    before = desk.stored()

    assert_refused(desk("log", "giulia", "-", stdin=stdin), 2, message)

    assert desk.stored() == before


@pytest.mark.parametrize(
    "arguments",
    [
        (b"add", b"Zed \xff"),
        (b"add", b"Zed", b"--company", b"\xc3\x28"),
        (b"log", b"giulia", b"coffee \xff\xfe"),
        (b"log", b"giulia", b"--at", b"\xff"),
        (b"note", b"\xed\xa0\x80"),
        (b"show", b"\xff"),
        (b"find", b"\xff"),
        (b"deu\xff",),
    ],
)
def test_arguments_that_are_not_utf_8_end_in_one_line(processes: Processes, arguments: tuple[bytes, ...]) -> None:
    processes("add", "Giulia Rossi")

    refused = processes(*arguments)

    assert refused.exit_code in (2, 3)
    assert_refused(refused, refused.exit_code, "")
