"""The programs that get the same faults: how each keeps entries, takes one more, and lists all it has."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import peer_files
from peer_files import Entry, written
from place import environ

LIMIT = 600
"""Seconds after which a program is held to hang."""
BEGUN = re.compile(r"(old|new)(\w+?)q\b")
ENDED = re.compile(r"end(\w+?)q\b")
SETTINGS = {"jrnl.yaml", "khard.conf", "config.py", ".taskrc"}
"""Files that are configuration, not entries."""


class Peer(NamedTuple):
    """A program; `{mark}`, `{text}` and `{draft}` in its words are filled in.

    `draft` is the text of a file that it is given an entry in. `screen` is its listing for people, `everything` the
    one for programs.
    """

    name: str
    label: str
    package: str
    made_for: str
    seeds: int
    lay_out: Callable[["Tool", Sequence[Entry]], None]
    add: tuple[str, ...]
    everything: tuple[str, ...]
    screen: tuple[str, ...]
    draft: str = ""


class Tool(NamedTuple):
    """A program where it is installed, with a home of its own to keep entries in."""

    peer: Peer
    program: tuple[str, ...]
    home: Path

    @property
    def variables(self) -> dict[str, str]:
        """What it sees of the environment."""
        own = {"NETLOG_DB": str(self.home / "journal" / "journal.db"), "COLUMNS": "250", "PAGER": "cat"}
        return {**environ(self.home), **own, "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, words: Sequence[str], **more: str) -> subprocess.CompletedProcess[str]:
        """Let it do something, without a terminal."""
        return subprocess.run(
            [*self.program, *words],
            env={**self.variables, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=LIMIT,
            check=False,
            umask=0o022,
        )

    def add(self, mark: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Let it take an entry that can be known by its mark."""
        text = f"new{mark}q talked about the roadmap end{mark}q"
        with NamedTemporaryFile("w", encoding="utf-8") as draft:
            draft.write(self.peer.draft.format(mark=mark))
            draft.flush()
            words = [word.format(mark=mark, text=text, draft=draft.name) for word in self.peer.add]
            return self.run(words, **more)

    def files(self) -> list[Path]:
        """Its files that are not settings."""
        return [path for path in self.home.rglob("*") if path.is_file() and path.name not in SETTINGS]

    def state(self) -> "State":
        """What it lists by itself."""
        done = self.run(self.peer.everything)
        ended = set(ENDED.findall(done.stdout))
        begun = set(BEGUN.findall(done.stdout))
        old = frozenset(mark for age, mark in begun if age == "old")
        new = {mark for age, mark in begun if age == "new"}
        return State(done.returncode == 0, old, frozenset(new & ended), frozenset(new - ended))


class State(NamedTuple):
    """What a program lists: whether it can, marks of entries that were there, of whole new ones, of half ones."""

    readable: bool
    old: frozenset[str]
    new: frozenset[str]
    half: frozenset[str]


def entries(count: int) -> list[Entry]:
    """Entries to find the store with, an hour apart."""
    first = datetime(2020, 1, 1, 9)
    return [entry(number, first + timedelta(hours=number), f"old{number}q end{number}q") for number in range(count)]


def entry(number: int, at: datetime, words: str) -> Entry:
    """An entry whose every text holds those words."""
    return Entry(number, at, f"h{number}", words, words)


def seeded(peer: Peer, program: tuple[str, ...], home: Path, found: Sequence[Entry] | None = None) -> Tool:
    """The program with a home that holds its entries."""
    home.mkdir(parents=True)
    tool = Tool(peer, program, home)
    peer.lay_out(tool, entries(peer.seeds) if found is None else found)
    return tool


def moved(tool: Tool, home: Path) -> Tool:
    """The program with a copy of its home there, settings that name the home changed."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(tool.home, home)
    for path in home.glob(".config/*/*"):
        if path.name in SETTINGS:
            path.write_text(path.read_text().replace(str(tool.home), str(home)))
    return tool._replace(home=home)


def files_of(lay_out: Callable[[Path, Sequence[Entry]], None]) -> Callable[["Tool", Sequence[Entry]], None]:
    """Lay entries out as the program's own files; without entries, leave the making of files to the program."""

    def laid_out(tool: Tool, found: Sequence[Entry]) -> None:
        (tool.home / peer_files.FOLDER_OF_TEXT).mkdir()
        lay_out(tool.home, found)
        for path in () if found else tool.files():
            path.unlink()

    return laid_out


