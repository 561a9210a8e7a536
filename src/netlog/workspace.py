"""The composition root: configuration, clock, store and renderer, each made when first asked for."""

import os
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, ExitStack
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from netlog import paths
from netlog.clock import Clock, in_range, read_clock, zone_name
from netlog.config import DEFAULTS, Config
from netlog.render import renderer
from netlog.storage.connect import WAIT_SECONDS, Behind, opened_to_read
from netlog.storage.reader import SqlReader
from netlog.storage.ties import Reckoning
from netlog.storage.withheld import withhold

if TYPE_CHECKING:
    from netlog.demo.build import Demo
    from netlog.domain.views_dupes import Copy
    from netlog.domain.views_health import Health
    from netlog.domain.when import When
    from netlog.settings import Settings
    from netlog.stems import Stems
    from netlog.storage.appends import SqlAppender
    from netlog.storage.foreign import OtherJournal
    from netlog.storage.imports import Rehearsal, SqlImporter
    from netlog.storage.merging import SqlMerging
    from netlog.storage.read_cards import CardQueries
    from netlog.storage.read_topics import TopicQueries
    from netlog.storage.records import SqlModelRecords
    from netlog.storage.rehearsed import UnitingRehearsal
    from netlog.storage.safekeeping import SqlBackups
    from netlog.storage.undo import SqlHistory
    from netlog.storage.unite import SqlUniter


