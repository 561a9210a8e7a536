"""Which people were meant: every service that takes a name asks here."""

from collections.abc import Iterable

from netlog.domain.people import Named
from netlog.errors import Ambiguous, NotFound
from netlog.ports import Reader


def one_person(reader: Reader, query: str) -> Named:
    """The only person the query names; raises NotFound or Ambiguous."""
    found = reader.matching(query)
    if not found:
        raise NotFound("person", query, hint="netlog people lists everybody")
    if len(found) > 1:
        raise ambiguous(query, found)
    return found[0]


def some_people(reader: Reader, queries: Iterable[str]) -> tuple[Named, ...]:
    """One person for each query, none of them twice."""
    found = {person.id: person for person in (one_person(reader, query) for query in queries)}
    return tuple(found.values())


def ambiguous(query: str, found: Iterable[Named]) -> Ambiguous:
    """The refusal that lists the candidates."""
    return Ambiguous(query, [(person.handle, person.name) for person in found])
