"""Another journal, opened without trusting it: a private copy, its schema examined, brought to the present layout."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from netlog.errors import Conflict, StorageProblem
from netlog.interchange import Stored
from netlog.storage.backups import OLDEST, copied
from netlog.storage.connect import SCHEMA_NUMBER, is_absent, make_folder, opened, translated
from netlog.storage.migrate import upgrade
from netlog.storage.outgoing import every_row
from netlog.storage.removals import Gone, gone
from netlog.storage.restoring import Source, refuse_strangers
from netlog.storage.stored import stamps_of
from netlog.storage.ties import Reckoning


class OtherJournal:
    """What another journal holds, and what its history tells."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self) -> Iterator[Stored]:
        """Every row of the truth."""
        return every_row(self.connection)

    def removed(self) -> Gone:
        """What it removed."""
        return gone(self.connection)

    def knows(self, entity: str, uuid: str, at: str) -> bool:
        """Whether it had the row as it was since that instant."""
        found = self.connection.execute(f"SELECT id FROM {entity} WHERE uuid = ?", (uuid,)).fetchone()
        return found is not None and at in stamps_of(self.connection, entity, found[0])


@contextmanager
def other_journal(path: Path, ours: Path, reckoning: Reckoning, *, wait: float) -> Iterator[OtherJournal]:
    """A private copy of the journal at `path`, which itself is only read; raises Conflict or StorageProblem."""
    refuse_itself(path, ours)
    os.umask(0o077)
    with translated(ours):
        make_folder(ours.parent)
        with TemporaryDirectory(prefix=".netlog-merge-", dir=ours.parent) as folder:
            copy = Path(folder, "other.db")
            with translated(path):
                copy_of(path, copy, wait=wait)
                with closing(opened(copy, "ro", wait=wait, oldest=OLDEST)) as found:
                    number = found.execute("PRAGMA user_version").fetchone()[0]
                if number < SCHEMA_NUMBER:
                    upgrade(copy, reckoning, wait=wait)
            with closing(opened(copy, "ro", wait=wait)) as connection:
                yield OtherJournal(connection)


def refuse_itself(path: Path, ours: Path) -> None:
    """Raise Conflict when both are one file."""
    if path.exists() and ours.exists() and path.samefile(ours):
        raise Conflict(f"{path.name} is this journal itself", hint="give the file of the other one")


def copy_of(path: Path, copy: Path, *, wait: float) -> None:
    """Copy the journal once its schema is known to be netlog's own, so that nothing of it runs here."""
    if is_absent(path):
        raise StorageProblem(f"there is no journal at {path}", code="not_found", hint="give the file of the other one")
    source = Source(path.name, path, None)
    with closing(opened(path, "ro", wait=wait, oldest=OLDEST)) as original:
        refuse_strangers(original, source)
        copied(original, copy)
    with closing(opened(copy, "ro", wait=wait, oldest=OLDEST)) as made:
        refuse_strangers(made, source)
