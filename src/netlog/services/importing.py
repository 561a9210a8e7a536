"""Importing: record by record into one transaction, everything counted, nothing guessed."""

import json
from collections.abc import Iterable, Mapping

from netlog.domain.people import Named
from netlog.domain.receipts import Changed
from netlog.domain.views_import import FileRead, Imported
from netlog.errors import UsageProblem
from netlog.interchange import Card, Record, Rejected, Skipped, Source, Talk
from netlog.services.cards import tidied, waiting_card
from netlog.services.intake_talks import TalkIntake, tidied_talk, told_again

MAPPINGS = "csv"
"""Under what the store keeps which fields the columns of CSV files hold."""


class Intake(TalkIntake):
    """Takes records of every sort in, file after file; `finish` says what became of them."""

    def mapping(self, told: Mapping[str, str], source: Source) -> Mapping[str, str]:
        """The fields of a CSV's columns: as told now and remembered, else as told for a file with the same columns."""
        known: list[dict[str, str]] = json.loads(self.reader.noted(MAPPINGS) or "[]")
        if told:
            others = [each for each in known if each.keys() != told.keys()]
            self.importer.note(MAPPINGS, json.dumps([dict(told), *others], ensure_ascii=False))
            return told
        head = source.head.decode("utf-8", "replace")
        return next((each for each in known if all(column in head for column in each)), {})

    def take_file(self, name: str, source: str, records: Iterable[Record]) -> None:
        """Take in every record of a file; `source` is whose keys they have."""
        self.source = source
        count = 0
        for count, record in enumerate(records, start=1):  # noqa: B007 (how many there were)
            self.take(record)
        self.index()
        self.introduce()
        self.ledger.files.append(FileRead(name, source, count))

    def pass_over(self) -> None:
        """Count a file that no format knows."""
        self.ledger.omitted["of no known format"] += 1

    def take(self, record: Record) -> None:
        """Take in one record; what cannot be used is counted with its reason."""
        try:
            if isinstance(record, Card):
                self.take_card(tidied(record, source=self.source, today=self.clock.today))
            elif isinstance(record, Talk):
                self.take_talk(tidied_talk(record))
            elif isinstance(record, Skipped):
                self.ledger.omitted[record.reason] += 1
            elif isinstance(record, Rejected):
                self.ledger.reject(record.where, record.reason)
            else:
                self.ledger.reject(record.where, "a row of a journal stands among other records")
        except UsageProblem as problem:
            self.ledger.reject(record.where, problem.message)

    def settle(self, number: int, people: tuple[Named, ...] | None) -> Changed | None:
        """Let what waits in a note of the inbox be about these people, or somebody new for None.

        None is answered for a note that no import put there; raises UsageProblem when it cannot be about so many.
        """
        if not (found := self.reader.origin_of_note(number)):
            return None
        self.source, origin = found
        self.importer.remove_row("origin", origin.id)
        self.importer.remove_row("inbox", number)
        card = waiting_card(origin.said, key=origin.key)
        if card is None:
            talk = told_again(origin.said, key=origin.key)
            if not people:
                raise UsageProblem("a contact is settled on people you know", hint=f"netlog inbox settle {number} anna")
            # the user has said who it was with: nobody of it is to be found out later
            self.log(talk, people, {**json.loads(origin.said), "unknown": []})
            words = f"{talk.kind} of {talk.on.isoformat()} ({self.source}) was with {listed(people)}"
        elif people is None:
            words = f"{card.name} ({self.source}) is new: {self.add(card).handle}"
        elif len(people) == 1:
            self.join(card, people[0])
            words = f"{card.name} ({self.source}) is {people[0].handle}"
        else:
            raise UsageProblem("one card is one person", hint=f"netlog inbox settle {number} {people[0].handle}")
        self.index()
        self.introduce()
        return Changed(
            self.clock.today, self.importer.finish("inbox", f"settled: {words}"), "inbox", f"settled: {words}"
        )

    def planned(self) -> Imported:
        """What would become of the records."""
        return self.ledger.imported(self.clock.today, operation=None, is_planned=True)

    def finish(self) -> Imported:
        """Write the operation down and derive what follows, unless nothing came of it."""
        ledger = self.ledger
        operation = self.importer.finish("import", ledger.words()) if ledger.is_changed else None
        return ledger.imported(self.clock.today, operation=operation, is_planned=False)


def listed(people: Iterable[Named]) -> str:
    """The names of people in a row."""
    return ", ".join(person.name for person in people)