class Workspace:
    """What a command works with; `db` is the --db option, and what is private is read only when that is `private`."""

    wait = WAIT_SECONDS

    def __init__(
        self, *, db: str | None, as_json: bool, private: bool = False, environ: Mapping[str, str] = os.environ
    ) -> None:
        self.db, self.as_json, self.private, self.environ = db, as_json, private, environ

    @cached_property
    def path(self) -> Path:
        """Where the journal is."""
        if known := paths.store(self.environ, self.db):
            return Path(known)
        from netlog.folders import store_path

        return store_path()

    @cached_property
    def config_path(self) -> Path:
        """Where the configuration is, or would be."""
        if known := paths.config(self.environ):
            return Path(known)
        from netlog.folders import config_path

        return config_path()

    @cached_property
    def config(self) -> Config:
        """The settings; the defaults when there is no file."""
        if not self.config_path.exists():
            return DEFAULTS
        from netlog.config_file import read

        return read(self.config_path)

    @cached_property
    def clock(self) -> Clock:
        """The moment this command began."""
        now = datetime.now().astimezone()
        return read_clock(now, zone_name(self.environ, now), day_starts_at=self.config.day_starts_at)

    @cached_property
    def settings(self) -> "Settings":
        """The configuration file, to be shown and changed."""
        from netlog.settings import Settings

        return Settings(self.config_path)

    @property
    def today(self) -> date:
        """The user's day."""
        return self.clock.today

    @cached_property
    def per_day(self) -> float:
        """Check-ins a day: as set, or as learned from the journal."""
        if self.config.per_day is not None:
            return self.config.per_day
        from netlog.services.capacity import budget

        return budget(self.reader, None, today=self.today)

    @cached_property
    def reckoning(self) -> Reckoning:
        """What clocks of ties depend on."""
        config = self.config
        stamp = "" if config is DEFAULTS else self.config_path.read_text(encoding="utf-8-sig")
        return Reckoning(
            config.targets,
            config.answer_days,
            config.birthday_lead_days,
            stamp,
            self.clock.today.toordinal(),
            config.worths,
            config.reciprocity,
        )

    @cached_property
    def reader(self) -> SqlReader:
        """Reads, on a connection that cannot write."""
        with ExitStack() as unless_fresh:
            reader = self.opened()
            unless_fresh.callback(reader.connection.close)
            if not self.private:
                withhold(reader.connection)
            reader.freshen()
            unless_fresh.pop_all()
        return reader

    def similar(self, query: str) -> tuple[str, ...]:
        """Handles of people whose name is most like the query."""
        from netlog.similar import similar

        return similar(query, self.reader.every_name())

    @cached_property
    def topics(self) -> "TopicQueries":
        """Reads of what people can help with, which few commands need."""
        from netlog.storage.read_topics import TopicQueries

        return TopicQueries(self.reader.connection, self.reckoning)

    @cached_property
    def cards(self) -> "CardQueries":
        """Reads of everything a file can hold."""
        from netlog.storage.read_cards import CardQueries

        return CardQueries(self.reader.connection, self.reckoning)

    @cached_property
    def stems(self) -> "Stems":
        """What is left of words without their endings."""
        from netlog.stems import Stems

        return Stems()

    def appending(self) -> "SqlAppender":
        """A transaction that only adds."""
        from netlog.storage.appends import SqlAppender

        return SqlAppender(self.store, self.clock, self.reckoning, wait=self.wait)

    def recording(self) -> "SqlModelRecords":
        """A transaction that changes what is stored; the one road that loads the ORM."""
        from netlog.storage.records import SqlModelRecords

        return SqlModelRecords(self.store, self.clock, self.reckoning, wait=self.wait)

    def importing(self) -> "SqlImporter":
        """A transaction that takes in what files say."""
        from netlog.storage.imports import SqlImporter

        return SqlImporter(self.store, self.clock, self.reckoning, wait=self.wait)

    def rehearsing(self) -> "Rehearsal":
        """An import that leaves no trace."""
        from netlog.storage.imports import Rehearsal

        return Rehearsal(self.store, self.clock, self.reckoning, wait=self.wait)

    def uniting(self) -> "SqlUniter":
        """A transaction that takes another journal in."""
        from netlog.storage.unite import SqlUniter

        return SqlUniter(self.store, self.clock, self.reckoning, wait=self.wait)

    def rehearsing_union(self) -> "UnitingRehearsal":
        """A uniting that leaves no trace."""
        from netlog.storage.rehearsed import UnitingRehearsal

        return UnitingRehearsal(self.store, self.clock, self.reckoning, wait=self.wait)

    def other_journal(self, path: Path) -> "AbstractContextManager[OtherJournal]":
        """A private copy of another journal; raises Conflict or StorageProblem."""
        from netlog.storage.foreign import other_journal

        return other_journal(path, self.path, self.reckoning, wait=self.wait)

    def merging(self) -> "SqlMerging":
        """A transaction that can say of people whether they are one or two."""
        from netlog.storage.merging import SqlMerging

        return SqlMerging(self.store, self.clock, self.reckoning, wait=self.wait)

    def clear_copies(self, digests: Collection[str]) -> "tuple[Copy, ...]":
        """Erase the people with these hashes from netlog's own copies of the journal."""
        from netlog.storage.forget_copies import clear

        return clear(self.store, digests, self.clock, self.reckoning, wait=self.wait)

    def reversing(self) -> "SqlHistory":
        """A transaction that takes operations back."""
        from netlog.storage.undo import SqlHistory

        return SqlHistory(self.store, self.clock, self.reckoning, wait=self.wait)

    def backed_up(self, command: str) -> None:
        """Keep a verified copy of the journal before a command that changes much; raises StorageProblem."""
        from netlog.storage.backups import before

        before(self.store, command, today=self.today, kept=self.config.kept, wait=self.wait)

    @cached_property
    def backups(self) -> "SqlBackups":
        """The copies of the journal: made, listed, put back."""
        from netlog.storage.safekeeping import SqlBackups

        return SqlBackups(self.path, self.clock, self.config.kept, wait=self.wait)

    def health(self, *, is_to_fix: bool) -> "Health":
        """How the journal and all around it are, once what can be put right was, if that is asked for."""
        from netlog.storage.health import examined
        from netlog.storage.surroundings import Patient

        return examined(Patient(self.path, self.reckoning, self.config.kept, is_to_fix, self.wait))

    def invent(self) -> "Demo":
        """Make the journal, which must not be there yet, an invented one; raises Conflict."""
        from netlog.demo.build import build

        return build(self.path, self.clock, self.reckoning)

    def close(self) -> None:
        """Let go of the journal, if it was read."""
        if "reader" in self.__dict__:
            self.reader.connection.close()
            del self.reader

    @cached_property
    def store(self) -> Path:
        """Where the journal to be written is, once it has the present layout."""
        self.opened().connection.close()
        return self.path

    def opened(self) -> SqlReader:
        """Reads on a connection of their own, after an older journal was brought up to date."""
        reckoning = self.reckoning
        try:
            return SqlReader(opened_to_read(self.path, wait=self.wait), reckoning)
        except Behind:
            from netlog.storage.migrate import upgrade

            upgrade(self.path, reckoning, kept=self.config.kept, wait=self.wait)
            return SqlReader(opened_to_read(self.path, wait=self.wait), reckoning)

    @cached_property
    def show(self) -> Callable[[object], None]:
        """Writes an answer to standard output, in the form chosen for it."""
        return renderer(as_json=self.as_json, stream=sys.stdout, environ=self.environ)

    @property
    def is_interactive(self) -> bool:
        """Whether somebody is there to answer a question."""
        return is_terminal(sys.stdin) and is_terminal(sys.stderr) and not self.as_json

    def past(self, words: str) -> "When":
        """The date the words name, looked for in the past first; raises UnreadableDate."""
        from netlog.domain.when import Prefer, read_when

        found = read_when(words, self.today, prefer=Prefer.PAST, day_first=self.config.day_first)
        in_range(found.on)
        return found

    def span(self, words: str) -> int:
        """The days of a span such as 6w; raises UnreadableDate."""
        from netlog.domain.when import read_span

        return read_span(words)

    def ahead(self, words: str) -> date:
        """The day the words name, looked for in the future first; raises UnreadableDate."""
        from netlog.domain.when import Prefer, read_when

        found = read_when(words, self.today, prefer=Prefer.FUTURE, day_first=self.config.day_first)
        return in_range(found.on)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits behind the stream."""
    return stream is not None and not stream.closed and stream.isatty()
