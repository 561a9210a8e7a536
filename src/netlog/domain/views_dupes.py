"""Frozen answers about people who may be one, about making two of them one, and about erasing somebody."""

from datetime import date
from typing import NamedTuple

from netlog.domain.receipts import Ref


class Dupe(NamedTuple):
    """Two people who may be one; `certainty` is 0 to 1, `words` says it, the strongest reason comes first."""

    handle: str
    name: str
    other_handle: str
    other_name: str
    certainty: float
    words: str
    reasons: tuple[str, ...]


class Dupes(NamedTuple):
    """Likely duplicates, the most certain first; `total` counts those left out too, `told_apart` pairs that are two."""

    today: date
    pairs: tuple[Dupe, ...]
    total: int
    told_apart: int


class FieldFate(NamedTuple):
    """A field of two people who become one, and what comes of the other's value.

    `fate` is same, kept (the other has nothing), taken (only the other has something), fact or alias (the other's
    value becomes one), both (a list that holds both) or left (a setting of the other that is not taken over).
    """

    field: str
    kept: str
    other: str
    fate: str


class Moved(NamedTuple):
    """How many rows of a sort come over from the other."""

    what: str
    rows: int


class MergePlan(NamedTuple):
    """What merging two people would do: `other` goes into `kept`."""

    today: date
    kept: Ref
    other: Ref
    fields: tuple[FieldFate, ...]
    moves: tuple[Moved, ...]


class Place(NamedTuple):
    """Something that stays and names the person: `source` is entry, fact, person, inbox and so on."""

    source: str
    id: int


class Copy(NamedTuple):
    """A file of netlog's own, by its path beside the journal; `state` says whether somebody is in it.

    It is clean, or holds them, or is unreadable; once it was cleared, it is erased, or removed as it was unreadable.
    """

    path: str
    state: str


class ForgetPlan(NamedTuple):
    """What forgetting somebody would erase, where they are named besides, and the copies that hold them."""

    today: date
    person: Ref
    erases: tuple[Moved, ...]
    named: tuple[Place, ...]
    copies: tuple[Copy, ...]


class Forgotten(NamedTuple):
    """Somebody was erased for good; `operations` can no longer be undone, `named` still stands somewhere."""

    today: date
    person: Ref | None
    erased: tuple[Moved, ...]
    operations: int
    named: tuple[Place, ...]
    copies: tuple[Copy, ...]
