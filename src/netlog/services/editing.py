"""What somebody wants otherwise, from options or a filled-in form: checked, then stored."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, Protocol

from netlog.clock import Clock
from netlog.domain.form import ENTRY, Edits, Form, Values, emptied
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.when import When
from netlog.errors import Conflict, NotFound, UsageProblem
from netlog.ports import Reader, Records
from netlog.ports_counts import Loads

Check = Callable[[str], Any]
"""What a value in words comes to; raises what is wrong with it."""


class Desk(NamedTuple):
    """What words are read with: a journal, a clock, how dates of the past are written, and what is asked and done."""

    reader: Reader
    clock: Clock
    past: Callable[[str], When]
    loads: Loads | None = None


class Sheet(Protocol):
    """A record that can be edited."""

    @property
    def form(self) -> Form:
        """The lines it has."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    def values(self, reader: Reader) -> Values:
        """What it holds, as the form shows it; raises NotFound."""
        ...

    def checks(self, desk: Desk) -> Mapping[str, Check]:
        """The check of each name."""
        ...

    def store(self, records: Records, edits: Edits, desk: Desk) -> Changed | Unchanged:
        """Store what is wanted otherwise."""
        ...


def stored(
    records: Records, sheet: Sheet, edits: Edits, desk: Desk, *, seen: Values | None = None
) -> Changed | Unchanged:
    """Store the edits; raises Conflict when a field is no longer what the user had `seen`."""
    now = sheet.values(records.reader)
    for name in edits.fields:
        if seen is not None and set(now[name]) != set(seen[name]):
            raise Conflict(f"“{name}” was changed meanwhile", hint="nothing was stored; edit again to see it")
    return sheet.store(records, edits, desk)


def refuse_foreign(form: Form, edits: Edits) -> None:
    """Raise UsageProblem for an option that such a record does not have, or cannot be without."""
    for name in (*edits.fields, *edits.added):
        if name not in form.names:
            what, other = ("an entry", "a person") if form is ENTRY else ("a person", "an entry")
            raise UsageProblem(f"--{name} is for {other}, and this is {what}")
    if field := emptied(form, edits):
        raise UsageProblem(f"--{field.name} cannot be empty", hint="what it sets cannot be cleared")


def checked(edits: Edits, checks: Mapping[str, Check], names: Collection[str]) -> dict[str, Any]:
    """The wanted fields of these names, None for one that is cleared."""
    return {name: checks[name](values[0]) if values else None for name, values in edits.fields.items() if name in names}


def dropped(
    lists: Values, words: Collection[str], *, sort: str, hint: str, key: Callable[[str, str], str]
) -> dict[str, set[str]]:
    """What goes from each list, found by what `key` makes of a name and a value; NotFound says of what sort."""
    lost: dict[str, set[str]] = {name: set() for name in lists}
    for word in words:
        found = [
            (name, value) for name, values in lists.items() for value in values if key(name, value) == key(name, word)
        ]
        if not found:
            raise NotFound(sort, word, hint=hint)
        for name, value in found:
            lost[name].add(value)
    return lost
