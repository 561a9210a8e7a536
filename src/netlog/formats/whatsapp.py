"""Chats that WhatsApp exported: how many messages on which day, and who began; never what was written."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netlog.domain.folding import fold
from netlog.errors import FormatProblem, shorten
from netlog.formats.day_order import DayOrder
from netlog.formats.decoding import opened_text
from netlog.formats.told import OUTSIDE, is_outside
from netlog.formats.whatsapp_chat import Chat, Day, chat_name, is_spaced_head, mention_of
from netlog.formats.whatsapp_line import Line, line_of
from netlog.interchange import Format, Reading, Record, Rejected, Skipped, Source, Talk

NAMED_SO = 95
SURE, PERHAPS = 80, 55
LINES_SEEN = 200


class Plan(NamedTuple):
    """Whose days are taken in: the chat, those who count as me, and the one person asked for, if anybody."""

    chat: Chat
    mine: frozenset[str]
    person: str | None


def recognise(source: Source) -> int:
    """Sure where lines begin with a date, a time and a name, and surer where the file is called so."""
    lines = source.head.decode("utf-8-sig", errors="replace").splitlines()[:LINES_SEEN]
    heads = [line for line in map(line_of, lines) if line]
    if not heads or not line_of(next(filter(str.strip, lines), "")):
        return 0
    if "whatsapp" in fold(source.name) or source.name.endswith("_chat.txt"):
        return NAMED_SO
    if 2 * sum(bool(line.author) for line in heads) < len(heads):
        return 0
    return SURE if is_spaced_head(heads[0]) else PERHAPS


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """One contact for each day of the chat, or with a person given for each day that person wrote."""
    chat, order = Chat(chat_name(source.name)), DayOrder(reading.today)
    for _, line in _lines(source, reading):
        chat.see(line)
        order.see(*line.numbers)
    if not chat.is_any:
        raise FormatProblem(f"{shorten(source.name)} has no message of WhatsApp", hint="export the chat once more")
    reader, plan, notices = order.reader(said=reading.day_first), _plan(chat, reading), chat.notices
    days: dict[date, Day] = {}
    for number, line in _lines(source, reading):
        try:
            on = reader(*line.numbers)
        except ValueError:
            yield Rejected(f"line {number}", "no such day")
            continue
        if line.author and line.author not in notices:
            days.setdefault(on, Day(f"line {number}")).see(line.author)
    for on in sorted(days):
        yield _record(on, days[on], plan, reading)


def _lines(source: Source, reading: Reading) -> Iterator[tuple[int, Line]]:
    """The lines that begin a message, with their numbers; the others go on with the message above.

    An iPhone has the other one say first that nobody else can read the messages: nobody wrote that.
    """
    is_first = True
    with opened_text(source, reading.encoding) as text:
        for number, each in enumerate(text, start=1):
            if line := line_of(each):
                yield number, line if line.is_plain or not is_first else line._replace(author="")
                is_first = False


def _plan(chat: Chat, reading: Reading) -> Plan:
    """Who is me and who is asked for; raises FormatProblem where the chat does not tell."""
    mine = chat.mine(reading.me)
    person = reading.person
    if person and not mine and len(chat.authors) == 2:
        mine = chat.all_but(person)
    if not mine and not person and len(chat.authors) > 1:
        raise FormatProblem(
            f"{shorten(', '.join(sorted(chat.authors)))}: one of them is you, and {chat.spoken_of} does not say which",
            hint="say who it was with: --person NAME, or who you are: netlog config set me NAME",
        )
    if not person and not chat.others(mine) and not chat.name:
        raise FormatProblem("nobody but you wrote in this chat", hint="say who it was with: --person NAME")
    return Plan(chat, mine, person)


def _record(on: date, day: Day, plan: Plan, reading: Reading) -> Record:
    """The contact of a day."""
    chat, others = plan.chat, [author for author in day.counts if author not in plan.mine]
    if is_outside(on, reading):
        return Skipped(day.where, OUTSIDE)
    names = _names(others, plan)
    if not names:
        return Skipped(day.where, "a day on which the person did not write" if plan.person else "nobody else wrote")
    count = sum(day.counts[author] for author in _counted(day, names, plan))
    return Talk(
        key=f"{chat.name or names[0]}|{on}",
        where=day.where,
        on=on,
        people=tuple(map(mention_of, names)),
        kind="group" if chat.is_group and not plan.person else "message",
        text=f"WhatsApp{f' {chat.name}' if chat.is_group and chat.name else ''}, {count} message{'s' * (count != 1)}",
        direction=_direction(day, plan),
    )


def _counted(day: Day, names: list[str], plan: Plan) -> list[str]:
    """Whose messages a day's contact is made of: all of them, or in a group those of the one person asked for."""
    is_one_of_many = plan.chat.is_group and plan.person
    return [author for author in day.counts if not is_one_of_many or fold(author) == fold(names[0])]


def _direction(day: Day, plan: Plan) -> str:
    """Who began: unknown, so both, where nothing tells which of them is me."""
    if not plan.mine:
        return "mutual" if len(plan.chat.authors) > 1 else "in"
    return "out" if day.first in plan.mine else "in"


def _names(others: list[str], plan: Plan) -> list[str]:
    """With whom a day counts as a contact: in a chat of two with the other one, whoever wrote."""
    if not plan.chat.is_group:
        other = plan.person or next(iter(plan.chat.others(plan.mine)), plan.chat.name)
        return [other] if other else []
    if plan.person:
        return [plan.person] if any(fold(author) == fold(plan.person) for author in others) else []
    return others


FORMAT = Format("whatsapp", "a chat that WhatsApp exported", recognise, read, needs_people=True)
