"""What reading 100,000 LinkedIn connections costs beside the csv module alone: `python benchmarks/linkedin_rows.py`.

Prints, never judges. Each way runs in a process of its own, so that peaks of memory are its own.
"""

import csv
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from netlog.formats.linkedin import read_connections
from netlog.interchange import HEAD_BYTES, Card, Reading, Source

ROWS = 100_000
ROUNDS = 5
HEADER = 'Notes:\n"Some addresses are missing, as is usual."\n\n'
COLUMNS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
FIRST = ("Giulia", "Łukasz", "Tom", "Zofia", "Niccolò", "Anna", "Bo")
LAST = ("D'Angelo", "Wójcik", "Hart", "Żak", "Bruni, PhD", "Nowak", "Lind 🚀")
COMPANIES = ("Acme, S.p.A.", "Mosty", "Hart & Sons", "Źródło", "")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def make(path: Path, rows: int, dice: Random) -> None:
    """Write a file with the gaps that real ones have: few addresses, some rows without a name."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(HEADER)
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for number in range(rows):
            day = f"{dice.randint(1, 28):02} {dice.choice(MONTHS)} {dice.randint(2008, 2025)}"
            mail = f"n{number}@example.org" if dice.random() < 0.03 else ""
            who = (dice.choice(FIRST), dice.choice(LAST), f"https://www.linkedin.com/in/somebody-{number:x}", mail)
            is_gone = dice.random() < 0.02
            writer.writerow([*(("",) * 4 if is_gone else who), dice.choice(COMPANIES), "Engineer", day])


def by_csv(path: Path) -> int:
    """Rows as dictionaries, and nothing made of them."""
    with path.open(encoding="utf-8", newline="") as stream:
        for _ in range(HEADER.count("\n")):
            stream.readline()
        return sum(1 for _ in csv.DictReader(stream))


def by_netlog(path: Path) -> int:
    """Cards as an import gets them."""
    with path.open("rb") as stream:
        source = Source(path.name, stream.read(HEAD_BYTES), lambda: path.open("rb"))
    return sum(isinstance(record, Card) for record in read_connections(source, Reading(date(2026, 11, 22))))


WAYS: dict[str, Callable[[Path], int]] = {"csv.DictReader": by_csv, "netlog": by_netlog}


def measure(way: str, path: Path) -> None:
    """Print the median seconds and the peak in MiB of one way, for the parent to read."""
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        WAYS[way](path)
        times.append(perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    print(median(times), peak)


def main() -> None:
    """Print the figures of both ways."""
    if len(sys.argv) > 1:
        measure(sys.argv[1], Path(sys.argv[2]))
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "Connections.csv")
        for rows, label in ((0, "empty"), (ROWS, f"{ROWS:,} rows")):
            make(path, rows, Random(0))
            for way in WAYS:
                told = subprocess.run(
                    [sys.executable, __file__, way, str(path)], check=True, capture_output=True, text=True
                )
                seconds, peak = map(float, told.stdout.split())
                speed = f"{rows / seconds:12,.0f} rows/s" if rows else " " * 19
                print(f"{label:14} {way:16} {seconds:7.3f} s {speed} {peak:7.1f} MiB at most")


if __name__ == "__main__":
    main()
