"""Whose day an interaction was, and how much it counts: the rows everything about clocks is reckoned from."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

from netlog.domain.interactions import Depth, Direction, Worths, kind_named
from netlog.domain.strength import worth
from netlog.storage.statements import INSERTS
from netlog.storage.ties import Reckoning, ids, marks

NO_CONTACT = "none"


def refresh_contact_days(connection: sqlite3.Connection, interactions: Collection[int], worths: Worths) -> None:
    """Make the rows of these interactions anew."""
    chosen = marks(interactions)
    connection.execute(f"DELETE FROM contact_day WHERE interaction_id IN ({chosen})", tuple(interactions))
    rows = connection.execute(
        f"""
        SELECT participant.person_id, interaction.on_day, interaction.id,
               kind, depth, direction, minutes, counts
        FROM interaction
        JOIN participant ON participant.interaction_id = interaction.id
        WHERE interaction.id IN ({chosen})
        """,
        tuple(interactions),
    )
    connection.executemany(INSERTS["contact_day"], [contact_day(*row, worths=worths) for row in rows.fetchall()])


def contact_day(
    person: int,
    on_day: str,
    interaction: int,
    kind: str,
    depth: str,
    direction: str,
    minutes: int | None,
    counts: float | None,
    *,
    worths: Worths,
) -> dict[str, Any]:
    """The derived row of one participant; a conversation is mutual, whoever proposed it, a note is no contact."""
    deep, way = Depth(depth), Direction(direction)
    usual = worth(kind_named(kind, worths).worth, depth=deep, direction=way, minutes=minutes)
    share = usual if counts is None else counts
    is_one_sided = deep in (Depth.MESSAGE, Depth.TOUCH)
    return {
        "person_id": person,
        "on_day": on_day,
        "interaction_id": interaction,
        "worth": share,
        "direction": (direction if is_one_sided else Direction.MUTUAL.value) if share else NO_CONTACT,
    }


def stamp_of(worths: Worths) -> str:
    """The user's own worths as text: "coffee=0.8 like=0.2"."""
    return " ".join(f"{kind}={share}" for kind, share in sorted(worths.items()))


def revalued(connection: sqlite3.Connection, reckoning: Reckoning) -> set[int]:
    """Interactions of the kinds that were worth something else when their rows were made."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'worths'").fetchone()
    stored, wanted = row[0] if row else "", stamp_of(reckoning.worths)
    kinds = {pair.partition("=")[0] for pair in set(stored.split()) ^ set(wanted.split())}
    if not kinds:
        return set()
    return ids(connection, f"SELECT id FROM interaction WHERE kind IN ({marks(kinds)})", tuple(kinds))


def full_days(connection: sqlite3.Connection, condition: str, values: Collection[Any]) -> Iterator[tuple[int, str]]:
    """(person, day) of full contact-days, ascending, of the people for whom the condition holds."""
    yield from connection.execute(
        f"SELECT DISTINCT person_id, on_day FROM contact_day WHERE worth >= 0.5 AND {condition} ORDER BY 1, 2",
        tuple(values),
    )
