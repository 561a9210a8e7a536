"""An introduction goes from an idea to how it went, one agreement at a time: its states, and the words for each."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netlog.domain.wording import ago

STEPS: Mapping[str, str] = {
    "idea": "asked",
    "asked": "agreed",
    "agreed": "asked_other",
    "asked_other": "both_agreed",
    "both_agreed": "made",
    "made": "done",
}
"""What follows each state; what is not here is closed."""

DECLINED = "declined"
CAN_DECLINE = frozenset(STEPS) - {"made"}
"""Until the two know each other either side may say no."""

MOVED: Mapping[str, str] = {
    "idea": "will introduce {one} to {other}",
    "asked": "asked {one} whether to meet {other}",
    "agreed": "{one} agreed to meet {other}",
    "asked_other": "asked {other} whether to meet {one}",
    "both_agreed": "{other} agreed to meet {one}",
    "made": "introduced {one} to {other}",
    "done": "heard how it went between {one} and {other}",
    DECLINED: "{one} and {other} will not be introduced",
}
NEXT: Mapping[str, str] = {
    "idea": "ask {one} first whether it is welcome",
    "asked": "wait for the answer of {one}",
    "agreed": "ask {other}",
    "asked_other": "wait for the answer of {other}",
    "both_agreed": "write to both",
    "made": "hear how it went",
}
NUDGES: Mapping[str, str] = {
    "idea": "ask {one} first whether it is welcome",
    "asked": "asked {one} {when} · no answer yet",
    "agreed": "{one} agreed · ask {other}",
    "asked_other": "{one} agreed · asked {other} {when} · no answer yet",
    "both_agreed": "both agreed · make it",
    "made": "made {when} · hear how it went",
}
STANDS: Mapping[str, str] = {
    "idea": "an idea, {when}",
    "asked": "asked {one} {when}",
    "agreed": "{one} agreed {when}",
    "asked_other": "{one} agreed, asked {other} {when}",
    "both_agreed": "both agreed {when}",
    "made": "made {when}",
    "done": "heard how it went {when}",
    DECLINED: "declined {when}",
}


class Side(NamedTuple):
    """How busy one side is: days of contact in the last year, and the days between check-ins (None: none)."""

    contacts: int
    target_days: int | None


def is_closed(state: str) -> bool:
    """Whether nothing more can happen."""
    return state not in STEPS


def is_busier(one: Side, other: Side) -> bool:
    """Whether the second is the busier: more contacts in the last year, with as many the stricter cadence."""
    return load(other) > load(one)


def load(side: Side) -> tuple[int, float]:
    """More is busier."""
    return side.contacts, 1 / side.target_days if side.target_days else 0.0


def called(name: str, other: str) -> str:
    """The first name, or all of it where the two begin alike."""
    first = name.split(maxsplit=1)[0]
    return name if other.split(maxsplit=1)[0] == first else first


def nudge(one: str, other: str, *, state: str, moved_on: date, today: date) -> str:
    """The line of the morning, beside the name of who is asked first."""
    return f"to {other} · {spoken(NUDGES[state], one, other, moved_on, today)}"


def standing(one: str, other: str, *, state: str, moved_on: date, today: date) -> str:
    """Where it stands: "asked Giulia 8 days ago"."""
    return spoken(STANDS[state], one, other, moved_on, today)


def spoken(words: str, one: str, other: str, moved_on: date, today: date) -> str:
    """The words with both called by their first names."""
    when = ago(max(0, (today - moved_on).days))
    return words.format(one=called(one, other), other=called(other, one), when=when)


def moved(one: str, other: str, *, state: str) -> str:
    """What was done to come into a state, as the history tells it."""
    return MOVED[state].format(one=one, other=other)


def next_step(one: str, other: str, *, state: str) -> str:
    """What comes next, empty once it is closed."""
    return NEXT.get(state, "").format(one=called(one, other), other=called(other, one))
