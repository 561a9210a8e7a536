"""Hostile text typed wherever words go, and what every command answers or complains: harmless in every form."""

import json
from collections.abc import Iterator
from itertools import cycle

import pytest
from tests.cli.running import Run
from tests.hostile.corpus import ACTIVE, everything, in_bundles
from tests.hostile.judge import live
from tests.hostile.scene import at_terminal

from netlog.cli.app import COMMANDS

HERE = "{}"
WRITES = (
    "add {}",
    "add Ada --new --company {} --role {} --place {} --met {} --note {} --can {} --wants {}",
    "add Ada --new --email {}",
    "add Ada --new --phone {}",
    "add Ada --new --url {}",
    "add Ada --new --tag {}",
    "add Ada --new --tier {}",
    "add Ada --new --every {}",
    "add Ada --new --birthday {}",
    "add Ada --new --via {}",
    "add Ada --new --on {}",
    "log {}",
    "log bo {}",
    "log bo --with {}",
    "log bo coffee --kind {}",
    "log bo coffee --at {} --event {}",
    "log bo coffee --on {}",
    "log bo coffee --counts {}",
    "log bo coffee --minutes {}",
    "log bo coffee --i-promised {} --they-promised {} --gave {} --got {} --asked {} --asked-by {}",
    "note {}",
    "note bo {}",
    "due --within {}",
    "due --tag {} --near {}",
    "due --tier {}",
    "due --limit {}",
    "why {}",
    "show {}",
    "brief {}",
    "brief --event {}",
    "find {}",
    "find a --with {}",
    "find a --since {}",
    "people --sort {}",
    "people --format {}",
    "people --format mutt {}",
    "people --near {}",
    "who {}",
    "stats {}",
    "forecast --weeks {}",
    "undo {}",
    "redo {}",
    "history --limit {}",
    "gave bo {}",
    "got bo {}",
    "asked bo {}",
    "asked-by bo {}",
    "answer {}",
    "answer bo {}",
    "exchanges {}",
    "fact bo {}",
    "fact bo a --sort {}",
    "facts {}",
    "facts --confirm {}",
    "match --limit {}",
    "inbox {}",
    "inbox settle {}",
    "inbox settle 1 {}",
    "edit bo --name {} --company {} --role {} --place {} --met {} --note {} --alias {}",
    "edit bo --handle {}",
    "edit bo --drop {}",
    "edit 1 --text {} --kind coffee",
    "edit {}",
    "rm {}",
    "rename bo {}",
    "alias bo {}",
    "snooze bo {}",
    "skip {}",
    "pause {}",
    "pause --everyone --until {}",
    "resume {}",
    "let-go bo --why {}",
    "event start {} --place {}",
    "event show {}",
    "event {}",
    "event end --on {}",
    "intro bo ida --why {}",
    "intro next 1 {}",
    "intro {}",
    "mentor start bo --role mentor --every 2w --for 6m --goal {} --area {} --channel {} --hours {}",
    "mentor agenda bo add {}",
    "mentor session bo {} --topic {} --gave-feedback {} --i-will {} --they-will {}",
    "mentor {}",
    "mentor start bo --role {}",
    "mentor start bo --not {}",
    "mentor end bo --why {}",
    "tiers {}",
    "tiers keep {}",
    "season start {} --boost tier:close",
    "season start a --boost {}",
    "season end {}",
    "promise bo {}",
    "promised-by bo {} --by {}",
    "promises {}",
    "keep {}",
    "drop 1 --why {}",
    "postpone bo {}",
    "import {}",
    "import /dev/null --as {}",
    "import /dev/null --map {}",
    "import /dev/null --encoding {}",
    "export {}",
    "export csv -o {}",
    "export vcard --version {}",
    "formats {}",
    "dupes no {} bo",
    "merge bo {} --yes",
    "merge --from {}",
    "backup -o {}/x",
    "restore {}",
    "doctor {}",
    "forget {} --yes",
    "config set {} 1",
    "config set me {}",
    "config set per_day {}",
    "config explain {}",
    "config get {}",
    "shell {}",
    "demo --at {}/x",
    "--db {} people",
    "{}",
    "--{}",
    "people --{}",
)
FORMS = ("terminal", "pipe", "json")


@pytest.fixture(scope="module")
def texts() -> Iterator[str]:
    """The corpus in turn, ever again, in pieces as long as a name may be."""
    typed = [text.replace("\x00", "") for text in everything()]
    return cycle([*in_bundles(typed), *(text.replace("\x00", "") for text in ACTIVE.values())])


def test_no_command_is_left_out() -> None:
    assert {entry.name for entry in COMMANDS} <= {line.split()[0] for line in WRITES}


@pytest.mark.parametrize("form", FORMS)
def test_whatever_is_typed_the_answer_is_harmless(
    netlog: Run, texts: Iterator[str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(netlog.home)
    netlog.people("Bo Lind", "Ida Neri")
    for line in WRITES:
        arguments = [word.replace(HERE, next(texts)) for word in line.split()]
        answered(netlog, form, line, arguments)


def answered(netlog: Run, form: str, line: str, arguments: list[str]) -> None:
    """Run the command in that form, and judge."""
    if form == "terminal":
        shown = at_terminal(netlog, *arguments)
        assert shown.is_clean(but="\n\t" if "--format" in line else "\n", is_counting=arguments[0] == "import"), line
        return
    answer = netlog(*arguments, *(["--json"] * (form == "json")))
    assert live(answer.stdout, but="\t\n") == set(), line
    assert live(answer.stderr) == set(), line
    assert answer.exit_code in (0, 1, 2, 3, 4, 5, 6), line
    assert "this is a bug" not in answer.stderr, (line, arguments, answer.stderr)
    if answer.exit_code:
        assert answer.stderr.count("\n") == 1, (line, answer.stderr)
    if form == "json" and answer.stdout:
        json.loads(answer.stdout)


def test_what_is_no_text_is_named_as_such_not_as_a_bug(netlog: Run) -> None:
    netlog.people("Bo Lind")

    for line in ("show caf\udce9", "answer caf\udce9", "stats caf\udce9", "find caf\udce9", "snooze bo caf\udce9"):
        answer = netlog(*line.split())
        assert answer.exit_code in (0, 2, 3), line
        assert "bug" not in answer.stderr, line


def test_a_traceback_that_was_asked_for_is_harmless_too(netlog: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError(ACTIVE["OSC 0 title"] + ACTIVE["C1 CSI"])

    monkeypatch.setenv("NETLOG_TRACEBACK", "1")
    monkeypatch.setattr("netlog.cli.people.people", fails)
    monkeypatch.setattr("netlog.storage.reader.SqlReader.listed", fails)

    shown = at_terminal(netlog, "people")

    assert b"RuntimeError" in shown.stderr
    assert live(shown.stderr.decode()) == set()
