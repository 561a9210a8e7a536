"""Whether a change made the cadences ask for more than gets done."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.domain import wording
from netlog.domain.capacity import WINDOW, is_over
from netlog.ports_counts import Loads
from netlog.rows import FOREVER, TieRow

QUICK = 5000
"""People up to whom the sum takes next to nothing beside a command that adds somebody."""


def tipped(loads: Loads, before: Iterable[TieRow], after: Iterable[TieRow], *, today: date) -> tuple[str, ...]:
    """What to say when ties that stood as `before` and stand as `after` tip the balance; nothing when it lay so."""
    more = share(after, today) - share(before, today)
    if more <= 0:
        return ()
    asked, begun = loads.asked_per_day(), loads.began_on()
    days = loads.done_by_day(since=today - timedelta(WINDOW), until=today - timedelta(1))
    done, known_days = sum(people for _, people in days), (today - begun).days if begun else 0
    was_over = is_over(asked - more, done=done, known_days=known_days)
    if was_over or not is_over(asked, done=done, known_days=known_days):
        return ()
    return (wording.tipped(asked=asked, done=done / WINDOW),)


def tipped_by(newcomer: TieRow, loads: Loads | None, *, today: date) -> tuple[str, ...]:
    """The same for somebody just added; not said where the sum would keep the user waiting."""
    return tipped(loads, (), (newcomer,), today=today) if loads and loads.is_within(QUICK) else ()


def share(ties: Iterable[TieRow], today: date) -> float:
    """Check-ins a day that these ties ask for; nothing for those that are paused, resting, dormant or let go."""
    clocks = (tie.clock for tie in ties if tie.hidden_until < FOREVER)
    return sum(1 / clock.target_days for clock in clocks if clock and clock.dormant_on > today.toordinal())
