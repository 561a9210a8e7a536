"""What is open between people and worth a line this morning: told by the service that knows each sort."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from netlog.domain.views import Loop
from netlog.ports import Reader
from netlog.rows import Filters, LoopRow
from netlog.services import asks, introduced, mentoring_days, promises

Teller = Callable[[Reader, Sequence[LoopRow], date], list[Loop]]
"""The lines of some rows of one source, in any order."""

TELLERS: Mapping[str, Teller] = {
    "promise": promises.told,
    "exchange": asks.told,
    "introduction": introduced.nudges,
    "thanks": introduced.thanks,
    **dict.fromkeys(mentoring_days.LINES, mentoring_days.told),
}
"""Who knows what the rows of a source are about."""

ORDER = ("promise", "promised", "ask", "introduction", "thanks", "mentoring")
"""What I owe comes before what is owed to me, and both before what might be done."""


def open_loops(reader: Reader, *, today: date, filters: Filters, limit: int) -> tuple[Loop, ...]:
    """At most `limit` lines, what I owe first, the longest open first."""
    rows = reader.loops(day=today, filters=filters, limit=limit)
    lines = [
        line
        for source, tell in TELLERS.items()
        if (some := [row for row in rows if row.source == source])
        for line in tell(reader, some, today)
    ]
    return tuple(sorted(lines, key=lambda line: (ORDER.index(line.sort), line.on or today, line.id)))
