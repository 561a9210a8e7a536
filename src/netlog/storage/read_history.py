"""What was done to the journal, and what waits in its inbox."""

from datetime import date

from netlog.domain.views import Done, InboxItem
from netlog.storage.queries import Queries

OPERATION = "SELECT id, at, on_day, command, words, undone IS NOT NULL FROM operation"

SNOOZES = """
    SELECT count(DISTINCT operation.id) FROM change JOIN operation ON operation.id = operation_id
    WHERE entity = 'person' AND row_id = :person AND command = 'snooze' AND undone IS NULL AND on_day >= :since
"""


class HistoryQueries(Queries):
    """Reads of operations and of the inbox."""

    def operations(self, *, limit: int) -> tuple[list[Done], int]:
        """The newest operations, and how many there are."""
        rows = self.all(f"{OPERATION} ORDER BY id DESC LIMIT ?", (limit,))
        done = [
            Done(number, at, date.fromisoformat(on), command, words, bool(undone))
            for number, at, on, command, words, undone in rows
        ]
        return done, int(self.one("SELECT count(*) FROM operation"))

    def snoozes(self, person: int, *, since: date | None) -> int:
        """How often a person was snoozed from that day on, what was undone left out."""
        return int(self.one(SNOOZES, {"person": person, "since": (since or date.min).isoformat()}))

    def inbox(self) -> list[InboxItem]:
        """Every note that waits, oldest first."""
        rows = self.all("SELECT id, on_day, text, reason, is_private FROM inbox ORDER BY id")
        return [InboxItem(number, date.fromisoformat(on), text, why, bool(own)) for number, on, text, why, own in rows]
