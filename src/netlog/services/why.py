"""The whole reckoning of one tie, term by term, with what would change it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netlog.domain import account, scheduler, wording
from netlog.domain.account import Account
from netlog.domain.cadence import TIERS, Targets, cadence_for, rules
from netlog.domain.interactions import AS_SHIPPED, Worths, kind_named
from netlog.domain.scheduler import Clock
from netlog.domain.seasons import Season, is_boosted, strongest
from netlog.domain.strength import tally
from netlog.domain.views import Morning, Term, Why
from netlog.ports import Reader
from netlog.rows import LastWord, PersonRow, TieRow
from netlog.services import morning
from netlog.services.mentoring_days import off_until, rhythm_days
from netlog.services.naming import one_person
from netlog.services.ties import NOTHING, Context, tie_state

IMAGINED = ("call", "message")
STARTED_AMONG = 6


class Case(NamedTuple):
    """Everything the account stands on."""

    reader: Reader
    tie: TieRow
    person: PersonRow
    tags: tuple[str, ...]
    days: tuple[tuple[date, float], ...]
    last: LastWord
    today: date
    targets: Targets
    worths: Worths
    mentorship_days: int | None
    seasons: Sequence[Season]

    @property
    def day(self) -> int:
        """Today as an ordinal."""
        return self.today.toordinal()

    @property
    def skipped(self) -> int | None:
        """The day the person was skipped last, unless that lies ahead."""
        day = self.person.skipped_on
        return day.toordinal() if day and day <= self.today else None


def why(
    reader: Reader, query: str, *, today: date, targets: Targets, per_day: float, worths: Worths = AS_SHIPPED
) -> Why:
    """The account of one person; raises NotFound or Ambiguous."""
    named = one_person(reader, query)
    case = Case(
        reader=reader,
        tie=reader.tie(named.id),
        person=reader.person(named.id),
        tags=reader.belongings(named.id).tags,
        days=tuple(reader.contact_days(named.id)),
        last=reader.last_words([named.id]).get(named.id, NOTHING),
        today=today,
        targets=targets,
        worths=worths,
        mentorship_days=rhythm_days(reader, named.id, today),
        seasons=reader.seasons(),
    )
    rank = reader.rank(named.id, day=today)
    section = listed_in(morning.due(reader, today=today, per_day=per_day), named.handle)
    return Why(
        today=today,
        tie=tie_state(case.tie, today, Context(case.last, case.person), section=section or ""),
        section=section,
        rank=rank[0] if rank else None,
        rank_of=rank[1] if rank else None,
        terms=tuple(terms(case, rank)),
        what_if=tuple(what_if(case)),
    )


def listed_in(listed: Morning, handle: str) -> str | None:
    """The part of this morning's list the person stands in."""
    items = [*listed.first, *listed.if_time, *([listed.reconnect] if listed.reconnect else [])]
    return next((item.section for item in items if item.tie.handle == handle), None)


def terms(case: Case, rank: tuple[int, int] | None) -> Iterator[Term]:
    """Each step of the arithmetic."""
    person, clock = case.person, case.tie.clock
    asked = rules(
        every_days=person.every_days,
        tags=case.tags,
        tier=person.tier,
        targets=case.targets,
        mentorship_days=case.mentorship_days,
    )
    yield account.cadence_term(asked, is_kin=person.is_kin)
    if case.last.on:
        silent = (case.today - case.last.on).days
        yield Term("last contact", case.last.on.isoformat(), f"{wording.ago(silent)}, {case.last.kind}")
    else:
        yield Term("last contact", "none", "the day you met or added them stands in for it")
    yield Term("contact days", str(case.tie.log.days), wording.count(case.tie.contacts, "contact") + " logged")
    yield from started_terms(case)
    if clock:
        yield from account.terms(accounted(case, clock))
    yield from hidden_terms(case)
    if rank:
        yield Term("rank", str(rank[0]), f"of {rank[1]} whose check-in is due, by priority")


def accounted(case: Case, clock: Clock) -> Account:
    """What the arithmetic of the clock needs."""
    return Account(
        clock=clock,
        log=case.tie.log,
        marks=[(worth, on.toordinal()) for worth, on in case.reader.marks(case.tie.id)],
        born=born(case),
        skipped=case.skipped,
        factor=case.tie.factor,
        pace=case.tie.pace,
        today=case.day,
        season=season_of(case, case.person.tier),
    )


def season_of(case: Case, tier: str | None) -> Season:
    """The season that the tie is in, or would be in that tier."""
    uuid = case.person.uuid
    boosts = (each for each in case.seasons if is_boosted(each.boost, uuid=uuid, tier=tier, tags=case.tags))
    return strongest(boosts, case.day)


