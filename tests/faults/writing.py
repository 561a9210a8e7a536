"""A program that writes to a journal as fast as it can, and says each entry's number once it is stored.

It waits for a line on standard input before it begins. Arguments: the path, its own name, how many entries
(0: until it is killed), and the number of the person to log them with (0: add somebody first).
"""

import sys
from itertools import count
from pathlib import Path

from tests.storage.driving import Desk


def main() -> None:
    """Write, then say so."""
    path, name, wanted, person = sys.argv[1:]
    desk = Desk(Path(path), wait=60)
    print("ready", flush=True)  # noqa: T201 (this is the protocol)
    sys.stdin.readline()
    whom = int(person) or desk.add(name)
    for number in count(1):
        entry = desk.log(whom, text=f"{name} wrote {number}")
        print(entry, f"{name} wrote {number}", flush=True)  # noqa: T201 (this is the protocol)
        if number == int(wanted):
            break


if __name__ == "__main__":
    main()
