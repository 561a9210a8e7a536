"""What Monica keeps about a person, in words: notes, gifts, debts, tasks, reminders, pets and what happened to them."""

from collections.abc import Iterator

from netlog.formats.json_file import Json, day, inside, text
from netlog.formats.monica_account import Account, known_by
from netlog.interchange import Noted

GIFTS = {"idea": "gift idea", "offered": "gave", "given": "gave", "received": "was given"}


def facts_of(contact: Json, account: Account) -> Iterator[Noted]:
    """Everything noted about a contact that has no field of its own."""
    yield from _described(inside(contact, "properties"))
    for note in known_by(contact, "note"):
        if body := text(inside(note, "properties"), "body") or text(note, "body"):
            yield Noted(body, day(note, "created_at"))
    for sort, told in (("gift", _gift), ("debt", _debt), ("task", _task), ("reminder", _reminder), ("pet", _pet)):
        for record in known_by(contact, sort):
            if words := told(inside(record, "properties")):
                yield Noted(words, day(inside(record, "properties"), "date") or day(record, "created_at"))
    for event in known_by(contact, "life_event"):
        yield from _life_event(inside(event, "properties"), account)


def _described(held: Json) -> Iterator[Noted]:
    """What the record of the contact itself says in words."""
    if about := text(held, "description"):
        yield Noted(about)
    if food := text(held, "food_preferences"):
        yield Noted(f"food: {food}")
    born, died, met = (inside(held, key) for key in ("birthdate", "deceased_date", "first_met_date"))
    if born.get("is_age_based") is True and (on := day(born, "date")):
        yield Noted(f"born about {on.year}")
    if held.get("is_dead") is True:
        yield Noted(f"died on {day(died, 'date')}" if day(died, "date") else "has died", day(died, "date"))
    if any(met.get(key) is True for key in ("is_age_based", "is_year_unknown")) and (on := day(met, "date")):
        yield Noted(f"met about {on.year}" if met.get("is_age_based") is True else f"met on a {on:%d %B}")


def _gift(held: Json) -> str:
    name = text(held, "name")
    details = ", ".join(filter(None, (text(held, "amount"), text(held, "comment"), text(held, "url"))))
    verb = GIFTS.get(text(held, "status").lower(), "gift")
    return f"{verb}: {name}{f' ({details})' if details else ''}" if name else ""


def _debt(held: Json) -> str:
    amount = " ".join(filter(None, (text(held, "amount"), text(held, "currency"))))
    side = "I owe" if held.get("in_debt") in (True, "yes") else "owes me"
    is_over = text(held, "status").lower() in {"complete", "completed"}
    reason = text(held, "reason")
    words = f"{side} {amount}{f' for {reason}' if reason else ''}"
    return f"{words}{' (settled)' if is_over else ''}" if amount else ""


def _task(held: Json) -> str:
    words = ": ".join(filter(None, (text(held, "title"), text(held, "description"))))
    return f"{'done' if held.get('completed') is True else 'to do'}: {words}" if words else ""


def _reminder(held: Json) -> str:
    """A reminder that its user wrote; those Monica made itself, for birthdays, and inactive ones say nothing new."""
    title = ": ".join(filter(None, (text(held, "title"), text(held, "description"))))
    if not title or held.get("delible") is False or held.get("inactive") is True:
        return ""
    number, unit = text(held, "frequency_number"), text(held, "frequency_type")
    every = "" if unit in {"", "one_time"} else f", every {f'{number} {unit}s' if number not in {'', '1'} else unit}"
    on = day(held, "initial_date")
    return f"reminder: {title}{f' ({on}{every})' if on else ''}"


def _pet(held: Json) -> str:
    words = " ".join(filter(None, (text(held, "category").lower(), text(held, "name"))))
    return f"pet: {words}" if words else ""


def _life_event(held: Json, account: Account) -> Iterator[Noted]:
    name = text(held, "name") or account.kind_name(text(held, "type"))
    if words := ": ".join(filter(None, (name, text(held, "note")))):
        yield Noted(words, day(held, "happened_at"))
