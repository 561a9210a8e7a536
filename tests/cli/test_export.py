"""export, as its user meets it: everything comes back out, and only what was asked for."""

import json
from pathlib import Path

import pytest
from tests.cli.running import Processes, Run, Terminal
from tests.storage.driving import truth

from netlog.domain.people import slug


@pytest.fixture
def journal(netlog: Run) -> Run:
    """Three people with something of everything."""
    netlog.people(
        "Giulia Ferraro --company Ferri --email giulia@example.org --tag pm --birthday 1990-02-28",
        "Łukasz Zieliński --tag founder --phone +48601234567",
    )
    netlog.ok("add", "D'Angelo, Nicolò", "--company", "=HYPERLINK(1)")
    netlog.ok("log", "giulia", "coffee: her first price list", "--on", "2026-10-04", "--at", "Bar Luce")
    netlog.ok("promise", "giulia", "send the deck by 27 nov")
    netlog.ok("gave", "lukasz", "an hour on pricing")
    return netlog


def of_type(lines: str, sort: str) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in lines.splitlines()]
    return [row for row in rows if row["type"] == sort]


def test_netlogs_own_format_comes_back_equal_in_an_empty_journal(journal: Run, tmp_path: Path) -> None:
    out = journal.ok("export").stdout
    other = str(tmp_path / "other.db")

    journal.ok("--db", other, "import", "-", stdin=out)

    assert journal.ok("--db", other, "export").stdout == out
    assert journal("--db", other, "import", "-", "--json", stdin=out).json()["operation"] is None


def test_an_export_says_the_same_when_it_is_asked_again(journal: Run) -> None:
    first = journal.ok("export").stdout

    assert journal.at("2027-01-01T10:00").ok("export").stdout == first


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (["--tag", "pm"], ["Giulia Ferraro"]),
        (["--with", "lukasz"], ["Łukasz Zieliński"]),
        (["--since", "2026-10-01", "--kind", "coffee"], ["Giulia Ferraro"]),
        (["--i-owe"], ["Giulia Ferraro"]),
        (["--tag", "nobody"], []),
    ],
)
def test_the_filters_of_people_choose(journal: Run, filters: list[str], names: list[str]) -> None:
    assert [each["name"] for each in of_type(journal.ok("export", *filters).stdout, "person")] == names
    cards = journal.ok("export", "vcard", *filters).stdout
    assert [line[3:] for line in cards.splitlines() if line.startswith("FN:")] == names


@pytest.mark.parametrize("sort", ["netlog", "vcard", "csv", "markdown", "friends", "ical"])
def test_nobody_else_is_named_when_one_is_chosen(journal: Run, sort: str) -> None:
    journal.ok("log", "giulia", "lukasz", "lunch", "--on", "2026-10-10")

    out = journal.ok("export", sort, "--with", "giulia").stdout

    assert "Zieliński" not in out
    assert "nicolo" not in slug(out)


@pytest.mark.parametrize("sort", ["netlog", "vcard", "csv", "markdown", "friends", "ical"])
def test_an_empty_journal_is_exported_too(netlog: Run, sort: str) -> None:
    assert "Traceback" not in netlog.ok("export", sort).stdout


@pytest.mark.parametrize("sort", ["vcard", "friends", "csv"])
def test_what_was_exported_changes_nothing_here(journal: Run, tmp_path: Path, sort: str) -> None:
    file = tmp_path / f"out.{sort}"
    journal.ok("export", sort, "-o", str(file))
    people = journal.ok("people").stdout

    answer = journal.json("import", str(file), "--as", sort)

    assert (answer["people"]["new"], answer["people"]["updated"], answer["people"]["doubtful"]) == (0, 0, 0)
    assert journal.ok("people").stdout == people


def test_a_vcard_comes_back_equal_in_an_empty_journal(journal: Run, tmp_path: Path) -> None:
    out, other = journal.ok("export", "vcard").stdout, str(tmp_path / "other.db")

    journal.ok("--db", other, "import", "-", stdin=out)

    assert journal.ok("--db", other, "export", "vcard").stdout == out


