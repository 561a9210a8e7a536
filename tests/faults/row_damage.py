"""T11 and T12: journals damaged in every way; found, put back with one command, and nothing overwritten."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

from tests.faults.disk import Disk
from tests.faults.homes import PEOPLE, STORY, Bench
from tests.faults.tally import Tally

MORE = (("import", "CARDS", "--yes"), *(("log", "giulia", "coffee", f"{n} {STORY}") for n in range(8)), ("backup",))
SETTLED = (("rm", "giulia-r"), ("undo",), ("backup",))
PAGE = 4096
STORAGE = 6


def a_bit(path: Path, dice: Random) -> None:
    """One bit is another."""
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def a_byte(path: Path, dice: Random) -> None:
    """One byte is another."""
    data = bytearray(path.read_bytes())
    at = dice.randrange(len(data))
    data[at] = (data[at] + dice.randrange(1, 256)) % 256
    path.write_bytes(data)


def a_zeroed_page(path: Path, dice: Random) -> None:
    """A page is empty."""
    data = bytearray(path.read_bytes())
    at = dice.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = bytes(PAGE)
    path.write_bytes(data)


def swapped_pages(path: Path, dice: Random) -> None:
    """Two pages are in each other's place."""
    data = bytearray(path.read_bytes())
    one, other = (each * PAGE for each in dice.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]
    path.write_bytes(data)


def a_cut(path: Path, dice: Random) -> None:
    """The end is missing."""
    os.truncate(path, dice.randrange(1, path.stat().st_size))


def nothing(path: Path, _: Random) -> None:
    """The file is empty."""
    os.truncate(path, 0)


def gone(path: Path, _: Random) -> None:
    """The file is not there."""
    path.unlink()


def no_database(path: Path, dice: Random) -> None:
    """The file holds something else."""
    path.write_bytes(dice.randbytes(dice.randrange(1, 50_000)))


def another_database(path: Path, _: Random) -> None:
    """The file is another program's database."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
    path.chmod(0o600)


def a_folder(path: Path, _: Random) -> None:
    """There is a folder of that name."""
    path.unlink()
    path.mkdir(mode=0o700)


def a_loop(path: Path, _: Random) -> None:
    """The name leads to itself."""
    path.unlink()
    path.symlink_to(path)


DAMAGES: Mapping[str, Callable[[Path, Random], None]] = {
    "bit": a_bit,
    "byte": a_byte,
    "zeroed page": a_zeroed_page,
    "swapped pages": swapped_pages,
    "truncated": a_cut,
    "zero length": nothing,
    "gone": gone,
    "no database": no_database,
    "another database": another_database,
    "folder": a_folder,
    "symlink loop": a_loop,
}
IN_PART = {"bit", "byte"}
"""Damage that may hit what nothing stands on, or change a value into another that is as good."""


def damaged(disk: Disk, folder: Path, how: str, damages: int, seed: int = 20261121) -> Tally:
    """Damage journals, let doctor look, restore with one command, and compare every row."""
    tally, bench, dice = Tally(), Bench(disk, folder), Random(f"{seed} {how}")
    tally.notes.update(seed=seed, detected=0, harmless=0, missed=0)
    before = bench.made("before", *PEOPLE, *MORE, *SETTLED)
    known, everything = bench.state(before), contents(before)
    for number in range(damages):
        with bench.copy(before) as home:
            DAMAGES[how](home / "journal.db", dice)
            remains = copy_of(home / "journal.db")
            words = f"{how} {number}"
            with tally.timed():
                told = bench.run(home, ["doctor", "--json"])
                if told.codes != (STORAGE,):
                    is_harmless = told.codes == (0,) and contents(home) == everything
                    count(tally, "harmless" if is_harmless else "missed")
                    if not is_harmless and how not in IN_PART:
                        tally.lose(f"{words}: not detected: {told.codes} {told.complained}", home)
                else:
                    count(tally, "detected")
                if copy_of(home / "journal.db") != remains:
                    tally.damage(f"{words}: doctor changed it", home)
                put_back(bench, home, known, remains, words, tally)
            tally.done += 1
    return tally


def count(tally: Tally, what: str) -> None:
    """One more of those."""
    tally.notes[what] = int(str(tally.notes[what])) + 1


def put_back(bench: Bench, home: Path, known: str, remains: object, words: str, tally: Tally) -> None:
    """One command: the rows are those of the backup, and what was there is still somewhere."""
    restored = bench.run(home, ["restore", "--yes"], ["@state"], ["doctor", "--json"])
    if restored.codes != (0, 0, 0) or known not in restored.said.splitlines():
        tally.damage(f"{words}: not restored: {restored.codes} {restored.complained} {faults(restored.said)}", home)
        return
    aside = [*home.glob("journal-damaged-*"), *home.glob("journal-replaced-*")]
    if remains is not None and [copy_of(each) for each in aside] != [remains]:
        tally.lose(f"{words}: what was there is not kept: {[each.name for each in aside]}", home)


def faults(said: str) -> list[str]:
    """What doctor found wrong."""
    lines = said.splitlines()
    states = ('"state": "broken"', '"state": "fixable"')
    return [lines[number + 1].strip() for number, line in enumerate(lines) if line.strip().startswith(states)]


def copy_of(path: Path) -> object:
    """What is under a name, however odd; None when there is nothing."""
    if path.is_symlink():
        return path.readlink().name and "a link"
    if path.is_dir():
        return sorted(each.name for each in path.iterdir())
    return path.read_bytes() if path.exists() else None


def contents(home: Path) -> object:
    """Every row of every table, what follows from the others too; the words of what SQLite cannot read."""
    try:
        with closing(sqlite3.connect(home / "journal.db")) as connection:
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}  # noqa: S608
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        return str(problem)
