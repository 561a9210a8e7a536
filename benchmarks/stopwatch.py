"""Times whole processes turn by turn (A B C A B C …), so that a machine's moods touch all of them alike."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import NamedTuple, Self

from worker import PART

WORKER = Path(__file__).with_name("worker.py")
PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000
"""The peak comes in bytes on macOS and in kilobytes elsewhere."""


class Cost(NamedTuple):
    """What one run took: seconds of wall and of processor, megabytes at the peak, exit code."""

    wall: float
    cpu: float
    peak: float
    status: int


class Command(NamedTuple):
    """A command to time: `{n}` in an argument becomes a new number each run, `prepare` is called before, untimed."""

    name: str
    size: str
    argv: tuple[str, ...]
    environ: Mapping[str, str]
    prepare: Callable[[], object] = lambda: None

    def numbered(self, number: int) -> tuple[str, ...]:
        """The arguments of one run."""
        return tuple(part.replace("{n}", str(number)) for part in self.argv)


class Stopwatch:
    """A worker process that runs and measures commands."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.worker = subprocess.Popen(
            [sys.executable, "-I", "-S", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=dict(environ),
        )
        self.number = count(1)

    def __enter__(self) -> Self:
        """The stopwatch itself."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End the worker."""
        self.worker.communicate()

    def run(self, command: Command) -> Cost:
        """Prepare, then run once."""
        command.prepare()
        pairs = (f"{name}={value}" for name, value in command.environ.items())
        if not self.worker.stdin or not self.worker.stdout:
            raise BrokenPipeError
        print(*pairs, "--", *command.numbered(next(self.number)), sep=PART, file=self.worker.stdin, flush=True)
        wall, cpu, peak, status = self.worker.stdout.readline().split()
        return Cost(float(wall), float(cpu), int(peak) / PER_MEGABYTE, int(status))


def rounds(
    stopwatch: Stopwatch, commands: Sequence[Command], *, times: int, warmups: int, seconds: float
) -> list[list[Cost]]:
    """For every round the costs of all commands in order; fewer rounds when the seconds run out, at least one."""
    for _ in range(warmups):
        one_round(stopwatch, commands)
    return list(until(time.monotonic() + seconds, lambda: one_round(stopwatch, commands), times=times))


def one_round(stopwatch: Stopwatch, commands: Sequence[Command]) -> list[Cost]:
    """Every command once, in turn."""
    return [stopwatch.run(command) for command in commands]


def until(end: float, action: Callable[[], list[Cost]], *, times: int) -> Iterator[list[Cost]]:
    """The action's answers, `times` of them unless the clock passes `end`."""
    yield action()
    for _ in range(times - 1):
        if time.monotonic() > end:
            return
        yield action()


def complaint(command: Command, environ: Mapping[str, str], *, limit: float) -> str:
    """Why a command cannot be timed: what it said on failing, or that it took too long; empty if it works."""
    command.prepare()
    try:
        done = subprocess.run(
            command.numbered(0),
            env={**environ, **command.environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limit,
            check=False,
        )
    except FileNotFoundError:
        return "not installed"
    except subprocess.TimeoutExpired:
        return f"more than {limit:.0f} s"
    said = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
    return f"exit code {done.returncode}: {said[-1] if said else 'nothing said'}" if done.returncode else ""


def typical(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.peak for cost in costs),
        max(cost.status for cost in costs),
    )


def ratio(costs: Sequence[Cost], floors: Sequence[Cost], *, of: str) -> float:
    """The median over the rounds of cost divided by floor."""
    return float(median(getattr(cost, of) / getattr(floor, of) for cost, floor in zip(costs, floors, strict=True)))
