"""`edit` changes what the options say, in one operation, and nothing else."""

import pytest
from tests.cli.a_person import entry, operations, shown, with_giulia
from tests.cli.running import Run


@pytest.fixture
def giulia(netlog: Run) -> Run:
    """A journal with Giulia in it."""
    return with_giulia(netlog)


Cases = tuple[tuple[tuple[str, ...], str, object], ...]

PERSON_OPTIONS: Cases = (
    (("--name", "Giulia  Verdi"), "name", "Giulia Verdi"),
    (("--company", "Zed"), "company", "Zed"),
    (("--company", ""), "company", None),
    (("--role", " "), "role", None),
    (("--place", "Gdańsk"), "place", "Gdańsk"),
    (("--met", "a bus"), "met", "a bus"),
    (("--met", ""), "met", None),
    (("--on", "2026-11-05"), "met_on", "2026-11-05"),
    (("--on", ""), "met_on", None),
    (("--via", ""), "via", None),
    (("--tier", "Inner"), "tier", "inner"),
    (("--tier", ""), "tier", None),
    (("--every", "10d"), "cadence", "every 10 days (set for this person)"),
    (("--every", ""), "cadence", "every 30 days (close)"),
    (("--kin",), "is_kin", True),
    (("--birthday", "03-05"), "birthday", "--03-05"),
    (("--birthday", ""), "birthday", None),
    (("--tag", "+B2B", "--tag", "saas"), "tags", ["b2b", "saas"]),
    (("--can", "hiring, firing"), "can", ["pricing", "hiring, firing"]),
    (("--wants", "an editor"), "wants", ["a job, or two", "an editor"]),
    (("--email", "g@y.org"), "emails", ["g@x.org", "g@y.org"]),
    (("--phone", "555 1234"), "phones", ["+39 02 1234567", "555 1234"]),
    (("--url", "y.org"), "urls", ["https://x.org/g", "y.org"]),
    (("--alias", "Giu"), "aliases", ["Giu"]),
    (("--drop", "+SaaS"), "tags", []),
    (("--drop", "PRICING"), "can", []),
    (("--drop", "G@X.ORG"), "emails", []),
    (("--drop", "0039 02-1234567"), "phones", []),
    (("--drop", "x.org/g/"), "urls", []),
    (("--drop", "Has two  kids"), "facts", []),
)


@pytest.mark.parametrize(("options", "name", "value"), PERSON_OPTIONS, ids=[" ".join(o[0]) for o in PERSON_OPTIONS])
def test_an_option_changes_one_thing_about_a_person_and_undo_brings_it_back(
    giulia: Run, options: tuple[str, ...], name: str, value: object
) -> None:
    before = giulia.json("show", "giulia")

    giulia.ok("edit", "giulia", *options)

    assert shown(giulia, name) == value
    assert operations(giulia) == 4
    giulia.ok("undo")
    assert giulia.json("show", "giulia") == before


def test_many_options_are_one_operation_told_in_words(giulia: Run) -> None:
    answer = giulia.ok("edit", "giulia", "--company", "Zed", "--drop", "saas", "--tag", "b2b", "--note", "moved")

    assert answer.stdout.startswith("edited Giulia Rossi: company, tags, facts\n")
    assert operations(giulia) == 4


@pytest.mark.parametrize(
    "options",
    [
        ("--company", "Acme", "--tier", "close", "--every", "42d", "--on", "10 nov", "--met", "a train"),
        ("--tag", "SaaS", "--can", "pricing", "--email", "g@x.org"),
        ("--via", "marco", "--handle", "giulia", "--name", "Giulia Rossi", "--no-kin"),
    ],
)
def test_what_is_so_already_is_no_operation(giulia: Run, options: tuple[str, ...]) -> None:
    answer = giulia.ok("edit", "giulia", *options)

    assert answer.stdout == "nothing changes: Giulia Rossi is already so\n"
    assert operations(giulia) == 3


def test_a_fact_may_bring_its_day(giulia: Run) -> None:
    giulia.ok("edit", "giulia", "--note", "2026-11-02 moved to Gdańsk", "--note", "likes tea")

    facts = [(fact["on"], fact["text"]) for fact in shown(giulia, "facts")]
    assert facts == [("2026-11-02", "moved to Gdańsk"), ("2026-11-21", "has two kids"), ("2026-11-21", "likes tea")]


def test_meeting_at_an_event_the_journal_knows_is_meeting_at_the_event(giulia: Run) -> None:
    giulia.ok("edit", "1", "--event", "ProductTank")

    giulia.ok("edit", "giulia", "--met", "producttank")

    assert (shown(giulia, "met"), shown(giulia, "event")) == (None, "ProductTank")
    giulia.ok("edit", "giulia", "--met", "a train after all")
    assert (shown(giulia, "met"), shown(giulia, "event")) == ("a train after all", None)


