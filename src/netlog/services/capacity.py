"""How many check-ins a day fit the user, and whether the cadences ask for more."""

from datetime import date, timedelta

from netlog.domain.capacity import PER_DAY, WINDOW, learned_budget
from netlog.ports_counts import Loads


def budget(loads: Loads, configured: float | None, *, today: date) -> float:
    """Check-ins a day: what is configured, else what the last four weeks teach, else 3."""
    if configured is not None:
        return configured
    done = loads.done_by_day(since=today - timedelta(WINDOW), until=today - timedelta(1))
    return learned_budget([people for _, people in done]) or PER_DAY
