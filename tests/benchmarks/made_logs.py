"""Logs made for tests: by hand, or of invented people who write in bursts."""

import random
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from prediction_logs import Choices, Contacts, contacts
from prediction_ties import Cohort, Ties, cohort, history, ties

DAY = 86400


def written(folder: Path, rows: Iterable[tuple[object, ...]], name: str = "log.txt") -> Path:
    """A file of these rows, cells parted by blanks."""
    path = folder / name
    path.write_text("".join(" ".join(map(str, row)) + "\n" for row in rows))
    return path


def read(*paths: Path, name: str = "log", choices: Choices | None = None) -> Contacts:
    """One data set out of these files."""
    return contacts(name, paths, choices or Choices())


def on_days(*rows: tuple[str, str, int]) -> Ties:
    """The ties of people who were in contact on these days; the first of them should be day 0."""
    names = sorted({name for one, other, _ in rows for name in (one, other)})
    sender = np.array([names.index(one) for one, _, _ in rows], dtype=np.int64)
    receiver = np.array([names.index(other) for _, other, _ in rows], dtype=np.int64)
    day = np.array([day for _, _, day in rows], dtype=np.int64)
    return ties(Contacts("by hand", sender, receiver, day, (), ()))


def samples(log: Ties, cut: int, horizon: int | None) -> Cohort:
    """The samples of one cut."""
    return cohort(log, history(log, cut), horizon)


def invented(*, people: int = 30, days: int = 200, seed: int = 5) -> list[tuple[int, int, int]]:
    """Pairs with a rhythm of their own, each of which may end; the same for the same seed."""
    chance = random.Random(seed)
    rows = []
    for one in range(people):
        for other in chance.sample(range(people), 6):
            day, gap = chance.uniform(0, 60), chance.uniform(2, 25)
            while one != other and day < days and chance.random() > 0.03:
                rows.append((one, other, int(day * DAY)))
                day += chance.expovariate(1 / gap)
    return sorted(rows, key=lambda row: row[2])
