"""The whole reckoning of one tie, term by term, with what would change it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netlog.domain import scheduler, wording
from netlog.domain.cadence import TIERS, Targets, cadence_for
from netlog.domain.scheduler import Clock
from netlog.domain.strength import tally
from netlog.domain.views import Morning, Term, Why
from netlog.ports import Reader
from netlog.rows import LastWord, PersonRow, TieRow
from netlog.services import morning
from netlog.services.naming import one_person
from netlog.services.ties import NOTHING, Context, tie_state

MESSAGE = 0.5


class Case(NamedTuple):
    """Everything the account stands on."""

    tie: TieRow
    person: PersonRow
    tags: tuple[str, ...]
    marks: tuple[tuple[float, date], ...]
    days: tuple[tuple[date, float], ...]
    last: LastWord
    rank: tuple[int, int] | None
    today: date
    targets: Targets


def why(reader: Reader, query: str, *, today: date, targets: Targets, per_day: float) -> Why:
    """The account of one person; raises NotFound or Ambiguous."""
    named = one_person(reader, query)
    case = Case(
        tie=reader.tie(named.id),
        person=reader.person(named.id),
        tags=reader.belongings(named.id).tags,
        marks=tuple(reader.marks(named.id)),
        days=tuple(reader.contact_days(named.id)),
        last=reader.last_words([named.id]).get(named.id, NOTHING),
        rank=reader.rank(named.id, day=today),
        today=today,
        targets=targets,
    )
    section = listed_in(morning.due(reader, today=today, per_day=per_day), named.handle)
    return Why(
        today=today,
        tie=tie_state(case.tie, today, Context(case.last, case.person), section=section or ""),
        section=section,
        rank=case.rank[0] if case.rank else None,
        rank_of=case.rank[1] if case.rank else None,
        terms=tuple(terms(case)),
        what_if=tuple(what_if(case)),
    )


def listed_in(listed: Morning, handle: str) -> str | None:
    """The part of this morning's list the person stands in."""
    items = [*listed.first, *listed.if_time, *([listed.reconnect] if listed.reconnect else [])]
    return next((item.section for item in items if item.tie.handle == handle), None)


def terms(case: Case) -> Iterator[Term]:
    """Each step of the arithmetic."""
    clock = case.tie.clock
    yield cadence_term(case)
    if case.last.on:
        silent = (case.today - case.last.on).days
        yield Term("last contact", case.last.on.isoformat(), f"{wording.ago(silent)}, {case.last.kind}")
    else:
        yield Term("last contact", "none", "the day you met or added them stands in for it")
    yield Term("contact days", str(case.tie.log.days), wording.count(case.tie.contacts, "contact") + " logged")
    if clock:
        yield from clock_terms(case, clock)
    yield from hidden_terms(case)
    if case.rank:
        yield Term("rank", str(case.rank[0]), f"of {case.rank[1]} whose check-in is due, by priority")


def cadence_term(case: Case) -> Term:
    """Which rule won, over which others."""
    days = case.tie.clock.target_days if case.tie.clock else None
    value = "never" if days is None else wording.count(days, "day")
    return Term("cadence", value, f"{wording.rule_words(case.tie.rule)} (person > tag rule > tier > default)")


