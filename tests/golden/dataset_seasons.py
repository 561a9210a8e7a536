"""The invented network in season."""

from datetime import date

from netlog.domain.views_seasons import Seasons, SeasonView

TODAY = date(2026, 11, 21)


def seasons(*names: str) -> Seasons:
    """A season of each of the names, the first running, the others over or still to come."""
    whom = ("tag engineer", "tier close", "somebody removed since")
    days = ((TODAY, date(2027, 6, 30)), (date(2025, 1, 1), date(2025, 12, 24)), (date(2026, 12, 1), date(2027, 1, 2)))
    return Seasons(
        TODAY,
        tuple(
            SeasonView(at + 1, name, whom[at % 3], 1204 * (2 - at), (1.5, 3.0, 1.25)[at % 3], *days[at % 3], at == 0)
            for at, name in enumerate(names)
        ),
    )
