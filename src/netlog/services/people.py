"""Adding people: names, handles, likely duplicates, and when the first follow-up comes."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.clock import Clock
from netlog.domain import wording
from netlog.domain.contacts import contact_key
from netlog.domain.people import Named, check_name, handle_for, slug, spoken
from netlog.domain.receipts import Added, Ref
from netlog.domain.scheduler import JUST_MET
from netlog.errors import Conflict, either, shorten
from netlog.ports import Appender, Reader
from netlog.ports_counts import Loads
from netlog.rows import NewPerson
from netlog.services.at_event import ELSEWHERE, Setting, said, setting
from netlog.services.tipping import tipped_by


class Particulars(NamedTuple):
    """What options say about a new person, checked one by one already."""

    company: str | None = None
    role: str | None = None
    place: str | None = None
    met: str | None = None
    on: date | None = None
    via: str | None = None
    tier: str | None = None
    every_days: int | None = None
    birthday: str | None = None
    tags: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_kin: bool = False


NO_PARTICULARS = Particulars()


def add(
    appender: Appender,
    name: str,
    given: Particulars,
    *,
    clock: Clock,
    via_id: int | None = None,
    is_new: bool = False,
    loads: Loads | None = None,
) -> Added:
    """Store a person; raises Conflict for a likely duplicate unless `is_new` insists.

    With `loads` it is said when this one makes the cadences ask for more than gets done.
    """
    tidy = check_name(name)
    given, around = attending(appender.reader, given, clock.today)
    twins = resembling(appender.reader, tidy, given)
    if twins and not is_new:
        raise likely_duplicate(tidy, twins)
    new = new_person(appender.reader, tidy, given, clock)._replace(via_id=via_id)
    number = appender.person(new)
    appender.finish("add", f"added {tidy}")
    tie = appender.reader.tie(number)
    return Added(
        today=clock.today,
        person=Ref(new.handle, tidy),
        first_follow_up_on=date.fromordinal(tie.clock.due_on) if tie.clock else None,
        cadence=cadence_words(tie.clock.target_days if tie.clock else None, tie.rule),
        resembles=tuple(twins),
        event=around.event,
        notes=(*said(around), *tipped_by(tie, loads, today=clock.today)),
    )


def attending(reader: Reader, given: Particulars, today: date) -> tuple[Particulars, Setting]:
    """The particulars with what the running event gives, unless another place to have met is named."""
    if given.met is not None or not (around := setting(reader, given.on or today, today=today)).event:
        return given, ELSEWHERE if given.met is not None else around
    return given._replace(met=around.event, tags=tuple(dict.fromkeys((*given.tags, *around.tags)))), around


def newcomer(appender: Appender, name: str, *, clock: Clock) -> Named:
    """Store somebody of whom only the name is known, as a part of another operation."""
    tidy = check_name(name)
    given, _ = attending(appender.reader, NO_PARTICULARS, clock.today)
    new = new_person(appender.reader, tidy, given, clock)
    return Named(appender.person(new), new.handle, tidy)


def new_person(reader: Reader, name: str, given: Particulars, clock: Clock) -> NewPerson:
    """The row to be: a handle, and the day from which the first check-in is counted."""
    met_on = given.on or (clock.today if given.met else None)
    is_fresh = (clock.today - (met_on or clock.today)).days <= JUST_MET
    event = reader.event_name(slug(given.met)) if given.met else None
    return NewPerson(
        handle=handle_for(name, reader.is_handle),
        name=name,
        since_on=met_on if met_on and is_fresh else clock.today,
        is_fresh=is_fresh,
        company=given.company,
        role=given.role,
        place=given.place,
        met=None if event else given.met,
        met_on=met_on,
        event=event,
        tier=given.tier,
        every_days=given.every_days,
        is_kin=given.is_kin,
        birthday=given.birthday,
        tags=given.tags,
        contacts=contacts(given.emails, given.phones, given.urls),
        topics=topics(given.can, given.wants),
        facts=given.notes,
    )


def contacts(emails: Sequence[str], phones: Sequence[str], urls: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Ways to reach somebody as (sort, value)."""
    by_sort = (("email", emails), ("phone", phones), ("url", urls))
    return tuple(dict.fromkeys((sort, value) for sort, values in by_sort for value in values))


def topics(can: Sequence[str], wants: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Topics as (side, words)."""
    return tuple(dict.fromkeys([*(("can", words) for words in can), *(("wants", words) for words in wants)]))


def resembling(reader: Reader, name: str, given: Particulars) -> list[str]:
    """People who may be the same, each with the reason, as "giulia (Giulia Rossi): same name"."""
    ways = [*given.emails, *given.phones, *given.urls]
    found: dict[tuple[str, str], list[str]] = {}
    for handle, other, same in reader.resembling(" ".join(spoken(name)), [contact_key(way) for way in ways]):
        found.setdefault((handle, other), []).append(same)
    return [
        f"{handle} ({other}): same {' and '.join(dict.fromkeys(reasons))}" for (handle, other), reasons in found.items()
    ]


def likely_duplicate(name: str, twins: Sequence[str]) -> Conflict:
    """The refusal that says who may be the same, and how to insist."""
    return Conflict(
        f"{shorten(name)} may be in the journal already: {either(twins[:3])}",
        hint="add --new if this is somebody else",
    )


def cadence_words(target_days: int | None, rule: str) -> str:
    """How often the check-ins come, and by which rule."""
    if target_days is None:
        return "no check-ins (tier none)"
    return f"{'every day' if target_days == 1 else f'every {target_days} days'} ({wording.rule_words(rule)})"
