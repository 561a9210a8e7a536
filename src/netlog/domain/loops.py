"""What is open between two people, and the day from which it is worth a line in the morning.

Each rule takes plain days as ordinals and gives the first day of the line, or none when nothing is open.
"""

SOON = 1
"""Days before a promise of mine is due from which it is said."""

UNDATED = 7
"""Days after which a promise of mine without a date is said."""

THEIRS_AFTER, THEIRS_UNDATED = 1, 21
"""Days after the date, or after the making, from which a promise of theirs is said."""

ASK_AFTER = 1
"""Days after which something asked of me is said: when in doubt, answer."""

INTRODUCTION_AFTER = {"idea": 2, "asked": 7, "agreed": 1, "asked_other": 7, "both_agreed": 1, "made": 10}
"""Days in a state of an introduction after which its next step is said."""


THANKS_AFTER, THANKS_UNTIL = 3, 31
"""Days after meeting somebody from which, and from which no more, whoever introduced us may be thanked."""


def promise_from(*, side: str, made_on: int, due_on: int | None, is_open: bool) -> int | None:
    """Mine from the day before it is due, theirs from the day after; without a date after a while."""
    if not is_open:
        return None
    if side == "mine":
        return made_on + UNDATED if due_on is None else max(made_on, due_on - SOON)
    return made_on + THEIRS_UNDATED if due_on is None else due_on + THEIRS_AFTER


def ask_from(*, flow: str, on_day: int, is_answered: bool) -> int | None:
    """What they asked of me, until it is answered."""
    return on_day + ASK_AFTER if flow == "asked_by" and not is_answered else None


def introduction_from(*, state: str, moved_on: int) -> int | None:
    """The next step of an introduction; none once it is done or declined."""
    wait = INTRODUCTION_AFTER.get(state)
    return None if wait is None else moved_on + wait
