"""Writing down what happened: log, note, and the inbox for what could not be settled."""

from datetime import date, time
from typing import NamedTuple

from netlog.clock import Clock, in_range, is_in_range
from netlog.domain.interactions import AS_SHIPPED, NOTE, Depth, Direction, Kind, Worths, kind_named
from netlog.domain.note import Note, is_kind_word
from netlog.domain.people import Named
from netlog.domain.private import WITHHELD
from netlog.domain.receipts import Flowed, Kept, Logged, Next, Ref
from netlog.domain.strength import worth
from netlog.domain.views_promises import Promise
from netlog.domain.when import When
from netlog.domain.wording import brief, count
from netlog.errors import NotFound, UsageProblem, either, shorten
from netlog.ports import Appender, Reader
from netlog.rows import NewExchange, NewInboxItem, NewInteraction
from netlog.services.at_event import ELSEWHERE, Setting, said, setting
from netlog.services.checks import check_minutes, checked_text
from netlog.services.naming import ambiguous
from netlog.services.people import newcomer
from netlog.services.promises import Pledge, check_due, made
from netlog.services.ties import next_check_in


class Details(NamedTuple):
    """What options say beside the words."""

    kind: str | None = None
    direction: Direction | None = None
    on: When | None = None
    minutes: int | None = None
    place: str | None = None
    event: str | None = None
    tags: tuple[str, ...] = ()
    counts: float | None = None
    exchanges: tuple[tuple[str, str], ...] = ()
    """(flow, words) of help that came up."""
    promises: tuple[Pledge, ...] = ()
    is_private: bool = False


NO_DETAILS = Details()


class Draft(NamedTuple):
    """A contact that is ready to be stored."""

    people: tuple[Named, ...]
    kind: Kind
    direction: Direction
    on: date
    at: time | None
    text: str
    tags: tuple[str, ...]
    details: Details


def with_first_word(note: Note) -> Note:
    """A note that names nobody, its first word taken for the name it should have been."""
    first = note.text.split(maxsplit=1)[:1]
    if note.people or note.ambiguous or note.unknown or not first or is_kind_word(first[0]):
        return note
    return note._replace(unknown=(first[0].rstrip(",:;"),))


def refuse_unsettled(note: Note) -> None:
    """Raise NotFound or Ambiguous for the first word that names nobody, or several."""
    for query, found in note.ambiguous:
        raise ambiguous(query, found)
    for query in note.unknown:
        raise NotFound("person", query, hint=f"netlog add {query.lstrip('@')!r} makes one")
    if not note.people:
        raise UsageProblem(
            "nobody is named in that",
            hint="begin with a name, as in “netlog log giulia coffee”, or use netlog note, which keeps anything",
        )


def draft(note: Note, details: Details, *, today: date, is_note: bool = False) -> Draft:
    """The contact that the words and options describe; raises UsageProblem when they contradict each other."""
    when = settled_date(note.when, details.on) or When(today, None)
    for _, _, due_on in details.promises:
        check_due(due_on, min(when.on, today))
    kind = kind_named(details.kind or note.kind or default_kind(note.text, is_note=is_note))
    if details.minutes is not None:
        check_minutes(details.minutes)
    return Draft(
        people=note.people,
        kind=kind,
        direction=details.direction or Direction.MUTUAL,
        on=in_range(when.on),
        at=when.at,
        text=checked_text(note.text),
        tags=tuple(dict.fromkeys((*note.tags, *details.tags))),
        details=details,
    )


def settled_date(said: When | None, given: When | None) -> When | None:
    """The date of the words or of --on; UsageProblem when both are there and differ."""
    if said and given and said.on != given.on:
        raise UsageProblem(
            f"the words say {said.on.isoformat()} and --on says {given.on.isoformat()}",
            hint="keep one of the two, or put a backslash before the words that are no date",
        )
    return given or said


def default_kind(text: str, *, is_note: bool) -> str:
    """The kind when no word says one: a note, a talk, or a mere touch when there is no text either."""
    if is_note:
        return NOTE
    return "talk" if text else "touch"


def log(
    appender: Appender,
    draft: Draft,
    *,
    clock: Clock,
    worths: Worths = AS_SHIPPED,
    command: str = "log",
    newcomers: tuple[str, ...] = (),
) -> Logged:
    """Store the contact, its newcomers first; the receipt says when each person's next check-in comes."""
    added = tuple(newcomer(appender, name, clock=clock) for name in newcomers)
    draft, around = attending(appender.reader, draft._replace(people=(*draft.people, *added)), clock.today)
    new = interaction(draft, clock)
    number = appender.interaction(new)
    flowed, promises = exchanged(appender, draft, number), promised(appender, draft, number, today=clock.today)
    appender.finish(command, described(draft))
    logged = Logged(
        today=clock.today,
        entry=number,
        kind=draft.kind.slug,
        direction=draft.direction.value,
        on=draft.on,
        text=draft.text,
        people=refs(draft.people),
        tags=draft.tags,
        worth=share(draft, worths),
        next=next_dates(appender.reader, draft.people),
        added=refs(added),
        exchanges=flowed,
        promises=promises,
        event=draft.details.event,
        notes=said(around, place=around.place if draft.details.place == around.place else None),
    )
    return without_words(logged) if draft.details.is_private else logged


