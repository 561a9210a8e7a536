"""The long form: `python -m tests.faults [--short] [--rows T1,T2] [--json]` runs every row and prints the table."""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.faults.disk import IS_POSSIBLE, WHY_NOT, Disk, serving
from tests.faults.numbers import LONG, SHORT, Numbers
from tests.faults.rows import BY_ID, ROWS, Row
from tests.faults.tally import Tally

Say = Callable[[str], None]


def whole(row: Row, disk: Disk, folder: Path, numbers: Numbers, say: Say) -> Tally:
    """All parts of a row, added up."""
    total, started = Tally(), time.perf_counter()
    for number, part in enumerate(row.parts):
        place = folder / f"{row.id}-{number}"
        place.mkdir()
        tally = row.run(disk, place, part, numbers)
        total.done, total.acknowledged = total.done + tally.done, total.acknowledged + tally.acknowledged
        total.lost, total.damaged = total.lost + tally.lost, total.damaged + tally.damaged
        total.wrong += tally.wrong
        told = ", ".join(f"{what} {value}" for what, value in tally.notes.items())
        say(f"  {row.id} {part or row.what}: {tally}{told and f' ({told})'} in {tally.seconds:.0f} s")
    total.seconds = time.perf_counter() - started
    return total


def table(found: Sequence[tuple[Row, Tally]], numbers: Numbers) -> str:
    """The table in Markdown."""
    lines = ["| row | what | target | done | acknowledged | lost | damaged | seconds |", "|" + " --- |" * 8]
    lines += [
        f"| {row.id} | {row.what} | {row.target(numbers)} | {tally.done:,} | {tally.acknowledged or '–'} "
        f"| {tally.lost} | {tally.damaged} | {tally.seconds:.0f} |"
        for row, tally in found
    ]
    return "\n".join(lines)


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--short", action="store_true", help="with the numbers of the tests")
    parser.add_argument("--rows", default=",".join(BY_ID), help="only these, as T1,T4")
    parser.add_argument("--folder", type=Path, help="where to work, and to leave what went wrong")
    parser.add_argument("--json", action="store_true", help="print the table as JSON")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Run the rows; 1 if any of them went wrong."""
    asked = arguments(words)
    if not IS_POSSIBLE:
        print(WHY_NOT, file=sys.stderr)  # noqa: T201 (the program's answer)
        return 2
    numbers, wanted = SHORT if asked.short else LONG, asked.rows.split(",")
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="netlog-faults-"))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["NETLOG_DB"] = str(folder / "nobody's.db")

    def say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)  # noqa: T201 (how far it is)

    with serving(folder) as disk:
        found = [(row, whole(row, disk, folder, numbers, say)) for row in ROWS if row.id in wanted]
    as_data = [{"row": row.id, **vars(tally)} for row, tally in found]
    print(json.dumps(as_data, indent=2) if asked.json else table(found, numbers))  # noqa: T201 (the program's answer)
    return 0 if all(tally.is_clean for _, tally in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
