"""What is worth remembering about people: written down, listed with its age, confirmed."""

from datetime import date

from netlog.domain import facts as sorts
from netlog.domain.people import Named
from netlog.domain.receipts import Changed, Unchanged
from netlog.domain.views_brief import FactList, KnownFact
from netlog.domain.wording import brief
from netlog.errors import NotFound, UsageProblem, either, shorten
from netlog.ports import Appender, Knowledge, Records
from netlog.rows import FactRow, NewFact


def check_sort(word: str) -> str:
    """The sort of a fact, in lower case; UsageProblem when there is none of that name."""
    sort = word.strip().lower()
    if sort not in sorts.SORTS:
        raise UsageProblem(f"there is no sort of fact {shorten(word)}", hint=f"use {either(sorts.SORTS)}")
    return sort


def check_past(day: date, today: date) -> date:
    """The day from which it is so; UsageProblem when it lies ahead."""
    if day > today:
        raise UsageProblem(f"{day.isoformat()} lies ahead", hint="date a fact from the day you learnt it")
    return day


def note_fact(appender: Appender, named: Named, text: str, *, sort: str | None, on: date, today: date) -> Changed:
    """Remember something about a person; the clock of the tie goes on as it did."""
    number = appender.fact(NewFact(named.id, on, text, sort))
    words = f"noted about {named.name}: {brief(text)} ({sort or sorts.sort_of(text)}, {on:%a} {on.day} {on:%b %Y})"
    return Changed(today, appender.finish("fact", words), "fact", f"{words} · #{number}")


def facts(reader: Knowledge, named: Named | None, *, today: date) -> FactList:
    """What is known about one person, or about everybody."""
    rows = reader.facts(person=named.id if named else None)
    return FactList(today, named.name if named else None, tuple(known(row, today) for row in rows))


def known(row: FactRow, today: date) -> KnownFact:
    """A fact as it is shown."""
    sort = row.sort or sorts.sort_of(row.text)
    fact = KnownFact(row.id, row.handle, row.name, row.on_day, row.confirmed_on, sort, is_stale=False, text=row.text)
    return fact._replace(is_stale=sorts.is_stale(sort, fact.known_on, today))


def confirm(records: Records, row: FactRow, *, today: date) -> Changed | Unchanged:
    """Note that a fact still holds."""
    if today in (row.on_day, row.confirmed_on):
        return Unchanged(today, f"nothing changes: that was noted or confirmed today ({brief(row.text)})")
    records.change("fact", row.id, {"confirmed_on": today})
    words = f"confirmed about {row.name}: {brief(row.text)}"
    return Changed(today, records.finish("facts", words), "facts", words)


def one_fact(reader: Knowledge, number: int) -> FactRow:
    """The fact of that number; raises NotFound."""
    found = reader.facts(numbers=(number,))
    if not found:
        raise NotFound("fact", str(number), hint="netlog facts PERSON gives the numbers")
    return found[0]
