"""Reading 10,000 vCards, beside vobject where it is installed: `python benchmarks/vcards.py`.

Each reader runs in a process of its own; `--python` is a Python that has vobject.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from invented import iso
from netlog.formats.vcard import read
from netlog.formats.vcard_write import vcard
from netlog.interchange import HEAD_BYTES, Card, Noted, Reading, Source
from place import environ
from stopwatch import Command, Stopwatch, complaint, typical
from table import drawn
from words import firm, full_name, one, vocabulary

CARDS, ROUNDS = 10_000, 5
PHOTO = "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 500
BY_VOBJECT = "import sys, vobject; print(sum(1 for _ in vobject.readComponents(open(sys.argv[1], encoding='utf-8'))))"
BY_NOBODY = "import sys; print(sum(line.startswith('END') for line in open(sys.argv[1], encoding='utf-8')))"


def main() -> None:
    """Write the file, time every reader, show the table."""
    options = parsed()
    if options.read:
        print(sum(1 for _ in read(source(options.read), Reading(date(2026, 1, 1)))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "people.vcf")
        path.write_text("".join(vcard(card, "3.0") for card in invented(Random(1), options.cards)), "utf-8", newline="")
        print(f"{options.cards:,} cards, {path.stat().st_size / 1_000_000:.1f} MB")
        print(table(commands(path, options.python), Path(folder), options.cards))


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=CARDS)
    parser.add_argument("--python", default=sys.executable, help="a Python that has vobject")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def source(path: Path) -> Source:
    """The file as netlog reads it."""
    with path.open("rb") as stream:
        return Source(path.name, stream.read(HEAD_BYTES), lambda: path.open("rb"))


def invented(dice: Random, count: int) -> Iterator[Card]:
    """People as an address book has them: two or three ways to reach them, some with notes, one in ten a photo."""
    for number in range(count):
        name = full_name(dice)
        yield Card(
            key="",
            where="",
            name=name,
            company=firm(dice),
            role=one(dice, "roles"),
            place=one(dice, "places"),
            birthday=iso(dice.randrange(715_000, 733_000)) if dice.random() < 0.3 else None,
            contacts=(("email", f"person{number}@example.org"), ("phone", f"+48{number:09}")),
            tags=tuple(sorted({one(dice, "person_tags") for _ in range(2)})),
            facts=(Noted(vocabulary().text(dice)),) if dice.random() < 0.5 else (),
            uuid=f"00000000-0000-4000-8000-{number:012}",
            extra=("TEL;TYPE=CELL:" + f"+48{number:09}", *((PHOTO,) if dice.random() < 0.1 else ()), "X-ABUID:1"),
        )


def commands(path: Path, python: str) -> list[Command]:
    """The readers: netlog, vobject, and a loop over the lines as the floor."""
    return [
        Command("lines only", "", (sys.executable, "-c", BY_NOBODY, str(path)), {}),
        Command("netlog", "", (sys.executable, __file__, "--read", str(path)), {}),
        Command("vobject", "", (python, "-c", BY_VOBJECT, str(path)), {}),
    ]


def table(readers: list[Command], home: Path, cards: int) -> str:
    """A row for each reader that works."""
    variables = environ(home) | {"PYTHONPATH": str(Path(__file__).parent.parent / "src")}
    rows = []
    with Stopwatch(variables) as stopwatch:
        for reader in readers:
            if why := complaint(reader, variables, limit=600):
                rows.append((reader.name, "", "", "", why))
                continue
            cost = typical([stopwatch.run(reader) for _ in range(ROUNDS)])
            each = (f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cards / cost.cpu:,.0f}", f"{cost.peak:.0f}")
            rows.append((reader.name, *each))
    return drawn(("reader", "wall s", "CPU s", "cards per CPU s", "MB"), rows)


if __name__ == "__main__":
    main()
