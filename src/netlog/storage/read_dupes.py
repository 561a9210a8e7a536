"""Reads about who looks like whom."""

from collections.abc import Iterable
from typing import TypeVar

from netlog.domain.likeness import Looks, called_so
from netlog.storage.queries import Queries

Value = TypeVar("Value")

OWN = "netlog"
"""The source of people of journals: who became part of another is still known by the old UUID."""

COUNTED = {
    "entry": "SELECT count(*) FROM participant WHERE person_id = :person",
    "promise": "SELECT count(*) FROM promise WHERE person_id = :person",
    "exchange": "SELECT count(*) FROM exchange WHERE person_id = :person",
    "introduction": "SELECT count(*) FROM introduction WHERE :person IN (person_id, other_id)",
    "mentorship": "SELECT count(*) FROM mentorship WHERE person_id = :person",
    "fact": "SELECT count(*) FROM main.fact WHERE person_id = :person",
    "origin": "SELECT count(*) FROM main.origin WHERE person_id = :person",
    "card_line": "SELECT count(*) FROM card_line WHERE person_id = :person",
    "via": "SELECT count(*) FROM person WHERE via_id = :person",
}
"""What hangs on a person and is told by its number only."""


class DupeQueries(Queries):
    """Reads of everybody at once, as they can be compared."""

    def looks(self) -> list[Looks]:
        """Everybody as they can be compared, the first written down first."""
        aliases = grouped(self.all("SELECT person_id, name FROM alias ORDER BY id"))
        contacts = grouped((row[0], row[1:]) for row in self.all("SELECT person_id, sort, folded FROM contact"))
        people = self.all("SELECT id, handle, name, company, place, birthday FROM person ORDER BY id")
        return [
            Looks(
                number,
                handle,
                name,
                called_so((name, *aliases.get(number, ()))),
                tuple(contacts.get(number, ())),
                *rest,
            )
            for number, handle, name, *rest in people
        ]

    def told_apart(self) -> set[tuple[int, int]]:
        """Pairs of which the user said that they are two, the smaller number first."""
        return set(self.all("SELECT person_id, other_id FROM not_same"))

    def moving(self, person: int) -> dict[str, int]:
        """How many rows that can be counted hang on a person, by table."""
        return {what: int(self.one(query, {"person": person})) for what, query in COUNTED.items()}


def grouped(rows: Iterable[tuple[int, Value]]) -> dict[int, list[Value]]:
    """Values by the number in front."""
    found: dict[int, list[Value]] = {}
    for number, value in rows:
        found.setdefault(number, []).append(value)
    return found
