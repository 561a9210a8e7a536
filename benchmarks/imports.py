"""What importing costs beside only reading: `python benchmarks/imports.py [--rows N]`. Prints, never judges.

Files of people, mail and meetings are imported into an empty journal and into one with ten years in it, imported again
and taken back by undo, each by a process of its own.
"""

import argparse
import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import vcards
from journals import SIZES, journal
from linkedin_rows import COLUMNS, MONTHS
from mail_headers import ME, written
from netlog.formats.vcard_write import vcard
from place import ROOT, environ
from stopwatch import Command, Cost, Stopwatch
from table import drawn
from words import firm, full_name, one

BY_CSV = "import csv, sys; print(sum(1 for _ in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline=''))))"
INTO_FILE = ("/bin/sh", "-c", 'exec "$@" >"$0" 2>&1')
"""Starts what follows with its output in the file that comes first."""

EVENT = """BEGIN:VEVENT\r
UID:{number}@example.org\r
DTSTART:{start:%Y%m%dT%H%M%SZ}\r
DTEND:{end:%Y%m%dT%H%M%SZ}\r
SUMMARY:{words}\r
{guests}END:VEVENT\r
"""
HEADINGS = ("file", "journal", "", "records", "new", "same", "doubtful", "rejected", "left out")
NOTHING_SAID = ("",) * 6
FIGURES = ("wall s", "CPU s", "records per CPU s", "MB", "")
Cells = tuple[str, ...]


class Sample(NamedTuple):
    """A file to import: how many records it has, who writes it, with what it is imported, what else reads it."""

    name: str
    records: int
    write: Callable[[Path, int], object]
    options: tuple[str, ...] = ()
    readers: tuple[tuple[str, str], ...] = ()


def people(path: Path, count: int) -> None:
    """An address book as `vcards.py` invents it."""
    cards = vcards.invented(Random(1), count)
    path.write_text("".join(vcard(card, "3.0") for card in cards), encoding="utf-8", newline="")


def connections(path: Path, count: int) -> None:
    """LinkedIn's Connections.csv: names repeat as they do, few addresses."""
    dice = Random(2)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for number in range(count):
            first, _, last = full_name(dice).partition(" ")
            mail = f"c{number}@example.org" if dice.random() < 0.03 else ""
            on = f"{dice.randint(1, 28):02} {dice.choice(MONTHS)} {dice.randint(2008, 2025)}"
            url = f"https://www.linkedin.com/in/somebody-{number:x}"
            writer.writerow((first, last, url, mail, firm(dice), one(dice, "roles"), on))


