"""What reading mail costs: `python benchmarks/mail_headers.py [--messages N]`. Prints, never judges."""

import argparse
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from netlog.formats.mail import MBOX
from netlog.interchange import HEAD_BYTES, Reading, Record, Source

TODAY = date(2026, 11, 20)
ME = "Marco Bianchi <marco@example.com>"
NAMES = ("Giulia Rossi", "Łukasz Żak", "Niamh O'Brien", "Niccolò D'Amico", "Zofia Nowak", "Ada Lind")
NOISE = "Received: from mx.example.org by mail.example.com; Wed, 4 Nov 2026 10:00:00 +0000\n"
SIGNED = "DKIM-Signature: v=1; a=rsa-sha256; d=example.org;\n b=" + "x" * 300 + "\n"
BODY = "It was good to see you; the rest is in the notes.\n" * 60
MEGABYTE = 1 << 20


def message(dice: Random, number: int) -> str:
    """A message as it lies in an mbox file: two in three from others, one in eight to a list."""
    name = dice.choice(NAMES)
    other = f"{Header(name, 'utf-8').encode()} <p{dice.randrange(500)}@example.org>"
    sender, receiver = (ME, other) if dice.random() < 1 / 3 else (other, ME)
    sent = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=5 * number)
    subject = Header(f"Re: rozmowa o łódce {number}", "utf-8").encode()
    return (
        f"From x@example.org {sent:%a %b %d %H:%M:%S %Y}\n{NOISE * 5}{SIGNED}From: {sender}\nTo: {receiver}\n"
        f"Date: {format_datetime(sent)}\nSubject: {subject}\nMessage-ID: <{number}@example.org>\n"
        f"{'List-Id: <all.example.org>' + chr(10) if dice.random() < 1 / 8 else ''}\n{BODY}\n"
    )


def written(path: Path, count: int) -> int:
    """An mbox file of that many messages; its size."""
    dice = Random(1)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(message(dice, number) for number in range(count))
    return path.stat().st_size


def records(path: Path, *me: str) -> Iterator[Record]:
    """Every record of an mbox file."""
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    read = MBOX.read
    return read(Source(path.name, head, lambda: path.open("rb")), Reading(TODAY, me)) if read else iter(())


def timed(path: Path, *me: str) -> tuple[float, Counter[str]]:
    """How much of the processor reading everything takes, in seconds, and how many records of each sort there were."""
    began = process_time()
    sorts = Counter(type(each).__name__ for each in records(path, *me))
    return process_time() - began, sorts


def peak(path: Path) -> float:
    """The most memory that Python held while reading, in MiB."""
    tracemalloc.start()
    for _ in records(path):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / MEGABYTE


def main() -> None:
    """Write the mail, read it, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000, metavar="N")
    count = parser.parse_args().messages
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mail.mbox"
        size = written(path, count)
        print(f"{count:,} messages, {size / MEGABYTE:.1f} MiB, Python {sys.version.split()[0]}")
        for title, me in (("told who I am", ("marco@example.com",)), ("guessing who I am", ())):
            took, sorts = timed(path, *me)
            print(f"{title:20} {took:6.2f} s  {count / took:9,.0f} messages/s  {dict(sorts)}")
        print(f"{'memory at the peak':20} {peak(path):6.2f} MiB held by Python")


if __name__ == "__main__":
    main()
