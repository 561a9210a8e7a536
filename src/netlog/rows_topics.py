"""What passes between the services and the store about topics."""

from datetime import date
from typing import NamedTuple


class ClueRow(NamedTuple):
    """Something that speaks for a person: offered, helped, role, tagged or mentioned, and where it stands."""

    person_id: int
    sort: str
    on: date | None
    words: str
    source: str
    number: int
    times: int = 1


class TopicRow(NamedTuple):
    """What somebody can help with or looks for; `side` is can or wants."""

    id: int
    person_id: int
    handle: str
    name: str
    side: str
    words: str
