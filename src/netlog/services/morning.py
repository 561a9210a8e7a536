"""The morning: who is due today, and why."""

from datetime import date

from netlog.domain import scheduler
from netlog.domain.birthdays import birthday_on
from netlog.domain.cadence import MENTORSHIP
from netlog.domain.scheduler import Candidate, Dated, Pick, Reason, Section
from netlog.domain.views import DueItem, Morning, Paused
from netlog.ports import Reader
from netlog.rows import EVERYBODY, Filters, LastWord, TieRow
from netlog.services.asks import after_asking
from netlog.services.loops import open_loops
from netlog.services.mentoring_days import boundaries
from netlog.services.ties import NOTHING, Context, tie_state

NOBODY_LEFT_OUT = 1_000_000
DATED_SHOWN = 12
"""More birthdays and letters than this in one morning are a flood; the others are counted."""

LOOPS_SHOWN = 12
"""Open promises and the like in one morning; whose are more is counted."""

UNASKED = frozenset({"fill", "reconnect"})
"""Parts of the list that nobody waits in: they fill it when there is room."""

AGENDA: dict[str, Section] = {"fresh": "follow-up", "overdue": "overdue"}


def due(reader: Reader, *, today: date, per_day: float, filters: Filters = EVERYBODY) -> Morning:
    """The day's list within the budget of `per_day` check-ins."""
    room, pause = scheduler.slots(per_day), paused(reader, today, filters)
    dated = reasons(reader, today, limit=DATED_SHOWN, filters=filters, is_paused=pause is not None)
    loops = open_loops(reader, today=today, filters=filters, limit=LOOPS_SHOWN)
    classes = {} if pause else reader.candidates(limit=room + len(dated), filters=filters, day=today)
    ties = {tie.id: tie for rows in classes.values() for tie in rows} | {tie.id: tie for _, tie in dated}
    listed = scheduler.morning(
        [Candidate(tie.id, tie.clock, tie.factor) for rows in classes.values() for tie in rows if tie.clock],
        [Dated(tie.id, kind, day_of(kind, tie, today)) for kind, tie in dated],
        today=today.toordinal(),
        per_day=per_day,
        taken=len(loops),
    )
    picks = [*listed.today, *listed.if_time, *([listed.reconnect] if listed.reconnect else [])]
    items = described(reader, picks, ties, today)
    cut, end = len(listed.today), len(listed.today) + len(listed.if_time)
    waiting = reader.count_waiting(filters=filters, day=today)
    asked_for = {item.tie.handle for item in items if item.section not in UNASKED}
    return Morning(
        today=today,
        per_day=per_day,
        first=items[:cut],
        if_time=items[cut:end],
        reconnect=items[end] if listed.reconnect else None,
        rest=waiting - len(asked_for | {loop.handle for loop in loops}),
        people=reader.people_count(),
        pause=pause,
        loops=loops,
    )


def paused(reader: Reader, today: date, filters: Filters) -> Paused | None:
    """The pause of everybody that is in force, with how many it keeps off the list."""
    pause = reader.pause(today)
    return pause and Paused(pause.since_on, pause.until_on, reader.count_held(filters=filters, day=today))


def agenda(reader: Reader, *, today: date, until: date, limit: int, filters: Filters = EVERYBODY) -> Morning:
    """Everybody due up to the day `until`, the most relatively late first, without a budget."""
    pause = paused(reader, today, filters)
    classes = {} if pause else reader.candidates(limit=NOBODY_LEFT_OUT, filters=filters, day=until)
    ties = {tie.id: tie for name in ("fresh", "overdue") for tie in classes.get(name, ())}
    dated = reasons(reader, today, limit=NOBODY_LEFT_OUT, filters=filters, is_paused=pause is not None)
    dated.sort(key=lambda found: (day_of(found[0], found[1], today), found[0], found[1].id))
    firm = [Pick(tie.id, kind) for kind, tie in dated]
    dated_ids = {pick.id for pick in firm}
    ranked = sorted(
        (tie for tie in ties.values() if tie.id not in dated_ids),
        key=lambda tie: (-priority(tie, today), tie.id),
    )
    picks = firm + [Pick(tie.id, section(tie, today)) for tie in ranked]
    everybody = ties | {tie.id: tie for _, tie in dated}
    loops = open_loops(reader, today=today, filters=filters, limit=NOBODY_LEFT_OUT)
    return Morning(
        today=today,
        per_day=0,
        first=described(reader, picks[:limit], everybody, today),
        if_time=(),
        reconnect=None,
        rest=max(0, len(picks) - limit),
        people=reader.people_count(),
        pause=pause,
        loops=loops,
    )


def reasons(
    reader: Reader, today: date, *, limit: int, filters: Filters, is_paused: bool
) -> list[tuple[Reason, TieRow]]:
    """At most `limit` people with a reason of its own day, one each: birthdays before replies before answers.

    A pause holds back only what nobody else expects: asking again for an answer.
    """
    found: dict[int, tuple[Reason, TieRow]] = {}
    for kind, tie in reader.dated(limit=limit, filters=filters, day=today):
        if not (is_paused and kind == "awaiting"):
            found.setdefault(tie.id, (kind, tie))
    return list(found.values())[:limit]


def priority(tie: TieRow, today: date) -> float:
    """Where the tie ranks today."""
    return scheduler.priority(tie.clock, today.toordinal(), factor=tie.factor) if tie.clock else 0.0


def section(tie: TieRow, day: date) -> Section:
    """The heading a tie of the agenda stands under."""
    found = scheduler.klass(tie.clock, day.toordinal()) if tie.clock else "later"
    return AGENDA.get(found, "coming")


def day_of(kind: Reason, tie: TieRow, today: date) -> int:
    """The day a dated reason belongs to."""
    if kind == "birthday":
        return birthday_on(tie.birthday or "", today).toordinal()
    return (tie.reply_owed_on if kind == "reply" else tie.nudge_on) or today.toordinal()


def described(reader: Reader, picks: list[Pick], ties: dict[int, TieRow], today: date) -> tuple[DueItem, ...]:
    """The picks with their reasons and the last topic."""
    listed = [pick.id for pick in picks]
    words, asking = reader.last_words(listed), after_asking(reader, listed)
    items = (item(reader, pick, ties[pick.id], today, words.get(pick.id, NOTHING)) for pick in picks)
    return tuple(with_thought(each, asking.get(pick.id)) for each, pick in zip(items, picks, strict=True))


def with_thought(item: DueItem, thought: str | None) -> DueItem:
    """The line with something to think of before writing, after its reason."""
    return item._replace(tie=item.tie._replace(reason=f"{item.tie.reason} · {thought}")) if thought else item


def item(reader: Reader, pick: Pick, tie: TieRow, today: date, last: LastWord) -> DueItem:
    """One line of the morning, with what was agreed where a mentorship sets the rhythm."""
    person = reader.person(pick.id) if pick.section == "follow-up" else None
    context = Context(last, person)
    made = DueItem(
        section=pick.section,
        tie=tie_state(tie, today, context, section=pick.section),
        last_on=context.last.on,
        last_kind=context.last.kind,
        topic=context.last.text,
    )
    return with_thought(made, boundaries(reader, pick.id)) if tie.rule == MENTORSHIP else made
