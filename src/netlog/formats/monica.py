"""The JSON export of Monica 4: people with all that was kept about them, and the contacts with them."""

from collections.abc import Iterator

from netlog.errors import FormatProblem, shorten
from netlog.formats.json_file import Json, day, inside, load, objects, text
from netlog.formats.monica_account import Account, account_of, known_by, listed
from netlog.formats.monica_facts import facts_of
from netlog.formats.monica_talks import activities, calls, conversations
from netlog.formats.told import OUTSIDE, is_outside
from netlog.interchange import Card, Format, Mention, Noted, Reading, Record, Rejected, Skipped, Source, Talk

KEYS = ('"account"', '"app_version"', '"exported_by"', '"first_name"', '"properties"')
SQL = b"INSERT IGNORE INTO `"
NEVER = "none"
CHOOSE_JSON = "in Monica choose the JSON export, under Settings"


def recognise(source: Source) -> int:
    """Sure where the keys of an export stand in an object; its SQL export is known to be told apart."""
    if SQL in source.head and b"`contacts`" in source.head:
        return 70
    head = source.head.decode("utf-8-sig", errors="replace").lstrip()
    found = sum(key in head for key in KEYS) if head.startswith("{") else 0
    return 95 if found >= len(KEYS) - 1 and KEYS[0] in head else 0


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """The people first, then their calls and conversations, then what was done with them."""
    if SQL in source.head:
        raise FormatProblem(f"{shorten(source.name)} is Monica's SQL export", hint=CHOOSE_JSON)
    whole = inside(load(source, reading.encoding), "account")
    if not isinstance(whole.get("data"), list):
        raise FormatProblem(f"{shorten(source.name)} has no account of Monica", hint=CHOOSE_JSON)
    account = account_of(whole)
    for number, contact in enumerate(account.contacts, start=1):
        yield from _person(f"contact {number}", contact, account)
    for talk in _talks(account):
        is_left_out = isinstance(talk, Talk) and is_outside(talk.on, reading)
        yield Skipped(talk.where, OUTSIDE) if is_left_out else talk
    for number, _ in enumerate(objects(inside(whole, "properties"), "journal_entries"), start=1):
        yield Skipped(f"journal entry {number}", "names nobody")


def _talks(account: Account) -> Iterator[Record]:
    for number, contact in enumerate(account.contacts, start=1):
        if text(contact, "uuid") in account.taken_in:
            where, who = f"contact {number}", account.mention(contact)
            yield from calls(where, contact, who)
            yield from conversations(where, contact, who)
    yield from activities(account)


def _person(where: str, contact: Json, account: Account) -> Iterator[Record]:
    """The person of a contact, or why there is none, and what of them has no place in a journal of words."""
    uuid = text(contact, "uuid")
    if not account.names.get(uuid):
        yield Rejected(where, "no name" if uuid else "no uuid")
        return
    if uuid not in account.taken_in:
        yield Skipped(where, "yourself" if uuid == account.me else "known only in part, and related to nobody")
        return
    yield _card(where, contact, account)
    for sort in ("photo", "document"):
        for _ in listed(contact, sort):
            yield Skipped(where, f"a {sort}")


def _card(where: str, contact: Json, account: Account) -> Card:
    held, uuid = inside(contact, "properties"), text(contact, "uuid")
    contacts, addresses = account.ways(contact)
    met = inside(held, "first_met_date")
    through = account.names.get(text(held, "first_met_through"))
    is_quiet = any(held.get(key) is True for key in ("is_dead", "is_partial"))
    return Card(
        key=f"uuid:{uuid}",
        where=where,
        name=account.names[uuid],
        aliases=tuple(filter(None, (text(held, "nickname"),))),
        company=text(held, "company") or None,
        role=text(held, "job") or None,
        place=next((text(inside(each, "properties"), "city") for each in known_by(contact, "address")), None) or None,
        birthday=_birthday(inside(held, "birthdate")),
        contacts=contacts,
        tags=_tags(held),
        facts=(*addresses, *facts_of(contact, account), *_relations(uuid, account)),
        tier=NEVER if is_quiet else None,
        every_days=_days(held.get("stay_in_touch_frequency")),
        is_kin=uuid in account.kin,
        met=text(held, "first_met_where") or text(held, "first_met_additional_info") or None,
        met_on=day(met, "date") if _is_exact(met) else None,
        via=Mention(through) if through else None,
    )


def _birthday(born: Json) -> str | None:
    """The day of birth, without a year where it is unknown; an age alone tells no day."""
    on = day(born, "date")
    if not on or born.get("is_age_based") is True:
        return None
    return f"{on:--%m-%d}" if born.get("is_year_unknown") is True else on.isoformat()


def _is_exact(special: Json) -> bool:
    return not any(special.get(key) is True for key in ("is_age_based", "is_year_unknown"))


def _tags(held: Json) -> tuple[str, ...]:
    named = held.get("tags")
    tags = [tag.strip() for tag in named if isinstance(tag, str)] if isinstance(named, list) else []
    marks = ["starred"] if held.get("is_starred") is True else []
    marks += ["archived"] if held.get("is_active") is False else []
    return tuple(dict.fromkeys(tag for tag in (*tags, *marks) if tag))


def _days(value: object) -> int | None:
    """A number of days between check-ins; more than a century is none."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return int(str(value)) if is_number and 0 < int(str(value)) <= 36_525 else None


def _relations(uuid: str, account: Account) -> Iterator[Noted]:
    for sort, other in account.relations.get(uuid, ()):
        yield Noted(f"{sort}: {account.names[other]}")


FORMAT = Format("monica", "the JSON export of Monica 4", recognise, read)
