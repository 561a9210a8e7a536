"""Who has a reason today, in SQL that the reader and the side door share; nothing is imported but dates."""

from datetime import date, timedelta

DUE = "show_on <= :today AND hidden_until <= :today AND dormant_on > :today"
"""What the clock alone lists; `scheduler.klass` is what it mirrors."""

REPLY = "reply_owed_on BETWEEN :today - 28 AND :today"
NUDGE = "nudge_on BETWEEN :today - 28 AND :today"
"""Reasons with a day of their own; four weeks later the usual clock speaks for the tie again.

Nobody has both: whoever wrote last, it was only one of the two.
"""

SHOWN = "hidden_until <= :today"
NOT_DUE = f"{SHOWN} AND NOT coalesce(show_on <= :today AND dormant_on > :today, 0)"
NEITHER = f"NOT coalesce({REPLY}, 0) AND NOT coalesce({NUDGE}, 0)"
SAID = "from_on <= :today AND (until_on IS NULL OR until_on > :today)"
"""What is open is worth a line today."""

OPEN = f"""EXISTS (
    SELECT 1 FROM loop JOIN person ON person.id = loop.person_id
    WHERE loop.person_id = tie.person_id AND {SAID} AND ended_on IS NULL
)"""
"""Something is open with the person that is worth a line, snoozed or not."""

WITH_LOOPS = f"tie.person_id IN (SELECT person_id FROM loop WHERE {SAID})"


def birthday(today: date, lead: int) -> str:
    """The condition of a birthday today, or within `lead` days for those whose birthdays are said ahead."""
    near = f"month_day IN ({quoted(month_days(today, 0))})"
    return f"({near} OR (birthday_lead > 0 AND month_day IN ({quoted(month_days(today, lead))})))"


def month_days(today: date, lead: int) -> list[str]:
    """MM-DD of today and the `lead` days after; 29 February belongs to the 28th of a common year."""
    days = [today + timedelta(ahead) for ahead in range(lead + 1)]
    kept_early = any(f"{day:%m-%d} {day + timedelta(1):%m-%d}" == "02-28 03-01" for day in days)
    return [f"{day:%m-%d}" for day in days] + ["02-29"] * kept_early


def quoted(days: list[str]) -> str:
    """The days as SQL literals."""
    return ", ".join(f"'{day}'" for day in days)


def in_force(today: date) -> str:
    """The condition of a pause for everybody that has begun and not ended."""
    return f"since_on <= '{today}' AND (until_on IS NULL OR until_on > '{today}')"


def count(today: date, lead: int, *, only: str = "") -> str:
    """The query for how many people are listed; `only` is a further condition, begun with AND."""
    paused = f"EXISTS (SELECT 1 FROM pause WHERE {in_force(today)})"
    listed, kept = with_a_reason(today, lead, only), expecting(today, lead, only)
    return f"SELECT CASE WHEN {paused} THEN {kept} ELSE {listed} END"


def count_held(today: date, lead: int, *, only: str = "") -> str:
    """The query for how many people a pause keeps off the list."""
    return f"SELECT {with_a_reason(today, lead, only)} - {expecting(today, lead, only)}"


def with_a_reason(today: date, lead: int, only: str) -> str:
    """How many people are due, or have a reason with a day of its own."""
    return f"""(
        (SELECT count(*) FROM tie WHERE {DUE} {only})
        + (SELECT count(*) FROM tie WHERE {REPLY} AND {NOT_DUE} {only})
        + (SELECT count(*) FROM tie WHERE {NUDGE} AND {NOT_DUE} {only})
        + (SELECT count(*) FROM tie WHERE {birthday(today, lead)} AND {NEITHER} AND {NOT_DUE} {only})
        + (SELECT count(*) FROM tie WHERE {WITH_LOOPS} AND {OPEN} AND NOT ({listed(today, lead)}) {only})
    )"""


def listed(today: date, lead: int) -> str:
    """The condition of a line by the clock or by a day of its own."""
    due = "coalesce(show_on <= :today AND dormant_on > :today, 0)"
    return f"{SHOWN} AND ({due} OR NOT ({NEITHER}) OR coalesce({birthday(today, lead)}, 0))"


def expecting(today: date, lead: int, only: str) -> str:
    """How many people expect something on a day of its own, whether or not I pause: birthdays, replies owed."""
    return f"""(
        (SELECT count(*) FROM tie WHERE {REPLY} AND {SHOWN} {only})
        + (SELECT count(*) FROM tie WHERE {birthday(today, lead)} AND NOT coalesce({REPLY}, 0) AND {SHOWN} {only})
        + (SELECT count(*) FROM tie WHERE {WITH_LOOPS} AND {OPEN} AND NOT ({expected(today, lead)}) {only})
    )"""


def expected(today: date, lead: int) -> str:
    """The condition of a line that a pause does not hold back, what is open left out."""
    return f"{SHOWN} AND (coalesce({REPLY}, 0) OR coalesce({birthday(today, lead)}, 0))"
