"""Help that flows between people: writing it down, answering what was asked, looking at it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netlog.domain.exchanges import FLOWS, deed, is_open
from netlog.domain.people import Named
from netlog.domain.receipts import Changed
from netlog.domain.views_exchanges import Exchange, Exchanges
from netlog.domain.wording import brief
from netlog.errors import Ambiguous, Conflict, NotFound, UsageProblem
from netlog.ports import Appender, Reader, Records
from netlog.rows import ExchangeRow, NewExchange
from netlog.services.checks import typed_number
from netlog.services.naming import one_person

SHOWN = 40
"""Letters of a text inside a message."""


class Answer(NamedTuple):
    """What is said when something asked is answered: in which words, whether it was help, and when."""

    words: str | None
    is_given: bool
    on: date


def pass_on(appender: Appender, named: Named, flow: str, text: str, *, on: date, today: date) -> Changed:
    """Write down help given, got or asked for; raises UsageProblem for a day ahead."""
    check_past(on, today)
    number = appender.exchange(NewExchange(named.id, flow, text, on))
    words = f"{deed(flow, name=named.name, what=text)}{dated(on)}"
    operation = appender.finish(flow.replace("_", "-"), words)
    return Changed(today, operation, flow.replace("_", "-"), words, notes=waits(flow, number))


def check_past(on: date, today: date) -> None:
    """Raise UsageProblem for a day that lies ahead."""
    if on > today:
        raise UsageProblem(
            f"{on.isoformat()} lies ahead", hint="write it down on the day; for what is to come: promise"
        )


def waits(flow: str, number: int) -> tuple[str, ...]:
    """How what they asked is answered."""
    return (f"open until answered: netlog answer {number}",) if flow == "asked_by" else ()


def dated(on: date) -> str:
    """The day, as the history has it."""
    return f", {on:%a} {on.day} {on:%b %Y}"


def open_ask(reader: Reader, query: str) -> ExchangeRow:
    """What they asked and is not answered, by its number or the only one of a person.

    Raises NotFound, Conflict when it is answered already, Ambiguous when several are open.
    """
    if query.removeprefix("#").isascii() and query.removeprefix("#").isdigit():
        return ask_numbered(reader, query)
    named = one_person(reader, query)
    waiting = [row for row in reader.exchanges(person=named.id) if is_open(row.flow, row.answered_on)]
    if not waiting:
        raise NotFound("open ask", named.name, hint=f"netlog exchanges {named.handle} shows what was asked")
    if len(waiting) > 1:
        candidates = [(str(row.id), brief(row.text, SHOWN)) for row in waiting]
        raise Ambiguous(query, candidates, hint="answer one by its number", keys=("id", "text"))
    return waiting[0]


def ask_numbered(reader: Reader, query: str) -> ExchangeRow:
    """The open ask of that number; raises NotFound, or Conflict when it is answered already."""
    found = numbered(reader, query)
    if found is None or found.flow != "asked_by":
        raise NotFound("open ask", query, hint="netlog exchanges shows the numbers")
    if (answered := found.answered_on) is not None:
        raise Conflict(
            f"what {found.name} asked was answered on {answered.isoformat()}", hint="netlog undo takes that back"
        )
    return found


def one_exchange(reader: Reader, query: str) -> ExchangeRow:
    """The exchange of that number; raises NotFound."""
    if (found := numbered(reader, query)) is None:
        raise NotFound("exchange", query, hint="netlog exchanges shows the numbers")
    return found


def numbered(reader: Reader, query: str) -> ExchangeRow | None:
    """The exchange of that number, with or without #, if there is one."""
    number = typed_number(query)
    return None if number is None else next(iter(reader.exchanges(numbers=[number])), None)


def answer(records: Records, ask: ExchangeRow, said: Answer, *, today: date) -> Changed:
    """Close what they asked; help given with it is written down too. UsageProblem for a day before it was asked."""
    check_past(said.on, today)
    if said.on < ask.on_day:
        raise UsageProblem(
            f"{said.on.isoformat()} is before {ask.name} asked, on {ask.on_day.isoformat()}",
            hint="an answer comes on the day it was asked or later",
        )
    records.change("exchange", ask.id, {"answered_on": said.on})
    if said.words or said.is_given:
        records.exchange(NewExchange(ask.person_id, "gave", said.words or ask.text, said.on))
    gave = f" · gave: {said.words or ask.text}" if said.words or said.is_given else ""
    words = f"answered {ask.name}: {ask.text}{gave}{dated(said.on)}"
    return Changed(today, records.finish("answer", words), "answer", words)


def remove(records: Records, row: ExchangeRow, *, today: date) -> Changed:
    """Remove help that was written down."""
    records.remove("exchange", row.id)
    words = f"removed: {deed(row.flow, name=row.name, what=row.text)}{dated(row.on_day)}"
    return Changed(today, records.finish("rm", words), "rm", words)


def exchanges(reader: Reader, query: str | None, *, today: date) -> Exchanges:
    """All help that flowed, newest first, with everybody or with one person; raises NotFound or Ambiguous."""
    named = one_person(reader, query) if query is not None else None
    rows = reader.exchanges(person=named.id if named else None)
    return Exchanges(today, named.name if named else None, tuple(map(shown, reversed(rows))), counts(rows))


def shown(row: ExchangeRow) -> Exchange:
    """An exchange as it is shown."""
    return Exchange(row.id, row.on_day, row.flow, row.handle, row.name, row.text, row.answered_on)


def counts(rows: Iterable[ExchangeRow]) -> tuple[tuple[str, int], ...]:
    """How often help flowed each way, for the ways that it did."""
    flows = [row.flow for row in rows]
    return tuple((flow, flows.count(flow)) for flow in FLOWS if flow in flows)
