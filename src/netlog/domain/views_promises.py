"""Frozen answers about promises, of either side."""

from datetime import date
from typing import NamedTuple


class Promise(NamedTuple):
    """Something one side said they would do; `side` is mine or theirs, `outcome` kept or dropped, None while open.

    `id` is the number that `keep`, `drop` and `postpone` take, `entry` that of the contact it was made in.
    """

    id: int
    side: str
    handle: str
    name: str
    text: str
    made_on: date
    due_on: date | None
    postponed: int
    outcome: str | None
    closed_on: date | None
    entry: int | None


class PromiseList(NamedTuple):
    """Promises: mine before theirs, by date, those closed last."""

    today: date
    promises: tuple[Promise, ...]


class PromiseCount(NamedTuple):
    """What became of one side's promises: of those kept `dated` had a date, and `on_time` were kept by it.

    `postponed` counts the promises whose date was put off, whatever became of them.
    """

    side: str
    open: int
    kept: int
    dated: int
    on_time: int
    postponed: int
    dropped: int
