"""What is private counts like everything else, and its words are told only where --private asks for them."""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime

import pytest
from tests.cli.running import Result, Run

from netlog.cli.app import COMMANDS
from netlog.cli.main import main
from netlog.errors import ExitCode
from netlog.side_door import answer

SECRETS = (
    *("zanzibar", "quokka", "xanadu", "vellum", "marzipan", "obsidian", "wombat", "tungsten", "sapphire"),
    *("onyx", "gingko"),
)

READS = (
    "",
    "due",
    "due --all",
    "why giulia",
    "show giulia",
    "show giulia --all",
    "brief giulia",
    "brief --event meetup",
    "people",
    "people --tag quokka",
    "who pricing",
    *(f"who {word}" for word in ("zanzibar", "obsidian", "marzipan")),
    "match",
    "stats",
    "stats giulia",
    "forecast",
    "history",
    "exchanges",
    "exchanges giulia",
    "facts",
    "facts giulia",
    "promises --all",
    "inbox",
    "event list",
    "event show meetup",
    "intro list",
    "mentor list",
    "mentor review giulia",
    "tiers",
    "season",
    "dupes",
    "formats",
    "config",
    "backup --list",
    "doctor",
    "import --help",
    *(f"export {name}" for name in ("netlog", "vcard", "csv", "ical", "markdown")),
    "export netlog --with giulia",
    "export csv --with giulia",
    "edit entry 99",
    "edit entry 1 --drop rabbit",
    "edit giulia --drop rabbit",
    "facts --confirm 1",
    "facts --confirm 2",
    "merge giulia anna --dry-run",
    "forget giulia --dry-run",
    "shell prompt",
    "demo --help",
)
WRITES = (
    "keep 1",
    "undo",
    "redo",
    "postpone 1 2027-03-01",
    "drop 1 --why no",
    "undo",
    "undo",
    "promise giulia send-slides",
    "promised-by giulia send-more",
    "keep giulia",
    "answer 1",
    "answer 2",
    "gave giulia tips",
    "got giulia tips",
    "asked giulia tips",
    "asked-by giulia tips",
    "fact giulia likes-tea",
    "snooze giulia 2w",
    "pause giulia",
    "resume giulia",
    "skip giulia",
    "let-go giulia --why moved",
    "undo",
    "edit entry 1 --minutes 20",
    "edit entry 1 --no-private --private",
    "edit giulia --company Acme",
    "rename giulia Giulia Verdi",
    "alias giulia Giu",
    "inbox drop 1",
    "undo",
    "add Marek",
    "log giulia coffee",
    "note giulia fine",
    "undo 3",
    "undo 4",
    "redo 3",
    "rm exchange 1",
    "undo",
    "rm 1",
    "undo",
    "edit fact 1 --private",
    "intro giulia anna --why work",
    "rm giulia",
    "undo",
    "restore",
)


@pytest.fixture
def kept(netlog: Run) -> Run:
    """A journal with a secret in everything that can be private, and in what became so later."""
    netlog.people("Giulia Rossi", "Anna Kowalska")
    netlog.ok("log", "giulia", "coffee", "about pricing", "--on", "2026-11-01")
    netlog.ok("event", "start", "meetup")
    netlog.ok(
        *("log", "giulia", "coffee, zanzibar +quokka", "--at", "Xanadu", "--private", "--i-promised", "vellum"),
        *("--asked-by", "marzipan", "--got", "marzipan cake"),
    )
    netlog.ok("fact", "giulia", "obsidian", "--private")
    netlog.ok("note", "wombat @nobody", "--private")
    netlog.ok("fact", "giulia", "tungsten")
    netlog.ok("edit", "fact", "2", "--private")
    netlog.ok("log", "giulia", "call, sapphire +gingko", "--i-promised", "onyx")
    netlog.ok("edit", "entry", "3", "--private")
    netlog.ok("mentor", "start", "giulia", *["--role", "mentor", "--every", "2w", "--for", "6m"])
    return netlog


class Display(io.TextIOWrapper):
    """A terminal, as far as a program can tell."""

    def __init__(self) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding="utf-8")

    def isatty(self) -> bool:
        """It is one."""
        return True

    def shown(self) -> str:
        """All that was written."""
        self.flush()
        return self.bytes.getvalue().decode()


def on_a_terminal(netlog: Run, *arguments: str) -> Result:
    """The command with a terminal for its output."""
    netlog.monkeypatch.setenv("COLUMNS", "200")
    netlog.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    out, err = Display(), Display()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return Result(code, out.shown(), err.shown())


def said(result: Result) -> str:
    """Everything that was printed."""
    return (result.stdout + result.stderr).casefold()


def in_json(netlog: Run, *arguments: str) -> Result:
    """The command with --json."""
    return netlog(*arguments, "--json")


def told(result: Result) -> set[str]:
    """The secrets that were told, but those the user typed."""
    return {secret for secret in SECRETS if secret in said(result)}


LOOKS = {"plain": Run.__call__, "json": in_json, "terminal": on_a_terminal}