def meetings(path: Path, count: int) -> None:
    """A calendar of meetings, each with one to four of a few hundred people."""
    dice = Random(3)
    guests = [(full_name(dice), f"g{number}@example.org") for number in range(300)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n")
        stream.writelines(meeting(dice, number, guests) for number in range(count))
        stream.write("END:VCALENDAR\r\n")


def meeting(dice: Random, number: int, guests: Sequence[tuple[str, str]]) -> str:
    """One meeting of an hour."""
    start = datetime(2016, 1, 4, 8, tzinfo=UTC) + timedelta(hours=17 * number)
    there = dice.sample(guests, dice.choice((1, 1, 1, 2, 2, 3, 4)))
    lines = "".join(f'ATTENDEE;CN="{name}":mailto:{address}\r\n' for name, address in there)
    return EVENT.format(
        number=number, start=start, end=start + timedelta(hours=1), words=one(dice, "topics"), guests=lines
    )


SAMPLES = (
    Sample("people.vcf", 10_000, people, readers=(("vobject", vcards.BY_VOBJECT),)),
    Sample("Connections.csv", 100_000, connections, readers=(("csv module", BY_CSV),)),
    Sample("mail.mbox", 5_000, written, options=("--me", ME, "--add-people")),
    Sample("meetings.ics", 5_000, meetings, options=("--me", ME, "--add-people", "--since", "2000-01-01")),
)


class Bench:
    """Runs commands one after the other, each in a process of its own, and keeps what they say."""

    def __init__(self, folder: Path, python: str, stopwatch: Stopwatch) -> None:
        self.folder, self.python, self.stopwatch = folder, python, stopwatch

    def run(self, *words: str, db: Path | None = None) -> tuple[Cost, str]:
        """What it cost and said to run Python so, on that journal."""
        answer = self.folder / "answer.txt"
        variables = {"NETLOG_DB": str(db)} if db else {}
        cost = self.stopwatch.run(Command("", "", (*INTO_FILE, str(answer), *words), variables))
        return cost, answer.read_text(encoding="utf-8", errors="replace")

    def netlog(self, db: Path, *words: str) -> tuple[Cost, dict[str, Any]]:
        """What a command of netlog cost and answered; nothing is answered by one that fails."""
        cost, said = self.run(sys.executable, "-m", "netlog", *words, "--json", db=db)
        return cost, json.loads(said) if cost.status == 0 else {}

    def rows_of(self, sample: Sample, into: Path | None, size: str, count: int) -> Iterator[Cells]:
        """Importing a file into a copy of a journal, again, and taking it back."""
        file, db = self.folder / sample.name, self.folder / size / "journal.db"
        shutil.rmtree(db.parent, ignore_errors=True)
        db.parent.mkdir()
        if into:
            shutil.copy(into, db)
        told = (sample.name, size)
        cost, answer = self.netlog(db, "import", str(file), "--yes", *sample.options)
        yield (*told, "import", *counts(answer), *figures(cost, count))
        cost, again = self.netlog(db, "import", str(file), "--yes", *sample.options)
        yield (*told, "again", *counts(again), *figures(cost, count))
        cost, _ = self.netlog(db, "undo", str(answer.get("operation")))
        yield (*told, "undo", *NOTHING_SAID, *figures(cost, count))

    def readers(self, sample: Sample, count: int) -> Iterator[Cells]:
        """Only reading the file, by others."""
        for name, program in sample.readers:
            cost, _ = self.run(self.python, "-c", program, str(self.folder / sample.name))
            yield (sample.name, "", name, *NOTHING_SAID, *figures(cost, count))


def counts(answer: dict[str, Any]) -> Cells:
    """Records, and what became of people and contacts."""
    if not answer:
        return NOTHING_SAID
    both = {sort: answer["people"][sort] + answer["contacts"][sort] for sort in ("new", "same", "doubtful")}
    records, left_out = (sum(each["records"] for each in answer[name]) for name in ("files", "omissions"))
    return tuple(f"{number:,}" for number in (records, *both.values(), answer["rejected"], left_out))


def figures(cost: Cost, count: int) -> Cells:
    """What it took, or that it failed."""
    if cost.status:
        return ("", "", "", "", f"exit code {cost.status}")
    return (f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{count / cost.cpu:,.0f}", f"{cost.peak:.0f}", "")


def table(bench: Bench, journals: dict[str, Path | None], most: int | None) -> Iterator[Cells]:
    """A row for everything that is done with each file."""
    for sample in SAMPLES:
        count = min(sample.records, most or sample.records)
        sample.write(bench.folder / sample.name, count)
        for size, into in journals.items():
            yield from bench.rows_of(sample, into, size, count)
        yield from bench.readers(sample, count)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, metavar="N", help="at most so many records in each file")
    parser.add_argument("--size", choices=SIZES, default="medium", help="the journal that is not empty")
    parser.add_argument("--python", default=sys.executable, help="a Python that has vobject")
    parser.add_argument("--cache", type=Path, default=Path(__file__).with_name(".cache"), help="folder for journals")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Make the files and the journals, import, show the table."""
    options = arguments()
    made = journal(options.size, options.cache, seed=options.seed)
    print(f"{options.size}: {made.people:,} people, {made.interactions:,} interactions; {date.today()}", flush=True)
    with TemporaryDirectory() as folder:
        variables = environ(Path(folder)) | {"PYTHONPATH": str(ROOT / "src")}
        with Stopwatch(variables) as stopwatch:
            bench = Bench(Path(folder), options.python, stopwatch)
            rows = list(table(bench, {"empty": None, options.size: Path(made.path)}, options.rows))
    print(drawn((*HEADINGS, *FIGURES), rows))


if __name__ == "__main__":
    main()