def khard(home: Path, found: Sequence[Entry]) -> None:
    """Address cards, in which a semicolon parts a name unless it is escaped."""
    peer_files.khard(home, [e._replace(name=e.name.replace(";", "\\;")) for e in found])


def taskwarrior(tool: Tool, found: Sequence[Entry]) -> None:
    """Have it import tasks, whichever version keeps them how."""
    written(tool.home / ".taskrc", "data.location=~/.task\nconfirmation=off\nnews.version=99.0.0\n")
    rows = [{"description": e.text, "entry": f"{e.at:%Y%m%dT%H%M%SZ}", "status": "pending"} for e in found]
    imported(tool, json.dumps(rows), "import")


def netlog(tool: Tool, found: Sequence[Entry]) -> None:
    """Have it log one contact, and import its own export of that, varied for every entry."""
    for words in (("add", "Zuzanna Próba"), ("log", "zuzanna", "the first")):
        tool.run(words).check_returncode()
    lines = [json.loads(line) for line in tool.run(["export"]).stdout.splitlines()]
    models = {line["type"]: line for line in lines}
    for number, e in enumerate(found, 1):
        contact, participant = uuid(2 * number), uuid(2 * number + 1)
        when = {"at": f"{e.at:%Y-%m-%dT%H:%M:%SZ}", "on_day": f"{e.at:%F}"}
        lines.append({**models["interaction"], "uuid": contact, **when, "text": e.text})
        lines.append({**models["participant"], "uuid": participant, "interaction": contact})
    imported(tool, "".join(f"{json.dumps(line)}\n" for line in lines), "import", "--yes")


def uuid(number: int) -> str:
    """A name for a row."""
    return f"01700000-0000-7000-8000-{number:012x}"


def imported(tool: Tool, text: str, *words: str) -> None:
    """Have the program import a text; raises CalledProcessError."""
    draft = tool.home.with_name(f"{tool.home.name}-seed.json")
    draft.write_text(text, encoding="utf-8")
    tool.run([*words, str(draft)]).check_returncode()
    draft.unlink()


QUIET = ("--nostdin", "--nc", "--np")
VCARD_DRAFT = "First name : new{mark}q\nLast name : end{mark}q\nNote : talked about the roadmap\n"
OURSELVES = Peer(
    "netlog",
    "netlog",
    "netlog",
    "people and contacts with them",
    2000,
    netlog,
    ("log", "zuzanna", "{text}"),
    ("export",),
    ("show", "zuzanna", "--all"),
)
PEERS = (
    Peer(
        "jrnl",
        "jrnl",
        "jrnl",
        "a diary in one text file",
        2000,
        files_of(peer_files.jrnl),
        ("today: {text}",),
        ("--export", "json"),
        ("-n", "99"),
    ),
    Peer(
        "khard",
        "khard",
        "khard",
        "address cards, shared with phones",
        300,
        files_of(khard),
        ("new", "-a", "book", "-i", "{draft}"),
        ("list", "-p"),
        ("list",),
        draft=VCARD_DRAFT,
    ),
    Peer(
        "todo",
        "todoman",
        "todoman",
        "to-dos, shared with phones",
        300,
        files_of(peer_files.todoman),
        ("new", "{text}"),
        ("--porcelain", "list", "--status", "ANY"),
        ("list", "--status", "ANY"),
    ),
    Peer(
        "watson",
        "watson",
        "td-watson",
        "hours spent on projects",
        2000,
        files_of(peer_files.watson),
        ("add", "--from", "10:00", "--to", "10:30", "{text}"),
        ("log", "-G", "--all", "--json"),
        ("log", "-G", "--all"),
    ),
    Peer(
        "buku",
        "buku",
        "buku",
        "bookmarks",
        2000,
        files_of(peer_files.buku),
        (
            *QUIET,
            "--offline",
            "--add",
            "https://example.org/new/{mark}",
            "--title",
            "new{mark}q",
            "--comment",
            "end{mark}q",
        ),
        (*QUIET, "--print", "--json"),
        (*QUIET, "--print"),
    ),
    Peer(
        "task",
        "taskwarrior",
        "",
        "tasks",
        2000,
        taskwarrior,
        ("add", "{text}"),
        ("export",),
        ("rc.defaultwidth=250", "rc.detection=off", "list"),
    ),
)
