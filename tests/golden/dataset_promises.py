"""Promises of both sides that hold every hard value."""

from datetime import date

from netlog.domain.receipts import Promised
from netlog.domain.views_promises import Promise, PromiseCount, PromiseList

TODAY = date(2026, 11, 21)
DECK = Promise(
    id=3,
    side="mine",
    handle="giulia",
    name="Giulia Rossi",
    text="send the deck",
    made_on=date(2026, 11, 16),
    due_on=date(2026, 11, 22),
    postponed=0,
    outcome=None,
    closed_on=None,
    entry=12,
)
INTRO = DECK._replace(id=9, side="theirs", text="intro to Bo", due_on=date(2026, 11, 20), entry=None)
COUNTS = (PromiseCount("mine", 3, 1204, 7, 6, 2, 1), PromiseCount("theirs", 1, 2, 0, 0, 0, 0))
PROMISED = Promised(TODAY, DECK)
NO_PROMISES = PromiseList(TODAY, ())


def promise_list(markup: str, layered: str, escapes: str, long: str) -> PromiseList:
    """Open ones of both sides with and without a date, before those that were closed."""
    return PromiseList(
        TODAY,
        (
            DECK._replace(id=1, name=long, text=layered, due_on=date(2026, 11, 13), postponed=2),
            DECK,
            DECK._replace(id=14, name=markup, text=markup, due_on=date(2027, 1, 4), postponed=12),
            DECK._replace(id=2, text="a book", due_on=None),
            INTRO,
            INTRO._replace(id=104, name=escapes, text=escapes, due_on=None, made_on=date(2026, 5, 2)),
            DECK._replace(id=8, text="the notes", outcome="kept", closed_on=date(2026, 11, 19), postponed=1),
            INTRO._replace(id=7, outcome="dropped", closed_on=date(2025, 12, 31)),
        ),
    )
