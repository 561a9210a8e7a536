"""Whatever an editor does, what was written is stored or kept, nothing lies in /tmp, and no shell runs."""

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import Run
from tests.hostile.corpus import SHELL
from tests.hostile.judge import live
from tests.hostile.scene import TERMINAL, at_terminal

HEAD = "import os, signal, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n"
WRITES = {
    "log giulia -e": "path.write_text('giulia: the secret of the harbour')\n",
    "note giulia -e": "path.write_text('giulia: the secret of the harbour')\n",
    "edit giulia": "path.write_text(path.read_text().replace('company:', 'company: the secret of the harbour'))\n",
    "edit 1": "path.write_text(path.read_text() + 'the secret of the harbour')\n",
}
ENDS = {
    "is killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "ends with 1": "sys.exit(1)",
    "is told to stop": "os.kill(os.getpid(), signal.SIGTERM)",
    "leaves other files": "path.with_name(path.name + '~').write_text('the secret'); sys.exit(1)",
    "links the draft away": (
        "text = path.read_text(); path.unlink(); other = path.with_name('other'); other.write_text(text);"
        "path.symlink_to(other); sys.exit(1)"
    ),
}


@pytest.fixture
def shared(tmp_path: Path, netlog: Run) -> Iterator[Path]:
    """The folder for temporary files, in which nothing is left."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        netlog.monkeypatch.setenv(name, str(folder))
    netlog.monkeypatch.setattr("tempfile.tempdir", None)
    netlog.ok("add", "Giulia Rossi")
    netlog.ok("log", "giulia", "tea")
    yield folder
    assert list(folder.iterdir()) == []


def with_editor(netlog: Run, does: str) -> None:
    """Make EDITOR do that with the file at `path`."""
    script = netlog.home / "editor.py"
    script.write_text(HEAD + does, encoding="utf-8")
    command = shlex.join([sys.executable, "-IS", str(script)])
    netlog.monkeypatch.setattr("tests.hostile.scene.TERMINAL", {**TERMINAL, "EDITOR": command})


def kept(netlog: Run) -> list[str]:
    """What the drafts say."""
    return [path.read_text(encoding="utf-8") for path in sorted((netlog.path.parent / "drafts").glob("netlog-*"))]


@pytest.mark.parametrize("line", WRITES)
@pytest.mark.parametrize("end", ENDS)
def test_an_editor_that_fails_loses_no_word(netlog: Run, shared: Path, line: str, end: str) -> None:
    with_editor(netlog, WRITES[line] + ENDS[end])

    shown = at_terminal(netlog, *line.split())

    assert shown.exit_code == 1
    assert shown.is_clean()
    assert b"kept in" in shown.stderr
    assert any("the secret of the harbour" in text for text in kept(netlog))


@pytest.mark.parametrize("line", WRITES)
def test_a_store_without_room_loses_no_word(netlog: Run, shared: Path, line: str) -> None:
    with_editor(netlog, WRITES[line] + "import shutil\n")
    for name in ("appends.SqlAppender.finish", "records.SqlModelRecords.finish"):
        netlog.monkeypatch.setattr(f"netlog.storage.{name}", no_room)

    shown = at_terminal(netlog, *line.split())

    assert shown.exit_code == 6, shown
    assert b"kept in" in shown.stderr
    assert any("the secret of the harbour" in text for text in kept(netlog))


def no_room(*_: object, **__: object) -> None:
    from netlog.errors import StorageProblem

    raise StorageProblem("the disk is full", code="full")


@pytest.mark.parametrize("name", SHELL)
def test_no_editor_is_a_line_of_shell(netlog: Run, shared: Path, name: str) -> None:
    (netlog.home / "here").mkdir()
    netlog.monkeypatch.chdir(netlog.home / "here")
    before = {**TERMINAL, "EDITOR": f"{shlex.quote(sys.executable)} -c pass {SHELL[name]}".replace("\x00", "")}
    netlog.monkeypatch.setattr("tests.hostile.scene.TERMINAL", before)

    shown = at_terminal(netlog, "log", "giulia", "tea", "-e")

    assert shown.exit_code in (0, 1, 2)
    assert live(shown.stderr.decode()) == set()
    assert os.listdir(".") == []  # noqa: PTH208


def test_the_next_one_is_told_of_what_was_left(netlog: Run, shared: Path) -> None:
    with_editor(netlog, WRITES["log giulia -e"] + "sys.exit(1)")
    at_terminal(netlog, "log", "giulia", "-e")
    with_editor(netlog, WRITES["log giulia -e"])

    shown = at_terminal(netlog, "log", "giulia", "-e")

    assert shown.exit_code == 0
    assert b"an earlier draft is in" in shown.stderr
    assert len(kept(netlog)) == 1