def clock_terms(case: Case, clock: Clock) -> Iterator[Term]:
    """What follows from the log and the cadence."""
    day = case.today.toordinal()
    if clock.rung is not None:
        step = f"step {clock.rung + 1} of {len(scheduler.LADDER)} for somebody just met"
        yield Term("interval now", wording.count(clock.effective_days, "day"), step)
    yield Term("due", date.fromordinal(clock.due_on).isoformat(), due_words(case, clock))
    if clock.show_on < clock.due_on:
        yield Term("shown from", date.fromordinal(clock.show_on).isoformat(), "a little early, to spread the load")
    ratio = scheduler.overdue_ratio(clock, day)
    late = f"1 + ({day - clock.due_exact:+g} days) / {clock.effective_days}"
    yield Term("overdue ratio", f"{ratio:.2f}", f"{late}; 0 after a full contact, 1 when due")
    yield Term("warmth", f"{scheduler.warmth(clock, day):.2f}", f"2^-{max(ratio, 0):.2f}")
    if clock.gap and clock.last is not None:
        rhythm = f"{day - clock.last} / {clock.gap:.1f} = {(day - clock.last) / clock.gap:.2f}"
        yield Term("usual rhythm", f"every {clock.gap:.1f} days", f"from {clock.days} contact days; now {rhythm}")
    chance = tie_state(case.tie, case.today).p_30
    yield Term("chance in 30 days", f"{chance:.0%}", "that you are in touch anyway, without a reminder")
    pull = f"sqrt({clock.value:g} x {clock.target_days})"
    factor = "" if case.tie.factor == 1 else f"{case.tie.factor:g} x "
    priority = scheduler.priority(clock, day, factor=case.tie.factor)
    best = max(ratio, scheduler.rhythm_ratio(clock, day) or 0)
    yield Term("priority", f"{priority:.2f}", f"({factor}{best:.2f} - 1) x {pull}")


def due_words(case: Case, clock: Clock) -> str:
    """Which contact carries furthest, as an addition of days."""
    candidates = [(on.toordinal() + worth * clock.effective_days, on, worth) for worth, on in case.marks]
    best = max(candidates, default=None)
    if best is None or best[0] < clock.due_exact - 0.01:
        met = "you met" if case.person.met_on == case.person.since_on else "they came into the journal"
        return f"from the day {met}, {case.person.since_on.isoformat()}"
    _, on, worth = best
    return f"{on.isoformat()} + {worth:g} x {clock.effective_days} days"


def hidden_terms(case: Case) -> Iterator[Term]:
    """What keeps the person off the list, and what brings them on it by another road."""
    person = case.person
    if person.snoozed_until and person.snoozed_until > case.today:
        yield Term("snoozed until", person.snoozed_until.isoformat(), "hidden; the clock runs on")
    if person.paused_on:
        yield Term("paused", person.paused_on.isoformat(), "hidden until resumed")
    if person.ended_on:
        yield Term("let go", person.ended_on.isoformat(), person.ended_why or "")
    if case.tie.nudge_since is not None:
        since = date.fromordinal(case.tie.nudge_since)
        yield Term("awaiting since", since.isoformat(), "you wrote, no answer is logged")


def what_if(case: Case) -> Iterator[str]:
    """What would change the place on the list."""
    if case.tie.clock is None:
        yield "a tier or a cadence (netlog edit) would bring check-ins"
        return
    for what, worth in (("a call or a meeting", 1.0), ("a message", MESSAGE)):
        clock = imagined(case, worth=worth, tier=case.person.tier)
        if clock:
            yield f"{what} logged today: off the list until {spelled(clock.show_on, case.today)}"
    for tier in TIERS[:-1]:
        clock = imagined(case, worth=0.0, tier=tier)
        if clock and tier != case.person.tier and case.person.every_days is None:
            ratio = scheduler.priority(clock, case.today.toordinal(), factor=case.tie.factor)
            yield f"in tier {tier}: due {spelled(clock.due_on, case.today)}, priority {ratio:.2f}"


def imagined(case: Case, *, worth: float, tier: str | None) -> Clock | None:
    """The clock after one more contact today, or in another tier."""
    person, today = case.person, case.today.toordinal()
    contacts = [(on.toordinal(), share) for on, share in case.days]
    log = tally([*contacts, (today, worth)], today)
    cadence = cadence_for(
        every_days=person.every_days, tags=case.tags, tier=tier, targets=case.targets, is_kin=person.is_kin
    )
    born = scheduler.baseline_of(
        person.uuid, person.since_on.toordinal(), is_fresh=person.is_fresh, is_imported=person.imported_on is not None
    )
    return scheduler.clock(log, born, cadence=cadence, jitter=born.spread)


def spelled(day: int, today: date) -> str:
    """A day with its weekday."""
    on = date.fromordinal(day)
    return f"{on:%a} {on.day} {on:%b}" + ("" if on.year == today.year else f" {on.year}")
