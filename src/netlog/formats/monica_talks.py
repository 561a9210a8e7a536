"""The contacts that Monica keeps: calls and conversations with a person, and what was done with one or several."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from netlog.formats.json_file import Json, day, inside, objects, plain, text
from netlog.formats.monica_account import Account, known_by, listed
from netlog.formats.told import digest, kind_in, once_more
from netlog.interchange import Mention, Record, Rejected, Skipped, Talk

USUAL = "meeting"


def calls(where: str, contact: Json, who: Mention) -> Iterator[Record]:
    """The calls with a contact; who called is told where it is known."""
    seen: Counter[str] = Counter()
    for call in known_by(contact, "call"):
        held = inside(call, "properties")
        on, called = day(held, "called_at"), held.get("contact_called")
        if on is None:
            yield Rejected(where, "a call without a day")
            continue
        direction = "mutual" if not isinstance(called, bool) else "in" if called else "out"
        words = text(held, "content")
        key = _key("call", call, contact, f"{on}|{words}", seen)
        yield Talk(key, where, on, (who,), "call", words, direction)


def conversations(where: str, contact: Json, who: Mention) -> Iterator[Record]:
    """The conversations with a contact, with the messages somebody typed into Monica."""
    seen: Counter[str] = Counter()
    for conversation in known_by(contact, "conversation"):
        held = inside(conversation, "properties")
        on = day(held, "happened_at")
        if on is None:
            yield Rejected(where, "a conversation without a day")
            continue
        messages = [inside(each, "properties") or each for each in objects(held, "messages")]
        lines = [f"{'I' if _is_mine(each) else who.name}: {text(each, 'content')}" for each in messages]
        direction = ("out" if _is_mine(messages[0]) else "in") if messages else "mutual"
        words = "\n".join(lines)
        key = _key("conversation", conversation, contact, f"{on}|{words}", seen)
        yield Talk(key, where, on, (who,), "message", words, direction)


def activities(account: Account) -> Iterator[Record]:
    """What was done, with everybody whose record points to it."""
    takers = _takers(account)
    for number, activity in enumerate(account.activities, start=1):
        where, held, uuid = f"activity {number}", inside(activity, "properties"), text(activity, "uuid")
        on = day(held, "happened_at")
        if on is None:
            yield Rejected(where, "no day")
        elif not (people := tuple(takers.get(uuid, ()))):
            yield Skipped(where, "names nobody")
        else:
            words = "\n".join(filter(None, (text(held, "summary"), text(held, "description"))))
            sort = account.kind_name(text(held, "type"))
            kind = kind_in(sort) or kind_in(words) or USUAL
            yield Talk(f"activity:{uuid}", where, on, people, kind, words or sort)


def _takers(account: Account) -> dict[str, list[Mention]]:
    takers: defaultdict[str, list[Mention]] = defaultdict(list)
    for contact in account.contacts:
        if text(contact, "uuid") in account.taken_in:
            who = account.mention(contact)
            for pointer in dict.fromkeys(map(_pointed_at, listed(contact, "activity"))):
                takers[pointer].append(who)
    return takers


def _pointed_at(value: object) -> str:
    """The activity a contact took part in: a bare UUID, or in some files the record itself."""
    return text(value, "uuid") if isinstance(value, dict) else plain(value)


def _is_mine(message: Json) -> bool:
    return message.get("written_by_me") is True


def _key(sort: str, record: Json, contact: Json, said: str, seen: Counter[str]) -> str:
    """The record's own name, or for older exports one made of its contact, day and words."""
    uuid = text(record, "uuid")
    return f"{sort}:{uuid}" if uuid else once_more(f"{sort}:{text(contact, 'uuid')}|{digest(said)}", seen)
