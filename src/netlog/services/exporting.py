"""Exporting: what there is to write about everybody or about some people, and the days worth a calendar entry."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.domain.birthdays import birthday_on
from netlog.domain.promises import MINE
from netlog.interchange import Card, Dated, Stored, Talk
from netlog.ports import Reader
from netlog.ports_interchange import CardReader
from netlog.rows import EVERYBODY, Filters
from netlog.services.ties import next_check_in

DUE, PROMISE, BIRTHDAY = "due", "promise", "birthday"


class Everything:
    """What is written to a file: all of the journal, or what concerns the people who pass the filters."""

    def __init__(self, reader: Reader, cards: CardReader, filters: Filters, *, today: date) -> None:
        self.reader, self.source, self.today = reader, cards, today
        self.ties = {row.tie.id: row.tie for row in reader.listed(filters)}
        self.people: Sequence[int] | None = None if filters == EVERYBODY else list(self.ties)

    def cards(self) -> Iterator[Card]:
        """Everybody chosen, by handle."""
        return self.source.cards(self.people)

    def talks(self) -> Iterator[Talk]:
        """Contacts and notes with them, by day."""
        return self.source.talks(self.people)

    def stored(self) -> Iterator[Stored]:
        """Every row of the truth about them."""
        return self.source.stored(self.people)

    def dated(self) -> Iterator[Dated]:
        """Check-ins, promises and birthdays to come, by day."""
        return iter(sorted((*self.due(), *self.promised(), *self.born()), key=lambda each: (each.on, each.key)))

    def due(self) -> Iterator[Dated]:
        """The next check-in with everybody who is nudged, today if it has come."""
        uuids = {card.handle: card.uuid for card in self.cards()}
        for tie in self.ties.values():
            if on := next_check_in(tie):
                yield Dated(f"due-{uuids[tie.handle]}", DUE, max(on, self.today), tie.name, "")

    def promised(self) -> Iterator[Dated]:
        """The open promises of both sides that have a day."""
        for row in self.reader.promises():
            if row.outcome is None and row.due_on and row.person_id in self.ties:
                words = f"{'you' if row.side == MINE else 'they'} promised: {row.text}"
                yield Dated(f"promise-{row.id}-{row.handle}", PROMISE, row.due_on, row.name, words)

    def born(self) -> Iterator[Dated]:
        """The next birthday of everybody whose day is known."""
        for card in self.cards():
            if card.birthday:
                on = birthday_on(card.birthday, self.today)
                yield Dated(f"birthday-{card.uuid}", BIRTHDAY, on, card.name, "")
