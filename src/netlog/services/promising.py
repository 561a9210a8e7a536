"""Promises from their making to their end: promise, keep, drop, postpone."""

from datetime import date
from typing import Any

from netlog.domain.people import Named
from netlog.domain.promises import DROPPED, KEPT, MINE
from netlog.domain.receipts import Changed, Promised, Unchanged
from netlog.domain.views_promises import Promise
from netlog.domain.wording import brief
from netlog.errors import UsageProblem
from netlog.ports import Appender, Records
from netlog.services.changing import told
from netlog.services.hiding import spelled
from netlog.services.promises import Pledge, check_due, made

COMMANDS = {MINE: "promise"}


def promise(appender: Appender, named: Named, pledge: Pledge, *, today: date) -> Promised:
    """Write down what one side said they would do; raises UsageProblem for a date that is over."""
    check_due(pledge[2], today)
    new = made(appender, named, pledge, made_on=today)
    by = f", by {spelled(new.due_on)}" if new.due_on else ""
    who = f"promised {named.name}" if new.side == MINE else f"{named.name} promised"
    appender.finish(COMMANDS.get(new.side, "promised-by"), f"{who}: {brief(new.text)}{by}")
    return Promised(today, new)


def keep(records: Records, promise: Promise, on: date, *, today: date) -> Changed:
    """Close a promise as kept on that day; raises UsageProblem for a day ahead, or before it was made."""
    if on > today:
        raise UsageProblem(f"{on.isoformat()} lies ahead", hint="a promise is kept today or earlier")
    if on < promise.made_on:
        raise UsageProblem(
            f"{on.isoformat()} lies before the promise, made {promise.made_on.isoformat()}",
            hint="leave --on out when it was today",
        )
    return closed(records, promise, KEPT, on, today=today)


def drop(records: Records, promise: Promise, why: str | None, *, today: date) -> Changed:
    """Close a promise that will not be kept; the reason stays in the history."""
    return closed(records, promise, DROPPED, today, today=today, why=f" · {brief(why)}" if why else "")


def closed(records: Records, promise: Promise, outcome: str, on: date, *, today: date, why: str = "") -> Changed:
    """Close a promise one way or the other."""
    records.change("promise", promise.id, {"outcome": outcome, "closed_on": on})
    whose = f"promised {'to' if promise.side == MINE else 'by'} {promise.name}"
    command = "keep" if outcome == KEPT else "drop"
    return told(records, command, f"{outcome}: {brief(promise.text)}, {whose}{why}", (), today=today)


def postpone(records: Records, promise: Promise, due_on: date, *, today: date) -> Changed | Unchanged:
    """Give a promise another date; a later one counts as postponed, and the words keep the old one."""
    if due_on < today:
        raise UsageProblem(f"{due_on.isoformat()} is over", hint="postpone to a day to come, as in “monday” or “2w”")
    if due_on == promise.due_on:
        return Unchanged(today, f"promise {promise.id} is for {spelled(due_on)} already")
    changes: dict[str, Any] = {"due_on": due_on}
    if promise.due_on is not None and due_on > promise.due_on:
        changes["postponed"] = promise.postponed + 1
    records.change("promise", promise.id, changes)
    return told(records, "postpone", moved(promise, due_on), (), today=today)


def moved(promise: Promise, due_on: date) -> str:
    """What was done to the date: "postponed: send the deck, Fri 20 Nov to Mon 23 Nov 2026"."""
    if promise.due_on is None:
        return f"set a date: {brief(promise.text)}, {spelled(due_on)}"
    deed = "postponed" if due_on > promise.due_on else "brought forward"
    before = spelled(promise.due_on)
    if promise.due_on.year == due_on.year:
        before = before.rpartition(" ")[0]
    return f"{deed}: {brief(promise.text)}, {before} to {spelled(due_on)}"
