"""Frozen answers about importing: what a file would change, what it changed, which formats there are."""

from datetime import date
from typing import NamedTuple


class Tally(NamedTuple):
    """How many records of one sort came to what."""

    new: int = 0
    updated: int = 0
    same: int = 0
    doubtful: int = 0


class Doubt(NamedTuple):
    """A record that could be about several people, or about one of the same name: handles, and the reason."""

    where: str
    name: str
    could_be: tuple[str, ...]
    reason: str


class Refusal(NamedTuple):
    """A record that could not be read."""

    where: str
    reason: str


class Omission(NamedTuple):
    """How many records were left out for the same reason."""

    reason: str
    records: int


class Update(NamedTuple):
    """What a file says that was not known about somebody."""

    where: str
    handle: str
    name: str
    words: tuple[str, ...]


class FileRead(NamedTuple):
    """A file, the format it was read as, its encoding where that was guessed, and how many records it held."""

    name: str
    format: str
    records: int


class Imported(NamedTuple):
    """What an import comes to: a plan as long as `is_planned`, done under the number `operation` otherwise.

    Of updates, doubts and refusals the first are listed; the counts are of all.
    """

    today: date
    is_planned: bool
    operation: int | None
    files: tuple[FileRead, ...]
    people: Tally
    contacts: Tally
    rejected: int
    updates: tuple[Update, ...]
    doubts: tuple[Doubt, ...]
    refusals: tuple[Refusal, ...]
    omissions: tuple[Omission, ...]
    notes: tuple[str, ...] = ()


class Exported(NamedTuple):
    """A file was written: its format, where it is, and how many people it tells of."""

    today: date
    format: str
    path: str
    people: int


class FormatRow(NamedTuple):
    """A format by name; a broken plugin has the reason in `problem`."""

    name: str
    title: str
    is_read: bool
    is_written: bool
    package: str = ""
    problem: str = ""


class Formats(NamedTuple):
    """Every format there is."""

    formats: tuple[FormatRow, ...]
