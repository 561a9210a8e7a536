"""What the services need to know of topics."""

from collections.abc import Collection, Sequence
from typing import Protocol

from netlog.rows_topics import ClueRow, TopicRow


class Topics(Protocol):
    """What can be asked about what people can help with and look for."""

    def passages_about(
        self, beginnings: Sequence[Sequence[str]], *, limit: int
    ) -> tuple[list[tuple[str, int, str]], bool]:
        """(source, number, folded text) of what holds a word beginning so for each, and whether older is left out."""
        ...

    def clues(self, source: str, numbers: Collection[int]) -> list[ClueRow]:
        """What these people, exchanges, entries or facts say of whom; who was let go is left out."""
        ...

    def text_of(self, source: str, number: int) -> str:
        """What was written in an entry or a fact."""
        ...

    def topics(self) -> list[TopicRow]:
        """What everybody can help with or looks for, the earliest said first; who was let go is left out."""
        ...
