"""What the services need from the outside for people who may be one."""

from typing import Protocol

from netlog.domain.likeness import Looks


class DupeReader(Protocol):
    """What can be asked about who looks like whom."""

    def looks(self) -> list[Looks]:
        """Everybody as they can be compared, the first written down first."""
        ...

    def told_apart(self) -> set[tuple[int, int]]:
        """Pairs of which the user said that they are two, the smaller number first."""
        ...

    def moving(self, person: int) -> dict[str, int]:
        """How many rows that can be counted hang on a person, by table."""
        ...


class Uniting(Protocol):
    """What can be changed about who is the same."""

    def tell_apart(self, one: int, other: int) -> bool:
        """Remember that the two are two; False when that is known."""
        ...

    def unite(self, kept: int, other: int) -> None:
        """Let everything that hangs on the other hang on the one who is kept, then remove the other."""
        ...