def started_terms(case: Case) -> Iterator[Term]:
    """Who wrote or called first, of the last few contacts that one of the two started."""
    mine, theirs = case.reader.started_last(case.tie.id, limit=STARTED_AMONG)
    if mine + theirs:
        is_weighed = account.share_left(case.tie.clock, season_of(case, case.person.tier)) < 1
        told = "weighed in the priority" if is_weighed else "told, not weighed"
        yield Term("who started", f"you {mine} of the last {mine + theirs}", told)


def hidden_terms(case: Case) -> Iterator[Term]:
    """What keeps the person off the list, and what brings them on it by another road."""
    person = case.person
    if pause := case.reader.pause(case.today):
        end = f"until {pause.until_on.isoformat()}" if pause.until_on else "until resumed"
        yield Term("everybody paused", f"since {pause.since_on.isoformat()}", f"{end}; the clock runs on")
    if person.snoozed_until and person.snoozed_until > case.today:
        yield Term("snoozed until", person.snoozed_until.isoformat(), "hidden; the clock runs on")
    if off := off_until(case.reader, person.id, case.today):
        yield Term("months off", f"until {off.isoformat()}", "agreed for the mentorship; the clock runs on")
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
    for kind in IMAGINED:
        worth = kind_named(kind, case.worths).worth
        if clock := imagined(case, worth=worth, tier=case.person.tier):
            yield f"{wording.a_kind(kind)} logged today: {away(clock, case)}"
    if clock := imagined(case._replace(person=case.person._replace(skipped_on=case.today)), tier=case.person.tier):
        yield f"skipped today: {away(clock, case)}"
    if case.person.every_days is None and case.mentorship_days is None:
        yield from (in_tier(case, tier) for tier in TIERS[:-1] if tier != case.person.tier)


def away(clock: Clock, case: Case) -> str:
    """From when on the tie may be listed again, and when it is due; nothing has changed where it is due already."""
    if clock.due_on <= case.today.toordinal():
        return f"due since {spelled(clock.due_on, case.today)} all the same"
    due = "then" if clock.early_on == clock.due_on else spelled(clock.due_on, case.today)
    return f"off the list until {spelled(clock.early_on, case.today)}, due {due}"


def in_tier(case: Case, tier: str) -> str:
    """What another tier would make of it."""
    clock = imagined(case, tier=tier)
    if clock is None or clock.rule == case.tie.rule:
        return f"in tier {tier}: the same, for {wording.rule_words(case.tie.rule)} decides"
    klass = scheduler.klass(clock, case.day)
    if klass == "dormant":
        return f"in tier {tier}: dormant as well"
    due = f"in tier {tier}: due {spelled(clock.due_on, case.today)}"
    if case.tie.hidden_until > case.day:
        return f"{due}, hidden all the same"
    if klass == "fill":
        return f"{due}, until then only where there is room"
    if klass == "later":
        return f"{due}, not on the list before {spelled(clock.early_on, case.today)}"
    priority = scheduler.priority(clock, case.day, factor=case.tie.factor)
    place, others = case.reader.place(priority, case.tie.id, day=case.today)
    return f"{due}, number {place} of {others} due, priority {priority:.2f}"


def imagined(case: Case, *, tier: str | None, worth: float = 0.0) -> Clock | None:
    """The clock after one more contact today, or in another tier."""
    person = case.person
    contacts = [(on.toordinal(), share) for on, share in case.days]
    log = tally([*contacts, (case.day, worth)], case.day)
    cadence = cadence_for(
        every_days=person.every_days,
        tags=case.tags,
        tier=tier,
        targets=case.targets,
        is_kin=person.is_kin,
        mentorship_days=case.mentorship_days,
    )
    met = born(case)
    made = scheduler.clock(log, met, cadence=cadence, jitter=met.spread, skipped=case.skipped)
    left = account.share_left(case.tie.clock, season_of(case, person.tier))
    return made and made._replace(pull=made.pull * left * season_of(case, tier).factor)


def born(case: Case) -> scheduler.Baseline:
    """What the day the person came in counts for."""
    person = case.person
    return scheduler.baseline_of(
        person.uuid, person.since_on.toordinal(), is_fresh=person.is_fresh, is_imported=person.imported_on is not None
    )


def spelled(day: int, today: date) -> str:
    """A day with its weekday."""
    on = date.fromordinal(day)
    return f"{on:%a} {on.day} {on:%b}" + ("" if on.year == today.year else f" {on.year}")
