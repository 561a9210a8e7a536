"""The counts of an import: how many records came to what, and the first of each sort to be shown."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from netlog.domain.views_import import Doubt, FileRead, Imported, Omission, Refusal, Tally, Update
from netlog.domain.wording import count

LISTED = 20
CHANGING = ("new", "updated", "recognised", "doubtful")
"""What becomes of records that leaves something in the journal."""


class Ledger:
    """Counts records; of updates, doubts and refusals it keeps the first."""

    def __init__(self) -> None:
        self.files: list[FileRead] = []
        self.people: Counter[str] = Counter()
        self.contacts: Counter[str] = Counter()
        self.omitted: Counter[str] = Counter()
        self.rejected = 0
        self.updates: list[Update] = []
        self.doubts: list[Doubt] = []
        self.refusals: list[Refusal] = []

    @property
    def is_changed(self) -> bool:
        """Whether anything came of it."""
        return any(counts[verb] for counts in (self.people, self.contacts) for verb in CHANGING)

    def reject(self, where: str, reason: str) -> None:
        """Count a record that cannot be used."""
        self.rejected += 1
        if len(self.refusals) < LISTED:
            self.refusals.append(Refusal(where, reason))

    def improved(self, update: Update) -> None:
        """Count somebody about whom something new is known."""
        self.people["updated"] += 1
        if len(self.updates) < LISTED:
            self.updates.append(update)

    def doubted(self, counts: Counter[str], doubt: Doubt) -> None:
        """Count a record of which it is not certain whom it is about."""
        counts["doubtful"] += 1
        if len(self.doubts) < LISTED:
            self.doubts.append(doubt)

    def imported(self, today: date, *, operation: int | None, is_planned: bool, notes: Iterable[str] = ()) -> Imported:
        """What became of all the records."""
        omissions = [Omission(reason, records) for reason, records in sorted(self.omitted.items())]
        return Imported(
            today,
            is_planned,
            operation,
            tuple(self.files),
            tally(self.people),
            tally(self.contacts),
            self.rejected,
            tuple(self.updates),
            tuple(self.doubts),
            tuple(self.refusals),
            tuple(omissions),
            tuple(notes),
        )

    def words(self) -> str:
        """The operation as the history tells it."""
        files = self.files[0].name if len(self.files) == 1 else count(len(self.files), "file")
        people, contacts = tally(self.people), tally(self.contacts)
        parts = [
            count(people.new, "new person", "new people") if people.new else "",
            f"{people.updated} updated" if people.updated else "",
            count(contacts.new + contacts.updated, "contact") if contacts.new + contacts.updated else "",
            f"{people.doubtful + contacts.doubtful} to the inbox" if people.doubtful + contacts.doubtful else "",
        ]
        done = ", ".join(filter(None, parts)) or f"{count(self.people['recognised'], 'person', 'people')} recognised"
        return f"imported {files}: {done}"


def tally(counts: Counter[str]) -> Tally:
    """The counts by name; who was only recognised, and what waited in the inbox already, is as before."""
    same = counts["same"] + counts["recognised"] + counts["doubtful_before"]
    return Tally(counts["new"], counts["updated"], same, counts["doubtful"])
