"""One tie's stored clock, reckoned from the person and the log."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from netlog.domain.awaiting import REPLY_AFTER, Awaiting, answer_days, awaiting, initiative
from netlog.domain.birthdays import lead_days, read_birthday
from netlog.domain.cadence import Cadence, Targets, cadence_for
from netlog.domain.interactions import AS_SHIPPED, Worths
from netlog.domain.mentoring import Terms, away_until, rhythm, turning_days
from netlog.domain.scheduler import Clock, baseline_of, clock
from netlog.domain.seasons import Season, is_boosted, strongest, turning_points
from netlog.domain.strength import Log, tally
from netlog.rows import FOREVER
from netlog.storage.seasons import every_season, ordinal

CLOCK_COLUMNS = Clock._fields
BATCH = 500
ContactDay = tuple[str, float, str]

NOBODY = (0, 0)
"""Contacts I started, contacts they did."""


class Reckoning(NamedTuple):
    """What clocks are reckoned with: the settings, the text they were read from, and the day (ordinal)."""

    targets: Targets
    answer_days: int
    birthday_lead: int
    stamp: str
    today: int
    worths: Worths = AS_SHIPPED
    reciprocity: float = 0.0


def reckoned(connection: sqlite3.Connection, people: Collection[int], reckoning: Reckoning) -> list[dict[str, Any]]:
    """The rows of `tie` for these people, recomputed from the log as it stands."""
    chosen = marks(people)
    tags = grouped(connection, f"SELECT person_id, slug FROM tag WHERE person_id IN ({chosen})", people)
    started, agreed = starts(connection, people, reckoning), mentorships(connection, people)
    seasons = every_season(connection)
    days: dict[int, list[ContactDay]] = {}
    log = f"SELECT person_id, on_day, worth, direction FROM contact_day WHERE worth > 0 AND person_id IN ({chosen})"
    for person, *day in connection.execute(log, tuple(people)):
        days.setdefault(person, []).append(tuple(day))
    cursor = connection.execute(f"SELECT * FROM person WHERE id IN ({chosen})", tuple(people))
    names = [column[0] for column in cursor.description]
    return [
        tie(
            dict(zip(names, row, strict=True)),
            tags.get(row[0], ()),
            days.get(row[0], ()),
            reckoning,
            started=started.get(row[0], NOBODY),
            agreed=agreed.get(row[0], ()),
            seasons=seasons,
        )
        for row in cursor
    ]


def starts(connection: sqlite3.Connection, people: Collection[int], reckoning: Reckoning) -> dict[int, tuple[int, int]]:
    """How many contacts I started, and they, by person; looked up only where that is to count."""
    if not reckoning.reciprocity:
        return {}
    rows = connection.execute(
        f"""
        SELECT person_id, sum(interaction.direction = 'out'), sum(interaction.direction = 'in')
        FROM contact_day JOIN interaction ON interaction.id = interaction_id
        WHERE worth > 0 AND contact_day.on_day <= ? AND person_id IN ({marks(people)}) GROUP BY person_id
        """,
        (date.fromordinal(reckoning.today).isoformat(), *people),
    )
    return {person: (mine, theirs) for person, mine, theirs in rows}


def mentorships(connection: sqlite3.Connection, people: Collection[int]) -> dict[int, list[Terms]]:
    """What was agreed in mentorships, running and ended, by person."""
    found: dict[int, list[Terms]] = {}
    rows = connection.execute(
        f"""
        SELECT person_id, every_days, began_on, ended_on, not_months FROM mentorship
        WHERE person_id IN ({marks(people)})
        """,
        tuple(people),
    )
    for person, every_days, began_on, ended_on, months in rows:
        months_off = frozenset(map(int, months.split(","))) if months else frozenset[int]()
        terms = Terms(every_days, ordinal(began_on), ordinal(ended_on) if ended_on else None, months_off)
        found.setdefault(person, []).append(terms)
    return found


def tie(
    person: dict[str, Any],
    tags: Sequence[str],
    days: Sequence[ContactDay],
    reckoning: Reckoning,
    *,
    started: tuple[int, int] = NOBODY,
    agreed: Sequence[Terms] = (),
    seasons: Sequence[Season] = (),
) -> dict[str, Any]:
    """The row of `tie` for one person; `started` counts what I began and what they did, `agreed` are mentorships."""
    today, boosts = reckoning.today, boosting(person, tags, seasons)
    dated = [(date.fromisoformat(on).toordinal(), worth, way) for on, worth, way in days]
    log = tally(((on, worth) for on, worth, _ in dated), today)
    cadence = cadence_for(
        every_days=person["every_days"],
        tags=tags,
        tier=person["tier"],
        targets=reckoning.targets,
        is_kin=bool(person["is_kin"]),
        mentorship_days=rhythm(agreed, today),
    )
    since = ordinal(person["since_on"])
    is_imported = person["imported_on"] is not None
    born = baseline_of(person["uuid"], since, is_fresh=bool(person["is_fresh"]), is_imported=is_imported)
    waiting = unanswered(dated, reckoning)
    made = clock(log, born, cadence=cadence, jitter=born.spread, skipped=skipped(person, today))
    return {
        **hands(made and pulled(made, started, boosts, reckoning), log, cadence),
        "person_id": person["id"],
        "contacts": len(dated),
        **validity([*(on for on, _, _ in dated), *changes(person, boosts), *turning_days(agreed, today)], today),
        "hidden_until": max(hidden_until(person, waiting), away_until(agreed, today)),
        "factor": waiting.factor,
        "nudge_on": waiting.nudge_on,
        "nudge_since": waiting.since,
        "reply_owed_on": reply_owed_on(dated, today),
        **birthday(person, reckoning),
    }


def pulled(made: Clock, started: tuple[int, int], boosts: Sequence[Season], reckoning: Reckoning) -> Clock:
    """The clock with the pull that it has when who starts is to count, and in season."""
    left = initiative(*started, weight=reckoning.reciprocity) if reckoning.reciprocity else 1.0
    return made._replace(pull=made.pull * left * strongest(boosts, reckoning.today).factor)


def boosting(person: dict[str, Any], tags: Sequence[str], seasons: Iterable[Season]) -> list[Season]:
    """The seasons that boost the person, whenever they are."""
    uuid, tier = person["uuid"], person["tier"]
    return [season for season in seasons if is_boosted(season.boost, uuid=uuid, tier=tier, tags=tags)]


def changes(person: dict[str, Any], seasons: Iterable[Season]) -> list[int]:
    """Days on which a clock changes beside those of contacts."""
    return [*([ordinal(person["skipped_on"])] if person["skipped_on"] else []), *turning_points(seasons)]


def skipped(person: dict[str, Any], today: int) -> int | None:
    """The day on which the person was skipped last, unless a clock set back has put that day ahead."""
    day = ordinal(person["skipped_on"]) if person["skipped_on"] else None
    return None if day is None or day > today else day


def hands(made: Clock | None, log: Log, cadence: Cadence) -> dict[str, Any]:
    """The columns of the clock; for someone who is never nudged, what the log says and no days."""
    if made:
        return {name: getattr(made, name) for name in CLOCK_COLUMNS}
    known = {
        "rule": cadence.rule,
        "value": cadence.value,
        "first": log.first,
        "last": log.last,
        "days": log.days,
    }
    return {**dict.fromkeys(CLOCK_COLUMNS), **known}


def validity(days: Sequence[int], today: int) -> dict[str, int | None]:
    """From which day on, and before which, a clock reckoned today is right: contacts ahead are not counted."""
    return {
        "valid_from": max((day for day in days if day <= today), default=0),
        "valid_until": min((day for day in days if day > today), default=None),
    }


def unanswered(dated: Sequence[tuple[int, float, str]], reckoning: Reckoning) -> Awaiting:
    """How often I wrote since they last did, or since we last talked."""
    today = reckoning.today
    heard = [on for on, _, way in dated if way != "out" and on <= today]
    sent = [on for on, _, way in dated if way == "out"]
    nudge_after = answer_days((on for on in sent if on <= today), heard, otherwise=reckoning.answer_days)
    return awaiting(sent, max(heard, default=None), today=today, nudge_after=nudge_after)


def reply_owed_on(dated: Sequence[tuple[int, float, str]], today: int) -> int | None:
    """When the last word was theirs: the day from which that is worth saying."""
    past = [(on, way) for on, _, way in dated if on <= today]
    theirs = max((on for on, way in past if way == "in"), default=0)
    since = max((on for on, way in past if way != "in"), default=0)
    return theirs + REPLY_AFTER if theirs > since else None


def hidden_until(person: dict[str, Any], waiting: Awaiting) -> int:
    """The first day on which the person may be suggested."""
    if person["ended_on"] or person["paused_on"] or waiting.rested:
        return FOREVER
    return date.fromisoformat(person["snoozed_until"]).toordinal() if person["snoozed_until"] else 0


def birthday(person: dict[str, Any], reckoning: Reckoning) -> dict[str, Any]:
    """The day of the year as MM-DD, and how long before it is mentioned; none for a tie that has ended."""
    if not person["birthday"] or person["ended_on"]:
        return {"month_day": None, "birthday_lead": 0}
    born = read_birthday(person["birthday"])
    lead = reckoning.birthday_lead if lead_days(person["tier"]) else 0
    return {"month_day": f"{born.month:02}-{born.day:02}", "birthday_lead": lead}


def outdated(connection: sqlite3.Connection, reckoning: Reckoning) -> set[int]:
    """People whose stored clock is not right today: other settings, a contact that came up, a day gone back."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'settings'").fetchone()
    if (row[0] if row else "") != reckoning.stamp:
        return ids(connection, "SELECT id FROM person")
    query = "SELECT person_id FROM tie WHERE valid_from > ? UNION SELECT person_id FROM tie WHERE valid_until <= ?"
    return ids(connection, query, (reckoning.today, reckoning.today))


def ids(connection: sqlite3.Connection, query: str, parameters: Collection[Any] = ()) -> set[int]:
    """The first column of every row."""
    return {row[0] for row in connection.execute(query, tuple(parameters))}


def marks(values: Collection[Any]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def grouped(connection: sqlite3.Connection, query: str, numbers: Collection[int]) -> dict[int, list[Any]]:
    """Second columns by first column."""
    found: dict[int, list[Any]] = {}
    for owner, value in connection.execute(query, tuple(numbers)):
        found.setdefault(owner, []).append(value)
    return found


def batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The numbers in ascending order, a few hundred at a time."""
    rest = iter(sorted(numbers))
    while batch := list(islice(rest, BATCH)):
        yield batch
