"""A program that reads a journal again and again until its input ends, and says how many contacts it saw each time."""

import sys
import threading
import time
from pathlib import Path

from tests.storage.driving import Desk


def main() -> None:
    """Read; a state in which entries and counts differ ends it with a complaint."""
    desk, person = Desk(Path(sys.argv[1])), int(sys.argv[2])
    asked = threading.Thread(target=sys.stdin.readline, daemon=True)
    asked.start()
    while asked.is_alive():
        with desk.reading() as reader:
            contacts = reader.tie(person).contacts
            assert reader.totals(None)[0] >= contacts
        print(contacts)  # noqa: T201 (this is the protocol)
        time.sleep(0.005)


if __name__ == "__main__":
    main()
