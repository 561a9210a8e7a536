"""Journals as their users left them before something went wrong, made with netlog's own commands."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults.disk import NONE, Disk, Fault, Outcome

NAMES = ("Łukasz", "Chloë", "D'Angelo", "Zosia", "Nicolò", "Aisling", "Paweł", "Beatrice", "Róża", "Owen")
STORY = "About pricing, and who else knows the harbour of Gdynia. " * 120
CARDS = 100

PEOPLE: tuple[Sequence[str], ...] = (
    ("add", "Giulia Rossi", "--email", "giulia@example.org", "--tag", "pm", "--can", "translations"),
    ("add", "Giulia Rosi", "--new", "--email", "g.rosi@example.org", "--note", "Plays the fiddle"),
    ("add", "Łukasz Zięba", "--via", "giulia", "--met", "Design Week"),
    ("log", "giulia, lukasz", "coffee", STORY),
    ("log", "lukasz", "call"),
    ("promise", "giulia", "the report"),
    ("log", "giulia", "mail"),
)


class Job(NamedTuple):
    """A command, and what must have happened before it."""

    command: Sequence[str]
    first: tuple[Sequence[str], ...] = ()


JOBS: Mapping[str, Job] = {
    "add": Job(("add", "Zosia Nowak", "--tag", "pm", "--email", "zosia@example.org", "--note", "Met on the ferry")),
    "log": Job(("log", "giulia, lukasz", "coffee", STORY[::-1])),
    "edit": Job(("edit", "giulia", "--name", "Giulia Verdi", "--company", "Acme", "--tag", "data", "--drop", "pm")),
    "merge": Job(("merge", "giulia", "giulia-r", "--yes")),
    "rm": Job(("rm", "giulia")),
    "import": Job(("import", "CARDS", "--yes")),
    "undo": Job(("undo",), (("rm", "giulia"),)),
    "redo": Job(("redo",), (("rm", "giulia"), ("undo",))),
    "forget": Job(("forget", "giulia", "--yes", "--backups"), (("backup",),)),
    "restore": Job(("restore", "--yes"), (("backup",), ("rm", "giulia"))),
    "backup": Job(("backup",)),
}
"""Every command that changes what is stored, or its copies."""


def cards() -> str:
    """A hundred invented people as vCards."""
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-{number}\r\nFN:{NAMES[number % 10]} Nowak{number}\r\n"
        f"EMAIL:n{number}@example.org\r\nNOTE:{'Ferry and fiddle. ' * 20}\r\nEND:VCARD\r\n"
        for number in range(CARDS)
    )


class Bench:
    """Homes with journals, made once and copied for every trial."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self.disk, self.folder = disk, folder
        (folder / "cards.vcf").write_text(cards(), encoding="utf-8")

    def run(self, home: Path, *commands: Sequence[str], fault: Fault = NONE, **more: Any) -> Outcome:  # noqa: ANN401 (into the request)
        """Run commands there; CARDS among their words is a file of a hundred people."""
        there = str(self.folder / "cards.vcf")
        replaced = [[there if word == "CARDS" else word for word in command] for command in commands]
        return self.disk.run(home, *replaced, fault=fault, **more)

    def ok(self, home: Path, *commands: Sequence[str], **more: Any) -> str:  # noqa: ANN401 (into the request)
        """Run commands that must succeed; what they said."""
        outcome = self.run(home, *commands, **more)
        assert outcome.codes == (0,) * len(commands), outcome
        return outcome.said

    def made(self, name: str, *commands: Sequence[str]) -> Path:
        """A new home in which those commands were run."""
        home = self.folder / name
        home.mkdir(mode=0o700)
        self.ok(home, *commands)
        return home

    def state(self, home: Path) -> str:
        """What is true there, as a hash."""
        return self.ok(home, ["@state"]).strip()

    @contextmanager
    def copy(self, home: Path) -> Iterator[Path]:
        """A copy of a home, for one trial."""
        trial = self.folder / f"{home.name}-trial"
        shutil.copytree(home, trial)
        try:
            yield trial
        finally:
            shutil.rmtree(trial)


def spread(how_many: int, wanted: int) -> list[int]:
    """That many of the numbers from 1, evenly spread, the first and the last among them; 0 is all of them."""
    chosen = min(wanted or how_many, how_many)
    return sorted({1 + (how_many - 1) * each // max(1, chosen - 1) for each in range(chosen)})
