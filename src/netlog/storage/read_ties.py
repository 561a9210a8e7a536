"""The clocks of ties: who competes for the morning, ranked by SQL exactly as the domain ranks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain.scheduler import Clock, Reason
from netlog.domain.strength import Log
from netlog.rows import Filters, LastWord, LoopRow, PauseRow, TieRow
from netlog.storage import calibrated
from netlog.storage.contact_days import refresh_contact_days, revalued
from netlog.storage.queries import Queries, person_conditions
from netlog.storage.queries import day as as_day
from netlog.storage.statements import COLUMNS
from netlog.storage.ties import CLOCK_COLUMNS, batches, marks, outdated, reckoned
from netlog.storage.waiting import DUE, NUDGE, REPLY, SAID, birthday, count, count_held, in_force

CLOCK = ", ".join(f"tie.{name}" for name in CLOCK_COLUMNS)
PRIORITY = """
    factor * max(1 + (:today - due_exact) / effective_days, coalesce((:today - last) / gap, 0)) * pull
"""
AWAKE = "hidden_until <= :today AND dormant_on > :today"
TIES = COLUMNS["tie"]
REPLACED_TIE = f"REPLACE INTO temp.tie ({', '.join(TIES)}) VALUES ({', '.join(f':{name}' for name in TIES)})"
SHADOWED: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]] = {
    "tie": [("UNIQUE INDEX", ("person_id",))],
    "calibration": [],
    "contact_day": [("INDEX", ("person_id", "on_day")), ("INDEX", ("interaction_id",))],
}
"""What finds a row again in the copy of a table."""

CLASSES = {
    "fresh": (f"{DUE} AND rung IS NOT NULL", PRIORITY),
    "overdue": (f"{DUE} AND rung IS NULL", PRIORITY),
    "fill": (f"{AWAKE} AND show_on > :today AND early_on <= :today", PRIORITY),
    "dormant": ("hidden_until <= :today AND dormant_on <= :today", "value * value * days"),
}
"""Condition and order of each class; `scheduler.klass` and `scheduler.priority` are what they mirror."""


class TieQueries(Queries):
    """Reads of clocks as they stand today."""

    def freshen(self) -> None:
        """Make what is derived right for today and the present settings, without writing to the journal."""
        if others := revalued(self.connection, self.reckoning):
            self.shadow("contact_day")
            for batch in batches(others):
                refresh_contact_days(self.connection, batch, self.reckoning.worths)
        if others or calibrated.is_past(self.connection, self.reckoning):
            self.shadow("calibration")
            calibrated.keep(self.connection, calibrated.cells(self.connection, self.reckoning))
        if stale := outdated(self.connection, self.reckoning):
            self.shadow("tie")
            for batch in batches(stale):
                self.connection.executemany(REPLACED_TIE, reckoned(self.connection, batch, self.reckoning))

    def shadow(self, table: str) -> None:
        """Put a copy of a derived table, which may be written to, before the one in the journal."""
        self.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        self.connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}")
        for index, columns in SHADOWED[table]:
            self.connection.execute(f"CREATE {index} temp.{table}_{columns[0]} ON {table} ({', '.join(columns)})")

    def candidates(self, *, limit: int, filters: Filters, day: date) -> dict[str, list[TieRow]]:
        """The best of each class of the morning, at most `limit` of each, as it stands on `day`."""
        return {name: self.of_class(name, limit=limit, filters=filters, day=day) for name in CLASSES}

    def of_class(self, name: str, *, limit: int, filters: Filters, day: date) -> list[TieRow]:
        """The best of one class; people are looked up only for those within the limit."""
        condition, order = CLASSES[name]
        only, values = among(filters)
        rows = self.all(
            f"""
            WITH best AS (
                SELECT person_id, {order} AS weight FROM tie WHERE {condition} {only}
                ORDER BY weight DESC, person_id LIMIT :limit
            )
            SELECT {TIE_COLUMNS} FROM best
            JOIN tie ON tie.person_id = best.person_id JOIN person ON person.id = best.person_id
            ORDER BY weight DESC, best.person_id
            """,
            {**values, "today": day.toordinal(), "limit": limit},
        )
        return [tie_row(row, self.pace) for row in rows]

    def count_waiting(self, *, filters: Filters, day: date) -> int:
        """How many people have a reason on `day`, due or dated, listed or not."""
        only, values = among(filters)
        query = count(day, self.reckoning.birthday_lead, only=only)
        return int(self.one(query, {**values, "today": day.toordinal()}))

    def count_held(self, *, filters: Filters, day: date) -> int:
        """How many people a pause of everybody keeps off the list on `day`."""
        only, values = among(filters)
        query = count_held(day, self.reckoning.birthday_lead, only=only)
        return int(self.one(query, {**values, "today": day.toordinal()}))

    def pause(self, day: date) -> PauseRow | None:
        """The pause of everybody that is in force on `day`; of several the one that lasts longest."""
        query = f"SELECT since_on, until_on FROM pause WHERE {in_force(day)}"
        rows = self.all(f"{query} ORDER BY until_on IS NOT NULL, until_on DESC, id LIMIT 1")
        return next((PauseRow(date.fromisoformat(since), as_day(until)) for since, until in rows), None)

    def dated(self, *, limit: int, filters: Filters, day: date) -> list[tuple[Reason, TieRow]]:
        """(reason, tie) for birthdays ahead, replies owed and answers waited for: the newest `limit` of each."""
        only, values = among(filters)
        orders: tuple[tuple[Reason, str, str], ...] = (
            ("birthday", birthday(day, self.reckoning.birthday_lead), "tie.value"),
            ("reply", REPLY, "reply_owed_on"),
            ("awaiting", NUDGE, "nudge_on"),
        )
        found: list[tuple[Reason, TieRow]] = []
        for reason, condition, order in orders:
            rows = self.all(
                f"""
                SELECT {TIE_COLUMNS} FROM tie JOIN person ON person.id = person_id
                WHERE {condition} AND hidden_until <= :today {only}
                ORDER BY {order} DESC, person_id LIMIT :limit
                """,
                {**values, "today": day.toordinal(), "limit": limit},
            )
            found += [(reason, tie_row(row, self.pace)) for row in rows]
        return found

    def loops(self, *, day: date, filters: Filters, limit: int) -> list[LoopRow]:
        """What is open and worth a line on `day`, the longest open first, at most so many."""
        only, values = among(filters)
        rows = self.all(
            f"""
            SELECT source, source_id, person_id, from_on FROM loop
            JOIN person ON person.id = person_id
            WHERE {SAID} AND person.ended_on IS NULL {only}
            ORDER BY from_on, source, source_id LIMIT :limit
            """,
            {**values, "today": day.toordinal(), "limit": limit},
        )
        return [LoopRow(*row) for row in rows]

    def tie(self, person: int) -> TieRow:
        """The tie of one person."""
        query = f"SELECT {TIE_COLUMNS} FROM tie JOIN person ON person.id = person_id WHERE person_id = ?"
        return tie_row(self.all(query, (person,))[0], self.pace)

    def ties(self, people: Collection[int]) -> list[TieRow]:
        """The ties of these people."""
        rows = self.all(
            f"""
            SELECT {TIE_COLUMNS} FROM tie JOIN person ON person.id = person_id
            WHERE person_id IN ({marks(people)}) ORDER BY person_id
            """,
            tuple(people),
        )
        return [tie_row(row, self.pace) for row in rows]

    def last_words(self, people: Iterable[int]) -> dict[int, LastWord]:
        """The newest contact that counts of each, up to today, with the latest text that was kept."""
        found = {}
        for person in people:
            row = next(iter(self.all(LAST_CONTACT, (person, self.today_text))), None)
            text = self.one(LAST_TEXT, (person, self.today_text)) or ""
            if row or text:
                on, kind, direction, worth = row or (None, None, None, 0.0)
                found[person] = LastWord(date.fromisoformat(on) if on else None, kind, direction, text, worth)
        return found

    def marks(self, person: int) -> list[tuple[float, date]]:
        """(worth, latest day) of a person's contacts up to today, weightiest first."""
        rows = self.all(
            """
            SELECT worth, max(on_day) FROM contact_day WHERE person_id = ? AND on_day <= ? AND worth > 0
            GROUP BY worth ORDER BY worth DESC
            """,
            (person, self.today_text),
        )
        return [(worth, date.fromisoformat(on)) for worth, on in rows]

    def contact_days(self, person: int) -> list[tuple[date, float]]:
        """(day, worth) of a person's contacts."""
        rows = self.all("SELECT on_day, worth FROM contact_day WHERE person_id = ? AND worth > 0", (person,))
        return [(date.fromisoformat(on), worth) for on, worth in rows]

    def rank(self, person: int, *, day: date) -> tuple[int, int] | None:
        """The place of a person among those due by the clock, from 1, and how many these are; None when not due."""
        found = self.all(
            f"""
            WITH due AS (
                SELECT person_id, row_number() OVER (ORDER BY {PRIORITY} DESC, person_id) AS place,
                       count(*) OVER () AS everybody
                FROM tie WHERE {DUE}
            )
            SELECT place, everybody FROM due WHERE person_id = :person
            """,
            {"today": day.toordinal(), "person": person},
        )
        return found[0] if found else None

    def place(self, priority: float, person: int, *, day: date) -> tuple[int, int]:
        """The place that person would have with that priority among those due by the clock, and of how many."""
        found = self.all(
            f"""
            SELECT 1 + coalesce(sum((-({PRIORITY}), person_id) < (-:priority, :person)), 0), 1 + count(*)
            FROM tie WHERE {DUE} AND person_id <> :person
            """,
            {"today": day.toordinal(), "priority": priority, "person": person},
        )
        place, everybody = found[0]
        return place, everybody

    def started_last(self, person: int, *, limit: int) -> tuple[int, int]:
        """Of the last contacts that one side started, at most `limit`: how many I did, and how many they."""
        ways = self.all(
            """
            SELECT interaction.direction FROM contact_day JOIN interaction ON interaction.id = interaction_id
            WHERE person_id = ? AND contact_day.on_day <= ? AND worth > 0 AND interaction.direction <> 'mutual'
            ORDER BY contact_day.on_day DESC, interaction_id DESC LIMIT ?
            """,
            (person, self.today_text, limit),
        )
        mine = sum(way == "out" for (way,) in ways)
        return mine, len(ways) - mine

    @property
    def today_text(self) -> str:
        """Today as ISO text."""
        return date.fromordinal(self.reckoning.today).isoformat()


