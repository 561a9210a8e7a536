"""The invented network introduced to each other, and met at events."""

from datetime import date
from itertools import pairwise

from netlog.domain.views_events import Attendee, EventEnd, EventLine, EventPromise, Events, EventSheet
from netlog.domain.views_introductions import Introduced, IntroductionLine, Introductions

TODAY = date(2026, 11, 21)


def introductions(*names: str) -> Introductions:
    """An introduction of each of the names to the next."""
    lines = [_line(at, one, other) for at, (one, other) in enumerate(pairwise(names))]
    return Introductions(TODAY, tuple(lines), 1204)


def _line(at: int, name: str, other: str) -> IntroductionLine:
    is_done = bool(at % 2)
    return IntroductionLine(
        id=at + 1,
        handle=f"p{at}",
        name=name,
        other_handle=f"p{at + 1}",
        other_name=other,
        state="done" if is_done else "asked",
        moved_on=date(2026, 11, 13),
        made_on=date(2025, 12, 31) if is_done else None,
        why=f"both know {other}\nand trains",
        outcome="they trade drafts" if is_done else None,
        stands="heard how it went 8 days ago" if is_done else "asked Giulia 8 days ago",
        then="" if is_done else f"wait for the answer of {name}",
    )


NO_INTRODUCTIONS = Introductions(TODAY, (), 0)
ALL_CLOSED = Introductions(TODAY, (), 1)


def introduced(name: str, why: str) -> tuple[Introduced, ...]:
    """The introductions of a dossier, one of them made."""
    return (
        Introduced(3, "bo", "Bo Chen", "idea", None, "an idea, today", why, None),
        Introduced(4, "eve", name, "done", date(2025, 12, 31), "heard how it went 3 days ago", "trains", "a job"),
    )


def _people(*names: str) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(
            handle=f"p{at}",
            name=name,
            is_new=at != 1,
            has_words=at % 2 == 0,
            next_on=None if at == 3 else date(2026, 11, 23 + at // 2),
            is_put_off=at > 3,
        )
        for at, name in enumerate(names)
    )


def _promises(name: str, text: str) -> tuple[EventPromise, ...]:
    return (
        EventPromise(7, "mine", "p0", name, text, date(2026, 11, 27)),
        EventPromise(8, "theirs", "p2", "Bo Chen", "an introduction", None),
    )


def event_sheet(name: str, text: str, *people: str) -> EventSheet:
    """An event that runs, and holds every hard name."""
    return EventSheet(
        today=TODAY,
        slug="producttank",
        name=name,
        state="running",
        held_on=date(2024, 2, 29),
        opened_on=TODAY,
        closed_on=None,
        place=f"the hall of {name}",
        tags=("pm", "milano"),
        people=_people(*people),
        promises=_promises(people[0], text),
    )


BARE_EVENT = EventSheet(TODAY, "pycon", "PyCon", "past", date(2024, 2, 29), None, None, None, (), (), ())


def event_end(name: str, text: str, *people: str) -> EventEnd:
    """The end of an event after which not everybody can be written to at once."""
    return EventEnd(
        today=TODAY,
        slug="producttank",
        name=name,
        opened_on=date(2026, 11, 19),
        closed_on=TODAY,
        per_day=2,
        people=_people(*people),
        promises=_promises(people[0], text),
        is_stored=False,
    )


def events(*names: str) -> Events:
    """An event of each of the names, in each state."""
    states = ("running", "forgotten", "ended", "past")
    return Events(
        TODAY,
        tuple(
            EventLine(f"e{at}", name, states[at % 4], TODAY, None if at % 2 else "Milano", ("pm",) * (at % 3), at, 1204)
            for at, name in enumerate(names)
        ),
    )


NO_EVENTS = Events(TODAY, ())
