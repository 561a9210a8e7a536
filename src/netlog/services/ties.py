"""Where one tie stands today, with the reason in words."""

from datetime import date
from typing import NamedTuple

from netlog.domain import scheduler, wording
from netlog.domain.awaiting import REPLY_AFTER
from netlog.domain.birthdays import birthday_on, read_birthday, turns
from netlog.domain.scheduler import Clock
from netlog.domain.strength import FULL, keep_alive
from netlog.domain.views import TieState
from netlog.rows import FOREVER, LastWord, PersonRow, TieRow

HORIZON = 30
NOTHING = LastWord(None, None, None, "")


class Context(NamedTuple):
    """What a reason may mention besides the clock: the last contact, and the person where it matters."""

    last: LastWord = NOTHING
    person: PersonRow | None = None


NO_CONTEXT = Context()


def tie_state(tie: TieRow, today: date, context: Context = NO_CONTEXT, *, section: str = "") -> TieState:
    """The tie as JSON and screens show it; `section` is the part of the morning it appears in."""
    day, clock = today.toordinal(), tie.clock
    return TieState(
        handle=tie.handle,
        name=tie.name,
        tier=tie.tier,
        due_on=date.fromordinal(clock.due_on) if clock else None,
        overdue_ratio=round(scheduler.overdue_ratio(clock, day), 4) if clock else None,
        warmth=round(scheduler.warmth(clock, day), 4) if clock else None,
        rhythm_days=round(clock.gap, 2) if clock and clock.gap else None,
        p_30=round(keep_alive(tie.log, day, horizon=HORIZON, pace=tie.pace), 4),
        state=state(tie, day),
        priority=round(scheduler.priority(clock, day, factor=tie.factor), 4) if clock else 0.0,
        reason=reason(tie, today, context, section or section_of(tie, day)),
    )


def state(tie: TieRow, day: int) -> str:
    """The state of the tie; what hides it from the list comes first."""
    if tie.is_ended:
        return "let go"
    if tie.is_paused:
        return "paused"
    if tie.clock is None:
        return "none"
    if tie.hidden_until > day:
        return "snoozed" if tie.hidden_until < FOREVER else "resting"
    found = scheduler.state(tie.clock, day)
    return "skipped" if found in ("warm", "soon") and tie.clock.lapse_exact <= day else found


def next_check_in(tie: TieRow) -> date | None:
    """The day the tie may next be listed as due; none while nothing but a change by the user brings it back."""
    if tie.clock is None or tie.hidden_until >= FOREVER:
        return None
    return date.fromordinal(max(tie.clock.due_on, tie.hidden_until))


def section_of(tie: TieRow, day: int) -> str:
    """The part of the morning the clock alone puts the tie in; "later" when it is on no list."""
    return scheduler.klass(tie.clock, day) if tie.clock else "later"


def reason(tie: TieRow, today: date, context: Context, section: str) -> str:
    """One line, always the arithmetic."""
    day = today.toordinal()
    if dated := dated_reason(tie, today, section):
        return dated
    if tie.clock is None or tie.hidden_until > day:
        return wording.hidden(state(tie, day))
    return clock_reason(tie.clock, today, context, section)


def dated_reason(tie: TieRow, today: date, section: str) -> str:
    """The line of a reason with a day of its own; empty for the others."""
    day = today.toordinal()
    if section == "birthday" and tie.birthday:
        on = birthday_on(tie.birthday, today)
        return wording.birthday(days=(on - today).days, turns=turns(read_birthday(tie.birthday).year, on))
    if section == "reply" and tie.reply_owed_on is not None:
        return wording.reply_owed(days=day - tie.reply_owed_on + REPLY_AFTER)
    if section == "awaiting" and tie.nudge_since is not None:
        return wording.awaiting(days=day - tie.nudge_since)
    return ""


def clock_reason(clock: Clock, today: date, context: Context, section: str) -> str:
    """The line of a check-in."""
    day, kind = today.toordinal(), context.last.kind
    silent = None if context.last.on is None else (today - context.last.on).days
    if section in ("dormant", "reconnect"):
        return wording.reconnect(silent=silent, kind=kind)
    if section in ("fresh", "follow-up"):
        return follow_up(clock, today, context)
    if section in ("later", "coming") or (section == "fill" and not off_rhythm(clock, day)):
        left = clock.due_on - day
        if section == "fill":
            return wording.soon(target_days=clock.effective_days, rule=clock.rule, days_left=left)
        return wording.calm(silent=silent, kind=kind, days_left=left)
    return late_reason(clock, day, context.last, section)


def late_reason(clock: Clock, day: int, last: LastWord, section: str) -> str:
    """The line of a silence longer than aimed for, or than usual."""
    real = None if clock.last is None else day - clock.last
    silent = None if last.on is None else day - last.on.toordinal()
    is_light = silent is not None and last.worth < FULL and (real is None or silent < real)
    if clock.gap and real is not None and clock.fading_on is not None and clock.fading_on <= day:
        return wording.fading(silent=real, gap=clock.gap, kind=None if is_light else last.kind)
    if section == "fill" and clock.gap and real is not None:
        return wording.off_rhythm(silent=real, gap=clock.gap, contacts=clock.days, target_days=clock.target_days)
    aim, ratio = wording.aim(clock.effective_days, clock.rule), scheduler.overdue_ratio(clock, day)
    if is_light:
        return wording.light(silent=silent or 0, kind=last.kind, share=last.worth, real=real, aim=aim, ratio=ratio)
    return wording.overdue(silent=silent, kind=last.kind, aim=aim, ratio=ratio)


def follow_up(clock: Clock, today: date, context: Context) -> str:
    """The line of somebody met not long ago."""
    if clock.rung and context.last.on:
        silent = (today - context.last.on).days
        return wording.later_follow_up(rung=clock.rung, silent=silent, kind=context.last.kind)
    person = context.person
    since = (today - person.since_on).days if person else 0
    return wording.first_follow_up(days_since=since, where=(person.event or person.met) if person else None)


def off_rhythm(clock: Clock, day: int) -> bool:
    """Whether the silence is longer than the usual gap."""
    return clock.off_rhythm_on is not None and clock.off_rhythm_on <= day
