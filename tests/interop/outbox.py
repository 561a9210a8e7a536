"""What a journal of a few people would hand over to be written."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netlog.interchange import Card, Dated, Stored, Talk


class Outbox(NamedTuple):
    """People to be written, and nothing else."""

    today: date
    people: tuple[Card, ...]

    def cards(self) -> Iterator[Card]:
        return iter(self.people)

    def talks(self) -> Iterator[Talk]:
        return iter(())

    def dated(self) -> Iterator[Dated]:
        return iter(())

    def stored(self) -> Iterator[Stored]:
        return iter(())