ENTRY_OPTIONS: Cases = (
    (("--text", "tea after all"), "text", "tea after all"),
    (("--text", ""), "text", ""),
    (("--kind", "email"), "depth", "message"),
    (("--on", "yesterday"), "on", "2026-11-20"),
    (("--minutes", "30"), "minutes", 30),
    (("--minutes", ""), "minutes", None),
    (("--counts", "0.25"), "counts", 0.25),
    (("--counts", ".5"), "counts", 0.5),
    (("--counts", "0,3"), "counts", 0.3),
    (("--counts", "0"), "counts", 0),
    (("--place", "Bar Basso"), "place", "Bar Basso"),
    (("--with", "marco", "--with", "giulia"), "handles", ["giulia", "marco"]),
    (("--tag", "deal"), "tags", ["b2b", "deal"]),
    (("--drop", "B2B"), "tags", []),
    (("--event", "ProductTank"), "event", "ProductTank"),
)


@pytest.mark.parametrize(("options", "name", "value"), ENTRY_OPTIONS, ids=[" ".join(o[0]) for o in ENTRY_OPTIONS])
def test_an_option_changes_one_thing_about_an_entry_and_undo_brings_it_back(
    giulia: Run, options: tuple[str, ...], name: str, value: object
) -> None:
    before = giulia.json("show", "giulia")

    giulia.ok("edit", "1", *options)

    found = entry(giulia)[name]
    assert (sorted(found) if isinstance(found, list) else found) == value
    giulia.ok("undo")
    assert giulia.json("show", "giulia") == before


@pytest.mark.parametrize("target", [("1",), ("entry", "1"), ("#1",)], ids=" ".join)
def test_an_entry_is_meant_by_its_number(giulia: Run, target: tuple[str, ...]) -> None:
    assert giulia.ok("edit", *target, "--place", "Rome").stdout.startswith("edited entry 1: coffee with Giulia Rossi")


def test_an_event_is_cleared_by_an_empty_one(giulia: Run) -> None:
    giulia.ok("edit", "1", "--event", "ProductTank")

    giulia.ok("edit", "1", "--event", "")

    assert entry(giulia)["event"] is None


def test_people_of_an_entry_are_replaced(giulia: Run) -> None:
    giulia.ok("edit", "1", "--with", "marco")

    assert giulia.json("show", "giulia")["timeline"] == []
    assert giulia.json("show", "marco")["contacts"] == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--on", "2026-11-19"),
        ("--on", "2026-11-19 15:30"),
        ("--kind", "coffee", "--minutes", "45", "--with", "giulia", "--tag", "b2b", "--text", "coffee, about pricing"),
        ("--event", "", "--counts", ""),
    ],
)
def test_an_entry_that_is_so_already_is_no_operation(giulia: Run, options: tuple[str, ...]) -> None:
    assert giulia.ok("edit", "1", *options).stdout == "nothing changes: entry 1 is already so\n"
    assert operations(giulia) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("giulia",), 2, "nothing says what to change; for example: netlog edit giulia --company Acme"),
        (("giulia", "--text", "x"), 2, "--text is for an entry, and this is a person"),
        (("giulia", "--with", "marco"), 2, "--with is for an entry, and this is a person"),
        (("1", "--company", "x"), 2, "--company is for a person, and this is an entry"),
        (("1", "--can", "x"), 2, "--can is for a person, and this is an entry"),
        (("1", "--kin"), 2, "--kin is for a person, and this is an entry"),
        (("giulia", "--counts", "0.5"), 2, "--counts is for an entry, and this is a person"),
        (("1", "--counts", "2"), 2, "“2” is not a number from 0 to 1"),
        (("1", "--counts", "half"), 2, "“half” is not a number from 0 to 1"),
        (("giulia", "--name", ""), 2, "--name cannot be empty"),
        (("giulia", "--handle", ""), 2, "--handle cannot be empty"),
        (("1", "--kind", ""), 2, "--kind cannot be empty"),
        (("1", "--on", ""), 2, "--on cannot be empty"),
        (("giulia", "--tag", ""), 2, "cannot be a tag"),
        (("giulia", "--email", "nobody"), 2, "is not an e-mail address"),
        (("giulia", "--note", "2026-13-01 x"), 2, "there is no day “2026-13-01”"),
        (("giulia", "--via", "giulia"), 2, "cannot have introduced themselves"),
        (("giulia", "--handle", "marco"), 5, "the handle “marco” is taken"),
        (("1", "--minutes", "many"), 2, "“many” is not a number of minutes"),
        (("1", "--minutes", "10081"), 2, "out of range"),
        (("1", "--event", "!!!"), 2, "cannot be an event"),
        (("1", "--with", "nobody"), 3, "no person answers to “nobody”"),
        (("giulia", "--drop", "tennis"), 3, "no tag, topic, address, fact or alias answers to “tennis”"),
        (("1", "--drop", "tennis"), 3, "no tag answers to “tennis”; the entry has b2b"),
        (("99", "--text", "x"), 3, "no entry answers to “99”"),
        (("99999999999999999999", "--text", "x"), 3, "answers to “99999999999999999999”"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_said_and_nothing_is_stored(
    giulia: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = giulia.stored()

    answer = giulia("edit", *arguments)

    assert (answer.exit_code, answer.stdout) == (code, "")
    assert said in answer.stderr
    assert giulia.stored() == before


def test_a_value_that_cannot_be_stored_stores_none_of_the_others(giulia: Run) -> None:
    before = giulia.stored()

    assert giulia("edit", "giulia", "--company", "Zed", "--drop", "tennis").exit_code == 3
    assert giulia.stored() == before
