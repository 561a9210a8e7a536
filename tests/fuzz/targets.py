"""Every language netlog reads, by name: a function that takes any bytes, and raises when netlog breaks its word."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.fuzz import files, questions, settings, words

Target = Callable[[bytes], None]

SEEDS = Path(__file__).parent / "seeds"
LINES = "lines.txt"
"""In a folder of seeds: inputs written by hand, one a line."""

FOUND = "found.txt"
"""In a folder of seeds: inputs that a fuzzer found worth keeping, one a line, in hexadecimal digits."""


def targets() -> Mapping[str, Target]:
    """The targets by name; a new format is one by being installed."""
    return {
        "note": words.note,
        "dates": words.dates,
        "names": words.names,
        "search": questions.search,
        "config": settings.reading,
        "config-edit": settings.editing,
        "archive": files.archive,
        "maildir": files.maildir,
        "recognition": files.recognition,
        **files.by_name(),
    }


def seeds(name: str) -> Iterator[bytes]:
    """What a target starts from: what was written by hand, then inputs that were found."""
    for path in sorted((SEEDS / name).iterdir()):
        if path.name == LINES:
            yield from path.read_bytes().splitlines()
        elif path.name != FOUND:
            yield path.read_bytes()
    yield from found_before(name)


def found_before(name: str) -> list[bytes]:
    """The inputs for a target that a fuzzer found."""
    path = SEEDS / name / FOUND
    return [bytes.fromhex(line) for line in path.read_text(encoding="ascii").split()] if path.exists() else []
