"""Which of two states of a row stands, and how that is told."""

import json
from collections.abc import Iterator

from netlog.domain.stored_rows import CHANGED_AT
from netlog.interchange import Stored
from netlog.storage.held_back import uuid_of
from netlog.storage.stored import Values

UNTOLD = (CHANGED_AT, "uuid")
LONGEST_TOLD = 60


def each_once(rows: list[Stored]) -> Iterator[list[Stored]]:
    """The rows, parted wherever a UUID comes again."""
    part: list[Stored] = []
    seen: set[str] = set()
    for row in rows:
        if uuid_of(row) in seen:
            yield part
            part, seen = [], set()
        seen.add(uuid_of(row))
        part.append(row)
    if part:
        yield part


def wins(mine: Values, mine_at: str, theirs: Values, theirs_at: str) -> bool:
    """Whether theirs is the later state; of two of one instant, the one whose text comes first."""
    return theirs_at > mine_at or (theirs_at == mine_at and canonical(theirs) < canonical(mine))


def canonical(values: Values) -> str:
    """The fields of a row as one text, which is the same in both journals."""
    bare = {name: value for name, value in values.items() if name not in UNTOLD}
    return json.dumps(bare, sort_keys=True)


def shown(value: object) -> str:
    """A value to be told of."""
    text = "nothing" if value is None else str(value)
    return text if len(text) <= LONGEST_TOLD else f"{text[: LONGEST_TOLD - 1]}…"


def label(row: Stored) -> str:
    """What to call a row that came in."""
    return str(row.values.get("handle") or row.values.get("on_day") or row.entity)
