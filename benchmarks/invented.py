"""People and contacts as a busy life leaves them: a few close ties, a long tail, ten years that end today."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

from batch import Batch, Row
from netlog.domain.cadence import TIER_DAYS
from netlog.domain.folding import fold
from netlog.domain.interactions import kind_named
from netlog.domain.people import handle_for
from words import RARE, firm, full_name, one, vocabulary

TEN_YEARS = 3_650
PEOPLE_PER_TIER = {"inner": 5, "close": 10, "active": 35, "wide": 100}
LIVELINESS = {"inner": 40.0, "close": 12.0, "active": 4.0, "wide": 1.0}
TAIL = 2.5
USUAL_IDLENESS = 0.4
LONGEST_IDLENESS = 900
PACE = (0.6, 1.3)
PEOPLE_PER_EVENT = 200

KINDS = {
    "email": 18, "message": 18, "coffee": 15, "call": 14, "video": 10, "lunch": 8, "meeting": 6,
    "event": 4, "like": 3, "comment": 2, "dinner": 2,
}  # fmt: skip
DIRECTIONS = {
    "meet": {"mutual": 70, "out": 15, "in": 15},
    "talk": {"mutual": 60, "out": 20, "in": 20},
    "message": {"mutual": 50, "out": 28, "in": 22},
    "touch": {"mutual": 0, "out": 60, "in": 40},
}
MINUTES = (15, 30, 30, 45, 60, 60, 90)
PARTIES = {1: 85, 2: 12, 3: 3}
TAGGED, TOLD_AT_LENGTH = 0.08, 0.4


class Tie(NamedTuple):
    """How often somebody is met: the number of the person, the tier, the days of all contacts (ordinals)."""

    person: int
    tier: str
    days: tuple[int, ...]


class Shape(NamedTuple):
    """One sort of contact; `is_long` when minutes and a place can be told."""

    kind: str
    depth: str
    direction: str
    is_long: bool


def ties(dice: Random, people: int, *, contacts: int, today: int) -> Iterator[Tie]:
    """Who is met when; all days together are as many as `contacts`."""
    tiers = dice.choices(list(PEOPLE_PER_TIER), weights=list(PEOPLE_PER_TIER.values()), k=people)
    weights = [LIVELINESS[tier] * dice.paretovariate(TAIL) for tier in tiers]
    counts = Counter(dice.choices(range(people), cum_weights=list(accumulate(weights)), k=contacts))
    for index, tier in enumerate(tiers):
        yield Tie(index + 1, tier, contact_days(dice, counts[index], target=TIER_DAYS[tier], today=today))


def contact_days(dice: Random, count: int, *, target: int, today: int) -> tuple[int, ...]:
    """The days of that many contacts, about a target apart, the last one usually less than a target ago."""
    idle = min(LONGEST_IDLENESS, int(dice.expovariate(1 / (USUAL_IDLENESS * target))))
    span = min(TEN_YEARS - idle, int(count * target * dice.uniform(*PACE)))
    last = today - idle
    return (last, *(last - int(dice.random() * span) for _ in range(count - 1))) if count else ()


def add_events(batch: Batch, people: int, today: int) -> None:
    """One meetup for every couple of hundred people."""
    for number in range(1, people // PEOPLE_PER_EVENT + 2):
        held_on = iso(today - batch.dice.randrange(TEN_YEARS))
        name = f"{one(batch.dice, 'places')} meetup {number}"
        batch.add("event", {"slug": f"meetup-{number}", "name": name, "held_on": held_on})


def add_people(batch: Batch, everybody: Sequence[Tie], today: int) -> list[str]:
    """Store everybody with what belongs to them; the handles in order."""
    taken: set[str] = set()
    handles = []
    for tie in everybody:
        name = full_name(batch.dice)
        handle = handle_for(name, taken.__contains__)
        taken.add(handle)
        handles.append(handle)
        batch.add("person", person(batch, tie, today) | {"name": name, "handle": handle})
        add_belongings(batch, tie.person, handle)
        batch.flush_when_full()
    return handles


def person(batch: Batch, tie: Tie, today: int) -> Row:
    """The columns of one person but the name."""
    dice = batch.dice
    since = min(tie.days, default=today - dice.randrange(400))
    row: Row = {
        "company": firm(dice),
        "role": one(dice, "roles"),
        "place": one(dice, "places"),
        "tier": tie.tier,
        "since_on": iso(since),
        "is_fresh": today - since < 180,
        "is_kin": False,
        "created_at": f"{iso(since)}T09:00:00Z",
    }
    seldom = {
        "birthday": (0.25, f"{dice.randint(1955, 2003)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"),
        "met": (0.4, vocabulary().text(dice)),
        "event_id": (0.05, dice.randint(1, batch.numbers["event"])),
        "every_days": (0.03, dice.choice((14, 21, 45, 60, 120))),
        "snoozed_until": (0.02, iso(today + dice.randint(1, 60))),
        "paused_on": (0.01, iso(today - dice.randrange(90))),
        "ended_on": (0.01, iso(today - dice.randrange(900))),
        "via_id": (0.1, dice.randint(1, tie.person)),
    }
    return row | {name: value for name, (share, value) in seldom.items() if dice.random() < share}


def add_belongings(batch: Batch, number: int, handle: str) -> None:
    """Tags, ways to reach, topics, aliases, facts: none to a few of each."""
    dice = batch.dice
    own: Row = {"person_id": number}
    for tag in sorted({one(dice, "person_tags") for _ in range(dice.choice((0, 1, 1, 2)))}):
        batch.add("tag", own | {"slug": tag})
    if dice.random() < 0.6:
        address = f"{handle}@example.org"
        batch.add("contact", own | {"sort": "email", "value": address, "folded": fold(address)})
    if dice.random() < 0.2:
        batch.add("topic", own | {"side": dice.choice(("can", "wants")), "words": one(dice, "topics")})
    if dice.random() < 0.05:
        batch.add("alias", own | {"name": handle.title()})
    if dice.random() < 0.15:
        fact = {"on_day": batch.on_day, "text": vocabulary().text(dice), "created_at": batch.stamp}
        batch.add("fact", own | fact)


def add_contacts(batch: Batch, everybody: Sequence[Tie]) -> None:
    """Store all contacts in the order in which they happened."""
    in_order = sorted((day, tie.person) for tie in everybody for day in tie.days)
    rare = {len(in_order) // 4, len(in_order) // 2, len(in_order) - 2}
    shapes, sizes, times = drawn(batch.dice, len(in_order))
    written = vocabulary()
    for at, (day, number) in enumerate(in_order):
        row = contact(batch, shapes[at], iso(day), times[at])
        text = written.text(batch.dice)
        row["text"] = f"{text} {RARE}" if at in rare else text
        entry = batch.add("interaction", row)
        add_participants(batch, entry, number, among=len(everybody), size=sizes[at])
        if batch.dice.random() < TAGGED:
            batch.add("tag", {"interaction_id": entry, "slug": one(batch.dice, "entry_tags")})
        batch.flush_when_full()


def drawn(dice: Random, count: int) -> tuple[list[Shape], list[int], list[str]]:
    """Sort, number of people and time of day of that many contacts, drawn all at once because that is fast."""
    shapes = weighted_shapes()
    times = [f"T{hour:02}:{minute:02}:00Z" for hour in range(7, 21) for minute in range(60)]
    return (
        dice.choices(tuple(shapes), weights=tuple(shapes.values()), k=count),
        dice.choices(tuple(PARTIES), weights=tuple(PARTIES.values()), k=count),
        dice.choices(times, k=count),
    )


def weighted_shapes() -> dict[Shape, int]:
    """Every sort of contact, and how often it happens."""
    return {
        Shape(kind, depth, direction, depth in ("meet", "talk")): often * share
        for kind, often in KINDS.items()
        for depth in (kind_named(kind).depth.value,)
        for direction, share in DIRECTIONS[depth].items()
    }


def contact(batch: Batch, shape: Shape, on_day: str, time: str) -> Row:
    """The columns of one interaction but the text."""
    at = on_day + time
    row: Row = {
        "at": at,
        "zone": "Europe/Rome",
        "on_day": on_day,
        "kind": shape.kind,
        "depth": shape.depth,
        "direction": shape.direction,
        "created_at": at,
    }
    if shape.is_long and batch.dice.random() < TOLD_AT_LENGTH:
        row |= {"minutes": batch.dice.choice(MINUTES), "place": one(batch.dice, "places")}
    if shape.kind == "event":
        row["event_id"] = batch.dice.randint(1, batch.numbers["event"])
    return row


def add_participants(batch: Batch, entry: int, number: int, *, among: int, size: int) -> None:
    """Who takes part: the person, and perhaps others."""
    others = {batch.dice.randint(1, among) for _ in range(size - 1)} - {number}
    for person_id in (number, *others):
        batch.add("participant", {"interaction_id": entry, "person_id": person_id})


@cache
def iso(ordinal: int) -> str:
    """A day as ISO text."""
    return date.fromordinal(ordinal).isoformat()
