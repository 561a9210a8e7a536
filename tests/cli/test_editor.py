"""What is written in an editor is stored or kept, is private, and never passes through a shell."""

import os
import shlex
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import Processes, Run, Terminal

from netlog.cli.editor import VIM_OPTIONS, editor, split
from netlog.errors import UsageProblem
from netlog.workspace import Workspace

Editor = Callable[[str], str]

HEAD = "import os, signal, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n"
COFFEE = "path.write_text('giulia coffee, talked about pricing\\n')\n"


@pytest.fixture
def program(tmp_path: Path) -> Editor:
    """Makes a command line out of what an editor does to the file at `path`."""

    def make(does: str) -> str:
        script = tmp_path / "an editor.py"
        script.write_text(HEAD + does, encoding="utf-8")
        return shlex.join([sys.executable, "-IS", str(script)])

    return make


@pytest.fixture
def writes(program: Editor, netlog: Run, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes EDITOR do that."""

    def make(does: str) -> str:
        monkeypatch.setenv("EDITOR", program(does))
        return does

    netlog.ok("add", "Giulia", "Rossi")
    return make


def drafts(netlog: Run) -> list[Path]:
    """Everything in the folder of drafts."""
    return sorted((netlog.path.parent / "drafts").iterdir())


def entries(netlog: Run) -> list[str]:
    """The texts of Giulia's entries."""
    return [entry["text"] for entry in netlog.json("show", "giulia")["timeline"]]


def test_what_was_written_is_logged_and_the_draft_is_gone(netlog: Run, writes: Editor) -> None:
    writes(COFFEE)

    answer = netlog.ok("log", "-e")

    assert answer.stdout.startswith("logged coffee with Giulia Rossi")
    assert drafts(netlog) == []


def test_words_of_the_command_line_are_there_to_be_continued(netlog: Run, writes: Editor) -> None:
    writes("path.write_text(path.read_text() + ' and hiring')")

    netlog.ok("log", "giulia", "coffee,", "pricing", "-e")

    assert entries(netlog) == ["coffee, pricing and hiring"]


@pytest.mark.parametrize(
    ("saved", "text"),
    [
        ("giulia: # one\n\n  # two\n", "# one\n\n  # two"),
        ("giulia: one\r\ntwo\r\n", "one\ntwo"),
        ("\ufeffgiulia: tea", "tea"),
        ("giulia: [bold]żółć[/bold]", "[bold]żółć[/bold]"),
    ],
)
def test_the_text_is_taken_as_it_is(netlog: Run, writes: Editor, saved: str, text: str) -> None:
    writes(f"path.write_bytes({saved.encode()!r})")

    netlog.ok("log", "-e")

    assert entries(netlog) == [text]


def test_a_note_from_the_editor_that_cannot_be_settled_goes_to_the_inbox(netlog: Run, writes: Editor) -> None:
    writes("path.write_text('Zenobia moves to Gdańsk')")

    netlog.ok("note", "-e")

    assert [item["text"] for item in netlog.json("inbox")["items"]] == ["Zenobia moves to Gdańsk"]
    assert drafts(netlog) == []


@pytest.mark.parametrize("does", ["", "path.write_text(' \\n\\n')", "path.unlink()"])
def test_nothing_written_is_nothing_stored_and_nothing_kept(netlog: Run, writes: Editor, does: str) -> None:
    writes(does)

    answer = netlog("log", "-e")

    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "nothing was written" in answer.stderr
    assert drafts(netlog) == []


@pytest.mark.parametrize(
    ("does", "code", "said"),
    [
        (f"{COFFEE}sys.exit(3)", 1, "failed with exit code 3"),
        (f"{COFFEE}os.kill(os.getpid(), signal.SIGKILL)", 1, "was ended by signal 9"),
        ("path.write_bytes(b'giulia \\xff')", 2, "not valid UTF-8"),
        ("path.write_text('giulia ' + 'x' * 4_000_000)", 2, "longer than a note can be"),
        ("path.write_text('giulia ' + 'x' * 1_500_000)", 2, "has 1,500,000 characters"),
        ("path.write_text('nobody at all')", 3, "nobody"),
        ("path.write_text('giulia: a\\0b')", 2, "not valid UTF-8"),
    ],
)
def test_what_cannot_be_stored_is_kept_and_named(netlog: Run, writes: Editor, does: str, code: int, said: str) -> None:
    writes(does)
    before = netlog.stored()

    answer = netlog("log", "-e")

    (draft,) = drafts(netlog)
    assert (answer.exit_code, answer.stdout) == (code, "")
    assert f"your text is kept in {draft}\n" in answer.stderr
    assert said in answer.stderr
    assert netlog.stored() == before | {str(draft.relative_to(netlog.home)): draft.read_bytes()}


def test_ctrl_c_while_an_editor_runs_is_for_the_editor(netlog: Run, writes: Editor) -> None:
    writes(f"{COFFEE}os.kill(os.getppid(), signal.SIGINT)")

    assert netlog.ok("log", "-e").stdout.startswith("logged coffee")


def test_an_editor_that_is_not_there_is_named_with_a_way_out(netlog: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")

    answer = netlog("log", "-e")

    assert answer.exit_code == 1
    assert answer.stderr.startswith("netlog: cannot run the editor “no-such-editor”: No such file or directory; name")
    assert drafts(netlog) == []


def test_without_any_editor_one_is_asked_for(netlog: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(netlog.home))

    answer = netlog("log", "-e")

    assert (answer.exit_code, "there is no editor; name one in VISUAL or EDITOR" in answer.stderr) == (1, True)


def test_for_a_program_the_error_itself_says_where_the_text_is(netlog: Run, writes: Editor) -> None:
    writes(f"{COFFEE}sys.exit(1)")

    answer = netlog("log", "-e", "--json")

    assert answer.error()["code"] == "editor"
    assert answer.error()["hint"] == f"your text is kept in {drafts(netlog)[0]}"


def test_an_earlier_draft_is_mentioned_to_a_person(
    netlog: Run, writes: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes(f"{COFFEE}sys.exit(1)")
    netlog("log", "-e")
    (earlier,) = drafts(netlog)
    writes(COFFEE)

    in_a_pipe = netlog("log", "-e")
    monkeypatch.setattr(Workspace, "is_interactive", True)
    at_a_terminal = netlog("log", "-e")

    assert in_a_pipe.stderr == ""
    assert at_a_terminal.stderr == f"an earlier draft is in {earlier}\n"
    assert drafts(netlog) == [earlier]


def test_drafts_are_private_and_lie_beside_the_journal(netlog: Run, writes: Editor, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    writes(f"Path({str(seen)!r}).write_text(f'{{path.stat().st_mode:o}} {{path.parent.stat().st_mode:o}} {{path}}')")

    netlog("log", "giulia", "tea", "-e")

    mode, folder_mode, path = seen.read_text().split(" ", 2)
    assert (mode, folder_mode, Path(path).parent) == ("100600", "40700", netlog.path.parent / "drafts")


def test_what_an_editor_leaves_beside_the_draft_goes_with_it(netlog: Run, writes: Editor) -> None:
    names = ("f'{path.name}~'", "f'.{path.name}.swp'", "f'#{path.name}#'")
    writes(COFFEE + "".join(f"path.with_name({name}).write_text('secret')\n" for name in names))

    netlog.ok("log", "-e")

    assert drafts(netlog) == []


@pytest.mark.parametrize("spoil", ["chmod", "link", "file"])
def test_a_folder_of_drafts_that_others_could_use_is_refused(netlog: Run, writes: Editor, spoil: str) -> None:
    writes(COFFEE)
    folder = netlog.path.parent / "drafts"
    if spoil == "chmod":
        folder.mkdir()
        folder.chmod(0o777)
    elif spoil == "link":
        folder.symlink_to(netlog.home)
    else:
        folder.write_text("not a folder")

    answer = netlog("log", "-e")

    assert (answer.exit_code, entries(netlog)) == (6, [])


def test_a_draft_without_room_on_the_disk_stores_nothing(netlog: Run, writes: Editor) -> None:
    resource = pytest.importorskip("resource", reason="there are no limits here")
    writes(COFFEE)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        answer = netlog("log", "giulia", "x" * 1000, "-e")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)

    assert (answer.exit_code, "cannot keep a draft" in answer.stderr) == (6, True)
    assert (drafts(netlog), entries(netlog)) == ([], [])


def test_words_that_are_not_utf8_are_refused_and_kept_as_they_were(netlog: Run, writes: Editor) -> None:
    writes("")

    answer = netlog("log", "giulia", "caf\udce9", "-e")

    assert answer.exit_code == 2
    assert [draft.read_bytes() for draft in drafts(netlog)] == [b"giulia caf\xe9"]


def test_visual_comes_before_editor() -> None:
    assert editor({"VISUAL": "ed -s", "EDITOR": "nano"}) == ["ed", "-s"]
    assert editor({"VISUAL": " ", "EDITOR": "nano"}) == ["nano"]


def test_the_editor_is_never_given_to_a_shell(
    netlog: Run, writes: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    writes(f"Path({str(seen)!r}).write_text('|'.join(sys.argv[1:-1]))\n{COFFEE}")
    monkeypatch.setenv("EDITOR", os.environ["EDITOR"] + f" '$(touch {tmp_path}/pwned)' ; `id` > x && 'a b' *")

    netlog.ok("log", "-e")

    assert seen.read_text() == f"$(touch {tmp_path}/pwned)|;|`id`|>|x|&&|a b|*"
    assert not (tmp_path / "pwned").exists()


def test_a_quote_that_never_ends_is_a_usage_problem() -> None:
    with pytest.raises(UsageProblem, match="quote that never ends"):
        split('emacs "-nw')


@pytest.mark.parametrize(("name", "is_vim"), [("vim.tiny", True), ("nvim", True), ("nano", False), ("ed", False)])
def test_vim_by_any_name_is_told_to_leave_no_traces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_vim: bool
) -> None:
    (tmp_path / name).write_text("#!/bin/sh\n")
    (tmp_path / name).chmod(0o755)
    (tmp_path / "vi").symlink_to(tmp_path / name)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert editor({}) == ["vi", *(VIM_OPTIONS if is_vim else ())]


@pytest.mark.skipif(not shutil.which("vim"), reason="there is no Vim here")
def test_vim_leaves_no_traces_whatever_its_settings_say(processes: Processes) -> None:
    home = processes.home
    (home / ".vimrc").write_text(
        "set undofile backup writebackup swapfile modeline modelines=5 undodir=~ directory=~\nautocmd!\n"
    )
    processes("add", "Giulia Rossi")
    drive = "vim -c 'normal Ocoffee with Giulia' -c 'call writefile([&ts], $HOME . \"/ts\")' -c wq"
    told = WithEditor(home, drive)

    conversation = Terminal(told)("log", "giulia", "vim: set ts=13 :", "-e")

    assert b"logged coffee with Giulia Rossi" in conversation.rest()
    assert (home / "ts").read_text() == "8\n"
    assert {path.name for path in home.iterdir()} == {".vimrc", "ts", "data"}
    assert list((home / "data" / "netlog" / "drafts").iterdir()) == []


class WithEditor(Processes):
    """Processes that see an EDITOR."""

    def __init__(self, home: Path, command: str) -> None:
        super().__init__(home)
        self.command_line = command

    @property
    def environ(self) -> dict[str, str]:
        return {**super().environ, "EDITOR": self.command_line}


def test_what_an_editor_prints_is_not_part_of_the_answer(processes: Processes, program: Editor) -> None:
    processes("add", "Giulia Rossi")

    answer = processes("log", "-e", "--json", EDITOR=program(f"print('welcome')\n{COFFEE}"))

    assert answer.json()["kind"] == "coffee"
    assert "welcome" in answer.stderr


def test_others_may_write_while_the_editor_is_open(processes: Processes, program: Editor) -> None:
    processes("add", "Giulia Rossi")
    command = [sys.executable, "-m", "netlog", "add", "Marco Bianchi"]

    answer = processes(
        "log", "-e", EDITOR=program(f"import subprocess\nsubprocess.run({command}, check=True)\n{COFFEE}")
    )

    assert answer.exit_code == 0
    assert processes("people").stdout.count("\n") == 2
