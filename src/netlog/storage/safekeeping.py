"""The copies of one journal: made, listed, put back."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from netlog.clock import Clock, utc_text
from netlog.domain.retention import ASKED, Kept
from netlog.domain.views_health import BackedUp, Backup, Backups, Restored
from netlog.errors import Conflict, StorageProblem
from netlog.storage.backups import FOLDER, back_up, backups_of, copied, opened_whole, sync
from netlog.storage.connect import is_absent, translated
from netlog.storage.restoring import Candidate, take_place, verified


class SqlBackups:
    """What a user does with copies of the journal, which may be of any layout."""

    def __init__(self, path: Path, clock: Clock, kept: Kept, *, wait: float) -> None:
        self.path, self.clock, self.kept, self.wait = path, clock, kept, wait

    @property
    def folder(self) -> Path:
        """Where netlog keeps the copies it knows of."""
        return self.path.with_name(FOLDER)

    def make(self) -> BackedUp:
        """Keep a copy among the others; raises StorageProblem."""
        self.check_there()
        today = self.clock.today
        with translated(self.path), closing(opened_whole(self.path, wait=self.wait)) as connection:
            made = back_up(connection, self.path, ASKED, today=today, kept=self.kept, wait=self.wait)
        return BackedUp(today, str(made.path), made.backup, made.is_new, made.dropped)

    def write(self, file: Path) -> BackedUp:
        """Write a copy to a new file; raises Conflict when there is one, and StorageProblem."""
        self.check_there()
        if os.path.lexists(file):
            raise Conflict(f"{file} exists already", hint="name a new file; nothing was overwritten")
        unfinished = file.with_name(f".{file.name}.tmp-{os.getpid()}")
        today, at = self.clock.today, utc_text(datetime.now(UTC))
        with translated(file), closing(opened_whole(self.path, wait=self.wait)) as connection:
            try:
                backup = Backup(file.name, at, today, ASKED, *copied(connection, unfinished))
                unfinished.replace(file)
                sync(file.parent)
            finally:
                unfinished.unlink(missing_ok=True)
        return BackedUp(today, str(file), backup, is_new=True, dropped=())

    def check_there(self) -> None:
        """Refuse to copy nothing."""
        with translated(self.path):
            if is_absent(self.path):
                raise StorageProblem(
                    f"there is no journal at {self.path} yet",
                    code="no_journal",
                    hint="netlog add begins one; NETLOG_DB or --db points at another",
                )

    def known(self) -> Backups:
        """The copies there are."""
        with translated(self.folder):
            backups = tuple(reversed(backups_of(self.path)))
        total = sum(backup.bytes for backup in backups)
        return Backups(self.clock.today, str(self.folder), total, backups)

    @contextmanager
    def found(self, wanted: str | None) -> Iterator[Candidate]:
        """A verified copy, ready to be put back: of that name or file, or the newest that is sound."""
        with verified(self.path, wanted, wait=self.wait) as candidate:
            yield candidate

    def restore(self, candidate: Candidate) -> Restored:
        """Put the copy in the journal's place."""
        return take_place(candidate, self.path, self.clock, wait=self.wait)
