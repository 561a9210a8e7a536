"""Journals that a prompt or TAB looks into: made on disk, and asked on either road."""

import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.storage.driving import Desk, looking

from netlog import side_door
from netlog.clock import read_clock
from netlog.domain.folding import fold
from netlog.rows import NewInteraction, NewPerson, NewPromise
from netlog.services import morning
from netlog.storage.ties import outdated
from netlog.workspace import Workspace

TODAY = date(2026, 3, 9)
EVERY = 1000
HOSTILE = (
    "$(touch PWNED)",
    "`touch PWNED`",
    "x;touch PWNED",
    "gi$(touch PWNED)",
    "gi`touch PWNED`",
    "gi;touch PWNED",
    "gi|touch PWNED",
    "*",
    "gi*",
    "gi????",
    "gi'lia",
    'gi"lia',
    "gi\nlia",
    "gi\\lia",
    "gi%F{red}",
    "gi\x1b[31m",
    "-rf",
    "--help",
    "~root",
    "gi{a,b}",
    "gi!!",
    "Gi",
    "gię",
    "",
)
"""What is no slug, and stands where a slug belongs only in a broken or foreign journal."""


class Somebody(NamedTuple):
    """A person with days relative to the day of writing: met, contacts with their direction, end of a snooze."""

    tier: str | None
    birthday: str | None
    is_fresh: bool
    met: int
    contacts: tuple[tuple[int, str], ...]
    snoozed: int | None


class Place(NamedTuple):
    """Where one user's journal and configuration are."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        """What netlog finds them by."""
        return {"NETLOG_DB": str(self.store), "NETLOG_CONFIG": str(self.folder / "config.toml")}

    @property
    def store(self) -> Path:
        """The journal."""
        return self.folder / "journal.db"

    def desk(self, day: date = TODAY) -> Desk:
        """The journal, to be written with the settings there are."""
        desk = Desk(self.store, day)
        desk.reckoning = self.main_road(noon(day)).reckoning
        return desk

    def configure(self, text: str) -> None:
        """Write the configuration file."""
        (self.folder / "config.toml").write_bytes(text.encode())

    def fill(self, people: list[Somebody], day: date) -> None:
        """Write these people down on that day."""
        desk = self.desk(day)
        with desk.appending() as appender:
            for i, somebody in enumerate(people):
                met = day + timedelta(somebody.met)
                new = NewPerson(f"p{i}", f"P {i}", met, somebody.is_fresh, tier=somebody.tier)
                number = appender.person(new._replace(birthday=somebody.birthday))
                for days, way in somebody.contacts:
                    on = day + timedelta(days)
                    appender.interaction(
                        NewInteraction(desk.clock.stamp, "Etc/UTC", on, "email", "message", way, "hello", (number,))
                    )
                if somebody.snoozed is not None:
                    until = (day + timedelta(somebody.snoozed)).isoformat()
                    snooze = "UPDATE person SET snoozed_until = ? WHERE id = ?"
                    appender.connection.execute(snooze, (until, number))
            appender.finish("add", "added everybody")

    def promise(self, promised: list[tuple[int, str, int | None]], day: date) -> None:
        """Write down promises on that day: with whom, by place in the list; whose; for how many days ahead."""
        with self.desk(day).appending() as appender:
            people = [number for (number,) in appender.connection.execute("SELECT id FROM person ORDER BY id")]
            for person, side, ahead in promised:
                due_on = None if ahead is None else day + timedelta(ahead)
                appender.promise(NewPromise(people[person % len(people)], side, "send the deck", day, due_on))
            appender.finish("promise", "promised")

    def pause(self, since: date, until: date | None) -> None:
        """Pause the check-ins with everybody."""
        with self.desk(since).recording() as records:
            records.add_pause(since, until)
            records.finish("pause", "paused everyone")

    def at_the_side(self, *arguments: str, now: datetime | None = None) -> str | None:
        """What the side door says, at noon of TODAY unless said."""
        return side_door.answer(arguments, self.environ, now=now or noon(TODAY), fold=fold)

    def main_road(self, now: datetime) -> Workspace:
        """The main road at that local time."""
        net = Workspace(db=None, as_json=False, environ=self.environ)
        net.clock = read_clock(now.astimezone(), "Etc/UTC", day_starts_at=net.config.day_starts_at)
        return net

    def counted(self, now: datetime) -> str:
        """How many people the main road would list if its morning had no end."""
        with closing(self.main_road(now)) as net:
            listed = morning.agenda(net.reader, today=net.today, until=net.today, limit=EVERY)
        handles = {item.tie.handle for item in listed.first} | {loop.handle for loop in listed.loops}
        return f"{len(handles)}\n"

    def is_stale(self, now: datetime) -> bool:
        """Whether a clock must be reckoned anew before anybody is counted."""
        reckoning = self.main_road(now).reckoning
        with looking(self.store) as connection:
            return bool(outdated(connection, reckoning))

    def tamper(self) -> sqlite3.Connection:
        """A connection that may do what netlog never would."""
        return sqlite3.connect(self.store, isolation_level=None)


def noon(day: date) -> datetime:
    """Noon of the day."""
    return datetime.combine(day, time(12))
