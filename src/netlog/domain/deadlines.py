"""The date at the end of a promise, as "by friday", "entro venerdì" or "do piątku"."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.folding import fold
from netlog.domain.when import Prefer, read_when, trailing_when
from netlog.domain.when_words import tokens_of

BY = frozenset({"by", "entro", "do"})
"""What makes a date the end of a span, in three languages."""

NEVER_A_VERB = BY - {"do"}
CALENDAR = frozenset({"MONTH", "NAME", "UNIT", "AWAY", "ISO", "NUMERIC", "PAIR", "CLOCK", "SPAN", "YEAR"})
"""What only a date is made of; a number alone may count something else."""

DASHES = ("-", "–", "—")
LAST_MARKS = ",;-–— "


def with_deadline(words: str, today: date, *, day_first: bool = True) -> tuple[str, date | None]:
    """The text without a trailing "by DATE", and the date, looked for in the future first; None when there is none.

    Raises UnreadableDate for what can only be meant for a date and names no day, as "by 30 feb".
    """
    typed = words.split()
    found = trailing_when(typed, today, prefer=Prefer.FUTURE, day_first=day_first)
    at = start_of_deadline(typed) if found is None else len(typed) - found[1]
    if fold(" ".join(typed[at : at + 1])) in DASHES:
        at += 1
    if at >= len(typed) or fold(typed[at]) not in BY:
        return words.strip(), None
    when = read_when(" ".join(typed[at:]), today, prefer=Prefer.FUTURE, day_first=day_first)
    return " ".join(typed[:at]).rstrip(LAST_MARKS), when.on


def start_of_deadline(words: Sequence[str]) -> int:
    """Where the last "by" stands that nothing but words of the calendar follow; the end when there is none."""
    at = next((i for i in reversed(range(len(words))) if fold(words[i]) in NEVER_A_VERB), len(words))
    tokens = tokens_of(words[at + 1 :])
    is_date = all(token.kinds for token in tokens) and any(CALENDAR & token.kinds.keys() for token in tokens)
    return at if is_date else len(words)