def without_words(logged: Logged) -> Logged:
    """The receipt of a private contact."""
    return logged._replace(
        text="",
        tags=(),
        exchanges=tuple(each._replace(text=WITHHELD) for each in logged.exchanges),
        promises=tuple(each._replace(text=WITHHELD) for each in logged.promises),
        is_private=True,
    )


def attending(reader: Reader, draft: Draft, today: date) -> tuple[Draft, Setting]:
    """The draft with what the running event gives, unless another event is named; a letter is written elsewhere."""
    if draft.details.event is not None or draft.kind.depth is Depth.MESSAGE:
        return draft, ELSEWHERE
    around = setting(reader, draft.on, today=today)
    place = draft.details.place or around.place
    tags = tuple(dict.fromkeys((*draft.tags, *around.tags)))
    return draft._replace(tags=tags, details=draft.details._replace(event=around.event, place=place)), around


def promised(appender: Appender, draft: Draft, entry: int, *, today: date) -> tuple[Promise, ...]:
    """Write down what was promised in the contact, once for each of the people."""
    return tuple(
        made(appender, person, pledge, made_on=min(draft.on, today), entry=entry)
        for pledge in draft.details.promises
        for person in draft.people
    )


def exchanged(appender: Appender, draft: Draft, entry: int) -> tuple[Flowed, ...]:
    """Write down the help that came up in the contact, once for each of the people."""
    each = [(flow, words, person) for flow, words in draft.details.exchanges for person in draft.people]
    return tuple(
        Flowed(
            appender.exchange(NewExchange(person.id, flow, words, draft.on, entry)),
            flow,
            Ref(person.handle, person.name),
            words,
        )
        for flow, words, person in each
    )


def share(draft: Draft, worths: Worths) -> float:
    """How much of a full contact it is: what was said, or else what the user's settings make of its kind."""
    if draft.details.counts is not None:
        return draft.details.counts
    kind = kind_named(draft.kind.slug, worths)
    return worth(kind.worth, depth=kind.depth, direction=draft.direction, minutes=draft.details.minutes)


def interaction(draft: Draft, clock: Clock) -> NewInteraction:
    """The draft as a row to be."""
    return NewInteraction(
        at=clock.instant(draft.on, draft.at),
        zone=clock.zone,
        on_day=draft.on,
        kind=draft.kind.slug,
        depth=draft.kind.depth.value,
        direction=draft.direction.value,
        text=draft.text,
        people=tuple(person.id for person in draft.people),
        minutes=draft.details.minutes,
        place=draft.details.place,
        event=draft.details.event,
        tags=draft.tags,
        counts=draft.details.counts,
        is_private=draft.details.is_private,
    )


def keep(appender: Appender, text: str, note: Note, *, clock: Clock, details: Details = NO_DETAILS) -> Kept:
    """Put a note into the inbox, as typed, with what could not be settled and what it was to count."""
    counts, is_private = details.counts, details.is_private
    reason = unsettled(note) + ("" if counts is None else f" · it was to count {counts:g}")
    on = note.when.on if note.when and is_in_range(note.when.on) else clock.today
    number = appender.inbox(NewInboxItem(clock.stamp, clock.zone, on, checked_text(text), reason, is_private))
    if is_private:
        text, reason = WITHHELD, "netlog inbox --private tells why"
    appender.finish("note", f"kept in the inbox: {brief(text)}")
    return Kept(clock.today, number, text, reason)


def unsettled(note: Note) -> str:
    """What could not be settled, in words."""
    parts = [f"{shorten(q, 40)} could be {either([p.handle for p in found][:8])}" for q, found in note.ambiguous]
    parts += [f"nobody answers to {shorten(query, 40)}" for query in note.unknown]
    if note.when and not is_in_range(note.when.on):
        parts += [f"{note.when.on.isoformat()} is out of range"]
    return " · ".join(parts) or "nobody is named"


def is_settled(note: Note) -> bool:
    """Whether the note names somebody, leaves nobody open, and has a day the journal can hold."""
    is_dated = note.when is None or is_in_range(note.when.on)
    return bool(note.people) and is_dated and not note.ambiguous and not note.unknown


def described(draft: Draft) -> str:
    """What is done, in a few words: "logged coffee with Giulia, Fri 20 Nov 2026"."""
    names = ", ".join(person.name for person in draft.people)
    what = "noted about" if draft.kind.slug == NOTE else f"logged {draft.kind.slug} with"
    times = len(draft.details.promises) * len(draft.people)
    promised = f", with {count(times, 'promise')}" if times else ""
    return f"{what} {names}, {draft.on:%a} {draft.on.day} {draft.on:%b %Y}{promised}"


def refs(people: tuple[Named, ...]) -> tuple[Ref, ...]:
    """People as a receipt names them."""
    return tuple(Ref(person.handle, person.name) for person in people)


def next_dates(reader: Reader, people: tuple[Named, ...]) -> tuple[Next, ...]:
    """When each person's next check-in comes."""
    ties = reader.ties([person.id for person in people])
    return tuple(Next(tie.handle, tie.name, next_check_in(tie)) for tie in ties)
