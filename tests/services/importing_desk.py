"""Somebody who imports records into a journal in memory, file after file."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from types import MappingProxyType

from tests.services.memory import CLOCK
from tests.services.memory_import import ImportMemory, MemoryImporter

from netlog.domain.receipts import Changed
from netlog.domain.views_import import Imported
from netlog.interchange import Card, Mention, Record, Source, Talk
from netlog.rows import NewInteraction, NewPerson
from netlog.services.importing import Intake
from netlog.services.intake_cards import Answers, Options, Question

NO_ANSWERS: Answers = MappingProxyType({})
YESTERDAY = date(2026, 11, 20)


class ImportDesk:
    """A journal, and the importer that writes into it."""

    def __init__(self) -> None:
        self.journal = ImportMemory()
        self.importer = MemoryImporter(self.journal)
        self.questions: list[Question] = []

    def add(self, handle: str, name: str, **fields: object) -> int:
        """Somebody known before."""
        new = NewPerson(handle, name, CLOCK.today, is_fresh=False)._replace(**fields)  # type: ignore[arg-type]
        number = self.importer.person(new)
        self.importer.index_names()
        return number

    def intake(self, options: Options | None = None) -> Intake:
        """Who takes records in."""
        return Intake(self.importer, options or Options(), clock=CLOCK, worths={})

    def bring(self, *records: Record, source: str = "vcard", options: Options | None = None) -> Imported:
        """Import a file with these records."""
        intake = self.intake(options)
        intake.take_file("a file", source, records)
        self.questions = intake.questions
        return intake.finish()

    def settle(self, *people: int, number: int = 1) -> Changed | None:
        """Say whose a note of the inbox is; nobody's is somebody new."""
        return self.intake().settle(number, tuple(map(self.journal.named_by, people)) or None)

    def mapped(self, told: Mapping[str, str], head: str) -> Mapping[str, str]:
        """The mapping for a CSV that begins so."""
        return self.intake().mapping(told, Source("a.csv", head.encode(), BytesIO))

    @property
    def names(self) -> list[str]:
        """Everybody by name, in the order of their numbers."""
        return [row.name for row in self.journal.rows]

    @property
    def contacts(self) -> list[NewInteraction]:
        return self.journal.contacts

    @property
    def waiting(self) -> list[tuple[str, str]]:
        """(text, reason) of what waits in the inbox."""
        return [(item.text, item.reason) for item in self.journal.inbox()]

    def state(self) -> list[object]:
        """All there is, to be compared."""
        journal = self.journal
        lists = (journal.rows, journal.added, journal.contacts, journal.kept, journal.origins)
        return [list(each) for each in lists] + [
            {number: list(facts) for number, facts in journal.facts.items()},
            {number: list(lines) for number, lines in journal.lines.items()},
            list(self.importer.finished),
        ]


def card(name: str, *emails: str, key: str = "", **fields: object) -> Card:
    """A person as a file tells of one."""
    contacts = tuple(("email", email) for email in emails)
    return Card(key, "line 2", name, contacts=contacts)._replace(**fields)  # type: ignore[arg-type]


def talk(*people: str | Mention, key: str = "", **fields: object) -> Talk:
    """A call of yesterday; people with an @ are addresses."""
    mentions = tuple(mention(each) if isinstance(each, str) else each for each in people)
    return Talk(key, "line 9", YESTERDAY, mentions, "call")._replace(**fields)  # type: ignore[arg-type]


def mention(words: str) -> Mention:
    return Mention("", words) if "@" in words else Mention(words)
