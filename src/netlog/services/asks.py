"""What was asked, as the morning tells it: what they wait for, and where I was the only one to ask."""

from collections.abc import Collection, Sequence
from datetime import date

from netlog.domain.exchanges import ONLY_ASKED, only_asked
from netlog.domain.views import Loop
from netlog.domain.wording import ago
from netlog.ports import Reader
from netlog.rows import ExchangeRow, LoopRow


def told(reader: Reader, rows: Sequence[LoopRow], today: date) -> list[Loop]:
    """A line for everything they asked of me that has no answer yet."""
    return [line(row, today) for row in reader.exchanges(numbers=[row.source_id for row in rows])]


def line(row: ExchangeRow, today: date) -> Loop:
    """ "asked 3 days ago: feedback on the CV", with the command that closes it."""
    words = f"asked {ago((today - row.on_day).days)}: {row.text}"
    return Loop("ask", row.id, row.handle, row.name, row.on_day, words, f"netlog answer {row.id}")


def after_asking(reader: Reader, people: Collection[int]) -> dict[int, str]:
    """What to say before the third contact in a row that only asks, by the number of the person."""
    return {person: ONLY_ASKED for person, days in reader.flows_by_day(people).items() if only_asked(days)}
