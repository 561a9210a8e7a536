"""Fuzzes netlog's languages for a while: `python -m tests.fuzz --minutes 60 [TARGET…]`, docs/reference/fuzzing.md."""

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import platformdirs
from tests.fuzz.targets import FOUND, SEEDS, found_before, seeds, targets

LONGEST_INPUT = 4096
LIMITS = (f"-max_len={LONGEST_INPUT}", "-timeout=20", "-rss_limit_mb=1500", "-print_final_stats=1", "-verbosity=1")
LOWEST_PRIORITY = 19
STATE = re.compile(r"^#(?P<executions>\d+)\s+\w+.*?ft: (?P<features>\d+) corp: (?P<inputs>\d+)", re.MULTILINE)
WORD = re.compile(rb"[\w\x80-\xff]{2,24}\W?")
MOST_WORDS = 1_500
MOST_FOUND, LONGEST_FOUND = 40, 300
"""Of the inputs that are found worth keeping, so many of at most so many bytes go into the repository."""


class Outcome(NamedTuple):
    """What came of fuzzing a target: coverage features, inputs kept, crashes, and the slowest input in seconds."""

    target: str
    seconds: int
    executions: int
    features: int
    inputs: int
    crashes: int
    slowest: float

    def line(self) -> str:
        """A row of the table."""
        return f"| {' | '.join(map(str, self))} |"


def main(arguments: Sequence[str]) -> int:
    """Fuzz each target for its share of the time; 1 if any of them crashed."""
    chosen = parser().parse_args(arguments)
    if importlib.util.find_spec("atheris") is None:
        sys.exit("atheris is not installed here: docs/reference/fuzzing.md says how")
    names = chosen.target or list(targets())
    say(f"| {' | '.join(Outcome._fields)} |\n|{' --- |' * len(Outcome._fields)}")
    crashes = 0
    for name in names:
        outcome = fuzzed(name, chosen.corpus / name, seconds=round(60 * chosen.minutes / len(names)))
        say(outcome.line())
        crashes += outcome.crashes
        if chosen.keep:
            keep(name, chosen.corpus / name)
    return 1 if crashes else 0


def say(line: str) -> None:
    """Show a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    made.add_argument("--minutes", type=float, default=10, help="in all, shared evenly by the targets")
    made.add_argument("--corpus", type=Path, default=platformdirs.user_cache_path("netlog-fuzz"), help="where to go on")
    made.add_argument("--keep", action="store_true", help=f"afterwards put the best inputs into seeds/TARGET/{FOUND}")
    made.add_argument("target", nargs="*", choices=[[], *targets()], metavar="TARGET", help=", ".join(targets()))
    return made


def fuzzed(name: str, folder: Path, *, seconds: int) -> Outcome:
    """Fuzz one target, going on from the inputs of other times and the seeds."""
    inputs, crashes, slowest = folder / "inputs", folder / "crashes", folder / "slowest"
    for each in (inputs, crashes):
        each.mkdir(parents=True, exist_ok=True)
    plant(name, inputs)
    words = folder / "words.txt"
    words.write_text(dictionary(seeds(name)), encoding="ascii")
    known, began = len(list(crashes.iterdir())), time.monotonic()
    limits = (f"-max_total_time={seconds}", f"-artifact_prefix={crashes}/", f"-dict={words}")
    said = driven(name, slowest, *limits, str(inputs))
    (folder / "log.txt").write_text(said, encoding="utf-8")
    states = [match.groupdict() for match in STATE.finditer(said)]
    last = {key: int(value) for key, value in states[-1].items()} if states else {}
    return Outcome(
        target=name,
        seconds=round(time.monotonic() - began),
        executions=last.get("executions", 0),
        features=last.get("features", 0),
        inputs=last.get("inputs", 0),
        crashes=len(list(crashes.iterdir())) - known or int(not last),
        slowest=slowest_of(slowest),
    )


def slowest_of(kept: Path) -> float:
    """The seconds that the slowest input took."""
    took = kept.with_suffix(".seconds")
    return float(took.read_text(encoding="ascii")) if took.exists() else 0.0


def plant(name: str, inputs: Path) -> None:
    """Lay the seeds beside the inputs of other times."""
    for number, seed in enumerate(seeds(name)):
        (inputs / f"seed-{number}").write_bytes(seed)


def dictionary(found: Iterable[bytes]) -> str:
    """The words of the seeds, which a fuzzer would be long in finding one letter at a time, as libFuzzer reads them."""
    words = dict.fromkeys(word for seed in found for word in WORD.findall(seed))
    spelt = ("".join(f"\\x{byte:02x}" for byte in word) for word in islice(words, MOST_WORDS))
    return "".join(f'"{word}"\n' for word in spelt)


def driven(name: str, slowest: Path, *options: str) -> str:
    """What the fuzzer says of a target; it gives way to everything else that runs."""
    command = (sys.executable, "-m", "tests.fuzz.drive", name, str(slowest), *LIMITS, *options)
    give_way = partial(os.nice, LOWEST_PRIORITY)
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, preexec_fn=give_way)
    return done.stderr + done.stdout


def keep(name: str, folder: Path) -> None:
    """Put the inputs that cover the most, and are short, beside the seeds."""
    best = folder / "best"
    shutil.rmtree(best, ignore_errors=True)
    best.mkdir()
    driven(name, folder / "slowest", "-set_cover_merge=1", str(best), str(folder / "inputs"))
    written = {data for data in seeds(name) if data not in found_before(name)}
    chosen = [data for data in contents(best) if 0 < len(data) <= LONGEST_FOUND and data not in written]
    text = "".join(f"{data.hex()}\n" for data in chosen[:MOST_FOUND])
    (SEEDS / name / FOUND).write_text(text, encoding="ascii")


def contents(folder: Path) -> Iterator[bytes]:
    """The files of a folder, the shortest first."""
    yield from sorted((path.read_bytes() for path in folder.iterdir()), key=lambda data: (len(data), data))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
