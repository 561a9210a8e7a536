"""Journals that began as one and went their own ways, and what tells whether they are united."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.storage.driving import Desk, looking

from netlog.domain.uniting import Uniting
from netlog.formats.own import write
from netlog.interchange import Card, Dated, Stored, Talk, Writing
from netlog.storage.outgoing import every_row
from netlog.storage.removals import Gone, gone
from netlog.storage.stored import stamps_of
from netlog.storage.unite import SqlUniter


def copied(desk: Desk, path: Path) -> Desk:
    """The same journal on another machine."""
    shutil.copyfile(desk.path, path)
    other = Desk(path, desk.day)
    other.clock, other.reckoning = desk.clock, desk.reckoning
    return other


def rows(desk: Desk) -> list[Stored]:
    """Every row as another journal sees it."""
    with looking(desk.path) as connection:
        return list(every_row(connection))


def removed(desk: Desk) -> Gone:
    """What the journal removed."""
    with looking(desk.path) as connection:
        return gone(connection)


def contents(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    """Every row by entity and UUID, with its time of change."""
    return [(row.entity, dict(row.values)) for row in rows(desk)]


def take_in(desk: Desk, other: Desk) -> Uniting:
    """Unite the other journal into this one, as one operation if there is news."""
    incoming, gone_there = rows(other), removed(other)

    def knows(entity: str, uuid: str, at: str) -> bool:
        with looking(other.path) as connection:
            found = connection.execute(f"SELECT id FROM {entity} WHERE uuid = ?", (uuid,)).fetchone()  # noqa: S608
            return found is not None and at in stamps_of(connection, entity, found[0])

    with SqlUniter(desk.path, desk.clock, desk.reckoning, wait=desk.wait) as uniter:
        told = uniter.unite(incoming, removed=gone_there, knows=knows)
        if told.is_news:
            uniter.finish("merge", "united two journals")
    return told


def take_whole(desk: Desk, incoming: list[Stored]) -> Uniting:
    """Take rows in as an import of a file does, without the history of where they come from."""
    with SqlUniter(desk.path, desk.clock, desk.reckoning, wait=desk.wait) as uniter:
        told = uniter.unite(incoming)
        if told.is_news:
            uniter.finish("import", "took a file in")
    return told


class Whole:
    """All of a journal, to be written to a file."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.today = desk, desk.day

    def stored(self) -> Iterator[Stored]:
        """Every row."""
        return iter(rows(self.desk))

    def cards(self) -> Iterator[Card]:
        """Nothing that this format needs."""
        return iter(())

    def talks(self) -> Iterator[Talk]:
        """Nothing that this format needs."""
        return iter(())

    def dated(self) -> Iterator[Dated]:
        """Nothing that this format needs."""
        return iter(())


def exported(desk: Desk) -> str:
    """The journal in netlog's own format."""
    return "".join(write(Whole(desk), Writing()))
