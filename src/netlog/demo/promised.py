"""The promises of the invented journal, and what became of them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netlog.demo.invent import ago
from netlog.demo.tables import cells_of, number
from netlog.ports import Records
from netlog.rows import NewPromise


class Pledge(NamedTuple):
    """A promise of one side; `days`, `due` and `closed` are days before today, below 0 ahead."""

    days: int
    name: str
    side: str
    due: int | None
    postponed: int
    outcome: str | None
    closed: int | None
    text: str


def pledges() -> tuple[Pledge, ...]:
    """The promises, the earliest first."""
    return tuple(
        Pledge(int(days), name, side, number(due), number(times) or 0, outcome or None, number(closed), text)
        for days, name, side, due, times, outcome, closed, text in cells_of("promises.tsv")
    )


def promise(records: Records, numbers: Mapping[str, int], *, today: date) -> None:
    """Store every promise, and how it ended; `numbers` are those of people by name."""
    for pledge in pledges():
        due_on, closed_on = (None if days is None else ago(today, days) for days in (pledge.due, pledge.closed))
        new = NewPromise(numbers[pledge.name], pledge.side, pledge.text, ago(today, pledge.days), due_on)
        added = records.promise(new._replace(postponed=pledge.postponed))
        if pledge.outcome:
            records.change("promise", added, {"outcome": pledge.outcome, "closed_on": closed_on})
