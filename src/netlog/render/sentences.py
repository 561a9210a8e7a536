"""Receipts in words: the same sentences on a terminal and in a pipe."""

from collections.abc import Sequence
from datetime import date
from functools import singledispatch
from typing import Literal, NamedTuple

from netlog.domain.exchanges import deed
from netlog.domain.interactions import NOTE, Depth, kind_named
from netlog.domain.promises import MINE, by
from netlog.domain.receipts import (
    Added,
    Changed,
    Configured,
    Flowed,
    Kept,
    Logged,
    Next,
    Promised,
    Ref,
    Reversed,
    Unchanged,
)
from netlog.domain.views_promises import Promise
from netlog.render.phrases import dated, day, listed

LITTLE = 0.5
TO_OR_FROM = {"out": "to", "in": "from"}


Tone = Literal["done", "next", "notice"]


class Sentence(NamedTuple):
    """One line of a receipt, not yet safe for a terminal: what was done, what follows, or what to look at."""

    text: str
    tone: Tone = "done"


@singledispatch
def sentences(receipt: object) -> tuple[Sentence, ...]:
    """The receipt, line by line; TypeError for what is not a receipt."""
    raise TypeError(f"no words for {type(receipt).__name__}")


def added(receipt: Added) -> tuple[Sentence, ...]:
    """`added Giulia Rossi (giulia) · first follow-up Mon 23 Nov · every 90 days (default)`."""
    first = receipt.first_follow_up_on
    follow_up = f"first follow-up {day(first, receipt.today)}" if first else "no follow-up planned"
    done = Sentence(_joined(f"added {_named(receipt.person)}", follow_up, receipt.cadence))
    others = (Sentence(f"perhaps the same person as {other}", "notice") for other in receipt.resembles)
    return done, *_notes(receipt.notes), *others


def logged(receipt: Logged) -> tuple[Sentence, ...]:
    """`logged coffee with Giulia Rossi · yesterday, Fri 20 Nov · #12`, and what follows from it."""
    when = dated(receipt.on, receipt.today)
    tags = " ".join(f"+{tag}" for tag in receipt.tags)
    kept_back = "private" if receipt.is_private else ""
    return (
        *(Sentence(f"added {_named(person)}") for person in receipt.added),
        Sentence(_joined(f"{_deed(receipt)}{_company(receipt)}", when, tags, kept_back, f"#{receipt.entry}")),
        *(_promise(promise, receipt.today) for promise in receipt.promises),
        *map(_flowed, receipt.exchanges),
        *_notes(receipt.notes),
        *_worth(receipt.worth),
        *_next(receipt.next, receipt),
    )


def _notes(notes: Sequence[str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(note, "next") for note in notes)


def promised(receipt: Promised) -> tuple[Sentence, ...]:
    """`you promised Giulia Rossi: send the deck · by Fri 27 Nov · when done: netlog keep 3`."""
    return (_promise(receipt.promise, receipt.today),)


def _promise(promise: Promise, today: date) -> Sentence:
    who = f"you promised {promise.name}" if promise.side == MINE else f"{promise.name} promised"
    done = f"when done: netlog keep {promise.id}"
    return Sentence(_joined(f"{who}: {promise.text}", by(promise.due_on, today), done))


def _flowed(exchange: Flowed) -> Sentence:
    answer = f"open until answered: netlog answer {exchange.id}" if exchange.flow == "asked_by" else ""
    return Sentence(_joined(deed(exchange.flow, name=exchange.person.name, what=exchange.text), answer))


def _deed(receipt: Logged) -> str:
    return "noted" if receipt.kind == NOTE else f"logged {receipt.kind}"


def _company(receipt: Logged) -> str:
    if not receipt.people:
        return ""
    if receipt.kind == NOTE:
        return f" about {listed([person.name for person in receipt.people])}"
    meets = kind_named(receipt.kind).depth in (Depth.MEET, Depth.TOUCH)
    word = "with" if meets else TO_OR_FROM.get(receipt.direction, "with")
    return f" {word} {listed([person.name for person in receipt.people])}"


def _worth(worth: float) -> tuple[Sentence, ...]:
    if worth <= 0:
        return (Sentence("not counted as a contact", "next"),)
    percent = max(1, round(worth * 100)) if worth < LITTLE else None
    return (Sentence(f"counts {percent} % of a full contact", "next"),) if percent else ()


def _next(coming: Sequence[Next], receipt: Logged | Changed) -> tuple[Sentence, ...]:
    if not coming:
        return ()
    known = [f"{person.name} {_due(person.due_on, receipt.today)}" for person in coming if person.due_on]
    never = [person.name for person in coming if not person.due_on]
    title = "next check-in" if len(known) == 1 else "next check-ins"
    planned = f"{title}: {' · '.join(known)}" if known else ""
    return (Sentence(_joined(planned, f"none planned for {listed(never)}" if never else ""), "next"),)


def _due(on: date, today: date) -> str:
    return day(on, today) if on > today else f"due {'today' if on == today else f'since {day(on, today)}'}"


def kept(receipt: Kept) -> tuple[Sentence, ...]:
    """`kept in the inbox: … (two people are called Anna) · settle it with: netlog inbox settle 3`."""
    settle = f"settle it with: netlog inbox settle {receipt.item}"
    return (Sentence(_joined(f"kept in the inbox: {receipt.text} ({receipt.reason})", settle)),)


def changed(receipt: Changed) -> tuple[Sentence, ...]:
    """The words of the history, then notes, then the next check-ins."""
    notes = (Sentence(note, "notice") for note in receipt.notes)
    return Sentence(receipt.words), *notes, *_next(receipt.next, receipt)


def unchanged(receipt: Unchanged) -> tuple[Sentence, ...]:
    """Why there was nothing to do."""
    return (Sentence(receipt.words),)


def reversed_(receipt: Reversed) -> tuple[Sentence, ...]:
    """`undone: logged coffee with Giulia Rossi`, or `done again: …`."""
    return (Sentence(f"{'undone' if receipt.is_undone else 'done again'}: {receipt.words}"),)


def configured(receipt: Configured) -> tuple[Sentence, ...]:
    """`per_day is now 5 (was 3) · PATH`."""
    before = f"was {receipt.old}" if receipt.old else "was not set"
    now = f"is now {receipt.new}" if receipt.new else "is no longer set"
    return (Sentence(_joined(f"{receipt.name} {now} ({before})", receipt.path)),)


def _named(person: Ref) -> str:
    return f"{person.name} ({person.handle})"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


sentences.register(Added, added)
sentences.register(Logged, logged)
sentences.register(Promised, promised)
sentences.register(Kept, kept)
sentences.register(Changed, changed)
sentences.register(Unchanged, unchanged)
sentences.register(Reversed, reversed_)
sentences.register(Configured, configured)