LATEST = "contact_day.on_day DESC, at DESC, worth DESC, text DESC, interaction_id DESC"
"""Of two contacts on one day the later; what was typed first does not matter unless nothing else tells."""

LAST_CONTACT = f"""
    SELECT contact_day.on_day, kind, interaction.direction, worth
    FROM contact_day JOIN interaction ON interaction.id = interaction_id
    WHERE person_id = ? AND contact_day.on_day <= ? AND worth > 0
    ORDER BY {LATEST} LIMIT 1
"""
LAST_TEXT = f"""
    SELECT text FROM contact_day JOIN interaction ON interaction.id = interaction_id
    WHERE person_id = ? AND contact_day.on_day <= ? AND text <> ''
    ORDER BY {LATEST} LIMIT 1
"""
TIE_COLUMNS = f"""
    person.id, handle, name, tier, contacts, tie.first, tie.last, tie.days, tie.rule, {CLOCK},
    hidden_until, factor, reply_owed_on, nudge_on, nudge_since, person.birthday, birthday_lead,
    paused_on IS NOT NULL, ended_on IS NOT NULL
"""


def among(filters: Filters) -> tuple[str, dict[str, Any]]:
    """A further condition on `person_id`, begun with AND, with its parameters; nothing without filters."""
    conditions, values = person_conditions(filters)
    chosen = f"SELECT person.id FROM person WHERE {' AND '.join(conditions)}"
    return f"AND person_id IN ({chosen})" if conditions else "", values


def tie_row(row: Sequence[Any], pace: float) -> TieRow:
    """A row of TIE_COLUMNS as a value."""
    number, handle, name, tier, contacts, first, last, days, rule, *rest = row
    fields = rest[: len(CLOCK_COLUMNS)]
    clock = None if fields[CLOCK_COLUMNS.index("due_on")] is None else Clock(*fields)
    log, others = Log((), first, last, days), rest[len(CLOCK_COLUMNS) :]
    return TieRow(number, handle, name, tier, contacts, log, rule, clock, pace, *others)
