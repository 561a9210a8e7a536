"""Every command answers in JSON when asked: one document on standard output, versioned and named."""

import json

import pytest
from tests.cli.a_week import live_through
from tests.cli.running import Run

from netlog.cli.app import COMMANDS

READS = (
    ("due", "morning"),
    ("due --all", "morning"),
    ("due --count", "value"),
    ("why giulia", "why"),
    ("show giulia", "dossier"),
    ("find pricing", "found"),
    ("people", "people_list"),
    ("stats", "stats"),
    ("stats giulia", "stats"),
    ("forecast", "forecast"),
    ("tiers", "tiers"),
    ("tiers suggest", "tier_suggestions"),
    ("intro", "introductions"),
    ("event", "events"),
    ("mentor", "mentorships"),
    ("mentor session giulia", "session_opening"),
    ("mentor agenda giulia", "mentor_agenda"),
    ("mentor goals giulia", "mentor_goals"),
    ("mentor review giulia", "mentor_review"),
    ("promises", "promise_list"),
    ("facts giulia", "fact_list"),
    ("exchanges", "exchanges"),
    ("who pricing", "helpers"),
    ("match", "matches"),
    ("brief giulia", "brief"),
    ("season", "seasons"),
    ("history", "history"),
    ("inbox", "inbox"),
    ("formats", "formats"),
    ("dupes", "dupes"),
    ("backup --list", "backups"),
    ("doctor", "health"),
    ("import new.vcf --dry-run", "imported"),
    ("config", "options"),
    ("config get per_day", "value"),
)
WRITES = (
    ("add Zofia Nowak", "added"),
    ("log giulia coffee", "logged"),
    ("note giulia moves", "logged"),
    ("note who knows", "kept"),
    ("inbox settle 1 giulia", "logged"),
    ("inbox drop 1", "changed"),
    ("rename giulia Giulia Bianchi", "changed"),
    ("alias giulia Giu", "changed"),
    ("snooze giulia 2w", "changed"),
    ("skip giulia", "changed"),
    ("pause giulia", "changed"),
    ("pause --everyone", "changed"),
    ("resume giulia", "unchanged"),
    ("resume --everyone", "unchanged"),
    ("let-go giulia", "changed"),
    ("edit giulia --company Beta", "changed"),
    ("tiers keep giulia", "changed"),
    ("intro giulia lukasz --why books", "changed"),
    ("event start PyCon", "changed"),
    ("promise giulia a book by friday", "promised"),
    ("promised-by giulia a book", "promised"),
    ("keep 1", "changed"),
    ("drop giulia", "changed"),
    ("postpone 1 tomorrow", "changed"),
    ("mentor start lukasz --role mentee --every 2w --for 6m", "changed"),
    ("mentor session giulia the offsite", "changed"),
    ("mentor agenda giulia add salary", "changed"),
    ("mentor renew giulia --for 1y", "changed"),
    ("mentor end giulia", "changed"),
    ("fact giulia moved to Gdynia", "changed"),
    ("season start hiring --boost giulia --until 2w", "changed"),
    ("gave giulia a book", "changed"),
    ("got giulia a book", "changed"),
    ("asked giulia for a book", "changed"),
    ("asked-by giulia for a book", "changed"),
    ("answer giulia the book", "changed"),
    ("rm 1", "changed"),
    ("rm giulia", "changed"),
    ("import new.vcf", "imported"),
    ("export vcard -o all.vcf", "exported"),
    ("merge giulia lukasz", "changed"),
    ("dupes no giulia lukasz", "changed"),
    ("backup", "backed_up"),
    ("restore --yes", "restored"),
    ("forget giulia --yes --backups", "forgotten"),
    ("undo", "reversed"),
    ("config set per_day 4", "configured"),
    ("config unset per_day", "configured"),
)
SPEAKS_OTHERWISE = {"shell", "demo", "redo"}


@pytest.fixture(autouse=True)
def _a_card(netlog: Run) -> None:
    (netlog.home / "new.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ewa Nowak\nEND:VCARD\n", encoding="utf-8")
    netlog.monkeypatch.chdir(netlog.home)


