"""Rows of another journal that wait for the others: what was removed here, or names what is not there yet."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from netlog.domain.stored_rows import CHANGED_AT, REFERENCES
from netlog.interchange import Stored
from netlog.storage.removals import Gone, is_owner

NEVER_AGAIN = "~"
"""Later than every instant."""


class HeldBack:
    """Which of the rows come in after all: what was removed here does if it was changed, or written about, later."""

    def __init__(self, rows: Sequence[Stored], gone: Gone, is_forgotten: Callable[[str], bool]) -> None:
        self.rows, self.gone, self.is_forgotten = rows, gone, is_forgotten
        self.of = {uuid_of(row): row for row in rows}
        self.hanging: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            for owner in owners(row):
                if owner in self.of:
                    self.hanging[owner].append(uuid_of(row))
        self.dead: set[str] = set()
        self.survivors: list[Stored] = []

    def decide(self) -> None:
        """Find the dead, what hangs on others before those, and the survivors."""
        for row in reversed(self.rows):
            removed_at = self.removed_at(row)
            if removed_at is None or uuid_of(row) in self.dead:
                continue
            if removed_at >= self.active_at(uuid_of(row)):
                self.kill(uuid_of(row))
            else:
                self.survivors.append(row)
        for row in self.rows:
            if uuid_of(row) in self.gone.fell and self.has_lost_everybody(uuid_of(row)):
                self.kill(uuid_of(row))

    def removed_at(self, row: Stored) -> str | None:
        """When this journal removed the thing."""
        return NEVER_AGAIN if self.is_forgotten(uuid_of(row)) else self.gone.at(row.entity, dict(row.values))

    def active_at(self, uuid: str) -> str:
        """When the row, or what hangs on it and lives, was changed last in the other journal."""
        own = str(self.of[uuid].values.get(CHANGED_AT, ""))
        living = (each for each in self.hanging[uuid] if each not in self.dead)
        return max([own, *(self.active_at(each) for each in living)])

    def kill(self, uuid: str) -> None:
        """Leave out the row and everything that hangs on it."""
        if uuid not in self.dead:
            self.dead.add(uuid)
            for each in self.hanging[uuid]:
                self.kill(each)

    def has_lost_everybody(self, entry: str) -> bool:
        """Whether nobody who took part in the contact comes in."""
        people = [each for each in self.hanging[entry] if self.of[each].entity == "participant"]
        return bool(people) and self.dead.issuperset(people)

    def left_alone(self) -> set[str]:
        """Contacts in which somebody took part who does not come in."""
        gone = (self.of[uuid] for uuid in self.dead if self.of[uuid].entity == "participant")
        return {str(row.values["interaction"]) for row in gone} - self.dead


def uuid_of(row: Stored) -> str:
    """The UUID of a row."""
    return str(row.values["uuid"])


def owners(row: Stored) -> list[str]:
    """The UUIDs of what the row hangs on."""
    return [
        str(row.values[field])
        for field in REFERENCES[row.entity]
        if row.values.get(field) is not None and is_owner(row.entity, field)
    ]
