"""Who may be in the journal twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import Protocol

from netlog.domain.likeness import Likeness, Looks, has_initial, in_words, keys, likeness
from netlog.domain.people import Named
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.views_dupes import Dupe, Dupes
from netlog.errors import Conflict
from netlog.ports import Records
from netlog.ports_dupes import DupeReader, Uniting
from netlog.services.changing import told

LISTED, WEAKEST = 0.5, 0.3
"""The certainty from which a pair is listed, and from which with `is_all`."""

FEW, MANY = 4, 60
"""A way to reach more people than the few is an office's; a key of more than the many tells nobody apart."""

Pair = tuple[Looks, Looks]


class Telling(Records, Uniting, Protocol):
    """A transaction that can tell people apart and unite them."""


def dupes(reader: DupeReader, *, today: date, limit: int | None = None, is_all: bool = False) -> Dupes:
    """Likely duplicates, the most certain first; `is_all` lists weak ones too."""
    apart = reader.told_apart()
    found = lookalikes(reader.looks(), least=WEAKEST if is_all else LISTED, apart=apart)
    shown = found if limit is None else found[:limit]
    return Dupes(today, tuple(dupe(*each) for each in shown), len(found), len(apart))


def lookalikes(people: Sequence[Looks], *, least: float, apart: set[tuple[int, int]]) -> list[tuple[Pair, Likeness]]:
    """Pairs that are at least so likely one, the most certain first; those told apart are left out."""
    pairs = {(one.id, other.id): (one, other) for one, other in candidates(personal(people))}
    weighed = [(pair, likeness(*pair)) for numbers, pair in pairs.items() if numbers not in apart]
    likely = [(pair, like) for pair, like in weighed if like.certainty >= least]
    return sorted(likely, key=lambda each: (-each[1].certainty, each[0][0].handle, each[0][1].handle))


def personal(people: Sequence[Looks]) -> Iterator[Looks]:
    """Everybody, less the ways to reach them that many others share."""
    shared = Counter(contact for person in people for contact in set(person.contacts))
    for person in people:
        yield person._replace(contacts=tuple(each for each in person.contacts if shared[each] <= FEW))


def candidates(people: Iterable[Looks]) -> Iterator[Pair]:
    """Pairs that have something in common, the smaller number first; the same pair may come more than once."""
    blocks: dict[str, list[Looks]] = {}
    for person in people:
        for key in set(keys(person)):
            blocks.setdefault(key, []).append(person)
    for key, block in blocks.items():
        if len(block) > 1:
            yield from map(ordered, pairs_of(key, block))


def pairs_of(key: str, block: Sequence[Looks]) -> Iterable[Pair]:
    """The pairs of those who have a key in common; by an initial only those of whom one is known by it."""
    if key.startswith("initial "):
        short = [person for person in block if has_initial(person)]
        return product(short, [person for person in block if person not in short]) if short else ()
    return combinations(block, 2) if len(block) <= MANY else ()


def ordered(pair: Pair) -> Pair:
    """The two, the smaller number first."""
    one, other = pair
    return (one, other) if one.id < other.id else (other, one)


def dupe(pair: Pair, like: Likeness) -> Dupe:
    """A pair as it is shown."""
    one, other = pair
    names = (one.handle, one.name, other.handle, other.name)
    return Dupe(*names, like.certainty, in_words(like.certainty), like.reasons)


def tell_apart(records: Telling, one: Named, other: Named, *, today: date) -> Changed | Unchanged:
    """Remember that two people are two, so that they are not listed again."""
    refuse_one(one, other)
    words = f"{one.name} ({one.handle}) and {other.name} ({other.handle}) are two people"
    if not records.tell_apart(one.id, other.id):
        return Unchanged(today, f"nothing changes: {words}, and that is known")
    return told(records, "dupes", words, (), today=today)


def refuse_one(one: Named, other: Named) -> None:
    """Raise Conflict when both names are of one person."""
    if one.id == other.id:
        raise Conflict(f"both names are of {one.name} ({one.handle})", hint="netlog dupes lists who may be two")
