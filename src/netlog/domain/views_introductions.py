"""Frozen answers about introductions."""

from datetime import date
from typing import NamedTuple


class Introduced(NamedTuple):
    """An introduction somebody is a side of; `handle` and `name` are of the other side."""

    id: int
    handle: str
    name: str
    state: str
    made_on: date | None
    stands: str
    why: str
    outcome: str | None


class IntroductionLine(NamedTuple):
    """An introduction: the first person is asked first; `stands` says where it is, `then` what comes next."""

    id: int
    handle: str
    name: str
    other_handle: str
    other_name: str
    state: str
    moved_on: date
    made_on: date | None
    why: str
    outcome: str | None
    stands: str
    then: str


class Introductions(NamedTuple):
    """Introductions, the earliest first; `closed` more are done or declined and not shown."""

    today: date
    introductions: tuple[IntroductionLine, ...]
    closed: int
