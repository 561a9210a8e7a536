"""Texts written in the user's editor: private drafts beside the journal, kept until what they say is stored."""

import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from netlog.cli import ask
from netlog.cli.words import LONGEST_INPUT
from netlog.errors import Declined, NetlogError, StorageProblem, UsageProblem, shorten
from netlog.workspace import Workspace, is_terminal

FOLDER, PREFIX, SUFFIX = "drafts", "netlog-", ".txt"
USUAL = ("notepad",) if os.name == "nt" else ("vi", "nano")
VIM_NAMES = ("vim", "nvim")
VIM_SETTINGS = "set nobackup nowritebackup | setlocal noswapfile noundofile nomodeline"
VIM_OPTIONS = (
    *("-n", "-i", "NONE"),
    *("--cmd", "silent! augroup netlog | augroup END"),
    *("--cmd", f"silent! autocmd netlog BufNewFile,BufReadPre * {VIM_SETTINGS}"),
)
"""No swap, history, backup or undo file, and no settings taken from a text.

Set by an autocommand, because a vimrc is read after --cmd; in a group, because many begin with `autocmd!`.
"""
STANDARD_ERROR = 2


class EditorFailed(NetlogError):
    """The editor could not be run, or did not end well."""

    code = "editor"


@contextmanager
def written_in_editor(net: Workspace, text: str) -> Iterator[str]:
    """The text as the user leaves it in the editor, kept as a draft unless the block ends well."""
    with draft(net, text) as path:
        edited(net, path)
        written = content(path)
        if not written.strip():
            raise Declined("nothing was written", hint="an editor with a window must wait, as in VISUAL='code --wait'")
        yield written.rstrip("\n")


@contextmanager
def draft(net: Workspace, text: str, *, blank: str = "") -> Iterator[Path]:
    """A private file with the text: gone when the block ends well, else kept and named, unless it is `blank`."""
    path = new_draft(net, text)
    try:
        yield path
    except BaseException as problem:
        if is_worth_keeping(path, blank):
            tell_where(net, path, problem)
        else:
            remove(path)
        raise
    remove(path)


def new_draft(net: Workspace, text: str) -> Path:
    """A draft that nobody else can read; says where earlier ones are."""
    folder = net.path.parent / FOLDER
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        refuse_shared(folder)
        mention_earlier(net, folder)
        return fresh_file(folder / f"{PREFIX}{net.today:%Y%m%d}-{os.urandom(4).hex()}{SUFFIX}", text)
    except OSError as problem:
        raise StorageProblem(
            f"cannot keep a draft in {folder}: {problem.strerror or problem}",
            code="unusable_drafts",
            hint="check the folder and the room on the disk",
        ) from problem


def fresh_file(path: Path, text: str) -> Path:
    """A file that was not there before, for its owner alone, with all of the text or not there at all."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def refuse_shared(folder: Path) -> None:
    """Raise StorageProblem where somebody else could read or replace a draft."""
    if os.name != "posix":
        return
    status = folder.lstat()
    is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    if not is_own or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise StorageProblem(
            f"{folder} is not a folder of yours alone",
            code="shared_drafts",
            hint="remove it, or take it away from others with chmod 700",
        )


def mention_earlier(net: Workspace, folder: Path) -> None:
    """Say, in one line to somebody who is there, which drafts were kept before."""
    earlier = sorted(folder.glob(f"{PREFIX}*{SUFFIX}"), key=os.path.getmtime)
    if earlier and net.is_interactive:
        rest = f", and {len(earlier) - 1} more beside it" if earlier[1:] else ""
        ask.say(f"an earlier draft is in {earlier[-1]}{rest}")


def is_worth_keeping(path: Path, blank: str) -> bool:
    """Whether the draft has something that was typed."""
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return bool(written.strip()) and written != blank.encode()


def tell_where(net: Workspace, path: Path, problem: BaseException) -> None:
    """Say where the draft is: in a line of its own, or in the error when a program reads it."""
    kept = f"your text is kept in {path}"
    if not net.as_json:
        ask.say(kept)
    elif isinstance(problem, NetlogError):
        problem.hint = "; ".join(filter(None, (problem.hint, kept)))


def remove(path: Path) -> None:
    """Remove the draft, with what an editor may have left beside it."""
    for trace in path.parent.glob(f"*{path.name}*"):
        trace.unlink(missing_ok=True)


def edited(net: Workspace, path: Path) -> None:
    """Let the user edit the file; raises EditorFailed."""
    command = [*editor(net.environ), str(path)]
    sys.stdout.flush()
    try:
        code = run(command)
    except OSError as problem:
        raise EditorFailed(
            f"cannot run the editor {shorten(command[0])}: {problem.strerror or problem}",
            hint="name another in VISUAL or EDITOR, as in EDITOR=nano",
        ) from problem
    if code:
        ending = f"was ended by signal {-code}" if code < 0 else f"failed with exit code {code}"
        raise EditorFailed(f"the editor {shorten(command[0])} {ending}; nothing was stored")


def run(command: Sequence[str]) -> int:
    """Run the editor to its end; Ctrl-C is for the editor alone. Its exit code, or minus a signal.

    Where standard output goes to a program, the editor draws on standard error.
    """
    out = None if is_terminal(sys.stdout) else STANDARD_ERROR
    with subprocess.Popen(command, stdout=out) as process:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            return process.wait()
        finally:
            signal.signal(signal.SIGINT, before)


def editor(environ: Mapping[str, str]) -> list[str]:
    """The editor as a command: VISUAL, else EDITOR, else what there usually is; never through a shell."""
    named = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    command = split(named) if named else [next(filter(shutil.which, USUAL), "")]
    if not command[0]:
        raise EditorFailed("there is no editor", hint="name one in VISUAL or EDITOR, as in EDITOR=nano")
    return [*command, *(VIM_OPTIONS if is_vim(command[0]) else ())]


def split(words: str) -> list[str]:
    """The words of a command; backslashes are part of a path on Windows."""
    try:
        if os.name == "posix":
            return shlex.split(words) or [""]
        return [word.strip('"') for word in shlex.split(words, posix=False)]
    except ValueError:
        raise UsageProblem(f"the editor {shorten(words)} has a quote that never ends") from None


def is_vim(program: str) -> bool:
    """Whether the program is Vim or Neovim, by whatever name it is called."""
    found = shutil.which(program)
    return bool(found) and Path(os.path.realpath(str(found))).name.startswith(VIM_NAMES)


def rewrite(path: Path, text: str) -> None:
    """Make the draft say this; what it said is not lost when that fails."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as problem:
        raise EditorFailed(f"cannot write the draft: {problem.strerror or problem}") from problem


def content(path: Path) -> str:
    """What the file holds, with newlines as they are here; a file that is gone holds nothing."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as problem:
        raise EditorFailed(f"cannot read what was written: {problem.strerror or problem}") from problem
    if len(data) > LONGEST_INPUT:
        raise UsageProblem("that is longer than a note can be", hint="cut it to a few pages")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageProblem("what was saved is not valid UTF-8", hint="make the editor save UTF-8") from None
