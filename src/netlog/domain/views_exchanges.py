"""Frozen answers about help that flows between people."""

from datetime import date
from typing import NamedTuple


class Exchange(NamedTuple):
    """Help that flowed (gave, got) or was asked for (asked, asked_by); `id` is the number that `answer` takes.

    Of what they asked of me, `answered_on` is the day it was answered; none means it is open.
    """

    id: int
    on: date
    flow: str
    handle: str
    name: str
    text: str
    answered_on: date | None


class Exchanges(NamedTuple):
    """Help given, got and asked for, newest first, with everybody or with one person; `flows` counts each way."""

    today: date
    person: str | None
    exchanges: tuple[Exchange, ...]
    flows: tuple[tuple[str, int], ...]
