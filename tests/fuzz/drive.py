"""Drives one target with atheris in a process of its own: `python -m tests.fuzz.drive TARGET FILE [options]`.

The options are libFuzzer's; the FILE gets the slowest input, and one beside it how many seconds that took.
"""

import sys
import time
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType
from typing import TYPE_CHECKING

from tests.fuzz.json_changes import changed_json

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

WATCHED = ["netlog", "icalendar", "dateutil", "tomlkit", "tomllib", "zipfile", "email"]
"""Whose branches count as covered: ours, and what reads for us."""

WORTH_TELLING = 1.2
"""How many times as slow as the slowest so far an input must be to take its place."""


class Timed:
    """A target that keeps its slowest input."""

    def __init__(self, target: "Target", kept: Path) -> None:
        self.target, self.kept, self.slowest = target, kept, 0.0

    def __call__(self, data: bytes) -> None:
        began = time.perf_counter()
        self.target(data)
        took = time.perf_counter() - began
        if took > WORTH_TELLING * self.slowest:
            self.slowest = took
            self.kept.write_bytes(data)
            self.kept.with_suffix(".seconds").write_text(f"{took:.4f}", encoding="ascii")


class Mutator:
    """Changes an input: as JSON every other time that it is JSON, else byte by byte as libFuzzer does."""

    def __init__(self, atheris: ModuleType) -> None:
        self.atheris = atheris

    def __call__(self, data: bytes, longest: int, seed: int) -> bytes:
        dice = Random(seed)
        new = changed_json(data, dice) if dice.random() < 0.5 else None
        return new[:longest] if new else bytes(self.atheris.Mutate(data, longest))


def main(name: str, kept: Path, options: list[str]) -> None:
    """Fuzz until the options say it is enough; what the target imports is instrumented on its way in."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=WATCHED):
        target = import_module("tests.fuzz.targets").targets()[name]
    target(b"")
    atheris.Setup([sys.argv[0], *options], Timed(target, kept), custom_mutator=Mutator(atheris))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