def test_friends_md_comes_back_equal_in_an_empty_journal(journal: Run, tmp_path: Path) -> None:
    out, other = journal.ok("export", "friends").stdout, str(tmp_path / "other.db")

    journal.ok("--db", other, "import", "-", stdin=out)

    assert journal.ok("--db", other, "export", "friends").stdout == out


def test_a_spreadsheet_calculates_nothing_from_a_csv(journal: Run) -> None:
    assert "'=HYPERLINK(1)" in journal.ok("export", "csv").stdout
    assert "'=" not in journal.ok("export", "csv", "--raw").stdout
    assert journal.ok("export", "csv", "--excel").stdout.startswith("\ufeff")


def test_the_calendar_holds_check_ins_promises_and_birthdays(journal: Run) -> None:
    feed = journal.ok("export", "ical").stdout.replace("\r\n ", "")

    titles = [line.removeprefix("SUMMARY:") for line in feed.splitlines() if line.startswith("SUMMARY:")]
    assert "Giulia Ferraro: you promised: send the deck" in titles
    assert "Giulia Ferraro's birthday" in titles
    assert "Get in touch with Łukasz Zieliński" in titles
    assert journal.ok("export", "ical").stdout.replace("\r\n ", "") == feed


def test_a_file_is_written_whole_for_its_owner_alone(journal: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.vcf"
    said = journal.ok("export", "vcard", "-o", str(file)).stdout

    assert said == f"wrote 3 people as vcard · {file}\n"
    assert (file.stat().st_mode & 0o777) == 0o600
    assert file.read_bytes().decode() == journal.ok("export", "vcard").stdout
    assert {path.name for path in tmp_path.iterdir()} == {"home", "out.vcf"}


def test_a_file_that_is_there_stays_unless_forced(journal: Run, tmp_path: Path) -> None:
    file, target = tmp_path / "out.vcf", tmp_path / "target"
    target.write_text("precious")
    file.symlink_to(target)
    refused = journal("export", "vcard", "-o", str(file))
    assert (refused.exit_code, "--force" in refused.stderr) == (5, True)

    journal.ok("export", "vcard", "-o", str(file), "--force")

    assert target.read_text() == "precious"
    assert not file.is_symlink()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["export", "rolodex"], 2, "rolodex"),
        (["export", "monica"], 2, "read, not written"),
        (["export", "--json"], 2, "-o"),
        (["export", "vcard", "-o", "/nowhere/at/all.vcf"], 6, "/nowhere/at/all.vcf"),
        (["export", "vcard", "-o", "/tmp"], 5, "/tmp"),
        (["export", "vcard", "--version", "7"], 2, "7"),
        (["people", "--format", "pine"], 2, "mutt"),
        (["people", "anna"], 2, "--format"),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_line(
    journal: Run, arguments: list[str], code: int, words: str
) -> None:
    before = truth(journal.path, "operation")
    refused = journal(*arguments)

    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (code, "", 1)
    assert words in refused.stderr
    assert truth(journal.path, "operation") == before


def test_mutt_finds_addresses_by_any_part(journal: Run) -> None:
    assert journal.ok("people", "--format", "mutt", "FERRA").rows() == [
        ["1 address"],
        ["giulia@example.org", "Giulia Ferraro", "Ferri"],
    ]
    assert journal.ok("people", "--format", "mutt", "--tag", "founder").rows() == [["0 addresses"]]


def test_an_export_to_a_terminal_is_harmless(processes: Processes, terminal: Terminal) -> None:
    processes("add", "Anna \x1b[2JRossi")

    shown = terminal("export", "vcard").rest()

    assert b"FN:Anna" in shown
    assert b"\x1b[2J" not in shown


def test_formats_lists_what_is_read_and_written(netlog: Run) -> None:
    rows = {row[0]: row[2:4] for row in netlog.ok("formats").rows()}

    assert (rows["vcard"], rows["monica"], rows["markdown"]) == (["yes", "yes"], ["yes", "no"], ["no", "yes"])
    assert len(rows) == 18
