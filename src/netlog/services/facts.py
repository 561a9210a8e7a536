"""What is worth remembering about people: written down, listed with its age, confirmed."""

from datetime import date

from netlog.domain import facts as sorts
from netlog.domain.people import Named
from netlog.domain.private import WITHHELD
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


def note_fact(appender: Appender, named: Named, new: NewFact, *, today: date) -> Changed:
    """Remember something about a person; the clock of the tie goes on as it did."""
    number, on = appender.fact(new), new.on_day
    sort = "" if new.is_private else f"{new.sort or sorts.sort_of(new.text)}, "
    words = f"noted about {named.name}: {quoted(new)} ({sort}{on:%a} {on.day} {on:%b %Y})"
    return Changed(today, appender.finish("fact", words), "fact", f"{words} · #{number}")


def quoted(fact: NewFact | FactRow) -> str:
    """What a receipt repeats of a fact."""
    return WITHHELD if fact.is_private else brief(fact.text)


def facts(reader: Knowledge, named: Named | None, *, today: date) -> FactList:
    """What is known about one person, or about everybody."""
    rows = reader.facts(person=named.id if named else None)
    hidden = reader.private_facts(named.id if named else None)
    return FactList(today, named.name if named else None, tuple(known(row, today) for row in rows), hidden)


def known(row: FactRow, today: date) -> KnownFact:
    """A fact as it is shown."""
    sort = row.sort or sorts.sort_of(row.text)
    fact = KnownFact(row.id, row.handle, row.name, row.on_day, row.confirmed_on, sort, is_stale=False, text=row.text)
    return fact._replace(is_stale=sorts.is_stale(sort, fact.known_on, today), is_private=row.is_private)


def confirm(records: Records, row: FactRow, *, today: date) -> Changed | Unchanged:
    """Note that a fact still holds."""
    if today in (row.on_day, row.confirmed_on):
        return Unchanged(today, f"nothing changes: that was noted or confirmed today ({quoted(row)})")
    records.change("fact", row.id, {"confirmed_on": today})
    words = f"confirmed about {row.name}: {quoted(row)}"
    return Changed(today, records.finish("facts", words), "facts", words)


def set_private(records: Records, row: FactRow, *, is_private: bool, today: date) -> Changed | Unchanged:
    """Keep a fact out of what is shown, or let it be shown again."""
    state = "private" if is_private else "not private"
    if row.is_private is is_private:
        return Unchanged(today, f"nothing changes: fact {row.id} is {state} already")
    records.change("fact", row.id, {"is_private": is_private})
    words = f"fact {row.id} about {row.name} is {state} now"
    return Changed(today, records.finish("edit", words), "edit", words)


def one_fact(reader: Knowledge, number: int) -> FactRow:
    """The fact of that number; raises NotFound."""
    found = reader.facts(numbers=(number,))
    if not found:
        raise NotFound("fact", str(number), hint="netlog facts PERSON gives the numbers")
    return found[0]
