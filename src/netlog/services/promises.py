"""Promises of both sides: which there are, which one is meant, what the morning says of them, and making one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from netlog.domain import promises as words
from netlog.domain.people import Named
from netlog.domain.promises import KEPT, MINE, THEIRS
from netlog.domain.views import Loop
from netlog.domain.views_promises import Promise, PromiseList
from netlog.domain.wording import brief
from netlog.errors import Ambiguous, Conflict, NotFound, UsageProblem, shorten
from netlog.ports import Appender, Reader
from netlog.rows import LoopRow, NewPromise, PromiseRow
from netlog.services.checks import typed_number
from netlog.services.naming import one_person

LOOPS = {MINE: "promise", THEIRS: "promised"}
"""What a line of the morning is called, by side."""

LONGEST_CANDIDATE = 40
Pledge = tuple[str, str, date | None]
"""The side, the words, and the date by which."""


def promises(
    reader: Reader, query: str | None, *, today: date, sides: Sequence[str] = (MINE, THEIRS), is_all: bool = False
) -> PromiseList:
    """Promises of these sides with everybody or with one person: the open ones, or all; mine first, by date."""
    person = one_person(reader, query).id if query is not None else None
    rows = [promise(row) for row in reader.promises(person=person) if row.side in sides]
    kept = sorted((each for each in rows if is_all or each.outcome is None), key=words.order)
    return PromiseList(today, tuple(kept))


def open_with(reader: Reader, person: int) -> tuple[Promise, ...]:
    """The open promises of both sides with one person, mine first."""
    every = (promise(row) for row in reader.promises(person=person))
    return tuple(sorted((each for each in every if each.outcome is None), key=words.order))


def promises_with(reader: Reader, person: int) -> dict[str, Any]:
    """What a dossier says of promises: the open ones of both sides, and how many each side kept."""
    kept = [row.side for row in reader.promises(person=person) if row.outcome == KEPT]
    return {
        "promises": open_with(reader, person),
        "promises_kept_by_me": kept.count(MINE),
        "promises_kept_by_them": kept.count(THEIRS),
    }


def promise(row: PromiseRow) -> Promise:
    """A stored promise as it is shown."""
    return Promise(
        id=row.id,
        side=row.side,
        handle=row.handle,
        name=row.name,
        text=row.text,
        made_on=row.made_on,
        due_on=row.due_on,
        postponed=row.postponed,
        outcome=row.outcome,
        closed_on=row.closed_on,
        entry=row.interaction_id,
    )


def told(reader: Reader, rows: Sequence[LoopRow], today: date) -> list[Loop]:
    """The lines of open promises in the morning."""
    found = [promise(row) for row in reader.promises(numbers=[row.source_id for row in rows])]
    return [
        Loop(
            sort=LOOPS[each.side],
            id=each.id,
            handle=each.handle,
            name=each.name,
            on=each.due_on,
            words=words.line(each, today),
            how=f"netlog keep {each.id}",
        )
        for each in found
    ]


def one_promise(reader: Reader, query: str) -> Promise:
    """The open promise of that number, or the only one with that person; raises NotFound, Ambiguous or Conflict."""
    if (number := typed_number(query)) is not None:
        return numbered(reader, number)
    still = open_with(reader, one_person(reader, query).id)
    if not still:
        raise NotFound("open promise", query, hint="netlog promises lists the open ones, with --all every one")
    if len(still) > 1:
        candidates = [(str(each.id), brief(each.text, LONGEST_CANDIDATE)) for each in still]
        raise Ambiguous(query, candidates, hint="use the number, the first word", keys=("id", "text"))
    return still[0]


def numbered(reader: Reader, number: int) -> Promise:
    """The promise of that number; raises NotFound, or Conflict when it is closed."""
    found = [promise(row) for row in reader.promises(numbers=[number])]
    if not found:
        raise NotFound("promise", str(number), hint="netlog promises lists them")
    if found[0].outcome is not None:
        closed = f"{found[0].outcome}, {found[0].closed_on}" if found[0].closed_on else found[0].outcome
        raise Conflict(
            f"promise {number} is closed: {shorten(found[0].text)} was {closed}",
            hint="netlog undo takes the latest change back",
        )
    return found[0]


def made(appender: Appender, named: Named, pledge: Pledge, *, made_on: date, entry: int | None = None) -> Promise:
    """Add the promise of one side; the caller finishes the operation."""
    side, text, due_on = pledge
    new = NewPromise(named.id, side, text, made_on, due_on, entry)
    number = appender.promise(new)
    return Promise(number, side, named.handle, named.name, text, made_on, due_on, 0, None, None, entry)


def check_due(due_on: date | None, made_on: date) -> None:
    """Raise UsageProblem for a date before the promise was made."""
    if due_on is not None and due_on < made_on:
        raise UsageProblem(
            f"{due_on.isoformat()} lies before the day of the promise", hint="name a day to come, as in --by friday"
        )
