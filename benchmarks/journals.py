"""Seeded journals of three sizes, made once a day: `python benchmarks/journals.py --cache FOLDER [--size NAME]`."""

import argparse
import json
import sqlite3
import sys
import time
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

from batch import Batch
from invented import Tie, add_contacts, add_events, add_people, ties
from netlog.domain.cadence import Targets
from netlog.rows import Filters
from netlog.storage.connect import SCHEMA_NUMBER, writing
from netlog.storage.derive import rebuild
from netlog.storage.reader import SqlReader
from netlog.storage.statements import SCHEMA
from netlog.storage.ties import Reckoning
from words import COMMON, RARE

HERE = Path(__file__).parent
FOR_SPEED = ("PRAGMA cache_size = -400000", "PRAGMA secure_delete = OFF")
"""Nobody's secrets are written, and all at once."""

DERIVED = ("contact_day", "name_key", "passage", "tie")


class Size(NamedTuple):
    """How many people and contacts a journal has."""

    people: int
    interactions: int


SIZES = {"small": Size(100, 1_000), "medium": Size(2_000, 50_000), "large": Size(20_000, 1_000_000)}


class Made(NamedTuple):
    """A journal and what to ask it; `typical` and `busiest` are handles, `seconds` what its making took."""

    path: str
    size: str
    people: int
    interactions: int
    due: int
    typical: str
    busiest: str
    common: str
    rare: str
    rows: int
    row_seconds: float
    derived_rows: int
    derived_seconds: float


def journal(size: str, cache: Path, *, seed: int) -> Made:
    """The journal of that size from the cache, made first if it is not there for today."""
    path = cache / f"{size}-{seed}-{SCHEMA_NUMBER}-{fingerprint()}-{date.today():%Y%m%d}.db"
    notes = path.with_suffix(".json")
    if not notes.exists():
        forget(cache, size)
        made = make(path, size, seed=seed)
        notes.write_text(json.dumps(made._asdict()), encoding="utf-8")
    return Made(**json.loads(notes.read_text(encoding="utf-8")))


def fingerprint() -> str:
    """A few letters that change whenever the schema or the invention does."""
    sources = [path.read_bytes() for path in sorted(HERE.glob("*.*")) if path.stem in INVENTION]
    return sha256(b"".join([*map(str.encode, SCHEMA), *sources])).hexdigest()[:8]


INVENTION = {"batch", "invented", "journals", "words"}


def forget(cache: Path, size: str) -> None:
    """Remove journals of that size that were made on other days or from other schemas."""
    cache.mkdir(parents=True, exist_ok=True)
    for old in (*cache.glob(f"{size}-*.db*"), *cache.glob(f"{size}-*.json")):
        old.unlink()


def make(path: Path, size: str, *, seed: int) -> Made:
    """Invent a journal: rows straight in, then everything derived from them."""
    people, interactions = SIZES[size]
    today = date.today()
    reckoning = Reckoning(Targets(), 7, 7, "", today.toordinal())
    dice = Random(f"{seed} {size}")
    started = time.perf_counter()
    with writing(path) as connection:
        for setting in FOR_SPEED:
            connection.execute(setting)
        batch = Batch(connection, dice, stamp=f"{today}T06:00:00Z", on_day=today.isoformat())
        everybody = list(ties(dice, people, contacts=interactions, today=today.toordinal()))
        handles = fill(batch, everybody, today.toordinal())
        filled = time.perf_counter()
        rebuild(connection, reckoning)
        derived_rows = sum(count(connection, table) for table in DERIVED)
        due = SqlReader(connection, reckoning).count_waiting(filters=Filters(), day=today)
    path.with_name(f"{path.name}.lock").unlink()
    by_contacts = sorted(everybody, key=lambda tie: len(tie.days))
    return Made(
        path=str(path),
        size=size,
        people=people,
        interactions=interactions,
        due=due,
        typical=handles[by_contacts[len(by_contacts) * 9 // 10].person - 1],
        busiest=handles[by_contacts[-1].person - 1],
        common=COMMON,
        rare=RARE,
        rows=batch.written,
        row_seconds=round(filled - started, 2),
        derived_rows=derived_rows,
        derived_seconds=round(time.perf_counter() - filled, 2),
    )


def fill(batch: Batch, everybody: list[Tie], today: int) -> list[str]:
    """Write events, people and contacts; the handles of the people in order."""
    add_events(batch, len(everybody), today)
    handles = add_people(batch, everybody, today)
    add_contacts(batch, everybody)
    batch.flush()
    return handles


def count(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 (our own tables)


def sentence(made: Made) -> str:
    """What was made and how fast."""
    return (
        f"{made.size}: {made.people} people, {made.interactions} interactions, {made.due} due; "
        f"{made.rows} rows in {made.row_seconds} s, {made.derived_rows} derived in {made.derived_seconds} s "
        f"({rate(made):.0f} rows a second in all)"
    )


def rate(made: Made) -> float:
    """Rows of both sorts per second."""
    return (made.rows + made.derived_rows) / (made.row_seconds + made.derived_seconds or 1)


def arguments(words: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, action="append", help="one size, repeatable; otherwise all")
    parser.add_argument("--cache", type=Path, default=HERE / ".cache", help="folder that keeps the journals")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print what was made as JSON")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Make the journals and say what they are."""
    asked = arguments(words)
    made = [journal(size, asked.cache, seed=asked.seed) for size in asked.size or SIZES]
    print(json.dumps([each._asdict() for each in made]) if asked.json else "\n".join(map(sentence, made)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
