"""Demos on any day, and what services find in them."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from netlog.clock import Clock
from netlog.config import DEFAULTS
from netlog.demo.build import Demo, build
from netlog.domain.capacity import PER_DAY
from netlog.domain.views import Morning
from netlog.services import morning
from netlog.storage.connect import opened_to_read
from netlog.storage.reader import SqlReader
from netlog.storage.ties import Reckoning

SATURDAY = date(2026, 11, 21)


class Made(NamedTuple):
    """A demo and the day it was made on."""

    answer: Demo
    day: date

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.answer.path)

    @contextmanager
    def reader(self) -> Iterator[SqlReader]:
        """Reads as commands of that day do."""
        with closing(opened_to_read(self.path)) as connection:
            reader = SqlReader(connection, reckoning_on(self.day))
            reader.freshen()
            yield reader

    def morning(self) -> Morning:
        """The list of that day."""
        with self.reader() as reader:
            return morning.due(reader, today=self.day, per_day=PER_DAY)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What SQL finds."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(query).fetchall()


def reckoning_on(day: date) -> Reckoning:
    """The default settings."""
    return Reckoning(DEFAULTS.targets, DEFAULTS.answer_days, DEFAULTS.birthday_lead_days, "", day.toordinal())


def made_on(day: date, folder: Path) -> Made:
    """The demo made at noon of that day."""
    clock = Clock(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "Etc/UTC", day)
    mask = os.umask(0o077)
    try:
        return Made(build(folder / "journal.db", clock, reckoning_on(day)), day)
    finally:
        os.umask(mask)
