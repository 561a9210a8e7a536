"""What both sides said they would do: the order of promises, and their dates in words without reproach."""

from datetime import date

from netlog.domain.views_promises import Promise
from netlog.domain.wording import ago, count

MINE, THEIRS = "mine", "theirs"
KEPT, DROPPED = "kept", "dropped"
NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def order(promise: Promise) -> tuple[bool, int, bool, int, int]:
    """Open before closed; of the open mine first, then by date, those without one last; of the closed the newest."""
    if promise.closed_on is not None:
        return True, -promise.closed_on.toordinal(), False, 0, -promise.id
    return False, 0, promise.side != MINE, (promise.due_on or date.max).toordinal(), promise.id


def standing(promise: Promise, today: date) -> str:
    """The date of an open promise, or how a closed one ended: "by tomorrow, Sun 22 Nov", "kept Fri 20 Nov"."""
    if promise.outcome is not None:
        closed = f" {spelled(promise.closed_on, today)}" if promise.closed_on else ""
        return f"{promise.outcome}{closed}"
    if promise.due_on is None:
        return f"said {ago(max(0, (today - promise.made_on).days))}"
    if promise.due_on >= today:
        return f"by {near(promise.due_on, today)}"
    return f"{'since' if promise.side == MINE else 'was for'} {spelled(promise.due_on, today)}"


def line(promise: Promise, today: date) -> str:
    """An open promise in one line: "send the deck · by tomorrow, Sun 22 Nov"."""
    return f"{promise.text} · {standing(promise, today)}"


def moved(promise: Promise) -> str:
    """How often the date was put off: "postponed twice"; empty when it never was."""
    times = {1: "once", 2: "twice"}.get(promise.postponed, count(promise.postponed, "time"))
    return f"postponed {times}" if promise.postponed else ""


def by(due_on: date | None, today: date) -> str:
    """The date as a receipt has it: "by Fri 27 Nov"."""
    return f"by {near(due_on, today)}" if due_on else "no date"


def near(day: date, today: date) -> str:
    """A day with its weekday, and with its own name when it has one: "tomorrow, Sun 22 Nov"."""
    name = NEAR.get((day - today).days)
    return f"{name}, {spelled(day, today)}" if name else spelled(day, today)


def spelled(day: date, today: date) -> str:
    """A day with its weekday, and its year unless it is this one: "Fri 20 Nov"."""
    return f"{day:%a} {day.day} {day:%b}" + ("" if day.year == today.year else f" {day.year}")