@pytest.fixture
def week(netlog: Run) -> Run:
    live_through(netlog)
    netlog.ok("promise", "giulia", "send the deck by friday")
    netlog.ok("mentor", "start", "giulia", "--role", "mentor", "--every", "1m", "--for", "6m")
    netlog.ok("asked-by", "giulia", "for a reference")
    netlog.ok("note", "met Zofia")
    netlog.ok("backup")
    return netlog


@pytest.mark.parametrize(("command", "sort"), READS + WRITES)
def test_every_command_answers_with_one_versioned_document(week: Run, command: str, sort: str) -> None:
    answer = week.ok(*command.split(), "--json")

    document = answer.json()
    assert (document["netlog"], document["type"]) == (1, sort)
    assert list(document)[:2] == ["netlog", "type"]
    assert answer.stdout.endswith("}\n")


def test_no_command_is_forgotten_here() -> None:
    tried = {command.split()[0] for command, _ in READS + WRITES}

    assert {entry.name for entry in COMMANDS} - SPEAKS_OTHERWISE <= tried


@pytest.mark.parametrize(("command", "_"), READS)
def test_the_same_question_has_the_same_answer_byte_for_byte(week: Run, command: str, _: str) -> None:
    assert week.ok(*command.split(), "--json") == week.ok(*command.split(), "--json")


@pytest.mark.parametrize(("command", "_"), READS)
def test_an_empty_journal_is_answered_for_too(netlog: Run, command: str, _: str) -> None:
    if "giulia" not in command:
        assert netlog.ok(*command.split(), "--json").json()["netlog"] == 1


def test_letters_stay_letters_and_control_characters_are_escaped(netlog: Run) -> None:
    netlog.ok("add", "Łukasz Żółć", "--company", "a\x1b[2Jb\u202ec")

    text = netlog.ok("show", "lukasz", "--json").stdout

    assert "Łukasz Żółć" in text
    assert "a\\u001b[2Jb\\u202ec" in text
    assert json.loads(text)["company"] == "a\x1b[2Jb\u202ec"


def test_the_receipt_of_a_contact_says_all_that_was_understood(week: Run) -> None:
    receipt = week.json(
        *[
            "log",
            "giulia",
            "lunch",
            "yesterday",
            "about",
            "boats",
            "+sea",
            "--minutes",
            "45",
            "--at",
            "Genoa",
            "--tag",
            "boats",
            "--with",
            "lukasz",
        ]
    )

    assert receipt == {
        "netlog": 1,
        "type": "logged",
        "today": "2026-11-21",
        "entry": 11,
        "kind": "lunch",
        "direction": "mutual",
        "on": "2026-11-20",
        "text": "lunch about boats",
        "people": [
            {"handle": "giulia", "name": "Giulia Rossi"},
            {"handle": "lukasz", "name": "Łukasz Wiśniewski"},
        ],
        "tags": ["sea", "boats"],
        "worth": 1.0,
        "next": receipt["next"],
        "added": [],
        "notes": [],
        "event": None,
        "promises": [],
        "exchanges": [],
        "is_private": False,
    }


def test_an_entry_shows_what_was_said_beside_the_words(week: Run) -> None:
    week.ok(
        "log",
        *[
            "giulia",
            "lunch",
            "about",
            "boats",
            "--minutes",
            "45",
            "--at",
            "Genoa",
            "--event",
            "BoatShow",
            "--tag",
            "sea",
        ],
    )

    entry = week.json("show", "giulia")["timeline"][0]

    assert (entry["minutes"], entry["place"], entry["event"], entry["tags"]) == (45, "Genoa", "BoatShow", ["sea"])
    assert [person["handle"] for person in week.json("people", "--event", "boatshow")["people"]] == ["giulia"]


def test_a_candidate_of_an_ambiguous_name_is_data(week: Run) -> None:
    error = week("show", "Anna", "--json").error()

    assert error == {
        "code": "ambiguous",
        "exit_code": 4,
        "message": "“Anna” could be anna (Anna Kowalska) or anna-b (Anna Bianchi)",
        "hint": "use the handle, the first word",
        "query": "Anna",
        "candidates": [{"handle": "anna", "name": "Anna Kowalska"}, {"handle": "anna-b", "name": "Anna Bianchi"}],
    }


def test_json_may_be_asked_for_before_the_sentence(week: Run) -> None:
    assert week.ok("log", "--json", "giulia", "coffee").json()["type"] == "logged"