def test_the_reads_and_writes_below_are_every_command() -> None:
    tried = {line.split()[0] for line in (*READS, *WRITES) if line}
    alone = {"find", "shell", "config", "demo", "import", "backup"}

    assert {entry.name for entry in COMMANDS} - alone <= tried


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_command_tells_what_is_private(kept: Run, look: Callable[..., Result]) -> None:
    for line in READS:
        typed = {secret for secret in SECRETS if secret in line}
        assert not told(look(kept, *line.split())) - typed, line


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_change_tells_what_is_private(kept: Run, look: Callable[..., Result]) -> None:
    for line in WRITES:
        assert not told(look(kept, *line.split())), line


@pytest.mark.parametrize("secret", SECRETS)
def test_a_search_does_not_find_it_unless_asked(kept: Run, secret: str) -> None:
    assert kept.json("find", secret)["hits"] == []
    assert kept.json("find", secret, "--private")["hits"]


@pytest.mark.parametrize("names", [("--names", "tags", "q"), ("--names", "tags", "g"), ("--names", "people", "w")])
def test_tab_offers_nothing_that_is_private(kept: Run, names: tuple[str, ...]) -> None:
    offered = answer(names, {"NETLOG_DB": str(kept.path)}, now=datetime(2026, 11, 21), fold=str.lower)

    assert offered == ""


def test_a_private_contact_counts_as_any_other(netlog: Run) -> None:
    netlog.people("Giulia Rossi", "Anna Kowalska")
    netlog.ok("log", "giulia", "coffee, zanzibar", "--private")
    netlog.ok("log", "anna", "coffee, a story")

    secret, other = (netlog.json("show", name) for name in ("giulia", "anna"))

    assert (secret["contacts"], secret["last_on"], secret["due_on"]) == (1, "2026-11-21", other["due_on"])
    (entry,) = secret["timeline"]
    assert (entry["kind"], entry["text"], entry["is_private"]) == ("coffee", "", True)


def test_show_says_how_many_facts_are_private(kept: Run) -> None:
    assert (kept.json("show", "giulia")["private_facts"], kept.json("show", "giulia")["facts"]) == (2, [])
    assert kept.json("show", "giulia", "--private")["private_facts"] == 0


def test_the_last_topic_is_the_last_that_may_be_told(netlog: Run) -> None:
    netlog.people("Giulia Rossi")
    netlog.ok("log", "giulia", "coffee about pricing", "--on", "2026-01-02")
    netlog.ok("log", "giulia", "coffee, zanzibar", "--on", "2026-02-02", "--private")

    (item,) = netlog.json("due")["first"] or [netlog.json("due")["reconnect"]]

    assert (item["topic"], item["last_on"]) == ("coffee about pricing", "2026-02-02")


@pytest.mark.parametrize("command", ["show giulia", "brief giulia", "inbox", "facts giulia", "export", "export csv"])
def test_private_tells_it_to_who_asks(kept: Run, command: str) -> None:
    assert told(kept(*command.split(), "--private"))


def test_an_export_with_private_is_the_whole_journal(kept: Run) -> None:
    whole = kept.ok("export", "--private").stdout
    kept.path.rename(kept.path.with_name("before.db"))
    kept.ok("import", "-", "--yes", stdin=whole)

    assert kept.ok("export", "--private").stdout == whole


def test_an_export_without_it_stands_alone(kept: Run) -> None:
    part = kept.ok("export").stdout
    kept.path.rename(kept.path.with_name("before.db"))
    kept.ok("import", "-", "--yes", stdin=part)

    assert kept.json("show", "giulia", "--private")["timeline_total"] == 1
    assert kept.ok("export", "--private").stdout == part


def test_a_private_note_stays_private_when_it_is_settled(kept: Run) -> None:
    kept.ok("inbox", "settle", "1", "anna")

    assert kept.json("show", "anna")["timeline"][0]["text"] == ""
    assert "wombat" in kept.json("show", "anna", "--private")["timeline"][0]["text"]


def test_what_is_private_can_be_told_again_and_undone(kept: Run) -> None:
    kept.ok("edit", "entry", "2", "--no-private")
    assert kept.json("show", "giulia")["timeline"][1]["text"] == "coffee, zanzibar"

    kept.ok("undo")

    assert kept.json("show", "giulia")["timeline"][1]["text"] == ""


def test_a_change_of_something_else_leaves_private_facts_alone(kept: Run) -> None:
    kept.ok("edit", "giulia", "--note", "plays chess", "--drop", "obsidian")

    facts = kept.json("facts", "giulia", "--private")["facts"]

    assert [(fact["text"], fact["is_private"]) for fact in facts] == [("tungsten", True), ("plays chess", False)]


def test_a_fact_is_made_private_by_its_number_and_no_more(kept: Run) -> None:
    assert kept("edit", "fact", "2", "--text", "other").exit_code == ExitCode.USAGE
    assert kept("edit", "fact", "77", "--private").exit_code == ExitCode.NOT_FOUND
    assert "already" in kept.ok("edit", "fact", "2", "--private").stdout


def test_the_receipt_of_something_private_does_not_repeat_it(netlog: Run) -> None:
    netlog.people("Giulia Rossi")

    logged = netlog.ok("log", "giulia", "coffee, zanzibar +quokka", "--private", "--i-promised", "vellum")

    assert told(logged) == set()
    assert "private" in logged.stdout
